"""One parsed page: each part computed when it is first asked for, and kept.

Records ask the `WikitextDocument` for what stands inside them; the `WikitextAnswers` hold the records.
The document knows its answers only weakly: so there is no circle, and all memory of a page is free at
once when it goes, instead of some time later.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar
from weakref import ref

from icor_scraper.errors import ParseError
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
    TemplateArgument,
    WarningCode,
    Wikilink,
)
from icor_scraper.parse.wikitext.citations import is_short_citation, short_citation_keys
from icor_scraper.parse.wikitext.cite import Notes
from icor_scraper.parse.wikitext.collector import without_collector
from icor_scraper.parse.wikitext.expand import Renderer
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.headings import HeadingNode
from icor_scraper.parse.wikitext.link_records import build_categories, build_external_links, build_wikilinks
from icor_scraper.parse.wikitext.marks import FragmentKind, Mark
from icor_scraper.parse.wikitext.references import build_references, reference_warnings
from icor_scraper.parse.wikitext.scan import Call
from icor_scraper.parse.wikitext.sections import build_sections, headings_of
from icor_scraper.parse.wikitext.source import clean_source
from icor_scraper.parse.wikitext.structure_warnings import structure_warnings
from icor_scraper.parse.wikitext.tables import build_tables
from icor_scraper.parse.wikitext.templates import (
    build_arguments,
    build_citations,
    build_infoboxes,
    build_templates,
    calls_of,
)

MAX_ARGUMENTS = 4 * 1024 * 1024
"""Characters of all template calls whose arguments are read, each level of nesting counted anew, save
the innermost: twice MediaWiki's largest page."""

_MARKUP = re.compile(r"[\[\]{<&\n\u200b]|''|__")


def innermost(stretches: list[tuple[Span, bool]]) -> list[Span]:
    """The parts of nested stretches, in order, of which the innermost stretch around them is True."""
    found: list[Span] = []
    opened: list[tuple[int, bool]] = []
    position = 0

    def advance(end: int) -> None:
        nonlocal position
        if opened and opened[-1][1] and position < end:
            found.append(Span(position, end))
        position = max(position, end)

    for span, flag in sorted(stretches, key=lambda stretch: (stretch[0].start, -stretch[0].end)):
        while opened and opened[-1][0] <= span.start:
            advance(opened[-1][0])
            opened.pop()
        advance(span.start)
        opened.append((span.end, flag))
    while opened:
        advance(opened[-1][0])
        opened.pop()
    return found


class _Placed(Protocol):
    @property
    def span(self) -> Span | None: ...


P = TypeVar("P", bound=_Placed)


class InOrder(Generic[P]):
    """Records in source order, to be found by where they stand."""

    def __init__(self, records: tuple[P, ...]) -> None:
        self.records = records

    @cached_property
    def _starts(self) -> list[int]:
        return [record.span.start if record.span else 0 for record in self.records]

    def within(self, span: Span | None) -> tuple[P, ...]:
        """The records that stand within `span`."""
        if span is None or not self.records:
            return ()
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(record for record in self.records[first:last] if record.span and record.span.end <= span.end)

    def outside(self, spans: Sequence[Span]) -> tuple[P, ...]:
        """The records that begin in none of `spans`, which stand in order and apart."""
        kept: list[P] = []
        position = 0
        for span in spans:
            kept += self.records[position : bisect_left(self._starts, span.start)]
            position = bisect_left(self._starts, span.end)
        return (*kept, *self.records[position:]) if spans else self.records


