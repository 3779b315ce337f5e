"""The inside of a section, cell or note, asked for piece by piece."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from icor_scraper.models import Citation, ExternalLink, ParseWarning, Reference, Table, Template, Wikilink
from icor_scraper.parse.html.page import Stretch

if TYPE_CHECKING:
    from icor_scraper.parse.html.document import HtmlDocument

_PARSOID_ATTRIBUTES = frozenset({"about", "typeof", "data-mw", "data-parsoid"})


class HtmlContent:
    """A stretch of a page as its records see it (the protocol `models.Content`)."""

    __slots__ = ("_document", "_stretch", "_warnings")

    def __init__(self, document: HtmlDocument, stretch: Stretch, warnings: tuple[ParseWarning, ...] = ()) -> None:
        self._document = document
        self._stretch = stretch
        self._warnings = warnings

    @property
    def wikitext(self) -> None:
        return None

    def text(self) -> str:
        return self._stretch.text

    def attributes(self) -> Mapping[str, str]:
        """The attributes, without those by which Parsoid annotates."""
        attributes = self._stretch.attributes
        return MappingProxyType({k: v for k, v in attributes.items() if k not in _PARSOID_ATTRIBUTES})

    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self._document.wikilinks_in(self._stretch.links)

    def external_links(self) -> tuple[ExternalLink, ...]:
        return self._document.external_links_in(self._stretch.links)

    def references(self) -> tuple[Reference, ...]:
        return self._document.references_of(self._document.page.marks[self._stretch.marks])

    def tables(self) -> tuple[Table, ...]:
        return self._document.tables[self._stretch.tables]

    def templates(self) -> tuple[Template, ...]:
        return ()

    def citations(self) -> tuple[Citation, ...]:
        return ()

    def warnings(self) -> tuple[ParseWarning, ...]:
        return self._warnings
