"""The arguments of one call, each expanded when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from icor_scraper.parse.wikitext.pieces import Piece, cut, has_object, join
from icor_scraper.parse.wikitext.scan.calls import BLANK, Part, argument_bounds, nodes_between, split_call
from icor_scraper.parse.wikitext.scan.nodes import Call, Node

_is_number = re.compile(r"[1-9][0-9]{0,8}").fullmatch


class Expands(Protocol):
    """What the rules for tags and calls, and arguments, need of the expander."""

    text: str

    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]:
        """`text[start:end]`, in which `nodes` stand, with each of them expanded."""

    def expand_inner(self, start: int, end: int) -> list[Piece]:
        """The inside of an extension tag, which the scan took for opaque."""


class Arguments:
    """`| value | name = value` of a call; positions count from 0 without the call's name."""

    __slots__ = ("_call", "_expander", "_index_of", "_names", "_parts", "_unnamed", "_values", "_wholes")

    def __init__(self, expander: Expands, call: Call) -> None:
        self._expander = expander
        self._call = call
        self._parts: list[Part] | None = None
        self._index_of: dict[str, int] | None = None
        """By name, the last argument that the source gives it."""
        self._unnamed: list[int] = []
        """The arguments without a name, known with the others."""
        self._names: dict[int, str] = {}
        """Those that had to be expanded, which leaves marks and so is done once."""
        self._values: dict[int, tuple[str, list[Piece]]] = {}
        self._wholes: dict[int, str] | None = None

    @property
    def parts(self) -> list[Part]:
        """Where they stand; what is called for each argument looks at `_parts` first, which is quicker."""
        if self._parts is None:
            self._parts = split_call(self._expander.text, self._call)[1:]
        return self._parts

    def __len__(self) -> int:
        return len(self.parts)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each argument in source order; positional ones are numbered, named values trimmed."""
        number = 0
        for index, part in enumerate(self.parts):
            name = None if part.equals < 0 else self.name(index)
            if name is None:
                number += 1
                name = str(number)
            yield name, self.value(index)

    def get(self, name: str) -> str | None:
        """The value of the last argument of that name, white space trimmed; None where not given."""
        if self._index_of is None:
            self._index_of = {
                self.name(index) or "": index for index, part in enumerate(self.parts) if part.equals >= 0
            }
            self._unnamed = [index for index, part in enumerate(self.parts) if part.equals < 0]
        found = self._index_of.get(name, -1)
        if self._unnamed and _is_number(name) and int(name) <= len(self._unnamed):
            found = max(found, self._unnamed[int(name) - 1])
        return None if found < 0 else self.value(found).strip()

    def positional(self, most: int | None = None) -> list[str]:
        """The values without a name, or the first `most` of them, in order, white space trimmed."""
        indices = (index for index, part in enumerate(self.parts) if part.equals < 0)
        return [self.value(index).strip() for index in islice(indices, most)]

    def name(self, index: int) -> str | None:
        """The expanded name of the argument, trimmed; None where it has none."""
        part = (self._parts or self.parts)[index]
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
        part = (self._parts or self.parts)[index]
        if part.nodes or index in self._values:
            return self.expanded(index)[0]
        equals, text = part.equals, self._expander.text
        value = text[part.start : part.end] if equals < 0 else text[equals + 1 : part.end].strip(BLANK)
        if has_object(value):
            self.expanded(index)
        return value

    def whole(self, index: int) -> str:
        """The whole expanded argument, name and "=" included, white space kept."""
        part = (self._parts or self.parts)[index]
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
            part = (self._parts or self.parts)[index]
            _, start, end = argument_bounds(self._expander.text, part)
            if part.nodes:
                pieces = self._expander.expand(nodes_between(part.nodes, start, end), start, end)
                known = join(pieces), pieces
                if part.equals >= 0 and known[0] != (bare := known[0].strip(BLANK)):
                    offset = len(known[0]) - len(known[0].lstrip(BLANK))
                    known = bare, cut(pieces, offset, offset + len(bare))
            else:
                value = self._expander.text[start:end]
                known = value, [(value, start, -1)] if value else []
            self._values[index] = known
        return known

    def asked(self) -> list[tuple[str, list[Piece]]]:
        """The values that were asked for and may hold something that wants its own place, in source order."""
        return [self._values[index] for index in sorted(self._values)]


def join_range(expander: Expands, part: Part, start: int, end: int) -> str:
    """`text[start:end]` of a part, expanded."""
    if not part.nodes:
        return expander.text[start:end]
    return join(expander.expand(nodes_between(part.nodes, start, end), start, end))
