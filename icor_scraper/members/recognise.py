"""Tell what a column holds from its values alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from icor_scraper.members.naming import split_abbreviation
from icor_scraper.members.places import is_continent, is_country
from icor_scraper.records import is_blank

_FULL = 0.9
"""A column is told only if so much of it is filled."""
_ABBREVIATED = 0.8
"""Names with an abbreviation after a comma are the parties' if so many of them are (ICOR: 47 of 50)."""


def are_continents(texts: Sequence[str]) -> bool:
    """Whether all of a well-filled column are continents."""
    return _are(texts, is_continent, 1.0)


def are_countries(texts: Sequence[str]) -> bool:
    """Whether all of a well-filled column are countries."""
    return _are(texts, is_country, 1.0)


def are_party_names(texts: Sequence[str]) -> bool:
    """Whether most of a well-filled column are names with their abbreviation."""
    return _are(texts, lambda words: split_abbreviation(words)[1] is not None, _ABBREVIATED)


def _are(texts: Sequence[str], holds: Callable[[str], bool], share: float) -> bool:
    filled = [words for words in texts if not is_blank(words)]
    return bool(filled) and len(filled) >= _FULL * len(texts) and sum(map(holds, filled)) >= share * len(filled)
