"""A table and its cells while the tree of tables is built."""

from __future__ import annotations

from icor_scraper.models import Span
from icor_scraper.parse.wikitext.tables.lines import TableEvent

_CAPTION = TableEvent.CAPTION  # as a plain name, since an enum's attributes are slow to look up
_OPENED_BY = {
    TableEvent.DATA_END: TableEvent.DATA,
    TableEvent.HEADER_END: TableEvent.HEADER,
    TableEvent.CAPTION_END: TableEvent.CAPTION,
}


class CellNode:
    """A cell or caption while the tree is built."""

    __slots__ = ("attributes", "end", "event", "is_hidden", "segments", "span", "start", "text")

    def __init__(self, event: TableEvent, start: int, attributes: str | None) -> None:
        self.event = event
        self.start = self.end = start
        """Where its content begins and ends in the expanded text."""
        self.attributes = attributes
        """Their source; None where there is no place for any."""
        self.segments: list[tuple[int, int]] = []
        """Its own text in the expanded text, nested tables left out."""
        self.is_hidden = False
        """Whether its style or its row's hides it: it is in no row then."""
        self.text = ""
        """What a reader sees of it; given when the tree is complete, as is its span."""
        self.span: Span | None = None


class TableNode:
    """A table while the tree is built."""

    __slots__ = (
        "attributes",
        "captions",
        "cell",
        "end",
        "groups",
        "is_hidden",
        "next_is_hidden",
        "parent",
        "row",
        "row_is_hidden",
        "start",
        "stray",
    )

    def __init__(self, start: int, attributes: str | None, parent: tuple[TableNode, CellNode] | None) -> None:
        self.start = self.end = start
        self.attributes = attributes
        self.parent = parent
        """The table and cell that it stands in."""
        self.captions: list[CellNode] = []
        self.groups: list[list[list[CellNode]]] = []
        """Row groups of rows of cells: a rowspan does not leave its group."""
        self.row: list[CellNode] | None = None
        self.cell: CellNode | None = None
        self.stray: list[tuple[int, int]] = []
        """Text between its cells, which a browser moves in front of the table."""
        self.is_hidden = self.row_is_hidden = self.next_is_hidden = False
        """The last: what the last `|-` says of the row that a line opens next."""

    def open_cell(self, event: TableEvent, start: int, attributes: str | None, *, is_hidden: bool) -> None:
        row = self.row
        if row is None:
            self.row_is_hidden = False
            row = self._start_row()
        self.cell = cell = CellNode(event, start, attributes)
        cell.is_hidden = is_hidden or self.row_is_hidden
        if not cell.is_hidden:
            row.append(cell)

    def open_row(self, attributes: str | None, *, is_hidden: bool) -> None:
        self.cell = None
        # the attributes of a wikitext row stand at its `|-`
        self.row_is_hidden = is_hidden if attributes is not None else self.next_is_hidden
        self._start_row()

    def _start_row(self) -> list[CellNode]:
        if not self.groups:
            self.groups.append([])
        row: list[CellNode] = []
        self.row = row
        if not self.row_is_hidden:
            self.groups[-1].append(row)
        return row

    def end_row(self, attributes: str | None) -> None:
        if attributes is not None or self.cell is None or self.cell.event is not _CAPTION:  # else it is a stray </tr>
            self.cell = self.row = None

    def open_caption(self, start: int, attributes: str | None, *, is_hidden: bool) -> None:
        self.row = None
        self.groups.append([])
        self.cell = CellNode(_CAPTION, start, attributes)
        self.cell.is_hidden = is_hidden
        if not is_hidden:
            self.captions.append(self.cell)

    def end_cell(self, event: TableEvent) -> None:
        """Close what is open where `event` is the end of its kind."""
        if self.cell is not None and self.cell.event is _OPENED_BY.get(event):
            self.cell = None
