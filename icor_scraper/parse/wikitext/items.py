"""Items of lists: lines of the expanded text that begin with `*`, `#`, `:` or `;`, which end what is opened in them.

https://www.mediawiki.org/wiki/Help:Lists
"""

from __future__ import annotations

import re

list_marks = re.compile("(?![:*#;]*+\\{\\|)[*#:;]*+").match
"""The marks of lists that begin a line; those before a table are none."""
line_marks = re.compile("[*#:;]*+").match
"""The same, tables or not."""
_MARKS = tuple("*#:;")


def shared_marks(one: str, other: str) -> int:
    """How many marks both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def is_deeper(text: str, start: int, marks: str) -> bool:
    """Whether the line at `start` belongs to an item of a list in the item with these marks."""
    return text.startswith(marks, start) and text.startswith(_MARKS, start + len(marks))


def item_end(text: str, line_start: int, end: int) -> tuple[bool, int]:
    """(whether the line is an item of a list, where it ends up to `end`, with the items of lists in it)."""
    found = list_marks(text, line_start, end)
    marks = found[0] if found else ""
    line_end = text.find("\n", line_start, end)
    while marks and line_end >= 0 and is_deeper(text, line_end + 1, marks):
        line_end = text.find("\n", line_end + 1, end)
    return bool(marks), end if line_end < 0 else line_end
