"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

MediaWiki looks for tables, headings, links and quotes only in the expanded text
(https://www.mediawiki.org/wiki/Manual:Parser.php), and so does this parser.
"""

from __future__ import annotations

from icor_scraper.parse.wikitext.expand.calls import Calls
from icor_scraper.parse.wikitext.expand.equals import (
    ends_with_equals,
    part_from_begin,
    part_from_end,
    part_from_open_comment,
)
from icor_scraper.parse.wikitext.expand.extensions import ExtensionTags
from icor_scraper.parse.wikitext.expand.gathered import Gathered
from icor_scraper.parse.wikitext.expand.redirects import read_redirect
from icor_scraper.parse.wikitext.expand.renderers import Renderer
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.marks import UNKNOWN, Fragment, FragmentKind
from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.scan.nodes import TEMPLATE_BRACES, Call, Extension, Node
from icor_scraper.parse.wikitext.scan.scanner import scan
from icor_scraper.parse.wikitext.scan.source import Source

_HIDING = ("<!--", "<includeonly")
"""What hides all that follows where it is never closed."""
_BLOCK_STARTS = ("{|", ":", ";", "#", "*")
"""An expansion that begins so begins a line."""


class Expander:
    """Expands one page: goes through its nodes, and leaves tags and calls to their rules."""

    def __init__(self, source: Source, renderer: Renderer, page: Page) -> None:
        self.text = source.text
        self.gathered = Gathered(source, page)
        self._tags = ExtensionTags(self.gathered, self)
        self._calls = Calls(self.gathered, self, self._tags, renderer)
        self.unclosed: list[tuple[int, str]] = []
        """Where something is opened and never closed, and what."""
        self.redirect = read_redirect(self.text, page.language)
        self._start = self.redirect.text_start if self.redirect else 0
        """Where what is read of the text begins."""
        self.nodes: list[Node] = scan(self.text, self._start, len(self.text), self.unclosed)
        """What the scans of the page and of extension tags' insides found, for the list of all templates."""

    def run(self) -> list[Fragment]:
        """The page's fragments, each with its pieces, the page itself first; to be asked for once."""
        page = self.gathered.fragment(FragmentKind.PAGE, self._start, len(self.text))
        page.pieces = self.expand(list(self.nodes), self._start, len(self.text))
        page.marks_end = len(self.gathered.marks)
        while self.gathered.pending:
            fragment = self.gathered.pending.popleft()
            fragment.first_mark = len(self.gathered.marks)
            open_before = len(self.unclosed)
            fragment.pieces = self.expand_inner(*fragment.source)
            if len(self.unclosed) > open_before:
                fragment.is_open = any(self.text.startswith(_HIDING, start) for start, _ in self.unclosed[open_before:])
            fragment.marks_end = len(self.gathered.marks)
        del self._tags, self._calls  # which know the expander too: so all is freed as soon as nothing needs it
        return self.gathered.fragments

    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]:
        """`text[start:end]`, in which `nodes` stand, with each of them expanded."""
        text = self.text
        pieces: list[Piece] = []
        for node in nodes:
            if node.start > start:
                pieces.append((text[start : node.start], start, -1))
            start = node.end
            kind = type(node)
            if kind is Call:
                self._add_call(pieces, node)  # type: ignore[arg-type]  # just seen to be a Call
            elif kind is Extension:
                pieces.append(self._tags.extension(node))  # type: ignore[arg-type]  # just seen to be an Extension
            elif text.startswith("=", node.end):
                self._add_nothing(pieces, node)
        if start < end:
            pieces.append((text[start:end], start, -1))
        elif nodes and not self._calls.depth and text.startswith("<!--", nodes[-1].start):
            part_from_open_comment(text, pieces, nodes[-1].start, end)
        return pieces

    def expand_inner(self, start: int, end: int) -> list[Piece]:
        """The inside of an extension tag, which the scan took for opaque."""
        text = self.text
        if text.find("{", start, end) < 0 and text.find("<", start, end) < 0:
            return [(text[start:end], start, -1)]  # nothing that a scan could find
        nodes = scan(text, start, end, self.unclosed)
        self.nodes += nodes
        return self.expand(nodes, start, end)

    def _add_call(self, pieces: list[Piece], call: Call) -> None:
        """Add what takes the place of a call to the `pieces` of what stands before it."""
        text, start, end = self.text, call.start, call.end
        shown = self._calls.call(call)
        if not shown:
            if text.startswith("=", end):
                self._add_nothing(pieces, call)
            return
        before = text[start - 1] if start else ""
        if before == "=" and not self._calls.depth:
            part_from_begin(text, pieces, end)
        if before != "\n" and _begins_block(call, shown):
            pieces.append(("\n", start, end))
        pieces += shown
        if shown[-1][0].endswith("=") and not self._calls.depth and text.startswith("=", end):
            part_from_end(text, pieces, start, end)

    def _add_nothing(self, pieces: list[Piece], node: Node) -> None:
        """Add UNKNOWN for what shows nothing between the equals signs of a heading, to keep them apart.

        In the arguments of calls MediaWiki keeps no such headings apart.
        """
        if not self._calls.depth and ends_with_equals(self.text, pieces, node.end):
            pieces.append((UNKNOWN, node.start, node.end))


def _begins_block(call: Call, shown: list[Piece]) -> bool:
    """Whether what a template, not a parameter, shows begins a list or a table, the latter perhaps as `{{{!}}`."""
    first = shown[0][0]
    is_start = first.startswith(_BLOCK_STARTS) or (first == "{" and len(shown) > 1 and shown[1][0].startswith("|"))
    return is_start and call.braces == TEMPLATE_BRACES
