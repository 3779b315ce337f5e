"""fetch against a real MediaWiki."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from icor_scraper.errors import ApiError, PageError, PageProblem
from icor_scraper.fetch import (
    Client,
    FetchLimits,
    Pace,
    fetch_newest_revision,
    fetch_page_info,
    fetch_revision,
)
from icor_scraper.models import Origin, Redirect
from tests.mediawiki.seed import ARTICLE, article_text
from tests.mediawiki.wiki import Wiki

pytestmark = pytest.mark.mediawiki


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(pace=Pace(0), contact="wiki-tests@icor-tests.net") as one:
        yield one


@pytest.fixture(scope="module")
def faulty(wiki: Wiki) -> Wiki:
    """The wiki after deletions, moves and hidden revisions."""
    wiki.php("deleteBatch.php", "-r", "no longer\nneeded", stdin="Deleted page\n")
    wiki.php("moveBatch.php", "--noredirects", "-r", "better name", stdin="Moved page|Better name\n")
    for revision_id, bits in zip(wiki.revision_ids("Hidden history"), (0, 7, 1, 2, 4), strict=True):
        wiki.hide(revision_id, bits)
    wiki.touch_loaded()
    return wiki


def sent(wiki: Wiki) -> list[tuple[str, dict[str, str]]]:
    """The requests since clear_requests(): path, and headers with names in lower case."""
    found = []
    for request in wiki.requests():
        headers = request["headers"]
        assert isinstance(headers, dict)
        found.append((str(request["uri"]), {name.lower(): value for name, value in headers.items()}))
    return found


def test_the_article_comes_with_all_its_facts_in_two_requests(wiki: Wiki, client: Client) -> None:
    wiki.clear_requests()
    revision = fetch_revision(ARTICLE, api_url=wiki.api_url, client=client)
    text = article_text().rstrip("\n")  # MediaWiki strips the end of all that it saves
    assert revision.wikitext == text
    assert revision.sha1 == hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
    assert revision.size == 10457
    first, blanked, newest = wiki.revision_ids(ARTICLE)
    assert (revision.revision_id, revision.parent_id) == (newest, blanked)
    assert first < blanked
    assert revision.timestamp == datetime(2017, 6, 1, 12, 30, tzinfo=UTC)
    assert (revision.user, revision.comment) == ("Bob", "restore, and add [[United States]]")
    assert (revision.namespace, revision.content_model, revision.tags) == (0, "wikitext", ())
    assert (revision.title, revision.requested_title, revision.normalized_from) == (ARTICLE, ARTICLE, None)
    assert revision.permanent_link == (f"{wiki.url}/w/index.php?title={ARTICLE.replace(' ', '_')}&oldid={newest}")
    assert (revision.site.name, revision.site.api_url) == ("Local Test Wiki", wiki.api_url)
    assert (revision.site.base_url, revision.site.language) == (f"{wiki.url}/wiki/Main_Page", "en")
    assert revision.licence.name == "Creative Commons Attribution-ShareAlike 4.0"
    assert revision.licence.url == "https://creativecommons.org/licenses/by-sa/4.0/deed.en"
    assert revision.attribution == f'Contributors to "{ARTICLE}", Local Test Wiki'
    assert revision.origin is Origin.API
    assert revision.html is not None
    assert revision.html.count("<li ") >= 14
    assert f"/revision/{newest}" in revision.html
    assert [urlsplit(uri).path for uri, _ in sent(wiki)] == [
        "/w/api.php",
        f"/w/rest.php/v1/revision/{newest}/html",
    ]


def test_every_request_has_the_manners_that_wikimedia_asks_for(wiki: Wiki, client: Client) -> None:
    wiki.clear_requests()
    fetch_revision("ICOR", api_url=wiki.api_url, client=client)
    query, rendering = sent(wiki)
    agent = r"icor_scraper/\S+ \(wiki-tests@icor-tests\.net\) python-requests/\d[\d.]+"
    for _, headers in (query, rendering):
        assert re.fullmatch(agent, headers["user-agent"])
        assert headers["accept-encoding"] == "gzip"
        assert "cookie" not in headers
        assert "authorization" not in headers
    params = parse_qs(urlsplit(query[0]).query)
    assert params["maxlag"] == ["5"]
    assert params["formatversion"] == ["2"]


def test_the_newest_revision_id_costs_one_small_request(wiki: Wiki, client: Client) -> None:
    wiki.clear_requests()
    newest = fetch_newest_revision("ICOR", api_url=wiki.api_url, client=client)
    assert newest.revision_id == wiki.revision_ids(ARTICLE)[-1]
    assert newest.title == ARTICLE
    assert newest.timestamp == datetime(2017, 6, 1, 12, 30, tzinfo=UTC)
    ((uri, _),) = sent(wiki)
    assert "content" not in uri


def test_an_edit_is_seen(wiki: Wiki, client: Client) -> None:
    made = wiki.edit("Page of a fetch test", "One.")
    before = fetch_newest_revision("Page of a fetch test", api_url=wiki.api_url, client=client)
    edited = wiki.edit("Page of a fetch test", "Two.", summary="second")
    revision = fetch_revision("Page of a fetch test", api_url=wiki.api_url, client=client)
    assert (before.revision_id, revision.revision_id, revision.parent_id) == (made, edited, made)
    assert (revision.wikitext, revision.comment, revision.user) == ("Two.", "second", "127.0.0.1")
    older = fetch_revision(revision_id=made, api_url=wiki.api_url, client=client)
    assert (older.wikitext, older.requested_title) == ("One.", "Page of a fetch test")
    assert older.html is not None
    assert "One." in older.html


def test_redirects_are_followed_and_recorded(wiki: Wiki, client: Client) -> None:
    revision = fetch_revision("intl_coordination", api_url=wiki.api_url, client=client, with_html=False)
    assert revision.title == ARTICLE
    assert revision.requested_title == "intl_coordination"
    assert revision.normalized_from == "intl_coordination"
    assert revision.redirects == (
        Redirect(from_title="Intl coordination", to_title="ICOR", fragment=None),
        Redirect(from_title="ICOR", to_title=ARTICLE, fragment="Member organizations"),
    )
    assert revision.html is None


@pytest.mark.parametrize(
    ("at", "user"),
    [
        (datetime(2017, 6, 1, 12, 29, 59, tzinfo=UTC), "192.0.2.7"),
        (datetime(2017, 6, 1, 12, 30, tzinfo=UTC), "Bob"),
        (datetime(2016, 5, 1, 10, 0, tzinfo=UTC), "Alice"),
    ],
)
def test_the_revision_that_stood_at_a_time(wiki: Wiki, client: Client, at: datetime, user: str) -> None:
    wiki.clear_requests()
    revision = fetch_revision(ARTICLE, at=at, api_url=wiki.api_url, client=client, with_html=False)
    assert revision.user == user
    assert len(sent(wiki)) == 1, "the rest of the history is not asked for"


@pytest.mark.parametrize(
    ("title", "reason", "words"),
    [
        ("No such page", PageProblem.MISSING, "check the spelling"),
        ("To nowhere", PageProblem.MISSING, '"Nowhere"'),
        ("a[b", PageProblem.INVALID, 'invalid characters: "["'),
        ("One|Two", PageProblem.INVALID, "invalid characters"),
        ("Loop A", PageProblem.REDIRECT_LOOP, "Loop A → Loop B"),
        ("Self loop", PageProblem.REDIRECT_LOOP, "circle"),
        ("Special:RecentChanges", PageProblem.INVALID, "no wikitext"),
        ("To special", PageProblem.INVALID, "no wikitext"),
        ("fr:ICOR", PageProblem.INVALID, "another wiki"),
        ("To another wiki", PageProblem.INVALID, '"fr:ICOR" on another wiki'),
        ("Module:Hello", PageProblem.NOT_WIKITEXT, "Scribunto"),
        ("User:Alice/style.css", PageProblem.NOT_WIKITEXT, "css"),
        ("Deleted page", PageProblem.DELETED, '"no longer needed"'),
        ("Moved page", PageProblem.MOVED, 'moved to "Better name"'),
    ],
)
def test_a_page_that_cannot_be_had(faulty: Wiki, client: Client, title: str, reason: PageProblem, words: str) -> None:
    with pytest.raises(PageError) as caught:
        fetch_revision(title, api_url=faulty.api_url, client=client)
    assert caught.value.reason is reason
    assert caught.value.title == title
    assert caught.value.url == faulty.api_url
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_hidden_text_is_an_error_and_a_hidden_user_is_not(faulty: Wiki, client: Client) -> None:
    first, all_hidden, text_hidden, comment_hidden, user_hidden = faulty.revision_ids("Hidden history")
    for revision_id in (all_hidden, text_hidden):
        with pytest.raises(PageError) as caught:
            fetch_revision(revision_id=revision_id, api_url=faulty.api_url, client=client)
        assert caught.value.reason is PageProblem.HIDDEN
    plain = fetch_revision(revision_id=first, api_url=faulty.api_url, client=client)
    assert (plain.user, plain.comment, plain.parent_id) == ("Alice", "start", None)
    without_comment = fetch_revision(revision_id=comment_hidden, api_url=faulty.api_url, client=client)
    assert (without_comment.user, without_comment.comment) == ("Alice", None)
    newest = fetch_revision("Hidden history", api_url=faulty.api_url, client=client)
    assert newest.revision_id == user_hidden
    assert (newest.user, newest.comment) == (None, "user <hidden> & all")


def test_revisions_that_are_not_of_the_page(wiki: Wiki, client: Client) -> None:
    newest = wiki.revision_ids(ARTICLE)[-1]
    by_redirect = fetch_revision("ICOR", revision_id=newest, api_url=wiki.api_url, client=client)
    assert (by_redirect.requested_title, by_redirect.title) == ("ICOR", ARTICLE)
    for title, revision_id in (("Rowspans", newest), (None, 10**9)):
        with pytest.raises(PageError) as caught:
            fetch_revision(title, revision_id=revision_id, api_url=wiki.api_url, client=client)
        assert caught.value.reason is PageProblem.UNKNOWN_REVISION
    with pytest.raises(PageError) as caught:
        fetch_revision(ARTICLE, at=datetime(2010, 1, 1, tzinfo=UTC), api_url=wiki.api_url, client=client)
    assert caught.value.reason is PageProblem.UNKNOWN_REVISION


def test_odd_characters_arrive_as_they_are(wiki: Wiki, client: Client) -> None:
    title = "AC/DC & Müller’s “Größe”"
    revision = fetch_revision(title, api_url=wiki.api_url, client=client)
    assert revision.title == title
    assert "漢字, العربية, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, 👩‍👩‍👧" in revision.wikitext
    assert revision.permanent_link is not None
    assert "AC/DC_%26_M%C3%BCller%E2%80%99s" in revision.permanent_link


def test_page_info_tells_the_page_as_it_is_now(wiki: Wiki) -> None:
    with Client(pace=Pace(0), now=lambda: 1_700_000_000.0) as client:
        info = fetch_page_info("infobox", api_url=wiki.api_url, client=client)
    assert info.title == "Infobox"
    assert info.display_title == "Infobox"
    assert info.categories == ("Examples", "Lakes")
    assert info.language_links == (("de", "Seenkoordination"),)
    assert info.wikidata_id is None
    assert info.last_revision_id == wiki.revision_ids("Infobox")[-1]
    assert info.retrieved_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_a_lagging_wiki_is_waited_for(wiki: Wiki) -> None:
    waits: list[float] = []
    with wiki.lag(7.5):

        def recover(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) == 2:
                (wiki.folder / "lag").write_text("0")

        with Client(pace=Pace(0), sleep=recover) as client:
            newest = fetch_newest_revision(ARTICLE, api_url=wiki.api_url, client=client)
    assert newest.revision_id == wiki.revision_ids(ARTICLE)[-1]
    assert waits == [5.0, 5.0], "what MediaWiki's Retry-After says"


def test_a_wiki_that_keeps_lagging_is_given_up(wiki: Wiki) -> None:
    limits = FetchLimits(tries=3)
    with (
        wiki.lag(9),
        Client(pace=Pace(0), sleep=lambda _: None, limits=limits) as client,
        pytest.raises(ApiError, match=r"9 seconds lagged.*after 3 tries.*try again later") as caught,
    ):
        fetch_newest_revision(ARTICLE, api_url=wiki.api_url, client=client)
    assert caught.value.code == "maxlag"
    assert caught.value.__cause__ is None


def test_without_the_rest_api_the_legacy_parser_renders(wiki: Wiki, client: Client) -> None:
    settings = wiki.folder / "local.php"
    settings.write_text(
        "<?php if ( str_contains( $_SERVER['REQUEST_URI'] ?? '', 'rest.php' ) ) { http_response_code( 404 ); exit; }"
    )
    wiki.touch_loaded()
    try:
        revision = fetch_revision("Rowspans", api_url=wiki.api_url, client=client)
    finally:
        settings.unlink()
        wiki.touch_loaded()
    assert revision.html is not None
    assert revision.html.startswith('<div class="mw-parser-output">')
    assert "Päijänne" in revision.html
