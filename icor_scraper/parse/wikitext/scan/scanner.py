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

from icor_scraper.parse.wikitext.scan.nodes import NO_NODES, Call, Extension, Hidden, Node
from icor_scraper.parse.wikitext.scan.opened import Opened
from icor_scraper.parse.wikitext.tags import EXTENSION_TAGS

_MIN_BRACES, _MAX_BRACES = 2, 3

_SHOWN_TAGS = ("noinclude", "/noinclude", "onlyinclude", "/onlyinclude")
_HIDDEN_TAG = "includeonly"

_NAMES = "|".join(sorted({*EXTENSION_TAGS, *_SHOWN_TAGS, _HIDDEN_TAG}, key=len, reverse=True))
_LEAF = r"[^{}\[\]<\n]*+(?:\n(?!=)[^{}\[\]<\n]*+)*+"
# Each alternative begins with a plain character (so that the search skips from one to the next) and
# ends with an empty group (whose number tells which it was).
_TAGS = (
    r"<(?:!--()"  # 1
    r"|ref((?:[ \t\n][^<>]*+)?+)(?:(?<!/)>[^<]*+</ref>()|(?<=/)>())"  # 3, 4: <ref> without tags inside
    rf"|(?=[\w/])((?i:{_NAMES}))(?=[ \t\n\r\f\v>]|/>))"  # 5
)
_COMMENT, _REF_ATTRIBUTES, _REF, _EMPTY_REF, _TAG = range(1, 6)
_find_tags = re.compile(_TAGS).finditer
_find_delimiters = re.compile(
    rf"{_TAGS}"
    rf"|\{{\{{{_LEAF}\}}\}}()"  # 6: a template without anything nested
    rf"|\[\[{_LEAF}\]\](?:{_LEAF}\[\[{_LEAF}\]\])*+"  # links without anything nested hide nothing
    r"|\{\{+()"  # 7
    r"|\}\}+()"  # 8
    r"|\[\[+()"  # 9
    r"|\]\]+()"  # 10
    r"|\n=+()"  # 11: a heading, whose line the brackets around it cannot be closed on
    r"|\{(?<=-\{)()"  # 12: the brace of `-{`, where a language variant opens
    r"|\}(?=-)()"  # 13: the brace of `}-`
).finditer
_LEAF_TEMPLATE, _BRACES, _BRACES_END, _LINK, _LINK_END, _HEADING, _VARIANT, _VARIANT_END = range(6, 14)
_CLOSING = {name: re.compile(rf"(?ai:</{re.escape(name)}\s*>)") for name in (*EXTENSION_TAGS, _HIDDEN_TAG)}
_BLANKS = re.compile(r"[ \t]*+")


