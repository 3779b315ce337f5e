"""Records and stretches found by where they stand in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from icor_scraper.models import Span

_START = itemgetter(0)


def innermost(stretches: list[tuple[Span, bool]]) -> list[Span]:
    """The parts of nested stretches, in order, of which the innermost stretch around them is True."""
    found: list[Span] = []
    opened: list[tuple[int, bool]] = []
    position = 0

    def advance(end: int) -> None:
        nonlocal position
        if opened and opened[-1][1] and position < end:
            found.append(Span(position, end))
        position = max(position, end)

    for span, flag in sorted(stretches, key=lambda stretch: (stretch[0].start, -stretch[0].end)):
        while opened and opened[-1][0] <= span.start:
            advance(opened[-1][0])
            opened.pop()
        advance(span.start)
        opened.append((span.end, flag))
    while opened:
        advance(opened[-1][0])
        opened.pop()
    return found


def end_around(stretches: Sequence[tuple[int, int, *tuple[object, ...]]], position: int) -> int:
    """The end of the stretch in which `position` lies, 0 where it lies in none; they are in order and apart."""
    index = bisect_right(stretches, position, key=_START) - 1
    return stretches[index][1] if index >= 0 and position < stretches[index][1] else 0


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def changed(text: str, stretches: Iterable[tuple[int, int]], change: Callable[[str], str]) -> str:
    """The text with what `change` makes of each stretch in its place; they are in order and apart."""
    parts: list[str] = []
    position = 0
    for start, end in stretches:
        parts += (text[position:start], change(text[start:end]))
        position = end
    return "".join((*parts, text[position:]))


def any_in(starts: Sequence[int], span: Span) -> bool:
    """Whether one of `starts`, which are in order, lies in `span`."""
    index = bisect_left(starts, span.start)
    return index < len(starts) and starts[index] < span.end


class _Placed(Protocol):
    @property
    def span(self) -> Span | None: ...


P = TypeVar("P", bound=_Placed)


class InOrder(Generic[P]):
    """Records in source order, to be found by where they stand."""

    def __init__(self, records: tuple[P, ...]) -> None:
        self.records = records

    @cached_property
    def starts(self) -> list[int]:
        """Where each record begins."""
        return [record.span.start if record.span else 0 for record in self.records]

    def within(self, span: Span | None) -> tuple[P, ...]:
        """The records that stand within `span`."""
        if span is None or not self.records:
            return ()
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple([record for record in self.records[first:last] if record.span and record.span.end <= span.end])

    def beginning_in(self, span: Span) -> tuple[P, ...]:
        """The records that begin in `span`, wherever they end."""
        starts = self.starts
        return self.records[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def has_any_in(self, span: Span) -> bool:
        """Whether a record begins in `span`."""
        return any_in(self.starts, span)

    def around(self, span: Span) -> list[Span]:
        """The parts of `span` between the records within it."""
        parts: list[Span] = []
        position, index = span.start, bisect_left(self.starts, span.start)
        while index < len(self.records) and self.starts[index] < span.end:
            inner = self.records[index].span
            if inner and inner.end <= span.end:
                parts.append(Span(position, inner.start))
                position = inner.end
            index = bisect_left(self.starts, position, index + 1)
        return [*parts, Span(position, span.end)]

    def outside(self, spans: Sequence[Span]) -> tuple[P, ...]:
        """The records that begin in none of `spans`, which stand in order and apart."""
        kept: list[P] = []
        position = 0
        for span in spans:
            kept += self.records[position : bisect_left(self.starts, span.start)]
            position = bisect_left(self.starts, span.end)
        return (*kept, *self.records[position:]) if spans else self.records
