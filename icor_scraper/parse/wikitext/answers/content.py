"""The inside of a section, cell or reference, asked for piece by piece."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icor_scraper.models import (
    Citation,
    ExternalLink,
    Finds,
    ParseWarning,
    Reference,
    Span,
    Table,
    Template,
    TemplateArgument,
    Wikilink,
)
from icor_scraper.parse.wikitext.answers.doubts import Owner
from icor_scraper.parse.wikitext.headings.finder import HEADING_END
from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, UNKNOWN
from icor_scraper.parse.wikitext.placed import InOrder, P
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.sanitizer import CELL_ATTRIBUTES, TABLE_ATTRIBUTES, sanitized
from icor_scraper.parse.wikitext.tags import parse_attributes
from icor_scraper.parse.wikitext.text.held import MARKS_OF_LINES

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument


_NO_FINDS = Finds((), (), ())


def _source(text: str, start: int, end: int) -> str:
    """What stands between two places; marks of lines at its start count only where a line begins."""
    own = text[start:end]
    if text.startswith("<", end) and own.rstrip(HEADING_END).endswith("="):  # its last line goes on, and is no heading
        own += QUOTE
    if not own.startswith(MARKS_OF_LINES):
        return own
    return f"\n{own}" if text[start - 1 : start] in ("", "\n") else f"{QUOTE}{own}"


class Stretch:
    """A stretch of a page's wikitext, and what the page's parse found within it."""

    __slots__ = ("_attributes", "_document", "_texts", "span")

    _allowed = CELL_ATTRIBUTES
    """The attributes that are let through."""
    _owner = Owner.CELL

    def __init__(
        self,
        document: WikitextDocument,
        span: Span | None,
        attributes: str = "",
        texts: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self._document = document
        self._attributes = attributes
        self._texts = texts
        self.span = span

    @property
    def wikitext(self) -> str | None:
        return None if self.span is None else self._document.given[slice(*self.span)]

    def text(self) -> str:
        text = self._document.expansion.text
        sources = "\n".join(_source(text, start, end) for start, end in self._texts)
        return self._document.expansion.renderer.render(sources)

    def attributes(self) -> Mapping[str, str]:
        source = self._attributes
        if not source:
            return {}
        if MARK in source:
            marks = self._document.expansion.marks
            source = MARK_PATTERN.sub(lambda match: marks[int(match[1])].text, source)
        return sanitized(parse_attributes(source.replace(UNKNOWN, "")), self._allowed)

    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self._records_of(self._document.wikilinks)

    def external_links(self) -> tuple[ExternalLink, ...]:
        return self._records_of(self._document.external_links)

    def templates(self) -> tuple[Template, ...]:
        return self._records_of(self._document.answers.template_order)

    def citations(self) -> tuple[Citation, ...]:
        return self._document.answers.citations_within(self.span)

    def tables(self) -> tuple[Table, ...]:
        return self._records_of(self._document.answers.table_order)

    def outside_tables(self) -> Finds:
        document, answers = self._document, self._document.answers
        if self.span is None or not answers.has_finds_in(self.span):
            return _NO_FINDS  # as in most cells
        if not answers.table_order.has_any_in(self.span):
            return Finds(self.wikilinks(), self.external_links(), self.references())
        parts = answers.table_order.around(self.span)
        references = (note for part in parts for note in answers.references_within(part))
        return Finds(
            tuple(link for part in parts for link in document.wikilinks.within(part)),
            tuple(link for part in parts for link in document.external_links.within(part)),
            tuple({id(note): note for note in references}.values()),
        )

    def warnings(self) -> tuple[ParseWarning, ...]:
        return () if self.span is None else self._document.answers.doubts.get((self._owner, self.span), ())

    def references(self) -> tuple[Reference, ...]:
        return self._document.answers.references_within(self.span)

    def _records_of(self, order: InOrder[P]) -> tuple[P, ...]:
        return order.within(self.span)


class TableStretch(Stretch):
    """The stretch of a table, whose tag may have other attributes than a cell's."""

    __slots__ = ()

    _allowed = TABLE_ATTRIBUTES
    _owner = Owner.TABLE


class SectionStretch(Stretch):
    """A section's own part, its heading included; only its wikitext has its subsections too."""

    __slots__ = ("_whole",)

    _owner = Owner.SECTION

    def __init__(self, document: WikitextDocument, whole: Span, own: Span, texts: tuple[tuple[int, int], ...]) -> None:
        super().__init__(document, own, texts=texts)
        self._whole = whole

    @property
    def wikitext(self) -> str:
        return self._document.given[slice(*self._whole)]

    def _records_of(self, order: InOrder[P]) -> tuple[P, ...]:
        # A table or template may go on beyond the next heading.
        return order.beginning_in(self.span) if self.span else ()


class NoteStretch(Stretch):
    """The inside of a reference, of which warnings may also stand at its marks."""

    __slots__ = ("_index",)

    def __init__(self, document: WikitextDocument, span: Span | None, index: int) -> None:
        # Without super(), as there are many.
        self._document = document
        self._attributes = ""
        self._texts = ()
        self.span = span
        self._index = index

    def warnings(self) -> tuple[ParseWarning, ...]:
        return self._document.answers.doubts.get((Owner.REFERENCE, self._index), ())


class TemplateStretch:
    """A template call, taken apart when its arguments are asked for."""

    __slots__ = ("_document", "_number")

    def __init__(self, document: WikitextDocument, number: int) -> None:
        self._document = document
        self._number = number

    @property
    def wikitext(self) -> str:
        return self._document.call_wikitext(self._number)

    def arguments(self) -> tuple[TemplateArgument, ...]:
        return self._document.call_arguments(self._number)
