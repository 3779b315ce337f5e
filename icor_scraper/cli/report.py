"""What a run did: one JSON object, or a summary for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from icor_scraper.cli import output
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import exit_code
from icor_scraper.cli.messages import log
from icor_scraper.errors import GuardError, IcorScraperError
from icor_scraper.export.json_format import render_json
from icor_scraper.refresh.changes import Cause
from icor_scraper.refresh.changes_text import change_lines
from icor_scraper.refresh.outcome import Outcome, Run
from icor_scraper.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The one object of a run that failed."""

    outcome: str
    """"refused" by guards, or "failed"."""
    exit_code: int
    error: str
    """Name of the error's class in icor_scraper.errors."""
    message: str
    violations: tuple[str, ...]
    quarantine: str | None
    """Where the refused revision is kept."""


def report(run: Run, arguments: Arguments) -> None:
    """Write the run to standard output with --json, and its summary to the log in any case."""
    for line in _summary(run):
        log.info("%s", line)
    if arguments.json:
        output.write_json(render_json(run))


@contextmanager
def failure_reported(arguments: Arguments) -> Iterator[None]:
    """With --json, write one object for an error of the block too, before it goes its way."""
    try:
        yield
    except IcorScraperError as error:
        if arguments.json and not isinstance(error, output.ReaderGoneError):
            output.write_json(render_json(_failure(error)))
        raise


def _failure(error: IcorScraperError) -> Failure:
    is_refused = isinstance(error, GuardError)
    return Failure(
        outcome="refused" if is_refused else "failed",
        exit_code=int(exit_code(error)),
        error=type(error).__name__,
        message=visible(str(error)),
        violations=tuple(map(visible, error.violations)) if isinstance(error, GuardError) else (),
        quarantine=visible(error.quarantine) if isinstance(error, GuardError) and error.quarantine else None,
    )


def _summary(run: Run) -> list[str]:
    counts = ", ".join(f"{count} {name}" for name, count in run.counts.items())
    if run.outcome is not Outcome.PUBLISHED:
        return [f"{run.outcome}: revision {run.revision} stands ({counts})"]
    lines = [f"published revision {run.revision} ({counts}; verified by {run.verified_by})"]
    for changes in run.changes:
        if changes.cause is not Cause.FIRST:
            lines.append(f"{changes.summary()} (by the {changes.cause})")
            lines += change_lines(changes)
    return lines
