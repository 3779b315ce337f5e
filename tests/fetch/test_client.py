"""Retries, waits, redirects and pace (docs/faults.md: H1, H2, H3, H11, H18, S5, S6), without a network."""

from __future__ import annotations

import logging
import pickle
import time
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from icor_scraper.errors import ApiError, ContactError, PageError, TransportError
from icor_scraper.fetch import Client, FetchLimits, Pace, fetch_newest_revision, fetch_revision
from icor_scraper.fetch.client import PROCESS_INTERVAL_S
from icor_scraper.fetch.transport import Answer
from tests.fetch.answers import query_body, rest_body
from tests.fetch.misbehaving import response, say, serving
from tests.fetch.scripted import Clock, answer, is_one_line, scripted_client

API = "http://127.0.0.1:1/w/api.php"
GOOD = answer(query_body())
NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


def newest(client: Client, api_url: str = API) -> int:
    return fetch_newest_revision("Page", api_url=api_url, client=client).revision_id


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "waited"),
    [
        ("7", 7.0),
        ("1.5", 1.5),
        (" 2 ", 2.0),
        ("0", 0.0),
        (format_datetime(datetime(2024, 5, 1, 12, 0, 9, tzinfo=UTC), usegmt=True), 9.0),
        ("Wednesday, 01-May-24 12:00:09 GMT", 9.0),
        (format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True), 0.0),
        ("-5", 1.0),
        ("soon", 1.0),
        ("nan", 1.0),
        ("inf", 1.0),
        ("", 1.0),
        ("١", 1.0),
    ],
)
def test_retry_after_is_obeyed_or_else_the_back_off_holds(status: int, header: str, waited: float) -> None:
    client, _, clock = scripted_client(answer(b"", status, retry_after=header), GOOD, now=NOW.timestamp())
    assert newest(client) == 7
    assert clock.waits == [waited]


@pytest.mark.parametrize(
    "header", ["1000000000", "9" * 5000, "121", format_datetime(datetime(2030, 1, 1, tzinfo=UTC), usegmt=True)]
)
def test_a_wait_beyond_the_total_time_is_not_begun(header: str) -> None:
    client, script, clock = scripted_client(answer(b"", 429, retry_after=header), GOOD, now=NOW.timestamp())
    with pytest.raises(TransportError, match="asks to try again later") as caught:
        newest(client)
    assert caught.value.status == 429
    assert is_one_line(caught.value)
    assert len(script.requests) == 1
    assert clock.waits == []


def test_the_back_off_grows_and_the_tries_are_bounded() -> None:
    client, script, clock = scripted_client(answer(b"", 502), limits=FetchLimits(tries=6, backoff_max_s=5))
    with pytest.raises(TransportError, match=r"answered 502 \(bad gateway\) \(after 6 tries\)"):
        newest(client)
    assert clock.waits == [1.0, 2.0, 4.0, 5.0, 5.0]
    assert len(script.requests) == 6


def test_waits_never_pass_the_total_time() -> None:
    limits = FetchLimits(total_s=10, tries=99)
    client, script, clock = scripted_client(answer(b"", 503, retry_after="4"), limits=limits)
    with pytest.raises(TransportError, match="in 4 s"):
        newest(client)
    assert clock.waits == [4.0, 4.0]
    assert script.timeouts_s == [10.0, 6.0, 2.0]


def test_the_total_time_is_of_the_whole_operation() -> None:
    busy = answer(b"", 503, retry_after="4")
    client, script, _ = scripted_client(busy, GOOD, answer(rest_body()), GOOD, limits=FetchLimits(total_s=10))
    assert fetch_revision("Page", api_url=API, client=client).html
    assert script.timeouts_s == [10.0, 6.0, 6.0]
    newest(client)
    assert script.timeouts_s[3] == 10.0, "a new operation has its own time"


def test_chance_shortens_a_wait_by_half_at_most() -> None:
    client, _, clock = scripted_client(answer(b"", 503), GOOD, chance=1.0)
    newest(client)
    assert clock.waits == [0.5]


@pytest.mark.parametrize("code", ["maxlag", "ratelimited", "readonly"])
def test_an_error_in_an_answer_of_200_is_waited_for(code: str) -> None:
    body = b'{"error": {"code": "%s", "info": "Wait."}}' % code.encode()
    client, _, clock = scripted_client(answer(body, retry_after="5"), GOOD)
    assert newest(client) == 7
    assert clock.waits == [5.0]


def test_forbidden_is_not_tried_again_and_speaks_of_the_contact() -> None:
    client, script, _ = scripted_client(answer(b"<html>Forbidden", 403, content_type="text/html"))
    with pytest.raises(TransportError, match=r"403.*User-Agent.*contact.*--contact") as caught:
        newest(client)
    assert caught.value.status == 403
    assert len(script.requests) == 1


