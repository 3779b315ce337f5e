"""A refused revision as the record that quarantine keeps."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from icor_scraper.dataset import Dataset, provenance_of
from icor_scraper.models import Revision
from icor_scraper.publish import revision_name
from icor_scraper.refresh.changes import Cause, compare
from icor_scraper.refresh.quarantine import Refusal
from icor_scraper.spec import DatasetSpec
from icor_scraper.version import __version__

R = TypeVar("R")


def make_refusal(
    spec: DatasetSpec[R],
    revision: Revision,
    violations: tuple[str, ...],
    before: Dataset[R] | None,
    candidate: Dataset[R] | None,
    *,
    now: datetime,
) -> Refusal:
    """Why `revision` is not published in place of `before`; without `candidate` it could not be read."""
    return Refusal(
        title=revision.title,
        revision=revision_name(provenance_of(revision)),
        permanent_link=revision.permanent_link,
        published_revision=revision_name(before.provenance) if before else None,
        violations=violations,
        has_candidate=candidate is not None,
        changes=compare(spec, before, candidate, Cause.SOURCE) if before and candidate else None,
        parser_version=__version__,
        refused_at=now,
    )
