"""Where MediaWiki's Parsoid says that tables, cells, headings and references stand in the source.

Parsoid tells for an element of its HTML the "dsr", its range in the source
(https://www.mediawiki.org/wiki/Parsoid/Internals/data-parsoid); not for what a template makes or a browser moves,
which it marks as fostered or misnested.

Parsoid reads the lines of a table before it expands templates, MediaWiki's legacy parser after: where a template that
shows nothing stands between bars, as in `|{{x}}||`, or before a plus sign, they part the line in other ways. This
library follows the legacy parser, whose grids it is held to; the ranges of such cells are not compared but counted.
"""

from __future__ import annotations

import json
import re
import urllib.parse
import urllib.request
from bisect import bisect_left
from typing import Any, NamedTuple

import lxml.html
from lxml.html import HtmlElement

from icor_scraper.models import Article

_TIMEOUT_S = 600
_JOINED = re.compile(r"\|\|\||^[ \t]*\|[-+}]")
"""Marks that a line of a table has only once its templates are gone."""

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


class Bundle(NamedTuple):
    """What Parsoid makes of a text."""

    html: str
    elements: dict[str, dict[str, Any]]
    """What it keeps of an element, by the element's id."""


def ask_parsoid(wiki_url: str, title: str, text: str) -> Bundle:
    """Parsoid's HTML of `text` as the page `title`, by the REST API; templates show nothing."""
    path = f"v3/transform/wikitext/to/pagebundle/{urllib.parse.quote(title, safe='')}"
    url = f"{wiki_url}/w/rest.php/127.0.0.1/{path}?templates=blank"
    body = json.dumps({"wikitext": text, "offsetType": "char"}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310  # our own wiki
    with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as response:  # noqa: S310
        answer = json.load(response)
    return Bundle(answer["html"]["body"], answer["data-parsoid"]["body"]["ids"])


def parsoid_ranges(bundle: Bundle, text: str) -> Ranges:
    """Where Parsoid says that the constructs of `text` stand."""
    root = lxml.html.fromstring(bundle.html)
    found: dict[str, set[tuple[int, int]]] = {name: set() for name in Ranges._fields}
    for node in root.iter():
        known = bundle.elements.get(node.get("id") or "", {})
        dsr = known.get("dsr")
        kind = _kind(node)
        if kind is None or not dsr or None in dsr[:4] or _is_moved(known) or _is_made(node):
            continue
        start, end = dsr[:2]
        if kind == "cells":
            start, end = _trimmed(text, start + dsr[2], end - dsr[3])
        found[kind].add((start, end))
    return Ranges(**{name: frozenset(spans) for name, spans in found.items()})


def _kind(node: HtmlElement) -> str | None:
    if node.tag == "table":
        return "tables"
    if node.tag in ("td", "th"):
        return "cells"
    if node.tag in _HEADINGS:
        return "headings"
    return "references" if "mw:Extension/ref" in (node.get("typeof") or "").split() else None


def _is_moved(known: dict[str, Any]) -> bool:
    return bool(known.get("fostered") or known.get("misnested"))


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


def joined_by_templates(article: Article, cells: frozenset[Range]) -> frozenset[Range]:
    """Those of the `cells` in whose line of source marks come together when templates show nothing."""
    text = article.wikitext or ""
    templates = sorted(template.span for template in article.templates)
    joined = set()
    for start, end in cells:
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        last = last if last >= 0 else len(text)
        shown = ""
        place = first
        for index in range(bisect_left(templates, (first, 0)), bisect_left(templates, (last, 0))):
            span = templates[index]
            shown += text[place : max(place, span.start)]
            place = max(place, span.end)
        shown += text[place : max(place, last)]
        if _JOINED.search(shown) and not _JOINED.search(text[first:last]):
            joined.add((start, end))
    return frozenset(joined)


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
