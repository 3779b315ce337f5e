"""One parsed page: each part computed when it is first asked for, and kept.

Records ask the `WikitextDocument` for what stands inside them; the `WikitextAnswers` hold the records.
The document knows its answers only weakly: so there is no circle, and all memory of a page is free at
once when it goes, instead of some time later.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from weakref import ref

from icor_scraper.collector import without_collector
from icor_scraper.errors import ParseError
from icor_scraper.models import ExternalLink, Span, TemplateArgument, Wikilink
from icor_scraper.parse.wikitext.answers import WikitextAnswers
from icor_scraper.parse.wikitext.answers.links import build_external_links, build_wikilinks
from icor_scraper.parse.wikitext.answers.sections import headings_of
from icor_scraper.parse.wikitext.answers.templates import MARKUP, build_arguments, calls_of
from icor_scraper.parse.wikitext.expand.renderers import Renderer
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.headings.finder import HeadingNode
from icor_scraper.parse.wikitext.marks import FragmentKind, Mark
from icor_scraper.parse.wikitext.notes.cite import Notes
from icor_scraper.parse.wikitext.placed import InOrder
from icor_scraper.parse.wikitext.scan.nodes import Call
from icor_scraper.parse.wikitext.scan.source import clean_source

MAX_ARGUMENTS = 4 * 1024 * 1024
"""Characters of all template calls that hold others, each as often as calls stand around it, itself included: what a
call shows is worked out for each of them. Twenty times the most of 264 real articles."""

_SHORT_TEXT, _MOST_TEXTS = 40, 10_000
"""Characters of texts with markup that are kept, as arguments repeat them, and how many of them."""

_BLANKS = " \t"
_READ_FIRST = frozenset({FragmentKind.INLINE, FragmentKind.CAPTION})
_MARKUP = re.compile(rf"{MARKUP}|\n")
_EXPANDED = re.compile(r"\{|__|<(?!/?(?:br|small|big|b|i|sub|sup) ?/?>)")
"""What an expansion may change is found by these signs; the tags most in use it leaves as they are."""


class WikitextDocument:
    """A page as parsed: all that its records share."""

    def __init__(self, given: str, page: Page, renderer: Renderer) -> None:
        self.given = given
        self.page = page
        self._template_renderer = renderer
        self.held_answers: ref[WikitextAnswers] | None = None
        self._arguments: dict[int, tuple[TemplateArgument, ...]] = {}
        self._plain_texts: dict[str, str] = {}

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: the text and how it is read; the rest is computed anew when asked for."""
        return {"given": self.given, "page": self.page, "_template_renderer": self._template_renderer}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state, held_answers=None, _arguments={}, _plain_texts={})

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
        text = self.expansion.text
        return self.expansion.origins.spans(
            [(heading.start, _shown_end(text, heading.end)) for heading in self.headings]
        )

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
    def numbered_before(self) -> int:
        """How many `[url]` are numbered before those of the page.

        What extension tags show is read first, and so are the notes of each list but the one at the page's end.
        """
        late = {id(note) for note in self.notes.automatic}
        listed = (note for note in self.notes.notes if note.is_printed and id(note) not in late)
        early = [fragment for note in listed for fragment in note.fragments()]
        early += [part for part in self.expansion.fragments if part.kind in _READ_FIRST]
        starts = [start for start, _ in self.numbered_links]
        return sum(bisect_left(starts, part.end) - bisect_left(starts, part.start) for part in early)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.expansion.marks, self.expansion.page)

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {id(tag): f"{note.group} {note.number}".strip() for note in self.notes.notes for tag in note.uses}

    def section_at(self, position: int) -> int:
        """Index of the section in which a position of the wikitext stands."""
        return bisect_right(self._heading_starts, position)

    def sections_at(self, spans: Iterable[Span]) -> list[int]:
        """The same for where each of `spans` begins."""
        starts = self._heading_starts
        return [bisect_right(starts, start) for start, _ in spans]

    def reference_mark(self, tag: Mark) -> str:
        """What stands in place of a reference: its label in brackets, or what Cite says where it refuses the tag."""
        if label := self._labels.get(id(tag)):
            return f"[{label}]"
        error = self.notes.errors.get(id(tag))
        return f"Cite error: {error}" if error else ""

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
        known = self._plain_texts.get(text)
        if known is None:
            if _EXPANDED.search(text) is None:
                known = self.expansion.renderer.render(text)
            else:
                alone = Expansion(clean_source(text), self._template_renderer, self.page)
                known = alone.renderer.render(alone.fragment_text(alone.page))
            if len(text) <= _SHORT_TEXT and len(self._plain_texts) < _MOST_TEXTS:
                self._plain_texts[text] = known
        return known

    def call_wikitext(self, number: int) -> str:
        call = self.calls[number]
        return self.given[slice(*self.expansion.source.span(call.start, call.end))]

    @without_collector
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
        nested = 0
        ends: list[int] = []  # of the calls that are open
        for call in self.calls:
            while ends and ends[-1] <= call.start:
                ends.pop()
            ends.append(call.end)
            nested += (call.end - call.start) * len(ends) if call.nodes else 0
        if nested > MAX_ARGUMENTS:
            raise ParseError(
                f"expected at most {MAX_ARGUMENTS} characters in the arguments of templates that hold others, those of "
                f"each counted for every template around them, found {nested}"
            )


def _shown_end(text: str, end: int) -> int:
    """Where a heading ends, without the white space behind it: comments may stand in that."""
    while text[end - 1] in _BLANKS:
        end -= 1
    return end
