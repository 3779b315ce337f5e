"""Which places of a text stand in a paragraph: the lines outside of lists and of what MediaWiki takes for blocks.

See its block pass (https://doc.wikimedia.org/mediawiki-core/master/php/classBlockLevelPass.html). The next table ends
a paragraph, and what is opened in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from icor_scraper.parse.wikitext.items import list_marks
from icor_scraper.parse.wikitext.marks import SEPARATOR

_BLOCKS = "table|h[1-6]|pre|p|ul|ol|dl"
_OPENING = rf"{_BLOCKS}|/?(?:tr|caption|dt|dd|li)"
_CLOSING = rf"/(?:{_BLOCKS})|/?(?:center|blockquote|div|hr)"


def _finder(tags: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"<(?:{tags})\b", re.IGNORECASE).search


opens_block, closes_block = _finder(_OPENING), _finder(_CLOSING)
"""What finds, in a line of a cell or note, a tag that begins a block, and one behind which a paragraph may begin."""
_opens_block, _closes_block = _finder(rf"{_OPENING}|/t[dh]"), _finder(rf"{_CLOSING}|t[dh]")
"""The same in a line of the whole text, where cells begin and end too."""
_TABLE_INDENT = " \t:*#;"
_SEPARATOR = SEPARATOR.strip("\n")
MARKS_APART = ("=", "----")
"""What begins a heading or a rule, which stand in no paragraph."""


class Paragraphs:
    """Tells of places of a text, asked in order, whether they stand in a paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = 0
        """Where the line begins that is read next."""
        self._depth = 0
        """How many tables are open."""
        self._in_block = False
        """Whether MediaWiki begins no paragraph here."""
        self._is_paragraph = False

    def hold(self, position: int) -> bool:
        """Whether the line of `position` is one of a paragraph."""
        while self._next <= position:
            end = self._text.find("\n", self._next)
            end = len(self._text) if end < 0 else end
            self._is_paragraph = self._read(self._text[self._next : end])
            self._next = end + 1
        return self._is_paragraph

    def _read(self, line: str) -> bool:
        """Take note of a line: whether it is one of a paragraph."""
        if line == _SEPARATOR:  # a note follows, which stands in an item of a list
            self._depth = 0
            self._in_block = True
            return False
        if line.lstrip(_TABLE_INDENT).startswith("{|"):
            self._depth += 1
            self._in_block = True
            return False
        marked = line.lstrip(" \t") if self._depth else ""
        if marked.startswith(("|", "!")):
            self._depth -= marked.startswith("|}")
            self._in_block = marked.startswith(("|-", "|+"))
            return False
        if list_marks(line)[0]:  # type: ignore[index] # it matches the empty string too
            return False
        is_closing = line.startswith(MARKS_APART) or _closes_block(line) is not None
        if is_closing or _opens_block(line):
            self._in_block = not is_closing
            return False
        return not self._in_block
