"""`[[wikilinks]]` and external links, found in one pass over the expanded text.

https://www.mediawiki.org/wiki/Help:Links. A link's target ends at the first bar or bracket; its text
may hold single brackets but no other link, save in a caption of an image, whose links count too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from icor_scraper.parse.wikitext.tags import HTML_TAGS
from icor_scraper.parse.wikitext.titles import CATEGORY, FILE, Title, parse_title
from icor_scraper.parse.wikitext.urls import (
    BRACKETED_URL,
    HAS_RARE_PROTOCOL,
    LABEL_SPACES,
    PROTOCOLS,
    URL,
    bare_url_end,
    bracketed_url_end,
)

TARGET = r"[^\[\]{}|<>\n\x00-\x08]++"
_HTTP = URL.replace(PROTOCOLS, "(?i:ttps?)://")
_OBJECTS = (
    rf"\[\[({TARGET})(?:\|([^\[\]\x02]*+))?+\]\]()"  # 3: a link whose text holds no bracket
    r"|\[\[()"  # 4: another link, or none
    rf"|\[{BRACKETED_URL}()"  # 5
    rf"|h{_HTTP}()"  # 6
    rf"|H{_HTTP}()"  # 7
    rf"|<(?i:{'|'.join(sorted(HTML_TAGS))})(?=[\s/>])[^<>\x02]*+>"  # a tag, in which nothing is a link
)
_FIND = re.compile(_OBJECTS).finditer
_FIND_ALL = re.compile(rf"{_OBJECTS}|{URL}()").finditer
_SIMPLE, _OTHER, _BRACKETED = 3, 4, 5

_BRACKET_TEXT = re.compile(rf"\[\[({TARGET})\|((?:[^\[\]\x02]++|\[(?!\[)|\](?!\]))*+)\]\]")
_BAR_TARGET = re.compile(rf"\[\[({TARGET})\|")
_PAIRS = re.compile(r"\[\[[^\[\]\x02]*+\]\]|\[\[()|\]\]()|\x02()")  # a link without brackets in it pairs with itself
_LABEL = re.compile(rf"{LABEL_SPACES}((?:[^\]\[\x00\x02-\x04\x06-\x08\n]++|\[(?!\[)|\[\[[^\[\]\n]*+\]\]|\[)*?)\]")
_PROTOCOL_AT_START = re.compile(PROTOCOLS)
_PLAIN_TITLE = re.compile(r"[^\W_](?:[^\W_]|[,.'()!–/-]| (?! ))*+(?<! )").fullmatch


class LinkNode(NamedTuple):
    """A wikilink in the expanded text."""

    start: int
    end: int
    target: str
    label: str | None
    """The text's source; None where there is none."""
    title: Title


class UrlNode(NamedTuple):
    """An external link in the expanded text."""

    start: int
    end: int
    url: str
    label: str | None
    """The label's source; None where the link shows its number or its URL."""
    is_bare: bool


@lru_cache(maxsize=16384)
def link_title(target: str, language: str) -> Title | None:
    """The title a link's target names; None where MediaWiki makes no link of it."""
    if _PLAIN_TITLE(target) and len(target) < 60:
        first = target[0].upper()
        return Title(0, first + target[1:] if len(first) == 1 else target, None, "", has_colon=False)
    if _PROTOCOL_AT_START.match(target.lstrip()):
        return None
    return parse_title(target.strip(" "), language)


def is_image(title: Title | None) -> bool:
    """`[[File:...]]`: shown as a picture, whose caption may hold links."""
    return title is not None and title.namespace == FILE and not title.has_colon and not title.interwiki


def is_category(title: Title) -> bool:
    """`[[Category:...]]`: shown nowhere in the text."""
    return title.namespace == CATEGORY and not title.has_colon and not title.interwiki


def find_links(text: str, language: str) -> tuple[list[LinkNode], list[UrlNode]]:
    """The wikilinks and the external links of the expanded text, each in order."""
    links: list[LinkNode] = []
    urls: list[UrlNode] = []
    find = _FIND_ALL if HAS_RARE_PROTOCOL.search(text) else _FIND
    position: int | None = 0
    while position is not None:
        position = _find_from(text, position, find, language, links, urls)
    return links, urls


def _find_from(
    text: str,
    position: int,
    find: Callable[[str, int], Iterator[re.Match[str]]],
    language: str,
    links: list[LinkNode],
    urls: list[UrlNode],
) -> int | None:
    """Find links from `position` on; return where to start anew after what only looked like a link."""
    images: dict[int, int] | None = None
    label_end = 0  # of the last bracketed URL, in whose label a URL is text
    for match in find(text, position):
        kind = match.lastindex
        if kind is None:
            continue
        start = match.start()
        if kind == _SIMPLE:
            target, label = match.group(1, 2)
            title = link_title(target, language)
            if title is None:
                return start + 1
            if label != "":  # the pipe trick works only when a page is saved
                links.append(LinkNode(start, match.end(), target, label, title))
        elif kind == _OTHER:
            if images is None:
                images = pair_brackets(text)
            node = _other_link(text, start, images, language)
            if node:
                links.append(node)
        elif start < label_end:
            continue
        elif kind == _BRACKETED:
            url = _bracketed(text, match)
            if url:
                urls.append(url)
                label_end = url.end
        elif not start or not (text[start - 1].isalnum() or text[start - 1] == "_"):
            url = _bare(text, start, match[0])
            if url:
                urls.append(url)
    return None


def _bare(text: str, start: int, address: str) -> UrlNode | None:
    address = address[: bare_url_end(address)]
    if _PROTOCOL_AT_START.fullmatch(address):
        return None
    return UrlNode(start, start + len(address), address, None, is_bare=True)


def _other_link(text: str, start: int, images: dict[int, int], language: str) -> LinkNode | None:
    """A link whose text holds brackets, or an image whose caption holds links."""
    found = _BRACKET_TEXT.match(text, start)
    if found:
        title = link_title(found[1], language)
        if title is None:
            return None
        label, end = found[2], found.end()
        if text.startswith("]", end) and "[" in label and not is_image(title):
            label, end = label + "]", end + 1
        return LinkNode(start, end, found[1], label, title)
    opening = _BAR_TARGET.match(text, start)
    if opening and start in images:
        title = link_title(opening[1], language)
        if title is not None and is_image(title):
            end = images[start]
            return LinkNode(start, end, opening[1], text[opening.end() : end - 2], title)
    return None


def pair_brackets(text: str) -> dict[int, int]:
    """Where each `[[` around other brackets that has a `]]` of its own ends, in one pass."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _PAIRS.finditer(text):
        kind = match.lastindex
        if kind == 1:
            opened.append(match.start())
        elif kind == 2:
            if opened:
                pairs[opened.pop()] = match.end()
        elif kind == 3:
            opened.clear()
    return pairs


def _bracketed(text: str, match: re.Match[str]) -> UrlNode | None:
    """`[url label]`; without its closing bracket, the URL alone."""
    start = match.start()
    url = match[0][1:]
    url = url[: bracketed_url_end(url)]
    end = start + 1 + len(url)
    label = _LABEL.match(text, end)
    if label is None:
        if url.startswith("//"):
            return None
        return _bare(text, start + 1, url)
    return UrlNode(start, label.end(), url, label[1] or None, is_bare=False)
