"""Addresses in running text, without brackets.

https://www.mediawiki.org/wiki/Help:Links, "External links". They are looked for when all other links are found, and
stand in none of those, nor in a tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from icor_scraper.parse.wikitext.headings.finder import HEADING_END, read_heading
from icor_scraper.parse.wikitext.links.nodes import LinkNodes, UrlNode
from icor_scraper.parse.wikitext.links.targets import has_trail, is_image
from icor_scraper.parse.wikitext.links.urls import (
    PROTOCOL_COLON,
    URL,
    URL_CHARACTER,
    bare_url_end,
    clean_url,
    protocol_end,
    protocol_start,
)
from icor_scraper.parse.wikitext.placed import end_around, merged
from icor_scraper.parse.wikitext.tags import HTML_TAGS

_url_at = re.compile(URL).match
_url_rest = re.compile(rf"(?:{URL_CHARACTER}|>|<(?!/?(?i:{'|'.join(sorted(HTML_TAGS))})[\t\n\v />]))*+").match
_line_end = re.compile(rf"[{HEADING_END}]*+(?:\n|\Z)").match
_QUOTES = re.compile("''+").search
_START = itemgetter(0)
has_odd_address = re.compile(r":[^\s:\[\]<>\"|&\xad]*+[|&\xad\[]").search
"""Finds what may be an address of which MediaWiki shows something else than what is written."""


def find_bare_urls(
    text: str,
    links: LinkNodes,
    urls: Sequence[UrlNode],
    tags: list[tuple[int, int]],
    unshown: Sequence[tuple[int, int]],
) -> list[UrlNode]:
    """The bare URLs of the expanded text, in order.

    None stands in `links` and in `urls` in brackets, which are found already, nor in `tags` and in the parts of images
    that are `unshown`; all of these are in order.
    """
    taken = merged([*tags, *unshown]) if unshown else tags
    found = []
    position = quotes = 0
    for colon in PROTOCOL_COLON.finditer(text):
        start = protocol_start(text, colon.start())
        if start < position or end_around(taken, start) or end_around(urls, start) or _is_in_link(text, links, start):
            continue
        if quotes <= start:
            quotes = _quotes_end(text, start)
        match = _url_at(text, start, quotes)
        if match is None:
            continue
        position = _swallowed_end(text, start, match.end(), quotes)
        url = match[0][: _next_start(taken, start, match.end()) - start] if unshown else match[0]
        if url.endswith("=") and _line_end(text, match.end()):
            url = url[: _heading_end(text, start, match.end()) - start]
        url = url[: bare_url_end(url)]
        if len(url) > protocol_end(match[0]):
            found.append(UrlNode(start, start + len(url), url, None, is_bare=True))
    return found


def _is_in_link(text: str, links: LinkNodes, position: int) -> bool:
    """Whether a link, other than an image, stands around `position`, its trail included."""
    index = bisect_right(links.starts, position) - 1
    if index < 0 or position > links.ends[index]:
        return False
    title = links.titles.get(index)
    if position == links.ends[index]:  # small letters right after a link are its trail
        return text[position].islower() and (title is None or has_trail(title))
    return not is_image(title)


def _quotes_end(text: str, position: int) -> int:
    """Where the next quote mark after `position` ends, beyond which no address that begins there is read."""
    found = _QUOTES(text, position)
    return found.end() if found else len(text)


def _swallowed_end(text: str, start: int, end: int, quotes_end: int) -> int:
    """How far nothing else is an address behind the URL `text[start:end]`.

    MediaWiki takes all up to a space or quote mark for one address, and only then cuts it at its first angle bracket.
    """
    rest = _url_rest(text, end, quotes_end)
    end = rest.end() if rest else end
    quotes = text.find("''", start, end)
    return end if quotes < 0 else quotes


def _next_start(stretches: Sequence[tuple[int, int]], position: int, end: int) -> int:
    """Where the next of the stretches begins after `position`, at most at `end`."""
    index = bisect_right(stretches, position, key=_START)
    return min(stretches[index][0], end) if index < len(stretches) else end


def _heading_end(text: str, start: int, end: int) -> int:
    """Where the words of the heading end in whose line a URL stands; `end` where it stands in none."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    heading = read_heading(text, line_start, len(text) if line_end < 0 else line_end)
    return min(end, heading.content[1]) if heading else end


def show_bare_urls(text: str) -> str:
    """The text with each bare URL as MediaWiki shows it: by the address it leads to, as in `clean_url`."""
    out: list[str] = []
    position = read_until = 0
    for colon in PROTOCOL_COLON.finditer(text):
        start = protocol_start(text, colon.start())
        match = _url_at(text, start) if start >= read_until else None
        if match is None:
            continue
        read_until = match.end()
        end = start + bare_url_end(match[0])
        if end - start > protocol_end(match[0]):
            out += (text[position:start], clean_url(text[start:end]).replace("&", "&amp;"))
            position = end
    return "".join((*out, text[position:]))
