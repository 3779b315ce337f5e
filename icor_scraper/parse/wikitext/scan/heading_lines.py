"""Headings as MediaWiki's preprocessor finds them, by lines of the source, before anything is expanded.

It keeps a mark after the equals signs that begin such a heading: what calls show next to them is none of them
(https://www.mediawiki.org/wiki/Preprocessor_ABNF).
"""

from __future__ import annotations

import re

_MOST_EQUALS = 6
_LONGEST_HEADING = 1000
"""Characters that are searched for where a heading begins and ends."""
_equals = re.compile("=*+").match


def heading_start(text: str, position: int) -> int:
    """Where the line of `position` begins if an equals sign begins it; else -1."""
    start = text.rfind("\n", max(position - _LONGEST_HEADING, 0), position) + 1
    return start if (start > 0 or position <= _LONGEST_HEADING) and text.startswith("=", start) else -1


def heading_level(text: str, start: int, position: int) -> int:
    """The level of the heading that begins at `start` and goes on at `position`, after a call; 0 where it is none."""
    first = _equals(text, start)
    if start < 0 or first is None:
        return 0
    stop = text.find("\n", position, position + _LONGEST_HEADING)
    line = text[position : position + _LONGEST_HEADING if stop < 0 else stop].rstrip(" \t")
    while line.endswith("-->"):
        line = line[: max(line.rfind("<!--"), 0)].rstrip(" \t")
    return min(len(line) - len(line.rstrip("=")), _MOST_EQUALS, first.end() - start)


def level_of_rest(text: str, start: int, position: int, end: int) -> int:
    """The same where all of `text[position:end]`, lines or not, belongs to the heading; 0 where it is none."""
    first = _equals(text, start)
    if start < 0 or first is None:
        return 0
    rest = text[max(position, end - _LONGEST_HEADING) : end].rstrip(" \t")
    return min(len(rest) - len(rest.rstrip("=")), _MOST_EQUALS, first.end() - start)


def begun_heading(text: str, position: int, end: int) -> tuple[int, int]:
    """(where it begins, its level) of the heading of which all before the call `text[position:end]` are equals signs.

    The level is 0 where there is none.
    """
    start = heading_start(text, position)
    is_begun = 0 <= start < position and text.count("=", start, position) == position - start
    return start, heading_level(text, start, end) if is_begun else 0
