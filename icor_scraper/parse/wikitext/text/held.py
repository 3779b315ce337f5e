"""What is held back of the text, as it is no markup where it stands, while its markup is read.

A sign of the parser takes its place, and at the end it is what it was.
"""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.links.urls import PROTOCOL_COLON
from icor_scraper.parse.wikitext.marks import UNKNOWN
from icor_scraper.parse.wikitext.quotes import APOSTROPHE, QUOTE
from icor_scraper.parse.wikitext.tags import HTML_TAGS, METADATA, decode_references, is_metadata

BRACKET = "\x06"
"""A bracket of a link's text, which opens no other link."""
_CLOSING = "\x10"
"""The same of a closing one."""
_QUOTES_IN_TAG = re.compile(r"<([A-Za-z][^<>/'\s]*+)(?=[\s/])[^<>'\n]*+(?:'(?!')[^<>'\n]*+)*+''[^<>\n]*+>").sub
_BRACKETS_IN_TAG = re.compile(r"<([A-Za-z][^<>/\[\]\s]*+)(?=[\s/])[^<>\[\]]*+[\[\]][^<>\x03]*+>").sub
_RULER = re.compile(r"\n-{4,}+")
_LIST_LINE = re.compile(r"\n(?=[*#:;])")

MARKS_OF_LINES = tuple("*#:;=-")
"""What marks a line where it begins one in the source; not where a link's words begin the line."""


def held_label(label: str) -> str:
    """The words of a link: no other link opens in them, and of what begins a line only headings and rulers count."""
    if "\n" in label:
        label = _RULER.sub("\n ", label)
        label = _LIST_LINE.sub(f"\n{QUOTE}", label) + QUOTE if "\n=" in label else label.replace("\n", " ")
    label = label.replace("[", BRACKET).replace("]", _CLOSING)
    return held_protocols(label) if ":" in label else label


def held_protocols(label: str) -> str:
    """The words of a link, in which no address is a link of its own."""
    return label.replace(":", f":{QUOTE}") if PROTOCOL_COLON.search(label) else label


def hold_quotes(text: str) -> str:
    """The text with the apostrophes in the attributes of tags as letters."""
    return _QUOTES_IN_TAG(_tag_without_quotes, text)


def _tag_without_quotes(match: re.Match[str]) -> str:
    """What only looks like a tag is text."""
    return match[0].replace("'", APOSTROPHE) if _is_element(match) else match[0]


def drop_brackets(text: str) -> str:
    """The text without the brackets in the attributes of tags, where they open no link."""
    return _BRACKETS_IN_TAG(_tag_without_brackets, text)


def _tag_without_brackets(match: re.Match[str]) -> str:
    return match[0].replace("[", QUOTE).replace("]", QUOTE) if _is_element(match) else match[0]


def _is_element(match: re.Match[str]) -> bool:
    """Whether MediaWiki lets an opening tag through that has something in it."""
    name = match[1].lower()
    return is_metadata(name, match[0][len(name) + 1 : -1]) if name in METADATA else name in HTML_TAGS


def as_letters(text: str) -> str:
    """The text with character references as characters, and what the parser held back as it was."""
    text = decode_references(text)
    text = text.replace(BRACKET, "[").replace(_CLOSING, "]")
    return text.replace(QUOTE, "").replace(APOSTROPHE, "'").replace(UNKNOWN, "")
