"""Violation: what a guard found, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from icor_scraper.visible import shortened


class Guard(StrEnum):
    """The guards, by the names that messages and reports begin with."""

    TOO_FEW = "too-few-records"
    DOUBLED_KEYS = "doubled-keys"
    TYPES = "types"
    MARKUP = "markup"
    VOCABULARY = "vocabulary"
    CONTRADICTION = "contradiction"
    YEARS = "years"
    EMPTY = "empty-values"
    REPEATED = "repeated-values"
    LOST_KEYS = "lost-keys"
    FALLEN_OUT = "fallen-out-records"
    NEW_KEYS = "new-keys"
    EMPTIED = "emptied-column"
    CHURN = "churn"
    SCRAMBLED = "scrambled-column"
    MOVED_COLUMN = "moved-column"
    LOST_REFERENCES = "lost-references"
    DISAGREEMENT = "disagreement"
    READ_ONCE = "read-once"
    BLANKED = "page-blanked"
    REDIRECTED = "page-redirected"
    SHRUNK = "page-shrunk"
    OTHER_PAGE = "other-page"
    OLDER = "older-revision"
    UNSETTLED = "unsettled-revision"
    TAGGED = "tagged-revision"
    NOTHING_TO_COMPARE = "nothing-to-compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One guard that a candidate breaks."""

    guard: Guard
    message: str
    """What was expected and what was found."""
    advice: str
    """What a maintainer can do."""

    def __str__(self) -> str:
        return f"{self.guard}: {self.message}; {self.advice}"


_LISTED = 5
"""How many keys or values a message names."""


def listed(names: Collection[object]) -> str:
    """The first few of `names`, and how many more there are."""
    shown = ", ".join(shortened(str(name)) for name in list(names)[:_LISTED])
    return f"{shown} and {len(names) - _LISTED} more" if len(names) > _LISTED else shown
