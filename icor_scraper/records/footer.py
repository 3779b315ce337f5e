"""Rows at the end of a table that are no records: totals, sources, notes."""

from __future__ import annotations

from collections.abc import Collection

from icor_scraper.models import Cell, Table
from icor_scraper.records.fold import fold
from icor_scraper.records.layout import Layout, distinct

_WORDS = frozenset("total totals sum source sources note notes updated".split())
"""Words of which one begins such a row."""


def find_footer(table: Table, layout: Layout) -> int:
    """The first row of the footer; the number of rows where there is none.

    A row belongs to it if none but such rows follow, its first cell stands in more than one of the columns
    read and begins with "Total", "Source" or "Note", and what stands beside it are numbers.
    """
    columns = set(layout.columns.values())
    start = len(table.grid)
    while start > layout.header_end and _is_footer(distinct(table.grid[start - 1]), start - 1, columns):
        start -= 1
    return start


def _is_footer(cells: list[Cell], row: int, columns: Collection[int]) -> bool:
    if not cells or any(cell.row != row for cell in cells):
        return False
    first, *others = cells
    covered = range(first.column, first.column + first.colspan)
    words = fold(first.text).split()
    return (
        sum(column in covered for column in columns) > 1
        and bool(words)
        and words[0] in _WORDS
        and all(cell.text.replace(",", "").isdecimal() or not cell.text for cell in others)
    )
