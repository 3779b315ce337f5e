"""Which places of a text stand in a paragraph: the lines outside of lists and of what MediaWiki takes for blocks.

See its block pass (https://doc.wikimedia.org/mediawiki-core/master/php/classBlockLevelPass.html). The next table ends
a paragraph, and what is opened in it.
"""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.items import list_marks
from icor_scraper.parse.wikitext.marks import SEPARATOR

_BLOCKS = "table|h[1-6]|pre|p|ul|ol|dl"
_opens_block = re.compile(rf"<(?:(?:{_BLOCKS})|/t[dh]|/?(?:tr|caption|dt|dd|li))\b", re.IGNORECASE).search
_closes_block = re.compile(rf"<(?:/(?:{_BLOCKS})|t[dh]|/?(?:center|blockquote|div|hr))\b", re.IGNORECASE).search
_TABLE_INDENT = " \t:*#;"
_SEPARATOR = SEPARATOR.strip("\n")
_HEADING = ("=", "----")


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
        is_closing = line.startswith(_HEADING) or _closes_block(line) is not None
        if is_closing or _opens_block(line):
            self._in_block = not is_closing
            return False
        return not self._in_block
