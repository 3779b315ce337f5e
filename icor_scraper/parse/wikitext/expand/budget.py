"""How large the text may grow by what calls show."""

from __future__ import annotations

from collections.abc import Sequence

from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, FragmentKind, Mark
from icor_scraper.parse.wikitext.pieces import join

MAX_EXPANDED = 2 * 1024 * 1024
"""Characters that calls may expand to in all: MediaWiki's post-expand include size ($wgMaxArticleSize)."""


class Budget:
    """What is left of the characters that the calls of one page may expand to."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._left = MAX_EXPANDED
        self._mark_sizes: dict[int, int] = {}
        """How much a mark of wikitext shows, by its number."""

    def pays_for(self, text: str) -> bool:
        """Take the size of `text` off: tell whether there was enough left."""
        self._left -= self._size(text) if MARK in text else len(text)
        return self._left >= 0

    def _size(self, text: str) -> int:
        """How many characters `text` shows with what its marks stand for, which a call may repeat."""
        return len(text) + sum(self._mark_size(int(number)) for number in MARK_PATTERN.findall(text))

    def _mark_size(self, number: int) -> int:
        mark = self._marks[number]
        if mark.fragment is None or mark.fragment.kind is not FragmentKind.INLINE:
            return len(mark.text)
        known = self._mark_sizes.get(number)
        if known is None:
            known = self._mark_sizes[number] = self._size(join(mark.fragment.pieces or []))
        return known
