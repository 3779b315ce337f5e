"""The chain, fed by hand: what is published, refused, logged, and left alone."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from icor_scraper.errors import DatasetError, GuardError, LockedError, PublishError, RecordError
from icor_scraper.members import MEMBERS, Member
from icor_scraper.publish import locked, read_dataset, write_dataset
from icor_scraper.refresh import refresh
from icor_scraper.refresh.approval import approve
from icor_scraper.refresh.chain import Chain, Options
from icor_scraper.refresh.outcome import Outcome
from icor_scraper.refresh.status import read_status, write_status
from tests.refresh.sources import (
    ARTICLE,
    CUT,
    EDITED,
    LINK,
    NOW,
    UNREADABLE,
    History,
    files_of,
    make_revision,
    refresh_from,
)

FIRST = make_revision(100)
SECOND = make_revision(101, EDITED)


def entries_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_first_run_publishes(tmp_path: Path) -> None:
    run = refresh_from(tmp_path, FIRST)
    assert (run.outcome, run.revision, run.previous_revision, run.release) == (
        Outcome.PUBLISHED,
        "100",
        None,
        "100-1",
    )
    assert run.verified_by == "wikitext only"
    assert dict(run.counts) == {"members": 50, "references": 14, "sections": 5}
    assert len(read_dataset(tmp_path, Member).records) == 50
    status = read_status(tmp_path)
    assert status is not None
    assert (status.revision, status.release, status.last_verified_at, status.last_changed_at) == (
        "100",
        "100-1",
        NOW,
        NOW,
    )


def test_an_unchanged_revision_costs_one_question_and_moves_only_the_status(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    before = files_of(tmp_path)
    later = NOW + timedelta(days=1)
    source = History([FIRST])
    run = Chain(spec=MEMBERS, folder=tmp_path, source=source, options=Options(), now=later).run()
    assert (run.outcome, source.asked) == (Outcome.UNCHANGED, ["identify"])
    after = files_of(tmp_path)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"status.json"}
    status = read_status(tmp_path)
    assert status is not None
    assert (status.last_verified_at, status.last_changed_at) == (later, NOW)


def test_an_edit_is_published_and_told(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    run = refresh_from(tmp_path, FIRST, SECOND)
    assert (run.outcome, run.release, run.previous_revision) == (Outcome.PUBLISHED, "101-2", "100")
    assert run.difference_link == "https://en.wikipedia.org/w/index.php?title=ICOR&diff=101&oldid=100"
    _, entry = entries_of(tmp_path)
    (changes,) = entry["changes"]
    assert changes["cause"] == "source"
    assert [(renamed["before"], renamed["after"]) for renamed in changes["renamed"]] == [
        ("parti-communiste-du-togo", "parti-communiste-de-togo")
    ]
    assert {(c["key"], c["field"], str(c["before"]), str(c["after"])) for c in changes["changed"]} == {
        ("organisation-revolutionnaire-du-congo", "member_since_text", "2010", "2011"),
        ("organisation-revolutionnaire-du-congo", "member_since", "[2010]", "[2011]"),
    }
    text = (tmp_path / "CHANGES.md").read_text(encoding="utf-8")
    newest, _, first = text.partition("## Revision `100`")
    assert "* changed `organisation-revolutionnaire-du-congo`: member_since_text `2010` → `2011`" in newest
    assert f"[revision](<{LINK}101>)" in newest
    assert "First release" in first


def test_an_edit_elsewhere_changes_no_record_and_is_not_told_to_people(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    run = refresh_from(tmp_path, FIRST, make_revision(101, ARTICLE.replace("== Goals", "== Aims")))
    assert run.outcome is Outcome.PUBLISHED
    assert [bool(changes) for changes in run.changes] == [False]
    assert "101" not in (tmp_path / "CHANGES.md").read_text(encoding="utf-8")
    assert len(entries_of(tmp_path)) == 2


def test_a_harmful_edit_is_kept_in_quarantine_with_all_reasons(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    before = files_of(tmp_path)
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, FIRST, make_revision(101, CUT), now=NOW + timedelta(days=1))
    guards = {violation.partition(":")[0] for violation in caught.value.violations}
    assert guards >= {"too-few-records", "lost-keys"}
    kept = tmp_path / "quarantine" / "101"
    assert caught.value.quarantine == str(kept)
    assert (kept / "article.wikitext").read_text(encoding="utf-8") == CUT
    refusal = json.loads((kept / "refusal.json").read_bytes())
    assert refusal["violations"] == list(caught.value.violations)
    assert len(refusal["changes"]["removed"]) == 50 - len(read_dataset(kept / "candidate", Member).records)
    reasons = (kept / "REASONS.md").read_text(encoding="utf-8")
    assert all(violation in reasons for violation in caught.value.violations)
    after = {name: found for name, found in files_of(tmp_path).items() if not name.startswith("quarantine/")}
    assert after == before


def test_a_text_that_cannot_be_read_is_kept_without_candidate(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    with pytest.raises(RecordError, match="soon"):
        refresh_from(tmp_path, make_revision(101, UNREADABLE))
    kept = tmp_path / "quarantine" / "101"
    assert not (kept / "candidate").exists()
    assert "nothing to approve" in (kept / "REASONS.md").read_text(encoding="utf-8")


def test_a_blanked_page_tells_the_guard_and_the_layout(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, make_revision(101, ""))
    first, *_, last = caught.value.violations
    assert first.startswith("page-blanked:")
    assert last.startswith("expected a table of members")


def test_a_revision_refused_twice_replaces_what_was_kept_and_leaves_when_published(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    tagged = replace(SECOND, tags=("mw-reverted",))
    for _ in range(2):
        with pytest.raises(GuardError):
            refresh_from(tmp_path, tagged)
    assert [path.name for path in (tmp_path / "quarantine").iterdir()] == ["101"]
    assert refresh_from(tmp_path, SECOND).outcome is Outcome.PUBLISHED
    assert list((tmp_path / "quarantine").iterdir()) == []


def test_an_older_revision_needs_its_flag(tmp_path: Path) -> None:
    refresh_from(tmp_path, SECOND)
    with pytest.raises(GuardError, match="1 violation") as caught:
        refresh_from(tmp_path, FIRST)
    assert caught.value.violations[0].startswith("older-revision:")
    assert read_dataset(tmp_path, Member).provenance.revision_id == 101
    assert refresh_from(tmp_path, FIRST, options=Options(allow_older=True)).release == "100-2"
    assert read_dataset(tmp_path, Member).provenance.revision_id == 100


def test_a_young_revision_is_left_for_later(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    before = files_of(tmp_path)
    spec = replace(MEMBERS, limits=replace(MEMBERS.limits, settle_hours=6.0))
    assert SECOND.timestamp is not None
    young = SECOND.timestamp + timedelta(hours=5)
    assert refresh_from(tmp_path, SECOND, spec=spec, now=young).outcome is Outcome.WAITING
    assert files_of(tmp_path) == before
    old_enough = SECOND.timestamp + timedelta(hours=6)
    assert refresh_from(tmp_path, SECOND, spec=spec, now=old_enough).outcome is Outcome.PUBLISHED


def test_a_young_revision_is_refused_where_nothing_is_published(tmp_path: Path) -> None:
    spec = replace(MEMBERS, limits=replace(MEMBERS.limits, settle_hours=6.0))
    with pytest.raises(GuardError, match="1 violation"):
        refresh_from(tmp_path, FIRST, spec=spec, now=FIRST.timestamp or NOW)


def pretend_older_parser(folder: Path, *, year: int) -> None:
    """Make the release in `folder` one of an older parser, which read the first member's year as `year`."""
    dataset = read_dataset(folder, Member)
    first, *others = dataset.records
    misread = replace(first, member_since=(year,))
    release = write_dataset(replace(dataset, records=(misread, *others)), folder)
    entry = json.loads((folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    (folder / "changes.jsonl").write_text(json.dumps(entry | {"release": release.path.name}) + "\n", encoding="utf-8")
    status = read_status(folder)
    assert status is not None
    write_status(folder, replace(status, release=release.path.name, parser_version="0.0.1"))


def test_a_change_by_the_parser_is_called_one(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    pretend_older_parser(tmp_path, year=2012)
    run = refresh_from(tmp_path, FIRST)
    assert run.outcome is Outcome.PUBLISHED
    (changes,) = run.changes
    assert changes.cause == "parser"
    assert [(cell.field, cell.before, cell.after) for cell in changes.changed] == [("member_since", (2012,), (2010,))]


def test_what_the_parser_changed_is_kept_apart_from_what_was_edited(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    pretend_older_parser(tmp_path, year=2012)
    run = refresh_from(tmp_path, FIRST, SECOND)
    by_parser, by_source = run.changes
    assert (by_parser.cause, by_source.cause) == ("parser", "source")
    assert [(cell.before, cell.after) for cell in by_parser.changed] == [((2012,), (2010,))]
    assert ((2010,), (2011,)) in [(cell.before, cell.after) for cell in by_source.changed]


def test_without_the_older_text_both_causes_are_named(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    pretend_older_parser(tmp_path, year=2012)
    run = refresh_from(tmp_path, SECOND)
    assert [changes.cause for changes in run.changes] == ["source or parser"]


def test_the_same_reading_by_a_newer_parser_is_no_change(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    status = read_status(tmp_path)
    assert status is not None
    write_status(tmp_path, replace(status, parser_version="0.0.1"))
    source = History([FIRST])
    run = Chain(spec=MEMBERS, folder=tmp_path, source=source, options=Options(), now=NOW).run()
    assert (run.outcome, source.asked) == (Outcome.UNCHANGED, ["identify", "read"])
    assert len(entries_of(tmp_path)) == 1
    assert read_status(tmp_path) == status


def test_a_run_killed_before_the_log_is_made_good(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    log, text, status = ((tmp_path / n).read_bytes() for n in ("changes.jsonl", "CHANGES.md", "status.json"))
    refresh_from(tmp_path, SECOND)
    for name, content in {"changes.jsonl": log, "CHANGES.md": text, "status.json": status}.items():
        (tmp_path / name).write_bytes(content)
    assert refresh_from(tmp_path, SECOND).outcome is Outcome.UNCHANGED
    first, second = entries_of(tmp_path)
    assert (first["release"], second["release"], second["previous_release"]) == ("100-1", "101-2", "100-1")
    assert "2011" in (tmp_path / "CHANGES.md").read_text(encoding="utf-8")


def test_a_damaged_release_is_replaced_and_an_older_one_compared_with(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    refresh_from(tmp_path, SECOND)
    (tmp_path / "members.json").write_bytes(b"[]")
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, make_revision(102, CUT))
    assert any(violation.startswith("lost-keys:") for violation in caught.value.violations)
    assert refresh_from(tmp_path, SECOND).outcome is Outcome.PUBLISHED
    assert len(read_dataset(tmp_path, Member).records) == 50


def test_another_form_of_csv_is_published_without_a_new_revision(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    run = refresh_from(tmp_path, FIRST, options=Options(csv_safe=True))
    assert (run.outcome, [bool(changes) for changes in run.changes]) == (Outcome.PUBLISHED, [False])


def test_a_strange_log_of_changes_stops_the_run_before_publishing(tmp_path: Path) -> None:
    refresh_from(tmp_path, FIRST)
    (tmp_path / "changes.jsonl").write_text("my notes\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"changes\.jsonl, line 1"):
        refresh_from(tmp_path, SECOND)
    assert read_dataset(tmp_path, Member).provenance.revision_id == 100


def test_a_folder_at_work_is_left_alone(tmp_path: Path) -> None:
    import threading

    refresh_from(tmp_path, FIRST)
    before = files_of(tmp_path)
    found: list[BaseException] = []

    def other() -> None:
        try:
            refresh_from(tmp_path, SECOND)
        except LockedError as error:
            found.append(error)

    with locked(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert len(found) == 1
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("how", ["gone", "strange", "a folder"])
def test_without_its_pointer_the_newest_release_is_still_compared_with(tmp_path: Path, how: str) -> None:
    refresh_from(tmp_path, FIRST)
    pointer = tmp_path / "current"
    pointer.unlink()
    if how == "strange":
        pointer.write_text("mine", encoding="utf-8")
    elif how == "a folder":
        pointer.mkdir()
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, make_revision(102, CUT))
    assert any(violation.startswith("lost-keys:") for violation in caught.value.violations)
    if how != "gone":
        with pytest.raises(PublishError):
            refresh_from(tmp_path, SECOND)
    else:
        assert refresh_from(tmp_path, SECOND).outcome is Outcome.PUBLISHED


@pytest.mark.parametrize("left", ["status.json", "changes.jsonl", "current", "releases"])
def test_where_no_release_is_left_to_compare_with_a_person_decides(tmp_path: Path, left: str) -> None:
    """A first publish is held to the absolute guards only, and this would be none."""
    refresh_from(tmp_path, FIRST)
    if left == "releases":
        (tmp_path / "releases/100-1/MANIFEST.json").write_bytes(b"{")
    else:
        shutil.rmtree(tmp_path / "releases/100-1")
    for name in {"status.json", "changes.jsonl", "current"} - {left}:
        (tmp_path / name).unlink()
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, SECOND)
    assert [violation.partition(":")[0] for violation in caught.value.violations] == ["nothing-to-compare"]
    approve(MEMBERS, tmp_path, "101", by="Ada", reason="releases/ was deleted", now=NOW)
    assert read_dataset(tmp_path, Member).provenance.revision_id == 101
    assert refresh_from(tmp_path, SECOND).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("name", ["status.json", "changes.jsonl", "CHANGES.md", "quarantine"])
def test_what_stands_in_the_way_of_a_file_of_ours_is_told_before_any_work(tmp_path: Path, name: str) -> None:
    if name == "quarantine":
        (tmp_path / name).write_text("mine", encoding="utf-8")
    else:
        (tmp_path / name).mkdir()
    with pytest.raises(PublishError, match=name):
        refresh(MEMBERS, tmp_path, source="snapshot")
    assert [path.name for path in tmp_path.iterdir()] == [name]
