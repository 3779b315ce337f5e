"""Which record each warning is about: the innermost one in whose source it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from icor_scraper.models import ParseWarning, Reference, Section, Span, Table
from icor_scraper.parse.wikitext.placed import any_in


class Owner(IntEnum):
    """The kinds of record that have warnings; of two with the same source, the later one is inside."""

    SECTION = 0
    CELL = 1
    TABLE = 2
    REFERENCE = 3


Key = tuple[Owner, Span | int]
"""A record: its own span, or of a reference, which may stand in several places, its index."""


class _Place(NamedTuple):
    start: int
    negative_end: int
    key: Key


def warnings_by_owner(
    warnings: Sequence[ParseWarning],
    sections: Iterable[Section],
    tables: Iterable[Table],
    references: Iterable[Reference],
) -> Mapping[Key, tuple[ParseWarning, ...]]:
    """The warnings of each record that has any, given in source order: time grows with the number of all."""
    starts = [warning.span.start for warning in warnings if warning.span]
    places = sorted((*_sections(sections), *_tables(tables, starts), *_references(references)))
    found: dict[Key, list[ParseWarning]] = {}
    opened: list[_Place] = []
    position = 0
    for warning in warnings:
        if warning.span is None:
            continue
        start = warning.span.start
        while position < len(places) and places[position].start <= start:
            _close(opened, places[position].start)
            opened.append(places[position])
            position += 1
        _close(opened, start)
        if opened:
            found.setdefault(opened[-1].key, []).append(warning)
    return {key: tuple(told) for key, told in found.items()}


def _close(opened: list[_Place], position: int) -> None:
    while opened and -opened[-1].negative_end <= position:
        opened.pop()


def _place(span: Span, key: Key) -> _Place:
    return _Place(span.start, -span.end, key)


def _sections(sections: Iterable[Section]) -> Iterator[_Place]:
    for section in sections:
        if section.span and section.body_span:
            own = Span(section.span.start, section.body_span.end)
            yield _place(own, (Owner.SECTION, own))


def _tables(tables: Iterable[Table], starts: Sequence[int]) -> Iterator[_Place]:
    """The tables, and of their cells, as there are many, those in which one of `starts` lies."""
    for table in tables:
        if table.span:
            yield _place(table.span, (Owner.TABLE, table.span))
        spans = {cell.span for row in table.grid for cell in row if cell and cell.span and any_in(starts, cell.span)}
        yield from (_place(span, (Owner.CELL, span)) for span in spans)


def _references(references: Iterable[Reference]) -> Iterator[_Place]:
    for index, reference in enumerate(references):
        spans = {use.span for use in reference.uses if use.span}
        spans |= {reference.span} if reference.span else set()
        yield from (_place(span, (Owner.REFERENCE, index)) for span in spans)
