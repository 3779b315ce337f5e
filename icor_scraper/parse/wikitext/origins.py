"""Where each stretch of the expanded text comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter

from icor_scraper.models import Span
from icor_scraper.parse.wikitext.marks import SEPARATOR
from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.scan.source import Source


class Origins:
    """The pieces of the expanded text, joined, with the way from every position back to the source."""

    def __init__(self, pieces: list[Piece], source: Source) -> None:
        texts: list[str] = list(map(itemgetter(0), pieces))
        self._origins: list[int] = list(map(itemgetter(1), pieces))
        """Where each piece begins in the source."""
        self._ends: list[int] = list(map(itemgetter(2), pieces))
        """Where the origin of each piece ends; -1 where it stands in the source letter for letter."""
        self.text = "".join(texts)
        """The text of the pieces."""
        self._source = source
        self.starts = list(accumulate(map(len, texts[:-1]), initial=0))
        """Where each piece begins in the text."""

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the wikitext that was given; whole calls where they made it."""
        return self.spans(((start, end),))[0]

    def spans(self, ranges: Iterable[tuple[int, int]]) -> list[Span]:
        """The same of many ranges, which are quickest found in order."""
        starts, origins, ends = self.starts, self._origins, self._ends
        new = tuple.__new__  # does what Span(...) does, in half the time
        spans = []
        piece_start = piece_end = offset = 0  # of the piece met last
        is_letters = False  # whether it stands in the source letter for letter
        for start, end in ranges:
            if not piece_start <= start < piece_end:
                index = bisect_right(starts, start)
                piece_start, piece_end = starts[index - 1], starts[index] if index < len(starts) else len(self.text) + 1
                offset = origins[index - 1] - piece_start
                is_letters = ends[index - 1] < 0
            if is_letters and end <= piece_end:
                spans.append(new(Span, (start + offset, end + offset)))
                continue
            given_start = start + offset if is_letters else piece_start + offset
            given_end = given_start
            if end > start:
                last = bisect_right(starts, end - 1) - 1
                given_end = ends[last] if ends[last] >= 0 else origins[last] + end - starts[last]
            spans.append(new(Span, (given_start, given_end)))
        return self._source.spans(spans) if self._source.dropped else spans

    def contents(self, ranges: Iterable[tuple[int, int]]) -> list[Span]:
        """What stands in the wikitext that was given between the characters around each range, trimmed.

        So a template that shows nothing belongs to the cell in which it stands.
        """
        starts, origins, ends, source = self.starts, self._origins, self._ends, self._source.text
        found = []
        piece_start = piece_end = offset = 0  # of the piece that stands in the source letter for letter, met last
        for start, end in ranges:
            if piece_start < start and end < piece_end:
                first, last = start + offset, end + offset
            else:
                before = bisect_right(starts, start - 1) - 1
                after = bisect_right(starts, end, max(before, 0)) - 1
                first = ends[before] if ends[before] >= 0 else origins[before] + start - starts[before]
                last = origins[after] if ends[after] >= 0 else origins[after] + end - starts[after]
                if self.text.startswith(SEPARATOR, end):  # of the fragment's end its own last piece tells
                    last = ends[after - 1] if ends[after - 1] >= 0 else origins[after - 1] + end - starts[after - 1]
                if ends[after] < 0 and after + 1 < len(starts):
                    piece_start, piece_end, offset = starts[after], starts[after + 1], origins[after] - starts[after]
            content = source[first:last]
            bare = content.lstrip()
            if bare:
                first = last - len(bare)
                last = first + len(bare.rstrip())
            else:
                last = first
            found.append((first, last))
        return self._source.spans(found)
