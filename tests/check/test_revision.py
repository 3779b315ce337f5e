"""Each guard on the page: one case in which it fires, and one just inside its limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from icor_scraper.check import Guard, check_revision
from icor_scraper.dataset import Provenance
from icor_scraper.models import Redirect, Revision, Site
from tests.check.datasets import PLANTS, PROVENANCE, REVISION

NOW = datetime(2018, 5, 2, 18, tzinfo=UTC)
SETTLED = replace(PLANTS, limits=replace(PLANTS.limits, settle_hours=6.0))
FILE = Site(name="file", api_url=None, base_url=None, language="en")


def guards_of(revision: Revision, published: Provenance | None = PROVENANCE) -> list[Guard]:
    return [violation.guard for violation in check_revision(PLANTS, revision, published, now=NOW)]


def test_the_next_revision_passes() -> None:
    assert guards_of(REVISION) == []
    assert guards_of(REVISION, None) == []


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_blanked_page(text: str) -> None:
    assert guards_of(replace(REVISION, wikitext=text)) == [Guard.BLANKED]
    assert guards_of(replace(REVISION, wikitext=f"{text}x")) == []


@pytest.mark.parametrize("text", ["#REDIRECT [[Moss]]", " #redirect:[[Moss]]", "#WEITERLEITUNG [[Moos]]"])
def test_a_page_that_redirects(text: str) -> None:
    assert guards_of(replace(REVISION, wikitext=text)) == [Guard.REDIRECTED]


@pytest.mark.parametrize("text", ["# one [[Moss]]", "See #REDIRECT [[Moss]]"])
def test_a_page_that_only_looks_so(text: str) -> None:
    assert guards_of(replace(REVISION, wikitext=text)) == []


def test_a_redirect_that_was_followed() -> None:
    redirect = Redirect(from_title="List of plants", to_title="Moss", fragment=None)
    (violation,) = check_revision(PLANTS, replace(REVISION, redirects=(redirect,)), None, now=NOW)
    assert violation.guard is Guard.REDIRECTED
    assert violation.message == "expected 'List of plants' itself, found a redirect to Moss"


@pytest.mark.parametrize("tag", ["mw-reverted", "mw-blank", "mw-replace"])
def test_a_tagged_revision(tag: str) -> None:
    assert guards_of(replace(REVISION, tags=("visualeditor", tag))) == [Guard.TAGGED]
    assert guards_of(replace(REVISION, tags=("visualeditor", "mw-undo"))) == []


def test_an_unsettled_revision() -> None:
    assert check_revision(SETTLED, REVISION, None, now=NOW) == ()
    (violation,) = check_revision(SETTLED, REVISION, None, now=NOW - timedelta(minutes=30))
    assert violation.guard is Guard.UNSETTLED
    assert violation.message == "expected a revision at least 6 hours old, found one of 5.5 hours"
    assert check_revision(SETTLED, replace(REVISION, timestamp=None), None, now=NOW) == ()


def test_another_page() -> None:
    assert guards_of(replace(REVISION, page_id=8)) == [Guard.OTHER_PAGE]
    assert guards_of(replace(REVISION, title="Plants")) == [Guard.OTHER_PAGE]
    assert guards_of(replace(REVISION, page_id=8, title="Plants")) == [Guard.OTHER_PAGE] * 2
    assert guards_of(REVISION, replace(PROVENANCE, page_id=None)) == []


def test_an_older_revision_by_id_whatever_its_time() -> None:
    assert guards_of(replace(REVISION, revision_id=100)) == []
    assert guards_of(replace(REVISION, revision_id=99)) == [Guard.OLDER]
    early = datetime(2017, 1, 1, tzinfo=UTC)
    assert guards_of(replace(REVISION, timestamp=early)) == []


def test_an_older_revision_by_time_where_ids_are_of_different_wikis() -> None:
    other = Site(name="Other", api_url="https://other.example/w/api.php", base_url=None, language="en")
    early = datetime(2017, 1, 1, tzinfo=UTC)
    assert guards_of(replace(REVISION, site=other, revision_id=5)) == []
    assert guards_of(replace(REVISION, site=other, revision_id=5, timestamp=early)) == [Guard.OLDER]


def test_a_revision_of_no_wiki_after_one_of_a_wiki() -> None:
    assert guards_of(replace(REVISION, revision_id=None)) == [Guard.OLDER]
    file = replace(REVISION, revision_id=None, timestamp=None, site=FILE)
    assert guards_of(file) == [Guard.OLDER]
    bare = replace(PROVENANCE, revision_id=None, revision_timestamp=None, api_url=None)
    assert guards_of(file, bare) == []


def test_a_page_that_shrank() -> None:
    assert guards_of(replace(REVISION, size=500)) == []
    (violation,) = check_revision(PLANTS, replace(REVISION, size=499), PROVENANCE, now=NOW)
    assert violation.guard is Guard.SHRUNK
    assert violation.message == "expected at least 500 of 1000 bytes, found 499"


def test_all_violations_are_told() -> None:
    bad = replace(REVISION, wikitext="", size=0, page_id=8, revision_id=99, tags=("mw-blank",))
    assert guards_of(bad) == [Guard.BLANKED, Guard.TAGGED, Guard.OTHER_PAGE, Guard.OLDER, Guard.SHRUNK]
