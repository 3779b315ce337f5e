"""icor-scraper approve: publish one revision that was refused."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode, UsageError
from icor_scraper.cli.report import failure_reported, report
from icor_scraper.members import MEMBERS
from icor_scraper.refresh.approval import approve
from icor_scraper.refresh.outcome import Run
from icor_scraper.refresh.quarantine import NotRefusedError
from icor_scraper.visible import visible


def run(arguments: Arguments) -> ExitCode:
    """Approve, and report."""
    if not arguments.reason.strip():
        raise UsageError("expected a reason, found none: it is kept in CHANGES.md")
    try:
        done = _approved(arguments)
    except NotRefusedError as exc:
        raise UsageError(str(exc)) from exc
    report(done, arguments)
    return ExitCode.DONE


def _approved(arguments: Arguments) -> Run:
    with failure_reported(arguments):
        return approve(
            MEMBERS,
            arguments.folder,
            arguments.refused_revision,
            by=visible(arguments.by or _user()),
            reason=visible(arguments.reason),
            now=datetime.now(UTC),
            keep_releases=arguments.keep_releases,
            copies=arguments.copies,
            allow_older=arguments.allow_older,
        )


def _user() -> str:
    """Who runs this, by LOGNAME and the like, or by the system's table of users."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError until Python 3.12
        raise UsageError("expected to know who approves, found no user name: give --by NAME") from None
