"""Doubts about a page's structure: what is never closed, and what stands where nothing shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from icor_scraper.models import ParseWarning, Span, WarningCode
from icor_scraper.parse.wikitext.capped import capped
from icor_scraper.parse.wikitext.expansion import Expansion

_LINK = re.compile(r"\[(?:\[|(?:[a-z]++:)?+//)").search
MOST_OF_A_KIND = 50
"""Warnings of one kind."""


def structure_warnings(expansion: Expansion) -> list[ParseWarning]:
    """What is opened and never closed, what stands between the cells of a table, and what is left out."""
    kinds = (_unclosed, _unclosed_tables, _strays, _lost_links, _hidden, _empty_links)
    return [warning for kind in kinds for warning in kind(expansion)]


def _unclosed(expansion: Expansion) -> list[ParseWarning]:
    warnings = (
        ParseWarning(
            code=WarningCode.UNCLOSED_MARKUP,
            message=f"{what} is opened and never closed",
            span=expansion.source.span(start, start + len(what.rstrip(">"))),
            subject=what,
        )
        for start, what in expansion.unclosed
    )
    return capped(warnings, len(expansion.unclosed), MOST_OF_A_KIND)


def _unclosed_tables(expansion: Expansion) -> list[ParseWarning]:
    text = expansion.text
    tables = [
        table
        for tree in expansion.tables
        for table in tree.tables
        if not text.startswith("|}", table.end - 2) and text[table.end - 8 : table.end].lower() != "</table>"
    ]
    warnings = (
        ParseWarning(
            code=WarningCode.UNCLOSED_MARKUP,
            message="a table is opened and never closed; it lasts to the end of what it stands in",
            span=expansion.origins.span(table.start, table.start + 2),
            subject="{|",
        )
        for table in tables
    )
    return capped(warnings, len(tables), MOST_OF_A_KIND)


def _strays(expansion: Expansion) -> list[ParseWarning]:
    strays = [stray for tree in expansion.tables for table in tree.tables for stray in table.stray]
    return _dropped(expansion, strays, "text between the cells of a table is shown in front of the table")


def _lost_links(expansion: Expansion) -> list[ParseWarning]:
    lost = [place for tree in expansion.tables for place in tree.attributes if _LINK(expansion.text, *place)]
    return _dropped(expansion, lost, "a link among the attributes of a table, row or cell is shown nowhere")


def _hidden(expansion: Expansion) -> list[ParseWarning]:
    hidden = [mark for tree in expansion.tables for mark in tree.hidden]
    return _dropped(
        expansion, hidden, "a table, row or cell is left out: its style hides it, or it is a table of contents"
    )


def _empty_links(expansion: Expansion) -> list[ParseWarning]:
    message = "a link has no words after its bar, and so is none: MediaWiki shows its brackets"
    return _dropped(expansion, expansion.links.empty, message)


def _dropped(expansion: Expansion, places: Sequence[tuple[int, int]], message: str) -> list[ParseWarning]:
    warnings = (_dropped_content(expansion.origins.span(start, end), message) for start, end in places)
    return capped(warnings, len(places), MOST_OF_A_KIND)


def _dropped_content(span: Span, message: str) -> ParseWarning:
    return ParseWarning(code=WarningCode.DROPPED_CONTENT, message=message, span=span, subject="")
