"""Pieces of expanded text, each with the place in the source that it comes from."""

from __future__ import annotations

import re
from bisect import bisect_right

from icor_scraper.parse.wikitext.scan.nodes import Call

OBJECT = r"[\[<:{](?:(?<=[\[<])|(?<=:)//|(?<=\{)\|)"
"""What a link, table or tag begins with; a set of characters first, so that the search skips to one of them."""
has_object = re.compile(r"[\[<:{\x01\n](?:(?<=[\[<\x01\n])|(?<=:)//|(?<=\{)\|)").search
"""Finds a sign of something that wants its own place."""
_MOST_TRACED = 256
"""Values with such signs of one call that are looked for in what it shows; the rest leads to the whole call."""


Piece = tuple[str, int, int]
"""A stretch of expanded text; the position in the source of its first character; and -1 where it stands
there letter for letter, else where its origin ends. Plain tuples, as there are many."""


def join(pieces: list[Piece]) -> str:
    return pieces[0][0] if len(pieces) == 1 else "".join([text for text, _, _ in pieces])


def source_of(pieces: list[Piece]) -> tuple[int, int]:
    """The stretch of source from the first to the last piece."""
    text, start, end = pieces[-1]
    return pieces[0][1], end if end >= 0 else start + len(text)


def trace(shown: str, call: Call, values: list[tuple[str, list[Piece]]]) -> list[Piece]:
    """`shown` as pieces: what it took over from an argument leads to that argument, the rest to the call."""
    found: list[tuple[int, int, list[Piece]]] = []
    starts: list[int] = []
    for value, pieces in values[:_MOST_TRACED]:
        bare = value.strip()
        if not bare or has_object(bare) is None:
            continue
        at = shown.find(bare)
        if at < 0:
            continue
        index, end = bisect_right(starts, at), at + len(bare)
        if (not index or found[index - 1][1] <= at) and (index == len(found) or end <= starts[index]):
            offset = len(value) - len(value.lstrip())
            starts.insert(index, at)
            found.insert(index, (at, end, cut(pieces, offset, offset + len(bare))))
    out: list[Piece] = []
    position = 0
    for start, end, pieces in found:
        if start > position:
            out.append((shown[position:start], call.start, call.end))
        out += pieces
        position = end
    if position < len(shown):
        out.append((shown[position:], call.start, call.end))
    return out


def cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The part of `pieces` from `start` to `end`, counted in their text."""
    out: list[Piece] = []
    position = 0
    for text, origin, origin_end in pieces:
        first, last = max(start - position, 0), min(end - position, len(text))
        if first < last:
            out.append((text[first:last], origin if origin_end >= 0 else origin + first, origin_end))
        position += len(text)
    return out
