"""Find the header of a table, and under it the column of each field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from icor_scraper.errors import LayoutError
from icor_scraper.models import Cell, Table
from icor_scraper.records.column import Column, columns_of
from icor_scraper.records.convert import is_blank
from icor_scraper.records.fold import fold, fold_without_parentheses

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Slots = tuple[Cell | None, ...]

_HEADER_ROWS = 4
"""A header of more rows than this is no header that people write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where in a table's grid the fields of a record stand."""

    columns: Mapping[str, int]
    """Column of the grid, from 0, by the field's name; a group field may have none."""
    header_start: int
    """The header's first row, from 0."""
    header_end: int
    """The first row below the header."""
    titles: tuple[str, ...]
    """Texts of rows above the header that are one cell across the table."""
    headers: tuple[str, ...]
    """What stands above each column of the grid, a header of several rows joined; "" for nothing."""


def find_layout(table: Table, record_type: type[DataclassInstance], *, given: Collection[str] = ()) -> Layout:
    """Find the columns of `record_type` in `table`; the fields named in `given` need none.

    The header is the first row that has more than one cell, with the rows that its cells span and,
    where that does not tell all columns, further rows; those must hold header cells only. Raises LayoutError that
    names every column that is missing or found more than once.
    """
    titles, start = _titles(table)
    if start is None:
        raise LayoutError.of("a header row", f"{len(table.grid)} rows without one", f"table {table.index}")
    problem: LayoutError | None = None
    for end in _header_ends(table, start):
        headers = table.paths(start, end)
        try:
            columns = _match(table, headers, end, record_type, given)
        except LayoutError as error:
            problem = problem or error
            continue
        joined = tuple(" ".join(path) for path in headers)
        return Layout(columns=columns, header_start=start, header_end=end, titles=titles, headers=joined)
    raise problem or AssertionError("a header has at least one row")


def distinct(slots: Slots) -> list[Cell]:
    """The cells of a row, each once, from left to right."""
    found: list[Cell] = []
    for cell in slots:
        if cell is not None and not any(cell is other for other in found):
            found.append(cell)
    return found


def lone_cell(table: Table, row: int) -> Cell | None:
    """The only cell of a row of a table that has several columns, as a sub-heading's; else None."""
    cells = distinct(table.grid[row])
    is_lone = len(cells) == 1 and len(table.grid[row]) > 1 and cells[0].row == row
    return cells[0] if is_lone else None


def _titles(table: Table) -> tuple[tuple[str, ...], int | None]:
    """The texts of the rows above the header, and the header's first row."""
    titles: list[str] = []
    for index, slots in enumerate(table.grid):
        cells = distinct(slots)
        lone = lone_cell(table, index)
        if lone is None and any(cell.text for cell in cells):
            return tuple(titles), index
        if lone is not None and lone.text:
            titles.append(lone.text)
    return tuple(titles), None


def _header_ends(table: Table, start: int) -> Iterator[int]:
    end = start + 1
    while end - start < _HEADER_ROWS:
        spanned = max((c.row + c.rowspan for row in table.grid[start:end] for c in row if c), default=end)
        if spanned <= end:
            break
        end = min(spanned, len(table.grid))
    _refuse_swallowed_rows(table, start, end)
    yield end
    while end - start < _HEADER_ROWS and end < len(table.grid):
        cells = distinct(table.grid[end])
        if not cells or not all(cell.is_header for cell in cells):
            return
        end += 1
        yield end


def _refuse_swallowed_rows(table: Table, start: int, end: int) -> None:
    """A rowspan in the header that is too large would make headers of the first rows."""
    for slots in table.grid[start:end] if end > start + 1 else ():
        for cell in distinct(slots):
            if not cell.is_header:
                found = f"a rowspan of the header over {cell.text!r}"
                raise LayoutError.of("a header row", found, f"table {table.index}, row {cell.row}")


def _match(
    table: Table,
    headers: Sequence[tuple[str, ...]],
    end: int,
    record_type: type[DataclassInstance],
    given: Collection[str],
) -> dict[str, int]:
    declared = {name: entry for name, entry in columns_of(record_type).items() if name not in given}
    candidates = {name: _by_header(headers, entry) for name, entry in declared.items()}
    claimed = {column for columns in candidates.values() for column in columns}
    found: dict[str, int] = {}
    problems: list[tuple[str, str]] = []
    for name, entry in declared.items():
        columns = candidates[name] or _recognised(table, end, entry, set(range(len(headers))) - claimed)
        if len(columns) > 1:
            columns = _tell_apart(table, end, entry, columns)
        if len(columns) == 1:
            found[name] = columns[0]
        elif columns or not entry.is_group:
            problems.append(_problem(entry, headers, columns))
    _refuse_shared(found, declared)
    if problems:
        expected, findings = (", ".join(dict.fromkeys(part)) for part in zip(*problems, strict=True))
        raise LayoutError.of(expected, findings, f"table {table.index}, row {end - 1}")
    return found


def _by_header(headers: Sequence[tuple[str, ...]], entry: Column) -> list[int]:
    """The columns whose header is one of the field's, or is that before parentheses, or holds its word.

    Of a header of several rows the last part counts before the whole: under "Party", "Name" is its name.
    """
    wanted = {fold(header) for header in entry.headers}
    for folded, part in product((fold, fold_without_parentheses), (slice(-1, None), slice(None))):
        columns = [column for column, path in enumerate(headers) if folded(" ".join(path[part])) in wanted]
        if columns:
            return columns
    words = set(map(fold, entry.words))
    return [column for column, path in enumerate(headers) if not words.isdisjoint(fold(" ".join(path)).split())]


def _recognised(table: Table, end: int, entry: Column, columns: Collection[int]) -> list[int]:
    if entry.recognise is None:
        return []
    recognise = entry.recognise
    return [column for column in sorted(columns) if recognise(_texts(table, end, column))]


def _tell_apart(table: Table, end: int, entry: Column, columns: list[int]) -> list[int]:
    """Leave out columns that hold nothing under a header they share, and those of other contents."""
    header = table.grid[end - 1][columns[0]]
    if all(table.grid[end - 1][column] is header for column in columns):
        columns = [c for c in columns if not all(map(is_blank, _texts(table, end, c)))] or columns
    if len(columns) > 1 and entry.recognise:
        columns = _recognised(table, end, entry, columns) or columns
    return columns


def _texts(table: Table, end: int, column: int) -> list[str]:
    """The texts below the header, without those of rows that are one cell across the table."""
    slots = (table.grid[row][column] for row in range(end, len(table.grid)) if lone_cell(table, row) is None)
    return [cell.text for cell in slots if cell is not None]


def _refuse_shared(found: Mapping[str, int], declared: Mapping[str, Column]) -> None:
    """Two fields may share a column only where they declare the same headers."""
    for name, column in found.items():
        for other, same in found.items():
            if same == column and declared[other].headers != declared[name].headers:
                expected = f'columns "{declared[name].headers[0]}" and "{declared[other].headers[0]}"'
                raise LayoutError.of(expected, "one column for both")


def _problem(entry: Column, headers: Sequence[tuple[str, ...]], columns: Sequence[int]) -> tuple[str, str]:
    shown = [" / ".join(headers[column]) for column in columns or range(len(headers))]
    names = ", ".join(f'"{header}"' for header in shown if header) or "no header"
    expected = f'one column "{entry.headers[0]}"' if columns else f'a column "{entry.headers[0]}"'
    return expected, names
