"""Is what is published whole, and is it verified often enough?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from icor_scraper.errors import DatasetError
from icor_scraper.publish import current_release, verify_release
from icor_scraper.refresh.changes import read_log
from icor_scraper.refresh.status import STATUS_NAME, read_status
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")

_CLOCK_SKEW = timedelta(minutes=10)
"""By so much the clocks of two machines may differ."""


def find_problems(
    spec: DatasetSpec[R], folder: Path, *, max_age: timedelta | None = None, now: datetime
) -> tuple[str, ...]:
    """All that is wrong with the dataset in `folder`, one sentence each; empty if nothing is.

    Looks at what `verify_release` does, at the log of changes and, with `max_age`, at the time when the
    source was last found to hold just this revision.
    """
    problems = [*verify_release(folder, spec.record_type), *_log_problems(folder)]
    if max_age is not None:
        problems += _age_problems(folder, max_age, now)
    return tuple(problems)


def _log_problems(folder: Path) -> Iterator[str]:
    try:
        read_log(folder)
    except DatasetError as error:
        yield str(error)


def _age_problems(folder: Path, max_age: timedelta, now: datetime) -> Iterator[str]:
    path = folder / STATUS_NAME
    status = read_status(folder)
    if status is None:
        yield f"expected the time of the last verification, found none ({path})"
        return
    age = now - status.last_verified_at
    if age > max_age:
        yield f"expected a verification at most {_hours(max_age)} old, found one {_hours(age)} old ({path})"
    if age < -_CLOCK_SKEW:
        yield f"expected a verification in the past, found one at {status.last_verified_at.isoformat()} ({path})"
    try:
        release = current_release(folder)
    except DatasetError:
        return  # verify_release tells it
    if release is not None and release.path.name != status.release:
        yield f"expected a verification of {release.path.name}, found one of {status.release} ({path})"


def _hours(time: timedelta) -> str:
    return f"{time.total_seconds() / 3600:.1f} h"
