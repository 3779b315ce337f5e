"""Is every template, reference, link and cell of a source in the Article, or in one of its warnings?

The source is searched by a scan of its own, which is simple: it knows what hides markup, pairs the innermost
brackets first, and takes a line of a table that begins with a bar or an exclamation mark for a cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from icor_scraper.models import Article

_HIDING = re.compile(
    r"<!--.*?(?:-->|\Z)|<(nowiki|pre|math|chem|ce|syntaxhighlight|source|score|timeline|templatedata|hiero|graph|mapframe|"
    r"inputbox|gallery|imagemap|templatestyles|section|includeonly)\b[^>]*?(?:/>|>.*?</\1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_CALL = re.compile(r"\{\{[^{}]*\}\}")
_LINK = re.compile(r"\[\[[^\[\]{}|<>\n]+(?:\|[^\[\]]+)?\]\]")
_REFERENCE = re.compile(r"<ref\b[^<>]*>", re.IGNORECASE)
_TABLE_LINE = re.compile(r"^[ \t:]*(\{\||\|\}|\|-|\|\x00*\+|\||!)", re.MULTILINE)
"""A bar, templates that show nothing, and a plus sign make a caption."""
_FILLER = "\x00"


class Node(NamedTuple):
    """Something in the source that must be accounted for."""

    kind: str
    start: int
    end: int


def unaccounted(article: Article) -> list[Node]:
    """The nodes of the source that are in none of the article's records or warnings."""
    told = _told(article)
    covered = _covered(article)
    cells = sorted(
        cell.span.start for table in article.tables for row in table.grid for cell in row if cell and cell.span
    )
    nodes = list(source_nodes(article.wikitext or ""))
    following = {node.start: after.start for node, after in pairwise(node for node in nodes if node.kind == "cell")}
    missing = []
    for node in nodes:
        if (node.kind, node.start) in told or _lies_in(covered, node.start):
            continue
        index = bisect_right(cells, node.start)
        has_cell = index < len(cells) and cells[index] <= following.get(node.start, cells[index])
        if node.kind != "cell" or not has_cell:
            missing.append(node)
    return missing


def source_nodes(text: str) -> Iterator[Node]:
    """The nodes that the simple scan sees."""
    visible = _HIDING.sub(_fill, text)
    yield from (Node("reference", *match.span()) for match in _REFERENCE.finditer(visible))
    visible = _REFERENCE.sub(_fill, visible)  # what stands in its attributes is text
    while True:
        calls = list(_CALL.finditer(visible))
        if not calls:
            break
        for match in calls:
            if not (text.startswith("{", match.start() - 1) or text.startswith("}", match.end())):
                yield Node("template", *match.span())
        visible = _CALL.sub(_fill, visible)
    yield from _cells(visible)
    for match in _LINK.finditer(visible):
        if not text.startswith("[", match.start() - 1) or not match.start():
            yield Node("link", *match.span())


def _fill(match: re.Match[str]) -> str:
    return _FILLER * len(match[0])


def _cells(visible: str) -> Iterator[Node]:
    """Lines of tables that begin a cell; the text of a nested table belongs to that."""
    depth = 0
    for match in _TABLE_LINE.finditer(visible):
        mark = match[1]
        if mark == "{|":
            depth += 1
        elif mark == "|}":
            depth = max(depth - 1, 0)
        elif depth and mark in ("|", "!"):
            end = visible.find("\n", match.end())
            yield Node("cell", match.start(), len(visible) if end < 0 else end)


def _told(article: Article) -> set[tuple[str, int]]:
    told = {("template", template.span.start) for template in article.templates}
    for link in article.wikilinks:
        if link.span:
            told.add(("link", link.span.start))
    for external in article.external_links:  # [[https://...]] is one, in brackets
        if external.span:
            told.add(("link", external.span.start - 1))
    for reference in article.references:
        told |= {("reference", use.span.start) for use in reference.uses if use.span}
        told |= {("link", link.span.start) for link in reference.wikilinks if link.span}
        if reference.span:
            told.add(("reference", reference.span.start))
    return told


def _covered(article: Article) -> list[tuple[int, int]]:
    """Where templates and warnings stand, which tell of what is inside; in order, and none in another."""
    spans = [template.span for template in article.templates]
    spans += [warning.span for warning in article.warnings if warning.span]
    for reference in article.references:  # a text given again is the same, or there is a warning
        spans += [use.span for use in reference.uses if use.span and use.span != reference.span]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _lies_in(stretches: list[tuple[int, int]], position: int) -> bool:
    index = bisect_right(stretches, position, key=itemgetter(0)) - 1
    return index >= 0 and position < stretches[index][1]
