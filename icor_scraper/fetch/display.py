"""What of foreign text and addresses may stand in a message: one line, short, no secrets, nothing active."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

EXCERPT_CHARS = 120
"""Enough to recognise an error page, short enough for one line on a terminal."""

PATH_CHARS = 300
"""Of a file's path or an address: usual ones are shown in full."""

_ACTIVE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that are shown as escapes: controls, bidi marks, surrogates, line separators."""


def excerpt(text: str, limit: int = EXCERPT_CHARS) -> str:
    """The beginning of `text` on one line; control and formatting characters as visible escapes."""
    words = " ".join(text[: limit * 4].split())
    shown = words[:limit] + ("…" if len(words) > limit or len(text) > limit * 4 else "")
    return "".join(_escape(char) if unicodedata.category(char) in _ACTIVE else char for char in shown)


def shown(path: Path) -> str:
    """`path` as messages name it."""
    return excerpt(str(path), PATH_CHARS)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def public_url(url: str) -> str:
    """`url` without credentials, query and fragment, as errors and records may show it."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "(unreadable address)"
    return excerpt(f"{parts.scheme}://{host}{parts.path}" if host else parts.path, PATH_CHARS)
