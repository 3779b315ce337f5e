"""Links, categories, templates and warnings: what stands inside sections, cells and references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from icor_scraper.models.reference import Citation, Reference
    from icor_scraper.models.table import Table


class Span(NamedTuple):
    """A stretch of a revision's wikitext, in characters, half open: `wikitext[start:end]`."""

    start: int
    end: int


class WarningCode(StrEnum):
    """The closed set of doubts a parse can have."""

    UNRENDERED_TEMPLATE = "unrendered-template"
    """A template whose visible words cannot be told from wikitext alone."""
    UNDEFINED_REFERENCE = "undefined-reference"
    """A reference name is used and defined nowhere."""
    CONFLICTING_REFERENCE = "conflicting-reference"
    """A reference name is defined twice with different text; the first counts, as in Cite."""
    UNUSED_REFERENCE = "unused-reference"
    """A list-defined reference that nothing uses."""
    INVALID_REFERENCE = "invalid-reference"
    """A <ref> that Cite refuses, as one with neither name nor text."""
    UNCLOSED_MARKUP = "unclosed-markup"
    """A construct that is opened and never closed; it is read as MediaWiki reads it."""
    REPAIRED_CHARACTER = "repaired-character"
    """A character that MediaWiki never stores (NUL, lone surrogate, other controls)."""
    DROPPED_CONTENT = "dropped-content"
    """Text that MediaWiki does not show where it stands, as words between a table's rows."""
    AMBIGUOUS_VALUE = "ambiguous-value"
    """A value that can mean two things and is left empty."""
    UNRESOLVED_CITATION = "unresolved-citation"
    """A short citation ({{sfn}}) that names a work no citation of the article provides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseWarning:
    """A doubt about the text, told instead of a crash or silence."""

    code: WarningCode
    message: str
    """A sentence that names the construct; the last of a kind of which a page has too many tells how many more."""
    span: Span | None
    """Where it stands in the wikitext; None for HTML."""
    subject: str
    """The template's, reference's or value's name; "" where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wikilink:
    """`[[target|text]]`: a link to a page of the wiki, of a sister wiki, or to a file; or `{{#ifexist:target|...}}`,
    of which MediaWiki keeps a link that nobody sees."""

    target: str
    """The target as written, comments and templates resolved, white space trimmed."""
    title: str
    """The page's title in MediaWiki's normal form, without fragment; "" for `[[#section]]`."""
    fragment: str | None
    """What follows "#"; None where there is none."""
    text: str
    """What a reader sees, as plain text, with the letters right after it; "" for a file or an interlanguage link."""
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLink:
    """`[url text]` or a bare URL."""

    url: str
    """The address, with character references decoded."""
    text: str | None
    """What a reader sees; None for an unlabelled `[url]`, which shows a number only."""
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """`[[Category:name|sort_key]]`."""

    name: str
    """The category's title without the namespace."""
    sort_key: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateArgument:
    """One argument of a template call."""

    name: str
    """The parameter's name, white space trimmed; "1", "2", ... where the argument has none."""
    is_positional: bool
    """Whether the source gives it no name. Only then does white space around the value count."""
    wikitext: str
    """The value's source, comments included; white space trimmed for named arguments."""
    text: str
    """The value as a reader would see it, plain."""
    span: Span
    """Where `wikitext` stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`{{name|argument|name=value}}`: a transclusion, parser function or magic word."""

    name: str
    """The template's title in normal form without its namespace; "#if" for a parser function."""
    span: Span
    _content: TemplateContent = field(repr=False, compare=False)

    @property
    def arguments(self) -> tuple[TemplateArgument, ...]:
        """The arguments in source order; a name given twice stands twice (MediaWiki uses the last)."""
        return self._content.arguments()

    def get(self, *names: str) -> TemplateArgument | None:
        """The argument MediaWiki uses for the first of `names` that the call gives, else None."""
        given = {argument.name: argument for argument in self.arguments}
        return next((given[name] for name in names if name in given), None)

    @property
    def wikitext(self) -> str:
        """The whole call, braces included."""
        return self._content.wikitext


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoboxField:
    """One `| name = value` of an infobox that has a value."""

    name: str
    text: str
    """The value as a reader would see it, plain."""
    wikitext: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Infobox:
    """A box of facts, made by a template (wikitext) or by a table of class "infobox" (HTML)."""

    name: str
    """The template's name, as "Infobox political party"; "" in HTML, which does not tell it."""
    fields: tuple[InfoboxField, ...]
    span: Span | None


class Finds(NamedTuple):
    """The links and references of a part of the page, in source order."""

    wikilinks: tuple[Wikilink, ...]
    external_links: tuple[ExternalLink, ...]
    references: tuple[Reference, ...]


class TemplateContent(Protocol):
    """What a parse knows of one template call."""

    @property
    def wikitext(self) -> str: ...
    def arguments(self) -> tuple[TemplateArgument, ...]: ...


class Content(Protocol):
    """What a parse knows of the inside of a section, cell, caption or reference.

    Each method computes when asked; what it returns is in document order.
    """

    @property
    def wikitext(self) -> str | None: ...
    def text(self) -> str: ...
    def attributes(self) -> Mapping[str, str]: ...
    def wikilinks(self) -> tuple[Wikilink, ...]: ...
    def external_links(self) -> tuple[ExternalLink, ...]: ...
    def references(self) -> tuple[Reference, ...]: ...
    def tables(self) -> tuple[Table, ...]: ...
    def outside_tables(self) -> Finds: ...
    def templates(self) -> tuple[Template, ...]: ...
    def citations(self) -> tuple[Citation, ...]: ...
    def warnings(self) -> tuple[ParseWarning, ...]: ...
