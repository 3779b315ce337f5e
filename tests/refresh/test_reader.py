"""A library that crashes while the HTML is read: the run ends with its own error, and the old data stands."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from icor_scraper.errors import ParseError
from icor_scraper.refresh.outcome import Outcome
from tests.cli.command import COMMAND, FIXTURE, environment, run
from tests.parse.html.broken_library import CRASHES, HANGS, RAISES, write_broken_lxml
from tests.refresh.sources import files_of, make_revision, refresh_from

HTML = "<p>whatever a library does not bear"


def first_on_the_path(folder: Path) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join((str(folder), environment()["PYTHONPATH"]))}


def published(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {name: found for name, found in files_of(folder).items() if not name.startswith("quarantine/")}


def test_a_refresh_called_by_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    refresh_from(folder, make_revision(100))
    before = files_of(folder)
    monkeypatch.syspath_prepend(write_broken_lxml(tmp_path, CRASHES["SIGSEGV"]))
    with pytest.raises(ParseError, match="ended by SIGSEGV"):
        refresh_from(folder, make_revision(101, html=HTML))
    assert published(folder) == before
    assert (folder / "quarantine/101/article.html").read_text(encoding="utf-8") == HTML
    monkeypatch.undo()
    assert refresh_from(folder, make_revision(102)).outcome is Outcome.PUBLISHED


@pytest.mark.parametrize(
    ("does", "code", "said"),
    [
        (CRASHES["SIGSEGV"], 5, "expected HTML that can be read, found that its reader was ended by SIGSEGV"),
        (CRASHES["SIGKILL"], 5, "expected HTML that can be read, found that its reader was ended by SIGKILL"),
        (RAISES, 70, "AssertionError: impossible tree"),
    ],
)
def test_the_command(tmp_path: Path, does: str, code: int, said: str) -> None:
    assert run("refresh", "out", "--source", FIXTURE, cwd=tmp_path).returncode == 0
    before = published(tmp_path / "out")
    broken = first_on_the_path(write_broken_lxml(tmp_path, does))
    again = ("refresh", "out", "--source", FIXTURE, "--csv-safe", "--quiet")
    done = run(*again, cwd=tmp_path, variables=broken)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert published(tmp_path / "out") == before
    assert run(*again, cwd=tmp_path).returncode == 0
    assert run("check", "out", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_that_is_ended_leaves_no_reader_behind_that_holds_the_folder(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    assert run("refresh", "out", "--source", FIXTURE, cwd=tmp_path).returncode == 0
    before = published(tmp_path / "out")
    pid_file = tmp_path / "pid"
    does = f"open({str(pid_file)!r}, 'w').write(str(os.getpid()) + ' '){HANGS}"
    broken = first_on_the_path(write_broken_lxml(tmp_path, does))
    again = ("refresh", "out", "--source", str(FIXTURE), "--csv-safe")
    with subprocess.Popen(
        [*COMMAND, *again], cwd=tmp_path, env=environment(**broken), stderr=subprocess.PIPE, text=True
    ) as child:
        while not (pid_file.exists() and pid_file.read_text().endswith(" ")):
            time.sleep(0.02)
        reader = int(pid_file.read_text())
        child.send_signal(number)
        _, told = child.communicate(timeout=30)
    assert child.returncode == code
    assert "Traceback" not in told
    try:
        kept = {name for name, found in published(tmp_path / "out").items() if before.get(name) != found}
        assert kept <= {".lock-holder.json"}
        assert run(*again, cwd=tmp_path).returncode == 0  # the lock died with the run, not with its reader
        if number != signal.SIGKILL:
            with pytest.raises(ProcessLookupError):
                os.kill(reader, 0)
    finally:
        with suppress(ProcessLookupError):
            os.kill(reader, signal.SIGKILL)
