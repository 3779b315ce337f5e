"""Wikitext and HTML read apart, and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from icor_scraper.check import Guard, compare_records, read_twice
from icor_scraper.errors import LayoutError, RecordError
from icor_scraper.models import Article
from icor_scraper.records import find_layout, read_records
from tests.check.datasets import PLANTS, Plant, make_plant
from tests.records.tables import At, make_article, make_table, unrendered

HEADER = ["Plant", "Latin", "Kind", "Years"]
FERN = ["Fern", "Pteris", "fern", "1950"]
MOSS = ["Moss", "", "moss", "1951"]


def article_of(*rows: Sequence[str | At]) -> Article:
    return make_article(make_table(HEADER, *rows))


def read_any_table(article: Article) -> object:
    for table in article.tables:
        try:
            find_layout(table, Plant)
        except LayoutError:
            continue
        return read_records(table, Plant)
    raise LayoutError("expected a table, found none", expected="a table", found="none")


def test_two_forms_that_agree() -> None:
    reading = read_twice(PLANTS, article_of(FERN, MOSS), article_of(FERN, MOSS))
    assert [plant.name for plant in reading.records] == ["Fern", "Moss"]
    assert (reading.verified_by, reading.disagreements, reading.from_html) == ("wikitext and html", (), ())


def test_one_form_alone() -> None:
    reading = read_twice(PLANTS, article_of(FERN), None)
    assert (len(reading.records), reading.verified_by) == (1, "wikitext only")


def test_every_value_that_differs_is_told() -> None:
    reading = read_twice(
        PLANTS,
        article_of(FERN, MOSS),
        article_of(["Fern", "Pterix", "fern", "1950"], ["Moss", "", "moss", "1952"]),
    )
    found = [(d.position, d.field, d.wikitext, d.html) for d in reading.disagreements]
    assert found == [(1, "latin", "'Pteris'", "'Pterix'"), (2, "years", "(1951,)", "(1952,)")]
    violation = reading.disagreements[0].violation()
    assert violation.guard is Guard.DISAGREEMENT
    assert violation.message == "expected latin 1 to be 'Pteris' as in the wikitext, found 'Pterix' in the HTML"


def test_records_that_one_form_lacks_are_told() -> None:
    (found,) = compare_records((make_plant(1), make_plant(2)), (make_plant(1),))
    assert (found.position, found.field, found.html) == (2, "", "no such record")


def test_white_space_and_unicode_forms_are_no_difference() -> None:
    assert (
        compare_records((make_plant(1, name="Fougère  royale"),), (make_plant(1, name="Fouge\u0300re\u00a0royale"),))
        == ()
    )


def test_a_cell_that_wikitext_cannot_tell_is_taken_from_the_html() -> None:
    doubtful = At("", content=unrendered("Latin name"), span=(30, 44))
    wikitext = article_of(["Fern", doubtful, "fern", "1950"], MOSS)
    reading = read_twice(PLANTS, wikitext, article_of(FERN, MOSS))
    assert [plant.latin for plant in reading.records] == ["Pteris", None]
    (cell,) = reading.from_html
    assert (cell.table, cell.row, cell.column, cell.templates, cell.text) == (0, 1, 1, ("Latin name",), "Pteris")
    with pytest.raises(RecordError, match="found template 'Latin name'"):
        read_twice(PLANTS, wikitext, None)


@pytest.mark.parametrize(
    "html",
    [
        article_of(FERN),
        article_of(["Fern", "Pteris", "fern", "1950"], ["Loss", "x", "fern", "1900"]),
        make_article(make_table(HEADER, FERN, MOSS), make_table(HEADER, FERN, MOSS, index=1)),
    ],
    ids=["fewer rows", "other words", "two tables alike"],
)
def test_a_cell_is_only_taken_from_the_same_table(html: Article) -> None:
    doubtful = At("", content=unrendered("Latin name"))
    with pytest.raises(RecordError, match="found template 'Latin name'"):
        read_twice(PLANTS, article_of(["Fern", doubtful, "fern", "1950"], MOSS), html)


def test_a_table_that_a_template_makes_is_read_from_the_html() -> None:
    spec = replace(PLANTS, read=read_any_table)  # type: ignore[arg-type]  # a Reading is the pair asked for
    other = make_table(["Key", "Word"], ["a", "b"])
    html = make_article(other, make_table(HEADER, FERN, index=1))
    reading = read_twice(spec, make_article(other), html)
    assert [plant.name for plant in reading.records] == ["Fern"]
    assert reading.verified_by == "html only"


def test_a_table_that_both_forms_have_is_not_one_that_a_template_makes() -> None:
    spec = replace(PLANTS, read=read_any_table)  # type: ignore[arg-type]  # as above
    doubtful = make_table([At("", header=True, content=unrendered("Head")), *HEADER[1:]], FERN, MOSS)
    rendered = make_table(HEADER, FERN, MOSS)
    assert len(read_twice(spec, make_article(doubtful), make_article(rendered)).records) == 2
    with pytest.raises(LayoutError, match="expected a table, found none"):
        read_twice(spec, make_article(doubtful), make_article(rendered, rendered))


def test_a_table_that_both_forms_have_must_be_read_from_both() -> None:
    spec = replace(PLANTS, read=read_any_table)  # type: ignore[arg-type]  # as above
    headless = make_table(["A", "B", "C", "D"], FERN)
    with pytest.raises(LayoutError, match="expected a table, found none"):
        read_twice(spec, make_article(headless), make_article(headless))
