"""References as Cite numbers them, and the citations that stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from icor_scraper.models.content import Content, ExternalLink, ParseWarning, Span, Template, Wikilink


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceUse:
    """One mark in the text that points to a reference."""

    section: int
    """Index of the section in which the mark stands (0: the lead)."""
    span: Span | None
    """The `<ref>` tag or template that makes the mark; None in HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author, editor or translator, as the citation names them."""

    name: str
    """The whole name; "Last, First" where the citation tells them apart."""
    last: str | None
    first: str | None
    link: str | None
    """Title of the article about the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation template, read into the terms of the English Wikipedia's Citation Style 1.

    https://en.wikipedia.org/wiki/Help:Citation_Style_1 explains the parameters. A field that the
    citation does not give is None, or an empty tuple. Values are plain text.
    """

    kind: str
    """What is cited: "web", "news", "book", "journal", ...; the template's own kind in lower case."""
    template: str
    """The template's name, as "Cite web"."""
    title: str | None
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    date: str | None
    """As written."""
    date_iso: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD where `date` is sure; else None."""
    url: str | None
    archive_url: str | None
    archive_date: str | None
    access_date: str | None
    work: str | None
    """Website, newspaper, journal, magazine or book that holds the work cited."""
    publisher: str | None
    location: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    edition: str | None
    language: str | None
    quote: str | None
    isbn: str | None
    issn: str | None
    doi: str | None
    ref_anchor: str | None
    """The key by which {{sfn}} finds it (CITEREFSmith2001, or `|ref=`); None where it has none."""
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of a list of references (https://www.mediawiki.org/wiki/Extension:Cite)."""

    number: int
    """Its number within its group and list, from 1; a detail's number within its main reference."""
    group: str
    """"" for the default group."""
    list_index: int
    """Which list of the group it stands in, from 0: a second `<references/>` starts anew."""
    name: str | None
    text: str
    """The note as a reader sees it, plain; "" where it is not defined."""
    is_defined: bool
    """False where the name is used and no text given anywhere."""
    is_listed: bool = True
    """False where no list of its group follows, so that no reader sees it; or where the list stands in the line of a
    list item (`* <references/>`), with which it ends: MediaWiki shows its notes below, as no list."""
    uses: tuple[ReferenceUse, ...]
    """Every use, in the order of the back-links; empty for a list-defined note never used."""
    details_of: int | None
    """Number of the reference of which this gives a detail (`details=`); None for an ordinary one."""
    span: Span | None
    """The `<ref>` tag or template call that gives the text; None where undefined, and in HTML."""
    _content: Content = field(repr=False, compare=False)

    @property
    def wikitext(self) -> str | None:
        """The source of the note; None in HTML and where undefined."""
        return self._content.wikitext

    @property
    def external_links(self) -> tuple[ExternalLink, ...]:
        """The external links in the note, in source order."""
        return self._content.external_links()

    @property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        """The wikilinks in the note, in source order."""
        return self._content.wikilinks()

    @property
    def templates(self) -> tuple[Template, ...]:
        """The template calls in the note; empty in HTML."""
        return self._content.templates()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citation templates in it, and those that its short citations ({{sfn}}, {{harvnb}}) name; none in HTML."""
        return self._content.citations()

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The doubts about its text and its uses, as where it is defined nowhere."""
        return self._content.warnings()
