"""icor-scraper schedule: a ready file that runs the refresh every night."""

from __future__ import annotations

import sys

from icor_scraper.cli import output, schedules
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode, UsageError
from icor_scraper.errors import ContactError
from icor_scraper.fetch.identity import CONTACT_VARIABLE, given_contact


def run(arguments: Arguments) -> ExitCode:
    """Print the file; raises ContactError without a contact, since no run would succeed."""
    contact = given_contact(arguments.contact)
    if contact is None:
        raise ContactError(f"expected the contact of who runs this, found none: give --contact or {CONTACT_VARIABLE}")
    if arguments.unit is not None and arguments.scheduler != "systemd":
        raise UsageError(f"expected --unit with systemd only, found {arguments.scheduler}")
    if arguments.unit is None and arguments.scheduler == "systemd":
        raise UsageError("expected --unit service or --unit timer with systemd, found neither: they are two files")
    is_workflow = arguments.scheduler == "github-actions"
    hour, minute = arguments.time
    job = schedules.Job(
        python=sys.executable,
        folder=arguments.folder if is_workflow else arguments.folder.absolute(),
        contact=contact,
        hour=hour,
        minute=minute,
    )
    output.write_text(_render(arguments, job))
    return ExitCode.DONE


def _render(arguments: Arguments, job: schedules.Job) -> str:
    match arguments.scheduler:
        case "cron":
            return schedules.render_cron(job)
        case "github-actions":
            return schedules.render_workflow(job)
    return schedules.render_service(job) if arguments.unit == "service" else schedules.render_timer(job)
