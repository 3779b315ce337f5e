"""What `check` finds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from icor_scraper.members import MEMBERS
from icor_scraper.refresh.monitoring import find_problems
from tests.refresh.sources import NOW, make_revision, refresh_from

DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    refresh_from(tmp_path, make_revision(100))
    return tmp_path


def test_a_fresh_release_has_no_problem(folder: Path) -> None:
    assert find_problems(MEMBERS, folder, max_age=DAY, now=NOW + DAY) == ()


def test_an_old_verification_is_one(folder: Path) -> None:
    (problem,) = find_problems(MEMBERS, folder, max_age=DAY, now=NOW + DAY + timedelta(minutes=6))
    assert problem.startswith("expected a verification at most 24.0 h old, found one 24.1 h old (")
    assert find_problems(MEMBERS, folder, now=NOW + 100 * DAY) == ()


def test_a_verification_in_the_future_is_one(folder: Path) -> None:
    (problem,) = find_problems(MEMBERS, folder, max_age=DAY, now=NOW - timedelta(hours=1))
    assert "in the past" in problem
    assert find_problems(MEMBERS, folder, max_age=DAY, now=NOW - timedelta(minutes=9)) == ()


def test_a_missing_status_is_one_where_the_age_counts(folder: Path) -> None:
    (folder / "status.json").unlink()
    assert find_problems(MEMBERS, folder, now=NOW) == ()
    (problem,) = find_problems(MEMBERS, folder, max_age=DAY, now=NOW)
    assert "found none" in problem


@pytest.mark.parametrize("name", ["members.csv", "members.json", "dataset.json", "current/MANIFEST.json"])
def test_an_altered_file_is_one(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    assert find_problems(MEMBERS, folder, now=NOW) != () or name == "current/MANIFEST.json"
    (folder / name).write_bytes(b"{")
    assert find_problems(MEMBERS, folder, now=NOW) != ()


def test_an_altered_log_is_one(folder: Path) -> None:
    (folder / "changes.jsonl").write_bytes(b"{}\n")
    (problem,) = find_problems(MEMBERS, folder, now=NOW)
    assert "changes.jsonl, line 1" in problem


def test_an_empty_folder_is_one(tmp_path: Path) -> None:
    (problem,) = find_problems(MEMBERS, tmp_path, now=NOW)
    assert problem.startswith("expected a published dataset, found none")
    assert list(tmp_path.iterdir()) == []
