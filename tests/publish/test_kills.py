"""Killed at any moment, or read at any moment: the old set or the new one, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from icor_scraper.publish import publish_files, read_files

ROOT = Path(__file__).parents[2]
KILLS = 300 if os.environ.get("ICOR_SCRAPER_FULL") == "1" else 30

WRITER = """
import sys
from icor_scraper.publish import publish_files
for revision in range(2, 80):
    files = {f"{name}.txt": f"{revision}\\n".encode() * 3000 for name in "abcdef"}
    publish_files(files, sys.argv[1], revision=str(revision), keep_releases=2, copies=sys.argv[2] == "copies")
"""


@pytest.mark.parametrize("form", ["links", "copies"])
def test_a_run_killed_at_any_moment_leaves_a_whole_set(tmp_path: Path, form: str) -> None:
    loop = Path(__file__).with_name("kill_loop.py")
    command = [sys.executable, str(loop), str(tmp_path), str(KILLS), "20260101", form]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == KILLS
    for report in reports:
        (revision,) = report["killed"]["set"]
        assert revision.isdecimal(), "a file of the set is mixed or cut"
        plain = report["killed"]["plain"]
        assert plain == [revision] if form == "links" else set(plain) <= {revision, str(int(revision) - 1)}, plain
        after = [str(report["revision"])]
        assert report["next"] == {"set": after, "plain": after, "leftovers": 0}
    assert any(report["killed"]["leftovers"] for report in reports), "no kill met a release half written"


@pytest.mark.parametrize("form", ["links", "copies"])
def test_a_reader_never_sees_a_mixed_set_while_releases_follow_each_other(tmp_path: Path, form: str) -> None:
    names = [f"{name}.txt" for name in "abcdef"]
    publish_files(dict.fromkeys(names, b"1\n" * 3000), tmp_path, revision="1")
    command = [sys.executable, "-c", WRITER, str(tmp_path), form]
    seen = set()
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}) as writer:
        while writer.poll() is None:
            lines = [line for content in read_files(tmp_path).values() for line in content.split()]
            assert len(set(lines)) == 1
            assert len(lines) == 3000 * len(names)
            seen.add(lines[0])
            for name in names:
                lines = (tmp_path / name).read_bytes().split()
                assert len(set(lines)) == 1
                assert len(lines) == 3000
    assert writer.returncode == 0
    assert len(seen) > 2, "the reader was too slow to see anything"
