"""The HTML standard's table model: which slots each cell covers.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from icor_scraper.errors import ParseError
from icor_scraper.parse.html.page import CellNode

T = TypeVar("T")

MAX_SLOTS = 2_000_000
"""How many slots the tables of one page may have together. The largest tables of Wikipedia have some
50,000; a few hundred bytes of spans can ask for millions, at 16 bytes a slot."""

MAX_COLSPAN = 1000
MAX_ROWSPAN = 65534

_INTEGER = re.compile(r"[\t\n\f\r ]*(?:\+?(?P<digits>[0-9]+)|-0+(?![0-9]))")

Group = list[list[CellNode]]
Place = Callable[[CellNode, int, int, int, int], T]
"""Makes what stands in the slots of a cell: from its node, row, column, rowspan and colspan."""


def lay_out(groups: Iterable[Group], place: Place[T], max_slots: int = MAX_SLOTS) -> list[list[T | None]]:
    """The rows of a table, all of one width, with what `place` makes in each slot that a cell covers.

    A slot that two cells claim stays with the first. Raises ParseError beyond `max_slots`.
    """
    grid: list[list[T | None]] = []
    width = 0
    for rows in groups:
        top = len(grid)
        grid.extend([] for _ in rows)
        for row, cells in enumerate(rows, top):
            line = grid[row]
            column = 0
            for node in cells:
                while column < len(line) and line[column] is not None:
                    column += 1
                colspan, rowspan = spans_of(node, len(grid) - row)
                width = max(width, column + colspan)
                _check(width * len(grid), max_slots)
                cell = place(node, row, column, rowspan, colspan)
                for covered in grid[row : row + rowspan]:
                    _cover(covered, column, column + colspan, cell)
                column += colspan
    _check(width * len(grid), max_slots)
    for line in grid:
        line.extend([None] * (width - len(line)))
    return grid


def spans_of(node: CellNode, rows_left: int) -> tuple[int, int]:
    """(colspan, rowspan) of a cell, clamped; the rowspan clipped to what is left of its row group."""
    attributes = node.attributes
    colspan = rowspan = 1
    if "colspan" in attributes:
        colspan = min(read_integer(attributes["colspan"]) or 1, MAX_COLSPAN)
    if "rowspan" in attributes:
        asked = read_integer(attributes["rowspan"])
        rowspan = rows_left if asked == 0 else min(asked or 1, MAX_ROWSPAN, rows_left)
    return colspan, rowspan


def read_integer(value: str) -> int | None:
    """A number by HTML's rules for parsing non-negative integers; None where there is none.

    https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#rules-for-parsing-non-negative-integers
    What has more than nine digits is given as 999,999,999: no span comes near it.
    """
    found = _INTEGER.match(value)
    if found is None:
        return None
    digits = (found["digits"] or "0").lstrip("0")
    return int(digits or 0) if len(digits) <= 9 else 999_999_999


def _cover(line: list[T | None], start: int, stop: int, cell: T) -> None:
    if len(line) <= start:
        line.extend([None] * (start - len(line)))
        line.extend([cell] * (stop - start))
        return
    line.extend([None] * (stop - len(line)))
    for column in range(start, stop):
        if line[column] is None:
            line[column] = cell


def _check(slots: int, max_slots: int) -> None:
    if slots > max_slots:
        raise ParseError(f"expected tables of at most {MAX_SLOTS} slots in all, found more")
