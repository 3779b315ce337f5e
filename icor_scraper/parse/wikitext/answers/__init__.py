"""The records of one parsed page, each kind built when it is first asked for, and kept.

sections.py, tables.py, references.py, links.py, templates.py    the records of each kind
content.py     the inside of a section, cell or reference
warnings.py    doubts about a page's structure, and doubts.py which record each is about
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from icor_scraper.collector import without_collector
from icor_scraper.models import (
    Category,
    Citation,
    ExternalLink,
    Infobox,
    ParseWarning,
    Reference,
    Section,
    Span,
    Table,
    Template,
    WarningCode,
    Wikilink,
)
from icor_scraper.parse.wikitext.answers.doubts import Key, warnings_by_owner
from icor_scraper.parse.wikitext.answers.links import build_categories
from icor_scraper.parse.wikitext.answers.references import build_references, reference_warnings
from icor_scraper.parse.wikitext.answers.sections import build_sections
from icor_scraper.parse.wikitext.answers.tables import build_tables
from icor_scraper.parse.wikitext.answers.templates import (
    build_citations,
    build_infoboxes,
    build_templates,
)
from icor_scraper.parse.wikitext.answers.warnings import structure_warnings
from icor_scraper.parse.wikitext.citations import is_short_citation, short_citation_keys
from icor_scraper.parse.wikitext.marks import FragmentKind
from icor_scraper.parse.wikitext.placed import InOrder, any_in, innermost

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument


class _ShortCitation(NamedTuple):
    """Where a short citation stands, and the anchors of the works that it names."""

    span: Span
    keys: tuple[str, ...]


class WikitextAnswers:
    """The records of one parse of wikitext (see models.Document)."""

    def __init__(self, document: WikitextDocument) -> None:
        self.document = document
        document.held_answers = ref(self)

    @cached_property
    def template_order(self) -> InOrder[Template]:
        return InOrder(self.templates)

    @cached_property
    def table_order(self) -> InOrder[Table]:
        return InOrder(self.tables)

    @cached_property
    def citation_order(self) -> InOrder[Citation]:
        return InOrder(self.citations)

    @cached_property
    @without_collector
    def doubts(self) -> Mapping[Key, tuple[ParseWarning, ...]]:
        """The warnings of each record that has any."""
        if not self.warnings:
            return {}
        return warnings_by_owner(self.warnings, self.sections, self.tables, self.references)

    def has_finds_in(self, span: Span) -> bool:
        """Whether a link, or the use of a reference, begins in `span`."""
        return any_in(self._find_starts, span)

    @cached_property
    def _find_starts(self) -> list[int]:
        """Where the links and the uses of references begin."""
        links, urls = self.document.wikilinks, self.document.external_links
        return sorted([*links.starts, *urls.starts, *(start for start, _ in self._uses)])

    def references_within(self, span: Span | None) -> tuple[Reference, ...]:
        """The references used within `span`, each once, in order of first use there."""
        uses = self._uses
        if span is None or not uses:
            return ()
        first, last = bisect_left(uses, (span.start, -1)), bisect_left(uses, (span.end, -1))
        references = self.references
        return tuple(references[index] for index in dict.fromkeys(index for _, index in uses[first:last]))

    def citations_within(self, span: Span | None) -> tuple[Citation, ...]:
        """The citation templates within `span`, then those that its short citations name."""
        if span is None:
            return ()
        own = self.citation_order.within(span)
        short = self._short_order.within(span)
        named = [self._cited[key] for citation in short for key in citation.keys if key in self._cited]
        return tuple(dict.fromkeys((*own, *named)))

    @cached_property
    def _cited(self) -> dict[str, Citation]:
        """The citations by the anchors that short citations name them by; the first of an anchor counts."""
        return {citation.ref_anchor: citation for citation in reversed(self.citations) if citation.ref_anchor}

    @cached_property
    def _short_order(self) -> InOrder[_ShortCitation]:
        short = (template for template in self.templates if is_short_citation(template.name))
        return InOrder(tuple(_ShortCitation(template.span, short_citation_keys(template)) for template in short))

    def _unresolved(self) -> list[ParseWarning]:
        return [
            ParseWarning(
                code=WarningCode.UNRESOLVED_CITATION,
                message=f"a short citation names {key!r}, which no citation of the page provides",
                span=citation.span,
                subject=key,
            )
            for citation in self._short_order.records
            for key in citation.keys
            if key not in self._cited
        ]

    @cached_property
    def _uses(self) -> list[tuple[int, int]]:
        """(where it stands, index of the reference) of every use, in source order."""
        return sorted(
            (use.span.start, index)
            for index, reference in enumerate(self.references)
            for use in reference.uses
            if use.span
        )

    @cached_property
    @without_collector
    def sections(self) -> tuple[Section, ...]:
        return build_sections(self.document)

    @cached_property
    @without_collector
    def tables(self) -> tuple[Table, ...]:
        return build_tables(self.document)

    @cached_property
    @without_collector
    def references(self) -> tuple[Reference, ...]:
        return build_references(self.document)

    @cached_property
    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self.document.wikilinks.outside(self._unread)

    @cached_property
    def external_links(self) -> tuple[ExternalLink, ...]:
        return self.document.external_links.outside(self._unread)

    @cached_property
    def _unread(self) -> list[Span]:
        """Where the text of references stands that no list shows, in order; without those inside that one shows."""
        if self.document.notes.are_all_shown():
            return []
        shown = self.document.notes.shown()
        expansion = self.document.expansion
        notes = [fragment for fragment in expansion.fragments if fragment.kind is FragmentKind.REFERENCE]
        if all(id(note) in shown for note in notes):
            return []
        return innermost([(expansion.source.span(*note.source), id(note) not in shown) for note in notes])

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        categories = InOrder(build_categories(self.document.expansion))
        return categories.outside(self._unread)

    @cached_property
    @without_collector
    def templates(self) -> tuple[Template, ...]:
        return build_templates(self.document)

    @cached_property
    @without_collector
    def infoboxes(self) -> tuple[Infobox, ...]:
        return build_infoboxes(self.templates)

    @cached_property
    @without_collector
    def citations(self) -> tuple[Citation, ...]:
        return build_citations(self.templates)

    @cached_property
    @without_collector
    def warnings(self) -> tuple[ParseWarning, ...]:
        document = self.document
        found = [
            *document.expansion.source.warnings,
            *document.expansion.warnings,
            *structure_warnings(document.expansion),
            *reference_warnings(document, document.notes),
            *self._unresolved(),
        ]
        return tuple(sorted(found, key=lambda warning: warning.span or Span(0, 0)))
