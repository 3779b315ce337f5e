"""icor-scraper refresh: bring a folder up to the newest revision."""

from __future__ import annotations

import random
import time
from contextlib import nullcontext

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.config import limited, read_config
from icor_scraper.cli.endings import time_limited
from icor_scraper.cli.exit_codes import ExitCode
from icor_scraper.cli.messages import log, waiting
from icor_scraper.cli.report import failure_reported, report
from icor_scraper.cli.sources import LIVE, opened_client, wanted
from icor_scraper.members import MEMBERS
from icor_scraper.refresh import refresh
from icor_scraper.refresh.outcome import Outcome


def run(arguments: Arguments) -> ExitCode:
    """Refresh, and report; all within --time-limit."""
    with time_limited(arguments.time_limit):
        return _run(arguments)


def _run(arguments: Arguments) -> ExitCode:
    config = read_config(arguments.config)
    spec = limited(MEMBERS, arguments, config)
    want = wanted(arguments, arguments.source, config)
    if arguments.jitter:
        _wait(random.uniform(0, arguments.jitter))  # noqa: S311  spreads load, keeps no secret
    is_live = want.source == LIVE
    with (
        failure_reported(arguments),
        opened_client(arguments, config) if is_live else nullcontext() as client,
        waiting(f"Refreshing {arguments.folder} ..."),
    ):
        done = refresh(
            spec,
            arguments.folder,
            source=None if is_live else want.source,
            title=want.title,
            language=want.language,
            api_url=want.api_url if is_live else None,
            client=client,
            keep_releases=arguments.keep_releases,
            csv_safe=arguments.csv_safe,
            copies=arguments.copies,
            allow_older=arguments.allow_older,
        )
    report(done, arguments)
    is_changed = done.outcome is Outcome.PUBLISHED
    return ExitCode.CHANGED if is_changed and arguments.exit_code else ExitCode.DONE


def _wait(seconds: float) -> None:
    log.info("waiting %.0f s first (--jitter)", seconds)
    with waiting(f"Waiting {seconds:.0f} s ..."):
        time.sleep(seconds)
