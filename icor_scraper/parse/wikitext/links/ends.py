"""Links where tables are: MediaWiki looks for links when tables are tags.

So `|https://a.example||b` holds the address of its first cell alone, `|[[A||b]]` holds no link, and the words of the
link in `|[[A|b||c]]` go on in the next cell. But what an image does not show as a caption, and what stands in the link
to a category, is gone with the tags in it: `|[[File:A.jpg|b||c]]` is one cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from icor_scraper.parse.wikitext.links.images import unlinked_parts
from icor_scraper.parse.wikitext.links.nodes import LinkNodes
from icor_scraper.parse.wikitext.links.targets import is_category, is_image
from icor_scraper.parse.wikitext.links.urls import PROTOCOL_COLON
from icor_scraper.parse.wikitext.placed import changed, merged
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.tables.lines import TableMark

_DIVIDERS = ("||", "!!")
_MARK_IN_LINK = re.compile(r"\|\||!!|\n[ \t\x0b:]*+(?:[|!]|\{\|)|</?(?i:t[abdhr]|caption)").search
"""What may be a mark of a table in the text of a link."""


def link_dividers(text: str, marks: Sequence[TableMark]) -> list[int]:
    """Where `||` or `!!` part cells, each, if one of them may stand in a link or right behind an address; else none."""
    dividers = [mark[0] for mark in marks if text.startswith(_DIVIDERS, mark[0]) and text[mark[0] - 1] != "\n"]
    cell_start = marks[0][0] if marks else 0
    for divider in dividers:
        opening = text.rfind("[", cell_start, divider)  # of a link that its line does not close before the divider
        if opening >= 0 and text.find("]", opening, divider) < 0 and text.find("\n", opening, divider) < 0:
            return dividers
        if opening >= 0 and text.count("[[", cell_start, divider) > text.count("]]", cell_start, divider):
            return dividers
        if text[divider - 1] not in " \n":  # an address may end here
            line_start = max(text.rfind("\n", cell_start, divider) + 1, cell_start)
            word = text[line_start:divider].rpartition(" ")[2]
            if "//" in word or (":" in word and PROTOCOL_COLON.search(word)):
                return dividers
        cell_start = divider + 2
    return []


def text_for_links(text: str, dividers: Sequence[int]) -> str:
    """The text, as long as it was, with line ends for the dividers."""
    return with_each(text, [(start, start + 2) for start in dividers], "\n") if dividers else text


def without_parted_links(text: str, links: LinkNodes, bounds: Sequence[int]) -> str:
    """The text, as long as it was, without the brackets and targets of links over one of `bounds`: their words stay.

    The bounds are where cells begin and end, in order. An image ends with its cell: of its words those stay that stand
    in the next ones.
    """
    marks: list[tuple[int, int]] = []
    for index, (start, end, target) in enumerate(zip(links.starts, links.ends, links.targets, strict=True)):
        bound = bisect_right(bounds, start)
        if bound < len(bounds) and bounds[bound] < end:
            is_shown = not is_image(links.titles.get(index))
            marks += (
                (start, start + len(f"[[{target}|") if is_shown else bounds[bound]),
                (end - len("]]"), end),
            )
    return with_each(text, merged(marks), QUOTE)


def links_over_marks(text: str, links: LinkNodes) -> list[int]:
    """The images and links to categories, by index, in which there may be marks of tables."""
    return [
        index
        for index, title in links.titles.items()
        if (is_image(title) or is_category(title)) and _MARK_IN_LINK(text, links.starts[index], links.ends[index])
    ]


def unshown_parts(
    text: str, links: LinkNodes, indices: Sequence[int], marks: Sequence[TableMark], language: str
) -> list[tuple[int, int]]:
    """What is not shown of the links with these indices, in order: of an image with a frame all but its caption.

    A mark of a table is no bar between options, and no option holds one.
    """
    text = with_each(text, merged([(start, end) for start, _, end, _ in marks]), QUOTE)
    parts: list[tuple[int, int]] = []
    for index in indices:
        start, end = links.starts[index], links.ends[index]
        if is_image(links.titles[index]):
            first = start + len(f"[[{links.targets[index]}|")
            parts += ((start, first), *unlinked_parts(text[first : end - len("]]")], first, language))
        else:
            parts.append((start, end))
    return merged(parts)


def with_each(text: str, stretches: Sequence[tuple[int, int]], character: str) -> str:
    """The text with as many of `character` in place of each stretch as that is long."""
    return changed(text, sorted(stretches), lambda part: character * len(part))
