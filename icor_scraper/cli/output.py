"""Standard output: data, and nothing else."""

from __future__ import annotations

import os
import sys
from typing import Never

from icor_scraper.errors import PublishError
from icor_scraper.visible import visible, visible_json

_PLACE = "standard output"


class ReaderGoneError(PublishError):
    """Whoever read standard output stopped reading, as `head` does."""


def is_terminal() -> bool:
    """Whether standard output is a terminal, on which page text must not act."""
    return sys.stdout is not None and sys.stdout.isatty()


def write_text(text: str) -> None:
    """Write `text` in UTF-8; on a terminal with active characters made visible. Raises PublishError."""
    _write(visible(text, keep="\n") if is_terminal() else text)


def write_json(document: bytes) -> None:
    """Write a JSON document, for a terminal as one of the same value. Raises PublishError."""
    text = document.decode()
    _write(visible_json(text) if is_terminal() else text)


def write_styled(text: str) -> None:
    """Write what was made for this terminal, page text in it being visible already. Raises PublishError."""
    _write(text)


def flush() -> None:
    """Bring what was written to its reader. Raises PublishError."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as exc:
        _fail(exc)


def _write(text: str) -> None:
    if sys.stdout is None:
        raise PublishError(f"expected to write to {_PLACE}, found it closed", path=_PLACE)
    try:
        rest = memoryview(text.encode("utf-8", "backslashreplace"))
        while rest:  # unbuffered, as with PYTHONUNBUFFERED, it may take a part only
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except OSError as exc:
        _fail(exc)


def _fail(exc: OSError) -> Never:
    """Raise `exc` as ours, and let Python's own flush at exit go nowhere, where it would fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    message = f"expected to write to {_PLACE}, found: {exc.strerror}"
    kind = ReaderGoneError if isinstance(exc, BrokenPipeError) else PublishError
    raise kind(message, path=_PLACE) from exc
