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
        """The doubts about `text`, and about markup around it: those in the section's own part, outside its tables and
        references. None in HTML."""
        return self._content.warnings()

    @property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        """The wikilinks in the section's own part, its heading and tables included and its subsections not, in source
        order. Those in references: in HTML, in the section where their list is."""
        return self._content.wikilinks()

    @property
    def external_links(self) -> tuple[ExternalLink, ...]:
        """The external links there."""
        return self._content.external_links()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references used there, each once, in order of first use."""
        return self._content.references()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that begin there, nested ones included."""
        return self._content.tables()

    @property
    def templates(self) -> tuple[Template, ...]:
        """The template calls there; empty in HTML."""
        return self._content.templates()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citation templates there, and those that its short citations name; empty in HTML."""
        return self._content.citations()


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

    def section(self, name: str) -> Section | None:
        """The section with the anchor `name`, else the first one with that heading; None where there is none.

        Sections of the same heading have anchors of their own: `section("Results_2")` is the second one.
        """
        anchor = name.replace(" ", "_")
        found = (section for section in self.sections if section.anchor == anchor)
        return next(found, None) or next((section for section in self.sections if section.heading == name), None)

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
        """Every doubt about the page, in source order; a section, table, cell or reference tells those about itself."""
        return self._document.warnings
