"""`__NOTOC__` and the like, which MediaWiki takes out of the text after it has read tables.

https://www.mediawiki.org/wiki/Help:Magic_words#Behavior_switches
"""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.quotes import QUOTE

SWITCH = re.compile(  # one character is looked for quicker than two
    r"_(?=_)_(?:(?i:NOTOC|FORCETOC|TOC|NOEDITSECTION|NEWSECTIONLINK|NONEWSECTIONLINK|NOGALLERY|HIDDENCAT|EXPECTUNUSEDCATEGORY|"
    r"NOCONTENTCONVERT|NOCC|NOTITLECONVERT|NOTC|DISAMBIG)|INDEX|NOINDEX|STATICREDIRECT|NOGLOBAL|"
    r"EXPECTUNUSEDTEMPLATE|ARCHIVEDTALK|NOTALK|EXPECTWITHOUTSCANS)__"
)
_TABLE_MARK = r"[ \t]*+:*+[ \t]*+(?:\{\||[|!])"
_DROPPED = re.compile(
    rf"(?<![{{|!]){SWITCH.pattern}(?!{_TABLE_MARK})|(?<=\|){SWITCH.pattern}(?!{_TABLE_MARK}|[-+}}]|\Z)"
    rf"|(?:(?<=[^\s:{{|!])|(?<=[^\s:{{|!] )){SWITCH.pattern}"  # no line begins here
)
"""A switch without which no table would look another way."""

_LOOK_AHEAD = 20
"""Characters of what follows a piece that tell whether a table's mark comes next."""


def without_switches(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a text without the switches in it.

    `__TOC__` leaves a QUOTE, as the table of contents takes its place; so does what is all there is of a heading.
    """
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        text, origin, end = piece
        if "__" not in text or _DROPPED.search(text) is None:
            kept.append(piece)
            continue
        position = 0
        ahead = "".join([following[:_LOOK_AHEAD] for following, _, _ in pieces[number + 1 : number + 3]])
        for match in _DROPPED.finditer(text + ahead):
            if match.end() > len(text):
                break
            kept.append((text[position : match.start()], origin + position if end < 0 else origin, end))
            is_all = match.start() and text[match.start() - 1] == "=" and text.startswith("=", match.end())
            if is_all or match[0].upper() == "__TOC__":
                kept.append((QUOTE, origin, end) if end >= 0 else (QUOTE, origin + match.start(), origin + match.end()))
            position = match.end()
        kept.append((text[position:], origin + position if end < 0 else origin, end))
    return [piece for piece in kept if piece[0]]
