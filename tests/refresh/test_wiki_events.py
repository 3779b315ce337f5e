"""What happens to a page of a real wiki between two runs, and what a monitoring or a script sees of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from icor_scraper.errors import GuardError, PageError, PageProblem
from icor_scraper.members import Member
from icor_scraper.publish import read_dataset
from icor_scraper.refresh.outcome import Outcome
from icor_scraper.refresh.status import read_status, write_status
from tests.cli.command import run
from tests.refresh.page import Page
from tests.refresh.sources import ARTICLE, CUT, EDITED

pytestmark = pytest.mark.mediawiki


def guards_of(error: GuardError) -> list[str]:
    return [violation.partition(":")[0] for violation in error.violations]


def test_a_page_deleted_and_restored_is_the_same_page(page: Page) -> None:
    page.refresh()
    page.wiki.delete(page.title)
    with pytest.raises(PageError):
        page.refresh()
    page.wiki.undelete(page.title)
    assert page.refresh().outcome is Outcome.UNCHANGED


def test_a_page_deleted_and_written_anew_is_another_page(page: Page) -> None:
    page.refresh()
    before = page.published()
    page.wiki.delete(page.title)
    page.save(EDITED)
    with pytest.raises(GuardError) as caught:
        page.refresh()
    assert guards_of(caught.value) == ["other-page"]
    assert "page id" in caught.value.violations[0]
    assert page.published() == before


def test_a_page_turned_into_a_redirect_is_refused(page: Page) -> None:
    page.refresh()
    before = page.published()
    page.wiki.edit(f"{page.title} elsewhere", ARTICLE)
    page.save(f"#REDIRECT [[{page.title} elsewhere]]")
    with pytest.raises(GuardError) as caught:
        page.refresh()
    assert guards_of(caught.value)[0] == "page-redirected"
    assert page.published() == before


def test_a_page_moved_and_moved_back_goes_on(page: Page) -> None:
    page.refresh()
    page.wiki.move(page.title, f"{page.title} now", leave_redirect=False)
    with pytest.raises(PageError) as caught:
        page.refresh()
    assert caught.value.reason is PageProblem.MOVED
    page.wiki.move(f"{page.title} now", page.title, leave_redirect=False)
    done = page.refresh()
    assert (done.outcome, [bool(changes) for changes in done.changes]) == (Outcome.PUBLISHED, [False])


def test_a_protection_is_a_revision_without_changes(page: Page) -> None:
    first = page.refresh()
    page.wiki.protect(page.title)
    done = page.refresh()
    assert int(done.revision) > int(first.revision)
    assert (done.outcome, [bool(changes) for changes in done.changes]) == (Outcome.PUBLISHED, [False])


def test_an_edit_undone_is_taken_back(page: Page) -> None:
    page.refresh()
    number = page.save(EDITED)
    page.refresh()
    assert page.wiki.undo(page.title, number) > number
    done = page.refresh()
    assert done.outcome is Outcome.PUBLISHED
    assert [(renamed.before, renamed.after) for renamed in done.changes[0].renamed] == [
        ("parti-communiste-de-togo", "parti-communiste-du-togo")
    ]


def test_a_revision_tagged_as_reverted_waits_for_approval(page: Page) -> None:
    page.refresh()
    number = page.save(EDITED)
    page.wiki.tag(number, "mw-reverted")
    with pytest.raises(GuardError) as caught:
        page.refresh()
    assert guards_of(caught.value) == ["tagged-revision"]
    approval = ("approve", page.folder, "--revision", str(number), "--reason", "it stands", "--by", "Ada", "--json")
    done = run(*approval, cwd=page.folder.parent)
    about = json.loads(done.stdout)
    assert (done.returncode, about["outcome"], about["revision"]) == (0, "published", str(number))
    assert about["approval"]["by"] == "Ada"
    assert page.refresh().outcome is Outcome.UNCHANGED
    tagged_again = page.save(EDITED + "\n\nMore.")
    page.wiki.tag(tagged_again, "mw-reverted")
    with pytest.raises(GuardError):
        page.refresh()


def test_a_young_revision_settles_first(page: Page) -> None:
    page.refresh()
    before = page.published()
    number = page.save(EDITED)
    done = page.command("--settle", "6h", "--exit-code", "--json")
    assert (done.returncode, json.loads(done.stdout)["outcome"]) == (0, "waiting")
    assert page.published() == before
    then = f"{datetime.now(UTC) - timedelta(hours=6, minutes=1):%Y%m%d%H%M%S}"
    page.wiki.sqlite("update revision set rev_timestamp = ? where rev_id = ?", then, number)
    page.wiki.touch_loaded()
    done = page.command("--settle", "6h", "--exit-code", "--json")
    assert (done.returncode, json.loads(done.stdout)["revision"]) == (1, str(number))


def test_monitoring_tells_a_dataset_that_is_not_verified_any_more(page: Page) -> None:
    page.refresh()
    check = ("check", page.folder, "--max-age", "36h", "--json")
    done = run(*check, cwd=page.folder.parent)
    assert (done.returncode, json.loads(done.stdout)["outcome"]) == (0, "whole")
    status = read_status(page.folder)
    assert status is not None
    write_status(page.folder, replace(status, last_verified_at=status.last_verified_at - timedelta(hours=37)))
    page.save(CUT)
    assert page.command().returncode == 6  # refused: it verifies nothing
    done = run(*check, cwd=page.folder.parent)
    about = json.loads(done.stdout)
    assert (done.returncode, about["exit_code"], len(about["violations"])) == (6, 6, 1)
    assert "found one 37.0 h old" in about["violations"][0]
    page.save(ARTICLE)
    assert page.command("--quiet").stderr == ""
    assert run(*check, cwd=page.folder.parent).returncode == 0


def test_every_outcome_is_one_json_object_and_one_json_line_an_event(page: Page) -> None:
    outcomes = []
    for text in (ARTICLE, ARTICLE, EDITED, CUT, ""):
        page.save(text)
        done = page.command("--json", "--log-json", "--exit-code")
        events = [json.loads(line) for line in done.stderr.splitlines()]
        assert all(event["logger"].startswith("icor_scraper") for event in events)
        about = json.loads(done.stdout)
        outcomes.append((done.returncode, about["outcome"]))
        if done.returncode == 6:
            assert [event["exit_code"] for event in events] == [6] * (len(about["violations"]) + 1)
    assert outcomes == [(1, "published"), (0, "unchanged"), (1, "published"), (6, "refused"), (6, "refused")]
    page.wiki.delete(page.title)
    done = page.command("--json", "--log-json")
    about = json.loads(done.stdout)
    assert (done.returncode, about["outcome"], about["error"]) == (4, "failed", "PageError")


def test_a_refused_revision_is_looked_at_again_every_time_and_an_approval_is_for_it_alone(page: Page) -> None:
    page.refresh()
    first, second = page.save(CUT), page.save(CUT + "\n\nMore.")
    for _ in range(2):
        with pytest.raises(GuardError):
            page.refresh()
    done = run("approve", page.folder, "--revision", str(first), "--reason", "x", cwd=page.folder.parent)
    assert done.returncode == 2  # only the newest was seen
    done = run("approve", page.folder, "--revision", str(second), "--reason", "x", cwd=page.folder.parent)
    assert done.returncode == 0
    assert read_dataset(page.folder, Member).provenance.revision_id == second
    page.save(ARTICLE)
    with pytest.raises(GuardError) as caught:  # the way back is as long
        page.refresh()
    assert "new-keys" in guards_of(caught.value)
