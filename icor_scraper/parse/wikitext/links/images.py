"""What stands in `[[File:name|options|caption]]` after the name.

https://www.mediawiki.org/wiki/Help:Images: the last part that is no option is the caption.
"""

from __future__ import annotations

import itertools
import re

from icor_scraper.parse.wikitext.links.urls import BRACKETED_URL, PROTOCOLS

_OPTION_BAR = re.compile(r"\||\[\[|\]\]").finditer
_TABLE = re.compile(r"\n[ \t]*+:*+[ \t]*+\{\|.*?(?:\n[ \t]*+\|\}|\Z)", re.DOTALL).sub
_is_frame = re.compile(r"(?:thumb|thumbnail)(?:=.*)?|frame|framed|enframed").fullmatch
_is_option = re.compile(
    r"(?:thumb|thumbnail)(?:=.*)?|frame|framed|enframed|frameless|border|left|right|none|center|centre|baseline|sub|super"
    r"|sup|top|text-top|middle|bottom|text-bottom|upright(?:[= ]\s*[\d.]*+)?|(?:\d*x)?\d+ ?px|(?:alt|class)=.*"
    rf"|link=\s*(?:{BRACKETED_URL}|(?!\s|{PROTOCOLS}|//).*)",
    re.DOTALL,
).fullmatch
_DOUBLE_BRACKET = re.compile(r"\[\[()|\]\]()|[\x02\x03]").finditer
_IN_BRACKETS = r"\[\[[^\[\]\n]++\]\]|\[[^\[\]\n|]++\]"
link_options = re.compile(
    rf"(?:^|\|)[ \t\n]*+link=[ \t\n]*+((?:[ \t]*+(?:[^|\[\]\n \t]++|{_IN_BRACKETS}))*+)[ \t\n]*+(?=\||$)"
).finditer
"""Each `link=` and its target, as group 1; of a link in it counts what it shows."""


def unlinked_parts(options: str, start: int) -> list[tuple[int, int]]:
    """Where in an image's options, which begin at `start`, a bare URL is no link; each part with its bar.

    Only a caption is read as text: the last part that is no option, where the image has a frame to show it in.
    """
    if "{|" in options:  # the bars of a table part no options
        options = _TABLE(lambda match: match[0].replace("|", " "), options)
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
    words = [options[first + 1 - start : last - start].strip() for first, last in parts]
    if any(map(_is_frame, words)):
        caption = next((index for index in range(len(words) - 1, -1, -1) if not _is_option(words[index])), None)
        if caption is not None:
            del parts[caption]
    return parts


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
