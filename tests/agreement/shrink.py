"""Make a text that shows a fault as small as it goes, lines first, then characters."""

from __future__ import annotations

from collections.abc import Callable


def shrink(text: str, shows_fault: Callable[[str], bool]) -> str:
    """A small part of `text` that still shows the fault; `text` itself must show it."""
    for split, glue in ((lambda t: t.split("\n"), "\n"), (list, "")):
        parts = _fewer(split(text), lambda kept, glue=glue: shows_fault(glue.join(kept)))  # type: ignore[misc]
        text = glue.join(parts)
    return text


def _fewer(parts: list[str], shows_fault: Callable[[list[str]], bool]) -> list[str]:
    """`parts` without all runs that can be left out, longer runs first, until none can."""
    size = len(parts) // 2
    while size:
        position, is_smaller = 0, False
        while position < len(parts):
            fewer = parts[:position] + parts[position + size :]
            if shows_fault(fewer):
                parts, is_smaller = fewer, True
            else:
                position += size
        if not is_smaller or size > len(parts):
            size //= 2
    return parts
