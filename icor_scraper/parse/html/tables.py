"""Tables from their nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icor_scraper.models import Cell, Table
from icor_scraper.parse.html.content import HtmlContent
from icor_scraper.parse.html.grid import MAX_SLOTS, lay_out
from icor_scraper.parse.html.page import CellNode, TableNode

if TYPE_CHECKING:
    from icor_scraper.parse.html.document import HtmlDocument


def build_tables(document: HtmlDocument) -> tuple[Table, ...]:
    """All tables of the page. Raises ParseError beyond MAX_SLOTS slots in all."""
    tables: list[Table] = []
    slots = 0
    for index, node in enumerate(document.page.tables):
        tables.append(_table(document, index, node, MAX_SLOTS - slots))
        grid = tables[-1].grid
        slots += len(grid) * len(grid[0]) if grid else 0
    return tuple(tables)


def _table(document: HtmlDocument, index: int, node: TableNode, max_slots: int) -> Table:
    def place(cell: CellNode, row: int, column: int, rowspan: int, colspan: int) -> Cell:
        return Cell(
            row=row,
            column=column,
            rowspan=rowspan,
            colspan=colspan,
            is_header=cell.is_header,
            text=cell.text,
            span=None,
            _content=HtmlContent(document, cell),
        )

    return Table(
        index=index,
        caption=node.caption,
        grid=tuple(map(tuple, lay_out(node.groups, place, max_slots))),
        section=node.section,
        parent=node.parent,
        span=None,
        _content=HtmlContent(document, node.inside),
    )
