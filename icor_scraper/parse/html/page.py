"""What one walk over the HTML finds, flat and in document order: no record yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_NO_ATTRIBUTES: Mapping[str, str] = {}
_NOTHING = slice(0)


@dataclass(slots=True)
class Stretch:
    """The inside of a cell, caption, note or table: its words, and which finds of the page are in it."""

    attributes: Mapping[str, str] = field(default_factory=lambda: _NO_ATTRIBUTES)
    text: str = ""
    """Its words, plain, without those of the tables in it."""
    links: slice = field(default_factory=lambda: _NOTHING)
    marks: slice = field(default_factory=lambda: _NOTHING)
    tables: slice = field(default_factory=lambda: _NOTHING)


@dataclass(slots=True)
class CellNode(Stretch):
    """`<td>` or `<th>`."""

    is_header: bool = False


@dataclass(slots=True)
class LinkNode:
    """An `<a>` of the article's, or a picture."""

    attributes: Mapping[str, str]
    text: str
    section: int
    file: str | None = None
    """Where it shows a file, the address of the file's page; `text` is "" then."""


@dataclass(slots=True)
class MarkNode:
    """A footnote mark: `<sup class="reference">`."""

    attributes: Mapping[str, str]
    section: int
    note_id: str = ""
    """The id of the note that it links to; "" where it links to none."""
    group: str | None = None
    """The note's group, where the markup tells it."""
    label: str = ""
    """What a reader sees, without the brackets: "1", "note 1", "a"."""


@dataclass(slots=True)
class NoteNode:
    """An `<li>` in a list of notes."""

    id: str
    text: Stretch | None = None
    beside: str = ""
    """The words that a stray tag puts outside of the text's element."""
    error: str | None = None
    """What the wiki shows in place of its text."""
    details: list[NoteNode] = field(default_factory=list)


@dataclass(slots=True)
class NoteListNode:
    """`<ol class="references">`."""

    group: str | None
    """Its group, where the markup tells it."""
    notes: list[NoteNode]


@dataclass(slots=True)
class HeadingNode:
    """`<h1>` to `<h6>`."""

    level: int
    anchor: str = ""
    text: str = ""
    body_start: int = 0
    """Where the words after it begin, in `Page.body`."""


@dataclass(slots=True)
class CategoryNode:
    """A category that Parsoid tells, or that a skin shows."""

    name: str
    """Without the namespace."""
    sort_key: str | None = None


@dataclass(slots=True)
class TableNode:
    """`<table>`."""

    inside: Stretch
    section: int
    parent: int | None
    """Index of the table that it is nested in."""
    caption: str | None = None
    groups: list[list[list[CellNode]]] = field(default_factory=list)
    """The row groups, each a list of rows."""
    last_groups: list[list[list[CellNode]]] = field(default_factory=list)
    """Those that are laid out after all others."""
    open_group: list[list[CellNode]] | None = None
    """The row group that a further row belongs to."""


@dataclass(slots=True)
class Page:
    """All finds of a walk."""

    body: list[str] = field(default_factory=list)
    """The words outside headings, tables, pictures and lists of notes."""
    headings: list[HeadingNode] = field(default_factory=list)
    tables: list[TableNode] = field(default_factory=list)
    links: list[LinkNode] = field(default_factory=list)
    marks: list[MarkNode] = field(default_factory=list)
    note_lists: list[NoteListNode] = field(default_factory=list)
    categories: list[CategoryNode] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """What the wiki says of `<ref>` tags that it refuses."""
