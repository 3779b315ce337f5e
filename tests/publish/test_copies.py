"""Plain paths as files: for git, raw views and checkouts without links."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from icor_scraper.members import Member
from icor_scraper.publish import publish_files, read_dataset, read_files, show_current
from icor_scraper.publish.plain import stage_copies
from tests.cli.command import FIXTURE, run

OLD, NEW = {"a.txt": b"1", "b.txt": b"1"}, {"a.txt": b"2", "b.txt": b"2"}


def links(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_symlink())


def plain(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OLD}


def test_plain_paths_are_files_that_follow_each_release(tmp_path: Path) -> None:
    for files, revision in ((OLD, "1"), (NEW, "2")):
        publish_files(files, tmp_path, revision=revision, copies=True)
        assert links(tmp_path) == ["current"]
        assert plain(tmp_path) == files == read_files(tmp_path)


def test_links_and_copies_take_each_others_place(tmp_path: Path) -> None:
    publish_files(OLD, tmp_path, revision="1")
    assert not publish_files(OLD, tmp_path, revision="1", copies=True).is_new
    assert links(tmp_path) == ["current"]
    show_current(tmp_path)
    assert links(tmp_path) == ["a.txt", "b.txt", "current"]
    show_current(tmp_path, copies=True)
    publish_files(NEW, tmp_path, revision="2")
    assert links(tmp_path) == ["a.txt", "b.txt", "current"]
    assert plain(tmp_path) == NEW


def test_copies_that_a_kill_left_behind_are_no_strangers_to_any_later_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their release would be the first to be deleted."""
    publish_files(OLD, tmp_path, revision="1", keep_releases=2, copies=True)
    with monkeypatch.context() as patch:
        patch.setattr("icor_scraper.publish.writer.stage_copies", lambda *_: {})
        publish_files(NEW, tmp_path, revision="2", keep_releases=2, copies=True)
    assert plain(tmp_path) == OLD
    last = {"a.txt": b"3", "b.txt": b"3"}
    publish_files(last, tmp_path, revision="3", keep_releases=2, copies=True)
    assert plain(tmp_path) == last


def test_a_copy_that_cannot_be_written_leaves_the_old_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_files(OLD, tmp_path, revision="1", copies=True)

    def stage_one(folder: Path, files: dict[str, bytes]) -> None:
        stage_copies(folder, dict(list(files.items())[:1]))
        raise KeyboardInterrupt

    monkeypatch.setattr("icor_scraper.publish.writer.stage_copies", stage_one)
    with pytest.raises(KeyboardInterrupt):
        publish_files(NEW, tmp_path, revision="2", copies=True)
    assert plain(tmp_path) == OLD == read_files(tmp_path)
    assert not list(tmp_path.rglob(".icor-scraper-*"))


def test_a_run_that_is_ended_once_the_new_set_shows_brings_all_copies_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_files(OLD, tmp_path, revision="1", copies=True)
    replace = Path.replace
    ended: list[str] = []

    def end_after_the_first(path: Path, target: Path) -> Path:
        done = replace(path, target)
        if target.name in NEW and not ended:
            ended.append(target.name)
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(Path, "replace", end_after_the_first)
    with pytest.raises(KeyboardInterrupt):
        publish_files(NEW, tmp_path, revision="2", copies=True)
    assert ended
    assert plain(tmp_path) == NEW == read_files(tmp_path)
    assert not list(tmp_path.rglob(".icor-scraper-*"))


@pytest.mark.parametrize("command", ["export", "refresh"])
def test_the_commands_make_a_folder_that_git_keeps(tmp_path: Path, command: str) -> None:
    """Of which a clone without symbolic links can be read, plain paths and the library's way."""
    if not shutil.which("git"):
        pytest.skip("no git here")
    there = tmp_path / "there"
    there.mkdir()
    assert run(command, "data", "--source", FIXTURE, "--copies", cwd=there).returncode == 0
    members = (there / "data" / "members.csv").read_bytes()
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@icor-data.org")
    for words in (("init", "--quiet"), ("add", "data"), ("commit", "--quiet", "-m", "data")):
        subprocess.run([*git, *words], cwd=there, check=True)
    clone = ("clone", "--quiet", "-c", "core.symlinks=false", "there", "clone")
    subprocess.run([*git, *clone], cwd=tmp_path, check=True)
    assert links(tmp_path / "clone") == []
    assert (tmp_path / "clone" / "data" / "members.csv").read_bytes() == members
    assert len(read_dataset(tmp_path / "clone" / "data", Member).records) == 50


def test_a_run_that_is_refused_puts_copies_back_too(tmp_path: Path) -> None:
    assert run("refresh", "out", "--source", FIXTURE, "--copies", cwd=tmp_path).returncode == 0
    members = tmp_path / "out" / "members.csv"
    before = members.read_bytes()
    members.unlink()
    (tmp_path / "Page.wikitext").write_text("Blanked.", encoding="utf-8")
    assert run("refresh", "out", "--source", "Page.wikitext", "--copies", cwd=tmp_path).returncode == 6
    assert members.read_bytes() == before
