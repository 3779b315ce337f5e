"""How a dataclass field declares where its value stands: `column` and `computed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from icor_scraper.models import Cell, ParseWarning, WarningCode
from icor_scraper.records.convert import Converter, converter_for
from icor_scraper.records.fold import fold

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_KEY = "icor_scraper"
"""Under which a field's metadata carries its Column or Computed."""

REQUIRED: Final = object()
"""In place of what an empty cell gives: it gives an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The declaration of a field whose value stands in a column."""

    headers: tuple[str, ...]
    """The headers under which the column is known; the first names it in messages."""
    words: tuple[str, ...]
    """Words of which one is enough to know a header by, where no column has one of `headers`."""
    convert: Converter | None
    """What makes the value of a cell; None: by the field's type."""
    empty: object
    """What a cell without a value gives; REQUIRED where that is an error."""
    is_group: bool
    """Whether a row of one cell across the table gives the value to the rows below it."""
    is_free_text: bool
    """Whether any text would do, so that a neighbour's cell under this header would go unseen."""
    from_row: Callable[[Row], object] | None
    """What makes the value of the row instead, where `convert` finds no fault with the cell."""
    recognise: Callable[[Sequence[str]], bool] | None
    """Whether the texts of a column can only be this field's; None: only its header tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The declaration of a field whose value follows from the row."""

    from_row: Callable[[Row], object]


class Row:
    """One row that makes a record, as `computed` fields see it."""

    __slots__ = ("_slots", "cells", "covered", "grid_row", "position", "warnings")

    def __init__(
        self,
        *,
        position: int,
        grid_row: int,
        cells: Mapping[str, Cell],
        covered: Sequence[Cell],
        slots: Sequence[tuple[str, Cell | None]] = (),
    ) -> None:
        self.position = position
        """Number of the record in its table, from 1."""
        self.grid_row = grid_row
        """Row of the grid, from 0."""
        self.cells = cells
        """The cell of each field that declares a column, by the field's name."""
        self.covered = covered
        """Every cell that covers the row, each once, from left to right."""
        self.warnings: list[ParseWarning] = []
        self._slots = slots

    def cell_under(self, *headers: str) -> Cell | None:
        """The cell of a column that not every table has, by its header; None where not just one column has it."""
        wanted = set(map(fold, headers))
        found = [cell for header, cell in self._slots if fold(header) in wanted]
        return found[0] if len(found) == 1 else None

    def warn(self, code: WarningCode, message: str, cell: Cell, subject: str) -> None:
        """Tell a doubt about a value of the row."""
        self.warnings.append(ParseWarning(code=code, message=message, span=cell.span, subject=subject))


def column(
    *headers: str,
    words: tuple[str, ...] = (),
    convert: Converter | None = None,
    empty: object = REQUIRED,
    is_group: bool = False,
    is_free_text: bool = False,
    from_row: Callable[[Row], object] | None = None,
    recognise: Callable[[Sequence[str]], bool] | None = None,
) -> Any:  # as dataclasses.field, so that it can stand for a value of any type
    """Declare the column of a dataclass field: `year: int = column("Year", "Founded")`.

    Headers are compared by their words alone (`fold`); of a header of several rows, either the joined
    path or its last part must match. "" is the column without a header. Where none matches, a header that
    holds one of `words` counts.
    A cell without a value is an error, unless `empty` says what it gives: `column("Founded", empty=None)`.
    Without `convert` the field's type decides: str, int, float, tuple[int, ...] (years). A converter
    raises ValueError with what it expected. With `is_free_text` a row that lacks a cell right of the
    column is refused, since any text could have slipped under the header. `from_row` makes the value where
    other cells of the row have a say in it. `recognise` is asked where no header matches, or more than one.
    """
    if not headers:
        raise TypeError("expected a header, found none")
    declared = Column(
        headers=headers,
        words=words,
        convert=convert,
        empty=empty,
        is_group=is_group,
        is_free_text=is_free_text,
        from_row=from_row,
        recognise=recognise,
    )
    return field(metadata={_KEY: declared})


def computed(from_row: Callable[[Row], object]) -> Any:  # as for `column`
    """Declare a field whose value follows from the row: its position, several cells, their links."""
    return field(metadata={_KEY: Computed(from_row=from_row)})


def columns_of(record_type: type[DataclassInstance]) -> dict[str, Column]:
    """The fields of `record_type` that declare a column, with it."""
    declared = {f.name: _declaration(f) for f in fields(record_type)}
    return {name: entry for name, entry in declared.items() if isinstance(entry, Column)}


def computed_of(record_type: type[DataclassInstance]) -> dict[str, Callable[[Row], object]]:
    """The fields of `record_type` that follow from the row, with how."""
    declared = {f.name: _declaration(f).from_row for f in fields(record_type)}
    return {name: from_row for name, from_row in declared.items() if from_row}


def converters_of(record_type: type[DataclassInstance]) -> dict[str, Converter]:
    """The converter of each field that declares a column."""
    hints = get_type_hints(record_type)
    return {name: declared.convert or converter_for(hints[name]) for name, declared in columns_of(record_type).items()}


def _declaration(declared: Field[Any]) -> Column | Computed:
    entry = declared.metadata.get(_KEY)
    if not isinstance(entry, Column | Computed):
        raise TypeError(f"expected field {declared.name!r} to declare a column, found none (use column())")
    return entry
