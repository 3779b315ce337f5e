"""No answer, answers that go on, texts that are not whole (docs/faults.md: H4 to H6, H8, H14 to H16)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import responses

from icor_scraper.errors import FetchError, PageError, PageProblem, TransportError
from icor_scraper.fetch import Client, FetchLimits, Pace, fetch_newest_revision, fetch_page_info, fetch_revision
from icor_scraper.models import Revision
from tests.fetch.answers import TEXT, parse_body, query_body, rest_body
from tests.fetch.scripted import answer, is_one_line, scripted_client

API = "http://127.0.0.1:1/w/api.php"


def fetch_with(*bodies: bytes, with_html: bool = False) -> Revision:
    client, _, _ = scripted_client(*map(answer, bodies))
    return fetch_revision("Page", api_url=API, client=client, with_html=with_html)


@pytest.fixture
def client() -> Client:
    return Client(pace=Pace(0), sleep=lambda _: None, limits=FetchLimits(tries=2))


@responses.activate
@pytest.mark.parametrize(
    ("body", "status", "kind", "words"),
    [
        (b"<!DOCTYPE html>\n<title>Wiki</title>", 200, "text/html", r"<!DOCTYPE html> <title>Wiki</title>"),
        (b"", 200, "text/html", r"expected JSON"),
        (b"", 200, "application/json", r"expected JSON"),
        (b"", 204, "application/json", r"204 \(no content\) instead of JSON"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 200, "image/png", r"expected JSON .* found image/png"),
        (b"\x1b]0;title\x07\x1b[2J\xe2\x80\xae", 200, "text/plain", r"\\x1b\]0;title\\x07\\x1b\[2J\\u202e"),
        (b"not found", 404, "text/plain", r"404 \(not found\): is this address a MediaWiki's api.php"),
        (b'"text"', 200, "application/json", r"it is no JSON object"),
        (b"[]", 200, "application/json", r"it is no JSON object"),
        (b"{}", 200, "application/json", r"found other JSON: is this address a MediaWiki's api.php"),
        (b'{"query": []}', 200, "application/json", r"found other JSON"),
        (b'{"query": {"pages": [{"title": 5}]}}', 200, "application/json", r"`str`.*pages\[0\]\.title"),
    ],
)
def test_what_is_no_answer(client: Client, body: bytes, status: int, kind: str, words: str) -> None:
    responses.get(API, body=body, status=status, content_type=kind)
    with pytest.raises(TransportError, match=words) as caught:
        fetch_newest_revision("Page", api_url=API, client=client)
    assert is_one_line(caught.value)
    assert len(str(caught.value)) < 500


def test_a_page_of_html_is_not_asked_for_again() -> None:
    client, script, _ = scripted_client(answer(b"<html>", content_type="text/html"))
    with pytest.raises(TransportError, match="is this address a MediaWiki's api"):
        fetch_newest_revision("Page", api_url=API, client=client)
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"query": NaN}', "NaN"),
        (b'{"query": -Infinity}', "Infinity"),
        (b'{"query": 1e999}', "number beyond"),
        (b'{"query": {}, "query": {}}', "a key twice"),
        (b'{"query": ' + b"[" * 200_000, "nested too deeply"),
        (b'{"query": ' + b'{"a":' * 200_000, "nested too deeply"),
        (b'{"query": ' + b"1" * 5000 + b"}", "5000 digits"),
        (b'{"query": "\\ud800"}', "surrogate"),
        (b'{"query": "\\uDFFF \\ud83d\\ude00"}', "surrogate"),
    ],
)
def test_json_that_no_api_sends_is_refused_at_once(body: bytes, words: str) -> None:
    client, script, _ = scripted_client(answer(body))
    with pytest.raises(TransportError, match=words) as caught:
        fetch_newest_revision("Page", api_url=API, client=client)
    assert is_one_line(caught.value)
    assert len(script.requests) == 1


def test_at_no_depth_does_nesting_end_in_another_error() -> None:
    """Where one reader of the text still follows, the next one may not."""
    for depth in range(900, 1010):
        body = b'{"query": "\\ud83d\\ude00", "a": ' + b"[" * depth + b"]" * depth + b"}"
        client, _, _ = scripted_client(answer(body))
        with pytest.raises(TransportError, match=r"nested too deeply|other JSON"):
            fetch_newest_revision("Page", api_url=API, client=client)


def test_a_whole_surrogate_pair_is_a_character() -> None:
    body = json.dumps(json.loads(query_body())).encode()
    assert rb"\ud835" in body
    assert fetch_with(body).wikitext == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_another_encoding_is_refused(encoding: str) -> None:
    body = query_body(text="größer").decode().encode(encoding)
    with pytest.raises(TransportError, match="not UTF-8"):
        fetch_with(body)


def test_nul_and_other_controls_in_a_text_are_kept() -> None:
    assert fetch_with(query_body(text="a\x00b\ufeffc\u2028")).wikitext == "a\x00b\ufeffc\u2028"


@pytest.mark.parametrize(
    ("timestamp", "words"),
    [("0001-01-01T00:00:00+05:00", "beyond the calendar"), ("2020-01-01T00:00:00", "without a zone")],
)
def test_a_time_that_is_none_is_refused(timestamp: str, words: str) -> None:
    body = query_body(timestamp=timestamp)
    with pytest.raises(TransportError, match=words):
        fetch_with(body)
    client, _, _ = scripted_client(answer(body))
    with pytest.raises(TransportError, match=words):
        fetch_newest_revision("Page", api_url=API, client=client)


@pytest.mark.parametrize(
    ("server", "script", "link"),
    [
        ("https://w.example", "/w/index.php", "https://w.example/w/index.php?title=Page&oldid=7"),
        ("//w.example", "/w/index.php", "http://w.example/w/index.php?title=Page&oldid=7"),
        ("//[::1", "/w/index.php", None),
        ("https://w.example", "javascript:alert(1)", None),
        ("https://w.example", "", None),
    ],
)
def test_a_permanent_link_leads_to_the_web_or_nowhere(server: str, script: str, link: str | None) -> None:
    body = json.loads(query_body())
    body["query"]["general"] |= {"server": server, "script": script}
    assert fetch_with(json.dumps(body).encode()).permanent_link == link


# Size and SHA-1


@pytest.mark.parametrize("change", [b"The ''sane''", b"The ''same''", b""])
def test_a_text_that_does_not_match_its_sha1_is_fetched_again(change: bytes) -> None:
    damaged = query_body().replace(b"The ''same''", change + b" ")
    client, script, _ = scripted_client(answer(damaged), answer(query_body()))
    assert fetch_revision("Page", api_url=API, client=client, with_html=False).wikitext == TEXT
    assert len(script.requests) == 2


def test_a_text_that_never_matches_is_an_error() -> None:
    wrong = query_body().replace(b"same", b"sane")
    with pytest.raises(TransportError, match=r"expected 36 bytes with SHA-1 .*, found 36 bytes with SHA-1"):
        fetch_with(wrong)


def test_the_slot_of_several_has_a_sha1_of_its_own() -> None:
    """A page with more slots than one (a file on Commons) has another SHA-1 for all of them together."""
    assert fetch_with(query_body(sha1="0" * 40, size=99)).wikitext == TEXT


def test_a_hidden_sha1_and_no_size_are_no_fault() -> None:
    slots = {"main": {"contentmodel": "wikitext", "content": "text"}}
    revision = fetch_with(query_body(slots=slots, sha1=None, size=None))
    assert revision.size == 4
    assert revision.sha1 == "372ea08cab33e71c02c651dbc83a474d32c676ea"


def test_a_text_that_is_lost() -> None:
    slots = {"main": {"contentmodel": "wikitext", "textmissing": True}}
    with pytest.raises(PageError, match="lost or not told") as caught:
        fetch_with(query_body(slots=slots))
    assert caught.value.reason is PageProblem.HIDDEN


def test_hidden_parts_are_none_even_if_this_reader_may_see_them() -> None:
    revision = fetch_with(query_body(userhidden=True, commenthidden=True))
    assert (revision.user, revision.comment) == (None, None)


# Continuation


def part(revision: bool, token: str | None, **page: object) -> bytes:
    found = {"pageid": 3, "ns": 0, "title": "Page"} | page
    if revision:
        found["revisions"] = json.loads(query_body())["query"]["pages"][0]["revisions"]
    body: dict[str, object] = {"query": {"pages": [found]}}
    if token:
        body["continue"] = {"rvcontinue": token, "continue": "||info"}
    return json.dumps(body).encode()


def test_a_page_whose_revisions_come_later_is_asked_for_again() -> None:
    client, script, _ = scripted_client(answer(part(False, "a")), answer(part(False, "b")), answer(part(True, "c")))
    assert fetch_revision("Page", api_url=API, client=client, with_html=False).wikitext == TEXT
    tokens = [request.params.get("rvcontinue") for request in script.requests]
    assert tokens == [None, "a", "b"], "and what follows the revision is not asked for"


@pytest.mark.parametrize("tokens", [["a", "a"], ["a", "b", "a"]])
def test_a_continuation_that_repeats_is_an_error(tokens: list[str]) -> None:
    client, script, _ = scripted_client(*(answer(part(False, token)) for token in tokens))
    with pytest.raises(TransportError, match="without end"):
        fetch_newest_revision("Page", api_url=API, client=client)
    assert len(script.requests) == len(tokens)


def test_a_continuation_that_is_none() -> None:
    body = b'{"query": {"pages": []}, "continue": 5}'
    with pytest.raises(TransportError, match="no way to continue"):
        fetch_with(body)


def test_the_parts_of_a_page_come_together() -> None:
    first = part(False, "x", lastrevid=7, displaytitle="<i>Page</i>", categories=[{"title": "Category:A"}])
    second = part(False, "y", categories=[{"title": "Category:B: C"}], langlinks=[{"lang": "de", "title": "S"}])
    third = part(False, None, langlinks=[{"lang": "fr", "title": "P"}], pageprops={"wikibase_item": "Q42"})
    client, script, _ = scripted_client(answer(first), answer(second), answer(third), now=0.0)
    info = fetch_page_info("Page", api_url=API, client=client)
    assert info.categories == ("A", "B: C")
    assert info.language_links == (("de", "S"), ("fr", "P"))
    assert (info.display_title, info.wikidata_id, info.last_revision_id) == ("<i>Page</i>", "Q42", 7)
    assert info.retrieved_at == datetime(1970, 1, 1, tzinfo=UTC)
    assert len(script.requests) == 3


def test_what_every_part_repeats_stands_once() -> None:
    redirects = [{"from": "Old", "to": "Older"}, {"from": "Older", "to": "Page", "tofragment": "Part"}]
    bodies = []
    for body in (part(False, "a"), part(True, "b")):
        whole = json.loads(body)
        whole["query"]["redirects"] = redirects
        bodies.append(json.dumps(whole).encode())
    revision = fetch_with(*bodies)
    assert [(r.from_title, r.to_title, r.fragment) for r in revision.redirects] == [
        ("Old", "Older", None),
        ("Older", "Page", "Part"),
    ]


def test_a_page_without_any_revision() -> None:
    with pytest.raises(PageError, match="tells no revision") as caught:
        fetch_with(part(False, None))
    assert caught.value.reason is PageProblem.UNKNOWN_REVISION


# Renderings


def test_the_rendering_of_another_revision_is_not_taken() -> None:
    client, script, _ = scripted_client(
        answer(query_body()), answer(rest_body(8)), answer(parse_body(7, "<p>legacy</p>"))
    )
    assert fetch_revision("Page", api_url=API, client=client).html == "<p>legacy</p>"
    assert script.requests[2].params["oldid"] == "7"


@pytest.mark.parametrize("status", [404, 403, 500, 429])
def test_without_rest_the_legacy_parser_renders(status: int, caplog: pytest.LogCaptureFixture) -> None:
    refusals = [answer(b"{}", status)] * (2 if status in (429, 500) else 1)
    client, script, _ = scripted_client(answer(query_body()), *refusals, answer(parse_body()))
    assert fetch_revision("Page", api_url=API, client=client).html == "<p>text</p>"
    assert script.requests[-1].params["action"] == "parse"
    assert any(f"answered {status}" in r.getMessage() for r in caplog.records)


def test_an_address_without_api_php_has_no_rest_beside_it() -> None:
    client, script, _ = scripted_client(answer(query_body()), answer(parse_body()))
    assert fetch_revision("Page", api_url="http://127.0.0.1:1/api", client=client).html == "<p>text</p>"
    assert len(script.requests) == 2


@pytest.mark.parametrize("body", [parse_body(8), b'{"parse": {"revid": 7}}', b"{}", b"<html>"])
def test_no_rendering_at_all_is_an_error(body: bytes) -> None:
    client, _, _ = scripted_client(answer(query_body()), answer(b"", 404), answer(body))
    with pytest.raises(FetchError) as caught:
        fetch_revision("Page", api_url=API, client=client)
    assert is_one_line(caught.value)


# What is asked wrongly


@pytest.mark.parametrize("title", ["", " _ ", "a\nb", "a\x00b", "a\x1bb", "\udcff", "x" * 2000, "a\x7fb"])
def test_titles_that_can_be_none_cost_no_request(title: str) -> None:
    client, script, _ = scripted_client(answer(query_body()))
    with pytest.raises(PageError) as caught:
        fetch_revision(title, api_url=API, client=client)
    assert caught.value.reason is PageProblem.INVALID
    assert is_one_line(caught.value)
    assert script.requests == []


def test_a_title_with_a_bar_is_one_title() -> None:
    client, script, _ = scripted_client(answer(query_body()))
    fetch_newest_revision("A|B", api_url=API, client=client)
    assert script.requests[0].params["titles"] == "\x1fA|B"


def test_one_revision_is_asked_for_at_a_time() -> None:
    client, script, _ = scripted_client(answer(query_body()))
    at = datetime(2020, 6, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    fetch_revision("Page", at=at, api_url=API, client=client, with_html=False)
    asked = script.requests[0].params
    assert (asked["rvstart"], asked["rvdir"], asked["rvlimit"]) == ("2020-06-01T12:30:00Z", "older", "1")


def test_arguments_that_exclude_each_other() -> None:
    noon = datetime(2020, 1, 1, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="is needed"):
        fetch_revision()
    with pytest.raises(ValueError, match="expected revision_id or at, found both"):
        fetch_revision("Page", revision_id=1, at=noon)
    with pytest.raises(ValueError, match="time zone"):
        fetch_revision("Page", at=noon.replace(tzinfo=None), api_url=API)


def test_a_log_that_cannot_be_read_leaves_the_page_missing() -> None:
    missing = b'{"query": {"pages": [{"ns": 0, "title": "Page", "missing": true}]}}'
    refused = b'{"error": {"code": "readapidenied", "info": "No."}}'
    with pytest.raises(PageError) as caught:
        fetch_with(missing, refused)
    assert caught.value.reason is PageProblem.MISSING
