"""The facts that every contestant is asked for, and what none of the others does by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from icor_scraper.parse import parse_wikitext, render_blank
from icor_scraper.parse.wikitext.quotes import QUOTE, mark_quotes

Slot = tuple[str, bool] | None
"""What stands in a slot of a table: the text, and whether it is a header."""


@dataclass(slots=True)
class Facts:
    """What is found in one article; templates show nothing, so that no fact depends on one."""

    sections: list[tuple[int, str]] = field(default_factory=list)
    """Level and heading."""
    tables: list[tuple[str, list[list[Slot]]]] = field(default_factory=list)
    """Caption and grid."""
    references: list[tuple[str, list[int]]] = field(default_factory=list)
    """For each list its group, and how often each of its references is used."""
    reference_texts: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    external: set[str] = field(default_factory=set)


def squash(text: str) -> str:
    """Every run of white space as one space."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()


def without_quotes(line: str) -> str:
    """A line without its marks of bold and italic, by MediaWiki's rule for odd numbers of apostrophes."""
    return mark_quotes(line).replace(QUOTE, "") if "''" in line else line


def our_facts(text: str, title: str) -> Facts:
    """This library's; each record carries its span too."""
    article = parse_wikitext(text, title=title, templates=render_blank)
    lists: dict[tuple[str, int], list[int]] = {}
    for reference in article.references:
        lists.setdefault((reference.group, reference.list_index), []).append(len(reference.uses))
    return Facts(
        sections=[(section.level, section.heading) for section in article.sections[1:]],
        tables=[
            (
                table.caption or "",
                [[(cell.text, cell.is_header) if cell else None for cell in row] for row in table.grid],
            )
            for table in article.tables
        ],
        references=[(group, uses) for (group, _), uses in lists.items()],
        reference_texts=[reference.text for reference in article.references if reference.text and reference.is_listed],
        links={link.target for link in article.wikilinks},
        external={link.url for link in article.external_links},
    )


def lay_out(rows: Sequence[Sequence[tuple[str, bool, int, int]]]) -> list[list[Slot]]:
    """Rows of (text, is_header, rowspan, colspan) as a filled grid, as HTML lays it out."""
    rows = [row for row in rows if row]
    grid: list[list[Slot]] = [[] for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for text, is_header, tall, wide in row:
            while x < len(grid[y]) and grid[y][x] is not None:
                x += 1
            for line in grid[y : len(rows) if tall == 0 else min(y + tall, len(rows))]:
                line.extend([None] * (x + wide - len(line)))
                line[x : x + wide] = [slot or (text, is_header) for slot in line[x : x + wide]]
            x += wide
    return grid


def number_notes(marks: Sequence[tuple[str, str, bool] | str]) -> list[tuple[str, list[int]]]:
    """(group, name, whether in a list) of each `<ref>` and the group of each `<references>` as lists of use counts."""
    opened: dict[str, dict[str | int, int]] = {}
    done = []
    for mark in marks:
        if isinstance(mark, str):
            done.append((mark, list(opened.pop(mark, {}).values())))
        elif not mark[2]:
            notes = opened.setdefault(mark[0], {})
            key = mark[1] or len(notes)
            notes[key] = notes.get(key, 0) + 1
    done += [(group, list(notes.values())) for group, notes in opened.items()]
    return [(group, uses) for group, uses in done if uses]
