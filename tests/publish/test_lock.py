"""Two runs at once: one publishes, the other is told who holds the folder."""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from icor_scraper.errors import LockedError, PublishError
from icor_scraper.publish import locked, publish_files, read_files

HOLD = """
import sys
from icor_scraper.publish import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def other_run(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds `folder` until the block ends."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def test_the_second_run_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with other_run(tmp_path) as process, pytest.raises(LockedError) as caught:
        publish_files({"a.txt": b"a"}, tmp_path, revision="1")
    holder = rf"process {process.pid}, started at \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00"
    assert caught.value.holder is not None
    assert re.fullmatch(holder, caught.value.holder)
    assert caught.value.path == str(tmp_path / ".lock")
    assert str(caught.value) == f"expected no other run, found {caught.value.holder} ({tmp_path / '.lock'})"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 # made here
    assert not (tmp_path / "current").exists()


RACE = """
import sys
from icor_scraper.errors import LockedError
from icor_scraper.publish import publish_files
_, folder, word = sys.argv
outcomes = {"published": 0, "locked": 0}
sys.stdin.read()
for number in range(40):
    try:
        publish_files({"a.txt": f"{word} {number}".encode()}, folder, revision=f"{word}")
        outcomes["published"] += 1
    except LockedError:
        outcomes["locked"] += 1
print(*outcomes.values(), sep=chr(10))
"""


def start_race(folder: Path, word: str) -> subprocess.Popen[str]:
    """A run that publishes 40 times, from the moment at which its standard input is closed."""
    command = [sys.executable, "-c", RACE, str(folder), word]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_of_two_runs_at_once_one_publishes_and_one_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with start_race(folder, "11") as one, start_race(folder, "22") as other:
        for run in (one, other):
            assert run.stdin is not None
            run.stdin.close()
        outcomes = [[int(number) for number in run.stdout or ()] for run in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0)
    assert [sum(outcome) for outcome in outcomes] == [40, 40]
    published, refused = map(sum, zip(*outcomes, strict=True))
    assert refused > 0, "the runs never met"
    assert published == max(int(path.name.split("-")[1]) for path in (folder / "releases").iterdir())
    assert len(read_files(folder)) == 1


def test_after_the_first_run_the_second_publishes(tmp_path: Path) -> None:
    with other_run(tmp_path):
        pass
    publish_files({"a.txt": b"a"}, tmp_path, revision="1")
    assert read_files(tmp_path) == {"a.txt": b"a"}
    assert not (tmp_path / ".lock-holder.json").exists()


def test_what_a_killed_run_left_is_cleared_by_whoever_comes_next(tmp_path: Path) -> None:
    left = tmp_path / ".icor-scraper-123-.lock-holder.json"
    left.write_text("{", encoding="utf-8")
    with locked(tmp_path):
        assert not left.exists()
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    with other_run(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert (tmp_path / ".lock-holder.json").exists()
        with locked(tmp_path):
            assert f'"pid": {os.getpid()}' in (tmp_path / ".lock-holder.json").read_text()


def test_a_thread_may_lock_again_what_it_holds_and_another_may_not(tmp_path: Path) -> None:
    refused: list[bool] = []

    def lock() -> None:
        try:
            with locked(tmp_path):
                refused.append(False)
        except LockedError:
            refused.append(True)

    with locked(tmp_path), locked(tmp_path / ".." / tmp_path.name):
        publish_files({"a.txt": b"a"}, tmp_path, revision="1")
        thread = threading.Thread(target=lock)
        thread.start()
        thread.join()
    lock()
    assert refused == [True, False]


@pytest.mark.parametrize("holder", [None, b"", b"[]", b"{}", b'{"pid": "x", "started_at": "y"}', b"\xff"])
def test_a_holder_that_has_not_told_its_name(tmp_path: Path, holder: bytes | None) -> None:
    path = tmp_path / ".lock-holder.json"
    with other_run(tmp_path):
        path.unlink()
        if holder is not None:
            path.write_bytes(holder)
        with pytest.raises(LockedError, match="has not told its process id") as caught, locked(tmp_path):
            pass
    assert caught.value.holder is None


def test_the_folder_is_made(tmp_path: Path) -> None:
    with locked(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PublishError, match="expected a folder, found a file"), locked(tmp_path / "file"):
        pass


def test_a_lock_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / ".lock").mkdir()
    with pytest.raises(PublishError, match="expected to write"), locked(tmp_path):
        pass


def test_an_error_inside_frees_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        _ = 1 / 0
    with other_run(tmp_path):
        pass
