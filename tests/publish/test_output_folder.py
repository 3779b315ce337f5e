"""Output folders of every kind: a documented outcome, or a PublishError before any work."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files, read_files, write_atomically
from tests.publish.mounts import run_mounted

FILES = {"words.txt": b"words"}


def tree(folder: Path) -> dict[str, str]:
    """All that is in `folder`, by path: what it is and what it holds."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.read_text()
        if path.is_file()
        else "folder"
        for path in folder.rglob("*")
    }


def put_file(folder: Path) -> None:
    folder.write_text("mine")


def put_dangling_link(folder: Path) -> None:
    folder.symlink_to("nowhere")


def put_link_loop(folder: Path) -> None:
    folder.symlink_to(folder.name)


def put_link_to_file(folder: Path) -> None:
    folder.with_name("file").touch()
    folder.symlink_to("file")


def put_own_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "words.txt").write_text("mine")


def put_own_folder(folder: Path) -> None:
    (folder / "words.txt").mkdir(parents=True)


def put_own_link(folder: Path) -> None:
    folder.mkdir()
    (folder / "words.txt").symlink_to("other")


def put_releases_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "releases").touch()


def put_releases_link(folder: Path) -> None:
    folder.mkdir()
    folder.with_name("elsewhere").mkdir()
    (folder / "releases").symlink_to("../elsewhere")


def put_current_folder(folder: Path) -> None:
    (folder / "current").mkdir(parents=True)


def put_current_link(folder: Path) -> None:
    folder.mkdir()
    (folder / "current").symlink_to("/")


@pytest.mark.parametrize(
    ("put", "message"),
    [
        (put_file, r"expected a folder, found a file \(.*out\)"),
        (put_dangling_link, "expected a link to a folder, found one to nowhere"),
        (put_link_loop, "expected a link to a folder, found one to out"),
        (put_link_to_file, "expected a link to a folder, found one to file"),
        (put_own_file, r"found something else of that name \(.*words\.txt\)"),
        (put_own_folder, r"found something else of that name \(.*words\.txt\)"),
        (put_own_link, r"found something else of that name \(.*words\.txt\)"),
        (put_releases_file, r"found a link or a file \(.*releases\)"),
        (put_releases_link, r"found a link or a file \(.*releases\)"),
        (put_current_folder, r"expected a file that can be read, found Is a directory \(.*current\)"),
        (put_current_link, r"expected the path of a release, .*, found '/' \(.*current\)"),
    ],
)
def test_what_stands_in_the_way_is_told_before_any_work(
    tmp_path: Path, put: Callable[[Path], None], message: str
) -> None:
    folder = tmp_path / "out"
    put(folder)
    before = tree(tmp_path)
    with pytest.raises(PublishError, match=message) as caught:
        publish_files(FILES, folder, revision="1")
    assert caught.value.path
    assert tree(tmp_path) == before


def test_a_folder_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PublishError, match=r"expected a folder, found a file \(.*file\)"):
        publish_files(FILES, tmp_path / "file" / "out", revision="1")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x.txt", "a/b.txt", ".hidden", "MANIFEST.json", "no-suffix", "a\n.txt", "current"]
)
def test_a_file_that_is_not_plainly_named_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError, match="expected a plain file name"):
        publish_files({name: b""}, tmp_path / "out", revision="1")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("revision", ["", "..", "../1", "a/b", "1\n", "-1", "１"])
def test_a_revision_that_makes_no_folder_name_is_refused(tmp_path: Path, revision: str) -> None:
    with pytest.raises(PublishError, match="expected a revision"):
        publish_files(FILES, tmp_path / "out", revision=revision)
    assert tree(tmp_path) == {}


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    release = publish_files(FILES, tmp_path / "out", revision="1")
    assert release.path == tmp_path / "real" / "releases" / "1-1"
    assert (tmp_path / "out").is_symlink()
    assert read_files(tmp_path / "out") == FILES


def test_strange_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("mine")
    (tmp_path / ".git").mkdir()
    publish_files(FILES, tmp_path, revision="1")
    publish_files(FILES, tmp_path, revision="2")
    assert (tmp_path / "README").read_text() == "mine"
    assert (tmp_path / ".git").is_dir()


@pytest.mark.parametrize(("umask", "folder_mode", "file_mode"), [(0o077, 0o700, 0o600), (0o022, 0o755, 0o644)])
def test_the_umask_is_respected(tmp_path: Path, umask: int, folder_mode: int, file_mode: int) -> None:
    folder = tmp_path / "out"
    before = os.umask(umask)
    try:
        release = publish_files(FILES, folder, revision="1")
        write_atomically(folder / "status.json", b"{}")
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, release.path)}
    assert set(modes.values()) == {folder_mode}
    files = (release.path / "words.txt", release.path / "MANIFEST.json", folder / "status.json")
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {file_mode}


def test_write_atomically_replaces_a_link_and_does_not_follow_it(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("mine")
    (tmp_path / "status.json").symlink_to("target")
    write_atomically(tmp_path / "status.json", b"{}")
    assert tree(tmp_path) == {"target": "mine", "status.json": "{}"}


def test_write_atomically_tells_what_fails_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "status.json").mkdir()
    with pytest.raises(PublishError, match=r"expected to write to .*status\.json, found: Is a directory"):
        write_atomically(tmp_path / "status.json", b"{}")
    assert tree(tmp_path) == {"status.json": "folder"}


PUBLISH = """
import sys
from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files, read_files
try:
    publish_files({"words.txt": b"words"}, sys.argv[1], revision="1")
    print(read_files(sys.argv[1]))
except PublishError as error:
    print(error)
"""


def test_another_file_system_is_as_good(tmp_path: Path) -> None:
    assert run_mounted(tmp_path, setup=":", python=PUBLISH) == "{'words.txt': b'words'}\n"


def test_releases_may_stand_on_a_file_system_of_their_own(tmp_path: Path) -> None:
    setup = 'mkdir "$1/releases"; mount -t tmpfs tmpfs "$1/releases"'
    assert run_mounted(tmp_path, setup=setup, python=PUBLISH) == "{'words.txt': b'words'}\n"


def test_a_read_only_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    found = run_mounted(tmp_path, setup='mount -o remount,ro "$1"', python=PUBLISH)
    assert found == f"expected a folder that can be written, found one that cannot ({tmp_path})\n"
