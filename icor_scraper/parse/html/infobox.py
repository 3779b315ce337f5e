"""Infoboxes: tables of the class "infobox", a name and a value in each row."""

from __future__ import annotations

from collections.abc import Iterable

from icor_scraper.models import Infobox, InfoboxField, Table


def build_infoboxes(tables: Iterable[Table]) -> tuple[Infobox, ...]:
    return tuple(
        Infobox(name="", fields=tuple(_fields(table)), span=None)
        for table in tables
        if "infobox" in table.attributes.get("class", "").split()
    )


def _fields(table: Table) -> Iterable[InfoboxField]:
    """A field for each row that has one header cell and, right of it, one other cell with words."""
    for y, row in enumerate(table.grid):
        cells = [cell for x, cell in enumerate(row) if cell and (cell.row, cell.column) == (y, x)]
        match cells:
            case [name, value] if name.is_header and not value.is_header and value.text:
                yield InfoboxField(name=name.text, text=value.text, wikitext="", span=None)
