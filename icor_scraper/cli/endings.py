"""What ends a run from outside, signals and the time limit: each an exception, so that what is half done is undone."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Never

from icor_scraper.cli.exit_codes import ExitCode, UsageError


class EndedError(BaseException):
    """The run is to end now; not an Exception, so that only cleaning up stands between it and the end."""

    def __init__(self, message: str, code: ExitCode) -> None:
        super().__init__(message)
        self.code = code


_ENDINGS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HUNG_UP}
"""The exit code of each signal that asks to end, by its name, since Windows has no SIGHUP."""


@contextmanager
def termination_raised() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the block as an EndedError.

    One that is ignored, as nohup(1) does, stays so.
    """
    before = {number: signal.getsignal(number) for number in signal.Signals if number.name in _ENDINGS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _raise_terminated)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def time_limited(limit_s: float | None) -> Iterator[None]:
    """Let the block end as an EndedError after `limit_s` seconds, None for any time.

    Raises UsageError where the system has no such alarm.
    """
    if limit_s is None:
        yield
        return
    if not hasattr(signal, "setitimer"):
        raise UsageError("expected --time-limit on a POSIX system only")

    def end(_number: int, _frame: FrameType | None) -> Never:
        raise EndedError(f"ended by --time-limit, after {limit_s:g} s", ExitCode.OUT_OF_TIME)

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise_terminated(number: int, _frame: FrameType | None) -> Never:
    raise EndedError("terminated", _ENDINGS[signal.Signals(number).name])
