"""Where two tellers of the facts of one small text differ."""

from __future__ import annotations

from collections.abc import Iterator

from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.article import facts_of_article
from tests.agreement.facts import CellFact, Facts, Grid, bare


def our_facts(wikitext: str, title: str) -> Facts:
    """What this library makes of `wikitext`, templates showing nothing."""
    return facts_of_article(parse_wikitext(wikitext, title=title, templates=render_blank))


def differences(wanted: Facts, found: Facts) -> dict[str, tuple[object, object]]:
    """By kind of fact, what is wanted and what is found, where they are not the same.

    White space does not count, nor whether an empty cell is there, as neither does to a reader; nor notes in no list
    of which no mark is seen either, nor a list of nothing.
    """
    unseen = {listed.group.lower() for listed in wanted.lists if not listed.is_listed and not listed.notes}
    pairs = zip(_comparable(wanted, unseen), _comparable(found, unseen), strict=True)
    return {kind: (a, b) for (kind, a), (_, b) in pairs if a != b}


def _comparable(facts: Facts, unseen: set[str]) -> Iterator[tuple[str, object]]:
    lists = [
        listed for listed in facts.lists if listed.notes and (listed.is_listed or listed.group.lower() not in unseen)
    ]
    yield "sections", [section._replace(line=bare(section.line)) for section in facts.sections]
    yield "grids", [_bare_grid(table.grid) for table in facts.tables]
    yield "captions", [bare(table.caption) for table in facts.tables]
    yield "nested", [table.is_nested for table in facts.tables]
    yield "listed", sorted((found.group.lower(), found.is_listed) for found in lists)
    yield "uses", sorted((found.group.lower(), [note.uses for note in found.notes]) for found in lists)
    yield "notes", sorted(bare(note.text) for found in lists for note in found.notes if note.text)
    yield "links", sorted(facts.links)
    yield "categories", sorted(facts.categories)
    yield "external", sorted(facts.external)


def _bare_grid(grid: Grid) -> list[list[CellFact | None]]:
    return [
        [CellFact(bare(cell.text), cell.is_header) if cell and (cell.text or cell.is_header) else None for cell in row]
        for row in grid
    ]
