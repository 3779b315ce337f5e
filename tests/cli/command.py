"""The command as a process of its own, in a poor environment unless a test says otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-W", "error", "-m", "icor_scraper")
FIXTURE = ROOT / "fixtures" / "icor"
ARTICLE = "International Coordination of Revolutionary Parties and Organizations"


def environment(**variables: str) -> dict[str, str]:
    """No HOME, no PATH, no locale: what cron and `env -i` leave; and where the package is."""
    return {"PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path[1:])), **variables}


def run(
    *arguments: str | Path,
    cwd: Path,
    variables: Mapping[str, str] | None = None,
    stdout: int = subprocess.PIPE,
    prefix: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """The ended command."""
    return subprocess.run(
        [*prefix, *COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**(variables or {})),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    """Standard error, which must be one line of the command's and no traceback."""
    (line,) = done.stderr.splitlines()
    assert line.startswith("icor-scraper"), line
    assert "Traceback" not in line
    return line
