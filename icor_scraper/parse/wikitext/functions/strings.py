"""Letter case, padding and encoding of text (https://www.mediawiki.org/wiki/Help:Magic_words)."""

from __future__ import annotations

import re
from unicodedata import bidirectional
from urllib.parse import quote, quote_plus

from icor_scraper.parse.wikitext.functions.call import FunctionCall, integer
from icor_scraper.parse.wikitext.marks import MARK_PATTERN
from icor_scraper.parse.wikitext.tags import decode_value

_EMBEDDING = {"L": "\u202a", "R": "\u202b", "AL": "\u202b"}
_LONGEST_PADDED = 500  # MediaWiki's limit
_LETTERS_OF_MARK = 28
"""So many characters, and its name, stand for a tag in MediaWiki while functions count them."""
_WIKI_SAFE = ";@$!*(),/~:"
_WIKILINK = re.compile(r"\[\[:?([^\[|\]]+)(?:\|([^\[\]]*))?\]\]")
_LABELLED_URL = re.compile(r"\[(?:https?:|ftp:|mailto:)?//[^\s\[\]]+ ([^\[\]]*)\]|\[mailto:[^\s\[\]]+ ([^\[\]]*)\]")
_TAG = re.compile("<[^<>]*>")
_PERCENT_CODE = re.compile("%(?=[0-9A-Fa-f]{2})")
_ANCHOR_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        '"': "&quot;",
        "'": "&#039;",
        "<": "&lt;",
        ">": "&gt;",
        "[": "&#91;",
        "]": "&#93;",
        "{": "&#123;",
        "}": "&#125;",
        "|": "&#124;",
    }
)


def lc(call: FunctionCall) -> str:
    return _lower(call.first)


def _lower(text: str) -> str:
    """Letter by letter: a sigma at the end of a word is as any other."""
    return "".join(map(str.lower, text)) if "Σ" in text else text.lower()


def uc(call: FunctionCall) -> str:
    return call.first.upper()


def lcfirst(call: FunctionCall) -> str:
    return call.first[:1].lower() + call.first[1:]


def ucfirst(call: FunctionCall) -> str:
    return call.first[:1].upper() + call.first[1:]


def padleft(call: FunctionCall) -> str:
    return _padding(call) + call.first


def padright(call: FunctionCall) -> str:
    return call.first + _padding(call)


def _padding(call: FunctionCall) -> str:
    """What brings the text to the length asked for; "0" is repeated unless another text is given."""
    given = call.arg(1)
    filler = "0" if given is None else MARK_PATTERN.sub("", given)  # what an extension shows is not repeated
    missing = min(integer(call.arg(0)), _LONGEST_PADDED) - len(call.first)
    for mark in MARK_PATTERN.finditer(call.first):
        missing -= _LETTERS_OF_MARK + len(call.marks[int(mark[1])].name) - len(mark[0])
    if missing <= 0 or not filler:
        return ""
    return (filler * (missing // len(filler) + 1))[:missing]


def bidi(call: FunctionCall) -> str:
    """The text between marks of the direction that its first letter has."""
    for letter in call.first:
        if (direction := bidirectional(letter)) in _EMBEDDING:
            return f"{_EMBEDDING[direction]}{call.first}\u202c"
    return call.first


def urlencode(call: FunctionCall) -> str:
    style, text = call.text(0).upper(), MARK_PATTERN.sub("", call.first)
    if style == "WIKI":
        return wiki_encode(text.replace(" ", "_"))
    if style == "PATH":
        return quote(text, safe="~")
    return quote_plus(text, safe="").replace("~", "%7E")


def wiki_encode(text: str) -> str:
    """As page addresses are encoded."""
    return quote_plus(text, safe=_WIKI_SAFE)


def anchorencode(call: FunctionCall) -> str:
    """The anchor that a heading of this text would have."""
    text = _WIKILINK.sub(lambda link: link[1] if link[2] is None else link[2], MARK_PATTERN.sub("", call.first))
    text = _LABELLED_URL.sub(lambda link: link[1] or link[2] or "", text)
    text = _TAG.sub("", text.replace("'''", "").replace("''", ""))
    anchor = re.sub(r"[ _\t\n\xa0]+", "_", decode_value(text.strip(" _\t\n")).rstrip(" _\t\n\xa0"))
    anchor = _PERCENT_CODE.sub("%25", anchor)
    return anchor.translate(_ANCHOR_ESCAPES).replace("://", "&#58;//")
