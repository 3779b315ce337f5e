"""What Beautiful Soup finds in the saved renderings of the ICOR article is what was read off by hand, and what both
parsers of this project find."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from icor_scraper.fetch import read_revision
from icor_scraper.models import Article
from icor_scraper.parse import Renderer, parse_article, parse_html, render_blank

FIXTURES = Path(__file__).parents[2] / "fixtures"
RENDERINGS: dict[str, tuple[Path, Renderer | None]] = {
    "legacy": (FIXTURES / "html" / "icor_legacy.html", render_blank),  # by a wiki without templates
    "parsoid": (FIXTURES / "icor" / "rendering.html", None),
}
NOT_OF_THE_TEXT = (
    ".toc, .mw-editsection, .mw-cite-backlink, [rel='mw:referencedBy'], .autonumber, .new[title^='Template:']"
)


@pytest.fixture(params=RENDERINGS, name="form")
def _form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(name="soup")
def _soup(form: str) -> BeautifulSoup:
    soup = BeautifulSoup(RENDERINGS[form][0].read_text(encoding="utf-8"), "lxml")
    for element in soup.select(NOT_OF_THE_TEXT):
        element.decompose()
    return soup


@pytest.fixture(name="articles")
def _articles(form: str) -> tuple[Article, Article]:
    path, templates = RENDERINGS[form]
    wikitext = parse_article(read_revision(FIXTURES / "icor"), templates=templates)
    return wikitext, parse_html(path.read_text(encoding="utf-8"))


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def _members(soup: BeautifulSoup) -> list[dict[str, str]]:
    """The rows of the members table by their headers; a cell that spans rows stands in each of them."""
    grid: list[dict[int, str]] = [{} for _ in soup.select("table.wikitable tr")]
    for row, line in enumerate(soup.select("table.wikitable tr")):
        free = (column for column in count() if column not in grid[row])
        for cell in line.select("td, th"):
            column = next(free)
            for below in range(int(str(cell.get("rowspan", "1")))):
                grid[row + below][column] = _words(cell)
    header, *rows = grid
    return [{header[column]: words for column, words in sorted(row.items())} for row in rows]


def test_members_are_those_read_off_by_hand(soup: BeautifulSoup) -> None:
    by_hand = json.loads((FIXTURES / "golden" / "members_by_hand.json").read_text(encoding="utf-8"))
    rows = [{header.lower().replace(" ", "_"): words for header, words in row.items()} for row in _members(soup)]
    assert rows == by_hand


def test_members_are_those_of_both_parsers(soup: BeautifulSoup, articles: tuple[Article, Article]) -> None:
    for mark in soup.select(".reference, .mw-ref"):
        mark.decompose()
    for article in articles:
        assert _members(soup) == list(article.tables[0].to_records())


def test_headings(soup: BeautifulSoup, articles: tuple[Article, Article]) -> None:
    headings = [(_words(heading), (heading.select_one(".mw-headline") or heading)["id"]) for heading in soup("h2")]
    assert len(headings) == 4
    for article in articles:
        assert headings == [(section.heading, section.anchor) for section in article.sections[1:]]


def test_references(soup: BeautifulSoup, articles: tuple[Article, Article]) -> None:
    """Numbers, texts, and how many marks lead to each."""
    notes = [
        (number, _words(note), len(soup.select(f'sup a[href$="#{note["id"]}"]')))
        for number, note in enumerate(soup.select("ol.references > li"), 1)
    ]
    assert len(notes) == 14
    for article in articles:
        assert notes == [(reference.number, reference.text, len(reference.uses)) for reference in article.references]
