"""Where MediaWiki's Parsoid says that tables, cells, headings and references stand in the source.

Parsoid tells for an element of its HTML the "dsr", its range in the source
(https://www.mediawiki.org/wiki/Parsoid/Internals/data-parsoid); not for what a template makes or a browser moves.
"""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from typing import Any, NamedTuple

import lxml.html
from lxml.html import HtmlElement

from icor_scraper.models import Article

_TIMEOUT_S = 600
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


Range = tuple[int, int]


class Ranges(NamedTuple):
    """(start, end) of each construct, in characters."""

    tables: frozenset[Range]
    cells: frozenset[Range]
    """Of their content, white space at the ends left out."""
    headings: frozenset[Range]
    references: frozenset[Range]
    """Of each `<ref>` tag in the text."""


def parsoid_ranges(wiki_url: str, text: str) -> Ranges:
    """What Parsoid tells of `text`, templates showing nothing."""
    bundle = _pagebundle(wiki_url, text)
    ids: dict[str, dict[str, Any]] = bundle["data-parsoid"]["body"]["ids"]
    root = lxml.html.fromstring(f"<div>{bundle['html']['body']}</div>")
    found: dict[str, set[tuple[int, int]]] = {name: set() for name in Ranges._fields}
    for node in root.iter():
        known = ids.get(node.get("id") or "", {})
        dsr = known.get("dsr")
        kind = _kind(node)
        if kind is None or not dsr or None in dsr[:4] or known.get("fostered") or _is_made(node):
            continue
        start, end = dsr[:2]
        if kind == "cells":
            start, end = _trimmed(text, start + dsr[2], end - dsr[3])
        found[kind].add((start, end))
    return Ranges(**{name: frozenset(spans) for name, spans in found.items()})


def _pagebundle(wiki_url: str, text: str) -> Any:
    url = f"{wiki_url}/w/rest.php/127.0.0.1/v3/transform/wikitext/to/pagebundle/Test?templates=blank"
    body = json.dumps({"wikitext": text, "body_only": True, "offsetType": "char"}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310  # our own wiki
    with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as response:  # noqa: S310
        return json.load(response)


def _kind(node: HtmlElement) -> str | None:
    if node.tag == "table":
        return "tables"
    if node.tag in ("td", "th"):
        return "cells"
    if node.tag in _HEADINGS:
        return "headings"
    return "references" if "mw:Extension/ref" in (node.get("typeof") or "").split() else None


def _is_made(node: HtmlElement) -> bool:
    """Whether a template made the node or what it stands in, or a list of references shows it."""
    for outer in (node, *node.iterancestors()):
        kinds = (outer.get("typeof") or "").split()
        if "mw:Transclusion" in kinds or "mw:Extension/references" in kinds:
            return True
        if outer is not node and (outer.get("about") or "").startswith("#mwt"):
            return True
    return False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    content = text[start:end]
    bare = content.lstrip()
    if not bare:
        return start, start
    start += len(content) - len(bare)
    return start, start + len(bare.rstrip())


def our_ranges(article: Article) -> Ranges:
    """The same of this library's records."""
    cells = {cell.span for table in article.tables for row in table.grid for cell in row if cell}
    text = article.wikitext or ""
    headings = {
        _trimmed(text, section.span.start, section.body_span.start)
        for section in article.sections[1:]
        if section.span and section.body_span
    }
    return Ranges(
        tables=frozenset(table.span for table in article.tables if table.span),
        cells=frozenset(span for span in cells if span),
        headings=frozenset(headings),
        references=frozenset(use.span for reference in article.references for use in reference.uses if use.span),
    )
