"""Dataset: the records of one article and all that is to be told about them, ready to be written.

A DatasetSpec (`icor_scraper.spec`) says which article, and how its records are read. Everything here
is plain data without references to a parse, so that a dataset read from disk equals the one that was
written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from icor_scraper.collector import without_collector
from icor_scraper.models import (
    Article,
    Category,
    Citation,
    ExternalLink,
    Infobox,
    Origin,
    ParseWarning,
    Reference,
    Revision,
    Section,
    Table,
    Template,
    TemplateArgument,
    Wikilink,
    maker,
)
from icor_scraper.spec import DatasetSpec

SCHEMA_VERSION = 1
"""Version of the exported files' form; a changed form raises it, and CHANGELOG.md says how."""

MODIFICATION = "Modified: the page's text was read into records, without its markup."
"""What CC BY-SA 4.0, section 3(a)(1)(B), asks for beside the names: that the material was modified."""

R = TypeVar("R")


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
    """All that a parse found, as exported."""

    title: str
    sections: tuple[SectionRecord, ...]
    tables: tuple[TableRecord, ...]
    references: tuple[ReferenceRecord, ...]
    wikilinks: tuple[Wikilink, ...]
    external_links: tuple[ExternalLink, ...]
    categories: tuple[Category, ...]
    templates: tuple[TemplateRecord, ...]
    infoboxes: tuple[Infobox, ...]
    warnings: tuple[ParseWarning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a dataset's text comes from, and under which terms it may be used."""

    origin: Origin
    title: str
    page_id: int | None
    revision_id: int | None
    permanent_link: str | None
    revision_timestamp: datetime | None
    sha1: str
    size: int
    site: str
    api_url: str | None
    licence: str
    licence_url: str | None
    attribution: str
    """Whom to name, and that the text was modified (CC BY-SA 4.0, section 3a)."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlCell:
    """A cell with a template whose words only MediaWiki's rendering tells."""

    table: int
    """Index of the table in the wikitext's article."""
    row: int
    column: int
    templates: tuple[str, ...]
    """Names of the templates that could not be told."""
    text: str
    """What the HTML shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Generic[R]):
    """The records of one article's table with the article they stand in."""

    name: str
    """Name of the records, and of their files: "members"."""
    records: tuple[R, ...]
    article: ArticleRecord
    provenance: Provenance
    verified_by: str
    """By what the records were checked: "wikitext and html", "wikitext only" or "html only"."""
    warnings: tuple[ParseWarning, ...]
    """The doubts about the records' values."""
    from_html: tuple[HtmlCell, ...] = ()
    """The cells whose words were taken from the rendered HTML, since wikitext alone cannot tell them."""


def assemble_dataset(
    spec: DatasetSpec[R],
    article: Article,
    revision: Revision,
    *,
    records: tuple[R, ...],
    warnings: tuple[ParseWarning, ...],
    verified_by: str,
    from_html: tuple[HtmlCell, ...] = (),
) -> Dataset[R]:
    """The dataset of records that were read before, as by `check.read_twice`."""
    return Dataset(
        name=spec.name,
        records=records,
        article=article_record(article),
        provenance=provenance_of(revision),
        verified_by=verified_by,
        warnings=warnings,
        from_html=from_html,
    )


def provenance_of(revision: Revision) -> Provenance:
    """The part of a revision that a dataset keeps; nothing of it changes with the clock."""
    return Provenance(
        origin=revision.origin,
        title=revision.title,
        page_id=revision.page_id,
        revision_id=revision.revision_id,
        permanent_link=revision.permanent_link,
        revision_timestamp=revision.timestamp,
        sha1=revision.sha1,
        size=revision.size,
        site=revision.site.name,
        api_url=revision.site.api_url,
        licence=revision.licence.name,
        licence_url=revision.licence.url,
        attribution=f"{revision.attribution}. {MODIFICATION}",
        notes=revision.notes,
    )


make_section_record, make_cell_record = maker(SectionRecord), maker(CellRecord)


@without_collector
def article_record(article: Article) -> ArticleRecord:
    """Everything a parse found, as plain data."""
    return ArticleRecord(
        title=article.title,
        sections=tuple(map(_section_record, article.sections)),
        tables=tuple(map(_table_record, article.tables)),
        references=tuple(map(_reference_record, article.references)),
        wikilinks=article.wikilinks,
        external_links=article.external_links,
        categories=article.categories,
        templates=tuple(map(_template_record, article.templates)),
        infoboxes=article.infoboxes,
        warnings=article.warnings,
    )


def _section_record(section: Section) -> SectionRecord:
    start, end = section.span or (None, None)
    return make_section_record(
        index=section.index,
        level=section.level,
        number=section.number,
        heading=section.heading,
        anchor=section.anchor,
        path=section.path,
        parent=section.parent,
        start=start,
        end=end,
        text=section.text,
    )


def _reference_record(reference: Reference) -> ReferenceRecord:
    start, end = reference.span or (None, None)
    return ReferenceRecord(
        number=reference.number,
        group=reference.group,
        list_index=reference.list_index,
        name=reference.name,
        text=reference.text,
        is_defined=reference.is_defined,
        urls=tuple(link.url for link in reference.external_links),
        uses=tuple(
            UseRecord(section=use.section, start=use.span and use.span.start, end=use.span and use.span.end)
            for use in reference.uses
        ),
        start=start,
        end=end,
        citations=reference.citations,
    )


def _table_record(table: Table) -> TableRecord:
    start, end = table.span or (None, None)
    return TableRecord(
        index=table.index,
        caption=table.caption,
        section=table.section,
        parent=table.parent,
        row_count=len(table.grid),
        column_count=len(table.grid[0]) if table.grid else 0,
        cells=tuple(
            make_cell_record(
                row=cell.row,
                column=cell.column,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                is_header=cell.is_header,
                text=cell.text,
                start=cell.span and cell.span.start,
                end=cell.span and cell.span.end,
            )
            for y, row in enumerate(table.grid)
            for x, cell in enumerate(row)
            if cell is not None and (cell.row, cell.column) == (y, x)
        ),
        start=start,
        end=end,
    )


def _template_record(template: Template) -> TemplateRecord:
    return TemplateRecord(
        name=template.name,
        arguments=template.arguments,
        start=template.span.start,
        end=template.span.end,
    )
