"""Names of months and days as `#time` writes them.

MediaWiki has its own of every language; those of CLDR, which are at hand, are the same in the languages listed here.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH: Final = frozenset({"en", "simple"})
"""Languages in which dates are written in English."""
_OTHERS: Final = frozenset("cs da de el es fr hu id it ja ko nb nl pl pt ro ru sv tr".split())
"""Languages whose whole names, but not the short ones, are those of CLDR."""


class DateWords(NamedTuple):
    """The names of one language."""

    months: tuple[str, ...]
    genitives: tuple[str, ...]
    """Of the months, as they follow a day."""
    weekdays: tuple[str, ...]
    is_shortened: bool
    """Whether the first three letters of a name are its short form; else that is not known."""


ENGLISH_WORDS: Final = DateWords(MONTHS, MONTHS, WEEKDAYS, is_shortened=True)


def date_words(language: str) -> DateWords | None:
    """The names of a language; None where they are not known."""
    if language in ENGLISH:
        return ENGLISH_WORDS
    return _words_of(language) if language in _OTHERS else None


@cache
def _words_of(language: str) -> DateWords:
    from babel import Locale  # noqa: PLC0415 - slow to load and rarely asked for

    locale = Locale(language)
    months, genitives = (
        tuple(locale.months[form]["wide"][month] for month in range(1, 13)) for form in ("stand-alone", "format")
    )
    weekdays = tuple(locale.days["stand-alone"]["wide"][day] for day in range(7))
    return DateWords(months, genitives, weekdays, is_shortened=False)
