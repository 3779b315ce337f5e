"""Where a link or address ends though its line goes on: MediaWiki looks for links when tables and headings are tags.

So `|https://a.example||b` holds the address of its first cell alone, and `==https://a.example==` no equals sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icor_scraper.parse.wikitext.table_lines import TableMark

_TIGHT = re.compile(r"\|\|(?<![ \n]\|\|)|!!(?<![ \n]!!)").finditer
_HEADING = re.compile(r"\n=[^\n]*").finditer
_LONGEST = 2000
"""Characters before a divider that are looked at."""


def tight_dividers(text: str, marks: Sequence[TableMark]) -> list[int]:
    """Where `||` or `!!` part cells right behind what may be a link or address."""
    if not any(_may_be_link(text, match.start()) for match in _TIGHT(text)):
        return []
    return [mark[0] for mark in marks if text[mark[0] : mark[0] + 2] in ("||", "!!")]


def _may_be_link(text: str, end: int) -> bool:
    before = text[max(text.rfind("\n", 0, end) + 1, end - _LONGEST) : end]
    return "//" in before[before.rfind(" ") + 1 :] or before.rfind("[[") > before.rfind("]]")


def text_for_links(text: str, dividers: Sequence[int]) -> str:
    """The text, as long as it was, with line ends for the dividers and for the ends of headings with addresses."""
    stretches = [(start, start + 2) for start in dividers]
    if not stretches:
        return text
    parts: list[str] = []
    position = 0
    for start, end in sorted(stretches):
        parts += (text[position:start], "\n" * (end - start))
        position = end
    return "".join((*parts, text[position:]))
