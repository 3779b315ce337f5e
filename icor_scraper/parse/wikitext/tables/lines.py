"""Wikitext tables, line by line: `{|`, `|+`, `|-`, `|`, `!` and `|}` become a stream of marks.

The rules are those of https://www.mediawiki.org/wiki/Help:Tables as MediaWiki applies them: only the
start of a line opens, divides or closes; all that follows the mark of a cell belongs to it, until the
next mark; a row without cells is no row; a table left open ends with its text.
"""

from __future__ import annotations

import re
from enum import IntEnum

from icor_scraper.parse.wikitext.tags import HTML_TAGS

_INDENT = re.compile(r"[ \t\x0b]*+:*+[ \t\x0b]*+").fullmatch
table_openings = re.compile(r"\{(?=\|)").finditer  # one character is looked for quicker than two
"""Each `{|`."""
# It begins with a plain character, so that the search skips from line to line.
_LINE = re.compile(r"\n[ \t\x0b]*+(?::*+[ \t\x0b]*+(?=\{\|)|(\|[-+}]?|!))").finditer
_SIGN_IN_TAG = re.compile(r"<([A-Za-z][^\s<>/|]*+)(?=[\s/])[^<>|\[]*+[|\[][^<>]*+>").sub
_NO_SIGNS = str.maketrans("|[{", "   ")
_TAG_OR_DIVIDER = re.compile(rf"</?(?i:{'|'.join(sorted(HTML_TAGS))})(?=[\t\n\v />])[^>]*+>|!!").sub


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
    ROW_ATTRIBUTES = 10
    """A `|-` where no line has opened a row: it ends nothing, not even raw cells."""


TableMark = tuple[int, TableEvent, int, tuple[int, int] | None]
"""One mark of a table in the expanded text: where the text before it ends, what happens, where the text
after it begins, and where its attributes stand. Plain tuples, as there are many."""

_ROW, _ROW_END, _ROW_ATTRIBUTES = TableEvent.ROW, TableEvent.ROW_END, TableEvent.ROW_ATTRIBUTES
_DATA, _HEADER, _CAPTION, _CAPTION_END = TableEvent.DATA, TableEvent.HEADER, TableEvent.CAPTION, TableEvent.CAPTION_END


class _OpenTable:
    """What the line rules remember of a table that is open."""

    __slots__ = ("caption_is_open", "has_rows", "row_is_open")

    def __init__(self) -> None:
        self.row_is_open = self.caption_is_open = False
        self.has_rows = False


def table_marks(text: str, start: int, end: int) -> list[TableMark]:
    """The marks of all wikitext tables in `text[start:end]`, which begins and ends with a line."""
    marks: list[TableMark] = []
    position = start
    for match in table_openings(text, start, end):
        opening = match.start()
        if opening < position:
            continue
        line_start = max(text.rfind("\n", start, opening) + 1, start)
        if _INDENT(text, line_start, opening):
            position = _read_table(text, opening, end, marks)
        else:
            position = _line_end(text, opening, end)
    return marks


def _read_table(text: str, opening: int, end: int, marks: list[TableMark]) -> int:
    """Read the table whose `{|` stands at `opening`; return where the text goes on."""
    marks.append(_open_mark(text, opening, end))
    table = _OpenTable()
    stack = [table]
    for match in _LINE(text, opening, end):
        mark, start, position = match[1], match.start() + 1, match.end()
        if mark is None:
            marks.append(_open_mark(text, position, end))
            table = _OpenTable()
            stack.append(table)
        elif mark == "|}":
            _close(marks, stack.pop(), start, position)
            if not stack:
                return position
            table = stack[-1]
        elif mark == "|-":
            line_end = _line_end(text, position, end)
            event = _ROW_END if table.row_is_open else _CAPTION_END if table.caption_is_open else _ROW_ATTRIBUTES
            table.row_is_open = table.caption_is_open = False
            table.has_rows = True
            marks.append((start, event, line_end, (position, line_end)))
        else:
            _read_cells(text, match, _line_end(text, position, end), table, marks)
    while stack:
        _close(marks, stack.pop(), end, end)
    return end


def _line_end(text: str, position: int, end: int) -> int:
    found = text.find("\n", position, end)
    return end if found < 0 else found


def _open_mark(text: str, opening: int, end: int) -> TableMark:
    line_end = _line_end(text, opening, end)
    return opening, TableEvent.OPEN, line_end, (opening + 2, line_end)


def _close(marks: list[TableMark], table: _OpenTable, start: int, end: int) -> None:
    if not table.has_rows:  # MediaWiki gives a table without any `|-` or cell an empty row
        marks += ((start, _ROW, start, None), (start, _DATA, start, None))
    marks.append((start, TableEvent.CLOSE, end, None))


def _read_cells(text: str, match: re.Match[str], end: int, table: _OpenTable, marks: list[TableMark]) -> None:
    """`| a || b`, `! a !! b` or `|+ caption`, up to `end`: a mark for each cell of the line."""
    mark, before, start = match[1], match.start() + 1, match.end()
    line = text[start:end]
    event = _DATA if mark == "|" else _HEADER if mark == "!" else _CAPTION
    if event is _CAPTION:
        table.caption_is_open = True
    elif not table.row_is_open:
        marks.append((before, _ROW, before, None))
        table.row_is_open = table.has_rows = True
    if event is _HEADER:
        line = _one_divider(line)
    if "|" not in line:
        marks.append((before, event, start, None))
        return
    if "<" in line:
        line = _SIGN_IN_TAG(_without_signs, line)
    for cell in line.split("||"):
        bar = _attributes_end(cell)
        if bar < 0:
            marks.append((before, event, start, None))
        else:
            marks.append((before, event, start + bar + 1, (start, start + bar)))
        before = start + len(cell)
        start = before + 2


def _without_signs(match: re.Match[str]) -> str:
    """A tag of which MediaWiki has made the signs of tables and links in attributes to character references."""
    return match[0].translate(_NO_SIGNS) if match[1].lower() in HTML_TAGS else match[0]


def _one_divider(line: str) -> str:
    """A line of header cells with each `!!` that is in no tag as `||`."""
    if "!!" not in line:
        return line
    last_tag = line.rfind(">") + 1
    tags = _TAG_OR_DIVIDER(lambda match: "||" if match[0] == "!!" else match[0], line[:last_tag])
    return tags + line[last_tag:].replace("!!", "||")


def _attributes_end(cell: str) -> int:
    """Where the first single `|` stands, before which are attributes, unless a link opens there; -1 for none."""
    bar = cell.find("|")
    if bar >= 0 and (cell.find("[[", 0, bar) >= 0 or cell.find("-{", 0, bar) >= 0):
        return -1
    return bar
