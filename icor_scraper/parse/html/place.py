"""Where in the page the walk is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from icor_scraper.parse.html.page import HeadingNode, MarkNode, NoteNode


class Place(NamedTuple):
    """What the element is in that the walk is at.

    Cells and footnote marks are many: theirs are made of all fields in order, since `_replace` takes much longer.
    """

    words: list[str]
    """Where the words go."""
    table: int | None = None
    """Index of the innermost table."""
    mark: MarkNode | None = None
    notes: list[NoteNode] | None = None
    note: NoteNode | None = None
    is_hidden: bool = False
    is_apart: bool = False
    """Whether it is what an extension tag parses by itself: its headings are in no list of sections."""


@dataclass(slots=True)
class OpenHeading:
    """A heading whose end is not reached."""

    node: HeadingNode
    words: list[str] = field(default_factory=list)
    has_headline: bool = False
    is_section: bool = False
    """Whether an anchor is known: MediaWiki gives one to the headings that it lists, not to one that has no end tag."""
