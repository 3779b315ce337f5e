"""Facts out of the HTML that MediaWiki's own parser renders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tests.agreement.facts import CellFact, Grid, ListFact, NoteFact, TableFact, bare, squash

_BLOCKS = frozenset(
    "h1 h2 h3 h4 h5 h6 p div li ul ol dl dd dt blockquote center pre hr tr td th caption br figure gallery".split()
)
_NOT_TEXT = " | ".join(
    (
        "//sup[contains(concat(' ',@class,' '),' reference ')]",
        "//style",
        "//script",
        "//comment()",
        "//*[contains(@class,'mw-editsection')]",
        "//*[contains(@class,'mw-cite-backlink')]",
        "//*[contains(@class,'error') or contains(@class,'rig-tag')][not(self::td or self::th)]",
        "//*[@id='toc']",
        "//*[contains(translate(@style,' ',''),'display:none')]",
        "//a[contains(@class,'autonumber')]",
        "//*[contains(concat(' ',@class,' '),' thumb ')][not(.//table)]",
        "//figure",
        "//a[starts-with(@title,'File:') and not(contains(@href,'redlink=1'))]",
        "//ul[contains(@class,'gallery')]",
    )
)
"""What is no part of an article's text: footnote marks, images, hidden sort keys, error notes.

A cell that has the class of one, as its marks fell among the cell's attributes, is shown all the same."""

_NAMELESS = "cite_note-"
_MARK_LINKS = "//a[starts-with(@href,'#cite_note') and not(ancestor::sup)]"
"""A browser knows no link in a link: of a mark in a link's words the `<sup>` stays there, its own link comes after."""

_MARKS = f"//sup[contains(concat(' ',@class,' '),' reference ')] | {_MARK_LINKS}"

_NOT_BODY = (
    "//table | //span[contains(@class,'mw-headline')] | //div[contains(@class,'mw-references-wrap')] | "
    "//ol[contains(@class,'references')]"
)
"""What is no text of a section's body."""

_UNLISTED_GROUPS = "//span[contains(@class,'mw-ext-cite-error')][contains(.,'tags exist for a group named')]"
_GROUP_NAME = re.compile('named "(.*)", but no')

_SPAN = re.compile(r"[ \t\n\f\r]*\+?([0-9]+)")


def strip(root: HtmlElement) -> None:
    """Take out of the page what is no part of its text."""
    for node in root.xpath(_NOT_TEXT):
        if node.getparent() is not None:
            node.drop_tree()


