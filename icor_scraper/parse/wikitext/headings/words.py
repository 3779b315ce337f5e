"""What a heading shows where its element holds less, or more, than what stands between its marks.

The words of a heading stand in a `<span>` of their own, and an HTML5 tree builder balances it with all that is around
(https://html.spec.whatwg.org/multipage/parsing.html, "in body"): the end of a list's item, of a cell or of another
element that was opened before ends the words too; a table in them is none of them; and a heading in another one takes
its end, so that the outer one goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from icor_scraper.errors import ParseError
from icor_scraper.parse.wikitext.headings.finder import RAW_HEADING, TAG, HeadingNode, read_heading
from icor_scraper.parse.wikitext.items import is_deeper, item_end, list_marks
from icor_scraper.parse.wikitext.quotes import quote_marks
from icor_scraper.parse.wikitext.tables.lines import TableEvent, TableMark
from icor_scraper.parse.wikitext.tables.tree import RAW_TABLE_TAG
from icor_scraper.parse.wikitext.tags import SINGLE_TAGS

MAX_NESTED = 4 * 1024 * 1024
"""Characters of all that stands behind headings in others, each level of nesting counted anew: twice MediaWiki's
largest page."""
_TABLE_TAGS = frozenset("table caption tbody thead tfoot tr td th col colgroup".split())
_ENDS_NOTHING = _TABLE_TAGS | SINGLE_TAGS | frozenset("p span h1 h2 h3 h4 h5 h6".split())
"""Tags whose end in a heading does not end an element that was opened before it, or of which others tell."""
_CELLS = frozenset({TableEvent.DATA, TableEvent.HEADER, TableEvent.CAPTION})


def is_odd(text: str, heading: HeadingNode) -> bool:
    """Whether the heading may show something else than what stands between its marks."""
    start, stop = heading.content
    has_tag = text.find("<", start, stop) >= 0
    if text.startswith("=", heading.start):
        has_end = has_tag and text.find("</", start, stop) >= 0
        return has_end or (has_tag and any(tag.search(text, start, stop) for tag in (RAW_HEADING, RAW_TABLE_TAG)))
    return has_tag or text.find("\n", start, stop) >= 0 or text[heading.start - 1 : heading.start] not in ("", "\n")


class _Quotes:
    """The marks of italic and bold of a line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        marks = quote_marks(text[start:end]) if text.find("''", start, end) >= 0 else []
        self.start = start
        self._places = [start + place for place, _ in marks]
        self._open: list[tuple[int, ...]] = [()]
        """What is open before each mark, and behind the last one."""
        for _, kinds in marks:
            self._open.append(tuple(sorted({*self._open[-1]} ^ {*kinds})))
        nearest = {2: end, 3: end}
        self._ends = [nearest]
        """Where the next mark of each kind stands, from each mark on."""
        for place, (_, kinds) in zip(reversed(self._places), reversed(marks), strict=True):
            nearest = nearest | dict.fromkeys(kinds, place)
            self._ends.append(nearest)
        self._ends.reverse()

    def end_of_open(self, position: int, otherwise: int) -> int:
        """Where the first one ends of what is open at `position`."""
        index = bisect_left(self._places, position)
        return min((self._ends[index][kind] for kind in self._open[index]), default=otherwise)


