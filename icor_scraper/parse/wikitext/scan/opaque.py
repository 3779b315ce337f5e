"""What hides whatever stands in it from the nested scan: comments and extension tags."""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.scan.delimiters import HIDDEN_TAG, SHOWN_TAGS, TAG
from icor_scraper.parse.wikitext.scan.nodes import Extension, Hidden, Node
from icor_scraper.parse.wikitext.tags import EXTENSION_TAGS

_CLOSING = {name: re.compile(rf"(?ai:</{re.escape(name)}\s*>)") for name in (*EXTENSION_TAGS, HIDDEN_TAG)}
_BLANKS = re.compile(r"[ \t]*+")


def read_comments(text: str, position: int, start: int, end: int) -> list[Hidden]:
    """The comment that begins at `position` of `text[start:end]` and those right after it; none if it never ends.

    A line that holds nothing else goes as a whole, its line end included.
    """
    first = text.find("-->", position + 4, end)
    if first < 0:
        return []
    first += 3
    stop = _skip_blanks(text, first, end)
    comments = [Hidden(position, first)]
    while text.startswith("<!--", stop, end):
        close = text.find("-->", stop + 4, end)
        if close < 0:
            break
        comments.append(Hidden(stop, close + 3))
        stop = _skip_blanks(text, close + 3, end)
    line_start = position
    while line_start > start and text[line_start - 1] in " \t":
        line_start -= 1
    is_whole_line = start < line_start and text[line_start - 1] == "\n" and stop < end and text[stop] == "\n"
    return [Hidden(line_start, stop + 1)] if is_whole_line else comments


def _skip_blanks(text: str, position: int, end: int) -> int:
    found = _BLANKS.match(text, position, end)
    return found.end() if found else position


class TagReader:
    """Reads the tags of one scan, and remembers which are closed nowhere in what follows."""

    def __init__(self, text: str, end: int, unclosed: list[tuple[int, str]]) -> None:
        self._text = text
        self._end = end
        self._unclosed = unclosed
        """Where tags open that are never closed, of each name the first."""
        self._exhausted: set[str] = set()
        """Names whose closing tags are known not to occur any more."""
        self._bracket = 0
        """The ">" found last; -1 where none follows."""

    def read(self, match: re.Match[str], nodes: list[Node]) -> int | None:
        """`<name ...>`: append its node and return its end, or None where it is only text."""
        text = self._text
        if 0 <= self._bracket < match.end():
            self._bracket = text.find(">", match.end(), self._end)
        bracket = self._bracket
        if bracket < 0:
            return None
        start, name = match.start(), match[TAG].lower()
        if name in SHOWN_TAGS:
            nodes.append(Hidden(start, bracket + 1))
            return bracket + 1
        if text[bracket - 1] == "/":
            if name == HIDDEN_TAG:
                nodes.append(Hidden(start, bracket + 1))
            else:
                nodes.append(Extension(name, start, bracket - 1, (-1, -1), bracket + 1))
            return bracket + 1
        closing = None if name in self._exhausted else _CLOSING[name].search(text, bracket + 1, self._end)
        if closing is None:
            return self._never_closed(match, bracket, nodes)
        if name == HIDDEN_TAG:
            nodes.append(Hidden(start, closing.end()))
        else:
            nodes.append(Extension(name, start, bracket, (bracket + 1, closing.start()), closing.end()))
        return closing.end()

    def _never_closed(self, match: re.Match[str], bracket: int, nodes: list[Node]) -> int:
        """A tag without an end: text, whatever braces stand in it; but `<includeonly>` hides all that follows."""
        start, name = match.start(), match[TAG].lower()
        if name not in self._exhausted:
            self._unclosed.append((start, f"<{name}>"))
        self._exhausted.add(name)
        if match[TAG] == HIDDEN_TAG:  # here MediaWiki knows no capitals
            nodes.append(Hidden(start, self._end))
            return self._end
        comment = self._text.find("<!--", start, bracket) if self._text.startswith("--", bracket - 2) else -1
        if comment >= 0:
            nodes.append(Hidden(comment, bracket + 1))
        return bracket + 1
