"""`; term : definition`: the colon that parts a term from its definition.

As MediaWiki's block pass finds it (https://www.mediawiki.org/wiki/Help:Lists): the first colon of the line outside of
all tags, links and `-{...}-`; once for each `;` that opens a list, and once where the line goes on with the list of
the line before.
"""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.items import line_marks, shared_marks
from icor_scraper.parse.wikitext.links.urls import URL_TO_ENTITY, bare_url_end, protocol_end
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.tags import HTML_TAGS, SINGLE_TAGS

TERM = re.compile(r"\n[*#:]*+;").search
COLON = "\x08"
"""A colon of a link's text, which parts no term from its definition."""

_PARTING = f"{QUOTE} "
"""What takes the place of a colon: what only looked like a tag with it becomes none without it."""
_MAY_BE_EMPTY = SINGLE_TAGS | {"li", "dt", "dd"}
"""Tags that a slash ends; to MediaWiki others are open with it, too."""
_NAME_END = r"(?![^\s/>])"
_SIGN = re.compile(
    rf"\b({URL_TO_ENTITY})|(:)|<([A-Za-z]\w*+){_NAME_END}[^<>]*+>|</([A-Za-z]\w*+){_NAME_END}[^<>]*+>|(-\{{)"
)
_VARIANT = re.compile(r"-\{|(\}-)").finditer


def part_terms(text: str, line_end: str) -> str:
    """The text with a space for each colon that parts a term from its definition; `line_end` ends a line too."""
    lines = text.split("\n")
    before = ""
    for number, line in enumerate(lines):
        prefix = line_marks(line)[0] if number else ""  # type: ignore[index] # it matches the empty string too
        same = prefix.replace(";", ":")
        if ";" in prefix:
            content, end, rest = line[len(prefix) :].partition(line_end)
            count = int(prefix.endswith(";")) if same == before else prefix.count(";", shared_marks(prefix, before))
            colons = _colons(content, count)
            starts = [0, *(colon + 1 for colon in colons)]
            parts = [content[a:b] for a, b in zip(starts, [*colons, len(content)], strict=True)]
            lines[number] = f"{prefix}{_PARTING.join(parts)}{end}{rest}"
        before = "" if line_end in line else same
    return "\n".join(lines)


def _colons(line: str, most: int) -> list[int]:
    """Where the first colons outside of tags stand, at most so many."""
    colons: list[int] = []
    depth = position = 0
    while len(colons) < most and (sign := _SIGN.search(line, position)):
        position = sign.end()
        url, colon, opening, closing, variant = sign.groups()
        if colon and not depth:
            colons.append(sign.start())
        if url:
            end = bare_url_end(url)
            if end <= protocol_end(url) and not depth:  # nothing but a protocol, which is no address
                colons.append(sign.start() + url.index(":"))
            position = sign.start() + end
        elif (opening or closing or "p").lower() not in HTML_TAGS:
            position = sign.start() + 1
        elif opening:
            depth += not (sign[0].endswith("/>") and opening.lower() in _MAY_BE_EMPTY)
        elif closing:
            depth -= depth > 0
        elif variant:
            position = _variant_end(line, position)
    return colons


def _variant_end(line: str, position: int) -> int:
    """Where the `-{` that ends at `position` is closed; the end of the line where it is not."""
    depth = 1
    for sign in _VARIANT(line, position):
        depth += -1 if sign[1] else 1
        if not depth:
            return sign.end()
    return len(line)
