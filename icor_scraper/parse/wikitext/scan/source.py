"""The text as MediaWiki would store it, and the way back to the text that was given.

MediaWiki cleans what is saved: line ends become "\\n", and characters that XML forbids become U+FFFD
(https://www.mediawiki.org/wiki/UtfNormal); and its parser reads a delete character as "?". A text from a wiki is
clean already; one from a file may not be. The parser reads the clean text, and its control characters are free for the
parser's own marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from icor_scraper.models import ParseWarning, Span, WarningCode, make_spans
from icor_scraper.parse.wikitext.capped import capped

_DELETE = "\x7f"
_CONTROLS = bytes([*range(9), *range(11, 32), ord(_DELETE)])
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPAIRED = re.compile(f"{_FORBIDDEN.pattern}|{_DELETE}")
_LINE_END = re.compile("\r\n?")
MOST_REPAIRED = 20
"""Warnings of characters: a binary file has thousands."""


@dataclass(frozen=True, slots=True)
class Source:
    """A clean text, and where each of its characters stood in the text given."""

    text: str
    given: str
    dropped: tuple[int, ...] = ()
    """Positions in `text` before which one "\\r" each was dropped, ascending."""
    warnings: tuple[ParseWarning, ...] = ()

    def position(self, clean: int) -> int:
        """The position in the given text of position `clean` in the clean one."""
        return clean + bisect_right(self.dropped, clean) if self.dropped else clean

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the given text."""
        if not self.dropped:
            return tuple.__new__(Span, (start, end))  # does what Span(...) does, in half the time
        given_start = self.position(start)
        return Span(given_start, max(given_start, end + bisect_left(self.dropped, end)))

    def spans(self, ranges: Iterable[tuple[int, int]]) -> list[Span]:
        """The same of many ranges."""
        if self.dropped:
            return [self.span(start, end) for start, end in ranges]
        return make_spans(ranges)


def _is_clean(text: str) -> bool:
    """Whether nothing is to be cleaned; by UTF-8, as encoding it is the quickest look for lone surrogates."""
    try:
        octets = text.encode()
    except UnicodeEncodeError:
        return False
    return len(octets.translate(None, _CONTROLS)) == len(octets) and "\ufffe" not in text and "\uffff" not in text


def _repair(character: str) -> str:
    """How a character is told that is not read as it stands."""
    if character == _DELETE:
        return 'which MediaWiki does not show, is read as "?"'
    return "which MediaWiki never stores, is read as U+FFFD"


def clean_source(given: str) -> Source:
    """The text with MediaWiki's cleaning done, each forbidden character told as a warning."""
    if _is_clean(given):
        return Source(given, given)
    warnings = (
        ParseWarning(
            code=WarningCode.REPAIRED_CHARACTER,
            message=f"character U+{ord(match[0]):04X}, {_repair(match[0])}",
            span=Span(*match.span()),
            subject=f"U+{ord(match[0]):04X}",
        )
        for match in _REPAIRED.finditer(given)
    )
    told = capped(warnings, sum(1 for _ in _REPAIRED.finditer(given)), MOST_REPAIRED)
    text = _FORBIDDEN.sub("\ufffd", given).replace(_DELETE, "?")
    dropped: list[int] = []
    for match in _LINE_END.finditer(text):
        if match.end() - match.start() == 2:
            dropped.append(match.start() - len(dropped))
    return Source(_LINE_END.sub("\n", text), given, tuple(dropped), tuple(told))
