"""Article -> ArticleRecord."""

from __future__ import annotations

from collections.abc import Mapping

from icor_scraper.collector import without_collector
from icor_scraper.dataset.records import (
    ArticleRecord,
    CellRecord,
    ReferenceRecord,
    SectionRecord,
    TableRecord,
    TemplateRecord,
    UseRecord,
)
from icor_scraper.models import (
    Article,
    Cell,
    Citation,
    Reference,
    Section,
    Table,
    Template,
    Wikilink,
    maker,
)

make_section_record, make_cell_record = maker(SectionRecord), maker(CellRecord)


@without_collector
def article_record(article: Article) -> ArticleRecord:
    """Everything a parse found, as plain data."""
    positions = {id(reference): position for position, reference in enumerate(article.references)}
    return ArticleRecord(
        title=article.title,
        sections=tuple(map(_section_record, article.sections)),
        tables=tuple(_table_record(table, positions) for table in article.tables),
        references=tuple(map(_reference_record, article.references)),
        wikilinks=article.wikilinks,
        external_links=article.external_links,
        categories=article.categories,
        templates=tuple(map(_template_record, article.templates)),
        infoboxes=article.infoboxes,
        citations=_lone_citations(article),
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
        is_listed=reference.is_listed,
        details_of=reference.details_of,
        urls=tuple(link.url for link in reference.external_links),
        uses=tuple(
            UseRecord(section=use.section, start=use.span and use.span.start, end=use.span and use.span.end)
            for use in reference.uses
        ),
        start=start,
        end=end,
        citations=reference.citations,
    )


def _lone_citations(article: Article) -> tuple[Citation, ...]:
    """The citations that stand in no reference; those that a short citation in one names do not stand there."""
    inside = {
        citation.span
        for reference in article.references
        for citation in reference.citations
        if reference.span and citation.span and reference.span.start <= citation.span.start < reference.span.end
    }
    return tuple(citation for citation in article.citations if citation.span not in inside)


def _table_record(table: Table, positions: Mapping[int, int]) -> TableRecord:
    start, end = table.span or (None, None)
    return TableRecord(
        index=table.index,
        caption=table.caption,
        section=table.section,
        parent=table.parent,
        row_count=len(table.grid),
        column_count=len(table.grid[0]) if table.grid else 0,
        cells=tuple(
            _cell_record(cell, positions)
            for y, row in enumerate(table.grid)
            for x, cell in enumerate(row)
            if cell is not None and (cell.row, cell.column) == (y, x)
        ),
        start=start,
        end=end,
    )


def _cell_record(cell: Cell, positions: Mapping[int, int]) -> CellRecord:
    start, end = cell.span or (None, None)
    finds = cell.outside_tables()
    return make_cell_record(
        row=cell.row,
        column=cell.column,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        is_header=cell.is_header,
        text=cell.text,
        links=tuple(map(_page, finds.wikilinks)) if finds.wikilinks else (),
        urls=tuple(link.url for link in finds.external_links) if finds.external_links else (),
        references=tuple(positions[id(note)] for note in finds.references) if finds.references else (),
        start=start,
        end=end,
    )


def _page(link: Wikilink) -> str:
    return link.title if link.fragment is None else f"{link.title}#{link.fragment}"


def _template_record(template: Template) -> TemplateRecord:
    return TemplateRecord(
        name=template.name,
        arguments=template.arguments,
        start=template.span.start,
        end=template.span.end,
    )
