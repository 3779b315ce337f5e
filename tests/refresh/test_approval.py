"""A person publishes what the guards refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icor_scraper.errors import DatasetError, GuardError, LayoutError
from icor_scraper.members import MEMBERS, Member
from icor_scraper.publish import read_dataset
from icor_scraper.refresh.approval import approve
from icor_scraper.refresh.outcome import Outcome, Run
from icor_scraper.refresh.quarantine import NotRefusedError
from tests.refresh.sources import CUT, EDITED, NOW, UNREADABLE, files_of, make_revision, refresh_from

FIRST = make_revision(100)
HARMFUL = make_revision(101, CUT)


def approve_it(folder: Path, revision: str = "101", **other: bool) -> Run:
    return approve(MEMBERS, folder, revision, by="Ada", reason="the split of 2026", now=NOW, **other)


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A folder with revision 100 published and 101 refused."""
    refresh_from(tmp_path, FIRST)
    with pytest.raises(GuardError):
        refresh_from(tmp_path, HARMFUL)
    return tmp_path


def test_the_candidate_is_published_with_who_and_why_and_what(refused: Path) -> None:
    candidate = read_dataset(refused / "quarantine/101/candidate", Member)
    violations = json.loads((refused / "quarantine/101/refusal.json").read_bytes())["violations"]
    run = approve_it(refused)
    assert (run.outcome, run.revision, run.previous_revision) == (Outcome.PUBLISHED, "101", "100")
    assert read_dataset(refused, Member) == candidate
    entry = json.loads((refused / "changes.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert entry["approval"] == {
        "by": "Ada",
        "reason": "the split of 2026",
        "at": "2026-03-01T03:17:00Z",
        "violations": violations,
    }
    assert len(entry["changes"][0]["removed"]) == 50 - len(candidate.records)
    text = (refused / "CHANGES.md").read_text(encoding="utf-8")
    assert "Approved by `Ada`: `the split of 2026`, although:" in text
    assert not (refused / "quarantine/101").exists()


def test_afterwards_the_approved_revision_stands_and_the_guards_are_on(refused: Path) -> None:
    approve_it(refused)
    assert refresh_from(refused, HARMFUL).outcome is Outcome.UNCHANGED
    with pytest.raises(GuardError) as caught:
        refresh_from(refused, make_revision(102, CUT, tags=("mw-reverted",)))
    assert caught.value.quarantine == str(refused / "quarantine/102")


def test_only_the_revision_named_is_published(refused: Path) -> None:
    with pytest.raises(GuardError):
        refresh_from(refused, make_revision(102, CUT))
    approve_it(refused, "101")
    assert read_dataset(refused, Member).provenance.revision_id == 101
    assert [path.name for path in (refused / "quarantine").iterdir()] == ["102"]


def test_a_newer_release_is_not_taken_back_without_the_flag(refused: Path) -> None:
    refresh_from(refused, make_revision(103, EDITED))
    with pytest.raises(GuardError, match="1 violation"):
        approve_it(refused)
    assert read_dataset(refused, Member).provenance.revision_id == 103
    assert approve_it(refused, allow_older=True).revision == "101"


@pytest.mark.parametrize("revision", ["999", "../../etc", "", "101/candidate"])
def test_what_is_not_in_quarantine_is_refused(refused: Path, revision: str) -> None:
    before = files_of(refused)
    with pytest.raises(NotRefusedError):
        approve_it(refused, revision)
    assert files_of(refused) == before


def test_only_what_can_be_approved_is_listed(refused: Path) -> None:
    (refused / "quarantine/77").mkdir()
    (refused / "quarantine/notes").write_text("mine", encoding="utf-8")
    with pytest.raises(NotRefusedError, match=r"expected revision 77 in quarantine, found 101 \("):
        approve_it(refused, "77")


def test_a_text_without_candidate_cannot_be_approved(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    with pytest.raises(LayoutError):
        refresh_from(tmp_path, make_revision(101, UNREADABLE))
    with pytest.raises(NotRefusedError, match="a candidate to publish"):
        approve_it(tmp_path)


def test_an_altered_candidate_is_refused(refused: Path) -> None:
    path = refused / "quarantine/101/candidate/members.json"
    path.write_bytes(path.read_bytes().replace(b"Egypt", b"Tibet"))
    with pytest.raises(DatasetError, match="SHA-256"):
        approve_it(refused)
    assert read_dataset(refused, Member).provenance.revision_id == 100


def test_an_approval_that_changes_no_record_is_told_too(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    with pytest.raises(GuardError):
        refresh_from(tmp_path, make_revision(101, tags=("mw-reverted",)))
    approve_it(tmp_path)
    text = (tmp_path / "CHANGES.md").read_text(encoding="utf-8")
    assert "Approved by `Ada`: `the split of 2026`, although:" in text
