"""A server in front of the wiki, as a foundation has one: it holds clients to their rates, and can answer by itself."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.mediawiki.wiki import Wiki

MINUTE_S = 60.0
UNKNOWN_A_MINUTE = 10
KNOWN_A_MINUTE = 200
"""https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits; a client is known by the contact in its User-Agent."""

Own = tuple[int, str, bytes]
"""An answer of the front's own: status, content type, body."""


@dataclass
class Front:
    """What came, and what of it was against the rules."""

    wiki: Wiki
    answers: Callable[[str], Own | None]
    """The front's own answer to a path, or None where the wiki is asked."""
    port: int = 0
    arrivals: list[tuple[float, bool]] = field(default_factory=list)
    """Of each request: when it came, and whether its client is known."""
    paths: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    _at_work: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/w/api.php"

    @contextmanager
    def counted(self, path: str, user_agent: str) -> Iterator[None]:
        is_known = "@" in user_agent
        with self._lock:
            now = time.monotonic()
            self.paths.append(path)
            self.arrivals.append((now, is_known))
            self._at_work += 1
            if self._at_work > 1:
                self.violations.append(f"{self._at_work} requests at once ({path})")
            recent = sum(came > now - MINUTE_S and known == is_known for came, known in self.arrivals)
            if recent > (KNOWN_A_MINUTE if is_known else UNKNOWN_A_MINUTE):
                self.violations.append(f"{recent} requests in a minute ({path})")
        try:
            yield
        finally:
            with self._lock:
                self._at_work -= 1

    def answer(self, path: str) -> Own:
        own = self.answers(path)
        if own is not None:
            return own
        try:
            with urllib.request.urlopen(self.wiki.url + path, timeout=60) as answer:  # noqa: S310  our own wiki
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read()


@contextmanager
def fronted(wiki: Wiki, answers: Callable[[str], Own | None] = lambda _: None) -> Iterator[Front]:
    """A running front of `wiki`."""
    front = Front(wiki=wiki, answers=answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with front.counted(self.path, self.headers.get("User-Agent", "")):
                status, kind, body = front.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    front.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield front
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
