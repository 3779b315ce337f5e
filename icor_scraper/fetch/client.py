"""The client: who asks, how fast, how often, how long. Every request of this package goes through it.

https://www.mediawiki.org/wiki/API:Etiquette: one request at a time, a descriptive User-Agent,
gzip, and a wait where the server asks for one.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import NoReturn, Self, TypeVar
from urllib.parse import SplitResult, urljoin, urlsplit

import tenacity

from icor_scraper.errors import TransportError
from icor_scraper.fetch.display import excerpt, public_url
from icor_scraper.fetch.identity import given_contact, user_agent
from icor_scraper.fetch.limits import FetchLimits
from icor_scraper.fetch.retry import TransientError
from icor_scraper.fetch.transport import Answer, Request, RequestsTransport, Transport

T = TypeVar("T")

_log = logging.getLogger(__name__)

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Pace:
    """At least `interval_s` between the starts of two requests."""

    def __init__(
        self,
        interval_s: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval_s = interval_s
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next = -float("inf")

    def wait(self) -> None:
        """Return when the next request may start."""
        with self._lock:
            if (wait := self._next - self._clock()) > 0:
                self._sleep(wait)
            self._next = self._clock() + self._interval_s


PROCESS_INTERVAL_S = 0.35
"""171 requests a minute at most, whatever number of clients a process has; Wikimedia allows 200 to a client
that says who it is: https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits."""

_PROCESS_PACE = Pace(PROCESS_INTERVAL_S)


class Client:
    """Makes requests, one at a time, on behalf of an operator.

    `contact` is the operator's own (else ICOR_SCRAPER_CONTACT); every host but this machine needs
    it. The rest is for tests: another transport, and the clocks. Raises ContactError for a
    placeholder. Usable from several threads, which then wait for each other; close it, or use it with `with`.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        limits: FetchLimits | None = None,
        transport: Transport | None = None,
        pace: Pace = _PROCESS_PACE,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._contact = given_contact(contact)
        self._limits = limits or FetchLimits()
        self._transport = transport or RequestsTransport(
            connect_s=self._limits.connect_s,
            read_s=self._limits.read_s,
            max_body_bytes=self._limits.max_body_bytes,
        )
        self._pace = pace
        self._clock = clock
        self._now = now
        self._sleep = sleep
        self._jitter = jitter
        self._lock = threading.RLock()
        self._deadline: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def now(self) -> float:
        """The present in seconds since 1970."""
        return self._now()

    @contextmanager
    def operation(self) -> Iterator[None]:
        """Hold the total time of FetchLimits over all requests made inside; an outer operation goes before."""
        with self._lock:
            outer = self._deadline
            if outer is None:
                self._deadline = self._clock() + self._limits.total_s
            try:
                yield
            finally:
                self._deadline = outer

    def get(self, url: str, params: Mapping[str, str], read: Callable[[Answer], T], *, tries: int | None = None) -> T:
        """What `read` makes of the answer to a GET of `url`.

        `read` gets answers of every status but redirects. It and the transport raise TransientError
        where another try may help; after `tries` or in want of time, its error is raised. Raises
        ContactError before any request, TransportError, and what `read` raises.
        """
        parts = _usable(url)
        request = Request(
            url=url,
            params=params,
            headers={
                "User-Agent": user_agent(self._contact, parts.hostname or ""),
                "Accept-Encoding": "gzip",
            },
        )
        with self.operation():
            retrying = tenacity.Retrying(
                retry=tenacity.retry_if_exception_type(TransientError),
                wait=self._wait,
                stop=lambda state: self._is_over(state, tries or self._limits.tries),
                sleep=self._sleep,
                before_sleep=_tell_wait,
                retry_error_callback=self._give_up,
            )
            return retrying(lambda: read(self._followed(request)))

    def _remaining_s(self) -> float:
        assert self._deadline is not None, "requests are made inside an operation"  # noqa: S101  # by get()
        return self._deadline - self._clock()

    def _wait(self, state: tenacity.RetryCallState) -> float:
        """What the server asks for, or else a growing time of which a random part, up to half, is left out."""
        asked = _transient(state).retry_after_s
        if asked is not None:
            return asked
        limits = self._limits
        grown = min(limits.backoff_s * 2.0 ** (state.attempt_number - 1), limits.backoff_max_s)
        return grown * (1 - self._jitter() / 2)

    def _is_over(self, state: tenacity.RetryCallState, tries: int) -> bool:
        return state.attempt_number >= tries or state.upcoming_sleep >= self._remaining_s()

    def _give_up(self, state: tenacity.RetryCallState) -> NoReturn:
        transient = _transient(state)
        asked = transient.retry_after_s
        error = transient.error
        if asked is not None and asked >= self._remaining_s():
            error.args = (f"{error}: the server asks to try again later, in {asked:.0f} s",)
        elif state.attempt_number > 1:
            error.args = (f"{error} (after {state.attempt_number} tries): try again later",)
        raise error from transient.__cause__

    def _followed(self, request: Request) -> Answer:
        """The answer to `request`, redirects on its own host followed."""
        for _ in range(self._limits.max_redirects + 1):
            self._pace.wait()
            answer = self._transport.send(request, self._remaining_s())
            if answer.status not in REDIRECTS:
                return answer
            target = _redirect_target(answer)
            request = Request(url=target, params={}, headers=request.headers)
        raise TransportError(
            f"{public_url(answer.url)} redirects more than {self._limits.max_redirects} times",
            url=public_url(answer.url),
            status=answer.status,
        )


def _usable(url: str) -> SplitResult:
    """The parts of `url`; raises TransportError where it is no HTTP address, or holds a password."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _DEFAULT_PORTS and bool(parts.hostname) and _port(parts) is not None
    except ValueError:
        usable = False
    if not usable:
        raise TransportError(f"expected an address with http:// or https://, found {public_url(url)}")
    if parts.username or parts.password:
        raise TransportError(f"expected an address without user name and password ({public_url(url)})")
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port if parts.port is not None else _DEFAULT_PORTS.get(parts.scheme)


def _redirect_target(answer: Answer) -> str:
    """Where `answer` redirects to: the same host and port, by the same scheme or by https instead of http.

    Anything else could send the operator's contact elsewhere, or reach what only this machine can.
    """
    location = answer.headers.get("location", "")
    here = urlsplit(answer.url)
    try:
        target = urljoin(answer.url, location)
        there = urlsplit(target)
        is_same_place = there.scheme == here.scheme and _port(there) == _port(here)
        is_upgrade = (here.scheme, there.scheme) == ("http", "https") and here.port == there.port is None
        is_allowed = there.hostname == here.hostname and not there.username and (is_same_place or is_upgrade)
    except ValueError:
        is_allowed = False
    if not location or not is_allowed:
        raise TransportError(
            f"{public_url(answer.url)} redirects to {public_url(location)}, which is not followed: "
            "give the address itself if it is right",
            url=public_url(answer.url),
            status=answer.status,
        )
    return target


def _transient(state: tenacity.RetryCallState) -> TransientError:
    failure = state.outcome.exception() if state.outcome else None
    if not isinstance(failure, TransientError):
        raise TypeError("a try that is waited for ended in a TransientError") from failure
    return failure


def _tell_wait(state: tenacity.RetryCallState) -> None:
    _log.warning(
        "%s; try %d follows in %.1f s",
        excerpt(str(_transient(state)), 300),
        state.attempt_number + 1,
        state.upcoming_sleep,
    )
