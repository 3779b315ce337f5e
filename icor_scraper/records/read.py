"""Read the rows of a table as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from icor_scraper.errors import LayoutError, RecordError
from icor_scraper.models import Cell, ParseWarning, Table, WarningCode
from icor_scraper.records.column import REQUIRED, Row, columns_of, computed_of, converters_of
from icor_scraper.records.convert import is_blank
from icor_scraper.records.fold import fold
from icor_scraper.records.footer import find_footer
from icor_scraper.records.layout import Layout, Slots, distinct, find_layout, lone_cell
from icor_scraper.visible import shortened

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")

_TOLD = 5
"""How many errors of one table a message tells in words; the rest are in `others`."""


class Reading(NamedTuple, Generic[R]):
    """What `read_records` found."""

    records: tuple[R, ...]
    warnings: tuple[ParseWarning, ...]
    """The doubts about the values read, in reading order."""


def read_records(
    table: Table,
    record_type: type[R],
    *,
    given: Mapping[str, object] | None = None,
    layout: Layout | None = None,
    refuse_unrendered: bool = False,
) -> Reading[R]:
    """Read each row below the header of `table` as a `record_type`.

    `record_type` is a dataclass whose fields declare `column(...)` or `computed(...)`. `given` are the
    values of fields that the table does not tell, as a group that its section's heading names. With
    `refuse_unrendered` a value with a template whose words cannot be told is an error, not a warning.

    Rows without a cell or with empty ones only, repeated header rows and a footer of totals or sources
    are skipped; a row that is one cell across the table gives the value of the group field to the rows
    below it. Raises LayoutError where a column is missing or doubled, RecordError (with all others in
    `.others`) where values do not convert.
    """
    layout = layout or find_layout(table, record_type, given=tuple(given or ()))
    reader = _Reader(table, record_type, dict(given or {}), layout, refuse_unrendered)
    reader.read_titles()
    for index in range(layout.header_end, find_footer(table, layout)):
        reader.read_row(index)
    if reader.errors:
        raise _together(reader.errors)
    return Reading(tuple(reader.records), tuple(reader.warnings))


class _Reader(Generic[R]):
    """The state of one reading: the group that counts, and what was found so far."""

    def __init__(
        self, table: Table, record_type: type[R], given: dict[str, object], layout: Layout, refuse_unrendered: bool
    ) -> None:
        self.table = table
        self.record_type = record_type
        self.given = given
        self.layout = layout
        self.refuse_unrendered = refuse_unrendered
        self.declared = {n: c for n, c in columns_of(record_type).items() if n not in given}
        self.computed = {n: c for n, c in computed_of(record_type).items() if n not in given}
        self.converters = converters_of(record_type)
        self.band_fields = [n for n, c in self.declared.items() if c.is_group and n not in layout.columns]
        self.groups: dict[str, Cell] = {}
        self.records: list[R] = []
        self.warnings: list[ParseWarning] = []
        self.errors: list[RecordError] = []
        self.told: set[int] = set()
        self.count = 0
        self.beyond = _beyond_header(table, layout)

    def read_titles(self) -> None:
        """Take a row above the header as the first group, if it names one."""
        for index in range(self.layout.header_start):
            lone = lone_cell(self.table, index)
            if lone and self.names_group(lone):
                self.groups[self.band_fields[0]] = lone

    def read_row(self, index: int) -> None:
        slots = self.table.grid[index]
        lone = lone_cell(self.table, index)
        if _is_empty(slots) or (lone and is_blank(lone.text)) or self.repeats_header(index):
            return
        if lone:
            self.read_group(index, lone)
            return
        self.count += 1
        errors_before = len(self.errors)
        cells = self.cells_of(index)
        values = self.values_of(index, cells)
        if len(self.errors) == errors_before:
            under = tuple(zip(self.layout.headers, slots, strict=True))
            row = Row(position=self.count, grid_row=index, cells=cells, covered=distinct(slots), slots=under)
            values |= {name: from_row(row) for name, from_row in self.computed.items()}
            self.records.append(self.record_type(**values, **self.given))
            self.warnings += row.warnings

    def repeats_header(self, index: int) -> bool:
        """Whether the row says again what the title or, under each declared column, the header says."""
        lone = lone_cell(self.table, index)
        if lone:
            return fold(lone.text) in map(fold, self.layout.titles) and not self.names_group(lone)
        header = self.table.grid[self.layout.header_end - 1]
        row = self.table.grid[index]
        pairs = [(header[column], row[column]) for column in set(self.layout.columns.values())]
        return len(pairs) > 1 and all(a and b and fold(a.text) == fold(b.text) for a, b in pairs)

    def names_group(self, cell: Cell) -> bool:
        """Whether a cell across the table has a value of the group field."""
        if len(self.band_fields) != 1:
            return False
        try:
            self.converters[self.band_fields[0]](cell)
        except ValueError:
            return False
        return True

    def read_group(self, index: int, cell: Cell) -> None:
        """Take a row of one cell as the value of the group field, where there is one."""
        if len(self.band_fields) != 1:
            width = len(set(self.layout.columns.values()))
            self.refuse(f"a row of at least {width} cells", f"one cell {cell.text!r}", index, None, cell)
            return
        (name,) = self.band_fields
        self.groups.pop(name, None)
        if self.convert(index, name, cell) is not None:
            self.groups[name] = cell

    def cells_of(self, index: int) -> dict[str, Cell]:
        """The cell of each declared field; what is missing or stands nowhere is refused."""
        slots = self.table.grid[index]
        cells = dict(self.groups)
        for name, column in self.layout.columns.items():
            cell = slots[column]
            if cell is None:
                self.refuse("a cell", "none", index, self.header_of(name), None)
            elif self.covers_two(cell):
                self.refuse("a cell of its own", f"{cell.text!r} across columns", index, self.header_of(name), cell)
            else:
                cells[name] = cell
        for name, entry in self.declared.items():
            if name not in self.layout.columns and name not in self.groups:
                self.refuse(f'a "{entry.headers[0]}" above the row', "none", index, entry.headers[0], None)
        self.refuse_misfit(index)
        return cells

    def refuse_misfit(self, index: int) -> None:
        """Refuse a row of too many or too few cells, whose values may stand under a neighbour's header.

        Too few are no doubt where the last declared column before the gap holds what it alone can hold.
        """
        free = {column for name, column in self.layout.columns.items() if self.declared[name].is_free_text}
        nearest = -1
        for column, cell in enumerate(self.table.grid[index]):
            header = self.layout.headers[column]
            if column in self.layout.columns.values():
                nearest = column
            elif cell is None and header and nearest in free:
                self.refuse("a cell", "none", index, header, None)
            elif cell and column in self.beyond and not (is_blank(cell.text) and self.beyond[column]):
                self.refuse("no cell beyond the header", repr(cell.text), index, None, cell)

    def covers_two(self, cell: Cell) -> bool:
        """Whether the cell stands in more than one of the declared columns."""
        covered = range(cell.column, cell.column + cell.colspan)
        return sum(column in covered for column in set(self.layout.columns.values())) > 1

    def values_of(self, index: int, cells: Mapping[str, Cell]) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, cell in cells.items():
            entry = self.declared[name]
            self.note_doubts(index, name, cell)
            if not is_blank(cell.text):
                values[name] = self.convert(index, name, cell)
            elif entry.empty is REQUIRED:
                self.refuse("a value", "an empty cell", index, self.header_of(name), cell)
            else:
                values[name] = entry.empty
        return values

    def convert(self, index: int, name: str, cell: Cell) -> object:
        try:
            return self.converters[name](cell)
        except ValueError as error:
            self.refuse(str(error), repr(cell.text), index, self.header_of(name), cell)
            return None

    def note_doubts(self, index: int, name: str, cell: Cell) -> None:
        """Keep a cell's own warnings, once a cell."""
        if id(cell) in self.told:
            return
        self.told.add(id(cell))
        for warning in cell.warnings:
            if self.refuse_unrendered and warning.code is WarningCode.UNRENDERED_TEMPLATE:
                found = f"template {warning.subject!r}"
                self.refuse("words that can be told", found, index, self.header_of(name), cell)
            self.warnings.append(warning)

    def header_of(self, name: str) -> str:
        column = self.layout.columns.get(name)
        return self.declared[name].headers[0] if column is None else self.layout.headers[column]

    def refuse(self, expected: str, found: str, index: int, header: str | None, cell: Cell | None) -> None:
        span = (cell.span.start, cell.span.end) if cell and cell.span else None
        place = [f"row {index}"]
        place += [f'column "{shortened(header)}"'] if header else []
        place += [f"characters {span[0]}-{span[1]}"] if span else []
        found = shortened(found)
        message = f"expected {expected}, found {found} ({', '.join(place)})"
        error = RecordError(message, expected=expected, found=found, row=index, column=header, span=span)
        if message not in map(str, self.errors):
            self.errors.append(error)


