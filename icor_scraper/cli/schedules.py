"""Ready files for cron, systemd and GitHub Actions: just this job, with jitter, time limit, lock and contact."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from pathlib import Path
from string import Template

from icor_scraper.cli.exit_codes import UsageError

JITTER_MINUTES = 15
"""So that not everyone asks the wiki at the same second."""
LIMIT_MINUTES = 45
"""A run takes seconds; with the jitter and every wait that a wiki may ask for, less than 20 minutes."""
OUTER_MINUTES = 60
"""When a scheduler ends the job itself, should the command not have ended it by then."""
MAX_AGE_HOURS = 36
"""A night may be missed without alarm, a second one not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to run when."""

    python: str
    """Path of the Python that has this package."""
    folder: Path
    """The dataset's folder."""
    contact: str
    hour: int
    minute: int


_CRON = Template("""\
# icor-scraper: brings $folder_comment up to date every night. Add these lines to `crontab -e`.
# cron mails what is written to standard error: nothing, unless something needs you.
# A run waits up to $jitter minutes first, and ends after $limit at the latest. Two never work in one folder: the second
# ends with exit code 7. The last line tells when the dataset was not verified for $max_age hours.
$minute $hour * * * $command refresh $folder --contact $contact --jitter ${jitter}m --time-limit ${limit}m --quiet
$minute $check_hour * * * $command check $folder --max-age ${max_age}h --quiet
""")

_SERVICE = Template("""\
# icor-scraper.service, for ~/.config/systemd/user/ or /etc/systemd/system/
# systemd starts no second run while one is at work, and the command itself locks the folder.
[Unit]
Description=Bring the ICOR dataset up to date
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=$command refresh $folder --contact $contact --time-limit ${limit}m --log-json
ExecStartPost=$command check $folder --max-age ${max_age}h --log-json
TimeoutStartSec=${outer}min
Nice=10
NoNewPrivileges=yes
""")

_TIMER = Template("""\
# icor-scraper.timer, beside icor-scraper.service; then: systemctl [--user] enable --now icor-scraper.timer
[Unit]
Description=Every night: bring the ICOR dataset up to date

[Timer]
OnCalendar=*-*-* $hour:$minute:00
RandomizedDelaySec=${jitter}min
Persistent=true

[Install]
WantedBy=timers.target
""")

_WORKFLOW = Template("""\
# .github/workflows/refresh.yml of a repository that holds this package; a failed run is told to its owner.
name: Refresh the ICOR dataset
on:
  schedule:
    - cron: "$minute $hour * * *"
  workflow_dispatch: {}
permissions:
  contents: write
concurrency:
  group: icor-scraper
  cancel-in-progress: false
jobs:
  refresh:
    runs-on: ubuntu-latest
    timeout-minutes: $outer
    env:
      ICOR_SCRAPER_CONTACT: $contact
      FOLDER: $folder
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install .
      - run: icor-scraper refresh "$$FOLDER" --copies --jitter ${jitter}m --time-limit ${limit}m
      - name: Keep what changed, what was refused included
        if: success() || failure()
        run: |
          git add -- "$$FOLDER" ":(exclude)$$FOLDER/.lock*"
          git diff --cached --quiet && exit 0
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          git commit --quiet --message "Refresh $$FOLDER"
          git push
      - run: icor-scraper check "$$FOLDER" --max-age ${max_age}h
""")


def render_cron(job: Job) -> str:
    """Lines of a crontab (crontab(5)); a percent sign would be a line break, and is escaped."""
    return _filled(
        _CRON,
        job,
        command=_cron_word(job.python) + " -m icor_scraper",
        folder=_cron_word(str(job.folder)),
        folder_comment=str(job.folder),
        contact=_cron_word(job.contact),
        hour=str(job.hour),
        minute=str(job.minute),
        check_hour=str((job.hour + 6) % 24),
    )


def render_service(job: Job) -> str:
    """A systemd.service(5)."""
    return _filled(
        _SERVICE,
        job,
        command=_systemd_word(job.python) + " -m icor_scraper",
        folder=_systemd_word(str(job.folder)),
        contact=_systemd_word(job.contact),
    )


def render_timer(job: Job) -> str:
    """A systemd.timer(5)."""
    return _filled(_TIMER, job, hour=f"{job.hour:02}", minute=f"{job.minute:02}")


def render_workflow(job: Job) -> str:
    """A workflow of GitHub Actions; its times are UTC. Raises UsageError for a folder outside of the repository."""
    if job.folder.is_absolute() or ".." in job.folder.parts:
        raise UsageError(f"expected a folder inside of the repository, found {job.folder}")
    return _filled(
        _WORKFLOW,
        job,
        folder=_workflow_word(str(job.folder)),
        contact=_workflow_word(job.contact),
        hour=str(job.hour),
        minute=str(job.minute),
    )


def _filled(template: Template, job: Job, **words: str) -> str:
    for text in (job.python, str(job.folder), job.contact):
        if not text.isprintable():
            raise UsageError(f"expected a path or contact without control characters, found {text!r}")
    minutes = {"jitter": JITTER_MINUTES, "limit": LIMIT_MINUTES, "outer": OUTER_MINUTES}
    numbers = {name: str(number) for name, number in minutes.items()} | {"max_age": str(MAX_AGE_HOURS)}
    return template.substitute(numbers, **words)


def _cron_word(text: str) -> str:
    return shlex.quote(text).replace("%", r"\%")


def _systemd_word(text: str) -> str:
    r"""Quoted as systemd.service(5) reads command lines: `\` and `"` escaped, `%` and `$` doubled."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _workflow_word(text: str) -> str:
    """A string of JSON is one of YAML; raises UsageError where GitHub would read an expression."""
    if "${{" in text:
        raise UsageError(f"expected a text without '${{{{', found {text!r}")
    return json.dumps(text)
