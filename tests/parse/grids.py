"""What must hold of the grid of any table, whatever it is read from."""

from __future__ import annotations

from icor_scraper.models import Table


def assert_grid_holds(table: Table) -> None:
    """Rows are equally long; a cell covers each slot it stands in, and stands in its first."""
    assert len({len(row) for row in table.grid}) <= 1
    for y, row in enumerate(table.grid):
        for x, cell in enumerate(row):
            if cell is not None:
                assert cell.row <= y < cell.row + cell.rowspan
                assert cell.column <= x < cell.column + cell.colspan
                assert table.grid[cell.row][cell.column] is cell
