"""Guards on what changed from the published dataset: keys, columns, references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from icor_scraper.check.absolute import count_empty
from icor_scraper.check.violation import Guard, Violation, listed
from icor_scraper.dataset import Dataset
from icor_scraper.diff import Records, Value, comparable_values
from icor_scraper.spec import DatasetSpec, Limits

R = TypeVar("R")


def check_change(spec: DatasetSpec[R], candidate: Dataset[R], published: Dataset[R]) -> tuple[Violation, ...]:
    """What speaks against `candidate` as the successor of `published`."""
    before, after = comparable_values(spec, published), comparable_values(spec, candidate)
    columns = [name for name in next(iter(after.values()), {}) if name != spec.key]
    values = [name for name in columns if name not in spec.annotation_fields]
    return (
        *_lost(spec, before, after),
        *_fallen_out(before, after, candidate),
        *_new(spec, before, after),
        *(v for column in values for v in _emptied(spec, candidate, published, column)),
        *(v for column in values for v in _changed(spec.limits, before, after, column)),
        *(v for column in spec.annotation_fields for v in _reannotated(spec.limits, before, after, column)),
        *(v for column in columns for v in _scrambled(spec.limits, before, after, column)),
        *(v for column in values for v in _moved(spec.limits, before, after, column, values)),
        *_lost_references(spec.limits, candidate, published),
    )


def _allowed(limits: Limits, share: float, total: int) -> int:
    """How many of `total` records a limit allows."""
    return max(limits.always_allowed, int(share * total))


def _lost(spec: DatasetSpec[R], before: Records, after: Records) -> list[Violation]:
    lost = [key for key in before if key not in after]
    allowed = _allowed(spec.limits, spec.limits.max_lost_share, len(before))
    if len(lost) <= allowed:
        return []
    message = f"expected at most {allowed} of {len(before)} {spec.name} lost, found {len(lost)}: {listed(lost)}"
    return [Violation(guard=Guard.LOST_KEYS, message=message, advice="approve it if so many were removed or renamed")]


def _fallen_out(before: Records, after: Records, candidate: Dataset[R]) -> list[Violation]:
    """Records gone from the table whose longest text now stands in a section, outside of tables."""
    prose = " ".join(section.text for section in candidate.article.sections)
    longest = {
        key: max((value for value in row.values() if isinstance(value, str)), key=len, default="")
        for key, row in before.items()
        if key not in after
    }
    fallen = [key for key, value in longest.items() if value and value in prose]
    if not fallen:
        return []
    message = f"expected rows of the table, found as text outside of it {listed(fallen)}"
    return [Violation(guard=Guard.FALLEN_OUT, message=message, advice="look where the table ends")]


def _new(spec: DatasetSpec[R], before: Records, after: Records) -> list[Violation]:
    new = [key for key in after if key not in before]
    allowed = _allowed(spec.limits, spec.limits.max_new_share, len(before))
    if len(new) <= allowed:
        return []
    message = f"expected at most {allowed} new {spec.name}, found {len(new)}: {listed(new)}"
    return [Violation(guard=Guard.NEW_KEYS, message=message, advice="approve it if so many were added or renamed")]


def _emptied(spec: DatasetSpec[R], candidate: Dataset[R], published: Dataset[R], column: str) -> list[Violation]:
    total, old_total = len(candidate.records), len(published.records)
    had = count_empty(published, column) * total / old_total if old_total else 0
    empty = count_empty(candidate, column)
    allowed = had + _allowed(spec.limits, spec.limits.max_null_increase, total)
    if empty <= allowed:
        return []
    message = f"expected at most {allowed:.0f} of {total} {spec.name} without {column}, found {empty}"
    return [Violation(guard=Guard.EMPTIED, message=message, advice="look whether the column was emptied or renamed")]


def _changed_keys(before: Records, after: Records, column: str) -> list[str]:
    return [key for key in after if key in before and before[key].get(column) != after[key][column]]


def _changed(limits: Limits, before: Records, after: Records, column: str) -> list[Violation]:
    return _churn(limits, before, after, column, _changed_keys(before, after, column))


def _reannotated(limits: Limits, before: Records, after: Records, column: str) -> list[Violation]:
    """As `_changed`, of annotations that became others: what is only added or dropped does not count."""
    changed = _changed_keys(before, after, column)
    others = [key for key in changed if not _grew_or_shrank(before[key].get(column), after[key][column])]
    return _churn(limits, before, after, column, others)


def _grew_or_shrank(one: Value, other: Value) -> bool:
    """Whether either value is empty or, of two tuples, one holds all of the other."""
    if not one or not other:
        return True
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return False
    return set(one) <= set(other) or set(other) <= set(one)


def _churn(limits: Limits, before: Records, after: Records, column: str, changed: Sequence[str]) -> list[Violation]:
    kept = sum(key in before for key in after)
    allowed = _allowed(limits, limits.changed_share(column), kept)
    if len(changed) <= allowed:
        return []
    message = (
        f"expected at most {allowed} of {kept} values changed in {column}, found {len(changed)}: {listed(changed)}"
    )
    advice = "look whether the column's cells were shifted or replaced; approve it if not"
    return [Violation(guard=Guard.CHURN, message=message, advice=advice)]


def _scrambled(limits: Limits, before: Records, after: Records, column: str) -> list[Violation]:
    """Values that records exchanged among each other: edits bring new ones."""
    changed = _changed_keys(before, after, column)
    old = Counter(before[key].get(column) for key in changed)
    new = Counter(after[key][column] for key in changed)
    if len(changed) <= limits.max_permuted or old != new:
        return []
    message = (
        f"expected at most {limits.max_permuted} records to exchange their {column}, "
        f"found {len(changed)} that hold each other's: {listed(changed)}"
    )
    return [Violation(guard=Guard.SCRAMBLED, message=message, advice="look whether the column's rows were shifted")]


def _moved(limits: Limits, before: Records, after: Records, column: str, columns: Sequence[str]) -> list[Violation]:
    """Values that stood in another column before, and not in this one."""
    values = {row[column] for row in after.values()} - {None, ()}
    strangers = values - {row.get(column) for row in before.values()}
    violations = []
    for other in columns:
        moved = strangers & {row.get(other) for row in before.values()}
        if other != column and len(moved) > max(limits.always_allowed, limits.max_moved_share * len(values)):
            names = listed(sorted(map(str, moved)))
            message = f"expected values of {column}, found {len(moved)} that stood in {other}: {names}"
            advice = "look whether columns were swapped or renamed"
            violations.append(Violation(guard=Guard.MOVED_COLUMN, message=message, advice=advice))
    return violations


def _lost_references(limits: Limits, candidate: Dataset[R], published: Dataset[R]) -> list[Violation]:
    had, has = (sum(bool(r.text) for r in d.article.references) for d in (published, candidate))
    allowed = _allowed(limits, limits.max_references_lost_share, had)
    if had - has <= allowed:
        return []
    message = f"expected at most {allowed} of {had} references lost, found {had - has}"
    return [Violation(guard=Guard.LOST_REFERENCES, message=message, advice="look whether sections were blanked")]
