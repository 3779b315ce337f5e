"""What is read of a page, and what its expansion has gathered: marks, fragments and warnings."""

from __future__ import annotations

from collections import deque

from icor_scraper.models import ParseWarning, WarningCode
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.marks import MARK, Fragment, FragmentKind, ListTag, Mark
from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.scan.nodes import Call
from icor_scraper.parse.wikitext.scan.source import Source


class Gathered:
    """What the rules for extension tags and those for calls add to."""

    def __init__(self, source: Source, page: Page) -> None:
        self.text = source.text
        self.source = source
        self.page = page
        self.marks: list[Mark] = []
        self.lists: dict[str, ListTag] = {}
        """The lists of references, by the numbers of their marks."""
        self.warnings: list[ParseWarning] = []
        self.fragments: list[Fragment] = []
        self.pending: deque[Fragment] = deque()
        """The notes whose text is still to be expanded."""

    def sizes(self) -> tuple[int, int, int]:
        """How much is gathered so far."""
        return len(self.marks), len(self.fragments), len(self.warnings)

    def forget_since(self, sizes: tuple[int, int, int]) -> None:
        """Drop what was gathered since there was so much."""
        marks, fragments, warnings = sizes
        del self.marks[marks:], self.fragments[fragments:], self.warnings[warnings:]

    def fragment(self, kind: FragmentKind, start: int, end: int, pieces: list[Piece] | None = None) -> Fragment:
        """Add a fragment, which comes from `text[start:end]`; without `pieces`, these are still to be found."""
        fragment = Fragment(kind, (start, end))
        fragment.pieces = pieces
        self.fragments.append(fragment)
        return fragment

    def mark(self, mark: Mark) -> Piece:
        """Add a mark: what stands for it in the text."""
        self.marks.append(mark)
        return f"{MARK}{len(self.marks) - 1}{MARK}", mark.start, mark.end

    def list_mark(self, tag: ListTag) -> Piece:
        """The same of a list of references."""
        piece = self.mark(tag)
        self.lists[piece[0].strip(MARK)] = tag
        return piece

    def warn_unknown(self, call: Call, why: str) -> None:
        """Say that what a call shows cannot be told."""
        name = self.text[call.start + 2 : call.start + 80].partition("|")[0].partition("}}")[0].strip()
        self.warnings.append(
            ParseWarning(
                code=WarningCode.UNRENDERED_TEMPLATE,
                message=f"what {{{{{name}}}}} shows is not known: it {why}",
                span=self.source.span(call.start, call.end),
                subject=name,
            )
        )

    def warn_dropped(self, message: str, start: int, end: int) -> None:
        """Say that some of the text is not shown."""
        span = self.source.span(start, end)
        warning = ParseWarning(code=WarningCode.DROPPED_CONTENT, message=message, span=span, subject="")
        self.warnings.append(warning)