class _Scanner:
    """One scan of `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.nodes: list[Node] = []
        self.stack: list[Opened] = []
        self.exhausted: set[str] = set()
        """Closing tags (and ">") known not to occur any more."""
        self.bracket = -1
        """The ">" found last."""
        self.unclosed: list[tuple[int, str]] = []
        """What is opened and never closed, of each tag the first."""
        self.position = start
        """Where the search goes on from."""
        self.braces = self.next_braces(start)
        """Where the next `{{` opens that no other stands around; the end where none does."""

    def run(self) -> list[Node]:
        position: int | None = self.start
        while position is not None:
            position = self.advance(position) if self.stack else self.skip(position)
        for opened in self.stack:  # never closed: what stands in it counts all the same
            if opened.kind == _BRACES:
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
            self.braces = self.next_braces(position)
        for match in _find_tags(self.text, position, self.end):
            start, end = match.span()
            if self.braces < start and not self.read_leaves(start):
                return self.advance(self.braces)
            resume = _RULES[match.lastindex](self, match)  # type: ignore[index]  # each alternative has a group
            if resume is not None:
                return resume
            if self.braces < end:
                self.braces = self.next_braces(end)
        return None if self.read_leaves(self.end) else self.advance(self.braces)

    def next_braces(self, position: int) -> int:
        """Where the next `{{` stands; the end where none does."""
        return braces_from(self.text, position, self.end)

    def read_leaves(self, end: int) -> bool:
        """Read the calls that open before `end`, up to one that holds others: tell whether there is none."""
        while self.braces < end:
            call_end = leaf_end(self.text, self.braces, self.end)
            if call_end < 0:
                return False
            self.nodes.append(Call(self.braces, call_end, 2, NO_NODES))
            self.braces = self.next_braces(call_end)
        return True

    def advance(self, position: int) -> int | None:
        """Go on from `position`, where a bracket opens or is open: return where to start anew, None at the end."""
        self.position = position
        stack = self.stack
        nodes = self.inner_nodes()
        for match in _find_delimiters(self.text, position, self.end):
            kind = match.lastindex
            if kind is None:
                continue
            if stack and stack[-1].kind == _HEADING:
                self.end_headings(match.start())
                nodes = self.inner_nodes()
            if kind == _LEAF_TEMPLATE:
                nodes.append(Call(match.start(), match.end(), 2, NO_NODES))
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
        inner_start = match.end(_REF_ATTRIBUTES) + 1
        self.inner_nodes().append(Extension("ref", start, inner_start - 1, (inner_start, end - len("</ref>")), end))

    def empty_reference(self, match: re.Match[str]) -> None:
        """`<ref ... />`."""
        start, end = match.span()
        self.inner_nodes().append(Extension("ref", start, end - 2, (-1, -1), end))

    def open_bracket(self, match: re.Match[str]) -> None:
        """`{{` or `[[`, and the same signs after it."""
        kind, (start, end) = match.lastindex or 0, match.span()
        self.stack.append(Opened(kind, start, end - start, [] if kind == _BRACES else self.inner_nodes()))

    def open_variant(self, match: re.Match[str]) -> None:
        """`-{`, unless the "-" is part of what was read before."""
        if match.start() > self.position:
            self.stack.append(Opened(_VARIANT, match.start() - 1, 2, self.inner_nodes()))

    def open_heading(self, match: re.Match[str]) -> None:
        """`=` at the start of a line."""
        self.heading_at(match.start() + 1, match.start())

    def heading_at(self, position: int, start: int) -> None:
        """Open a heading at the equals signs at `position`; but a single one may end an argument's name."""
        line_end = self.line_end(position)
        top = self.stack[-1]
        if not self.text.startswith("==", position, self.end) and top.kind == _BRACES:
            if top.wants_name(self.text, start):
                return
            top.leave_out(line_end)
        self.stack.append(Opened(_HEADING, start, 0, self.inner_nodes(), line_end))

    def line_end(self, position: int) -> int:
        found = self.text.find("\n", position, self.end)
        return self.end if found < 0 else found

    def end_headings(self, position: int) -> None:
        stack = self.stack
        while stack and stack[-1].kind == _HEADING and stack[-1].line_end <= position:
            stack.pop()

    def reopen_heading(self, position: int) -> None:
        """A heading that is innermost again lasts to the end of the line that `position` is on."""
        if self.stack and self.stack[-1].kind == _HEADING:
            self.stack[-1].line_end = self.line_end(position)

    def close_variant(self, match: re.Match[str]) -> int | None:
        """`}-`, of which the match ends before the "-": where to go on if it closes the innermost bracket."""
        end = match.end()
        if not (self.stack and self.stack[-1].kind == _VARIANT and self.text.startswith("-", end, self.end)):
            return None
        self.stack.pop()
        self.reopen_heading(end + 1)
        return end + 1

    def close_braces(self, match: re.Match[str]) -> int | None:
        """`}}`, `}}}`: close as many of the innermost braces as pair, and with what is left perhaps a variant."""
        position, left = match.start(), match.end() - match.start()
        stack = self.stack
        while left >= _MIN_BRACES and stack and stack[-1].kind == _BRACES:
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
                stack.append(Opened(_VARIANT, opened.start - 1, 2, self.inner_nodes()))
            else:
                self.reopen_heading(position)
        return self.close_variant(match) if left else None

    def close_links(self, match: re.Match[str]) -> None:
        """`]]`: close as many of the innermost link brackets as pair."""
        left = match.end() - match.start()
        stack = self.stack
        while left >= _MIN_BRACES and stack and stack[-1].kind == _LINK:
            left -= 2
            stack[-1].count -= 2
            if stack[-1].count < _MIN_BRACES:
                stack.pop()
                self.reopen_heading(match.end() - left)

    def comment(self, match: re.Match[str]) -> int:
        """`<!-- ... -->` and the comments right after it; a line that holds nothing else goes as a whole."""
        text, end, start, nodes = self.text, self.end, match.start(), self.inner_nodes()
        first = text.find("-->", start + 4, end)
        if first < 0:
            nodes.append(Hidden(start, end))
            self.unclosed.append((start, "<!--"))
            return end
        first += 3
        stop = self.skip_blanks(first)
        spans = [(start, first)]
        while text.startswith("<!--", stop, end):
            close = text.find("-->", stop + 4, end)
            if close < 0:
                break
            spans.append((stop, close + 3))
            stop = self.skip_blanks(close + 3)
        line_start = start
        while line_start > self.start and text[line_start - 1] in " \t":
            line_start -= 1
        is_whole_line = self.start < line_start and text[line_start - 1] == "\n" and stop < end and text[stop] == "\n"
        if is_whole_line:
            spans = [(line_start, stop + 1)]
        nodes.extend(Hidden(*span) for span in spans)
        position = spans[-1][1]
        if is_whole_line and self.stack and text.startswith("=", position, end):
            self.heading_at(position, position)
        return position

    def skip_blanks(self, position: int) -> int:
        found = _BLANKS.match(self.text, position, self.end)
        return found.end() if found else position

    def tag(self, match: re.Match[str]) -> int | None:
        """`<name ...>`: append its node and return its end, or None where it is only text."""
        text, end, exhausted, nodes = self.text, self.end, self.exhausted, self.inner_nodes()
        if ">" in exhausted:
            return None
        if self.bracket < match.end():
            self.bracket = text.find(">", match.end(), end)
        bracket = self.bracket
        if bracket < 0:
            exhausted.add(">")
            return None
        start, name = match.start(), match[_TAG].lower()
        if name in _SHOWN_TAGS:
            nodes.append(Hidden(start, bracket + 1))
            return bracket + 1
        if text[bracket - 1] == "/":
            if name == _HIDDEN_TAG:
                nodes.append(Hidden(start, bracket + 1))
            else:
                nodes.append(Extension(name, start, bracket - 1, (-1, -1), bracket + 1))
            return bracket + 1
        closing = None if name in exhausted else _CLOSING[name].search(text, bracket + 1, end)
        if closing is None:
            if name not in exhausted:
                self.unclosed.append((start, f"<{name}>"))
            exhausted.add(name)
            if match[_TAG] != _HIDDEN_TAG:  # here MediaWiki knows no capitals
                comment = text.find("<!--", start, bracket) if text.startswith("--", bracket - 2) else -1
                if comment >= 0:
                    nodes.append(Hidden(comment, bracket + 1))
                return bracket + 1  # all else of the tag is text, whatever braces stand in it
            nodes.append(Hidden(start, end))
            return end
        if name == _HIDDEN_TAG:
            nodes.append(Hidden(start, closing.end()))
        else:
            nodes.append(Extension(name, start, bracket, (bracket + 1, closing.start()), closing.end()))
        return closing.end()


