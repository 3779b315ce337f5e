"""The nested scan: comments, extension tags and templates, before anything else is looked at.

This is what MediaWiki's preprocessor finds (https://www.mediawiki.org/wiki/Preprocessor_ABNF): one
pass over the text with a stack of open brackets and no going back, so the time is linear in the
text. A closing bracket counts only where the innermost open one asks for it; what is never closed is
text, and what stands in it still counts. Links, and the `-{...}-` of language variants, are followed
only because they hide the brackets around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from icor_scraper.parse.wikitext.scan.delimiters import (
    BRACES,
    BRACES_END,
    COMMENT,
    EMPTY_REF,
    HEADING,
    LEAF_TEMPLATE,
    LINK,
    LINK_END,
    REF,
    REF_ATTRIBUTES,
    TAG,
    VARIANT,
    VARIANT_END,
    find_delimiters,
    find_tags,
)
from icor_scraper.parse.wikitext.scan.leaves import braces_from, read_leaves
from icor_scraper.parse.wikitext.scan.nodes import NO_NODES, TEMPLATE_BRACES, Call, Extension, Hidden, Node
from icor_scraper.parse.wikitext.scan.opaque import TagReader, read_comments
from icor_scraper.parse.wikitext.scan.opened import Opened

_MIN_BRACES, _MAX_BRACES = 2, 3


class _Scanner:
    """One scan of `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.nodes: list[Node] = []
        self.stack: list[Opened] = []
        self.unclosed: list[tuple[int, str]] = []
        """What is opened and never closed, of each tag the first."""
        self.tags = TagReader(text, end, self.unclosed)
        self.position = start
        """Where the search goes on from."""
        self.braces = braces_from(text, start, end)
        """Where the next `{{` opens that no other stands around; the end where none does."""
        self.tags_from = start
        """No tag begins between where the search goes on and here."""

    def run(self) -> list[Node]:
        position: int | None = self.start
        while position is not None:
            position = self.advance(position) if self.stack else self.skip(position)
        for opened in self.stack:  # never closed: what stands in it counts all the same
            if opened.kind == BRACES:
                self.nodes.extend(opened.nodes)
                self.unclosed.append((opened.start, "{{"))
        return self.nodes

    def inner_nodes(self) -> list[Node]:
        """Where the next node belongs."""
        return self.stack[-1].nodes if self.stack else self.nodes

    def skip(self, position: int) -> int | None:
        """Go on from `position`, where no bracket is open: return where to start anew, None at the end.

        Links and headings hide nothing here, so tags and braces alone are looked for, each quicker than both at once.
        """
        if self.braces < position:
            self.braces = braces_from(self.text, position, self.end)
        if self.has_nested_call(self.tags_from):
            return self.advance(self.braces)
        for match in find_tags(self.text, max(position, self.tags_from), self.end):
            start, end = match.span()
            self.tags_from = start
            if self.has_nested_call(start):
                return self.advance(self.braces)
            resume = _RULES[match.lastindex](self, match)  # type: ignore[index]  # each alternative has a group
            if resume is not None:
                return resume
            if self.braces < end:
                self.braces = braces_from(self.text, end, self.end)
        self.tags_from = self.end
        return self.advance(self.braces) if self.has_nested_call(self.end) else None

    def has_nested_call(self, stop: int) -> bool:
        """Read the calls that open before `stop`, up to one that holds others: tell whether there is one."""
        self.braces = read_leaves(self.text, self.braces, stop, self.end, self.nodes)
        return self.braces < stop

    def advance(self, position: int) -> int | None:
        """Go on from `position`, where a bracket opens or is open: return where to start anew, None at the end."""
        self.position = position
        stack = self.stack
        nodes = self.inner_nodes()
        for match in find_delimiters(self.text, position, self.end):
            kind = match.lastindex
            if kind is None:
                continue
            if stack and stack[-1].kind == HEADING:
                self.end_headings(match.start())
                nodes = self.inner_nodes()
            if kind == LEAF_TEMPLATE:
                nodes.append(Call(match.start(), match.end(), TEMPLATE_BRACES, NO_NODES))
            else:
                resume = _RULES[kind](self, match)
                if resume is not None:
                    return resume
                if not stack:
                    return match.end()
                nodes = self.inner_nodes()
        return None

    def reference(self, match: re.Match[str]) -> None:
        """`<ref ...>...</ref>` without tags inside."""
        start, end = match.span()
        inner_start = match.end(REF_ATTRIBUTES) + 1
        self.inner_nodes().append(Extension("ref", start, inner_start - 1, (inner_start, end - len("</ref>")), end))

    def empty_reference(self, match: re.Match[str]) -> None:
        """`<ref ... />`."""
        start, end = match.span()
        self.inner_nodes().append(Extension("ref", start, end - 2, (-1, -1), end))

    def open_bracket(self, match: re.Match[str]) -> None:
        """`{{` or `[[`, and the same signs after it."""
        kind, (start, end) = match.lastindex or 0, match.span()
        self.stack.append(Opened(kind, start, end - start, [] if kind == BRACES else self.inner_nodes()))

    def open_variant(self, match: re.Match[str]) -> None:
        """`-{`, unless the "-" is part of what was read before."""
        if match.start() > self.position:
            self.stack.append(Opened(VARIANT, match.start() - 1, 2, self.inner_nodes()))

    def open_heading(self, match: re.Match[str]) -> None:
        """`=` at the start of a line."""
        self.heading_at(match.start() + 1, match.start())

    def heading_at(self, position: int, start: int) -> None:
        """Open a heading at the equals signs at `position`; but a single one may end an argument's name."""
        line_end = self.line_end(position)
        top = self.stack[-1]
        if not self.text.startswith("==", position, self.end) and top.kind == BRACES:
            if top.wants_name(self.text, start):
                return
            top.leave_out(line_end)
        self.stack.append(Opened(HEADING, start, 0, self.inner_nodes(), line_end))

    def line_end(self, position: int) -> int:
        found = self.text.find("\n", position, self.end)
        return self.end if found < 0 else found

    def end_headings(self, position: int) -> None:
        stack = self.stack
        while stack and stack[-1].kind == HEADING and stack[-1].line_end <= position:
            stack.pop()

    def reopen_heading(self, position: int) -> None:
        """A heading that is innermost again lasts to the end of the line that `position` is on."""
        if self.stack and self.stack[-1].kind == HEADING:
            self.stack[-1].line_end = self.line_end(position)

    def close_variant(self, match: re.Match[str]) -> int | None:
        """`}-`, of which the match ends before the "-": where to go on if it closes the innermost bracket."""
        end = match.end()
        if not (self.stack and self.stack[-1].kind == VARIANT and self.text.startswith("-", end, self.end)):
            return None
        self.stack.pop()
        self.reopen_heading(end + 1)
        return end + 1

    def close_braces(self, match: re.Match[str]) -> int | None:
        """`}}`, `}}}`: close as many of the innermost braces as pair, and with what is left perhaps a variant."""
        position, left = match.start(), match.end() - match.start()
        stack = self.stack
        while left >= _MIN_BRACES and stack and stack[-1].kind == BRACES:
            opened = stack[-1]
            count = min(left, opened.count, _MAX_BRACES)
            opened.count -= count
            position += count
            left -= count
            call = Call(opened.start + opened.count, position, count, opened.nodes)
            if opened.count >= _MIN_BRACES:
                opened.nodes = [call]
                continue
            stack.pop()
            self.inner_nodes().append(call)
            if opened.count and opened.start > self.start and self.text[opened.start - 1] == "-":
                # what is left of `-{{{` opens a variant
                stack.append(Opened(VARIANT, opened.start - 1, 2, self.inner_nodes()))
            else:
                self.reopen_heading(position)
        return self.close_variant(match) if left else None

    def close_links(self, match: re.Match[str]) -> None:
        """`]]`: close as many of the innermost link brackets as pair."""
        left = match.end() - match.start()
        stack = self.stack
        while left >= _MIN_BRACES and stack and stack[-1].kind == LINK:
            left -= 2
            stack[-1].count -= 2
            if stack[-1].count < _MIN_BRACES:
                stack.pop()
                self.reopen_heading(match.end() - left)

    def comment(self, match: re.Match[str]) -> int:
        """`<!-- ... -->` and the comments right after it, perhaps with the whole line that they stand in."""
        start = match.start()
        comments = read_comments(self.text, start, self.start, self.end)
        if not comments:
            self.inner_nodes().append(Hidden(start, self.end))
            self.unclosed.append((start, "<!--"))
            return self.end
        self.inner_nodes().extend(comments)
        position = comments[-1].end
        is_line_start = self.text[position - 1] == "\n"
        if is_line_start and self.stack and self.text.startswith("=", position, self.end):
            self.heading_at(position, position)
        return position

    def tag(self, match: re.Match[str]) -> int | None:
        """`<name ...>`, or what only looks like it."""
        return self.tags.read(match, self.inner_nodes())


_RULES: dict[int, Callable[[_Scanner, re.Match[str]], int | None]] = {
    COMMENT: _Scanner.comment,
    REF: _Scanner.reference,
    EMPTY_REF: _Scanner.empty_reference,
    TAG: _Scanner.tag,
    BRACES: _Scanner.open_bracket,
    BRACES_END: _Scanner.close_braces,
    LINK: _Scanner.open_bracket,
    LINK_END: _Scanner.close_links,
    HEADING: _Scanner.open_heading,
    VARIANT: _Scanner.open_variant,
    VARIANT_END: _Scanner.close_variant,
}
"""What is done at each delimiter that is not a whole node by itself; it may tell where to go on from."""


def scan(text: str, start: int, end: int, unclosed: list[tuple[int, str]] | None = None) -> list[Node]:
    """The outermost comments, extension tags and calls of `text[start:end]`, in source order.

    What is opened and never closed is added to `unclosed`: where it stands, and what it is.
    """
    if text.find("<", start, end) < 0:
        leaves: list[Node] = []
        if read_leaves(text, braces_from(text, start, end), end, end, leaves) == end:
            return leaves
    scanner = _Scanner(text, start, end)
    nodes = scanner.run()
    if unclosed is not None:
        unclosed += scanner.unclosed
    return nodes
