"""The inside of a section, cell or note, asked for piece by piece."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from icor_scraper.models import Citation, ExternalLink, Finds, ParseWarning, Reference, Table, Template, Wikilink
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

    def outside_tables(self) -> Finds:
        document, tables, stretch = self._document, self._document.page.tables, self._stretch
        links, marks, index = stretch.links, stretch.marks, stretch.tables.start or 0
        parts: list[tuple[slice, slice]] = []
        while index < stretch.tables.stop:
            inner = tables[index].inside
            parts.append((_before(links, inner.links), _before(marks, inner.marks)))
            links, marks = _after(links, inner.links), _after(marks, inner.marks)
            index = max(index + 1, inner.tables.stop)
        parts.append((links, marks))
        return Finds(
            tuple(link for part, _ in parts for link in document.wikilinks_in(part)),
            tuple(link for part, _ in parts for link in document.external_links_in(part)),
            document.references_of(mark for _, part in parts for mark in document.page.marks[part]),
        )

    def templates(self) -> tuple[Template, ...]:
        return ()

    def citations(self) -> tuple[Citation, ...]:
        return ()

    def warnings(self) -> tuple[ParseWarning, ...]:
        return self._warnings


def _before(whole: slice, inner: slice) -> slice:
    """The part of `whole` up to `inner`, which is in it; none where `inner` is empty, as the rest is all of it."""
    return slice(whole.start, inner.start) if inner.stop else slice(0)


def _after(whole: slice, inner: slice) -> slice:
    return slice(inner.stop, whole.stop) if inner.stop else whole
