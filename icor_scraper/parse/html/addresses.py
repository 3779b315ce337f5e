"""Titles and fragments out of the addresses of links."""

from __future__ import annotations

import re
from urllib.parse import unquote

_TITLE_IN_QUERY = re.compile("(?:^|&)title=([^&]*)")


def title_of(address: str) -> str:
    """The title of the page at an address of the wiki, spaces for underscores.

    The address is relative (Parsoid's "./Title"), has the title in its query ("?title=Title", where
    the page is missing), or in its path ("/wiki/Title").
    """
    path, _, query = address.partition("?")
    if path.startswith("./"):
        title = path[2:]
    elif asked := _TITLE_IN_QUERY.search(query):
        title = asked[1]
    else:
        title = path.partition("/wiki/")[2] or path.removeprefix("/")
    return decode(title)


def decode(part: str) -> str:
    """A title or fragment out of an address."""
    return (unquote(part) if "%" in part else part).replace("_", " ")
