"""What links show: their words take the place of the whole links."""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.links.images import image_end
from icor_scraper.parse.wikitext.links.targets import (
    LABEL,
    MAX_PLAIN,
    PLAIN_TARGET,
    TARGET,
    is_category,
    is_image,
    link_title,
    open_target,
    shown_target,
)
from icor_scraper.parse.wikitext.links.urls import BRACKETED_URL, LABEL_SPACES, URL_CHARACTER, bracketed_url_end
from icor_scraper.parse.wikitext.names.titles import is_language_link
from icor_scraper.parse.wikitext.quotes import APOSTROPHE, QUOTE, mark_quotes
from icor_scraper.parse.wikitext.text.held import MARKS_OF_LINES, held_label, held_protocols
from icor_scraper.parse.wikitext.text.hidden import end_with_link

_VANISHED = "\x0f"
"""A link that is shown elsewhere, and takes the white space before it with it."""
TRIMMED = " \t\n\r\x0b"
"""The white space that it takes."""
TAG_SIGN = "\x11"
"""What begins a tag in a link's text, while terms are looked for."""

# Each alternative begins with a plain character, so that the search skips from one to the next.
_LINK = re.compile(
    rf"\[\[(?:({PLAIN_TARGET})(?:\|([^\[\]\x03]++))?+\]\](?!\])()"  # 1-3: a link with a plain target, as most are
    rf"|({TARGET})(?:\|([^\[\]\x03]++(?=\]\])|{LABEL}))?+\]\](\]?))?+"  # 4-6
)
_PLAIN = 3
_BAR_TARGET = re.compile(rf"\[\[({TARGET})\|").match
_URL = re.compile(rf"\[({BRACKETED_URL}){LABEL_SPACES}")
_URL_BEFORE_LINK = re.compile(rf"(//{URL_CHARACTER}*+)((?:\[\[)?+)").sub
_LABEL_END = re.compile(r"[\]\n\x00\x02\x03\x07]").search


class LinkWords:
    """The words of the wikilinks of one page."""

    def __init__(self, language: str, base: str) -> None:
        self._language = language
        self._base = base

    def as_words(self, text: str, colon: str) -> str:
        """The text with each link as its words, with `colon` for each colon in them."""
        if "//" in text:  # an address ends where a link opens, whose words are none of it
            text = _URL_BEFORE_LINK(lambda found: f"{found[1]}{QUOTE}[[" if found[2] else found[1], text)
        out: list[str] = []
        position = images_until = 0
        for match in _LINK.finditer(text):
            start = match.start()
            if start < position:
                continue
            if match.lastindex:
                out += (text[position:start], self._words_of(match, colon))
                position = match.end()
                continue
            target = _BAR_TARGET(text, start)
            if target is None:
                continue
            title = link_title(target[1], self._language, self._base)
            if start >= images_until and is_image(title):
                is_closed, images_until = image_end(text, target.end())
                if is_closed:
                    out += (text[position:start], QUOTE)
                    position = images_until
                    continue
            if title:  # MediaWiki gives the link up, but with its target read
                out += (text[position:start], f"[[{open_target(target[1], self._base)}|")
                position = target.end()
        text = "".join((*out, text[position:]))
        if _VANISHED in text:
            *parts, rest = text.split(_VANISHED)
            text = "".join([*map(_before_vanished, parts), rest])
        return text

    def _words_of(self, match: re.Match[str], colon: str) -> str:
        """What a link shows, with `colon` for each colon."""
        is_plain = match.lastindex == _PLAIN
        target, label, after = match.group(1, 2, 3) if is_plain else match.group(4, 5, 6)
        if not is_plain or len(target) > MAX_PLAIN:
            title = link_title(target, self._language, self._base)
            if title is None:
                return match[0]
            if after and label and "[" in label:  # where a bracket opens in the text, a third one ends it
                label, after = f"{label}]", ""
            if is_image(title):
                return QUOTE + after
            if is_category(title) or is_language_link(title):
                return _VANISHED + after
            target = shown_target(target, self._base)
        shown = target if label is None else mark_quotes(label) if "''" in label else label
        if shown.startswith(MARKS_OF_LINES):
            shown = QUOTE + shown
        shown = end_with_link(held_label(shown))
        if label is not None or not target.startswith("#"):  # else the quotes are read later
            shown = shown.replace("'", APOSTROPHE)
        return (shown if colon == ":" else shown.replace(":", colon).replace("<", TAG_SIGN)) + after


def _before_vanished(text: str) -> str:
    """What stays before a link that is shown elsewhere: no heading of its own line, but one of a line before."""
    kept = text.rstrip(TRIMMED)
    if not kept.endswith("="):
        return kept
    return kept + ("\n" if "\n" in text[len(kept) :] else QUOTE)


def url_labels(text: str, colon: str) -> str:
    """The text with each `[url label]` as its label, or as nothing without one, with `colon` for each colon in it."""
    out: list[str] = []
    position = unclosed = 0
    for match in _URL.finditer(text):
        if match.start() < max(position, unclosed):
            continue
        label_end = _LABEL_END(text, match.end())
        if label_end is None or label_end[0] != "]":
            unclosed = label_end.start() if label_end else len(text)  # nor is another one closed before there
            continue
        url, label = match[1], text[match.end() : label_end.start()]
        url_end = bracketed_url_end(url)
        space = " " * url.startswith("&", url_end)  # a character reference that ends the address begins the label
        shown = end_with_link(held_protocols(f"{url[url_end:]}{space}{label}"))
        out += (text[position : match.start()], QUOTE, shown.replace(":", colon))
        position = label_end.end()
    return "".join((*out, text[position:]))
