"""`__NOTOC__` and the like, which MediaWiki takes out of the text after it has read tables.

https://www.mediawiki.org/wiki/Help:Magic_words#Behavior_switches
"""

from __future__ import annotations

import re
from functools import lru_cache

from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.text.switch_names import CONTENTS, LOCAL_SWITCHES

_ENGLISH = (
    r"(?i:NOTOC|FORCETOC|TOC|NOEDITSECTION|NEWSECTIONLINK|NONEWSECTIONLINK|NOGALLERY|HIDDENCAT|EXPECTUNUSEDCATEGORY|"
    r"NOCONTENTCONVERT|NOCC|NOTITLECONVERT|NOTC|DISAMBIG)|INDEX|NOINDEX|STATICREDIRECT|NOGLOBAL|"
    r"EXPECTUNUSEDTEMPLATE|ARCHIVEDTALK|NOTALK|EXPECTWITHOUTSCANS"
)
_TABLE_MARK = r"[ \t]*+:*+[ \t]*+(?:\{\||[|!])"
_BEGUN = re.compile(r"_\w*+\Z").search
_ENDED = re.compile(r"\w{,20}_").match
_LOOK_AHEAD = 20
"""Characters of what follows a piece that tell whether a table's mark comes next."""


@lru_cache
def switch_of(language: str) -> re.Pattern[str]:
    """What finds a switch on the wiki of a language."""
    local = "|".join(sorted(LOCAL_SWITCHES.get(language, "").split(), key=len, reverse=True))
    names = rf"{_ENGLISH}|(?i:{local})" if local else _ENGLISH
    contents = "(?i:TOC)__"  # is looked for first, and so takes its underscores from another one's end
    # One character is looked for quicker than two.
    return re.compile(rf"_(?=_)_(?:(?:{names})__(?!{contents})|{contents})")


@lru_cache
def _dropped(language: str) -> re.Pattern[str]:
    """What finds a switch without which no table would look another way."""
    switch = switch_of(language).pattern
    return re.compile(
        rf"(?<![{{|!]){switch}(?!{_TABLE_MARK})|(?<=\|){switch}(?!{_TABLE_MARK}|[-+}}]|\Z)"
        rf"|(?:(?<=[^\s:{{|!])|(?<=[^\s:{{|!] )){switch}"  # no line begins here
    )


def without_switches(pieces: list[Piece], language: str) -> list[Piece]:
    """The pieces of a text without the switches in it.

    `__TOC__` leaves a QUOTE, as the table of contents takes its place; so does what is all there is of a heading, and
    what stands in what would be another switch without it.
    """
    dropped = _dropped(language)
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        text, origin, end = piece
        if "__" not in text or dropped.search(text) is None:
            kept.append(piece)
            continue
        position = 0
        ahead = "".join([following[:_LOOK_AHEAD] for following, _, _ in pieces[number + 1 : number + 3]])
        for match in dropped.finditer(text + ahead):
            if match.end() > len(text):
                break
            kept.append((text[position : match.start()], origin + position if end < 0 else origin, end))
            is_all = match.start() and text[match.start() - 1] == "=" and text.startswith("=", match.end())
            if is_all or match[0].strip("_").lower() in CONTENTS or _joins(text, *match.span()):
                kept.append((QUOTE, origin, end) if end >= 0 else (QUOTE, origin + match.start(), origin + match.end()))
            position = match.end()
        kept.append((text[position:], origin + position if end < 0 else origin, end))
    return [piece for piece in kept if piece[0]]


def _joins(text: str, start: int, end: int) -> bool:
    """Whether what stands right before and behind a stretch could together look like a switch."""
    return bool(_BEGUN(text, max(start - _LOOK_AHEAD, 0), start) and _ENDED(text, end))
