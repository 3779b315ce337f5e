"""What an article holds, as exported: plain data without references to a parse."""

from __future__ import annotations

from dataclasses import dataclass

from icor_scraper.models import (
    Category,
    Citation,
    ExternalLink,
    Infobox,
    ParseWarning,
    TemplateArgument,
    Wikilink,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRecord:
    """One section, as exported."""

    index: int
    level: int
    number: str
    heading: str
    anchor: str
    path: tuple[str, ...]
    parent: int | None
    start: int | None
    """Where the section begins in the wikitext, in characters; None where read from HTML."""
    end: int | None
    text: str
    """Plain text of the section's own body, without tables and subsections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRecord:
    """One mark in the text that points to a reference."""

    section: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRecord:
    """One reference, as exported."""

    number: int
    group: str
    list_index: int
    name: str | None
    text: str
    is_defined: bool
    is_listed: bool
    """False where no list of references of its group follows, so that no reader sees it."""
    details_of: int | None
    """Number of the reference of which this gives a detail; None for an ordinary one."""
    urls: tuple[str, ...]
    """The external links in it, in order."""
    uses: tuple[UseRecord, ...]
    start: int | None
    end: int | None
    citations: tuple[Citation, ...]
    """The citation templates in it, and those that its short citations name, typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRecord:
    """One cell, where it begins; the slots it covers follow from its spans."""

    row: int
    column: int
    rowspan: int
    colspan: int
    is_header: bool
    text: str
    links: tuple[str, ...]
    """The pages and files that it links to, in order, as "Title" or "Title#section"; without those of tables in it."""
    urls: tuple[str, ...]
    """The external links in it, in order; without those of tables in it."""
    references: tuple[int, ...]
    """The references used in it, in order: their positions in `references` of the article, from 0."""
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRecord:
    """One table, as exported."""

    index: int
    caption: str | None
    section: int
    parent: int | None
    row_count: int
    column_count: int
    cells: tuple[CellRecord, ...]
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRecord:
    """One template call, as exported."""

    name: str
    arguments: tuple[TemplateArgument, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """All that a parse found, as exported: only the HTML attributes of tables and cells are left out."""

    title: str
    sections: tuple[SectionRecord, ...]
    tables: tuple[TableRecord, ...]
    references: tuple[ReferenceRecord, ...]
    wikilinks: tuple[Wikilink, ...]
    external_links: tuple[ExternalLink, ...]
    categories: tuple[Category, ...]
    templates: tuple[TemplateRecord, ...]
    infoboxes: tuple[Infobox, ...]
    citations: tuple[Citation, ...]
    """The citation templates outside references; a reference has its own."""
    warnings: tuple[ParseWarning, ...]
