"""What changed from one dataset to another: records added, removed, renamed, changed, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from icor_scraper.dataset import Dataset
from icor_scraper.spec import DatasetSpec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R")
Atom: TypeAlias = str | int | float | bool | None
Value: TypeAlias = Atom | tuple[Atom, ...]
"""A field's value as it is compared and told, and as JSON gives it back; tuples within tuples are told as text."""
Row: TypeAlias = Mapping[str, Value]
Records: TypeAlias = Mapping[str, Row]

_ALIKE = 0.5
"""Share of the fields that a renamed record keeps, at least."""
_SAME_KEY = 0.8
"""How alike two keys are, from 0 to 1, that are one key spelled in two ways."""
_RENAME_PAIRS = 10_000
"""Above so many pairs of removed and added records none is looked at: the table was replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record that only one of the datasets holds."""

    key: str
    values: Row
    """All its fields but those of position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one record that both datasets hold."""

    key: str
    """The record's key, in the newer dataset."""
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A record whose key changed while most of it stayed."""

    before: str
    """The key in the older dataset."""
    after: str
    changes: tuple[Change, ...]
    """All fields that changed, the key's included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A record that stands elsewhere among those that both datasets hold."""

    key: str
    before: int
    """Number of the record in the older dataset, from 1."""
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that changed; empty parts mean that nothing did."""

    added: tuple[Record, ...] = ()
    """In the order of the newer dataset."""
    removed: tuple[Record, ...] = ()
    """In the order of the older dataset."""
    renamed: tuple[Rename, ...] = ()
    changed: tuple[Change, ...] = ()
    """In the order of the newer dataset, then of the fields."""
    moved: tuple[Move, ...] = ()
    """The fewest records that explain the new order."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.renamed or self.changed or self.moved)


def diff_datasets(spec: DatasetSpec[R], old: Dataset[R], new: Dataset[R]) -> Difference:
    """What changed from `old` to `new`, by the key of `spec`. Pure; `diff(a, a)` is empty.

    Fields of position are told as moves, fields of reference numbers are compared by what the
    references say: a row or a note inserted above changes neither.
    """
    before, after = comparable_values(spec, old), comparable_values(spec, new)
    removed = [key for key in before if key not in after]
    added = [key for key in after if key not in before]
    names = _renames(spec.key, before, after)
    renamed = tuple(
        Rename(before=key, after=name, changes=_changes(name, before[key], after[name])) for key, name in names.items()
    )
    kept = [key for key in after if key in before]
    return Difference(
        added=tuple(Record(key=key, values=after[key]) for key in added if key not in names.values()),
        removed=tuple(Record(key=key, values=before[key]) for key in removed if key not in names),
        renamed=renamed,
        changed=tuple(change for key in kept for change in _changes(key, before[key], after[key])),
        moved=_moves(list(before), list(after)),
    )


def comparable_values(spec: DatasetSpec[R], dataset: Dataset[R]) -> Records:
    """The fields of each record that can change by themselves, by the record's key."""
    texts = {r.number: r.text for r in dataset.article.references if not r.group and r.list_index == 0}
    values: dict[str, Row] = {}
    for record in dataset.records:
        row = _values(record)
        for name in spec.position_fields:
            row.pop(name, None)
        for name in spec.reference_fields:
            numbers = row[name]
            if isinstance(numbers, tuple):
                row[name] = tuple(texts.get(n, str(n)) if isinstance(n, int) else n for n in numbers)
        values[str(row[spec.key])] = row
    return values


def _values(record: object) -> dict[str, Value]:
    instance: DataclassInstance = record  # type: ignore[assignment]  # a spec's record type is a dataclass
    return {field.name: _flat(getattr(instance, field.name)) for field in fields(instance)}


def _flat(value: Value | tuple[Value, ...]) -> Value:
    if isinstance(value, tuple):
        return tuple(str(item) if isinstance(item, tuple) else item for item in value)
    return value


def _changes(key: str, before: Row, after: Row) -> tuple[Change, ...]:
    return tuple(
        Change(key=key, field=name, before=before.get(name), after=value)
        for name, value in after.items()
        if before.get(name) != value
    )


def _renames(key_field: str, before: Records, after: Records) -> Mapping[str, str]:
    """Old key to new key of those records that are one, the most alike first.

    Records are one if they share most of their fields and, in one field, a value that no other record has,
    or if their keys are spelled almost alike.
    """
    removed = [key for key in before if key not in after]
    added = [key for key in after if key not in before]
    if len(removed) * len(added) > _RENAME_PAIRS:
        return {}
    telling = _telling_values(before) & _telling_values(after)
    pairs = [(_likeness(key_field, before[old], after[new], telling), old, new) for old in removed for new in added]
    names: dict[str, str] = {}
    for likeness, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= _ALIKE and old not in names and new not in names.values():
            names[old] = new
    return names


def _telling_values(records: Records) -> set[tuple[str, Value]]:
    """(field, value) of each value that only one record has."""
    counts = Counter(
        (name, value) for row in records.values() for name, value in row.items() if value not in (None, ())
    )
    return {pair for pair, count in counts.items() if count == 1}


def _likeness(key_field: str, before: Row, after: Row, telling: set[tuple[str, Value]]) -> float:
    """The share of fields that two records share, 0 where nothing tells that they are one."""
    given = [name for name in before if name != key_field and (before[name] or after.get(name))]
    same = [name for name in given if before[name] == after.get(name)]
    old_key, new_key = str(before[key_field]), str(after[key_field])
    is_one = any((name, before[name]) in telling for name in same) or (
        SequenceMatcher(None, old_key, new_key, autojunk=False).ratio() >= _SAME_KEY
    )
    return len(same) / len(given) if is_one and given else 0.0


def _moves(before: Sequence[str], after: Sequence[str]) -> tuple[Move, ...]:
    old, new = ({key: number for number, key in enumerate(keys, 1)} for keys in (before, after))
    common = [key for key in after if key in old]
    still = {common[index] for index in _longest_rise([old[key] for key in common])}
    return tuple(Move(key=key, before=old[key], after=new[key]) for key in common if key not in still)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The indexes of a longest rising subsequence of distinct `numbers` (patience sorting)."""
    tails: list[int] = []
    tail_indexes: list[int] = []
    previous: list[int | None] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        previous.append(tail_indexes[place - 1] if place else None)
        tails[place : place + 1] = [number]
        tail_indexes[place : place + 1] = [index]
    rise: list[int] = []
    step = tail_indexes[-1] if tail_indexes else None
    while step is not None:
        rise.append(step)
        step = previous[step]
    return rise[::-1]
