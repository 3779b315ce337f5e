"""icor-scraper check: is what is published whole and recent?"""

from __future__ import annotations

from datetime import UTC, datetime

from icor_scraper.cli import output
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode
from icor_scraper.cli.messages import log
from icor_scraper.cli.report import failure_reported
from icor_scraper.errors import GuardError
from icor_scraper.export.json_format import render_json
from icor_scraper.members import MEMBERS
from icor_scraper.refresh.monitoring import find_problems
from icor_scraper.visible import visible


def run(arguments: Arguments) -> ExitCode:
    """Tell all problems; raises GuardError if there are any."""
    with failure_reported(arguments):
        problems = find_problems(MEMBERS, arguments.folder, max_age=arguments.max_age, now=datetime.now(UTC))
        if problems:
            count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
            place = arguments.folder
            raise GuardError(f"expected a whole and recent dataset, found {count} ({place})", violations=problems)
    log.info("whole%s (%s)", " and recent" if arguments.max_age else "", arguments.folder)
    if arguments.json:
        output.write_json(render_json({"outcome": "whole", "folder": visible(str(arguments.folder))}))
    return ExitCode.DONE