@pytest.mark.parametrize("status", [400, 401, 404, 410, 418, 999])
def test_other_statuses_are_not_tried_again(status: int) -> None:
    client, script, _ = scripted_client(answer(b"no", status, content_type="text/plain"))
    with pytest.raises(TransportError) as caught:
        newest(client)
    assert caught.value.status == status
    assert len(script.requests) == 1


def test_waits_are_logged_in_one_line_each(caplog: pytest.LogCaptureFixture) -> None:
    body = b'{"error": {"code": "maxlag", "info": "Wait\\n\\u001b[31m now."}}'
    client, _, _ = scripted_client(answer(body), GOOD)
    with caplog.at_level(logging.WARNING):
        newest(client)
    (record,) = caplog.records
    assert record.getMessage().endswith("try 2 follows in 1.0 s")
    assert record.getMessage().isprintable()


# Redirects


REFUSED = [
    "http://other.example.net/w/api.php",
    "https://127.0.0.1:1/w/api.php",
    "http://127.0.0.1:2/w/api.php",
    "http://127.1:1/w/api.php",
    "http://0x7f.1:1/w/api.php",
    "http://2130706433:1/w/api.php",
    "http://localhost:1/w/api.php",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "//169.254.169.254/latest",
    "http://me:secret@127.0.0.1:1/w/api.php",
    "file:///etc/passwd",
    "ftp://127.0.0.1:1/",
    "javascript:alert(1)",
    "http://[::1",
    "http://127.0.0.1:99999/",
    "",
]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", REFUSED)
def test_redirects_to_another_place_are_refused(status: int, location: str) -> None:
    client, script, _ = scripted_client(answer(b"", status, location=location), GOOD)
    with pytest.raises(TransportError, match="is not followed") as caught:
        newest(client)
    assert caught.value.status == status
    assert "secret" not in str(caught.value)
    assert is_one_line(caught.value)
    assert len(script.requests) == 1


def test_a_redirect_from_https_to_http_is_refused() -> None:
    client, script, _ = scripted_client(answer(b"", 302, location="http://wiki.localhost/w/api.php"), GOOD)
    with pytest.raises(TransportError, match="is not followed"):
        newest(client, "https://wiki.localhost/w/api.php")
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        ("/wiki/api.php?action=query", "http://wiki.localhost/wiki/api.php?action=query"),
        ("https://wiki.localhost/w/api.php", "https://wiki.localhost/w/api.php"),
        ("http://WIKI.localhost:80/w/api.php", "http://WIKI.localhost:80/w/api.php"),
    ],
)
def test_redirects_on_the_same_host_are_followed(location: str, asked: str) -> None:
    client, script, _ = scripted_client(answer(b"", 301, location=location), GOOD)
    assert newest(client, "http://wiki.localhost/w/api.php") == 7
    assert script.requests[1].url == asked
    assert script.requests[1].params == {}
    assert script.requests[1].headers == script.requests[0].headers


def test_a_redirect_loop_ends() -> None:
    client, script, _ = scripted_client(answer(b"", 302, location="/w/api.php"))
    with pytest.raises(TransportError, match="redirects more than 5 times"):
        newest(client)
    assert len(script.requests) == 6


def test_the_other_host_is_never_asked() -> None:
    with serving(say(response(query_body()))) as other:
        redirect = response(b"", status="302 Found", Location=other.api_url)
        with serving(say(redirect)) as server:
            with Client(pace=Pace(0)) as client, pytest.raises(TransportError, match="is not followed"):
                newest(client, server.api_url)
            assert len(server.requests) == 1
        assert other.requests == []


# Addresses


@pytest.mark.parametrize(
    "api_url",
    [
        "ftp://127.0.0.1/w/api.php",
        "127.0.0.1/w/api.php",
        "http://",
        "http://[::1/api.php",
        "http://127.0.0.1:port/w/api.php",
        "http://me:secret@127.0.0.1:1/w/api.php",
        "http://127.0.0.1:1/w/api.php?token=secret",
        "http://127.0.0.1:1/w/api.php#secret",
    ],
)
def test_addresses_that_cannot_be_used(api_url: str) -> None:
    client, script, _ = scripted_client(GOOD)
    with pytest.raises(TransportError, match="expected") as caught:
        newest(client, api_url)
    assert "secret" not in str(caught.value)
    assert script.requests == []


@pytest.mark.parametrize("host", ["a..b.localhost", "x" * 64 + ".localhost", "%00.localhost", "a b.localhost"])
def test_hosts_that_can_be_none(host: str) -> None:
    with Client(pace=Pace(0), limits=FetchLimits(tries=1)) as client, pytest.raises(TransportError) as caught:
        newest(client, f"http://{host}/w/api.php")
    assert is_one_line(caught.value)


