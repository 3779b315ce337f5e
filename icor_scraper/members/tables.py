"""Find the members table, or the tables of members of each continent, among an article's tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from icor_scraper.errors import LayoutError
from icor_scraper.members.headers import CURRENT, FORMER, LEFT, NOT_LEFT, STATUS
from icor_scraper.members.member import Member
from icor_scraper.members.places import continent_of_heading
from icor_scraper.models import Article, Cell, Section, Table
from icor_scraper.records import Layout, find_layout, fold, is_blank
from icor_scraper.records.layout import lone_cell

_FORMER, _CURRENT = (frozenset(map(fold, words)) for words in (FORMER, CURRENT))
_LEFT, _STATUS, _NOT_LEFT = (frozenset(map(fold, words)) for words in (LEFT, STATUS, NOT_LEFT))

_STRAY_ROW = re.compile(r"(?:^|\s)\|[-}](?:\s|$)")
"""What MediaWiki shows of a row's or table's mark where no table is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTable:
    """A table of members, ready to be read."""

    table: Table
    layout: Layout
    given: Mapping[str, object]
    """The continent, where the table itself does not tell it."""


def find_member_tables(article: Article) -> tuple[MemberTable, ...]:
    """The one members table or, where each continent has its own, all of them in order.

    A table is one of members if it has their columns, and no heading, caption or column says that its
    members are former ones or none yet. Raises LayoutError where none is found, or more than one could be meant.
    """
    candidates, reasons = _candidates(article)
    if not candidates:
        found = "; ".join(reasons) or "no table at all"
        raise LayoutError.of("a table of members (continent, country, party name, English translation, year)", found)
    _refuse_stray_rows(article, candidates)
    if len(candidates) == 1 and _tells_continent(candidates[0]):
        return tuple(candidates)
    named = [_continent_of(article, c.table) for c in candidates]
    if not all(named) and all(_band_continents(c.table) for c in candidates):
        return _by_bands(article, candidates)
    return _by_continent(article, candidates)


def _candidates(article: Article) -> tuple[list[MemberTable], list[str]]:
    candidates: list[MemberTable] = []
    reasons: list[str] = []
    for table in article.tables:
        if any(c.table.index == table.parent for c in candidates):
            continue
        try:
            layout = find_layout(table, Member)
        except LayoutError as error:
            reasons.append(f"table {table.index}: {error.expected} not found")
            continue
        if not _is_of_today(article, table, layout):
            reasons.append(f"table {table.index}: not of members of today")
            continue
        candidates.append(MemberTable(table=table, layout=layout, given={}))
    return candidates, reasons


def _is_of_today(article: Article, table: Table, layout: Layout) -> bool:
    """Whether the nearest of title row, caption and headings that tells says "current", or none says "former"."""
    if _all_left(table, layout):
        return False
    is_mixed = False
    for label in _labels(article, table, layout):
        is_former, is_current = _says(label, _FORMER), _says(label, _CURRENT)
        if is_former != is_current:
            return is_current
        is_mixed = is_mixed or is_former
    return not is_mixed


def _says(label: str, words: Collection[str]) -> bool:
    """Whether one of `words`, each of them one or several, stands in the label."""
    padded = f" {fold(label)} "
    return any(f" {word} " in padded for word in words)


def _labels(article: Article, table: Table, layout: Layout) -> Iterator[str]:
    """What is said about the table, the nearest first."""
    yield from reversed(layout.titles)
    if table.caption:
        yield table.caption
    yield from reversed(article.sections[table.section].path)


def _all_left(table: Table, layout: Layout) -> bool:
    """Whether every row tells an end of membership; LayoutError where only some do."""
    rows = [row for row in range(layout.header_end, len(table.grid)) if lone_cell(table, row) is None]
    ended = [cell for row in rows for cell in _ends(table.grid[row], layout)]
    if ended and len(ended) < len(rows):
        place = f"row {ended[0].row} of table {table.index}"
        raise LayoutError.of("a table of members of today", f"an end of membership {ended[0].text!r} in {place}")
    return bool(ended)


