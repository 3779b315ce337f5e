"""DatasetSpec: what a dataset is made of, and how far it may change unseen from one day to the next."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Generic, Self, TypeVar

import msgspec

from icor_scraper.models import Article, ParseWarning

R = TypeVar("R")

REFUSED_TAGS = ("mw-reverted", "mw-blank", "mw-replace", "mw-new-redirect", "mw-contentmodelchange")
"""Change tags of an edit that was undone since, or that emptied, replaced or redirected the page.

https://www.mediawiki.org/wiki/Manual:Tags lists them. The edit that undoes another ("mw-undo",
"mw-rollback", "mw-manual-revert") is not among them: it restores what stood before.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a candidate may go before a guard refuses it.

    A share is of the published records, from 0 to 1; a limit of so many records is never below
    `always_allowed`, so that a short table can change at all. What equals a limit is allowed.

    Raises ValueError for a number beyond its range: NaN, or a share above 1, would switch a guard off in silence.
    """

    min_records: int = 1
    """Fewer records than this are refused, whatever was published."""
    max_lost_share: float = 0.1
    """Share of the published records whose key is gone."""
    max_new_share: float = 0.1
    """Share of records with a key that was not published, of the number of published ones."""
    max_changed_share: float = 0.1
    """Share of the records kept that changed in one column, for each column."""
    max_changed_shares: Mapping[str, float] = field(default_factory=dict)
    """The same for columns that change more or less than others, by field."""
    always_allowed: int = 2
    """So many records may always be lost, new, or changed in a column."""
    max_permuted: int = 3
    """So many records may exchange a column's values among each other; more looks scrambled."""
    max_moved_share: float = 0.2
    """Share of a column's values that may have stood in another column before."""
    max_null_share: float = 1.0
    """Share of records without a value, for each column that may be empty."""
    max_null_shares: Mapping[str, float] = field(default_factory=dict)
    """The same for columns that are emptier or fuller than others, by field."""
    max_repeated_shares: Mapping[str, float] = field(default_factory=dict)
    """Share of records whose value another record has too, for columns of values that hardly ever repeat, by field."""
    max_null_increase: float = 0.1
    """By how much the share of records without a value may grow from the published one."""
    max_lost_readings: int = 0
    """How many of the two readings that verified the published records may be missing, where the source has both."""
    max_references_lost_share: float = 0.25
    """Share of the article's defined references that may be gone."""
    max_shrink_share: float = 0.5
    """Share of the article's bytes that may be gone."""
    settle_hours: float = 0.0
    """A revision younger than this is refused for now; 0 switches the guard off."""
    refused_tags: tuple[str, ...] = REFUSED_TAGS
    """A revision with one of these change tags is refused."""

    def __post_init__(self) -> None:
        for entry in fields(self):
            value = getattr(self, entry.name)
            for number in value.values() if isinstance(value, Mapping) else (value,):
                if isinstance(number, int | float):
                    _check_range(entry.name, number)

    def changed_share(self, column: str) -> float:
        """The limit of changes in `column`."""
        return self.max_changed_shares.get(column, self.max_changed_share)

    def null_share(self, column: str) -> float:
        """The limit of missing values in `column`."""
        return self.max_null_shares.get(column, self.max_null_share)


def _check_range(name: str, number: float) -> None:
    most = 1.0 if "_share" in name or name.endswith("_increase") else math.inf
    if not 0 <= number <= most or math.isinf(number):
        expected = "from 0 to 1" if most == 1 else "of at least 0"
        raise ValueError(f"expected a number {expected} for {name}, found {number} (limits)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A field of text whose every value is of a known kind; None is left to the null rates."""

    field: str
    describes: str
    """What a value must be, as "a continent"."""
    holds: Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRange:
    """A field of years (tuple[int, ...]) that cannot lie before `first` or in the future."""

    field: str
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRule(Generic[R]):
    """What must hold between the fields of each record."""

    describes: str
    """What must hold, as "the country in its continent"."""
    fields: tuple[str, ...]
    """The fields that it is about, which a message shows."""
    holds: Callable[[R], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetSpec(Generic[R]):
    """What a dataset is made of."""

    name: str
    """What the records are called, and the files that hold them, as "members"."""
    title: str
    """The article's title."""
    language: str
    """Which Wikipedia it stands on, as "en"."""
    record_type: type[R]
    key: str
    """The field of the record type that tells records apart."""
    read: Callable[[Article], tuple[tuple[R, ...], tuple[ParseWarning, ...]]]
    """Finds the table and reads its records; raises LayoutError where it cannot with certainty."""
    limits: Limits = field(default_factory=Limits)
    vocabularies: tuple[Vocabulary, ...] = ()
    year_ranges: tuple[YearRange, ...] = ()
    record_rules: tuple[RecordRule[R], ...] = ()
    position_fields: tuple[str, ...] = ()
    """Fields that say where a record stands: a row moved changes them for others, and is no change of theirs."""
    reference_fields: tuple[str, ...] = ()
    """Fields of reference numbers: compared by what the references say, since numbers shift."""
    annotation_fields: tuple[str, ...] = ()
    """Fields of what markup adds to a value, as a link or a note.

    Editors link and annotate whole columns at once, so values that come or go are told and no alarm; those
    that become others are churn, as in any field.
    """

    @property
    def field_names(self) -> tuple[str, ...]:
        """The fields of the records, in order."""
        return tuple(entry.name for entry in fields(self.record_type))  # type: ignore[arg-type]  # a dataclass

    def with_limits(self, given: Mapping[str, object]) -> Self:
        """This spec with the limits of `given`, by their names; all others stay.

        A limit by field is given for some fields alone, too: `dataclasses.replace` would drop the limits of the
        others, and with them the guard. Raises ValueError for a limit or a field that is not there, and for a
        value of the wrong type or beyond its range.
        """
        known = tuple(entry.name for entry in fields(Limits))
        if unknown := sorted(set(given) - set(known)):
            raise ValueError(f"expected a limit of {', '.join(known)}, found {unknown[0]}")
        merged = {name: _merged(getattr(self.limits, name), given[name]) for name in given}
        try:
            limits = msgspec.convert({name: getattr(self.limits, name) for name in known} | merged, Limits)
        except msgspec.ValidationError as exc:
            said = str(exc.__cause__) if exc.__cause__ else f"expected a limit of its type, found: {exc}"
            raise ValueError(said) from exc
        for by_field in (value for value in merged.values() if isinstance(value, Mapping)):
            self._refuse_unknown_fields(by_field)
        return replace(self, limits=limits)

    def _refuse_unknown_fields(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.field_names:
                raise ValueError(f"expected a column of {', '.join(self.field_names)}, found {name!r} (limits)")


def _merged(before: object, given: object) -> object:
    """`given`, with what `before` has under other names where both are mappings."""
    return {**before, **given} if isinstance(before, Mapping) and isinstance(given, Mapping) else given
