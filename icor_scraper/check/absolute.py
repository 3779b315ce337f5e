"""Guards that need no earlier dataset: number, keys, types, vocabularies, years, empty values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import TypeVar

import msgspec

from icor_scraper.check.violation import Guard, Violation, listed
from icor_scraper.dataset import Dataset
from icor_scraper.spec import DatasetSpec, Vocabulary, YearRange

R = TypeVar("R")
_EMPTY = (None, (), "")


def check_absolutely(spec: DatasetSpec[R], candidate: Dataset[R], today: date | None) -> tuple[Violation, ...]:
    """What speaks against `candidate` whatever was published before."""
    latest = candidate.provenance.revision_timestamp or today
    return (
        *_too_few(spec, candidate),
        *_doubled(spec, candidate),
        *_types(spec, candidate),
        *(v for vocabulary in spec.vocabularies for v in _words(spec, candidate, vocabulary)),
        *(v for years in spec.year_ranges for v in _years(spec, candidate, years, latest)),
        *_empty(spec, candidate),
    )


def count_empty(dataset: Dataset[R], field: str) -> int:
    """How many records have no value in `field`."""
    return sum(getattr(record, field) in _EMPTY for record in dataset.records)


def _too_few(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    least, found = spec.limits.min_records, len(candidate.records)
    if found >= least:
        return []
    message = f"expected at least {least} {spec.name}, found {found}"
    return [Violation(guard=Guard.TOO_FEW, message=message, advice="look whether rows were cut, or lower min_records")]


def _doubled(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    counts = Counter(getattr(record, spec.key) for record in candidate.records)
    doubled = [key for key, count in counts.items() if count > 1]
    if not doubled:
        return []
    message = f"expected each {spec.key} once, found more than once {listed(doubled)}"
    return [Violation(guard=Guard.DOUBLED_KEYS, message=message, advice="look for rows that stand in the table twice")]


def _types(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    problems = []
    for record in candidate.records:
        try:
            msgspec.convert(msgspec.to_builtins(record), spec.record_type)
        except msgspec.ValidationError as error:
            problems.append(f"{getattr(record, spec.key)}: {error}")
    if not problems:
        return []
    message = f"expected values of the declared types, found {listed(problems)}"
    return [Violation(guard=Guard.TYPES, message=message, advice="this is a fault of a converter: report it")]


def _words(spec: DatasetSpec[R], candidate: Dataset[R], vocabulary: Vocabulary) -> list[Violation]:
    def is_strange(value: object) -> bool:
        return value is not None and not (isinstance(value, str) and vocabulary.holds(value))

    strange = _strange(spec, candidate, vocabulary.field, is_strange)
    if not strange:
        return []
    message = f"expected {vocabulary.describes} in {vocabulary.field}, found {listed(strange)}"
    advice = f"look whether the column {vocabulary.field} holds what it should, or add the word to the vocabulary"
    return [Violation(guard=Guard.VOCABULARY, message=message, advice=advice)]


def _years(spec: DatasetSpec[R], candidate: Dataset[R], years: YearRange, latest: date | None) -> list[Violation]:
    def is_strange(value: object) -> bool:
        return not isinstance(value, tuple) or not all(
            isinstance(year, int) and years.first <= year and (latest is None or year <= latest.year) for year in value
        )

    strange = _strange(spec, candidate, years.field, is_strange)
    if not strange:
        return []
    last = latest.year if latest else "now"
    message = f"expected years from {years.first} to {last} in {years.field}, found {listed(strange)}"
    advice = f"look whether the column {years.field} holds what it should"
    return [Violation(guard=Guard.YEARS, message=message, advice=advice)]


def _strange(
    spec: DatasetSpec[R], candidate: Dataset[R], field: str, is_strange: Callable[[object], bool]
) -> list[str]:
    """The values of `field` that are not as they should be, each with its record's key."""
    values = [(getattr(record, spec.key), getattr(record, field)) for record in candidate.records]
    return [f"{value!r} ({key})" for key, value in values if is_strange(value)]


def _empty(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    total = len(candidate.records)
    violations = []
    for column in (field.name for field in fields(spec.record_type)):  # type: ignore[arg-type]  # a dataclass
        limit, empty = spec.limits.null_share(column), count_empty(candidate, column)
        if empty > limit * total:
            message = f"expected at most {limit:.0%} of {spec.name} without {column}, found {empty} of {total}"
            advice = "look whether the column was emptied or renamed"
            violations.append(Violation(guard=Guard.EMPTY, message=message, advice=advice))
    return violations
