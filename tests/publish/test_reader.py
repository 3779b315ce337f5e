"""What a reader is told where the published files are not as they were written."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from icor_scraper.errors import DatasetError
from icor_scraper.publish import read_dataset, reader, verify_release, write_dataset
from icor_scraper.publish.releases import Release, read_release
from tests.export.datasets import Planet, make_dataset


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_dataset(make_dataset(), tmp_path)
    return tmp_path


def lengthen(release: Path) -> None:
    with (release / "planets.json").open("ab") as file:
        file.write(b" ")


def flip(release: Path) -> None:
    path = release / "planets.csv"
    path.write_bytes(path.read_bytes().replace(b"mars", b"mart"))


def list_a_path(release: Path) -> None:
    path = release / "MANIFEST.json"
    path.write_text(path.read_text().replace('"article.json"', '"../../article.json"'))


def list_another_revision(release: Path) -> None:
    path = release / "MANIFEST.json"
    path.write_text(path.read_text().replace('"1299999999"', '"1299999998"'))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lengthen, r"expected \d+ bytes, found \d+ \(.*planets\.json\)"),
        (flip, r"expected content of SHA-256 [0-9a-f]{64}, found [0-9a-f]{64} \(.*planets\.csv\)"),
        (lambda release: (release / "sections.json").unlink(), r"No such file.*sections\.json"),
        (lambda release: (release / "MANIFEST.json").unlink(), r"No such file.*MANIFEST\.json"),
        (lambda release: (release / "MANIFEST.json").write_text("{}"), r"schema_version.*MANIFEST\.json"),
        (list_a_path, r"expected plain file names, found '../../article.json'"),
        (list_another_revision, "expected the manifest of 1299999999-1, found that of 1299999998-1"),
        (shutil.rmtree, "No such file"),
    ],
)
def test_damage_is_told_by_reader_and_check(folder: Path, damage: Callable[[Path], None], message: str) -> None:
    damage(folder / "releases" / "1299999999-1")
    with pytest.raises(DatasetError, match=message) as caught:
        read_dataset(folder, Planet)
    problems = verify_release(folder, Planet)
    assert str(caught.value) in problems
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # made here
    assert (str(copy), copy.path, copy.expected) == (str(caught.value), caught.value.path, caught.value.expected)


def test_a_folder_without_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="expected a published dataset, found none"):
        read_dataset(tmp_path, Planet)
    assert verify_release(tmp_path / "missing", Planet) == (
        f"expected a published dataset, found none ({tmp_path / 'missing' / 'current'})",
    )


@pytest.mark.parametrize("target", ["/etc", "../elsewhere", "releases/..", "releases/1-1/..", "releases", ""])
def test_a_pointer_that_leads_out_of_the_releases_is_not_followed(folder: Path, target: str) -> None:
    (folder / "current").unlink()
    (folder / "current").write_text(target)
    with pytest.raises(DatasetError, match="expected the path of a release"):
        read_dataset(folder, Planet)


def test_a_pointer_file_is_read_like_a_link(folder: Path) -> None:
    (folder / "current").unlink()
    (folder / "current").write_text("releases/1299999999-1")
    assert read_dataset(folder, Planet) == make_dataset()


def test_a_copy_of_a_release_is_read_under_any_name(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder / "current", tmp_path / "copy")
    assert read_dataset(copy, Planet) == make_dataset()
    assert verify_release(copy, Planet) == ()


@pytest.fixture
def overtaken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which newer releases come, and the old one goes, once a reader has resolved `current`."""
    newer = iter(range(1300000000, 1300000003))

    def read_late(path: Path) -> Release:
        for revision in newer:
            write_dataset(make_dataset(revision_id=revision), folder, keep_releases=2)
        return read_release(path)

    monkeypatch.setattr(reader, "read_release", read_late)
    return folder


def test_a_reader_that_is_overtaken_reads_the_newest_set(overtaken: Path) -> None:
    assert read_dataset(overtaken, Planet) == make_dataset(revision_id=1300000002)
    assert not (overtaken / "releases" / "1299999999-1").exists()


def test_a_check_that_is_overtaken_checks_the_newest_set(overtaken: Path) -> None:
    assert verify_release(overtaken, Planet) == ()
    assert not (overtaken / "releases" / "1299999999-1").exists()


def test_check_tells_all_problems_of_the_files(folder: Path) -> None:
    release = folder / "releases" / "1299999999-1"
    flip(release)
    (release / "article.json").unlink()
    (release / "strange.txt").touch()
    (folder / "sections.json").unlink()
    problems = verify_release(folder, Planet)
    subjects = ("article.json", "planets.csv", "strange.txt", "article.json", "planets.csv", "sections.json")
    assert len(problems) == len(subjects)
    assert all(subject in problem for subject, problem in zip(subjects, problems, strict=True))


def test_check_tells_a_plain_path_that_shows_something_else(folder: Path) -> None:
    (folder / "planets.csv").unlink()
    (folder / "planets.csv").write_text("mine")
    assert verify_release(folder, Planet) == (
        f"expected the current planets.csv, found another file ({folder / 'planets.csv'})",
    )


def test_check_tells_values_of_another_form(folder: Path) -> None:
    (problem,) = verify_release(folder, str)
    assert "planets.json" in problem


def test_check_tells_a_dataset_without_attribution(tmp_path: Path) -> None:
    dataset = make_dataset()
    write_dataset(replace(dataset, provenance=replace(dataset.provenance, attribution=" ")), tmp_path)
    (problem,) = verify_release(tmp_path, Planet)
    assert problem.startswith("expected the words that name the source, found none")
