"""Standard error: one line an event, and a status line where one waits at a terminal."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from icor_scraper.models import Revision
from icor_scraper.visible import one_line, shortened, visible_json

PROGRAM = "icor-scraper"
_PACKAGE = "icor_scraper"

_LONGEST_MESSAGE = 4000
"""In characters: messages hold what a page says, of which a log must not grow without measure."""

log = logging.getLogger(f"{_PACKAGE}.cli")


class _OneLine(logging.Formatter):
    """icor-scraper: what happened."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{PROGRAM}: {shortened(one_line(record.getMessage()), _LONGEST_MESSAGE)}"


class _JsonLine(logging.Formatter):
    """{"at": ..., "level": ..., "logger": ..., "message": ...} and what the event brings with it."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": shortened(record.getMessage(), _LONGEST_MESSAGE),
            **getattr(record, "details", {}),
        }
        if record.exc_info:
            event["traceback"] = "".join(traceback.format_exception(*record.exc_info))
        return visible_json(json.dumps(event, ensure_ascii=False, default=str))


class _StandardError(logging.Handler):
    """Writes to what sys.stderr is at the moment; a closed or full one is no reason to stop."""

    def emit(self, record: logging.LogRecord) -> None:
        write_line(self.format(record))


def configure(*, is_json: bool = False, is_quiet: bool = False) -> None:
    """Send this package's log to standard error: everything, or warnings and errors only."""
    handler = _StandardError()
    handler.setFormatter(_JsonLine() if is_json else _OneLine())
    logger = logging.getLogger(_PACKAGE)
    logger.handlers[:] = [handler]
    logger.setLevel(logging.WARNING if is_quiet else logging.INFO)
    logger.propagate = False


def configured_log() -> logging.Logger:
    """The command's log, also where it ends before its arguments could say how to write it."""
    if not logging.getLogger(_PACKAGE).handlers:
        configure()
    return log


def write_line(line: str) -> None:
    """One line on standard error, if anyone can read it."""
    with suppress(OSError, ValueError):  # ValueError: it was closed
        if sys.stderr is not None:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def tell_notes(revision: Revision) -> None:
    """What a user of this text must know, one line each."""
    for note in revision.notes:
        log.warning("%s", note)


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Show `text` while the block runs, if a person sits at a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415  only for those who watch
    from rich.text import Text  # noqa: PLC0415

    with Console(stderr=True).status(Text(one_line(text))):
        yield
