"""Guards that need no earlier dataset: number, keys, types, vocabularies, years, empty values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import msgspec

from icor_scraper.check.violation import Guard, Violation, listed
from icor_scraper.dataset import Dataset
from icor_scraper.spec import DatasetSpec, RecordRule, Vocabulary, YearRange

R = TypeVar("R")
_EMPTY = (None, (), "")

_MARKUP = re.compile(
    r"\[\[|\]\]|\{\{|\}\}|\{\||\|\}|''|<!--|-->|\b(?:row|col)span\s*="
    r"|</?(?:nowiki|ref|references|br|small|big|span|div|sup|sub|s|del|i|b|table|tr|td|th)\b",
    re.IGNORECASE,
)
"""What a reader sees of markup that is broken; MediaWiki shows none of it where it is whole."""


def check_absolutely(spec: DatasetSpec[R], candidate: Dataset[R], today: date | None) -> tuple[Violation, ...]:
    """What speaks against `candidate` whatever was published before."""
    latest = candidate.provenance.revision_timestamp or today
    return (
        *_too_few(spec, candidate),
        *_doubled(spec, candidate),
        *_types(spec, candidate),
        *_markup(spec, candidate),
        *(v for vocabulary in spec.vocabularies for v in _words(spec, candidate, vocabulary)),
        *(v for years in spec.year_ranges for v in _years(spec, candidate, years, latest)),
        *(v for rule in spec.record_rules for v in _contradictions(spec, candidate, rule)),
        *_empty(spec, candidate),
        *_repeated(spec, candidate),
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


def _markup(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    def is_marked_up(value: object) -> bool:
        return isinstance(value, str) and _MARKUP.search(value) is not None

    found = [(name, _strange(spec, candidate, name, is_marked_up)) for name in spec.field_names]
    advice = "look for markup that is not closed, or closed twice"
    return [
        Violation(guard=Guard.MARKUP, message=f"expected plain text in {name}, found {listed(values)}", advice=advice)
        for name, values in found
        if values
    ]


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


def _contradictions(spec: DatasetSpec[R], candidate: Dataset[R], rule: RecordRule[R]) -> list[Violation]:
    broken = [record for record in candidate.records if not rule.holds(record)]
    if not broken:
        return []
    shown = [
        " and ".join(f"{name} {getattr(record, name)!r}" for name in rule.fields) + f" ({getattr(record, spec.key)})"
        for record in broken
    ]
    message = f"expected {rule.describes}, found {listed(shown)}"
    advice = f"look whether {' and '.join(rule.fields)} were shifted or mistaken; approve it if not"
    return [Violation(guard=Guard.CONTRADICTION, message=message, advice=advice)]


def _strange(
    spec: DatasetSpec[R], candidate: Dataset[R], field: str, is_strange: Callable[[object], bool]
) -> list[str]:
    """The values of `field` that are not as they should be, each with its record's key."""
    values = [(getattr(record, spec.key), getattr(record, field)) for record in candidate.records]
    return [f"{value!r} ({key})" for key, value in values if is_strange(value)]


def _empty(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    total = len(candidate.records)
    violations = []
    for column in spec.field_names:
        limit, empty = spec.limits.null_share(column), count_empty(candidate, column)
        if empty > limit * total:
            message = f"expected at most {limit:.0%} of {spec.name} without {column}, found {empty} of {total}"
            advice = "look whether the column was emptied or renamed"
            violations.append(Violation(guard=Guard.EMPTY, message=message, advice=advice))
    return violations


def _repeated(spec: DatasetSpec[R], candidate: Dataset[R]) -> list[Violation]:
    total = len(candidate.records)
    violations = []
    for column, limit in spec.limits.max_repeated_shares.items():
        counts = Counter(getattr(record, column) for record in candidate.records)
        repeated = {value: count for value, count in counts.items() if count > 1 and value not in _EMPTY}
        if (found := sum(repeated.values())) > limit * total:
            values = listed([f"{value!r} {count} times" for value, count in repeated.items()])
            message = f"expected at most {limit:.0%} of {spec.name} to share their {column}, found {found}: {values}"
            advice = f"look whether the column {column} holds what it should"
            violations.append(Violation(guard=Guard.REPEATED, message=message, advice=advice))
    return violations
