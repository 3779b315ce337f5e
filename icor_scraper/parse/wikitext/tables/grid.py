"""Rows of cells with spans laid out as a rectangle.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table: a rowspan ends with its row group
(0 means just there), a colspan is 1 to 1000, a rowspan at most 65534.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from icor_scraper.errors import ParseError

MAX_COLSPAN = 1000
MAX_ROWSPAN = 65534
MAX_SLOTS = 1_000_000
"""Slots of one table: a hundred times the largest of Wikipedia, and a few dozen MiB."""

_INTEGER = re.compile(r"[ \t\n\f\r]*\+?([0-9]+)")
_MOST_DIGITS = 9  # more make a number beyond every limit

T = TypeVar("T")


Laid = tuple[T, int, int, int, int]
"""A cell in its place: the cell, row, column, rowspan, colspan. Plain tuples, as there are many."""


def read_span(value: str | None, low: int, high: int) -> int:
    """An attribute as HTML's rules for non-negative integers read it, clamped; 1 where it is none."""
    found = _INTEGER.match(value) if value else None
    if not found:
        return 1
    digits = found[1].lstrip("0")
    return high if len(digits) > _MOST_DIGITS else min(max(int(digits or "0"), low), high)


def lay_out(groups: Sequence[Sequence[Sequence[tuple[T, int, int]]]]) -> list[list[Laid[T] | None]]:
    """The grid of row groups of rows of (cell, rowspan, colspan), padded to a rectangle.

    Raises ParseError where the spans ask for more than MAX_SLOTS slots.
    """
    grid: list[list[Laid[T] | None]] = []
    height = sum(map(len, groups))
    slots = 0
    for rows in groups:
        first = len(grid)
        grid.extend([] for _ in rows)
        for y, row in enumerate(rows, first):
            line = grid[y]
            x = 0
            for cell, tall, wide in row:
                while x < len(line) and line[x] is not None:
                    x += 1
                if tall == 1 and wide == 1 and x == len(line):
                    line.append((cell, y, x, 1, 1))
                    x += 1
                    continue
                last = len(grid) if tall == 0 else min(y + tall, len(grid))
                slots += (last - y) * wide
                _refuse_above(max(slots, (x + wide) * height))
                _place(grid, (cell, y, x, last - y, wide))
                x += wide
    width = max(map(len, grid), default=0)
    _refuse_above(width * height)
    for line in grid:
        line.extend([None] * (width - len(line)))
    return grid


def _place(grid: list[list[Laid[T] | None]], laid: Laid[T]) -> None:
    """Fill the slots of a cell that are still free: of two cells that overlap the first stays."""
    _, row, left, tall, wide = laid
    right = left + wide
    for line in grid[row : row + tall]:
        line.extend([None] * (right - len(line)))
        for x in range(left, right):
            if line[x] is None:
                line[x] = laid


def _refuse_above(slots: int) -> None:
    if slots > MAX_SLOTS:
        raise ParseError(f"expected a table of at most {MAX_SLOTS} slots, found one whose spans ask for {slots}")
