"""What the nested scan finds: comments, extension tags and calls, each with what stands in it."""

from __future__ import annotations

from collections.abc import Iterator


class Hidden:
    """`<!-- comment -->`, `<noinclude>`, `<includeonly>...</includeonly>`: source that is not read."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class Extension:
    """`<name attributes>inner</name>` of an extension, whose inside is opaque to the scan."""

    __slots__ = ("attributes_end", "end", "inner_end", "inner_start", "name", "start")

    def __init__(self, name: str, start: int, attributes_end: int, inner: tuple[int, int], end: int) -> None:
        self.name = name
        """In lower case."""
        self.start = start
        self.attributes_end = attributes_end
        self.inner_start, self.inner_end = inner
        """Equal and negative for `<name />`."""
        self.end = end


class Call:
    """`{{name|...}}`, a template call, or `{{{name|...}}}`, a template's parameter."""

    __slots__ = ("braces", "end", "nodes", "start")

    def __init__(self, start: int, end: int, braces: int, nodes: list[Node]) -> None:
        self.start = start
        self.end = end
        self.braces = braces
        """TEMPLATE_BRACES, or 3 for a parameter."""
        self.nodes = nodes
        """What stands inside, in source order."""


Node = Hidden | Extension | Call

TEMPLATE_BRACES = 2
NO_NODES: list[Node] = []  # shared by all leaves, never appended to


def walk_calls(nodes: list[Node]) -> Iterator[Call]:
    """Every call, an outer one before those inside it, in source order."""
    pending = nodes[::-1]
    while pending:
        node = pending.pop()
        if isinstance(node, Call):
            yield node
            pending.extend(reversed(node.nodes))
