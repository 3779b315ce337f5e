"""What a server can do wrong on the wire: each fault is made for real, on a socket (docs/faults.md: H7 to H14)."""

from __future__ import annotations

import socket
import threading
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from icor_scraper.errors import TransportError
from icor_scraper.fetch import Client, FetchLimits, Pace, fetch_newest_revision, fetch_revision
from icor_scraper.models import Revision
from tests.fetch.answers import TEXT, query_body, rest_body
from tests.fetch.misbehaving import (
    CERTIFICATE,
    drip,
    gzipped,
    repeat,
    response,
    say,
    say_and_reset,
    serving,
)
from tests.mediawiki.wiki import free_port

CLEAN = response(query_body())
RENDERING = response(rest_body(), kind="text/html")
PACKED = gzipped(query_body())


def fetch(api_url: str, *, with_html: bool = False, total_s: float = 60, tries: int = 4) -> Revision:
    limits = FetchLimits(total_s=total_s, tries=tries)
    with Client(pace=Pace(0), sleep=lambda _: None, limits=limits) as client:
        return fetch_revision("Page", api_url=api_url, client=client, with_html=with_html)


def chunked(*parts: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(parts)


def altered(data: bytes, position: int) -> bytes:
    return data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]


FAULTS = {
    "reset before the answer": say_and_reset(b""),
    "closed before the answer": say(b""),
    "reset in the head": say_and_reset(CLEAN[:40]),
    "no HTTP": say(b"\x16\x03\x01 hello\r\n\r\n"),
    "reset in the body": say_and_reset(CLEAN[:-50]),
    "body cut short of its length": say(CLEAN[:-1]),
    "body cut without a length": say(response(query_body()[:-20], length=None)),
    "chunk cut": say(chunked(b"ff\r\n{")),
    "chunk of no size": say(chunked(b"5\r\n{    \r\nzz\r\n")),
    "chunks without an end": say(chunked(b"5\r\n{    \r\n")),
    "gzip cut": say(response(PACKED[:-30], Content_Encoding="gzip")),
    "gzip without its checksum": say(response(PACKED[:-8], Content_Encoding="gzip")),
    "gzip with another checksum": say(response(altered(PACKED, len(PACKED) - 6), Content_Encoding="gzip")),
    "gzip altered": say(response(altered(PACKED, len(PACKED) // 2), Content_Encoding="gzip")),
    "gzip and more": say(response(PACKED + b"more", Content_Encoding="gzip")),
    "no gzip at all": say(response(query_body(), Content_Encoding="gzip")),
    "a letter altered": say(response(query_body().replace(b"same", b"sane"))),
    "text cut": say(response(query_body().replace(b"The ''same''", b"The"))),
    "no UTF-8": say(response(query_body().replace("ü".encode(), b"\xfc"))),
    "status 503": say(response(b"down", status="503 Service Unavailable", kind="text/plain")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_transfer_is_tried_again(fault: str) -> None:
    with serving(FAULTS[fault], say(CLEAN)) as server:
        revision = fetch(server.api_url)
    assert revision.wikitext == TEXT
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", FAULTS)
def test_damage_that_stays_is_one_line(fault: str) -> None:
    with serving(FAULTS[fault]) as server:
        with pytest.raises(TransportError) as caught:
            fetch(server.api_url, tries=3)
        assert len(server.requests) == 3
    message = str(caught.value)
    assert "\n" not in message
    assert f"{server.url}/w/api.php" in message
    assert "after 3 tries" in message
    assert "try again later" in message


def test_gzip_is_unpacked() -> None:
    with serving(say(response(PACKED, Content_Encoding="gzip"))) as server:
        assert fetch(server.api_url).wikitext == TEXT


def test_a_rendering_that_breaks_off_is_tried_again() -> None:
    cut = response(rest_body()[:-9], kind="text/html")
    with serving(say(CLEAN), say(cut), say(RENDERING)) as server:
        assert fetch(server.api_url, with_html=True).html == rest_body().decode()
    assert len(server.requests) == 3


DRIPS: dict[str, bytes] = {
    "head": b"HTTP/1.1 200 OK\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "body": b" ",
    "chunk size": b"0",
}
DRIP_HEADS = {
    "head": b"",
    "body": b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
    "chunk size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
}


@pytest.mark.parametrize("by_proxy", [False, True])
@pytest.mark.parametrize("part", DRIPS)
def test_a_dripping_answer_ends_with_the_total_time(part: str, by_proxy: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = threading.active_count()
    stop = threading.Event()

    def behave(connection: socket.socket) -> None:
        connection.sendall(DRIP_HEADS[part])
        drip(DRIPS[part], 0.05, stop.is_set)(connection)

    with serving(behave) as server:
        if by_proxy:
            monkeypatch.setenv("http_proxy", server.url)
            monkeypatch.delenv("no_proxy", raising=False)
            monkeypatch.delenv("NO_PROXY", raising=False)
        start = time.monotonic()
        with pytest.raises(TransportError, match=r"in full in the time left|took too long"):
            fetch("http://wiki.localhost/w/api.php" if by_proxy else server.api_url, total_s=0.4)
        assert time.monotonic() - start < 1.4
        # The thread that waited for the drops has ended too, while the server still drips.
        while threading.active_count() > threads + 1 and time.monotonic() - start < 3:
            time.sleep(0.01)
        assert threading.active_count() == threads + 1
        stop.set()


def test_a_handshake_that_does_not_go_on_ends_with_the_total_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = time.monotonic()
        with pytest.raises(TransportError):
            fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/w/api.php", total_s=0.5)
    assert time.monotonic() - start < 1.5


BOMB = gzipped(bytes(256 << 20))
ENDLESS: dict[str, Callable[[socket.socket], None]] = {
    "gzip bomb": say(response(BOMB, Content_Encoding="gzip")),
    "endless chunks": repeat(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"100000\r\n" + bytes(1 << 20) + b"\r\n", 500
    ),
    "endless body": repeat(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", bytes(1 << 20), 500),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_answer_without_measure_is_refused_in_bounded_memory(kind: str) -> None:
    with serving(ENDLESS[kind]) as server:
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            with pytest.raises(TransportError, match="too large: expected at most 33554432 bytes"):
                fetch(server.api_url)
            peak = tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()
    assert len(server.requests) == 1, "what is too large is not asked for again"
    assert peak < 64 << 20


def test_a_certificate_that_nobody_trusts_is_not_tried_again() -> None:
    with (
        serving(say(CLEAN), tls=True) as server,
        pytest.raises(TransportError, match=r"TLS says self.signed certificate") as caught,
    ):
        fetch(server.api_url)
    assert "\n" not in str(caught.value)
    assert "tries" not in str(caught.value)
    assert server.requests == []


def test_the_certificates_of_the_environment_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    with serving(say(CLEAN), tls=True) as server:
        assert fetch(server.api_url).wikitext == TEXT


def test_missing_certificates_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "none.pem"))
    with (
        serving(say(CLEAN), tls=True) as server,
        pytest.raises(TransportError, match=r"trusted certificates cannot be read \(REQUESTS_CA_BUNDLE"),
    ):
        fetch(server.api_url)


def test_nothing_listens() -> None:
    with pytest.raises(TransportError, match="Connection refused"):
        fetch(f"http://127.0.0.1:{free_port()}/w/api.php", tries=2)


def test_a_host_that_no_name_server_knows_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def unknown(*args: object, **_: object) -> None:
        asked.append(args)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(TransportError, match="Name or service not known"):
        fetch("http://unknown.localhost/w/api.php")
    assert len(asked) == 1


def test_netrc_is_never_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(say(CLEAN)) as server:
        fetch(server.api_url)
    assert "authorization" not in server.requests[0].lower()


def test_proxies_of_the_environment_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(say(CLEAN)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("//", "//me:secret@"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert fetch("http://wiki.localhost/w/api.php").wikitext == TEXT
    assert proxy.requests[0].startswith("GET http://wiki.localhost/w/api.php?")


def test_a_proxy_that_fails_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:secret@127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(TransportError, match="the proxy failed: Connection refused") as caught:
        fetch("http://wiki.localhost/w/api.php", tries=1)
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(caught.value.__dict__)


def test_cookies_are_not_kept() -> None:
    with serving(say(response(query_body(), Set_Cookie="a=b; Path=/")), say(RENDERING)) as server:
        fetch(server.api_url, with_html=True)
    assert "cookie" not in server.requests[1].lower()


def test_one_connection_serves_both_requests() -> None:
    """A keep-alive server sees both requests on one connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        connections = []

        def serve() -> None:
            connection, _ = listener.accept()
            connections.append(connection)
            for answer in (CLEAN, RENDERING):
                data = b""
                while b"\r\n\r\n" not in data:
                    data += connection.recv(65536)
                connection.sendall(answer.replace(b"Connection: close\r\n", b""))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listener.getsockname()[1]
        assert fetch(f"http://127.0.0.1:{port}/w/api.php", with_html=True).html
        thread.join(5)
        connections[0].close()


def test_a_byte_order_mark_and_a_wrong_charset_do_no_harm() -> None:
    body = b"\xef\xbb\xbf" + query_body()
    with serving(say(response(body, kind="application/json; charset=iso-8859-1"))) as server:
        assert fetch(server.api_url).wikitext == TEXT


def test_a_body_packed_otherwise_is_refused() -> None:
    with (
        serving(say(response(query_body(), Content_Encoding="br"))) as server,
        pytest.raises(TransportError, match="not asked for"),
    ):
        fetch(server.api_url)
    assert len(server.requests) == 1


def test_the_newest_revision_id_is_asked_for_with_the_same_care() -> None:
    with serving(say(CLEAN[:-1]), say(CLEAN)) as server:
        limits = FetchLimits(tries=2)
        with Client(pace=Pace(0), sleep=lambda _: None, limits=limits) as client:
            newest = fetch_newest_revision("Page", api_url=server.api_url, client=client)
    assert newest.revision_id == 7
