"""Where a link or address ends though its line goes on: MediaWiki looks for links when tables are tags.

So `|https://a.example||b` holds the address of its first cell alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from icor_scraper.parse.wikitext.table_lines import TableMark

_DIVIDERS = ("||", "!!")


def tight_dividers(text: str, marks: Sequence[TableMark]) -> list[int]:
    """Where `||` or `!!` part cells, if one of them stands right behind what may be a link or address."""
    dividers = [mark[0] for mark in marks if text.startswith(_DIVIDERS, mark[0]) and text[mark[0] - 1] != "\n"]
    cell_start = 0
    for divider in dividers:
        if text[divider - 1] not in " \n" and _may_be_link(text, cell_start, divider):
            return dividers
        cell_start = divider + 2
    return []


def _may_be_link(text: str, start: int, end: int) -> bool:
    """Whether the line that ends a cell at `end` ends with an address, or in a link that is open."""
    before = text[max(text.rfind("\n", start, end) + 1, start) : end]
    return "//" in before[before.rfind(" ") + 1 :] or before.rfind("[[") > before.rfind("]]")


def is_in_brackets(text: str, start: int, position: int) -> bool:
    """Whether `position` may lie in a link that opens after `start`."""
    opening = text.rfind("[[", start, position)
    if opening < 0:
        return False
    is_open = text.find("]]", opening, position) < 0
    return is_open or text.count("[[", start, position) > text.count("]]", start, position)


def text_for_links(text: str, dividers: Sequence[int]) -> str:
    """The text, as long as it was, with line ends for the dividers."""
    stretches = [(start, start + 2) for start in dividers]
    if not stretches:
        return text
    parts: list[str] = []
    position = 0
    for start, end in sorted(stretches):
        parts += (text[position:start], "\n" * (end - start))
        position = end
    return "".join((*parts, text[position:]))
