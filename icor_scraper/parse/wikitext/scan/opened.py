"""A bracket that is open while the nested scan goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from icor_scraper.parse.wikitext.scan.nodes import Node

_SEPARATOR = re.compile(r"\[\[[^\[\]]*+\]\]|\n==[^\n]*+|([|=])").finditer
"""A bar or equals sign of an argument; none in a link or heading counts."""
_START = attrgetter("start")


class Opened:
    """A bracket (or heading) that is open."""

    __slots__ = ("_read_until", "_wants_name", "count", "kind", "line_end", "nodes", "start")

    def __init__(self, kind: int, start: int, count: int, nodes: list[Node], line_end: int = 0) -> None:
        self.kind = kind
        self.start = self._read_until = start
        self.count = count
        self.nodes = nodes
        self.line_end = line_end
        self._wants_name = False

    def wants_name(self, text: str, position: int) -> bool:
        """Whether an equals sign at `position` would end the name of an argument of this call; asked in order."""
        start = self._read_until
        nodes = self.nodes[bisect_left(self.nodes, start, key=_START) :]
        for stop, following in [*((node.start, node.end) for node in nodes), (position, position)]:
            for sign in _SEPARATOR(text, start, stop):
                if sign[1]:
                    self._wants_name = sign[1] == "|"
            start = following
        self._read_until = start
        return self._wants_name

    def leave_out(self, line_end: int) -> None:
        """Read nothing up to there: it is a heading."""
        self._read_until = line_end
