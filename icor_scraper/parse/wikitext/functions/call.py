"""What a parser function is given, and what it may give back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Protocol

from icor_scraper.parse.wikitext.marks import Mark

BLANKS: Final = " \t\n\r\0\x0b"
"""The white space that MediaWiki trims from arguments; a no-break space is not part of it."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page on which a function stands."""

    title: str
    """With its namespace, in MediaWiki's normal form with spaces; "" where it is not known."""
    language: str = "en"
    """Code of the wiki's content language."""
    server: str = ""
    """The wiki's address without a path, as "//en.wikipedia.org"; "" where it is not known."""


@dataclass(frozen=True, slots=True)
class TagCall:
    """`{{#tag:name|content|attribute=value}}`: an extension tag, for the scanner to read as one."""

    name: str
    """In lower case."""
    content: str | None
    """Expanded, white space kept; None for a tag without content (`<name />`)."""
    attributes: Mapping[str, str]
    """As they were given: one pair of quotes around a value goes when the tag is made."""


Shown = str | TagCall
"""What takes the place of a call, or a part of it."""


class FunctionArguments(Protocol):
    """The arguments after the first, counted from 0, each expanded no earlier than it is asked for."""

    def __len__(self) -> int: ...

    def name(self, index: int) -> str | None:
        """The expanded text before the argument's first "=", trimmed; None where it has no "="."""

    def value(self, index: int) -> str:
        """The expanded text after the first "="; the whole of an argument that has none."""

    def whole(self, index: int) -> str:
        """The whole expanded argument, name and "=" included, white space kept."""


class FunctionCall:
    """`{{name: first | argument | argument}}` while it is evaluated."""

    __slots__ = ("arguments", "doubt", "first", "is_template", "linked", "marks", "page")

    def __init__(self, first: str, arguments: FunctionArguments, page: Page, marks: Sequence[Mark] = ()) -> None:
        self.first = first.strip(BLANKS)
        """The expanded text after the colon, trimmed."""
        self.arguments = arguments
        self.page = page
        self.marks = marks
        """What extension tags have left so far, by the numbers of the marks in the arguments."""
        self.linked = ""
        """Set by a function of whose page MediaWiki keeps a link that nobody sees: its title."""
        self.is_template = False
        """Set by a function that is none for what it is given: the call is a template's then."""
        self.doubt = ""
        """Set by a function whose output is a guess: why, as a clause; "" where it is sure."""

    @property
    def count(self) -> int:
        """How many arguments follow the first."""
        return len(self.arguments)

    def arg(self, index: int) -> str | None:
        """The whole argument at `index` (from 0, after the first), trimmed; None where not given."""
        return self.arguments.whole(index).strip(BLANKS) if index < len(self.arguments) else None

    def text(self, index: int) -> str:
        """As `arg`, with "" where not given."""
        return self.arg(index) or ""

    def name(self, index: int) -> str | None:
        return self.arguments.name(index)

    def value(self, index: int) -> str:
        """The value of the argument at `index`, trimmed."""
        return self.arguments.value(index).strip(BLANKS)


Output = str | TagCall | None
"""Wikitext to take the call's place, or a tag; None for what only the wiki can tell."""

Function = Callable[[FunctionCall], Output]
Variable = Callable[[Page], str | None]


_INTEGER = re.compile(r"[ \t\n\r\v\f]*([+-]?[0-9]{1,18})((?:\.[0-9]*)?[eE][+-]?[0-9]{1,3})?")
_TOO_LARGE = 1e18
"""No number of 18 digits, as are read, is as large: what an exponent makes of one counts as none."""


def integer(text: str | None) -> int:
    """The whole number that a text begins with, as PHP reads it: 0 where there is none."""
    found = _INTEGER.match(text or "")
    if found is None:
        return 0
    number = float(found[1] + found[2]) if found[2] else int(found[1])
    return int(number) if abs(number) < _TOO_LARGE else 0


def error(message: str) -> str:
    """A message in the form that `#iferror` looks for."""
    shown = escape(message).replace("&#x27;", "&#039;")
    return f'<strong class="error">{shown}</strong>'