class Headlines:
    """Tells of the headings of a page, asked in order, which stretches of the text their words are."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[TableMark]) -> None:
        self._text = text
        self._end = end
        self._marks = marks
        self._mark_starts = [mark[0] for mark in marks]
        self._cells = [(mark[0], mark[2]) for mark in marks if not text.startswith("<", mark[0])]
        """Where the marks of wikitext tables begin and end, which part lines; raw tags do not."""
        self._opened: Counter[str] = Counter()
        """How many elements of each name are open."""
        self._in_item: Counter[str] = Counter()
        """How many of them are of the item of a list that ends at `_item_end`; a line that is none ends there."""
        self._is_item = False
        self._item_end = self._position = start
        self._depth = self._counted = 0
        """How many tables are open, before that mark."""
        self._nested = 0
        """Characters behind the headings that stand in another one's words."""
        self._line = (-1, -1)
        self._quotes = _Quotes("", -1, -1)

    def of(self, heading: HeadingNode) -> list[tuple[int, int]]:
        """The stretches of the words of one heading."""
        start, stop = heading.content
        cut, stretches = self._outside_tables(start, stop)
        cut = min(cut, self._line_cut(heading), self._tag_cut(heading, stop))
        if cut < stop:
            return [(first, min(last, cut)) for first, last in stretches if first < cut]
        is_ended_by_line = stop == heading.end and self._text.startswith("<", heading.start)
        if is_ended_by_line or RAW_HEADING.search(self._text, start, stop):  # another one takes its end
            stretches.append(self._rest(heading))
        return stretches

    def _rest(self, heading: HeadingNode) -> tuple[int, int]:
        """The stretch from the end of a heading in this one to the end of this one."""
        text = self._text
        closing = RAW_HEADING.match(text, heading.content[1])
        whole = read_heading(text, heading.start, heading.end) if text.startswith("=", heading.start) else None
        if closing and whole:
            return closing.end(), max(closing.end(), whole.content[1])
        following = RAW_HEADING.search(text, heading.end, self._end)
        while following and following[1]:
            following = RAW_HEADING.search(text, following.end(), self._end)
        stop = following.start() if following else self._end
        self._nested += stop - heading.end
        if self._nested > MAX_NESTED:
            raise ParseError(f"expected at most {MAX_NESTED} characters in headings that others stand in, found more")
        return heading.end, stop

    def _outside_tables(self, start: int, stop: int) -> tuple[int, list[tuple[int, int]]]:
        """(where a cell ends that was open before, what stands in no cell of the tables between)."""
        stretches: list[tuple[int, int]] = []
        in_cell: list[bool] = []  # of each table that is open
        position = start
        first_mark, stop_mark = (bisect_left(self._mark_starts, place) for place in (start, stop))
        for index in range(first_mark, stop_mark):
            first, event, last, _ = self._marks[index]
            if not any(in_cell):
                stretches.append((position, first))
            position = last
            if event is TableEvent.OPEN:
                in_cell.append(False)
            elif not in_cell:
                if self._is_in_table(first_mark):
                    return first, stretches
            elif event is TableEvent.CLOSE:
                in_cell.pop()
            else:
                in_cell[-1] = event in _CELLS
        if not any(in_cell):
            stretches.append((position, stop))
        return stop, stretches

    def _is_in_table(self, index: int) -> bool:
        """Whether a table is open before mark number `index`."""
        for mark in self._marks[self._counted : index]:
            self._depth = max(self._depth + (mark[1] is TableEvent.OPEN) - (mark[1] is TableEvent.CLOSE), 0)
        self._counted = max(self._counted, index)
        return self._depth > 0

    def _line_cut(self, heading: HeadingNode) -> int:
        """Where a list's item or a stretch of italics ends that the heading's line begins with; else beyond its end."""
        text, (start, stop) = self._text, heading.content
        first, line_end = self._line = self._line_around(start)
        if text.find("\n", start, stop) >= 0:
            found = list_marks(text, first, heading.start)
            items = found[0] if found else ""
            if items and not is_deeper(text, line_end + 1, items):
                return line_end
        index = bisect_left(self._cells, (heading.start,))
        quoted_start = max(first, self._cells[index - 1][1] if index else 0)
        quoted_end = min(line_end, self._cells[index][0] if index < len(self._cells) else line_end)
        if self._quotes.start != quoted_start:
            self._quotes = _Quotes(text, quoted_start, quoted_end)
        return self._quotes.end_of_open(heading.start, self._end)

    def _line_around(self, position: int) -> tuple[int, int]:
        """Where the line begins and ends in which `position` lies."""
        if self._line[0] <= position <= self._line[1]:
            return self._line
        line_end = self._text.find("\n", position, self._end)
        return self._text.rfind("\n", 0, position) + 1, self._end if line_end < 0 else line_end

    def _tag_cut(self, heading: HeadingNode, stop: int) -> int:
        """Where an end tag stands of an element that was opened before the heading; `stop` if none does."""
        own: Counter[str] = Counter()
        for match in self._end_tags_in(heading.content):
            name = match[2].lower()
            if not match[1]:
                own[name] += 1
            elif own[name]:
                own[name] -= 1
            elif name not in _ENDS_NOTHING:
                self._read_until(heading.start)
                if self._opened[name]:
                    return match.start()
        return stop

    def _end_tags_in(self, content: tuple[int, int]) -> Iterator[re.Match[str]]:
        return TAG.finditer(self._text, *content) if self._text.find("</", *content) >= 0 else iter(())

    def _read_until(self, position: int) -> None:
        """Count the elements that are open at `position`."""
        for match in TAG.finditer(self._text, self._position, position):
            if match.start() >= self._item_end:
                self._begin_item(match.start())
            name = match[2].lower()
            if match[1]:
                self._opened[name] = max(self._opened[name] - 1, 0)
                self._in_item[name] = max(self._in_item[name] - 1, 0)
            else:
                self._opened[name] += 1
                self._in_item[name] += self._is_item
        if position >= self._item_end:
            self._begin_item(position)
        self._position = max(self._position, position)

    def _begin_item(self, position: int) -> None:
        """Leave the item of a list that has ended, with what was opened in it, for the line of `position`."""
        for name, count in self._in_item.items():
            self._opened[name] = max(self._opened[name] - count, 0)
        self._in_item.clear()
        line_start = self._text.rfind("\n", self._item_end, position) + 1 or self._item_end
        self._is_item, self._item_end = item_end(self._text, line_start, self._end)