class WikitextDocument:
    """A page as parsed: all that its records share."""

    def __init__(self, given: str, page: Page, renderer: Renderer) -> None:
        self.given = given
        self.page = page
        self._template_renderer = renderer
        self.held_answers: ref[WikitextAnswers] | None = None
        self._arguments: dict[int, tuple[TemplateArgument, ...]] = {}

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: the text and how it is read; the rest is computed anew when asked for."""
        return {"given": self.given, "page": self.page, "_template_renderer": self._template_renderer}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state, held_answers=None, _arguments={})

    @cached_property
    @without_collector
    def expansion(self) -> Expansion:
        return Expansion(clean_source(self.given), self._template_renderer, self.page)

    # ---- what other parts of the parse share --------------------------------------------------------------

    @cached_property
    def headings(self) -> list[HeadingNode]:
        return headings_of(self)

    @cached_property
    def heading_spans(self) -> list[Span]:
        return self.expansion.spans([(heading.start, heading.end) for heading in self.headings])

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [span.start for span in self.heading_spans]

    @cached_property
    def numbered_links(self) -> list[tuple[int, int]]:
        """Where each `[url]` stands in the expanded text: it shows its number among them."""
        text = self.expansion.text
        links = self.expansion.links.urls
        return [(url.start, url.end) for url in links if url.label is None and text.startswith("[", url.start)]

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.expansion.marks, self.expansion.page)

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {id(tag): f"{note.group} {note.number}".strip() for note in self.notes.notes for tag in note.uses}

    def section_at(self, position: int) -> int:
        """Index of the section in which a position of the wikitext stands."""
        return bisect_right(self._heading_starts, position)

    def reference_label(self, mark: Mark) -> str:
        """What stands in the mark of a reference, without the brackets."""
        return self._labels.get(id(mark), "")

    @property
    def answers(self) -> WikitextAnswers:
        """The page's records: those that an article holds, else made anew and kept."""
        answers = self.held_answers() if self.held_answers else None
        if answers is None:
            answers = self._own_answers = WikitextAnswers(self)
        return answers

    @cached_property
    @without_collector
    def wikilinks(self) -> InOrder[Wikilink]:
        """Every wikilink, those in references that nobody sees included."""
        return InOrder(build_wikilinks(self.expansion))

    @cached_property
    @without_collector
    def external_links(self) -> InOrder[ExternalLink]:
        return InOrder(build_external_links(self.expansion))

    @cached_property
    def calls(self) -> list[Call]:
        return calls_of(self)

    def plain_text(self, text: str) -> str:
        """What a reader would see of a stretch of the clean source, if it stood alone."""
        if _MARKUP.search(text) is None:
            return " ".join(text.split())
        alone = Expansion(clean_source(text), self._template_renderer, self.page)
        return alone.renderer.render(alone.fragment_text(alone.page))

    def call_wikitext(self, number: int) -> str:
        call = self.calls[number]
        return self.given[slice(*self.expansion.given_span(call.start, call.end))]

    def call_arguments(self, number: int) -> tuple[TemplateArgument, ...]:
        """The arguments of call `number`.

        Raises ParseError where calls with long arguments are nested so deep that it would take too long.
        """
        known = self._arguments.get(number)
        if known is None:
            self._refuse_deep_arguments()
            known = self._arguments[number] = build_arguments(self, number)
        return known

    def _refuse_deep_arguments(self) -> None:
        if self._arguments:
            return  # they were counted before the first were read
        nested = sum(call.end - call.start for call in self.calls if call.nodes)
        if nested > MAX_ARGUMENTS:
            raise ParseError(
                f"expected at most {MAX_ARGUMENTS} characters in the arguments of templates that hold others, each "
                f"level of nesting counted anew, found {nested}"
            )


