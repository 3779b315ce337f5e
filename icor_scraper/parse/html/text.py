"""Plain text as every record has it."""

from __future__ import annotations

from collections.abc import Iterable


def plain_text(pieces: Iterable[str]) -> str:
    """The words of `pieces`: every run of white space, no-break spaces included, as one space."""
    return " ".join("".join(pieces).replace("\u200b", "").split())
