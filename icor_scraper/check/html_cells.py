"""Pair the tables of an article's wikitext with those of its HTML, and take cells over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from icor_scraper.dataset import HtmlCell
from icor_scraper.models import Article, Cell, Table, WarningCode

_ALIKE = 0.9
"""Share of the cells sure from wikitext that say the same in a table and its rendering, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _WithTables(Article):
    """An article with other tables than a parse found."""

    changed: tuple[Table, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.changed

    @classmethod
    def of(cls, article: Article, tables: Iterable[Table]) -> Article:
        return cls(
            title=article.title,
            wikitext=article.wikitext,
            revision=article.revision,
            _document=article,
            changed=tuple(tables),
        )


def with_html_cells(wikitext: Article, html: Article) -> tuple[Article, tuple[HtmlCell, ...]]:
    """`wikitext` with each cell whose words it cannot tell replaced by the HTML's, and those cells."""
    tables: list[Table] = []
    taken: list[HtmlCell] = []
    for table in wikitext.tables:
        doubtful = {id(cell) for cell in _cells(table) if _unrendered(cell)}
        renderings = _renderings_of(table, html.tables, doubtful) if doubtful else []
        pairs = _pairs(table, renderings[0], doubtful) if len(renderings) == 1 else []
        tables.append(_replace_cells(table, pairs) if pairs else table)
        taken += [_html_cell(table, cell, other) for cell, other in pairs]
    return _WithTables.of(wikitext, tables), tuple(taken)


def without_tables_of(html: Article, wikitext: Article) -> Article:
    """`html` with only those tables that no table of the wikitext makes."""
    made = [
        other
        for table in wikitext.tables
        for other in _renderings_of(table, html.tables, {id(c) for c in _cells(table) if _unrendered(c)})
    ]
    return _WithTables.of(html, (table for table in html.tables if not any(table is other for other in made)))


def _cells(table: Table) -> list[Cell]:
    """Each cell once, in reading order."""
    return [c for y, row in enumerate(table.grid) for x, c in enumerate(row) if c and (c.row, c.column) == (y, x)]


def _unrendered(cell: Cell) -> tuple[str, ...]:
    """Names of the templates whose words cannot be told from the wikitext."""
    return tuple(w.subject for w in cell.warnings if w.code is WarningCode.UNRENDERED_TEMPLATE)


def _renderings_of(table: Table, rendered: Sequence[Table], doubtful: Collection[int]) -> list[Table]:
    """The tables of the HTML with the same cells, of which those sure from wikitext say the same."""
    places = [(c.row, c.column, c.rowspan, c.colspan) for c in _cells(table)]
    return [
        other
        for other in rendered
        if places == [(c.row, c.column, c.rowspan, c.colspan) for c in _cells(other)]
        and _are_alike(table, other, doubtful)
    ]


def _are_alike(table: Table, rendered: Table, doubtful: Collection[int]) -> bool:
    pairs = zip(_cells(table), _cells(rendered), strict=True)
    sure = [cell.text == other.text for cell, other in pairs if id(cell) not in doubtful]
    return sum(sure) >= _ALIKE * len(sure)


def _pairs(table: Table, rendered: Table, doubtful: Collection[int]) -> list[tuple[Cell, Cell]]:
    """The doubtful cells with the HTML's; the tables' cells stand in the same places."""
    return [(c, other) for c, other in zip(_cells(table), _cells(rendered), strict=True) if id(c) in doubtful]


def _replace_cells(table: Table, pairs: Sequence[tuple[Cell, Cell]]) -> Table:
    news = {id(cell): replace(other, span=cell.span) for cell, other in pairs}
    grid = tuple(tuple(cell and news.get(id(cell), cell) for cell in row) for row in table.grid)
    return replace(table, grid=grid)


def _html_cell(table: Table, cell: Cell, rendered: Cell) -> HtmlCell:
    return HtmlCell(
        table=table.index, row=cell.row, column=cell.column, templates=_unrendered(cell), text=rendered.text
    )