_RULES: dict[int, Callable[[_Scanner, re.Match[str]], int | None]] = {
    _COMMENT: _Scanner.comment,
    _REF: _Scanner.reference,
    _EMPTY_REF: _Scanner.empty_reference,
    _TAG: _Scanner.tag,
    _BRACES: _Scanner.open_bracket,
    _BRACES_END: _Scanner.close_braces,
    _LINK: _Scanner.open_bracket,
    _LINK_END: _Scanner.close_links,
    _HEADING: _Scanner.open_heading,
    _VARIANT: _Scanner.open_variant,
    _VARIANT_END: _Scanner.close_variant,
}
"""What is done at each delimiter that is not a whole node by itself; it may tell where to go on from."""


def scan(text: str, start: int, end: int, unclosed: list[tuple[int, str]] | None = None) -> list[Node]:
    """The outermost comments, extension tags and calls of `text[start:end]`, in source order.

    What is opened and never closed is added to `unclosed`: where it stands, and what it is.
    """
    if text.find("<", start, end) < 0 and (leaves := _leaves(text, start, end)) is not None:
        return leaves
    scanner = _Scanner(text, start, end)
    nodes = scanner.run()
    if unclosed is not None:
        unclosed += scanner.unclosed
    return nodes


def _leaves(text: str, start: int, end: int) -> list[Node] | None:
    """The calls of a text without tags; None where one holds what could be another, or is open."""
    nodes: list[Node] = []
    start = braces_from(text, start, end)
    while start < end:
        call_end = leaf_end(text, start, end)
        if call_end < 0:
            return None
        nodes.append(Call(start, call_end, 2, NO_NODES))
        start = braces_from(text, call_end, end)
    return nodes


def braces_from(text: str, start: int, end: int) -> int:
    """Where the first `{{` stands, the end where none does; one character is found quicker than two."""
    found = text.find("{", start, end)
    while found >= 0 and not text.startswith("{{", found, end):
        found = text.find("{", found + 1, end)
    return end if found < 0 else found


def leaf_end(text: str, start: int, end: int) -> int:
    """The end of the call that opens at `start` where nothing in it could hide a brace or bar; else -1."""
    close = text.find("}}", start + 2, end)
    inner = text[start + 2 : close] if close >= 0 else "{"
    return -1 if "{" in inner or "<" in inner or "[[" in inner or "\n=" in inner else close + 2
