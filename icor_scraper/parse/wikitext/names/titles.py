"""Link targets and template names as titles in MediaWiki's normal form.

https://www.mediawiki.org/wiki/Manual:Page_title tells what a title may hold, and
https://www.mediawiki.org/wiki/Help:Namespaces what stands before its colon.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from functools import lru_cache
from socket import AF_INET6, inet_pton
from typing import Final, NamedTuple
from unicodedata import normalize

from icor_scraper.parse.wikitext.names.namespaces import (
    INTERWIKI_PREFIXES,
    LANGUAGE_CODES,
    local_names,
    namespaces_of,
)
from icor_scraper.parse.wikitext.tags import decode_value

_TALK = 1
_USERS = frozenset({2, 3})
ARTICLE, TEMPLATE, FILE, CATEGORY, MEDIA, SPECIAL = 0, 10, 6, 14, -2, -1

SPACES: Final = re.compile("[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
DIRECTION_MARKS: Final = re.compile("[\u200e\u200f\u202a-\u202e]+")
_ILLEGAL = re.compile(
    r"[\x00-\x1f\x7f<>\[\]{}|#]"
    r"|%[0-9A-Fa-f]{2}"
    r"|&[A-Za-z0-9\u0080-\uffff]+;"
    r"|~~~"
    r"|^\.\.?$|^\.\.?/|/\.\.?/|/\.\.?$"
)
_MOST_BYTES = 255
_MOST_BYTES_SPECIAL = 512
"""Of a special page's name, which holds parameters too."""
_LISTINGS = frozenset(
    "allpages apihelp contributions filelist imagelist listfiles listusers newfiles newimages newpages prefixindex "
    "recentchanges recentchangeslinked relatedchanges userlist users wantedpages whatlinkshere".split()
)
"""The special pages that `{{Special:...}}` puts into the page, in lower case, by each of their English names."""
_is_address = re.compile("([0-9A-Fa-f:]+)(/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?").fullmatch
_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|0?[0-9]?[0-9])"
_is_old_address = re.compile(rf"{_BYTE}(?:\.{_BYTE}){{3}}(?:/(?:3[0-2]|[12]?[0-9]))?").fullmatch
_ZEROS = re.compile(r"(?:^|(?<=\.))0+(?=[0-9])")


class Title(NamedTuple):
    """A parsed title."""

    namespace: int
    text: str
    """With its namespace, spaces for underscores, first letter in upper case; "" for `#section`."""
    fragment: str | None
    interwiki: str
    """The prefix of another wiki, in lower case; "" for this one."""
    has_colon: bool
    """Whether a colon came first, and not as a code, which makes a file, category or language link a plain one."""

    @property
    def name(self) -> str:
        """The title without its namespace."""
        return self.text.partition(":")[2] if self.namespace else self.text


@lru_cache(maxsize=8192)
def parse_title(raw: str, language: str = "en", namespace: int = ARTICLE) -> Title | None:
    """The title that `raw` names, or None where MediaWiki refuses it.

    `namespace` is the one meant where `raw` names none (10 for a template's name).
    """
    text = decode_value(raw) if "&" in raw else raw
    text = text if text.isascii() else normalize("NFC", text)
    text = SPACES.sub(" ", DIRECTION_MARKS.sub("", text)).strip(" ")
    if "\ufffd" in text:  # not even in the fragment
        return None
    has_colon = False
    if text.startswith(":"):
        text, namespace = text[1:].strip(" "), ARTICLE
        has_colon = raw.lstrip(" ").startswith(":")
    text, hash_, fragment = text.partition("#")
    text = text.rstrip(" ")
    interwiki, namespace, text = _prefixes(text, language, namespace)
    if namespace in _USERS and (":" in text or "." in text):
        text = _whole_address(text)
    most = _MOST_BYTES_SPECIAL if namespace == SPECIAL else _MOST_BYTES
    if text.startswith(":") or _ILLEGAL.search(text) or len(text.encode("utf-8", "replace")) > most:
        return None
    if not text and not interwiki and not (hash_ and namespace == ARTICLE):
        return None
    if text and not interwiki:
        text = with_capital(text)
    if namespace:
        text = f"{local_names(language)[namespace]}:{text}"
    fragment = fragment.strip(" ")
    return Title(namespace, text, fragment if fragment or not text else None, interwiki, has_colon)


@lru_cache(maxsize=4096)
def template_title(name: str, language: str) -> str | None:
    """The template that `{{name}}` calls, without its namespace if that is "Template"; None where it is no title."""
    title = parse_title(name, language, TEMPLATE)
    if title is None or not title.text or title.interwiki:
        return None
    return title.name if title.namespace == TEMPLATE else title.text


def is_linked_when_called(title: str, language: str) -> bool:
    """Whether `{{title}}` shows a link: it names a special page that cannot be put into another page."""
    if ":" not in title:
        return False
    parsed = parse_title(title, language)
    return parsed is not None and parsed.namespace == SPECIAL and parsed.name.partition("/")[0].lower() not in _LISTINGS


def _prefixes(text: str, language: str, namespace: int) -> tuple[str, int, str]:
    """(interwiki prefix, namespace, the rest) of a title."""
    names = namespaces_of(language)
    prefix, colon, rest = text.partition(":")
    word, rest = prefix.strip(" ").lower(), rest.strip(" ")
    if not colon:
        return "", namespace, text
    if word in names:
        if names[word] == _TALK and _has_prefix(rest, names):
            return "", _TALK, ":"  # no title
        return "", names[word], rest
    if word in INTERWIKI_PREFIXES:
        return word, ARTICLE, rest[1:].lstrip(" ") if rest.startswith(":") else rest
    return "", namespace, text


def _whole_address(name: str) -> str:
    """The name of a user without an account, an IP address or a range of them, in its one form.

    All blocks of an IPv6 address are written out; no byte of another one begins with a zero.
    """
    if address := _is_address(name):
        try:
            blocks = struct.unpack("!8H", inet_pton(AF_INET6, address[1]))
        except OSError:
            return name
        return ":".join([f"{block:X}" for block in blocks]) + (address[2] or "")
    return _ZEROS.sub("", name) if _is_old_address(name) else name


def _has_prefix(text: str, names: Mapping[str, int]) -> bool:
    """Whether a namespace or another wiki is named before a colon."""
    prefix, colon, _ = text.partition(":")
    word = prefix.strip(" ").lower()
    return bool(colon) and (word in names or word in INTERWIKI_PREFIXES)


def with_capital(text: str) -> str:
    """The first letter in upper case, unless that would make two letters of it (as of "ß")."""
    first = text[0].upper()
    return first + text[1:] if len(first) == 1 else text


def is_language_link(title: Title) -> bool:
    """Whether `[[xx:...]]` is a link in the margin, shown nowhere in the text."""
    return bool(title.interwiki) and not title.has_colon and title.interwiki in LANGUAGE_CODES
