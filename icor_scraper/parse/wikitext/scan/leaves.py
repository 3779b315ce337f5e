"""Calls without anything nested in them, as most are: found without the nested scan."""

from __future__ import annotations

from icor_scraper.parse.wikitext.scan.nodes import NO_NODES, TEMPLATE_BRACES, Call, Node


def read_leaves(text: str, start: int, stop: int, end: int, nodes: list[Node]) -> int:
    """Add to `nodes` the calls from the one that opens at `start`, up to `stop` or to one that holds others.

    Returns where the next `{{` stands, see braces_from: before `stop` only where its call holds others or is open.
    """
    while start < stop:
        call_end = leaf_end(text, start, end)
        if call_end < 0:
            break
        nodes.append(Call(start, call_end, TEMPLATE_BRACES, NO_NODES))
        start = braces_from(text, call_end, end)
    return start


def braces_from(text: str, start: int, end: int) -> int:
    """Where the first `{{` stands, the end where none does; one character is found quicker than two."""
    found = text.find("{", start, end)
    while found >= 0 and not text.startswith("{{", found, end):
        found = text.find("{", found + 1, end)
    return end if found < 0 else found


def leaf_end(text: str, start: int, end: int) -> int:
    """The end of the call that opens at `start` where nothing in it could hide a brace or bar; else -1."""
    close = text.find("}}", start + 2, end)
    inner = text[start + 2 : close] if close >= 0 else "{"
    return -1 if "{" in inner or "<" in inner or "[[" in inner or "\n=" in inner else close + 2
