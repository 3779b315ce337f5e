"""Publishes again and again in a child process, and kills the child at a random moment.

    python kill_loop.py FOLDER COUNT SEED [copies]

prints one JSON object a kill: what a reader finds, and what is left lying about, before the next run.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from itertools import count
from pathlib import Path

from icor_scraper.publish import publish_files, read_files

NAMES = [f"file{number}.txt" for number in range(5)]
COPIES = "copies" in sys.argv
"""Whether plain paths are files."""
LONGEST_WAIT_S = 0.04
"""Some releases long, so that a kill meets every step of one."""


def publish(folder: Path, revision: int) -> None:
    """A set in which each file tells its revision, and is too long to be written at one stroke."""
    files = {name: f"{revision}\n".encode() * 5000 for name in NAMES}
    publish_files(files, folder, revision=str(revision), keep_releases=2, copies=COPIES)


def revision_in(content: bytes) -> int | None:
    """The one revision of which `content` is the whole file; None where it is mixed or cut."""
    lines = set(content.split())
    is_whole = len(lines) == 1 and content.endswith(b"\n") and content.count(b"\n") == 5000
    return int(lines.pop()) if is_whole else None


def kill_once(folder: Path, first: int, wait_s: float) -> None:
    child = os.fork()
    if child == 0:
        for revision in count(first):
            publish(folder, revision)
    time.sleep(wait_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def look(folder: Path) -> dict[str, object]:
    """What the kill has left."""
    return {
        "set": sorted({str(revision_in(content)) for content in read_files(folder).values()}),
        "plain": sorted({str(revision_in((folder / name).read_bytes())) for name in NAMES}),
        "leftovers": len(list(folder.rglob(".icor-scraper-*"))),
    }


def main(folder: Path, kills: int, seed: int) -> None:
    random_wait = random.Random(seed)  # noqa: S311 # moments, not secrets
    publish(folder, revision := 1)
    for _ in range(kills):
        kill_once(folder, revision + 1, random_wait.uniform(0, LONGEST_WAIT_S))
        found = look(folder)
        revision = max(int(path.name.split("-")[0]) for path in (folder / "releases").glob("[0-9]*")) + 1
        publish(folder, revision)
        print(json.dumps({"killed": found, "revision": revision, "next": look(folder)}))  # noqa: T201 # its report


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
