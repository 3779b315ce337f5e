"""File systems without symbolic links: a pointer file, and copies for plain paths.

symlink(2) is made to answer as it does on vfat, since no such file system can be mounted by everyone.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from icor_scraper.errors import PublishError
from icor_scraper.publish import publish_files, read_dataset, read_files, verify_release, write_dataset
from tests.export.datasets import Planet, make_dataset


def refuse(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "symlink_to", refuse)


def links(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_symlink()]


@pytest.mark.usefixtures("no_links")
def test_a_file_points_to_the_current_release(tmp_path: Path) -> None:
    release = write_dataset(make_dataset(), tmp_path)
    assert (tmp_path / "current").read_bytes() == b"releases/1299999999-1\n"
    assert links(tmp_path) == []
    assert (tmp_path / "planets.csv").read_bytes() == (release.path / "planets.csv").read_bytes()
    assert read_dataset(tmp_path, Planet) == make_dataset()
    assert verify_release(tmp_path, Planet) == ()


@pytest.mark.usefixtures("no_links")
def test_copies_follow_and_go_with_the_releases(tmp_path: Path) -> None:
    publish_files({"a.txt": b"1", "b.txt": b"1"}, tmp_path, revision="1")
    publish_files({"a.txt": b"2"}, tmp_path, revision="2")
    assert (tmp_path / "a.txt").read_bytes() == b"2"
    assert not (tmp_path / "b.txt").exists()


@pytest.mark.usefixtures("no_links")
def test_a_copy_that_a_killed_run_left_behind_is_brought_up_to_date(tmp_path: Path) -> None:
    publish_files({"a.txt": b"1"}, tmp_path, revision="1")
    publish_files({"a.txt": b"2"}, tmp_path, revision="2")
    (tmp_path / "a.txt").write_bytes(b"1")
    assert not publish_files({"a.txt": b"2"}, tmp_path, revision="2").is_new
    assert (tmp_path / "a.txt").read_bytes() == b"2"


@pytest.mark.usefixtures("no_links")
def test_an_edited_copy_is_not_overwritten(tmp_path: Path) -> None:
    publish_files({"a.txt": b"1"}, tmp_path, revision="1")
    (tmp_path / "a.txt").write_bytes(b"mine")
    with pytest.raises(PublishError, match="something else of that name"):
        publish_files({"a.txt": b"2"}, tmp_path, revision="2")
    assert (tmp_path / "a.txt").read_bytes() == b"mine"
    assert read_files(tmp_path) == {"a.txt": b"1"}


def test_links_take_the_place_of_copies_once_they_can_be_had(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "symlink_to", refuse)
        publish_files({"a.txt": b"1"}, tmp_path, revision="1")
    publish_files({"a.txt": b"2"}, tmp_path, revision="2")
    assert sorted(links(tmp_path)) == [tmp_path / "a.txt", tmp_path / "current"]
    assert (tmp_path / "a.txt").read_bytes() == b"2"
