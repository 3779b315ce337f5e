"""Wikitext tables, line by line: `{|`, `|+`, `|-`, `|`, `!` and `|}` become a stream of marks.

The rules are those of https://www.mediawiki.org/wiki/Help:Tables as MediaWiki applies them: only the
start of a line opens, divides or closes; all that follows the mark of a cell belongs to it, until the
next mark; a row without cells is no row; a table left open ends with its text.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

_OPENING = re.compile(r"^[ \t\x0b]*:*[ \t\x0b]*(?=\{\|)", re.MULTILINE)
_LINE = re.compile(r"^[ \t\x0b]*(?::*[ \t\x0b]*(?=(\{\|))|(\|[-+}]?|!))", re.MULTILINE)
_HEADER_DIVIDER = re.compile(r"\|\||!!")
_TAG = re.compile(r"<[^>\n]*>")
_ROW_MARK = re.compile(r"-+")


class TableEvent(IntEnum):
    """What happens at a mark."""

    OPEN = 0
    CLOSE = 1
    ROW_END = 2
    """A `|-`: the open cell and row end."""
    ROW = 3
    DATA = 4
    HEADER = 5
    CAPTION = 6
    DATA_END = 7
    HEADER_END = 8
    CAPTION_END = 9


class TableMark(NamedTuple):
    """One mark of a table in the expanded text."""

    start: int
    """Where the text before it ends."""
    event: TableEvent
    end: int
    """Where the text after it begins."""
    attributes: tuple[int, int] | None = None
    """Where its attributes stand."""


class _OpenTable:
    """What the line rules remember of a table that is open."""

    __slots__ = ("has_rows", "row_attributes", "row_is_open")

    def __init__(self) -> None:
        self.row_is_open = False
        self.row_attributes: tuple[int, int] | None = None
        self.has_rows = False


def table_marks(text: str, start: int, end: int) -> list[TableMark]:
    """The marks of all wikitext tables in `text[start:end]`, which begins and ends with a line."""
    marks: list[TableMark] = []
    position = start
    while opening := _OPENING.search(text, position, end):
        position = _read_table(text, opening.start(), end, marks)
    return marks


def _read_table(text: str, start: int, end: int, marks: list[TableMark]) -> int:
    """Read the table whose `{|` stands on the line at `start`; return where the text goes on."""
    stack: list[_OpenTable] = []
    for match in _LINE.finditer(text, start, end):
        mark = match[2]
        if mark is None:
            marks.append(_open_mark(text, match, end))
            stack.append(_OpenTable())
            continue
        table = stack[-1]
        if mark == "|}":
            stack.pop()
            _close(marks, table, match.start(), match.end())
            if not stack:
                return match.end()
        elif mark == "|-":
            line_end = _line_end(text, match.end(), end)
            dashes = _ROW_MARK.match(text, match.end(), line_end)
            table.row_attributes = (dashes.end() if dashes else match.end(), line_end)
            table.row_is_open = False
            marks.append(TableMark(match.start(), TableEvent.ROW_END, line_end, table.row_attributes))
        else:
            _read_cells(text, match, end, table, marks)
    while stack:
        _close(marks, stack.pop(), end, end)
    return end


def _line_end(text: str, position: int, end: int) -> int:
    found = text.find("\n", position, end)
    return end if found < 0 else found


def _open_mark(text: str, match: re.Match[str], end: int) -> TableMark:
    line_end = _line_end(text, match.end(), end)
    return TableMark(match.end(), TableEvent.OPEN, line_end, (match.end() + 2, line_end))


def _close(marks: list[TableMark], table: _OpenTable, start: int, end: int) -> None:
    if not table.has_rows:  # MediaWiki gives a table without any row an empty one
        marks += (TableMark(start, TableEvent.ROW, start), TableMark(start, TableEvent.DATA, start))
    marks.append(TableMark(start, TableEvent.CLOSE, end))


def _read_cells(text: str, match: re.Match[str], end: int, table: _OpenTable, marks: list[TableMark]) -> None:
    """`| a || b`, `! a !! b` or `|+ caption`: a mark for each cell of the line."""
    mark, position = match[2], match.end()
    line_end = _line_end(text, position, end)
    event = TableEvent.CAPTION if mark == "|+" else TableEvent.HEADER if mark == "!" else TableEvent.DATA
    before = match.start()
    for cell_start, cell_end in _divide(text, position, line_end, is_header=mark == "!"):
        if event is not TableEvent.CAPTION and not table.row_is_open:
            marks.append(TableMark(before, TableEvent.ROW, before, table.row_attributes))
            table.row_is_open = table.has_rows = True
        attributes, content = _attributes(text, cell_start, cell_end)
        marks.append(TableMark(before, event, content, attributes))
        before = cell_end


def _divide(text: str, start: int, end: int, *, is_header: bool) -> list[tuple[int, int]]:
    """The cells of a line: parted by `||`, on a header line by `!!` too where it is in no tag."""
    if is_header:
        tags = [match.span() for match in _TAG.finditer(text, start, end)]
        dividers = [
            match.start()
            for match in _HEADER_DIVIDER.finditer(text, start, end)
            if match[0] == "||" or not any(a < match.start() < b for a, b in tags)
        ]
    else:
        dividers = []
        found = text.find("||", start, end)
        while found >= 0:
            dividers.append(found)
            found = text.find("||", found + 2, end)
    cells = []
    for divider in dividers:
        cells.append((start, divider))
        start = divider + 2
    cells.append((start, end))
    return cells


def _attributes(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """(where the attributes stand, where the content begins): what comes before the first single `|`,
    unless a link opens in it."""
    bar = text.find("|", start, end)
    if bar < 0 or text.find("[[", start, bar) >= 0 or text.find("-{", start, bar) >= 0:
        return None, start
    return (start, bar), bar + 1
