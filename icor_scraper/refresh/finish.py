"""How every run that did not fail ends: the log is complete, the status says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from icor_scraper.candidate import warn_of_one_reading
from icor_scraper.refresh.history import Reread, log_current
from icor_scraper.refresh.outcome import Outcome, Run, make_run
from icor_scraper.refresh.published import Published
from icor_scraper.refresh.quarantine import remove_refused
from icor_scraper.refresh.status import Status, write_status
from icor_scraper.spec import DatasetSpec
from icor_scraper.version import __version__

R = TypeVar("R")


def finish(
    spec: DatasetSpec[R],
    folder: Path,
    published: Published[R],
    outcome: Outcome,
    *,
    now: datetime,
    reread: Reread[R] | None = None,
    parser_version: str = __version__,
) -> Run:
    """Log the current release, drop its revision from quarantine, and replace status.json.

    A run that waits leaves the status as it is: it has verified nothing. Raises PublishError.
    """
    entry = log_current(spec, folder, published, now=now, reread=reread)
    if outcome is Outcome.WAITING:
        return make_run(outcome, published, entry, parser_version)
    if outcome is Outcome.PUBLISHED:
        warn_of_one_reading(published.dataset, published.name)
    remove_refused(folder, entry.revision)
    status = Status(
        revision=entry.revision,
        release=entry.release,
        parser_version=parser_version,
        last_verified_at=now,
        last_changed_at=entry.logged_at,
    )
    write_status(folder, status)
    return make_run(outcome, published, entry, parser_version)
