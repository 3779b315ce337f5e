"""What an expansion of a page has gathered: marks, fragments and warnings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque

from icor_scraper.models import ParseWarning, WarningCode
from icor_scraper.parse.wikitext.expand.redirects import read_redirect
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.marks import MARK, Fragment, FragmentKind, ListTag, Mark
from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.scan.nodes import Call, Node
from icor_scraper.parse.wikitext.scan.scanner import scan
from icor_scraper.parse.wikitext.scan.source import Source


class ExpanderBase(ABC):
    """What the rules for extension tags and those for calls share."""

    def __init__(self, source: Source, page: Page) -> None:
        self.text = source.text
        self.source = source
        self.page = page
        self.marks: list[Mark] = []
        self.lists: dict[str, ListTag] = {}
        """The lists of references, by the numbers of their marks."""
        self.warnings: list[ParseWarning] = []
        self.fragments: list[Fragment] = []
        self.unclosed: list[tuple[int, str]] = []
        """Where something is opened and never closed, and what."""
        self.redirect = read_redirect(self.text, page.language)
        self.start = self.redirect.text_start if self.redirect else 0
        """Where what is read of the text begins."""
        self.nodes: list[Node] = scan(self.text, self.start, len(self.text), self.unclosed)
        """What the scans of the page and of extension tags' insides found, for the list of all templates."""
        self.pending: deque[Fragment] = deque()
        """The notes whose text is still to be expanded."""

    @abstractmethod
    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]:
        """`text[start:end]`, in which `nodes` stand, with each of them expanded."""

    def expand_inner(self, start: int, end: int) -> list[Piece]:
        """The inside of an extension tag, which the scan took for opaque."""
        text = self.text
        if text.find("{", start, end) < 0 and text.find("<", start, end) < 0:
            return [(text[start:end], start, -1)]  # nothing that a scan could find
        nodes = scan(text, start, end, self.unclosed)
        self.nodes += nodes
        return self.expand(nodes, start, end)

    def fragment(self, kind: FragmentKind, start: int, end: int, pieces: list[Piece] | None = None) -> Fragment:
        fragment = Fragment(kind, (start, end))
        fragment.pieces = pieces
        self.fragments.append(fragment)
        return fragment

    def mark(self, mark: Mark) -> Piece:
        self.marks.append(mark)
        return f"{MARK}{len(self.marks) - 1}{MARK}", mark.start, mark.end

    def list_mark(self, tag: ListTag) -> Piece:
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
