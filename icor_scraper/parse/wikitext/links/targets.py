"""What stands between the brackets of a link: which targets there are, what they name, and what they show."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from icor_scraper.parse.wikitext.links.urls import PROTOCOLS
from icor_scraper.parse.wikitext.names.subpages import resolve
from icor_scraper.parse.wikitext.names.titles import CATEGORY, FILE, MEDIA, Title, is_language_link, parse_title
from icor_scraper.parse.wikitext.tags import HTML_TAGS

_NO_TARGET = r"\[\]{}|<\n\x00-\x08"
_SECTION = rf"#(?:[^{_NO_TARGET}]++|<(?!/?(?i:{'|'.join(sorted(HTML_TAGS))})(?=[\t\n\v />])[^<>]*+>))*+"
TARGET = rf"(?:[^{_NO_TARGET}>#]++(?:{_SECTION})?+|{_SECTION})"
"""What may be a link's target: a section may be named with angle brackets that make no tag, a page not."""
_COMBINING = r"\u0300-\u036f\u1100-\u11ff\u3099\u309a\u2126\u212a\u212b"
"""Signs that with the letter before them, or by themselves, may stand for another letter."""
_UNUSUAL = rf"\x00-\x1f\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u3000\ufffd{_COMBINING}"
"""Controls, odd spaces and what may not be in normal form."""
_PLAIN_WORD = rf"[^ _%&#:~/|{{}}<>\[\]{_UNUSUAL}]++"
PLAIN_TARGET = rf"(?!\.){_PLAIN_WORD}(?: {_PLAIN_WORD})*+"
"""A target that is a title as it stands, but for its first letter: no namespace, section, entity or odd space."""
MAX_PLAIN = 63
"""Letters of a plain target that are surely no more than the 255 bytes a title may have."""
LABEL = r"(?:[^\[\x02\x03]|\[(?!\[))(?:[^\[\]\x02\x03]++|\[(?!\[)|\](?!\]))*+"
"""A link's text: at least one character, and up to the next two closing brackets."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
URL_AT_START = re.compile(rf"{PROTOCOLS}|//")
"""What makes an address of what could be a target."""
_TO_SUBPAGES = ("/", "../")


def percent_decoded(target: str) -> str:
    """A target with its `%XX` as characters, but for those that no text may hold."""
    return _CONTROLS.sub("\ufffd", unquote(target))


@lru_cache(maxsize=4096)
def link_title(target: str, language: str, base: str) -> Title | None:
    """The title a link's target names on the page `base`, if that may have subpages; None where it makes no link."""
    if "%" in target:
        target = unquote(target)
    if URL_AT_START.match(target.lstrip(" ")):
        return None
    target = target.strip(" ")
    if base and target.startswith(_TO_SUBPAGES):
        target = resolve(target, base)[0]
    title = parse_title(target, language)
    if title and title.fragment and _CONTROLS.search(title.fragment):  # in a page's name they make no title
        return title._replace(fragment=_CONTROLS.sub("\ufffd", title.fragment))
    return title


def shown_target(target: str, base: str) -> str:
    """What a link without words of its own shows."""
    if "%" in target:
        target = percent_decoded(target)
    target = target.lstrip(" ")
    words = resolve(target, base)[1] if base and target.startswith(_TO_SUBPAGES) else None
    return target.removeprefix(":") if words is None else words


def open_target(target: str, base: str) -> str:
    """What is shown of the target of a link that is never closed."""
    if "%" in target:
        target = percent_decoded(target).replace("<", "&lt;").replace(">", "&gt;")
    target = target.lstrip(" ")
    return resolve(target, base)[0] if base and target.startswith(_TO_SUBPAGES) else target


def is_image(title: Title | None) -> bool:
    """`[[File:...]]`: shown as a picture, whose caption may hold links."""
    return title is not None and title.namespace == FILE and not title.has_colon and not title.interwiki


def is_category(title: Title) -> bool:
    """`[[Category:...]]`: shown nowhere in the text."""
    return title.namespace == CATEGORY and not title.has_colon and not title.interwiki


def has_trail(title: Title) -> bool:
    """Whether letters right after the link belong to it: not after what is shown elsewhere, nor a file."""
    return not (is_image(title) or is_category(title) or is_language_link(title) or title.namespace == MEDIA)
