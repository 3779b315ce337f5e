"""A revision read into a dataset that is not published yet, with all that speaks against it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Generic, TypeVar

from icor_scraper.check import Violation, check_dataset, lacks_a_reading, read_twice
from icor_scraper.dataset import Dataset, assemble_dataset
from icor_scraper.errors import GuardError
from icor_scraper.models import Revision
from icor_scraper.parse import parse_article
from icor_scraper.parse.html import parse_html_apart
from icor_scraper.publish import revision_name
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[R]):
    """What a revision gives."""

    revision: Revision
    dataset: Dataset[R]
    violations: tuple[Violation, ...]
    """Where its wikitext and its HTML disagree."""


def read_candidate(spec: DatasetSpec[R], revision: Revision) -> Candidate[R]:
    """Read the records of `spec` from the revision's wikitext and, where there is one, from its HTML.

    Raises PageError, ParseError, LayoutError or RecordError where it cannot be read with certainty.
    """
    article = parse_article(revision)
    html = None
    if revision.html is not None:
        html = parse_html_apart(revision.html, title=revision.title, revision=revision)
    reading = read_twice(spec, article, html)
    dataset = assemble_dataset(
        spec,
        article,
        revision,
        records=reading.records,
        warnings=reading.warnings,
        verified_by=reading.verified_by,
        from_html=reading.from_html,
    )
    violations = tuple(disagreement.violation() for disagreement in reading.disagreements)
    return Candidate(revision=revision, dataset=dataset, violations=violations)


def make_dataset(spec: DatasetSpec[R], revision: Revision, *, today: date | None = None) -> Dataset[R]:
    """The dataset that `spec` makes of `revision`, read twice where the revision has its HTML; for `write_dataset`.

    It is held to the guards that need no dataset published before: `refresh` knows the others. `today` (default: the
    present day, UTC) is the last day that lies not in the future.

    Raises GuardError with all that speaks against it; PageError, ParseError, LayoutError or RecordError where it
    cannot be read with certainty.
    """
    today = today or datetime.now(UTC).date()
    candidate = read_candidate(spec, revision)
    violations = (*candidate.violations, *check_dataset(spec, candidate.dataset, today=today))
    if violations:
        raise refusal_error(
            map(str, violations), f"revision {revision_name(candidate.dataset.provenance)} of {revision.title}"
        )
    return candidate.dataset


def warn_of_one_reading(dataset: Dataset[R], release: str) -> None:
    """Log a warning where the published `dataset` was read once although its wiki has both forms."""
    if lacks_a_reading(dataset):
        _log.warning("published %s was read once, by no second code: %s", release, dataset.verified_by)


def refusal_error(violations: Iterable[str], place: str, *, quarantine: Path | None = None) -> GuardError:
    """The error that tells all of `violations`."""
    told = tuple(violations)
    count = "1 violation" if len(told) == 1 else f"{len(told)} violations"
    return GuardError(
        f"expected a dataset that passes every guard, found {count} ({place})",
        violations=told,
        quarantine=str(quarantine) if quarantine else None,
    )
