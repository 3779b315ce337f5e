"""icor-scraper approve: publish one revision that was refused."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode, UsageError
from icor_scraper.cli.report import failure_reported, report
from icor_scraper.members import MEMBERS
from icor_scraper.refresh.approval import approve
from icor_scraper.visible import visible


def run(arguments: Arguments) -> ExitCode:
    """Approve, and report."""
    if not arguments.reason.strip():
        raise UsageError("expected a reason, found none: it is kept in CHANGES.md")
    with failure_reported(arguments):
        done = approve(
            MEMBERS,
            arguments.folder,
            arguments.refused_revision,
            by=visible(arguments.by or _user()),
            reason=visible(arguments.reason),
            now=datetime.now(UTC),
            keep_releases=arguments.keep_releases,
            allow_older=arguments.allow_older,
        )
    report(done, arguments)
    return ExitCode.DONE


def _user() -> str:
    """Who runs this, by LOGNAME and the like, or by the system's table of users."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError until Python 3.12
        raise UsageError("expected to know who approves, found no user name: give --by NAME") from None
