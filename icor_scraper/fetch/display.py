"""What of foreign text and addresses may stand in a message: one line, short, no secrets, nothing active."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from icor_scraper.visible import visible

EXCERPT_CHARS = 120
"""Enough to recognise an error page, short enough for one line on a terminal."""

PATH_CHARS = 300
"""Of a file's path or an address: usual ones are shown in full."""


def excerpt(text: str, limit: int = EXCERPT_CHARS) -> str:
    """The beginning of `text` on one line; control and formatting characters as visible escapes."""
    words = " ".join(text[: limit * 4].split())
    return visible(words[:limit] + ("…" if len(words) > limit or len(text) > limit * 4 else ""))


def shown(path: Path) -> str:
    """`path` as messages name it."""
    return excerpt(str(path), PATH_CHARS)


def public_url(url: str) -> str:
    """`url` without credentials, query and fragment, as errors and records may show it."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "(unreadable address)"
    return excerpt(f"{parts.scheme}://{host}{parts.path}" if host else parts.path, PATH_CHARS)
