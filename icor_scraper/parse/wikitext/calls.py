"""`{{name|value|name=value}}`: a call taken apart, by the nested scan's own account of its inside.

https://www.mediawiki.org/wiki/Help:Templates tells the rules: a pipe inside a link or an inner call
divides nothing, the first "=" of an argument ends its name, and white space around a named value
does not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from icor_scraper.parse.wikitext.scan import Call, Extension, Hidden, Node

_DIVIDERS = re.compile(r"\||\[\[+|\]\]+|=")
_BLANK = " \t\n\r\x0b"


@dataclass(frozen=True, slots=True)
class Part:
    """The name of a call, or one of its arguments."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    equals: int
    """Position of the "=" that ends the argument's name; -1 where it has none."""


def split_call(text: str, call: Call) -> list[Part]:
    """The call's name and its arguments: what stands between its braces, divided at its own pipes."""
    start, end = call.start + call.braces, call.end - call.braces
    parts: list[Part] = []
    nodes: list[Node] = []
    depth = 0
    equals = -1
    part_start = position = start
    for node in (*call.nodes, None):
        stop = node.start if node else end
        for match in _DIVIDERS.finditer(text, position, stop):
            divider = match[0]
            if divider[0] == "[":
                depth += len(divider) // 2
            elif divider[0] == "]":
                depth = max(depth - len(divider) // 2, 0)
            elif depth:
                continue
            elif divider == "|":
                parts.append(Part(part_start, match.start(), tuple(nodes), equals))
                part_start, nodes, equals = match.end(), [], -1
            elif equals < 0 and parts:
                equals = match.start()
        if node:
            nodes.append(node)
            position = node.end
    parts.append(Part(part_start, end, tuple(nodes), equals))
    return parts


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends."""
    piece = text[start:end]
    bare = piece.lstrip(_BLANK)
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip(_BLANK))


def visible(text: str, start: int, end: int, nodes: tuple[Node, ...]) -> str:
    """`text[start:end]` without its comments."""
    out = []
    for node in nodes:
        if isinstance(node, Hidden) and start <= node.start and node.end <= end:
            out.append(text[start : node.start])
            start = node.end
    return "".join((*out, text[start:end])) if out else text[start:end]


def argument_bounds(text: str, part: Part) -> tuple[str | None, int, int]:
    """(name, start, end) of an argument's value; the name is None for a positional argument."""
    if part.equals < 0:
        return None, part.start, part.end
    name = visible(text, part.start, part.equals, part.nodes).strip(_BLANK)
    start, end = trim(text, part.equals + 1, part.end)
    return name, start, end


def nodes_between(nodes: tuple[Node, ...], start: int, end: int) -> list[Node]:
    return [node for node in nodes if start <= node.start and node.end <= end]


__all__ = ["Call", "Extension", "Part", "argument_bounds", "nodes_between", "split_call", "trim", "visible"]
