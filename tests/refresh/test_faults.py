"""A disk that is full or broken, and a kill, at each step of a refresh that publishes, and of one that refuses.

strace makes the system calls of a real run fail, one in each run; the data is whole, and the next run works.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from icor_scraper.members import MEMBERS
from icor_scraper.refresh.monitoring import find_problems
from tests.cli.command import COMMAND, environment
from tests.refresh.sources import ARTICLE, CUT, EDITED

FULL = os.environ.get("ICOR_SCRAPER_FULL") == "1"
SAMPLE = 2
"""Steps by lot of each fault, where not all are taken."""

CALLS = "write|fsync|rename|renameat|renameat2|symlink|symlinkat|mkdir|mkdirat|unlink|unlinkat|rmdir|openat"
FAULTS = {"full": "error=ENOSPC", "broken": "error=EIO", "killed": "signal=KILL"}
TEXTS = {"published": (EDITED, 0), "refused": (CUT, 6)}
"""The text of the run that a step fails of, and its exit code where none does."""


def refresh(folder: Path, text: str, *strace: str) -> subprocess.CompletedProcess[str]:
    source = folder.parent / "ICOR.wikitext"
    source.write_text(text, encoding="utf-8")
    return subprocess.run(
        [*strace, *COMMAND, "refresh", str(folder), "--source", str(source), "--quiet"],
        env=environment(PATH=os.environ["PATH"], PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one release."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("no strace here, with which a system call is made to fail (apt-get install strace)")
    folder = tmp_path_factory.mktemp("base") / "data"
    assert refresh(folder, ARTICLE).returncode == 0
    return folder


def copied(base: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(base, folder, symlinks=True))


def steps_of(base: Path, folder: Path, text: str) -> list[tuple[str, int]]:
    """The system calls from the first that touches the folder: each one's name, and how many of its name came."""
    log = folder.with_name("log")
    refresh(copied(base, folder), text, "strace", "-f", "-o", str(log), "-e", f"trace=/^({CALLS})$")
    counts: Counter[str] = Counter()
    steps, has_begun = [], False
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if match := re.match(r"(?:\d+ +)?(\w+)\(", line):
            counts[match[1]] += 1
            has_begun = has_begun or str(folder) in line
            if has_begun and (match[1] != "openat" or str(folder) in line):
                steps.append((match[1], counts[match[1]]))
    return steps


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("outcome", TEXTS)
def test_a_step_that_fails_leaves_whole_data_and_the_next_run_works(
    tmp_path: Path, base: Path, outcome: str, fault: str
) -> None:
    text, code = TEXTS[outcome]
    folder = tmp_path / "data"
    steps = steps_of(base, folder, text)
    assert len(steps) > 20
    chosen = steps if FULL else random.Random(f"{outcome} {fault}").sample(steps, SAMPLE)  # noqa: S311  a lot
    for name, number in chosen:
        copied(base, folder)
        inject = f"inject={name}:{FAULTS[fault]}:when={number}"
        done = refresh(folder, text, "strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e", inject)
        place = f"{name} number {number} {fault}: {done.returncode} {done.stderr}"
        assert done.returncode in ((-9, 137) if fault == "killed" else (code, 5, 6, 8)), place
        assert "Traceback" not in done.stderr, place
        assert find_problems(MEMBERS, folder, now=datetime.now(UTC)) == (), place
        after = refresh(folder, text)
        assert after.returncode == code, f"{place} {after.stderr}"
        assert find_problems(MEMBERS, folder, now=datetime.now(UTC)) == (), place
        assert list(folder.rglob(".icor-scraper-*")) == [], place
