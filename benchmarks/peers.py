"""The same facts out of other parsers, where they are installed: each by its documented interface."""

from __future__ import annotations

import html
import io
import re
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Final, NamedTuple
from urllib.parse import unquote

import lxml.html

from benchmarks import facts as benchmark_facts
from benchmarks.corpus import Page
from benchmarks.facts import squash
from tests.agreement.article import STOCK_PREFIXES
from tests.agreement.facts import (
    CellFact,
    Facts,
    Grid,
    ListFact,
    NoteFact,
    SectionFact,
    TableFact,
    plain_url,
)
from tests.agreement.rendered import strip

_NAMESPACES: Final = frozenset(
    "talk user wikipedia file mediawiki template help category portal draft module media special image wp wt "
    "project".split()
)
_ALIASES: Final = {"image": "file", "wp": "wikipedia", "project": "wikipedia", "wt": "wikipedia talk"}
_NO_PAGES: Final = frozenset({"template", "special", "media"})
_RECURSION_LIMIT = 20_000  # one of the peers recurses once a template


class Peer(NamedTuple):
    """Another parser."""

    needs: str
    """The module that must be there."""
    facts: Callable[[Page], Facts]
    rows: frozenset[str] | None
    """The rows that it can be asked for; None for all."""


def peers() -> dict[str, Peer]:
    """The parsers that are installed, by name."""
    sys.setrecursionlimit(_RECURSION_LIMIT)
    all_peers = {
        "mwparserfromhell": Peer("mwparserfromhell", lambda page: _from_module("mwparserfromhell_facts", page), None),
        "wikitextparser": Peer("wikitextparser", lambda page: _from_module("wikitextparser_facts", page), None),
        "pandas on the HTML": Peer("pandas", _pandas, frozenset({"tables"})),
    }
    return {name: peer for name, peer in all_peers.items() if find_spec(peer.needs)}


def _from_module(module: str, page: Page) -> Facts:
    found: benchmark_facts.Facts = import_module(f"benchmarks.{module}").all_facts(page.text)
    texts = iter(found.reference_texts)
    return Facts(
        sections=tuple(SectionFact(level, "", line, "") for level, line in found.sections),
        tables=tuple(TableFact(caption, _grid(grid), is_nested=False) for caption, grid in found.tables),
        lists=tuple(
            ListFact(group, True, tuple(NoteFact(count, next(texts, "")) for count in uses))
            for group, uses in found.references
        ),
        links=frozenset(title for target in found.links if (title := page_title(target, page.title))),
        external=frozenset(plain_url(_unescape(url)) for url in found.external),
    )


def _unescape(url: str) -> str:
    """An address with its entities read; "&region=" is a parameter, though HTML would begin it with "®"."""
    return re.sub("&[#a-zA-Z0-9]+;", lambda match: html.unescape(match[0]), url)


def _grid(grid: list[list[benchmark_facts.Slot]]) -> Grid:
    width = max(map(len, grid), default=0)
    padded = [[*row, *[None] * (width - len(row))] for row in grid]
    return tuple(tuple(CellFact(slot[0], slot[1]) if slot else None for slot in row) for row in padded)


def page_title(target: str, page: str) -> str:
    """A link's raw target as the title that MediaWiki records; "" for what is no page of this wiki."""
    raw = unquote(html.unescape(re.sub(r"<!--.*?-->", "", target, flags=re.DOTALL)), errors="replace")
    is_plain = raw.strip().startswith(":")
    title = re.sub(r"[ _\u00a0]+", " ", raw.strip().lstrip(":").partition("#")[0]).strip()
    if not title or re.search(r"[\[\]{}|<>\n]", title):
        return ""
    prefix, colon, rest = title.partition(":")
    word = prefix.strip().lower()
    if colon and word.removesuffix(" talk") in _NAMESPACES:
        word = _ALIASES.get(word, word)
        if word in _NO_PAGES or (word in {"file", "category"} and not is_plain):
            return ""
        return f"{word.capitalize()}:{rest.strip()[:1].upper()}{rest.strip()[1:]}"
    if colon and word in STOCK_PREFIXES:
        return ""
    title = title[:1].upper() + title[1:]
    return "" if title == page and "#" not in raw else title


def _pandas(page: Page) -> Facts:
    """pandas.read_html, a table at a time, on the rendered page without what the oracle leaves out."""
    root = lxml.html.fromstring(f"<div>{page.html}</div>")
    strip(root)
    source = lxml.html.tostring(root, encoding="unicode").replace("<br>", " <br>")
    tables = []
    for node in lxml.html.fromstring(source).iter("table"):
        grid = _pandas_grid(lxml.html.tostring(node, encoding="unicode"))
        if grid is not None:
            tables.append(TableFact("", grid, is_nested=False))
    return Facts(tables=tuple(tables))


def _pandas_grid(source: str) -> Grid | None:
    import pandas as pd  # noqa: PLC0415  # an optional part

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            width = pd.read_html(io.StringIO(source), flavor="lxml", thousands=None)[0].shape[1]
            as_text = dict.fromkeys(range(width), str)
            frame = pd.read_html(
                io.StringIO(source), flavor="lxml", thousands=None, keep_default_na=False, converters=as_text
            )[0]
        except (ValueError, IndexError):  # no text in it
            return None
    rows: list[list[CellFact | None]] = []
    if not all(isinstance(name, int) for name in frame.columns):
        names = [name if isinstance(name, tuple) else (name,) for name in frame.columns]
        for level in range(frame.columns.nlevels):
            heads = [re.sub(r"\.\d+$|^Unnamed: .*", "", str(name[level])) for name in names]
            rows.append([CellFact(squash(head), is_header=True) for head in heads])
    rows += [
        [CellFact(squash("" if value != value else str(value)), is_header=False) for value in row]  # noqa: PLR0124  # NaN
        for row in frame.values.tolist()
    ]
    return tuple(map(tuple, rows))
