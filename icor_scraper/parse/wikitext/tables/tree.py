"""Marks of wikitext tables and raw `<table>` tags put together, as a browser builds a table.

MediaWiki turns wikitext tables into tags among the raw ones, and an HTML5 tree builder balances them
all. This is that tree builder's table part (https://html.spec.whatwg.org/multipage/parsing.html,
"in table" and what follows), without the elements that do not matter to a table's grid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter
from string import whitespace

from icor_scraper.errors import ParseError
from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, UNKNOWN, Mark
from icor_scraper.parse.wikitext.placed import end_around
from icor_scraper.parse.wikitext.tables.lines import TableEvent, TableMark
from icor_scraper.parse.wikitext.tables.nodes import CellNode, TableNode
from icor_scraper.parse.wikitext.tags import hides, is_contents

RAW_TABLE_TAG = re.compile(r"<(/?)(table|tr|td|th|caption)(?![^\t\n\v />])([^<>]*)>", re.IGNORECASE)

# As plain names, since an enum's attributes are slow to look up.
_OPEN, _CLOSE, _CAPTION = TableEvent.OPEN, TableEvent.CLOSE, TableEvent.CAPTION
_ROW, _ROW_END, _DATA, _HEADER = TableEvent.ROW, TableEvent.ROW_END, TableEvent.DATA, TableEvent.HEADER
_OF_ROWS = (_ROW_END, TableEvent.ROW_ATTRIBUTES, TableEvent.CAPTION_END)
"""What a `|-` may be."""
MAX_TABLES = 20_000
"""Tables of one page: fifty times as many as the most of Wikipedia."""
MAX_CELLS = 400_000
"""Cells of one page: twenty times as many as the most of Wikipedia, and 350 MiB."""

_STARTS = {
    "table": TableEvent.OPEN,
    "tr": TableEvent.ROW,
    "td": TableEvent.DATA,
    "th": TableEvent.HEADER,
    "caption": TableEvent.CAPTION,
}
_ENDS = {
    "table": TableEvent.CLOSE,
    "tr": TableEvent.ROW_END,
    "td": TableEvent.DATA_END,
    "th": TableEvent.HEADER_END,
    "caption": TableEvent.CAPTION_END,
}


def too_many_tables() -> ParseError:
    """The error of a page of more than MAX_TABLES tables."""
    return ParseError(f"expected a page of at most {MAX_TABLES} tables, found more")


def too_many_cells() -> ParseError:
    """The error of a page of more than MAX_CELLS cells."""
    return ParseError(f"expected a page of at most {MAX_CELLS} table cells, found more")


class TableTree:
    """The tables of one fragment, in the order in which they open, and the text outside them."""

    def __init__(self, text: str, start: int, page_marks: Sequence[Mark]) -> None:
        self.text = text
        self.start = start
        self._page_marks = page_marks
        self.tables: list[TableNode] = []
        self.outside: list[tuple[int, int]] = []
        self.attributes: list[tuple[int, int]] = []
        """Where attributes stand that hold what looks like a link, its end or a tag."""
        self.hidden: list[tuple[int, int]] = []
        """Marks of tables, rows and cells whose style hides them: they are left out."""
        self.open_cell: CellNode | None = None
        """The cell that a raw table leaves open at the end."""
        self._open: list[TableNode] = []
        self._position = start

    def build(self, marks: Sequence[TableMark], end: int) -> TableTree:
        """Read the marks of the text up to `end`. Raises ParseError where they are of more than MAX_CELLS cells."""
        if len(marks) > MAX_CELLS and sum(mark[1] is _DATA or mark[1] is _HEADER for mark in marks) > MAX_CELLS:
            raise too_many_cells()
        for start, event, end_of_mark, attributes in marks:
            self._read(start, event, end_of_mark, attributes)
        self._text_until(end)
        for table in self._open:
            self.open_cell = table.cell or (table.parent[1] if table.parent else None)
            table.end = end
            if table.cell:
                table.cell.end = end
        self.tables = [table for table in self.tables if not table.is_hidden]
        return self

    def _read(self, start: int, event: TableEvent, end: int, place: tuple[int, int] | None) -> None:
        """Read one mark, which ends at `end`."""
        table = self._open[-1] if self._open else None
        if table and table.cell:
            table.cell.end = start
        self._text_until(start)
        attributes = self._attributes(place) if place else None
        is_hidden = attributes is not None and _is_hidden(event, attributes)
        if is_hidden:
            self.hidden.append((start, end))
        self._position = max(self._position, end)
        if event is _OPEN:
            self._open_table(start, attributes, is_hidden=is_hidden)
        elif event is _CLOSE and table:
            table.end = end
            self._open.pop()
        elif table:
            _in_table(table, event, end, attributes, is_hidden=is_hidden)

    def _attributes(self, place: tuple[int, int]) -> str:
        """The source of a mark's attributes; where they stand is kept if they look like markup."""
        source = self.text[place[0] : place[1]]
        if MARK in source:
            source = MARK_PATTERN.sub(self._literal, source)
        if "[" in source or "://" in source or "<" in source or "]]" in source:
            self.attributes.append(place)
        return source

    def _literal(self, match: re.Match[str]) -> str:
        """What `<nowiki>` shows, which counts in attributes; any other mark as it is."""
        mark = self._page_marks[int(match[1])]
        return mark.text if mark.name == "nowiki" else match[0]

    def leave_out(self, stretches: list[tuple[int, int]]) -> None:
        """Drop the tables that begin in one of `stretches`, which are in order, and those in them."""
        kept: dict[int, TableNode] = {}
        for table in self.tables:
            if end_around(stretches, table.start) or (table.parent and id(table.parent[0]) not in kept):
                self.hidden.append((table.start, table.start + 2))
            else:
                kept[id(table)] = table
        self.tables = [*kept.values()]

    def _text_until(self, end: int) -> None:
        start = self._position
        if start >= end:
            return
        self._position = end
        if not self._open:
            self.outside.append((start, end))
            return
        table = self._open[-1]
        if table.cell is not None:
            table.cell.segments.append((start, end))
        elif self.text[start:end].strip(_NOTHING):
            table.stray.append((start, end))
            if table.parent:
                table.parent[1].segments.append((start, end))
            else:
                self.outside.append((start, end))

    def _open_table(self, start: int, attributes: str | None, *, is_hidden: bool) -> None:
        if self._open and self._open[-1].cell is None:  # a table cannot stand between cells: it ends the outer one
            self._open.pop().end = start
        parent = None
        if self._open:
            outer = self._open[-1]
            assert outer.cell is not None  # noqa: S101 -- just seen to; for the type checker
            parent = (outer, outer.cell)
        table = TableNode(start, attributes, parent)
        table.is_hidden = is_hidden or (parent is not None and (parent[0].is_hidden or parent[1].is_hidden))
        self.tables.append(table)
        if len(self.tables) > MAX_TABLES:
            raise too_many_tables()
        self._open.append(table)