def _ends(slots: tuple[Cell | None, ...], layout: Layout) -> list[Cell]:
    """The first cell of the row that says that the membership ended, if there is one."""
    for header, cell in zip(layout.headers, slots, strict=True):
        words = fold(cell.text) if cell else ""
        if cell is None or is_blank(words) or words == fold(header):
            continue
        if fold(header) in _LEFT and words not in _NOT_LEFT:
            return [cell]
        if fold(header) in _STATUS and _says(cell.text, _FORMER):
            return [cell]
    return []


def _refuse_stray_rows(article: Article, candidates: list[MemberTable]) -> None:
    """Rows behind a table that was closed too early are text of their section."""
    for section in (article.sections[c.table.section] for c in candidates):
        stray = _STRAY_ROW.search(section.text)
        if stray:
            found = f"{stray[0].strip()!r} as text of section {section.heading!r}"
            raise LayoutError.of("the rows of the table inside it", found)


def _band_continents(table: Table) -> set[str]:
    """The continents that rows of one cell name."""
    lone = (lone_cell(table, row) for row in range(len(table.grid)))
    return {continent for cell in lone if cell and (continent := continent_of_heading(cell.text))}


def _tells_continent(candidate: MemberTable) -> bool:
    return "continent" in candidate.layout.columns or bool(_band_continents(candidate.table))


def _by_bands(article: Article, candidates: list[MemberTable]) -> tuple[MemberTable, ...]:
    """Tables that each have continents of their own as titles or sub-headings."""
    bands = [_band_continents(c.table) for c in candidates]
    if any("continent" in c.layout.columns for c in candidates) or sum(map(len, bands)) > len(set().union(*bands)):
        raise LayoutError.of("one table of members", _places(article, candidates))
    return tuple(candidates)


def _by_continent(article: Article, candidates: list[MemberTable]) -> tuple[MemberTable, ...]:
    """The tables with the continent that each one's heading or caption names."""
    found: dict[str, MemberTable] = {}
    for candidate in candidates:
        continent = _continent_of(article, candidate.table)
        if continent is None:
            expected = "one table of members" if _tells_continent(candidate) else "a continent"
            raise LayoutError.of(
                f"{expected}, or a heading or caption that names its continent", _places(article, candidates)
            )
        if continent in found:
            raise LayoutError.of(f"one table for {continent}", _places(article, [found[continent], candidate]))
        found[continent] = replace(candidate, given={} if _tells_continent(candidate) else {"continent": continent})
    _refuse_unread_sections(article, list(found.values()))
    return tuple(found.values())


def _continent_of(article: Article, table: Table) -> str | None:
    """The continent that the caption and the section's heading name; None where they name none, or two."""
    labels = (table.caption or "", article.sections[table.section].heading)
    named = {continent for label in labels if (continent := continent_of_heading(label))}
    return named.pop() if len(named) == 1 else None


def _refuse_unread_sections(article: Article, tables: list[MemberTable]) -> None:
    """Where sections are continents, each must hold its table: else members would be lost unseen."""
    read = {member_table.table.section for member_table in tables}
    parents = {article.sections[section].parent for section in read}
    for section in article.sections[1:]:
        if section.parent in parents and section.index not in read and continent_of_heading(section.heading):
            raise LayoutError.of(f"a table of members in section {section.heading!r}", _content_of(article, section))


def _content_of(article: Article, section: Section) -> str:
    count = sum(table.section == section.index for table in article.tables)
    return f"{count} tables of other columns" if count else "no table"


def _places(article: Article, candidates: list[MemberTable]) -> str:
    return ", ".join(
        f"table {c.table.index} in section {article.sections[c.table.section].heading!r}" for c in candidates
    )