def _is_empty(slots: Slots) -> bool:
    """Whether nothing stands in the row, no picture and no template either."""
    return not any(cell.text or cell.wikilinks or cell.warnings for cell in distinct(slots))


def _beyond_header(table: Table, layout: Layout) -> dict[int, bool]:
    """The columns over which no header cell stands, and whether most rows have a cell there."""
    header = table.grid[layout.header_start : layout.header_end]
    body = table.grid[layout.header_end :]
    return {
        column: sum(row[column] is not None for row in body) > len(body) / 2
        for column in range(len(layout.headers))
        if all(row[column] is None for row in header)
    }


def _together(errors: list[RecordError]) -> LayoutError:
    """One error that tells them all."""
    first, *others = errors
    if not others:
        return first
    columns = Counter(error.column for error in errors)
    worst, count = columns.most_common(1)[0]
    where = f', {count} of them in column "{shortened(worst)}"' if worst and count > 1 else ""
    told = "; ".join(map(str, errors[:_TOLD]))
    more = f"; and {len(errors) - _TOLD} more" if len(errors) > _TOLD else ""
    return RecordError(
        f"expected values that can be read, found {len(errors)} that cannot{where}: {told}{more}",
        expected=first.expected,
        found=first.found,
        row=first.row,
        column=first.column,
        span=first.span,
        others=others,
    )
