"""The arguments of one call, each expanded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from icor_scraper.parse.wikitext.calls import Part, argument_bounds, nodes_between, split_call
from icor_scraper.parse.wikitext.pieces import Piece, join
from icor_scraper.parse.wikitext.scan import Call, Node


class Expands(Protocol):
    """What arguments need of the expander."""

    text: str

    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]: ...


class Arguments:
    """`| value | name = value` of a call; positions count from 0 without the call's name."""

    __slots__ = ("_call", "_expander", "_index_of", "_names", "_parts", "_values", "_wholes")

    def __init__(self, expander: Expands, call: Call) -> None:
        self._expander = expander
        self._call = call
        self._parts: list[Part] | None = None
        self._index_of: dict[str, int] | None = None
        self._names: dict[int, str] = {}
        """Those that had to be expanded, which leaves marks and so is done once."""
        self._values: dict[int, tuple[str, list[Piece]]] = {}
        self._wholes: dict[int, str] | None = None

    @property
    def parts(self) -> list[Part]:
        if self._parts is None:
            self._parts = split_call(self._expander.text, self._call)[1:]
        return self._parts

    def __len__(self) -> int:
        return len(self.parts)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each argument in source order; positional ones are numbered, named values trimmed."""
        number = 0
        for index in range(len(self.parts)):
            name = self.name(index)
            if name is None:
                number += 1
                name = str(number)
            yield name, self.value(index)

    def get(self, name: str) -> str | None:
        """The value of the last argument of that name, white space trimmed; None where not given."""
        if self._index_of is None:
            self._index_of = {}
            number = 0
            for index in range(len(self.parts)):
                given = self.name(index)
                if given is None:
                    number += 1
                    given = str(number)
                self._index_of[given] = index
        found = self._index_of.get(name)
        return None if found is None else self.value(found).strip()

    def positional(self, most: int | None = None) -> list[str]:
        """The values without a name, or the first `most` of them, in order, white space trimmed."""
        indices = (index for index, part in enumerate(self.parts) if part.equals < 0)
        return [self.value(index).strip() for index in islice(indices, most)]

    def name(self, index: int) -> str | None:
        """The expanded name of the argument, trimmed; None where it has none."""
        part = self.parts[index]
        if part.equals < 0:
            return None
        if not part.nodes:
            return self._expander.text[part.start : part.equals].strip()
        known = self._names.get(index)
        if known is None:
            known = self._names[index] = join_range(self._expander, part, part.start, part.equals).strip()
        return known

    def expand_names(self) -> None:
        """Expand what stands before each "=": MediaWiki does so whether a template asks for the argument or not."""
        for index, part in enumerate(self.parts):
            if part.nodes and part.nodes[0].start < part.equals:
                self.name(index)

    def value(self, index: int) -> str:
        """The expanded value of the argument; trimmed where it has a name."""
        return self.expanded(index)[0]

    def whole(self, index: int) -> str:
        """The whole expanded argument, name and "=" included, white space kept."""
        part = self.parts[index]
        if part.equals < 0:
            return self.value(index)
        if self._wholes is None:
            self._wholes = {}
        known = self._wholes.get(index)
        if known is None:
            known = self._wholes[index] = join_range(self._expander, part, part.start, part.end)
        return known

    def expanded(self, index: int) -> tuple[str, list[Piece]]:
        """The value and its pieces."""
        known = self._values.get(index)
        if known is None:
            part = self.parts[index]
            _, start, end = argument_bounds(self._expander.text, part)
            pieces = self._expander.expand(nodes_between(part.nodes, start, end), start, end)
            known = self._values[index] = (join(pieces), pieces)
        return known

    def asked(self) -> list[tuple[str, list[Piece]]]:
        """The values that were asked for, in source order."""
        return [self._values[index] for index in sorted(self._values)]


def join_range(expander: Expands, part: Part, start: int, end: int) -> str:
    """`text[start:end]` of a part, expanded."""
    if not part.nodes:
        return expander.text[start:end]
    return join(expander.expand(nodes_between(part.nodes, start, end), start, end))
