"""What stands in `[[File:name|options|caption]]` after the name.

https://www.mediawiki.org/wiki/Help:Images: the last part that is no option is the caption.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from urllib.parse import unquote

from icor_scraper.parse.wikitext.links.image_words import in_english, link_words
from icor_scraper.parse.wikitext.links.urls import BRACKETED_URL, PROTOCOLS
from icor_scraper.parse.wikitext.names.titles import parse_title

_OPTION_BAR = re.compile(r"\||\[\[|\]\]").finditer
_table_marks = re.compile(r"\n[ \t]*+(?::*+[ \t]*+\{\||\|(\}))").finditer
_WITHOUT_FRAME = "frameless"
_is_format = re.compile(rf"(?:thumb|thumbnail)(?:=.*)?|frame|framed|enframed|{_WITHOUT_FRAME}", re.DOTALL).fullmatch
_is_option = re.compile(
    r"border|left|right|none|center|centre|baseline|sub|super|sup|top|text-top|middle|bottom|text-bottom"
    r"|upright(?:[= ]\s*[+-]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][+-]?\d++)?)?"
    r"|(?:0*[1-9]\d*(?:x\d*)?|\d*x0*[1-9]\d*)\s*+(?:px\s*+)?px"
    r"|(?:alt|class)=.*",
    re.DOTALL,
).fullmatch
_link_option = re.compile(rf"link=\s*(?:({BRACKETED_URL})|(?!\s|{PROTOCOLS}|//)(.*))", re.DOTALL).fullmatch
_MARKUP = re.compile(r"[<\[\x01]|''").search
_DOUBLE_BRACKET = re.compile(r"\[\[()|\]\]()|[\x02\x03]").finditer
_IN_BRACKETS = r"\[\[[^\[\]\n]++\]\]|\[[^\[\]\n|]++\]"


@cache
def link_options(language: str) -> Callable[[str], Iterator[re.Match[str]]]:
    """Finds each `link=` and its target, as group 1; of a link in it counts what it shows."""
    return re.compile(
        rf"(?:^|\|)[ \t\n]*+(?:{'|'.join(link_words(language))})="
        rf"[ \t\n]*+((?:[ \t]*+(?:[^|\[\]\n \t]++|{_IN_BRACKETS}))*+)[ \t\n]*+(?=\||$)"
    ).finditer


def unlinked_parts(options: str, start: int, language: str) -> list[tuple[int, int]]:
    """Where in an image's options, which begin at `start`, a bare URL is no link; each part with its bar.

    Only a caption is read as text: the last part that is no option, where the image has a frame to show it in.
    """
    if "{|" in options:  # the bars of a table part no options
        options = _without_tables(options)
    bounds = [start - 1]
    depth = 0
    for match in _OPTION_BAR(options):
        if match[0] == "|":
            if not depth:
                bounds.append(start + match.start())
        else:
            depth = max(depth + (1 if match[0] == "[[" else -1), 0)
    bounds.append(start + len(options))
    parts = list(itertools.pairwise(bounds))
    words = [in_english(options[first + 1 - start : last - start].strip(), language) for first, last in parts]
    caption = _shown_caption(words)
    if caption is not None:
        del parts[caption]
    return parts


def _without_tables(options: str) -> str:
    """The text, as long as it was, without the bars of the tables in it, of which one may hold others."""
    parts: list[str] = []
    position = depth = 0
    for match in _table_marks(options):
        if match[1]:
            depth -= 1
            if not depth:
                parts.append(options[position : match.end()].replace("|", " "))
                position = match.end()
            depth = max(depth, 0)
        else:
            if not depth:
                parts.append(options[position : match.start()])
                position = match.start()
            depth += 1
    rest = options[position:]
    return "".join((*parts, rest.replace("|", " ") if depth else rest))


def _shown_caption(words: Sequence[str]) -> int | None:
    """Which part of an image is shown below it: the last that is no option; None where no frame has room for it.

    Of the options that say whether there is a frame the first counts, and another one is a caption.
    """
    form, *others = [index for index, word in enumerate(words) if _is_format(word)] or (None,)
    if form is None or words[form] == _WITHOUT_FRAME:
        return None
    captions = {*others}
    for index in range(len(words) - 1, -1, -1):
        if index != form and (index in captions or not (_is_option(words[index]) or _is_link(words[index]))):
            return index
    return None


def _is_link(word: str) -> bool:
    """Whether a part of an image is `link=` with nothing, an address or a title; else it is a caption."""
    match = _link_option(word) if word.startswith("link=") else None
    if match is None or not match[2]:
        return match is not None
    return _MARKUP(match[2]) is not None or parse_title(unquote(match[2])) is not None


def image_end(text: str, caption: int) -> tuple[bool, int]:
    """(whether it is closed, where it ends) of an image whose caption begins at `caption` and holds links.

    After each `[[` in the caption one `]]` closes that link, and a second one the image; a `[[` without any
    leaves the image open.
    """
    closed = 1
    inside = False
    for match in _DOUBLE_BRACKET(text, caption):
        kind = match.lastindex
        if kind == 1:
            if not closed:
                return False, match.start()
            inside, closed = True, 0
        elif kind is None:
            return False, match.start()
        elif inside:
            closed += 1
            if closed > 1:
                return True, match.end()
    return False, len(text)
