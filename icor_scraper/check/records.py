"""Guards on the records: pure functions of a spec and one or two datasets."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from icor_scraper.check.absolute import check_absolutely
from icor_scraper.check.change import check_change
from icor_scraper.check.readings import check_readings
from icor_scraper.check.violation import Violation
from icor_scraper.dataset import Dataset
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")


def check_dataset(
    spec: DatasetSpec[R], candidate: Dataset[R], published: Dataset[R] | None = None, *, today: date | None = None
) -> tuple[Violation, ...]:
    """Everything that speaks against publishing `candidate` in place of `published`; empty if nothing does.

    Without `published` the absolute guards alone count. Years may reach to that of the candidate's
    revision or, where its time is unknown, of `today`; without either they are not bounded above.
    """
    violations = check_absolutely(spec, candidate, today)
    if published is None:
        return violations
    return violations + check_readings(spec, candidate, published) + check_change(spec, candidate, published)
