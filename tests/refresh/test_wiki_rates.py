"""A server before the wiki that holds clients to their rates, one request at a time, sees no violation."""

from __future__ import annotations

import os

import pytest

from icor_scraper.fetch import Client, fetch_revision
from tests.refresh.front import KNOWN_A_MINUTE, UNKNOWN_A_MINUTE, Own, fronted
from tests.refresh.page import Page
from tests.refresh.sources import EDITED

pytestmark = pytest.mark.mediawiki

CONTACT = "ops@icor-data.org"
FULL = os.environ.get("ICOR_SCRAPER_FULL") == "1"
REVISIONS = 120 if FULL else 12
"""Of a history; two requests each, in full more than a known client may make in a minute."""


def fail_rest(path: str) -> Own | None:
    return (500, "text/html", b"<h1>Error</h1>") if "/rest.php/" in path else None


@pytest.mark.parametrize("contact", [(), ("--contact", CONTACT)])
def test_a_whole_refresh(page: Page, contact: tuple[str, ...]) -> None:
    """The first publish, a run where nothing changed, and one after an edit: all in one minute."""
    with fronted(page.wiki) as front:
        codes = [page.command(*contact, "--exit-code", api_url=front.api_url).returncode for _ in range(2)]
        page.save(EDITED)
        codes.append(page.command(*contact, "--exit-code", api_url=front.api_url).returncode)
    assert codes == [1, 0, 1]
    assert front.violations == []
    assert len(front.arrivals) == 7
    assert len(front.arrivals) <= UNKNOWN_A_MINUTE
    assert {is_known for _, is_known in front.arrivals} == {bool(contact)}


def test_a_refresh_without_the_rest_api(page: Page) -> None:
    with fronted(page.wiki, fail_rest) as front:
        assert page.command("--exit-code", api_url=front.api_url).returncode == 1
    assert front.violations == []
    assert len(front.arrivals) == 5  # which revision, its text, its HTML twice by REST and once by action=parse


def test_a_history_run(page: Page) -> None:
    number = page.wiki.newest_revision_id(page.title)
    with fronted(page.wiki) as front, Client(contact=CONTACT) as client:
        for _ in range(REVISIONS):
            fetch_revision(revision_id=number, api_url=front.api_url, client=client)
    assert front.violations == []
    times = [time for time, _ in front.arrivals]
    assert len(times) == 2 * REVISIONS
    assert 60 * (len(times) - 1) / (times[-1] - times[0]) <= KNOWN_A_MINUTE


def test_the_front_sees_violations(page: Page) -> None:
    """So that the tests above can fail: eleven requests of a client that does not say who it is."""
    from icor_scraper.fetch import Pace

    number = page.wiki.newest_revision_id(page.title)
    with fronted(page.wiki) as front, Client(pace=Pace(0)) as client:
        for _ in range(UNKNOWN_A_MINUTE + 1):
            fetch_revision(revision_id=number, api_url=front.api_url, client=client, with_html=False)
    assert [violation.partition(" (")[0] for violation in front.violations] == ["11 requests in a minute"]


def test_an_edit_while_a_revision_is_fetched_does_not_mix_two(page: Page) -> None:
    edited: list[int] = []

    def edit_first(path: str) -> Own | None:
        if "/rest.php/" in path and not edited:
            edited.append(page.save(EDITED))
        return None

    before = page.wiki.newest_revision_id(page.title)
    with fronted(page.wiki, edit_first) as front:
        done = page.command("--json", api_url=front.api_url)
        assert (done.returncode, f'"revision": "{before}"' in done.stdout) == (0, True)
        done = page.command("--json", api_url=front.api_url)
    assert f'"revision": "{edited[0]}"' in done.stdout
