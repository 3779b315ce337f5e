"""A transport that answers from a list, and a clock that only moves when somebody waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from icor_scraper.errors import FetchError
from icor_scraper.fetch import Client, FetchLimits, Pace
from icor_scraper.fetch.transport import Answer, Request

Scripted = Answer | Exception | Callable[[Request], Answer]


def answer(body: bytes = b"{}", status: int = 200, **headers: str) -> Scripted:
    """An answer, by default of JSON; header names with "_" for "-"."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    kind = {"content-type": "application/json; charset=utf-8"}

    def to(request: Request) -> Answer:
        return Answer(url=request.url, status=status, headers=kind | named, body=body)

    return to


@dataclass
class Script:
    """Answers in order; the last one again and again."""

    answers: list[Scripted]
    requests: list[Request] = field(default_factory=list)
    timeouts_s: list[float] = field(default_factory=list)
    is_closed: bool = False

    def send(self, request: Request, timeout_s: float) -> Answer:
        self.requests.append(request)
        self.timeouts_s.append(timeout_s)
        scripted = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(scripted, Exception):
            raise scripted
        return scripted if isinstance(scripted, Answer) else scripted(request)

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Clock:
    """Seconds that pass by waiting."""

    time: float = 1000.0
    waits: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def scripted_client(
    *answers: Scripted,
    limits: FetchLimits | None = None,
    contact: str | None = None,
    now: float = 0.0,
    clock: Clock | None = None,
    interval_s: float = 0.0,
    chance: float = 0.0,
) -> tuple[Client, Script, Clock]:
    """A client without network, with what it asks and how long it waits; by default without chance and pace."""
    script, clock = Script(list(answers)), clock or Clock()
    client = Client(
        contact=contact,
        limits=limits,
        transport=script,
        pace=Pace(interval_s, clock=clock, sleep=clock.sleep),
        clock=clock,
        now=lambda: now,
        sleep=clock.sleep,
        jitter=lambda: chance,
    )
    return client, script, clock


def is_one_line(error: FetchError) -> bool:
    """Whether the message is a single line without control characters."""
    return str(error).isprintable()
