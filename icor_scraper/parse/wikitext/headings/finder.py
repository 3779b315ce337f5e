"""`== Headings ==` and raw `<h2>`: the list of sections with numbers and anchors.

https://www.mediawiki.org/wiki/Help:Formatting, and for anchors
https://www.mediawiki.org/wiki/Manual:$wgFragmentMode (html5).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

from icor_scraper.parse.wikitext.marks import UNKNOWN
from icor_scraper.parse.wikitext.names.titles import DIRECTION_MARKS, SPACES
from icor_scraper.parse.wikitext.tags import BLOCK_TAGS, SINGLE_TAGS

_LINE = re.compile(r"\n=[^\n]*+").finditer
RAW_HEADING = re.compile(r"<h([1-6])(?![^\t\n\v />])[^<>]*>|</h[1-6](?![^\t\n\v />])[^<>]*>", re.IGNORECASE)
_MOST_EQUALS = 6
HEADING_END = f" \t{UNKNOWN}"
"""What may follow a heading on its line: an unknown template there most often begins a line of its own."""
TAG = re.compile(r"<(/?)([A-Za-z][^\t\n\v <>/]*+)[^<>]*>")

_LIST_MARKS = frozenset("*#:;")
_ENDS_OF_ITEMS = ("<li", "</li", "</ol", "</div")


def shown_part(content: str, *, in_item: bool = False) -> str:
    """The part of a heading that stands in its own element, which a stray `</span>` ends outside of a block.

    `in_item`: of a note, which stands in an item of a list in a `<div>`: it ends where another item begins, or where
    this one, its list or that `<div>` ends.
    """
    lowered = content.lower() if "<" in content else ""
    if "</span" not in lowered and not (in_item and any(tag in lowered for tag in _ENDS_OF_ITEMS)):
        return content
    depth = blocks = lists = divs = 0
    inner_end = 0  # of the items of lists that were met
    for match in TAG.finditer(content):
        name, step = match[2].lower(), -1 if match[1] else 1
        if name == "span" and not blocks:
            depth += step
        elif in_item and _ends_item(name, step, lists, divs):
            if name == "li" and match.start() >= inner_end:
                inner_end = _end_of_item(content, inner_end, match.start())
            depth = -1 if name != "li" or match.start() >= inner_end else depth
        elif name in BLOCK_TAGS and name not in SINGLE_TAGS:
            blocks = max(blocks + step, 0)
            lists = max(lists + step * (name in ("ul", "ol")), 0)
            divs += step * (name == "div")
        if depth < 0:
            return content[: match.start()]
    return content


def _ends_item(name: str, step: int, lists: int, divs: int) -> bool:
    """Whether a tag ends an item of a list around so many open lists and `<div>`s in it; `step` is -1 for `</name>`."""
    if name == "div":
        return step < 0 and not divs
    return not lists and (name == "li" or (name == "ol" and step < 0))


def _end_of_item(content: str, start: int, position: int) -> int:
    """Where the line of `position` ends if it is an item of a list in the note; else where it begins."""
    line_start = content.rfind("\n", start, position) + 1
    if not line_start or content[line_start] not in _LIST_MARKS:
        return line_start
    line_end = content.find("\n", position)
    return len(content) if line_end < 0 else line_end


class HeadingNode(NamedTuple):
    """A heading in the expanded text."""

    start: int
    end: int
    level: int
    content: tuple[int, int]


def find_headings(text: str, start: int, end: int, hidden: Sequence[tuple[int, int]] = ()) -> list[HeadingNode]:
    """The headings of `text[start:end]`, in order; no raw tag of one stands in `hidden` stretches."""
    lines = [(match.start() + 1, match.end()) for match in _LINE(text, start, end)]
    if text.startswith("=", start, end):
        first_end = text.find("\n", start, end)
        lines.insert(0, (start, end if first_end < 0 else first_end))
    headings = [heading for line in lines if (heading := read_heading(text, *line))]
    if RAW_HEADING.search(text, start, end):
        starts = [first for first, _ in hidden]
        raw = [
            match
            for match in RAW_HEADING.finditer(text, start, end)
            if not (index := bisect_right(starts, match.start())) or hidden[index - 1][1] <= match.start()
        ]
        return _merge_raw(raw, headings)
    return headings


def read_heading(text: str, start: int, end: int) -> HeadingNode | None:
    """A line that begins with "=" is a heading if it ends so: the smaller run is its level."""
    line = text[start:end].rstrip(HEADING_END)
    left = len(line) - len(line.lstrip("="))
    if left == len(line):
        level = min((left - 1) // 2, _MOST_EQUALS)
    else:
        level = min(left, len(line) - len(line.rstrip("=")), _MOST_EQUALS)
    if not level:
        return None
    return HeadingNode(start, end, level, (start + level, start + len(line) - level))


def _merge_raw(raw: list[re.Match[str]], headings: list[HeadingNode]) -> list[HeadingNode]:
    """Headings and `<hN>...</hN>`: a raw one ends with whatever heading ends first."""
    marks: list[tuple[int, HeadingNode | re.Match[str]]] = [(heading.start, heading) for heading in headings]
    marks += [(match.start(), match) for match in raw]
    closings = [match for match in raw if not match[1]]
    closing_starts = [match.start() for match in closings]
    merged: list[HeadingNode] = []
    opening: re.Match[str] | None = None
    for start, mark in sorted(marks, key=lambda pair: pair[0]):
        if isinstance(mark, HeadingNode):
            index = bisect_left(closing_starts, start)
            closing = closings[index] if index < len(closings) and closing_starts[index] < mark.content[1] else None
            if opening is None:
                content_end = closing.start() if closing else mark.content[1]
                merged.append(mark._replace(content=(mark.content[0], content_end)))
            else:
                merged.append(_raw_heading(opening, *(closing.span() if closing else (mark.end, mark.end))))
            opening = None
        elif merged and start < merged[-1].end:
            continue
        elif mark[1] and opening is None:
            opening = mark
        elif not mark[1] and opening is not None:
            merged.append(_raw_heading(opening, mark.start(), mark.end()))
            opening = None
    return merged


def _raw_heading(opening: re.Match[str], content_end: int, end: int) -> HeadingNode:
    return HeadingNode(opening.start(), end, int(opening[1]), (opening.end(), content_end))


def number_headings(levels: Sequence[int]) -> list[str]:
    """The number that a table of contents gives each heading: "1", "1.1", ..."""
    numbers: list[str] = []
    level_at: list[int] = []
    count_at: list[int] = []
    for level in levels:
        if not level_at or level > level_at[-1]:
            level_at.append(level)
            count_at.append(0)
        elif level < level_at[-1]:
            depth = len(level_at)
            while depth > 1 and level_at[depth - 1] > level:
                depth -= 1
            if level_at[depth - 1] < level:
                depth += 1
            del level_at[depth:], count_at[depth:]
            level_at[-1] = level
        count_at[-1] += 1
        numbers.append(".".join(map(str, count_at)))
    return numbers


def next_headings(levels: Sequence[int]) -> list[int | None]:
    """For each heading the index of the one that ends its section: the next of the same or a lower level."""
    following: list[int | None] = [None] * len(levels)
    opened: list[int] = []
    for index, level in enumerate(levels):
        while opened and levels[opened[-1]] >= level:
            following[opened.pop()] = index
        opened.append(index)
    return following


def parent_headings(levels: Sequence[int]) -> list[int | None]:
    """For each heading the index of the nearest one before it of a lower level."""
    parents: list[int | None] = []
    opened: list[int] = []
    for index, level in enumerate(levels):
        while opened and levels[opened[-1]] >= level:
            opened.pop()
        parents.append(opened[-1] if opened else None)
        opened.append(index)
    return parents


_is_plain = re.compile("[!-^`-~]+(?: [!-^`-~]+)*").fullmatch
_ODD_SPACE = re.compile("[\t\n\f\r]")
_LONGEST_ANCHOR = 1024
"""Characters of an anchor; MediaWiki leaves out the rest of a longer heading."""
_ZERO = "0"
"""An anchor that MediaWiki takes for used after any other that its older form of anchors does not change."""
_is_same_in_old_form = re.compile("[a-z0-9_.:-]*").fullmatch


class Anchors:
    """Anchors of one page: spaces as "_", and "_2", "_3", ... after one that was there before, case aside."""

    def __init__(self) -> None:
        self._suffixes: dict[str, int] = {}
        """The anchors that are taken, in lower case, each with the suffix that a repeat of it got last."""

    def add(self, text: str) -> str:
        if _is_plain(text):
            anchor = text[:_LONGEST_ANCHOR].replace(" ", "_")
            key = anchor.lower()
        else:
            anchor = SPACES.sub("_", DIRECTION_MARKS.sub("", text)).rstrip("_")
            anchor = _ODD_SPACE.sub("_", anchor[:_LONGEST_ANCHOR])
            key = anchor.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
            anchor = normalize("NFC", anchor)  # as all that MediaWiki's API answers; anchors are compared without
        if key == _ZERO and key not in self._suffixes and any(map(_is_same_in_old_form, self._suffixes)):
            self._suffixes[key] = 1
        suffix = self._suffixes.get(key, 0) + 1
        while suffix > 1 and f"{key}_{suffix}" in self._suffixes:
            suffix += 1
        self._suffixes[key] = suffix
        if suffix > 1:
            self._suffixes[f"{key}_{suffix}"] = 1
        return anchor if suffix == 1 else f"{anchor}_{suffix}"
