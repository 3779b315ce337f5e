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
_LOOK_AROUND = 20
"""Characters of what follows a piece that tell whether a table's mark comes next; as many before and behind a switch
tell whether what stands there looks like another one without it."""


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

    The first `__TOC__` leaves a QUOTE, as the table of contents takes its place; so does what is all there is of a
    heading, and what stands in what would be another switch without it.
    """
    dropped, switch = _dropped(language), switch_of(language)
    kept: list[Piece] = []
    has_contents = False
    for number, piece in enumerate(pieces):
        text, origin, end = piece
        if "__" not in text or dropped.search(text) is None:
            kept.append(piece)
            continue
        position = 0
        ahead = "".join([following[:_LOOK_AROUND] for following, _, _ in pieces[number + 1 : number + 3]])
        for match in dropped.finditer(text + ahead):
            if match.end() > len(text):
                break
            if position < match.start():
                kept.append((text[position : match.start()], origin + position if end < 0 else origin, end))
            is_all = match.start() and text[match.start() - 1] == "=" and text.startswith("=", match.end())
            before = "".join([part for part, _, _ in kept[-_LOOK_AROUND:]])[-_LOOK_AROUND:]
            behind = (text[match.end() : match.end() + _LOOK_AROUND] + ahead)[:_LOOK_AROUND]
            is_contents = not has_contents and match[0].strip("_").lower() in CONTENTS
            has_contents = has_contents or is_contents
            if is_all or is_contents or _join(before, behind, switch):
                kept.append((QUOTE, origin, end) if end >= 0 else (QUOTE, origin + match.start(), origin + match.end()))
            position = match.end()
        kept.append((text[position:], origin + position if end < 0 else origin, end))
    return [piece for piece in kept if piece[0]]


def _join(before: str, behind: str, switch: re.Pattern[str]) -> bool:
    """Whether what stands before and behind a switch looks like another one without it."""
    is_possible = "_" in before and "_" in behind
    return is_possible and any(found.start() < len(before) < found.end() for found in switch.finditer(before + behind))
