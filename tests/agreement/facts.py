"""The facts of a page that any parser can be asked for, whoever tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class SectionFact(NamedTuple):
    """A heading as a table of contents knows it."""

    level: int
    number: str
    line: str
    anchor: str


class CellFact(NamedTuple):
    """What one slot of a table shows."""

    text: str
    is_header: bool


Grid = tuple[tuple[CellFact | None, ...], ...]
"""Rows of equal width, spans filled in; None where no cell covers a slot."""


class TableFact(NamedTuple):
    """A table."""

    caption: str
    """"" for none."""
    grid: Grid
    is_nested: bool


class NoteFact(NamedTuple):
    """A note in a list of references."""

    uses: int
    text: str | None
    """None where no list shows it."""
    details_of: int | None = None
    """Number of the note of which this is a detail."""


class ListFact(NamedTuple):
    """A list of references; or the notes of a group that no list shows."""

    group: str
    is_listed: bool
    notes: tuple[NoteFact, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Texts are plain, every run of white space one space. Titles are in MediaWiki's normal form."""

    sections: tuple[SectionFact, ...] = ()
    tables: tuple[TableFact, ...] = ()
    lists: tuple[ListFact, ...] = ()
    links: frozenset[str] = frozenset()
    """Pages of this wiki: no files, categories, other wikis or sections of the page itself."""
    categories: frozenset[str] = frozenset()
    """Without the namespace."""
    external: frozenset[str] = frozenset()
    """In the form that `plain_url` gives."""


def squash(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends, and no zero-width spaces."""
    return " ".join(text.replace("\u200b", "").split())


def plain_url(url: str) -> str:
    """An address without its scheme, percent signs decoded: two parsers may escape it differently."""
    url = unquote(url, errors="replace").strip()
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that closes no IPv6 address
        return url
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.netloc.lower()}{(parts.path or '/').rstrip('/')}{query}{fragment}"


def bare(text: str) -> str:
    """`text` without any white space: browsers and parsers agree on little else about it."""
    return re.sub(r"\s", "", text)
