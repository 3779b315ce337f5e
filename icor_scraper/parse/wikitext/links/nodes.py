"""The links of the expanded text, before they are records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple

from icor_scraper.parse.wikitext.links.targets import is_image
from icor_scraper.parse.wikitext.names.titles import Title
from icor_scraper.parse.wikitext.placed import end_around

_START = itemgetter(0)


class LinkNodes:
    """The wikilinks of the expanded text in order, by columns, as there are many: what one is has the same index."""

    __slots__ = ("ends", "labels", "starts", "targets", "titles")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.targets: list[str] = []
        self.labels: list[str | None] = []
        """The source of its text; None where there is none."""
        self.titles: dict[int, Title] = {}
        """Of those whose title is not just the target with a capital."""

    def add(self, start: int, end: int, target: str, label: str | None, title: Title | None) -> None:
        if title is not None:
            self.titles[len(self.starts)] = title
        self.starts.append(start)
        self.ends.append(end)
        self.targets.append(target)
        self.labels.append(label)

    def end_around(self, position: int) -> int:
        """The end of the link, other than an image, in which `position` lies; 0 where it lies in none."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or self.ends[index] <= position or is_image(self.titles.get(index)):
            return 0
        return self.ends[index]

    def where(self, is_kept: Callable[[int, int], bool]) -> LinkNodes:
        """Those of whose start and end `is_kept` is true."""
        kept = LinkNodes()
        for index, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if is_kept(start, end):
                kept.add(start, end, self.targets[index], self.labels[index], self.titles.get(index))
        return kept

    def merged(self, other: LinkNodes) -> LinkNodes:
        """These and the others, in order."""
        both = LinkNodes()
        rows = [(start, nodes, index) for nodes in (self, other) for index, start in enumerate(nodes.starts)]
        for start, nodes, index in sorted(rows, key=_START):
            both.add(start, nodes.ends[index], nodes.targets[index], nodes.labels[index], nodes.titles.get(index))
        return both


class UrlNode(NamedTuple):
    """An external link in the expanded text."""

    start: int
    end: int
    url: str
    label: str | None
    """The label's source; None where the link shows its number or its URL."""
    is_bare: bool


class FoundLinks(NamedTuple):
    """What find_links finds, each in order."""

    links: LinkNodes
    urls: list[UrlNode]
    empty: list[tuple[int, int]]
    """Where `[[target|]]` stands: without words it is no link, and its brackets are shown."""
    unshown: list[tuple[int, int]]
    """Parts of images that no reader sees as a caption; told only of images that hold a line's end, tag or address."""

    def unshown_end(self, position: int) -> int:
        """The end of the unshown part of an image in which `position` lies; 0 where it lies in none."""
        return end_around(self.unshown, position)
