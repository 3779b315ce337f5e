"""`#REDIRECT [[title]]`, with which a page begins that leads to another one: no list, and no link of its text.

https://www.mediawiki.org/wiki/Help:Redirects
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from icor_scraper.parse.wikitext.titles import Title, parse_title

_REDIRECT = re.compile(r"\s*#(?i:redirect)\s*:?\s*(\[\[(.*?)(?:\|.*?)?\]\])\s*", re.ASCII).match


class Redirect(NamedTuple):
    """Where a page leads to."""

    title: Title
    """As of a plain link, whatever its namespace."""
    target: str
    """As it is written."""
    start: int
    """Where the link begins in the text."""
    end: int
    """Where it ends."""
    text_start: int
    """Where the rest of the page begins, which is read as if nothing stood before it."""


def read_redirect(text: str, language: str) -> Redirect | None:
    """What the page begins with; None where that is no redirect to what may be a title."""
    found = _REDIRECT(text)
    title = parse_title(unquote(found[2]), language) if found else None
    if found is None or title is None:
        return None
    return Redirect(title._replace(has_colon=True), found[2].strip(" "), *found.span(1), found.end())
