"""`{{name|value|name=value}}`: a call taken apart, by the nested scan's own account of its inside.

https://www.mediawiki.org/wiki/Help:Templates tells the rules: a pipe inside a link, an inner call or a
line that begins a heading divides nothing, the first "=" of an argument ends its name, and white space
around a named value does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from icor_scraper.errors import ParseError
from icor_scraper.parse.wikitext.scan.nodes import NO_NODES, Call, Hidden, Node

MAX_CALLS = 50_000
"""Calls of one page: several times as many as the most of Wikipedia."""

_DIVIDERS = re.compile(r"\||\[\[+|\]\]+|=")
_WITH_VARIANTS = re.compile(rf"{_DIVIDERS.pattern}|-\{{|\}}-")
_WITH_HEADINGS = re.compile(rf"{_WITH_VARIANTS.pattern.replace('|=', '')}|\n=*+|=")
BLANK = " \t\n\r\x0b"


def too_many_calls() -> ParseError:
    """The error of a page of more than MAX_CALLS calls."""
    return ParseError(f"expected a page of at most {MAX_CALLS} template calls, found more")


class Part(NamedTuple):
    """The name of a call, or one of its arguments."""

    start: int
    end: int
    nodes: tuple[Node, ...]
    equals: int
    """Position of the "=" that ends the argument's name; -1 where it has none."""


def split_call(text: str, call: Call) -> list[Part]:
    """The call's name and its arguments: what stands between its braces, divided at its own pipes."""
    start, end = call.start + call.braces, call.end - call.braces
    if call.nodes is NO_NODES or not (call.nodes or _has_brackets(text, start, end)):
        return _split_plain(text, start, end)
    has_heading = text.find("\n=", start, end) >= 0
    dividers = _WITH_HEADINGS if has_heading else _DIVIDERS if text.find("-{", start, end) < 0 else _WITH_VARIANTS
    return list(_parts(text, call, dividers))


def _parts(text: str, call: Call, dividers: re.Pattern[str]) -> Iterator[Part]:
    """The call's name, then its arguments, divided at the pipes among `dividers` that nothing hides."""
    new = tuple.__new__  # does what Part(...) does, in half the time
    nodes: list[Node] = []
    opened: list[str] = []
    equals = -1
    is_name = True
    part_start = position = call.start + call.braces
    end = call.end - call.braces
    for node in (*call.nodes, None):
        stop = node.start if node else end
        for match in dividers.finditer(text, position, stop):
            divider = match[0]
            if divider[0] == "\n":
                _close(opened, "\n", 1)
                if divider == "\n=" and not (opened or is_name) and equals < 0:  # it ends a name, and begins no heading
                    equals = match.end() - 1
                elif divider != "\n":
                    opened.append("\n")
            elif divider[0] in "[-":
                opened += [divider[:2]] * (len(divider) // 2)
            elif divider[0] in "]}":
                _close(opened, "[[" if divider[0] == "]" else "-{", len(divider) // 2)
            elif opened:
                continue
            elif divider == "|":
                yield new(Part, (part_start, match.start(), tuple(nodes), equals))
                part_start, nodes, equals, is_name = match.end(), [], -1, False
            elif equals < 0 and not is_name:
                equals = match.start()
        if node:
            nodes.append(node)
            position = node.end
    yield Part(part_start, end, tuple(nodes), equals)


def _has_brackets(text: str, start: int, end: int) -> bool:
    """Whether a link, a `-{` or the line of a heading begins that could hide a pipe."""
    return text.find("[[", start, end) >= 0 or text.find("-{", start, end) >= 0 or text.find("\n=", start, end) >= 0


def _close(opened: list[str], bracket: str, count: int) -> None:
    """Take the innermost brackets off the opened ones, at most so many, as far as they are of that kind."""
    while count and opened and opened[-1] == bracket:
        opened.pop()
        count -= 1


def _split_plain(text: str, start: int, end: int) -> list[Part]:
    """The same where nothing stands between the braces that could hide a pipe."""
    parts: list[Part] = []
    new = tuple.__new__
    for piece in text[start:end].split("|"):
        stop = start + len(piece)
        equals = text.find("=", start, stop) if parts else -1
        parts.append(new(Part, (start, stop, (), equals)))
        start = stop + 1
    return parts


def call_head(text: str, call: Call) -> Part:
    """The call's name alone."""
    start, end = call.start + call.braces, call.end - call.braces
    bar = text.find("|", start, end)
    stop = end if bar < 0 else bar
    nodes = call.nodes
    if nodes is NO_NODES or not ((nodes and nodes[0].start < stop) or _has_brackets(text, start, stop)):
        return Part(start, stop, (), -1)
    return next(_parts(text, call, _WITH_HEADINGS))  # they all serve a name, and nothing behind it is looked at


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends."""
    piece = text[start:end]
    bare = piece.lstrip(BLANK)
    start += len(piece) - len(bare)
    return start, start + len(bare.rstrip(BLANK))


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
    start, end, nodes, equals = part
    if equals < 0:
        return None, start, end
    name = visible(text, start, equals, nodes) if nodes else text[start:equals]
    return name.strip(BLANK), *trim(text, equals + 1, end)


def nodes_between(nodes: tuple[Node, ...], start: int, end: int) -> list[Node]:
    """Those in a stretch; of a comment's own line only the comment may be in it."""
    return [node for node in nodes if start < node.end and node.start < end]
