"""Releases one after the other: what stands in the folder, in which order, and what is deleted."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from icor_scraper.errors import DatasetError
from icor_scraper.publish import (
    current_release,
    publish_files,
    read_dataset,
    read_files,
    revision_name,
    verify_release,
    write_dataset,
)
from tests.export.datasets import Planet, make_dataset, make_planet, make_provenance
from tests.export.test_files import FILE_NAMES, planets


def publish(folder: Path, revision: int, text: str = "", keep: int = 10) -> str:
    """Publish one small file; answer the name of the release."""
    files = {"words.txt": f"{revision} {text}".encode()}
    return publish_files(files, folder, revision=str(revision), keep_releases=keep).path.name


def releases(folder: Path) -> set[str]:
    return {path.name for path in (folder / "releases").iterdir()}


def test_the_folder_after_the_first_release(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    release = write_dataset(make_dataset(), folder)
    assert release.is_new
    assert release.path == folder / "releases" / "1299999999-1"
    assert {path.name for path in folder.iterdir()} == {*FILE_NAMES, "current", "releases", ".lock"}
    assert (folder / "current").readlink() == Path("releases/1299999999-1")
    assert all((folder / name).readlink() == Path("current") / name for name in FILE_NAMES)
    assert {path.name for path in release.path.iterdir()} == {*FILE_NAMES, "MANIFEST.json"}


def test_the_manifest_lists_each_file_with_sha256_and_size(tmp_path: Path) -> None:
    path = publish_files({"b.txt": b"\xe2\x82\xac", "a.txt": b""}, tmp_path, revision="12").path
    assert json.loads((path / "MANIFEST.json").read_bytes()) == {
        "schema_version": 1,
        "revision": "12",
        "number": 1,
        "files": [
            {"name": "a.txt", "sha256": hashlib.sha256(b"").hexdigest(), "bytes": 0},
            {"name": "b.txt", "sha256": hashlib.sha256("€".encode()).hexdigest(), "bytes": 3},
        ],
    }


def test_a_dataset_is_read_as_it_was_written(tmp_path: Path) -> None:
    dataset = make_dataset()
    release = write_dataset(dataset, tmp_path, csv_safe=True)
    assert read_dataset(tmp_path, Planet) == dataset
    assert read_dataset(release.path, Planet) == dataset
    assert read_dataset(tmp_path / "current", Planet) == dataset
    assert verify_release(tmp_path, Planet) == ()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(planets)
def test_any_record_is_read_as_it_was_written(tmp_path: Path, planet: Planet) -> None:
    dataset = make_dataset(planet)
    write_dataset(dataset, tmp_path)
    assert read_dataset(tmp_path, Planet) == dataset


def test_the_plain_paths_follow_the_current_release(tmp_path: Path) -> None:
    publish(tmp_path, 1, "old")
    publish(tmp_path, 2, "new")
    assert (tmp_path / "words.txt").read_text() == "2 new"
    assert (tmp_path / "releases" / "1-1" / "words.txt").read_text() == "1 old"


def test_a_release_with_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    first = write_dataset(make_dataset(), tmp_path)
    before = {path: path.lstat().st_mtime_ns for path in (tmp_path / "current", *first.path.iterdir())}
    second = write_dataset(make_dataset(), tmp_path)
    assert (second.path, second.manifest, second.is_new) == (first.path, first.manifest, False)
    assert {path: path.lstat().st_mtime_ns for path in before} == before
    assert releases(tmp_path) == {"1299999999-1"}


def test_a_damaged_release_is_written_again(tmp_path: Path) -> None:
    first = write_dataset(make_dataset(), tmp_path)
    (first.path / "planets.csv").write_text("x")
    second = write_dataset(make_dataset(), tmp_path)
    assert (second.path.name, second.is_new) == ("1299999999-2", True)
    assert verify_release(tmp_path, Planet) == ()


def test_a_plain_path_that_was_deleted_comes_back(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    (tmp_path / "words.txt").unlink()
    publish(tmp_path, 1)
    assert (tmp_path / "words.txt").read_text() == "1 "


def test_a_pointer_that_leads_nowhere_does_not_keep_from_publishing(tmp_path: Path) -> None:
    write_dataset(make_dataset(), tmp_path)
    (tmp_path / "releases").rename(tmp_path / "elsewhere")
    with pytest.raises(DatasetError, match="No such file"):
        current_release(tmp_path)
    assert write_dataset(make_dataset(), tmp_path).is_new
    assert verify_release(tmp_path, Planet) == ()


def test_a_file_that_is_no_longer_published_leaves_its_plain_path(tmp_path: Path) -> None:
    publish_files({"a.txt": b"a", "b.txt": b"b"}, tmp_path, revision="1")
    publish_files({"a.txt": b"a"}, tmp_path, revision="2")
    assert (tmp_path / "a.txt").exists()
    assert not os.path.lexists(tmp_path / "b.txt")


def test_the_number_counts_up_over_the_folder(tmp_path: Path) -> None:
    names = [publish(tmp_path, revision, text) for revision, text in [(5, "a"), (5, "b"), (9, "a"), (5, "a")]]
    assert names == ["5-1", "5-2", "9-3", "5-4"]


def test_order_is_by_revision_and_number_whatever_the_clock_says(tmp_path: Path) -> None:
    for revision in (9, 10, 11):
        path = tmp_path / "releases" / publish(tmp_path, revision)
        os.utime(path, (2e9 - revision * 1e6, 2e9 - revision * 1e6))  # each older than the one before it
    publish(tmp_path, 12, keep=3)
    assert releases(tmp_path) == {"10-2", "11-3", "12-4"}


def test_texts_without_revision_id_are_kept_in_the_order_of_publishing(tmp_path: Path) -> None:
    for name in ("zz", "mm", "aa"):
        publish_files({"a.txt": name.encode()}, tmp_path, revision=f"snapshot-{name}", keep_releases=2)
    assert releases(tmp_path) == {"snapshot-mm-2", "snapshot-aa-3"}


def test_the_current_release_is_kept_however_old_its_revision_is(tmp_path: Path) -> None:
    for revision in (7, 8, 9, 1):
        publish(tmp_path, revision)
    publish(tmp_path, 10, keep=2)
    assert releases(tmp_path) == {"9-3", "1-4", "10-5"}
    assert (tmp_path / "words.txt").read_text() == "10 "


def test_the_current_release_is_kept_even_when_it_is_damaged(tmp_path: Path) -> None:
    for revision in (7, 8, 9, 1):
        publish(tmp_path, revision)
    (tmp_path / "releases" / "1-4" / "words.txt").write_text("?")
    publish(tmp_path, 10, keep=2)
    assert releases(tmp_path) == {"9-3", "1-4", "10-5"}


def test_fewer_than_two_releases_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        publish(tmp_path, 1, keep=1)


def test_only_what_is_ours_is_deleted(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    for revision in range(1, 7):
        publish(folder, revision)
    where = folder / "releases"
    (where / "1-1" / "notes.txt").write_text("mine")
    (where / "2-2" / "MANIFEST.json").unlink()
    (where / "3-3").rename(outside)
    (where / "3-3").symlink_to(outside)
    (where / "4-4" / "words.txt").unlink()
    (where / "4-4" / "words.txt").symlink_to(outside / "words.txt")
    (where / "mine").mkdir()
    publish(folder, 7, keep=2)
    assert releases(folder) == {"1-1", "2-2", "3-3", "4-4", "mine", "6-6", "7-7"}
    assert (outside / "words.txt").read_text() == "3 "


def test_leftovers_of_killed_runs_are_deleted_and_links_in_them_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    folder = tmp_path / "folder"
    publish(folder, 1)
    for place in (folder, folder / "releases"):
        (place / ".icor-scraper-file").touch()
        (place / ".icor-scraper-link").symlink_to(outside)
        (place / ".icor-scraper-folder" / "deep").mkdir(parents=True)
        (place / ".icor-scraper-folder" / "link").symlink_to(outside)
    publish(folder, 2)
    assert not list(folder.rglob(".icor-scraper-*"))
    assert (outside / "kept").exists()


def test_revisions_without_id_are_named_by_origin_and_sha1() -> None:
    assert revision_name(make_provenance(123)) == "123"
    assert revision_name(make_provenance(None)) == "snapshot-0123456789ab"


def test_there_is_no_current_release_where_nothing_is_published(tmp_path: Path) -> None:
    assert current_release(tmp_path) is None
    name = publish(tmp_path, 1)
    found = current_release(tmp_path)
    assert found is not None
    assert (found.path.name, found.is_new) == (name, False)
    assert read_files(tmp_path) == {"words.txt": b"1 "}


def test_records_that_differ_make_a_release_of_their_own(tmp_path: Path) -> None:
    write_dataset(make_dataset(), tmp_path)
    other = make_dataset(make_planet(name="Red planet"))
    assert write_dataset(other, tmp_path).path.name == "1299999999-2"
    assert read_dataset(tmp_path, Planet) == other
