"""make_dataset: what a library user publishes, of any spec and any revision."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import icor_scraper
from icor_scraper import (
    DatasetSpec,
    GuardError,
    Limits,
    RecordError,
    Revision,
    YearRange,
    make_dataset,
    parse_article,
    read_dataset,
    read_records,
    read_revision,
    render_article,
    write_dataset,
)
from tests.records.test_read import Ship

HEADER = "{|\n! Fleet !! Ship !! Built !! Tonnage\n"
SHIPS = DatasetSpec(
    name="ships",
    title="Ships",
    language="en",
    record_type=Ship,
    key="name",
    read=lambda article: read_records(article.tables[0], Ship),
    limits=Limits(min_records=2),
    year_ranges=(YearRange(field="built", first=1900),),
)


def revision_of(folder: Path, rows: str, html: str | None = None) -> Revision:
    (folder / "ships.wikitext").write_text(f"{HEADER}{rows}|}}\n", encoding="utf-8")
    return replace(read_revision(folder / "ships.wikitext", SHIPS.title), html=html)


def test_a_dataset_is_written_and_read_back(tmp_path: Path) -> None:
    revision = revision_of(tmp_path, "|-\n| North || Ara || 1905 || 5\n|-\n| North || Bel || 1906 ||\n")
    dataset = make_dataset(SHIPS, revision)
    assert [ship.name for ship in dataset.records] == ["Ara", "Bel"]
    assert (dataset.name, dataset.provenance.title, dataset.verified_by) == ("ships", "Ships", "wikitext only")
    write_dataset(dataset, tmp_path / "out")
    assert read_dataset(tmp_path / "out", Ship) == dataset
    assert (tmp_path / "out" / "article.json").read_bytes() == render_article(parse_article(revision))


def test_what_a_guard_refuses_is_told_in_whole(tmp_path: Path) -> None:
    revision = revision_of(tmp_path, "|-\n| North || Ara || 1999 || 5\n")
    with pytest.raises(GuardError) as caught:
        make_dataset(SHIPS, revision, today=date(1998, 12, 31))
    assert len(caught.value.violations) == 2
    year = datetime.now(UTC).year
    rows = f"|-\n| North || Ara || {year} || 5\n|-\n| North || Bel || 1906 || 6\n"
    assert make_dataset(SHIPS, revision_of(tmp_path, rows)).records[0].built == (year,)


def test_what_the_html_says_otherwise_is_refused(tmp_path: Path) -> None:
    rows = "|-\n| North || Ara || 1905 || 5\n|-\n| North || Bel || 1906 || 6\n"
    html = (
        "<table><tr><th>Fleet<th>Ship<th>Built<th>Tonnage<tr><td>North<td>Ara<td>1905<td>5"
        "<tr><td>North<td>Bel<td>1906<td>{}</table>"
    )
    assert make_dataset(SHIPS, revision_of(tmp_path, rows, html.format(6))).verified_by == "wikitext and html"
    with pytest.raises(GuardError, match="1 violation"):
        make_dataset(SHIPS, revision_of(tmp_path, rows, html.format(7)))


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        make_dataset(SHIPS, revision_of(tmp_path, "|-\n| North || Ara || long ago || 5\n"))


def test_an_article_is_no_dataset(tmp_path: Path) -> None:
    article = icor_scraper.parse_wikitext("a")
    with pytest.raises(TypeError, match="expected a Dataset, found Article"):
        write_dataset(article, tmp_path)  # type: ignore[arg-type]  # the fault under test
    assert json.loads(render_article(article))["sections"][0]["text"] == "a"
    assert icor_scraper.article_record(article).sections[0].text == "a"
