"""Refreshes again and again in a child process, and kills the child at a random moment.

    python -m tests.refresh.kill_loop FOLDER COUNT SEED [copies]

prints one JSON object a kill: what is wrong before and after the next run.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from icor_scraper.errors import GuardError
from icor_scraper.members import MEMBERS
from icor_scraper.publish import current_release
from icor_scraper.refresh.chain import Options
from icor_scraper.refresh.changes import read_log
from icor_scraper.refresh.changes_text import render_changes
from icor_scraper.refresh.monitoring import find_problems
from tests.refresh.sources import ARTICLE, CUT, EDITED, NOW, make_revision, refresh_from

LONGEST_WAIT_S = 0.4
"""Three refreshes long, so that a kill meets every step of one."""
TEXTS = (ARTICLE, EDITED, CUT)
"""The third is refused, and goes to quarantine."""
OPTIONS = Options(copies="copies" in sys.argv)
BEHIND = "expected the current "
"""How the problem begins that a plain path shows another file: after a kill, copies may."""


def refresh_once(folder: Path, number: int) -> None:
    with suppress(GuardError):
        refresh_from(folder, make_revision(number, TEXTS[number % len(TEXTS)]), options=OPTIONS)


def kill_once(folder: Path, first: int, wait_s: float) -> None:
    child = os.fork()
    if child == 0:
        for number in count(first):
            refresh_once(folder, number)
    time.sleep(wait_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def problems(folder: Path) -> Iterator[str]:
    """What is wrong with the folder; nothing of it may ever be."""
    yield from find_problems(MEMBERS, folder, now=NOW)
    for kept in (folder / "quarantine").glob("[0-9]*"):
        if not (kept / "refusal.json").exists() or not (kept / "candidate" / "MANIFEST.json").exists():
            yield f"{kept} is not whole"


def later_problems(folder: Path) -> Iterator[str]:
    """What the run after a kill must have made good."""
    yield from problems(folder)
    entries, current = read_log(folder), current_release(folder)
    if current is None or entries[-1].release != current.path.name:
        yield "the log does not end with the current release"
    if len({entry.release for entry in entries}) != len(entries):
        yield "the log tells a release twice"
    if (folder / "CHANGES.md").read_text(encoding="utf-8") != render_changes(entries):
        yield "CHANGES.md is not that of changes.jsonl"
    yield from (f"{path} is left over" for path in folder.rglob(".icor-scraper-*"))


def main() -> None:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311  a test's, and seeded
    refresh_once(folder, 3)
    for kill in range(kills):
        first = 1000 * (kill + 1)
        kill_once(folder, first, chance.uniform(0, LONGEST_WAIT_S))
        left = sum(1 for _ in folder.rglob(".icor-scraper-*"))
        killed = [told for told in problems(folder) if not (OPTIONS.copies and told.startswith(BEHIND))]
        for number in range(first + 900, first + 903):  # one of each kind of text
            refresh_once(folder, number)
        sys.stdout.write(json.dumps({"killed": killed, "next": list(later_problems(folder)), "leftovers": left}) + "\n")


if __name__ == "__main__":
    main()
