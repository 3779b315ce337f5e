"""Tables and their parts."""

from __future__ import annotations

from collections.abc import Iterator

from icor_scraper.parse.html.page import CellNode, Stretch, TableNode
from icor_scraper.parse.html.roles import Role
from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.walk import Walk


def table(walk: Walk, element: Element) -> Iterator[None]:
    """`<table>`; what is hidden makes none."""
    if walk.place.is_hidden:
        yield
        return
    outer = walk.place
    index = len(walk.page.tables)
    node = TableNode(Stretch(element.attributes), section=len(walk.page.headings), parent=outer.table)
    walk.page.tables.append(node)
    walk.place = outer._replace(table=index, mark=None)
    yield from walk.inside(node.inside)
    walk.place = outer
    node.groups += node.last_groups
    node.last_groups = []


def caption(walk: Walk, element: Element) -> Iterator[None]:
    """`<caption>`: several are one."""
    table = walk.table()
    if table is None:
        yield
        return
    stretch = Stretch()
    yield from walk.inside(stretch)
    table.caption = stretch.text if table.caption is None else f"{table.caption} {stretch.text}".strip()


def row_group(walk: Walk, element: Element) -> Iterator[None]:
    """`<thead>`, `<tbody>` or `<tfoot>`."""
    table = walk.table()
    if table is None:
        yield
        return
    table.open_group = []
    groups = table.last_groups if element.role is Role.LAST_ROW_GROUP else table.groups
    groups.append(table.open_group)
    yield
    table.open_group = None


def row(walk: Walk, element: Element) -> Iterator[None]:
    """`<tr>`. Parsoid writes rows without cells, too, which the legacy parser leaves out."""
    table = walk.table()
    if table is None:
        yield
        return
    if table.open_group is None:
        table.open_group = []
        table.groups.append(table.open_group)
    row: list[CellNode] = []
    group = table.open_group
    group.append(row)
    yield
    if walk.form.is_parsoid and not row and group[-1] is row:
        group.pop()


def cell(walk: Walk, element: Element) -> Iterator[None]:
    """`<td>` or `<th>`."""
    table = walk.table()
    if table is None or not table.open_group:
        yield
        return
    cell = CellNode(element.attributes, is_header=element.name == "th")
    table.open_group[-1].append(cell)
    yield from walk.inside(cell)