def _is_hidden(event: TableEvent, attributes: str) -> bool:
    """Whether a table, row or cell is not shown, as its attributes say."""
    if "none" in attributes and hides(attributes):
        return True
    return event is _OPEN and "toc" in attributes and is_contents(attributes)


def _in_table(table: TableNode, event: TableEvent, end: int, attributes: str | None, *, is_hidden: bool) -> None:
    """Do in the innermost table what a mark asks for that neither opens nor closes one."""
    if attributes is not None and event in _OF_ROWS:
        table.next_is_hidden = is_hidden
    if event is _DATA or event is _HEADER:
        table.open_cell(event, end, attributes, is_hidden=is_hidden)
    elif event is _ROW:
        table.open_row(attributes, is_hidden=is_hidden)
    elif event is _ROW_END:
        table.end_row(attributes)
    elif event is _CAPTION:
        table.open_caption(end, attributes, is_hidden=is_hidden)
    else:
        table.end_cell(event)


_NOTHING = f"{whitespace}{UNKNOWN}"
"""What is no stray text: an unknown call has a warning of its own."""


def raw_marks(text: str, start: int, end: int) -> list[TableMark]:
    """The raw `<table>`, `<tr>`, `<td>`, `<th>` and `<caption>` tags of `text[start:end]`."""
    return [
        (
            match.start(),
            (_ENDS if match[1] else _STARTS)[match[2].lower()],
            match.end(),
            None if match[1] else match.span(3),
        )
        for match in RAW_TABLE_TAG.finditer(text, start, end)
    ]


def merge_marks(marks: list[TableMark], raw: list[TableMark]) -> list[TableMark]:
    """Both kinds in order, without the raw tags that stand where a wikitext table has attributes."""
    merged: list[TableMark] = []
    end = 0
    for mark in sorted(marks + raw, key=itemgetter(0)):
        if mark[0] < end:
            continue
        merged.append(mark)
        end = max(end, mark[2])
    return merged
