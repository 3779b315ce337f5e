"""Refresh and the command against a real MediaWiki, with edits between the runs."""

from __future__ import annotations

import json

import pytest

from icor_scraper.errors import ApiError, GuardError, LayoutError, PageError, PageProblem
from icor_scraper.members import Member
from icor_scraper.publish import read_dataset
from icor_scraper.refresh.outcome import Outcome
from tests.cli.command import run
from tests.refresh.page import Page
from tests.refresh.sources import ARTICLE, CUT, EDITED, UNREADABLE

pytestmark = pytest.mark.mediawiki


def test_the_article_is_read_twice_and_agrees(page: Page) -> None:
    done = page.refresh()
    assert (done.outcome, done.verified_by) == (Outcome.PUBLISHED, "wikitext and html")
    assert dict(done.counts)["members"] == 50


def test_one_small_request_where_nothing_changed(page: Page) -> None:
    page.refresh()
    page.wiki.clear_requests()
    before = page.published()
    assert page.refresh().outcome is Outcome.UNCHANGED
    (request,) = page.wiki.requests()
    assert "content" not in str(request["uri"])
    after = page.published()
    assert {name for name in before if before[name] != after[name]} == {"status.json"}


def test_benign_edits_are_published_one_after_the_other(page: Page) -> None:
    page.refresh()
    number = page.save(EDITED)
    done = page.refresh()
    assert (done.outcome, done.revision, done.verified_by) == (Outcome.PUBLISHED, str(number), "wikitext and html")
    assert done.difference_link is not None
    assert done.difference_link.endswith(f"&diff={number}&oldid={done.previous_revision}")
    assert [len(changes.renamed) for changes in done.changes] == [1]
    page.save(EDITED + "\n\n[[Category:Politics]]")
    done = page.refresh()
    assert (done.outcome, [bool(changes) for changes in done.changes]) == (Outcome.PUBLISHED, [False])


def test_harmful_edits_are_refused_until_the_page_is_restored(page: Page) -> None:
    page.refresh()
    before = page.published()
    for text in (CUT, "", "Vandals were here."):
        page.save(text)
        with pytest.raises(GuardError):
            page.refresh()
        assert page.published() == before
    page.save(ARTICLE)
    assert page.refresh().outcome is Outcome.PUBLISHED


def test_a_value_that_cannot_be_read_is_refused(page: Page) -> None:
    page.refresh()
    before = page.published()
    page.save(UNREADABLE)
    with pytest.raises(LayoutError, match="soon"):
        page.refresh()
    assert page.published() == before
    assert len(list((page.folder / "quarantine").iterdir())) == 1


def test_a_template_without_known_words_takes_the_rendering_s(page: Page) -> None:
    page.wiki.edit("Template:Strange words", "Parti Communiste du Togo, PCT")
    page.save(ARTICLE.replace("Parti Communiste du Togo, PCT", "{{strange words}}"))
    done = page.refresh()
    (cell,) = done.from_html
    assert (cell.templates, cell.text) == (("strange words",), "Parti Communiste du Togo, PCT")
    dataset = read_dataset(page.folder, Member)
    assert dataset.records[4].party_name == "Parti Communiste du Togo, PCT"
    assert dataset.from_html == done.from_html


def test_a_table_that_only_a_template_makes_is_read_from_the_rendering(page: Page) -> None:
    before, start, rest = ARTICLE.partition("{|")
    table, end, after = rest.rpartition("|}")
    page.wiki.edit("Template:ICOR members table", start + table + end)
    page.save(f"{before}{{{{ICOR members table}}}}{after}")
    done = page.refresh()
    assert (done.outcome, done.verified_by) == (Outcome.PUBLISHED, "html only")
    dataset = read_dataset(page.folder, Member)
    assert (len(dataset.records), dataset.verified_by) == (50, "html only")


def test_a_moved_page_is_refused_with_its_new_title(page: Page) -> None:
    page.refresh()
    before = page.published()
    page.wiki.move(page.title, f"{page.title} now", leave_redirect=True)
    with pytest.raises(GuardError) as caught:
        page.refresh()
    guards = [violation.partition(":")[0] for violation in caught.value.violations]
    assert guards == ["page-redirected", "other-page"]
    assert f"{page.title} now" in caught.value.violations[0]
    assert page.published() == before


@pytest.mark.parametrize("how", ["moved", "deleted"])
def test_a_page_that_is_gone_leaves_the_data(page: Page, how: str) -> None:
    page.refresh()
    before = page.published()
    if how == "moved":
        page.wiki.move(page.title, f"{page.title} gone", leave_redirect=False)
    else:
        page.wiki.delete(page.title)
    with pytest.raises(PageError) as caught:
        page.refresh()
    assert caught.value.reason is PageProblem(how)
    assert page.published() == before
    done = page.command()
    assert (done.returncode, len(done.stderr.splitlines())) == (4, 1)


def test_lag_ends_in_a_network_error_and_leaves_the_data(page: Page) -> None:
    page.refresh()
    before = page.published()
    page.save(EDITED)
    with page.wiki.lag(99), pytest.raises(ApiError) as caught:
        page.refresh()
    assert caught.value.code == "maxlag"
    config = page.folder.parent / "quick.toml"
    config.write_text("[fetch]\ntries = 1\n", encoding="utf-8")
    with page.wiki.lag(99):
        done = page.command("--config", str(config))
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert page.published() == before
    assert page.refresh().outcome is Outcome.PUBLISHED


def test_a_hidden_editor_is_no_obstacle(page: Page) -> None:
    """The newest revision's text cannot be hidden: MediaWiki shows it in any case."""
    page.refresh()
    number = page.save(EDITED)
    page.wiki.hide(number, 2 | 4)
    page.wiki.touch_loaded()
    done = page.refresh()
    assert (done.outcome, done.revision) == (Outcome.PUBLISHED, str(number))


def test_an_older_text_that_is_hidden_by_now_leaves_the_cause_open(page: Page) -> None:
    first = page.refresh()
    page.wiki.hide(int(first.revision), 1)
    page.save(EDITED)
    page.wiki.touch_loaded()
    status = page.folder / "status.json"
    status.write_text(status.read_text(encoding="utf-8").replace(first.parser_version, "0.0.1"), encoding="utf-8")
    assert [changes.cause for changes in page.refresh().changes] == ["source or parser"]


def test_a_reader_is_told_of_an_approval(page: Page) -> None:
    page.refresh()
    number = str(page.save(CUT))
    assert page.command().returncode == 6
    done = run("approve", page.folder, "--revision", number, "--reason", "half of them left", cwd=page.folder.parent)
    assert done.returncode == 0
    assert str(read_dataset(page.folder, Member).provenance.revision_id) == number
    assert page.command("--exit-code").returncode == 0
    entry = json.loads((page.folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert entry["approval"]["reason"] == "half of them left"


def test_the_whole_job_by_the_command_in_a_poor_environment(page: Page) -> None:
    """No HOME, no terminal, no locale: as cron starts it."""
    first = page.command("--exit-code", "--json")
    assert (first.returncode, json.loads(first.stdout)["counts"]["members"]) == (1, 50)
    page.save(EDITED)
    second = page.command("--exit-code")
    assert (second.returncode, second.stdout) == (1, "")
    assert "1 renamed, 2 changed (by the source)" in second.stderr
    assert run("check", page.folder, "--max-age", "36h", cwd=page.folder.parent).returncode == 0