class WikitextAnswers:
    """The records of one parse of wikitext (see models.Document)."""

    def __init__(self, document: WikitextDocument) -> None:
        self.document = document
        document.held_answers = ref(self)

    @cached_property
    def template_order(self) -> InOrder[Template]:
        return InOrder(self._templates)

    @cached_property
    def table_order(self) -> InOrder[Table]:
        return InOrder(self._tables)

    @cached_property
    def citation_order(self) -> InOrder[Citation]:
        return InOrder(self._citations)

    @cached_property
    def warning_order(self) -> InOrder[ParseWarning]:
        return InOrder(self._warnings)

    def references_within(self, span: Span | None) -> tuple[Reference, ...]:
        """The references used within `span`, each once, in order of first use there."""
        if span is None:
            return ()
        uses = self._uses
        first, last = bisect_left(uses, (span.start, -1)), bisect_left(uses, (span.end, -1))
        references = self.references()
        return tuple(references[index] for index in dict.fromkeys(index for _, index in uses[first:last]))

    def citations_within(self, span: Span | None) -> tuple[Citation, ...]:
        """The citation templates within `span`, then those that its short citations name."""
        if span is None:
            return ()
        own = self.citation_order.within(span)
        named = [
            self._cited[key]
            for template in self._short_order.within(span)
            for key in short_citation_keys(template)
            if key in self._cited
        ]
        return tuple(dict.fromkeys((*own, *named)))

    @cached_property
    def _cited(self) -> dict[str, Citation]:
        """The citations by the anchors that short citations name them by; the first of an anchor counts."""
        return {citation.ref_anchor: citation for citation in reversed(self.citations()) if citation.ref_anchor}

    @cached_property
    def _short_order(self) -> InOrder[Template]:
        """The short citations."""
        return InOrder(tuple(template for template in self._templates if is_short_citation(template.name)))

    def _unresolved(self) -> list[ParseWarning]:
        return [
            ParseWarning(
                code=WarningCode.UNRESOLVED_CITATION,
                message=f"a short citation names {key!r}, which no citation of the page provides",
                span=template.span,
                subject=key,
            )
            for template in self._short_order.records
            for key in short_citation_keys(template)
            if key not in self._cited
        ]

    @cached_property
    def _uses(self) -> list[tuple[int, int]]:
        """(where it stands, index of the reference) of every use, in source order."""
        return sorted(
            (use.span.start, index)
            for index, reference in enumerate(self.references())
            for use in reference.uses
            if use.span
        )

    @cached_property
    @without_collector
    def _sections(self) -> tuple[Section, ...]:
        return build_sections(self.document)

    @cached_property
    @without_collector
    def _tables(self) -> tuple[Table, ...]:
        return build_tables(self.document)

    @cached_property
    @without_collector
    def _references(self) -> tuple[Reference, ...]:
        return build_references(self.document)

    @cached_property
    def _wikilinks(self) -> tuple[Wikilink, ...]:
        return self.document.wikilinks.outside(self._unread)

    @cached_property
    def _external_links(self) -> tuple[ExternalLink, ...]:
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
        return innermost([(expansion.given_span(*note.source), id(note) not in shown) for note in notes])

    @cached_property
    def _categories(self) -> tuple[Category, ...]:
        categories = InOrder(build_categories(self.document.expansion))
        return categories.outside(self._unread)

    @cached_property
    @without_collector
    def _templates(self) -> tuple[Template, ...]:
        return build_templates(self.document)

    @cached_property
    @without_collector
    def _infoboxes(self) -> tuple[Infobox, ...]:
        return build_infoboxes(self._templates)

    @cached_property
    @without_collector
    def _citations(self) -> tuple[Citation, ...]:
        return build_citations(self._templates)

    @cached_property
    def _warnings(self) -> tuple[ParseWarning, ...]:
        document = self.document
        found = [
            *document.expansion.source.warnings,
            *document.expansion.warnings,
            *structure_warnings(document.expansion),
            *reference_warnings(document, document.notes),
            *self._unresolved(),
        ]
        return tuple(sorted(found, key=lambda warning: warning.span or Span(0, 0)))

    def sections(self) -> tuple[Section, ...]:
        return self._sections

    def tables(self) -> tuple[Table, ...]:
        return self._tables

    def references(self) -> tuple[Reference, ...]:
        return self._references

    def wikilinks(self) -> tuple[Wikilink, ...]:
        return self._wikilinks

    def external_links(self) -> tuple[ExternalLink, ...]:
        return self._external_links

    def categories(self) -> tuple[Category, ...]:
        return self._categories

    def templates(self) -> tuple[Template, ...]:
        return self._templates

    def infoboxes(self) -> tuple[Infobox, ...]:
        return self._infoboxes

    def citations(self) -> tuple[Citation, ...]:
        return self._citations

    def warnings(self) -> tuple[ParseWarning, ...]:
        return self._warnings
