"""A disk that is full or broken, and a kill, at each single step of a release.

strace makes the system calls of a real run fail, one in each run: the folder holds two releases
before, and the run adds one and deletes one.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from icor_scraper.publish import publish_files, read_files
from tests.publish.mounts import ROOT, run_mounted

FULL = os.environ.get("ICOR_SCRAPER_FULL") == "1"
FILES = {"a.txt": 20_000, "b.txt": 3}
"""Names and sizes; the first is more than one buffer of Python's."""

RUN = """
import os, sys
from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files
files = {"a.txt": b"3" * 20_000, "b.txt": b"3" * 3}
os.makedirs(sys.argv[1] + ".begin", exist_ok=True)
try:
    publish_files(files, sys.argv[1], revision="3", keep_releases=2, copies="copies" in sys.argv)
except PublishError as error:
    sys.exit(8)
"""

CALLS = {
    "write": "write",
    "fsync": "fsync",
    "rename": "rename|renameat|renameat2",
    "symlink": "symlink|symlinkat",
    "mkdir": "mkdir|mkdirat",
    "unlink": "unlink|unlinkat|rmdir",
    "open": "open|openat",
}
FAULTS = {"full": "error=ENOSPC", "broken": "error=EIO", "killed": "signal=KILL"}


def content(revision: int) -> dict[str, bytes]:
    return {name: str(revision).encode() * size for name, size in FILES.items()}


def prepare(folder: Path, form: str = "links") -> None:
    """Revisions 1 and 2, of which 2 is the current one."""
    for revision in (1, 2):
        publish_files(content(revision), folder, revision=str(revision), copies=form == "copies")


def run(folder: Path, *strace: str, form: str = "links") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", RUN, str(folder), form]
    return subprocess.run([*strace, *command], capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, int]]]:
    """The system calls of a run of each form: each one's name, and how many of its name the process made till then."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("no strace here, with which a system call is made to fail (apt-get install strace)")
    return {form: steps_of(tmp_path_factory.mktemp(form) / "out", form) for form in ("links", "copies")}


def steps_of(folder: Path, form: str) -> list[tuple[str, int]]:
    prepare(folder, form)
    log = folder.with_name("log")
    names = "|".join(CALLS.values())
    done = run(folder, "strace", "-f", "-o", str(log), "-e", f"trace=/^({names})$", form=form)
    assert done.returncode == 0, done.stderr
    assert read_files(folder) == content(3)
    counts: Counter[str] = Counter()
    found, has_begun = [], False
    for line in log.read_text().splitlines():
        match = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if not match:
            continue
        counts[match[1]] += 1
        if has_begun:
            found.append((match[1], counts[match[1]]))
        has_begun = has_begun or (".begin" in line and "mkdir" in match[1])
    return found


def chosen(steps: list[tuple[str, int]], names: str, seed: str) -> list[tuple[str, int]]:
    """All steps of one kind, or one of them by lot."""
    matching = [step for step in steps if step[0] in names.split("|")]
    return matching if FULL else [random.Random(seed).choice(matching)]  # noqa: S311 # a lot, not a secret


@pytest.mark.parametrize("form", ["links", "copies"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_step_that_fails_leaves_the_old_set_or_the_new_one(
    tmp_path: Path, steps: dict[str, list[tuple[str, int]]], call: str, fault: str, form: str
) -> None:
    for name, number in chosen(steps[form], CALLS[call], f"{call} {fault}"):
        folder = tmp_path / f"{name}-{number}"
        prepare(folder, form)
        inject = f"inject={name}:{FAULTS[fault]}:when={number}"
        done = run(folder, "strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e", inject, form=form)
        place = f"{name} number {number} {fault}: {done.stderr}"
        assert done.returncode in ((-9, 137) if fault == "killed" else (0, 8)), place
        assert done.stderr == "", place
        found = read_files(folder)
        assert found in (content(2), content(3)), place
        for path in FILES:
            plain = (folder / path).read_bytes()
            assert plain == found[path] or (form == "copies" and plain == content(2)[path]), place
        if fault != "killed" and call != "unlink":
            assert not leftovers(folder), place
        assert run(folder, form=form).returncode == 0
        assert {path: (folder / path).read_bytes() for path in FILES} == read_files(folder) == content(3), place
        assert not leftovers(folder), place


def test_all_is_on_the_disk_before_it_is_shown(tmp_path: Path, steps: dict[str, list[tuple[str, int]]]) -> None:
    assert steps
    folder = tmp_path / "out"
    prepare(folder)
    log = tmp_path / "log"
    assert run(folder, "strace", "-f", "-y", "-o", str(log), "-e", "trace=/^(fsync|rename.*)$").returncode == 0
    lines = log.read_text().splitlines()
    releases = folder / "releases"
    staging = releases / ".icor-scraper-3-3"
    files = [line_of(lines, f"<{staging / name}>") for name in ("a.txt", "b.txt", "MANIFEST.json")]
    steps_in_order = [
        *files,
        line_of(lines, f"<{staging}>"),
        line_of(lines, f'"{staging}"', f'"{releases / "3-3"}"'),
        line_of(lines, f"<{releases}>", after=line_of(lines, f'"{releases / "3-3"}"')),
        line_of(lines, f'"{folder / ".icor-scraper-current"}"', f'"{folder / "current"}"'),
        line_of(lines, f"<{folder}>", after=line_of(lines, f'"{folder / "current"}"')),
    ]
    assert steps_in_order == sorted(steps_in_order)


def line_of(lines: list[str], *parts: str, after: int = 0) -> int:
    """The first line after `after` that holds all of `parts`."""
    return next(n for n, line in enumerate(lines) if n > after and all(part in line for part in parts))


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".icor-scraper-*"))


FULL_DISK = """
import os, sys
from pathlib import Path
from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files, read_files
folder = Path(sys.argv[1], "out")
old = {"a.txt": b"old" * 1000, "b.txt": b"old" * 1000}
publish_files(old, folder, revision="1")
filler = folder.with_name("filler").open("wb", buffering=0)
try:
    while filler.write(bytes(1024)):
        pass
