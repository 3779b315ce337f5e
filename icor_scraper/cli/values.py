"""What an option's text means; each raises argparse.ArgumentTypeError, which says what is expected."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_MAX_DURATION_S = 366 * 86400


def whole_number(text: str) -> int:
    """A whole number above 0, of ASCII digits."""
    if not (text.isascii() and text.isdecimal() and int(text[:19]) > 0 and len(text) < 19):
        raise argparse.ArgumentTypeError(f"expected a whole number above 0, found {text[:40]!r}")
    return int(text)


def position(text: str) -> int:
    """A whole number from 0, of ASCII digits."""
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise argparse.ArgumentTypeError(f"expected a whole number from 0, found {text[:40]!r}")
    return int(text)


def path(text: str) -> Path:
    """A path; an empty one, as of an unset variable, is none."""
    if not text:
        raise argparse.ArgumentTypeError("expected a path, found an empty text")
    return Path(text)


def words(text: str) -> str:
    """Any text but an empty one."""
    if not text.strip():
        raise argparse.ArgumentTypeError("expected a text, found an empty one")
    return text


def at_least_two(text: str) -> int:
    """A whole number above 1."""
    number = whole_number(text)
    if number < 2:
        raise argparse.ArgumentTypeError(f"expected at least 2, found {number}")
    return number


def point_in_time(text: str) -> datetime:
    """ISO 8601; UTC where it names no zone."""
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"expected a time as 2024-05-01T12:00:00Z, found {text[:40]!r}") from None


def limit(text: str) -> tuple[str, float]:
    """NAME=NUMBER."""
    name, _, number = text.partition("=")
    try:
        return name, float(number)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected NAME=NUMBER, found {text[:60]!r}") from None


def seconds(text: str) -> float:
    """As "90s", "15m", "36h" or "2d"."""
    try:
        length_s = float(text[:-1]) * _UNITS_S[text[-1:]]
    except (ValueError, KeyError):
        length_s = -1.0
    if not 0 <= length_s <= _MAX_DURATION_S:
        raise argparse.ArgumentTypeError(f"expected a time as 90s, 15m, 36h or 2d, found {text[:40]!r}")
    return length_s


def time_limit(text: str) -> float:
    """As `seconds`, but not 0, which would be no limit to setitimer(2)."""
    length_s = seconds(text)
    if not length_s:
        raise argparse.ArgumentTypeError(f"expected a time above 0, found {text[:40]!r}")
    return length_s


def duration(text: str) -> timedelta:
    """As `seconds`."""
    return timedelta(seconds=seconds(text))


def time_of_day(text: str) -> tuple[int, int]:
    """HH:MM as hour and minute."""
    try:
        time = datetime.strptime(text, "%H:%M")  # noqa: DTZ007  a time of day, which has no zone
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a time of day as 03:17, found {text[:40]!r}") from None
    return time.hour, time.minute