def text_of(node: HtmlElement) -> str:
    """The text of a node, blocks parted by spaces, nested tables left out."""
    parts = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str) and child.tag != "table":
            inner = text_of(child)
            parts.append(f" {inner} " if child.tag in _BLOCKS else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def body_of(root: HtmlElement) -> str:
    """The text of all sections' bodies on a page, without white space; what is not read is taken out of the page."""
    strip(root)
    for node in root.xpath(_NOT_BODY):
        if node.getparent() is not None:
            node.drop_tree()
    return bare(text_of(root))


def tables_of(root: HtmlElement) -> tuple[TableFact, ...]:
    return tuple(
        TableFact(
            caption=squash(" ".join(text_of(caption) for caption in table.xpath("./caption"))),
            grid=_grid(table),
            is_nested=bool(table.xpath("ancestor::table")),
        )
        for table in root.iter("table")
    )


def _grid(table: HtmlElement) -> Grid:
    """A table's cells as HTML lays them out."""
    grid: list[list[CellFact | None]] = []
    for rows in _row_groups(table):
        first = len(grid)
        grid += [[] for _ in rows]
        for y, row in enumerate(rows, first):
            _place(grid, y, row)
    width = max(map(len, grid), default=0)
    return tuple(tuple(line + [None] * (width - len(line))) for line in grid)


def _row_groups(table: HtmlElement) -> list[list[HtmlElement]]:
    groups = [[row for row in child if row.tag == "tr"] for child in table if child.tag in ("tbody", "thead", "tfoot")]
    loose = [child for child in table if child.tag == "tr"]
    return [*groups, loose] if loose else groups


def _place(grid: list[list[CellFact | None]], y: int, row: HtmlElement) -> None:
    """Put the cells of row `y` into the slots that they cover and that are free."""
    x = 0
    for cell in row:
        if cell.tag not in ("td", "th"):
            continue
        while x < len(grid[y]) and grid[y][x] is not None:
            x += 1
        wide, tall = _span(cell, "colspan", 1, 1000), _span(cell, "rowspan", 0, 65534)
        fact = CellFact(squash(text_of(cell)), cell.tag == "th")
        for line in grid[y : len(grid) if tall == 0 else y + tall]:
            line.extend([None] * (x + wide - len(line)))
            line[x : x + wide] = [slot or fact for slot in line[x : x + wide]]
        x += wide


def _span(cell: HtmlElement, name: str, low: int, high: int) -> int:
    found = _SPAN.match(cell.get(name) or "")
    return min(max(int(found[1]), low), high) if found else 1


def notes_of(root: HtmlElement) -> Iterator[tuple[str, bool, list[tuple[int, HtmlElement | None]]]]:
    """(group, whether a list shows it, its notes as (uses, text)): each list, then the notes in none.

    The mark of a note with an empty name, as `<ref name="">` in {{#tag:}}, links to no note (MediaWiki 1.39): the
    list that no other mark leads to has the group which its label tells. Of a group in no list whose marks are all
    unseen, as those in the caption of an image without frame, only Cite's error is known: it is told without notes.
    """
    uses: dict[str, dict[str, int]] = {}
    group_of: dict[str, str] = {}
    for mark in root.xpath(_MARKS):
        target = mark.xpath("string(descendant-or-self::a/@href)").lstrip("#")
        if not target:
            continue
        group = group_of[target] = mark.text_content().strip("[] \n").rpartition(" ")[0]
        counts = uses.setdefault(group, {})
        counts[target] = counts.get(target, 0) + 1
    listed: set[str] = set()
    for node in root.xpath("//ol[contains(@class,'references')]"):
        items = _items(node)
        listed |= {item.get("id") for item in items}
        nameless = group_of.get(_NAMELESS, "")
        group = next((group_of[item.get("id")] for item in items if item.get("id") in group_of), nameless)
        yield group, True, [_note(item) for item in items]
    found = (_GROUP_NAME.search(error.text_content()) for error in root.xpath(_UNLISTED_GROUPS))
    unlisted = {match[1] for match in found if match}
    for group, counts in uses.items():
        loose: list[tuple[int, HtmlElement | None]] = [
            (count, None)
            for target, count in counts.items()
            if target not in listed and (target != _NAMELESS or group in unlisted)
        ]
        if loose:
            yield group, False, loose
    for group in sorted(unlisted - {*uses}):
        yield group, False, []


def _items(listing: HtmlElement) -> list[HtmlElement]:
    """The notes of a list, of which some may stand in an element that a note before them leaves open."""
    items = listing.xpath(".//li[starts-with(@id,'cite_note-')]")
    return [item for item in items if next(item.iterancestors("ol", "ul")) is listing]


def _note(item: HtmlElement) -> tuple[int, HtmlElement | None]:
    text = item.xpath(".//*[contains(@class,'reference-text')]")
    links = item.xpath(".//*[contains(@class,'mw-cite-backlink')]//a")  # perhaps in what a note before leaves open
    return sum(next(link.iterancestors("li")) is item for link in links), text[0] if text else None


def lists_of(notes: list[tuple[str, bool, list[tuple[int, HtmlElement | None]]]]) -> tuple[ListFact, ...]:
    """The lists as facts; to be asked for when the page is stripped, so that texts hold no marks."""
    return tuple(
        ListFact(
            group,
            is_listed,
            tuple(
                NoteFact(uses, (squash(text_of(text)) if text is not None else "") if is_listed else None)
                for uses, text in items
            ),
        )
        for group, is_listed, items in notes
    )