except OSError:
    filler.truncate(filler.tell() - 16 * 1024)
for attempt in range(2):
    try:
        publish_files({name: content * 10 for name, content in old.items()}, folder, revision="2")
    except PublishError as error:
        print(error)
    print(read_files(folder) == old, (folder / "a.txt").read_bytes() == old["a.txt"])
    print(sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.name != ".lock"))
filler.truncate(0)
print(publish_files({"a.txt": b"new"}, folder, revision="2").path.name)
"""


def test_a_full_disk_twice_leaves_the_old_set_and_nothing_else(tmp_path: Path) -> None:
    lines = run_mounted(tmp_path, setup=":", python=FULL_DISK, size="256k").splitlines()
    out = tmp_path / "out"
    error = f"expected to write to {out}, found: No space left on device ({out})"
    names = ["MANIFEST.json", "a.txt", "b.txt"]
    left = ["a.txt", "b.txt", "current", "releases", "releases/1-1", *(f"releases/1-1/{name}" for name in names)]
    assert lines == [error, "True True", str(left)] * 2 + ["2-2"]


LIMITED = """
import resource, sys
from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    publish_files({"a.txt": bytes(4096), "b.txt": bytes(8193)}, sys.argv[1], revision="2")
except PublishError as error:
    print(error)
"""


def test_a_file_that_cannot_be_written_whole_undoes_the_release(tmp_path: Path) -> None:
    publish_files({"a.txt": b"old"}, tmp_path, revision="1")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "found: File too large" in done.stdout
    assert read_files(tmp_path) == {"a.txt": b"old"}
    assert [path.name for path in (tmp_path / "releases").iterdir()] == ["1-1"]
