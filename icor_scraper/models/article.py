"""An Article: all that a parse finds in one revision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from icor_scraper.models.content import (
    Category,
    Content,
    ExternalLink,
    Infobox,
    ParseWarning,
    Span,
    Template,
    Wikilink,
)
from icor_scraper.models.reference import Citation, Reference
from icor_scraper.models.revision import Revision
from icor_scraper.models.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; index 0 is the lead, which has no heading."""

    index: int
    """Position in `Article.sections`, in source order."""
    level: int
    """1 to 6, the number of equals signs; 0 for the lead."""
    number: str
    """As a table of contents numbers it, "2.1"; "" for the lead."""
    heading: str
    """Plain text without the equals signs; "" for the lead."""
    anchor: str
    """What follows "#" in a link to it: spaces as "_", a repeated one with "_2"; "" for the lead."""
    path: tuple[str, ...]
    """The headings from the outermost section down to this one."""
    parent: int | None
    """Index of the enclosing section; None for the lead and for outermost sections."""
    span: Span | None
    """From the heading to the next one of the same or a higher level; None in HTML."""
    body_span: Span | None
    """What follows the heading, up to the next heading of any level; None in HTML."""
    _content: Content = field(repr=False, compare=False)

    @property
    def wikitext(self) -> str | None:
        """The source of `span`; None in HTML."""
        return self._content.wikitext

    @property
    def text(self) -> str:
        """The plain text of the section's own body, without tables and subsections."""
        return self._content.text()

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The doubts about `text`."""
        return self._content.warnings()


class Document(Protocol):
    """What a parse of wikitext or HTML answers, each part computed once, when first asked for. An Article is one."""

    @property
    def sections(self) -> tuple[Section, ...]: ...
    @property
    def tables(self) -> tuple[Table, ...]: ...
    @property
    def references(self) -> tuple[Reference, ...]: ...
    @property
    def wikilinks(self) -> tuple[Wikilink, ...]: ...
    @property
    def external_links(self) -> tuple[ExternalLink, ...]: ...
    @property
    def categories(self) -> tuple[Category, ...]: ...
    @property
    def templates(self) -> tuple[Template, ...]: ...
    @property
    def infoboxes(self) -> tuple[Infobox, ...]: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...
    @property
    def warnings(self) -> tuple[ParseWarning, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One parsed page. Its parts are computed when first asked for, and kept."""

    title: str
    wikitext: str | None
    """The text parsed, to which all spans point; None for an article read from HTML."""
    revision: Revision | None
    """The revision parsed; None for bare text."""
    _document: Document = field(repr=False, compare=False)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in source order; the first is the lead."""
        return self._document.sections

    @property
    def lead(self) -> Section:
        """What stands before the first heading."""
        return self.sections[0]

    def subsections(self, section: Section) -> tuple[Section, ...]:
        """The sections directly under `section`; for the lead, the outermost sections."""
        parent = section.index or None
        return tuple(s for s in self.sections[1:] if s.parent == parent)

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in the order in which they open, nested ones included."""
        return self._document.tables

    @property
    def references(self) -> tuple[Reference, ...]:
        """The entries of every list of references, list by list; then those of no list."""
        return self._document.references

    @property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        """Every wikilink in source order, files and categories included.

        Links in a reference that no list shows are in that reference's own `wikilinks` only, as
        MediaWiki never reads them.
        """
        return self._document.wikilinks

    @property
    def external_links(self) -> tuple[ExternalLink, ...]:
        """Every external link in source order, with the same exception."""
        return self._document.external_links

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that the page puts itself into, in source order."""
        return self._document.categories

    @property
    def templates(self) -> tuple[Template, ...]:
        """Every template call, nested ones after the call they stand in; empty in HTML."""
        return self._document.templates

    @property
    def infoboxes(self) -> tuple[Infobox, ...]:
        """The boxes of facts, in source order."""
        return self._document.infoboxes

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation template, inside references or not; empty in HTML."""
        return self._document.citations

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The doubts about the article's structure; a cell's or section's text has its own."""
        return self._document.warnings
