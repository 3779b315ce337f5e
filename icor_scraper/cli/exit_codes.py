"""The exit codes, and which error gives which."""

from __future__ import annotations

from enum import IntEnum

from icor_scraper.errors import (
    ContactError,
    DatasetError,
    FetchError,
    GuardError,
    IcorScraperError,
    LayoutError,
    LockedError,
    PageError,
    ParseError,
    PublishError,
)


class ExitCode(IntEnum):
    """What the command's end says to scripts."""

    DONE = 0
    CHANGED = 1
    """Something changed; only with --exit-code."""
    USAGE = 2
    """Wrong arguments, no contact, or a source or configuration file that cannot be read."""
    NETWORK = 3
    PAGE = 4
    LAYOUT = 5
    """The text, its layout or a record in it cannot be read with certainty."""
    REFUSED = 6
    """Refused by a guard."""
    LOCKED = 7
    OUTPUT = 8
    """The output folder or standard output cannot be written, or what the folder holds cannot be read."""
    FAULT = 70
    """A fault of this program; EX_SOFTWARE of sysexits.h."""
    OUT_OF_TIME = 124
    """--time-limit is over; as timeout(1) says it."""
    HUNG_UP = 129
    """128 + SIGHUP: the terminal went away."""
    INTERRUPTED = 130
    """128 + SIGINT, as shells say it."""
    TERMINATED = 143
    """128 + SIGTERM."""


class UsageError(Exception):
    """What the user gave cannot be used; the message says what is expected."""


_CODES: tuple[tuple[type[Exception], ExitCode], ...] = (
    (UsageError, ExitCode.USAGE),
    (ContactError, ExitCode.USAGE),
    (PageError, ExitCode.PAGE),
    (ParseError, ExitCode.LAYOUT),
    (LayoutError, ExitCode.LAYOUT),
    (GuardError, ExitCode.REFUSED),
    (LockedError, ExitCode.LOCKED),
    (PublishError, ExitCode.OUTPUT),
    (DatasetError, ExitCode.OUTPUT),
)


def exit_code(error: UsageError | IcorScraperError) -> ExitCode:
    """The code for an error that was raised on purpose.

    A FetchError of no narrower kind is one of a source on this machine, which the user named.
    """
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    if type(error) is FetchError:
        return ExitCode.USAGE
    return ExitCode.NETWORK if isinstance(error, FetchError) else ExitCode.FAULT
