"""Tables built by hand, cell by cell: what a parse would give, without a parser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from icor_scraper.models import (
    Article,
    Category,
    Cell,
    Citation,
    ExternalLink,
    Finds,
    Infobox,
    ParseWarning,
    Reference,
    Section,
    Span,
    Table,
    Template,
    TemplateArgument,
    WarningCode,
    Wikilink,
)


@dataclass(frozen=True, kw_only=True)
class HandMade:
    """The inside of a cell, section or reference, as given."""

    words: str = ""
    links: tuple[Wikilink, ...] = ()
    notes: tuple[Reference, ...] = ()
    calls: tuple[Template, ...] = ()
    doubts: tuple[ParseWarning, ...] = ()

    @property
    def wikitext(self) -> str | None:
        return self.words

    def text(self) -> str:
        return self.words

    def attributes(self) -> Mapping[str, str]:
        return {}

    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self.links

    def external_links(self) -> tuple[ExternalLink, ...]:
        return ()

    def references(self) -> tuple[Reference, ...]:
        return self.notes

    def tables(self) -> tuple[Table, ...]:
        return ()

    def outside_tables(self) -> Finds:
        return Finds(self.links, (), self.notes)

    def templates(self) -> tuple[Template, ...]:
        return self.calls

    def citations(self) -> tuple[Citation, ...]:
        return ()

    def warnings(self) -> tuple[ParseWarning, ...]:
        return self.doubts


@dataclass(frozen=True, kw_only=True)
class HandMadeCall:
    """A template call with positional arguments."""

    values: tuple[str, ...]

    @property
    def wikitext(self) -> str:
        return "{{...}}"

    def arguments(self) -> tuple[TemplateArgument, ...]:
        return tuple(
            TemplateArgument(name=str(number), is_positional=True, wikitext=value, text=value, span=Span(0, 0))
            for number, value in enumerate(self.values, 1)
        )


@dataclass(frozen=True)
class At:
    """One cell of a row that is given as a list."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    span: tuple[int, int] | None = None
    content: HandMade = field(default_factory=HandMade)


def link(title: str, text: str | None = None) -> Wikilink:
    return Wikilink(target=title, title=title, fragment=None, text=title if text is None else text, span=None)


def linked(text: str, title: str) -> At:
    return At(text, content=HandMade(links=(link(title, text),)))


def call(name: str, *values: str) -> Template:
    return Template(name=name, span=Span(0, 0), _content=HandMadeCall(values=values))


def note(number: int, group: str = "", text: str = "") -> Reference:
    return Reference(
        number=number,
        group=group,
        list_index=0,
        name=None,
        text=text,
        is_defined=True,
        uses=(),
        details_of=None,
        span=None,
        _content=HandMade(words=text),
    )


def unrendered(template: str) -> HandMade:
    warning = ParseWarning(code=WarningCode.UNRENDERED_TEMPLATE, message="no rule for it", span=None, subject=template)
    return HandMade(doubts=(warning,))


def make_table(
    *rows: Sequence[str | At], caption: str | None = None, section: int = 0, index: int = 0, parent: int | None = None
) -> Table:
    """A table whose cells are laid out as HTML does; cells that are plain strings of the first row are headers."""
    slots: dict[tuple[int, int], Cell] = {}
    for y, row in enumerate(rows):
        x = 0
        for given in row:
            cell = given if isinstance(given, At) else At(given, header=y == 0)
            while (y, x) in slots:
                x += 1
            made = Cell(
                row=y,
                column=x,
                rowspan=cell.rowspan,
                colspan=cell.colspan,
                is_header=cell.header,
                text=cell.text,
                span=Span(*cell.span) if cell.span else None,
                _content=cell.content,
            )
            slots |= {(y + dy, x + dx): made for dy in range(cell.rowspan) for dx in range(cell.colspan)}
            x += cell.colspan
    width = max((x for _, x in slots), default=-1) + 1
    return Table(
        index=index,
        caption=caption,
        grid=tuple(tuple(slots.get((y, x)) for x in range(width)) for y in range(len(rows))),
        section=section,
        parent=parent,
        span=None,
        _content=HandMade(),
    )


@dataclass(frozen=True, kw_only=True)
class HandMadeDocument:
    """An article's parts, as given."""

    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    references: tuple[Reference, ...] = ()
    wikilinks: tuple[Wikilink, ...] = ()
    external_links: tuple[ExternalLink, ...] = ()
    categories: tuple[Category, ...] = ()
    templates: tuple[Template, ...] = ()
    infoboxes: tuple[Infobox, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()


def make_article(
    *tables: Table, headings: Sequence[tuple[int, str]] = (), notes: Sequence[Reference] = (), lead: str = ""
) -> Article:
    """An article of `tables` under `headings` (level, heading), whose sections are numbered from 1."""
    sections = [make_section(0, 0, "", None, text=lead)]
    for index, (level, heading) in enumerate(headings, 1):
        parent = next((s for s in reversed(sections) if 0 < s.level < level), None)
        path = (*(parent.path if parent else ()), heading)
        sections.append(make_section(index, level, heading, parent.index if parent else None, path=path))
    document = HandMadeDocument(sections=tuple(sections), tables=tables, references=tuple(notes))
    return Article(title="Test", wikitext=None, revision=None, _document=document)


def make_section(
    index: int, level: int, heading: str, parent: int | None, *, path: tuple[str, ...] = (), text: str = ""
) -> Section:
    return Section(
        index=index,
        level=level,
        number="",
        heading=heading,
        anchor=heading,
        path=path,
        parent=parent,
        span=None,
        body_span=None,
        _content=HandMade(words=text),
    )
