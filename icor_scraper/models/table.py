"""A table as a rectangular grid of cells, as HTML's table model lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from icor_scraper.models.content import Content, ExternalLink, Finds, ParseWarning, Span, Template, Wikilink
from icor_scraper.models.reference import Citation, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. A cell that spans several slots stands in each of them, as the same object."""

    row: int
    """Row of the cell's first slot, from 0. A slot in another row was expanded from there."""
    column: int
    """Column of the cell's first slot, from 0."""
    rowspan: int
    """Rows covered, at least 1, clipped to the table."""
    colspan: int
    """Columns covered, 1 to 1000."""
    is_header: bool
    """Whether it is a `!` cell (`<th>`)."""
    text: str
    """What a reader sees, plain; without footnote marks, hidden sort keys and nested tables."""
    span: Span | None
    """Where the cell's content stands in the wikitext, attributes excluded; None in HTML."""
    _content: Content = field(repr=False, compare=False)

    @property
    def wikitext(self) -> str | None:
        """The content's source; None in HTML."""
        return self._content.wikitext

    @property
    def attributes(self) -> Mapping[str, str]:
        """The cell's HTML attributes that MediaWiki lets through: names in lower case, values decoded."""
        return self._content.attributes()

    @property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        """The wikilinks in the cell, in source order."""
        return self._content.wikilinks()

    @property
    def external_links(self) -> tuple[ExternalLink, ...]:
        """The external links in the cell, in source order."""
        return self._content.external_links()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references used in the cell, each once, in order of first use."""
        return self._content.references()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that stand inside the cell."""
        return self._content.tables()

    def outside_tables(self) -> Finds:
        """The links and references in the cell, without those in the tables inside it, whose cells have them."""
        return self._content.outside_tables()

    @property
    def templates(self) -> tuple[Template, ...]:
        """The template calls in the cell; empty in HTML."""
        return self._content.templates()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citation templates in the cell, and those that its short citations name; empty in HTML."""
        return self._content.citations()

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The doubts about `text`, and about markup around it: those in nested tables and references are theirs. None
        in HTML."""
        return self._content.warnings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`{| ... |}` or `<table>`."""

    index: int
    """Position among the article's tables, from 0, in the order in which they open."""
    caption: str | None
    """Plain text; None where the table has no caption."""
    grid: tuple[tuple[Cell | None, ...], ...]
    """Rows of equal width; None where no cell covers a slot."""
    section: int
    """Index of the section in which the table stands (0: the lead)."""
    parent: int | None
    """Index of the table it is nested in; None for an outermost table."""
    span: Span | None
    """The whole table with its delimiters; None in HTML, and for a table that spans cannot tell."""
    _content: Content = field(repr=False, compare=False)

    @property
    def attributes(self) -> Mapping[str, str]:
        """The table's HTML attributes that MediaWiki lets through: names in lower case, values decoded."""
        return self._content.attributes()

    @property
    def wikitext(self) -> str | None:
        """The source of `span`; None where that is None."""
        return self._content.wikitext

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The doubts about the table's caption and structure: those that stand in none of its cells. None in HTML."""
        return self._content.warnings()

    @property
    def header_row_count(self) -> int:
        """How many rows at the top hold header cells only."""
        count = 0
        for row in self.grid:
            if not any(row) or not all(cell is None or cell.is_header for cell in row):
                break
            count += 1
        return count

    def headers(self) -> tuple[tuple[str, ...], ...]:
        """The header path of each column: the texts of its header rows, repeats of one cell once."""
        return self.paths(0, self.header_row_count)

    def paths(self, start: int, end: int) -> tuple[tuple[str, ...], ...]:
        """What the rows from `start` to before `end` say in each column, repeats of one cell once."""
        width = len(self.grid[0]) if self.grid else 0
        return tuple(_path([row[column] for row in self.grid[start:end]]) for column in range(width))

    def to_records(self) -> tuple[dict[str, str], ...]:
        """The rows below the header rows as {column: text}, columns named as `column_names` says."""
        names = self.column_names()
        return tuple(
            {name: cell.text if cell else "" for name, cell in zip(names, row, strict=True)}
            for row in self.grid[self.header_row_count :]
        )

    def column_names(self) -> tuple[str, ...]:
        """The headers of the columns, each another name; a multi-row header is joined by " / ".

        A header that occurs twice gets " (2)", " (3)", ... so that no value is lost; a column
        without header is named by its number from 1.
        """
        names: dict[str, None] = {}
        repeats: dict[str, int] = {}
        for column, path in enumerate(self.headers(), 1):
            name = base = " / ".join(path) or str(column)
            while name in names:
                repeats[base] = repeats.get(base, 1) + 1
                name = f"{base} ({repeats[base]})"
            names[name] = None
        return tuple(names)


def _path(cells: list[Cell | None]) -> tuple[str, ...]:
    path: list[str] = []
    previous: Cell | None = None
    for cell in cells:
        if cell is not None and cell is not previous and cell.text:
            path.append(cell.text)
        previous = cell
    return tuple(path)