def test_without_contact_no_request_leaves_this_machine() -> None:
    client, script, _ = scripted_client(GOOD)
    with pytest.raises(ContactError, match="ICOR_SCRAPER_CONTACT"):
        fetch_newest_revision("Page", client=client)
    assert script.requests == []


def test_the_language_chooses_the_wiki() -> None:
    client, script, _ = scripted_client(GOOD, contact="ops@icor-tests.net")
    fetch_newest_revision("Page", language="de", client=client)
    assert script.requests[0].url == "https://de.wikipedia.org/w/api.php"
    with pytest.raises(Exception, match="expected a language code"):
        fetch_newest_revision("Page", language="evil.example.net/", client=client)


# Pace


def test_requests_keep_their_distance() -> None:
    clock = Clock()
    pace = Pace(0.35, clock=clock, sleep=clock.sleep)
    pace.wait()
    pace.wait()
    clock.time += 0.25
    pace.wait()
    clock.time += 5
    pace.wait()
    assert clock.waits == [pytest.approx(0.35), pytest.approx(0.1)]


def test_a_strict_server_sees_no_violation() -> None:
    """A server that takes 200 requests a minute, one at a time, from who names a contact."""
    arrivals: list[float] = []
    clock = Clock()

    def respond(request: object) -> Answer:
        arrivals.append(clock.time)
        clock.time += 0.05
        url = getattr(request, "url", "")
        body = rest_body() if "rest.php" in url else query_body()
        return Answer(url=url, status=200, headers={"content-type": "application/json"}, body=body)

    client, _, _ = scripted_client(respond, contact="ops@icor-tests.net", clock=clock, interval_s=PROCESS_INTERVAL_S)
    for _ in range(150):  # a history run: two requests a revision
        fetch_revision(revision_id=7, api_url="https://en.wikipedia.org/w/api.php", client=client)
    assert len(arrivals) == 300
    busiest = max(sum(start <= a < start + 60 for a in arrivals) for start in arrivals)
    assert 165 <= busiest <= 200


def test_clients_of_one_process_share_their_pace() -> None:
    with serving(say(response(query_body()))) as server:
        start = time.monotonic()
        for _ in range(3):
            with Client() as client:
                newest(client, server.api_url)
        assert time.monotonic() - start >= 0.7


def test_a_closed_client_has_closed_its_transport() -> None:
    client, script, _ = scripted_client(GOOD)
    with client:
        newest(client)
    assert script.is_closed


def test_errors_pickle() -> None:
    client, _, _ = scripted_client(answer(b"", 502), limits=FetchLimits(tries=2))
    with pytest.raises(TransportError) as caught:
        newest(client)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # made here
    assert str(copy) == str(caught.value)
    assert (copy.url, copy.status) == (API, 502)


# The API's errors


def test_an_api_error_is_typed() -> None:
    body = b'{"error": {"code": "badvalue", "info": "Unrecognized\\u001b value."}}'
    client, script, _ = scripted_client(answer(body))
    with pytest.raises(ApiError) as caught:
        newest(client)
    assert (caught.value.code, caught.value.info) == ("badvalue", "Unrecognized\\x1b value.")
    assert len(script.requests) == 1
    assert is_one_line(caught.value)


def test_an_api_error_of_the_newer_format_and_of_status_400() -> None:
    body = b'{"errors": [{"code": "readapidenied", "text": "No.", "module": "main"}, {"code": "x"}]}'
    client, _, _ = scripted_client(answer(body, 400))
    with pytest.raises(ApiError, match=r"No\. \(readapidenied\)"):
        newest(client)


def test_an_api_error_of_status_503_is_tried_again() -> None:
    body = b'{"error": {"code": "internal_api_error_DBConnectionError", "info": "Down."}}'
    client, _, clock = scripted_client(answer(body, 503, retry_after="3"), GOOD)
    assert newest(client) == 7
    assert clock.waits == [3.0]


@pytest.mark.parametrize(
    "warnings",
    [
        b'{"main": {"warnings": "Old\\nform."}}',
        b'[{"code": "a", "text": "Old\\nform.", "module": "main"}]',
    ],
)
def test_warnings_are_logged(warnings: bytes, caplog: pytest.LogCaptureFixture) -> None:
    body = query_body()[:-1] + b', "warnings": ' + warnings + b"}"
    client, _, _ = scripted_client(answer(body))
    with caplog.at_level(logging.WARNING):
        assert newest(client) == 7
    assert [r.getMessage() for r in caplog.records] == [f"{API} warns: Old form."]


def test_page_errors_are_not_tried_again() -> None:
    client, script, _ = scripted_client(answer(b'{"query": {"pages": [{"title": "Page", "invalid": true}]}}'))
    with pytest.raises(PageError):
        newest(client)
    assert len(script.requests) == 1
