"""Guard on the double entry itself: what was verified by two readings is not replaced by what was read once.

A wiki renders its pages, and so do answers that were saved of it; its page is read once only where the members'
table is not in the wikitext, or no rendering was fetched. A file, an XML export and the snapshot have no
rendering: who names one as the source knows that it is read once.
"""

from __future__ import annotations

from typing import TypeVar

from icor_scraper.check.double_entry import BOTH
from icor_scraper.check.violation import Guard, Violation
from icor_scraper.dataset import Dataset
from icor_scraper.models import Origin
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")

_RENDERED = frozenset({Origin.API, Origin.FIXTURE})
"""Origins of which a rendering can be had."""


def lacks_a_reading(dataset: Dataset[R]) -> bool:
    """Whether `dataset` was read once although its source could have been read twice."""
    return dataset.verified_by != BOTH and dataset.provenance.origin in _RENDERED


def check_readings(spec: DatasetSpec[R], candidate: Dataset[R], published: Dataset[R]) -> tuple[Violation, ...]:
    """What speaks against `candidate` as the successor of a `published` that was verified by both readings."""
    if published.verified_by != BOTH or not lacks_a_reading(candidate) or spec.limits.max_lost_readings:
        return ()
    message = f"expected {spec.name} verified by {BOTH}, as the published ones, found {candidate.verified_by}"
    advice = "look whether a template makes the table now; then approve it, or set max_lost_readings to 1"
    return (Violation(guard=Guard.READ_ONCE, message=message, advice=advice),)
