"""The Document behind an Article that is read from HTML: each part is made once, when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from icor_scraper.models import (
    Category,
    Citation,
    ExternalLink,
    Infobox,
    ParseWarning,
    Reference,
    Section,
    Table,
    Template,
    WarningCode,
    Wikilink,
)
from icor_scraper.parse.html.infobox import build_infoboxes
from icor_scraper.parse.html.links import read_link
from icor_scraper.parse.html.page import MarkNode, Page
from icor_scraper.parse.html.references import References
from icor_scraper.parse.html.sections import build_sections
from icor_scraper.parse.html.tables import build_tables

_ALL = slice(None)


class HtmlDocument:
    """The finds of a page as records (the protocol `models.Document`)."""

    def __init__(self, page: Page, *, title: str, is_repaired: bool) -> None:
        self.page = page
        self.title = title
        self._is_repaired = is_repaired

    def references_of(self, marks: Iterable[MarkNode]) -> tuple[Reference, ...]:
        """The references that `marks` point to, each once."""
        by_id = self._references.by_id
        return tuple(by_id[note_id] for note_id in dict.fromkeys(m.note_id for m in marks) if note_id in by_id)

    def wikilinks_in(self, part: slice) -> tuple[Wikilink, ...]:
        """The wikilinks among `part` of the page's links."""
        return tuple(link for link in self._links[part] if isinstance(link, Wikilink))

    def external_links_in(self, part: slice) -> tuple[ExternalLink, ...]:
        return tuple(link for link in self._links[part] if isinstance(link, ExternalLink))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return build_sections(self)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return build_tables(self)

    @property
    def references(self) -> tuple[Reference, ...]:
        return self._references.in_order

    @cached_property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self.wikilinks_in(_ALL)

    @cached_property
    def external_links(self) -> tuple[ExternalLink, ...]:
        return self.external_links_in(_ALL)

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        return tuple(Category(name=node.name, sort_key=node.sort_key, span=None) for node in self.page.categories)

    @property
    def templates(self) -> tuple[Template, ...]:
        return ()

    @cached_property
    def infoboxes(self) -> tuple[Infobox, ...]:
        return build_infoboxes(self.tables)

    @property
    def citations(self) -> tuple[Citation, ...]:
        return ()

    @cached_property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """Characters replaced, then what Cite shows as errors."""
        warnings = list(self._references.warnings)
        if self._is_repaired:
            message = "NUL or lone surrogates stand in the HTML, and are read as U+FFFD"
            warnings.insert(0, _warning(WarningCode.REPAIRED_CHARACTER, message))
        warnings += (_warning(WarningCode.INVALID_REFERENCE, error) for error in self.page.errors)
        return tuple(warnings)

    @cached_property
    def _references(self) -> References:
        return References(self)

    @cached_property
    def _links(self) -> list[Wikilink | ExternalLink | None]:
        return [read_link(link, self.title) for link in self.page.links]


def _warning(code: WarningCode, message: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, span=None, subject="")
