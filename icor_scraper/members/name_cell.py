"""Tell from a cell's source that it holds no one party's name: struck out, or several names line by line."""

from __future__ import annotations

import re

from icor_scraper.members.naming import with_comma

MOST_SOURCE = 10_000
"""Characters of a cell's source, notes and all, above which it is no name that somebody wrote."""

_STRUCK = re.compile(r"<(?:s|del|strike)\b|\{\{\s*(?:strike|strikethrough|s|del)\s*\|", re.IGNORECASE)
"""The beginning of struck-out text: what it says holds no longer."""
_BREAK = re.compile(r"<br\b[^>]*>|\n\s*[*#:;]*", re.IGNORECASE)
_UNSHOWN = re.compile(
    r"<!--.*?-->|<ref\b[^>]*/>|<ref\b.*?</ref>|\{\{(?:efn|refn|sfn|r|cn|citation needed)\b[^{}]*\}\}"
    r"|\[\[(?:File|Image):[^\[\]]*\]\]|\[\[[^\[\]|]*\||\{\{[^{}|]*\|?|\}\}|\[\[|\]\]|'{2,}|</?\w[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
"""What is no word of the name itself: comments, notes, pictures, targets of links, names of templates, tags."""


def is_struck_out(source: str) -> bool:
    """Whether any of the cell's text is struck out."""
    return _STRUCK.search(source) is not None


def holds_several_names(source: str) -> bool:
    """Whether a line holds a name with its abbreviation, and another line follows.

    >>> holds_several_names("Red Dawn, RD<br />Blue Dawn, BD")
    True
    >>> holds_several_names("Red Dawn,<br />RD"), holds_several_names("Red Dawn, People's Party<br />(RD)")
    (False, False)
    """
    lines = [line.strip() for line in _BREAK.split(_UNSHOWN.sub("", _BREAK.sub("\n", source)))]
    name = ""
    for line in filter(None, lines):
        if not line.startswith("(") and _is_complete(name):
            return True
        name = f"{name} {line}" if name.endswith(",") else line
    return False


def _is_complete(line: str) -> bool:
    """Whether the line ends with an abbreviation or other addition, as "Red Dawn, RD" and "Red Dawn (RD)" do."""
    return bool(re.search(r",\s*\w.*[^,]$", line)) or with_comma(line) != line
