"""What holds of parse_article and parse_wikitext whatever the text."""

from __future__ import annotations

import copy
import pickle

import pytest

from icor_scraper.models import Article
from icor_scraper.parse import parse_html, parse_wikitext

TEXT = "Lead.\n== A ==\n{|\n! h !! h\n|-\n| [[x]]<ref>n {{cite web|title=T}}</ref> || y\n|}\n"


def test_an_article_pickles_with_all_it_can_tell() -> None:
    article = parse_wikitext(TEXT, title="P")
    assert article.tables[0].grid[1][0] is not None
    copy: Article = pickle.loads(pickle.dumps(article))  # noqa: S301 -- what was just pickled
    cell = copy.tables[0].grid[1][0]
    assert cell is not None
    assert [link.title for link in cell.wikilinks] == ["X"]
    assert [reference.number for reference in cell.references] == [1]
    assert copy.templates[0].arguments[0].text == "T"
    assert copy.sections[1].anchor == "A"


def test_a_table_pickles_alone() -> None:
    table = pickle.loads(pickle.dumps(parse_wikitext(TEXT).tables[0]))  # noqa: S301 -- what was just pickled
    assert table.to_records() == ({"h": "x", "h (2)": "y"},)
    assert table.grid[1][0].wikilinks[0].title == "X"


@pytest.mark.parametrize("text", [None, 5, b"== A =="])
def test_what_is_no_text_is_refused_at_once(text: object) -> None:
    with pytest.raises(TypeError, match="expected wikitext as str"):
        parse_wikitext(text)  # type: ignore[arg-type]  # the fault under test


@pytest.mark.parametrize("html", [None, 5, b"<p>a</p>"])
def test_what_is_no_html_is_refused_at_once(html: object) -> None:
    with pytest.raises(TypeError, match=f"expected HTML as str, found {type(html).__name__}"):
        parse_html(html)  # type: ignore[arg-type]  # the fault under test


def test_records_of_a_header_repeated_thousands_of_times() -> None:
    """Names are found in time that grows with their number: 4,000 took minutes before."""
    (record,) = parse_wikitext("{|\n!" + " a !!" * 4000 + " b\n|-\n| c\n|}").tables[0].to_records()
    names = list(record)
    assert names[:3] == ["a", "a (2)", "a (3)"]
    assert names[3999:] == ["a (4000)", "b"]


def test_records_of_the_same_text_are_equal_and_print_their_values() -> None:
    text = "a<ref>b</ref>\n{|\n! c\n|-\n| [[d]]\n|}\n== e ==\n{{Infobox f|g=h}}"
    first, second = parse_wikitext(text), parse_wikitext(text)
    assert first == second
    for name in ("sections", "tables", "references", "wikilinks", "templates", "infoboxes"):
        records, others = getattr(first, name), getattr(second, name)
        assert records == others == copy.deepcopy(records)
        assert hash(records) == hash(others)
    assert first.sections != parse_wikitext(f"{text} i").sections
    [header] = first.tables[0].grid[0]
    assert repr(header) == (
        "Cell(row=0, column=0, rowspan=1, colspan=1, is_header=True, text='c', span=Span(start=19, end=20))"
    )
