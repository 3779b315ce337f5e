"""Arguments that once slipped through: each ends in one line and the documented exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.command import FIXTURE, only_line, run


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "", "--source", "snapshot"),
        ("schedule", "cron", ""),
        ("export", "out", "--source", ""),
        ("fetch", ""),
        ("parse", "--file", ""),
        ("parse", "--title", ""),
        ("fetch", "A", "--at", "0001-01-01T00:00:00+14:00"),
        ("fetch", "A", "--at", "9999-12-31T23:59:59-14:00"),
    ],
)
def test_what_is_empty_or_beyond_the_calendar_is_a_usage_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["live", "snapshot"])
def test_a_file_is_a_file_whatever_its_name(name: str, tmp_path: Path) -> None:
    done = run("parse", "--file", name, cwd=tmp_path)
    assert done.returncode == 2
    assert "no such file" in only_line(done)


def test_export_leaves_alone_what_refresh_keeps(tmp_path: Path) -> None:
    assert run("refresh", "data", "--source", "snapshot", cwd=tmp_path).returncode == 0
    before = (tmp_path / "data" / "members.json").read_bytes()
    done = run("export", "data", "--source", FIXTURE, cwd=tmp_path)
    assert done.returncode == 8
    assert "use refresh" in only_line(done)
    assert (tmp_path / "data" / "members.json").read_bytes() == before


def test_refresh_puts_back_a_plain_path_that_is_gone(tmp_path: Path) -> None:
    run("refresh", "data", "--source", "snapshot", cwd=tmp_path)
    (tmp_path / "data" / "members.csv").unlink()
    assert run("refresh", "data", "--source", "snapshot", cwd=tmp_path).returncode == 0
    assert (tmp_path / "data" / "members.csv").read_text(encoding="utf-8").startswith("position,")
    assert run("check", "data", cwd=tmp_path).returncode == 0


def test_refresh_does_not_replace_somebodys_file(tmp_path: Path) -> None:
    run("refresh", "data", "--source", "snapshot", cwd=tmp_path)
    own = tmp_path / "data" / "members.csv"
    own.unlink()
    own.write_text("mine", encoding="utf-8")
    assert run("refresh", "data", "--source", "snapshot", cwd=tmp_path).returncode == 8
    assert own.read_text(encoding="utf-8") == "mine"


def test_unbuffered_output_is_written_whole_or_fails(tmp_path: Path) -> None:
    """More than a pipe holds, to a full device: without a buffer, a short write must not pass for success."""
    text = tmp_path / "page.wikitext"
    text.write_text("== A ==\n[[b]] c\n" * 20_000, encoding="utf-8")
    whole = run("parse", "--file", text, cwd=tmp_path)
    unbuffered = run("parse", "--file", text, cwd=tmp_path, variables={"PYTHONUNBUFFERED": "1"})
    assert unbuffered.returncode == 0
    assert unbuffered.stdout == whole.stdout
    with Path("/dev/full").open("wb") as full:
        done = run("parse", "--file", text, cwd=tmp_path, variables={"PYTHONUNBUFFERED": "1"}, stdout=full.fileno())
    assert done.returncode == 8


def test_the_cause_of_many_errors_comes_first_and_the_line_is_bounded(tmp_path: Path) -> None:
    row = f"| Africa || Egypt || Party {{}} || || soon{'!' * 10_000}\n|-\n"
    header = "! Continent !! Country !! Party name !! English translation !! Member since"
    rows = "".join(row.format(number) for number in range(48))
    (tmp_path / "page.wikitext").write_text(f"{{|\n{header}\n|-\n{rows}|}}", encoding="utf-8")
    done = run("export", "out", "--source", "page.wikitext", cwd=tmp_path)
    assert done.returncode == 5
    line = only_line(done)
    assert line.startswith(
        'icor-scraper: expected values that can be read, found 48 that cannot, 48 of them in column "Member since": '
        "expected a year, or years parted by a slash, found 'soon!!!"
    )
    assert line.endswith("; and 43 more")
    assert len(line) < 1500


def test_no_message_grows_with_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.wikitext").write_text("{|\n! " + "Odd header " * 10_000 + "\n|-\n| a\n|}", encoding="utf-8")
    for flags in ((), ("--log-json",)):
        done = run("export", "out", "--source", "page.wikitext", *flags, cwd=tmp_path)
        assert done.returncode == 5
        (line,) = done.stderr.splitlines()
        assert len(line) < 5000


@pytest.mark.parametrize("name", ["members.csv", "status.json", "changes.jsonl", "current/members.json", "current"])
@pytest.mark.parametrize("kind", ["a pipe", "a link in a circle", "a folder"])
def test_a_strange_file_in_place_of_ours_is_told_at_once(tmp_path: Path, name: str, kind: str) -> None:
    run("refresh", "data", "--source", "snapshot", cwd=tmp_path)
    path = tmp_path / "data" / name
    path.unlink()
    if kind == "a pipe":
        os.mkfifo(path)  # read as a file, it would never end
    elif kind == "a folder":
        path.mkdir()
    else:
        path.symlink_to(path.name)
    done = run("check", "data", "--max-age", "1h", cwd=tmp_path)
    assert done.returncode == 6
    done = run("refresh", "data", "--source", "snapshot", "--csv-safe", "--quiet", cwd=tmp_path)
    assert done.returncode in (0, 5, 6, 8)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", [("check",), ("refresh", "--source", "snapshot"), ("export", "--source", "snapshot")]
)
def test_a_folder_that_is_a_link_in_a_circle(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "data").symlink_to("data")
    name, *options = command
    done = run(name, "data", *options, cwd=tmp_path)
    assert done.returncode in (6, 8)
    assert "Traceback" not in done.stderr
