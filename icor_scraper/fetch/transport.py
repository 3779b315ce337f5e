"""One HTTP exchange over requests, within a time and a size; no retries, no redirects, no JSON."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Protocol

import requests
import urllib3

from icor_scraper.errors import TransportError
from icor_scraper.fetch.body import DamagedBodyError, TooLargeError, UnknownPackingError, read_body
from icor_scraper.fetch.connections import WatchedAdapter
from icor_scraper.fetch.display import excerpt, public_url
from icor_scraper.fetch.retry import TransientError


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A GET request."""

    url: str
    params: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A complete response of any status."""

    url: str
    """The address asked, without parameters."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    """Unpacked."""


class Transport(Protocol):
    """Makes one exchange; tests give their own."""

    def send(self, request: Request, timeout_s: float) -> Answer:
        """The answer; raises TransientError or TransportError, at the latest when `timeout_s` is over."""

    def close(self) -> None:
        """Close what is open."""


class RequestsTransport:
    """Exchanges over one requests.Session.

    Proxies and CA bundles of the environment are used, .netrc never is, cookies are not kept. Each
    exchange runs in a thread of its own, so that the caller has its time back whatever name
    servers, handshakes and dripping headers do.
    """

    def __init__(
        self,
        *,
        connect_s: float,
        read_s: float,
        max_body_bytes: int,
    ) -> None:
        self._connect_s = connect_s
        self._read_s = read_s
        self._max_body_bytes = max_body_bytes
        self._adapter = WatchedAdapter()
        self._session = requests.Session()
        self._session.auth = _no_auth
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._adapter)

    def send(self, request: Request, timeout_s: float) -> Answer:
        future: Future[Answer] = Future()
        worker = threading.Thread(target=self._work, args=(future, request, timeout_s), daemon=True)
        worker.start()
        try:
            return future.result(max(timeout_s, 0))
        except TimeoutError as exc:
            raise TransportError(
                f"{public_url(request.url)} did not answer in full in the time left: try again later",
                url=public_url(request.url),
            ) from exc
        finally:
            if not future.done():
                self._adapter.cut()

    def close(self) -> None:
        self._session.close()

    def _work(self, future: Future[Answer], request: Request, timeout_s: float) -> None:
        try:
            future.set_result(self._exchange(request, timeout_s))
        except BaseException as exc:  # noqa: BLE001  # handed to the thread that waits for it
            future.set_exception(exc)

    def _exchange(self, request: Request, timeout_s: float) -> Answer:
        url = public_url(request.url)
        try:
            return self._answer(request, timeout_s)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, UnicodeError) as exc:
            raise _failure(exc, url) from exc
        except DamagedBodyError as exc:
            raise TransientError(TransportError(f"the answer of {url} is damaged: {exc}", url=url)) from exc
        except UnknownPackingError as exc:
            raise TransportError(f"the answer of {url} is packed in a way not asked for", url=url) from exc
        except TooLargeError as exc:
            raise TransportError(
                f"the answer of {url} is too large: expected at most {self._max_body_bytes} bytes", url=url
            ) from exc

    def _answer(self, request: Request, timeout_s: float) -> Answer:
        remaining = max(timeout_s, 0.001)  # requests refuses 0
        with self._session.get(
            request.url,
            params=dict(request.params),
            headers=dict(request.headers),
            timeout=(min(self._connect_s, remaining), min(self._read_s, remaining)),
            allow_redirects=False,
            stream=True,
        ) as response:
            encoding = response.headers.get("Content-Encoding", "")
            return Answer(
                url=request.url,
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                body=read_body(response.raw, encoding, self._max_body_bytes),
            )


def _no_auth(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Authentication that adds nothing: with one set, requests does not look into .netrc."""
    return prepared


def _failure(exc: Exception, url: str) -> TransientError | TransportError:
    """The error for `exc`, in one line; transient where another try may help."""
    causes = list(_causes(exc))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            reason = getattr(cause, "verify_message", None) or cause.reason or "handshake failed"
            return TransportError(f"no safe connection to {url}: TLS says {excerpt(str(reason))}", url=url)
    if isinstance(exc, requests.exceptions.SSLError):
        return TransportError(f"no safe connection to {url}: TLS failed", url=url)
    if isinstance(exc, ValueError):  # InvalidURL, InvalidSchema, InvalidProxyURL, UnicodeError, ...
        return TransportError(f"the address {url}, or that of the proxy, cannot be used", url=url)
    if isinstance(exc, OSError) and not isinstance(exc, requests.RequestException) and exc.errno is None:
        return TransportError(
            f"no safe connection to {url}: the file of trusted certificates cannot be read "
            "(REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE)",
            url=url,
        )
    error = TransportError(f"no answer from {url}: {_reason(exc, causes)}", url=url)
    if any(isinstance(c, socket.gaierror) and c.errno == socket.EAI_NONAME for c in causes):
        return error
    return TransientError(error)


def _reason(exc: Exception, causes: list[BaseException]) -> str:
    """Why no answer came, in words that hold no address: those of the system's own error, if there is one."""
    prefix = "the proxy failed: " if isinstance(exc, requests.exceptions.ProxyError) else ""
    for cause in reversed(causes):
        if isinstance(cause, OSError) and cause.strerror:
            return prefix + excerpt(cause.strerror)
    timeouts = (requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)
    if any(isinstance(cause, timeouts) for cause in causes):
        return prefix + "it took too long"
    return prefix + "the connection broke off or the answer is no HTTP"


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """`exc` and what led to it, the first cause last."""
    seen: set[int] = set()
    pending: list[object] = [exc]
    while pending:
        one = pending.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            pending += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
