"""Where MediaWiki sees an external link: `[url label]`, and a bare URL in running text.

The protocols are $wgUrlProtocols (https://www.mediawiki.org/wiki/Manual:$wgUrlProtocols).
"""

from __future__ import annotations

import re
from string import ascii_letters
from typing import Final

from icor_scraper.parse.wikitext.quotes import letters_of
from icor_scraper.parse.wikitext.tags import HTML_TAGS, decode_value

_WITH_SLASHES = "ftp ftps git gopher http https irc ircs mms nntp redis sftp ssh svn telnet worldwind".split()
_WITHOUT_SLASHES = "bitcoin geo magnet mailto matrix news sip sips sms tel urn xmpp".split()
PROTOCOLS: Final = rf"(?i:(?:{'|'.join(_WITH_SLASHES)})://|(?:{'|'.join(_WITHOUT_SLASHES)}):)"

_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufffd"
URL_CHARACTER: Final = rf"[^\[\]<>\"\x00-\x20\x7f{_SPACES}]"
_ADDRESS = rf"(?:\[[0-9A-Fa-f:.]++\]|{URL_CHARACTER})"
URL: Final = rf"{PROTOCOLS}{_ADDRESS}{URL_CHARACTER}*+"
_NO_TAG = rf"(?=>|<(?!/?(?i:{'|'.join(sorted(HTML_TAGS))})[\t\n\v />]))"
"""Where a bracket stands that is of no tag: it ends the address, of which there may be nothing but its protocol."""
BRACKETED_URL: Final = rf"(?:{PROTOCOLS}|//)(?:{_ADDRESS}{URL_CHARACTER}*+|{_NO_TAG})"
LABEL_SPACES: Final = rf"[ {_SPACES}]*+"


def _ends_word(names: list[str]) -> str:
    """A look back from behind a colon: one of `names` stands before it, as a whole word."""
    return "|".join(rf"(?<=\b{name}:)" for name in names)


# The search skips from colon to colon, and looks back from each.
PROTOCOL_COLON: Final = re.compile(
    rf":(?:(?=//)(?i:{_ends_word(_WITH_SLASHES)})|(?=[^ \n])(?i:{_ends_word(_WITHOUT_SLASHES)}))"
)
_LONGEST_PROTOCOL = max(map(len, _WITH_SLASHES))
_BARE_END = re.compile(r"&(?:lt|gt|nbsp|#x0*(?:3[cCeE]|[aA]0)|#0*(?:60|62|160));")
URL_TO_ENTITY: Final = rf"{PROTOCOLS}{_ADDRESS}(?:(?!{_BARE_END.pattern}){URL_CHARACTER})*+"
"""A bare URL up to the character reference that ends it: where one follows another, each is read once."""
_NUMBER_HOST = re.compile(r"([a-zA-Z]++://)(?:\[|%5B)([0-9A-Fa-f:.]++)(?:\]|%5D)((?::\d++)?)(?=/|\Z)").match
"""An address by number, whose brackets MediaWiki 1.39 leaves: with a protocol, and no query right after it."""
_PUNCTUATION = ",;.:!?\\"
"""What ends a bare URL where nothing of it follows."""
_UNSAFE = re.compile(r"[\[\]<>\"|\x00-\x20\x7f]")
_IGNORED = re.compile(
    "[\\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8]"
)
protocol_at_start = re.compile(PROTOCOLS).match
_BRACKETED_END = re.compile(r"&(?:lt|gt);")


def protocol_start(text: str, colon: int) -> int:
    """Where the protocol begins whose colon PROTOCOL_COLON found."""
    before = text[max(colon - _LONGEST_PROTOCOL, 0) : colon]
    return colon - len(before) + len(before.rstrip(ascii_letters))


def protocol_end(url: str) -> int:
    """Where the address proper begins; a URL without a protocol begins with two slashes."""
    found = protocol_at_start(url)
    return found.end() if found else len("//")


def bracketed_url_end(url: str) -> int:
    """How much of what looks like a URL after `[` belongs to it: quotes and `&lt;` end it."""
    return _cut(url, _BRACKETED_END)


def bare_url_end(url: str) -> int:
    """How much of what looks like a bare URL belongs to it: punctuation at its end does not."""
    end = _cut(url, _BARE_END)
    marks = _PUNCTUATION if "(" in url[:end] else f"{_PUNCTUATION})"
    stripped = url[:end].rstrip(marks)
    rest = url[len(stripped) : end]
    if rest.startswith(";") and (reference := re.search(r"&(?:[a-zA-Z]+|#x[0-9a-fA-F]+|#[0-9]+)$", stripped)):
        return reference.end() + 1
    return len(stripped)


def clean_url(url: str) -> str:
    """The address as MediaWiki writes it: character references decoded, what no URL may hold as %XX, a space as "+",
    and no invisible characters in the host's name."""
    if ("[" in url or "%5B" in url) and (by_number := _NUMBER_HOST(url)):
        return f"{by_number[1]}[{by_number[2]}]{by_number[3]}{clean_url(url[by_number.end() :])}"
    url = _UNSAFE.sub(_escaped, decode_value(url))
    if url.isascii():
        return url
    scheme, slashes, rest = url.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}{slashes}{_IGNORED.sub('', host)}{slash}{path}"


def _escaped(match: re.Match[str]) -> str:
    return "+" if match[0] == " " else f"%{ord(match[0]):02X}"


def _cut(url: str, entity: re.Pattern[str]) -> int:
    quotes = url.find("''")
    if quotes >= 0:
        rest = url[quotes:]
        quotes += letters_of(len(rest) - len(rest.lstrip("'")))
    found = entity.search(url) if "&" in url else None
    if quotes < 0 and found is None:
        return len(url)
    return min(len(url), *(at for at in (quotes, found.start() if found else -1) if at >= 0), len(url))
