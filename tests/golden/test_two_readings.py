"""Each saved page read twice, by the two parsers that share no code: they must say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from icor_scraper.fetch import read_revision
from icor_scraper.models import Article, Reference, Table
from icor_scraper.parse import parse_article, parse_html

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGES = sorted(path.parent.name for path in FIXTURES.glob("*/query.json"))


@pytest.fixture(params=PAGES, name="page")
def _page(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _read(page: str) -> tuple[Article, Article]:
    revision = read_revision(FIXTURES / page)
    assert revision.html is not None
    return parse_article(revision), parse_html(revision.html, title=revision.title)


def test_there_are_a_dozen_pages() -> None:
    assert len(PAGES) >= 13


def test_sections(page: str) -> None:
    wikitext, html = (
        [(s.level, s.number, s.heading, s.anchor, s.path, s.parent) for s in article.sections]
        for article in _read(page)
    )
    assert wikitext == html


def _grid(table: Table) -> tuple[object, ...]:
    grid = [
        [cell and (cell.text, cell.is_header, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in row]
        for row in table.grid
    ]
    return table.caption, table.section, table.parent, grid


def test_tables(page: str) -> None:
    wikitext, html = _read(page)
    tables = [table for table in html.tables if "infobox" not in table.attributes.get("class", "")]
    assert len(html.tables) - len(tables) == len(wikitext.infoboxes)  # what the wiki makes of an infobox template
    shown = repr([_grid(table) for table in tables])
    shown = shown.replace("next Template:Unknown template", "next")  # a template the wiki lacks is a red link there
    assert repr([_grid(table) for table in wikitext.tables]) == shown


def _note(reference: Reference) -> tuple[object, ...]:
    place = (reference.group, reference.number, reference.list_index, reference.is_listed, reference.details_of)
    return place, reference.is_defined, [use.section for use in reference.uses], reference.text


def test_references(page: str) -> None:
    wikitext, html = (list(map(_note, article.references)) for article in _read(page))
    if page == "citations":  # the test wiki's citation templates are simpler than Wikipedia's
        wikitext, html = ([note[:-1] for note in notes] for notes in (wikitext, html))
    elif page == "grouped_references":  # the mark of a note in a note stands in the list, and in the source of the note
        wikitext, html = ([(*note[:2], note[-1]) for note in notes] for notes in (wikitext, html))
    elif page == "list_defined_references":  # Parsoid lists a note that nothing uses, the legacy parser refuses it
        html = [note for note in html if note[2]]
    elif page == "reflist_references":  # MediaWiki 1.39's Parsoid sees no definitions in a template's arguments
        wikitext, html = ([(*note[:1], note[2]) for note in notes] for notes in (wikitext, html))
    assert wikitext == html


def test_what_stands_in_each_section(page: str) -> None:
    """Tables and references; links are those of no reference, as the HTML has them in the section of the list."""
    if page in ("citations", "grouped_references", "list_defined_references", "reflist_references"):
        return  # see test_references
    wikitext, html = _read(page)
    for one, other in zip(wikitext.sections, html.sections, strict=True):
        assert [(r.group, r.number) for r in one.references] == [(r.group, r.number) for r in other.references]
        shown = [table for table in other.tables if "infobox" not in table.attributes.get("class", "")]
        assert len(one.tables) == len(shown)
        links = {link.title for link in one.wikilinks if link.text}
        links -= {link.title for note in one.references for link in note.wikilinks}
        assert links <= {link.title for link in other.wikilinks}
    for article in (wikitext, html):
        for kind in ("wikilinks", "external_links", "tables"):
            parts = [record for section in article.sections for record in getattr(section, kind)]
            assert parts == list(getattr(article, kind))


def test_wikilinks(page: str) -> None:
    """Those to pages: the HTML lists no categories, and pictures come from templates too."""
    wikitext, html = (
        {(link.title, link.fragment, link.text) for link in article.wikilinks if link.text} for article in _read(page)
    )
    of_templates = {  # a red link for a template that the wiki lacks, and the mark that {{ill}} puts after its link
        ("Template:Unknown template", None, "Template:Unknown template"),
        ("fr:Nouveau Parti", None, "fr"),
    }
    assert wikitext == html - of_templates
