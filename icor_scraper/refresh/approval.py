"""A person publishes one revision that the guards refused; for the next one they are on again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from icor_scraper.candidate import refusal_error
from icor_scraper.check import Guard, Violation
from icor_scraper.dataset import Dataset, Provenance
from icor_scraper.export import parse_files
from icor_scraper.publish import KEEP_RELEASES, locked, publish_files, read_files
from icor_scraper.refresh.changes import Approval
from icor_scraper.refresh.finish import finish
from icor_scraper.refresh.folder import check_own_files
from icor_scraper.refresh.history import log_current
from icor_scraper.refresh.outcome import Outcome, Run
from icor_scraper.refresh.published import read_published
from icor_scraper.refresh.quarantine import NotRefusedError, Refusal, candidate_path, read_refusal, write_approval
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")


def approve(
    spec: DatasetSpec[R],
    folder: Path,
    revision: str,
    *,
    by: str,
    reason: str,
    now: datetime,
    keep_releases: int = KEEP_RELEASES,
    copies: bool = False,
    allow_older: bool = False,
) -> Run:
    """Publish the candidate that quarantine keeps of `revision`, and log who said so and why.

    Raises NotRefusedError where there is none, DatasetError where it is damaged, GuardError where a newer
    revision was published since and `allow_older` is not set, LockedError and PublishError.
    """
    folder = check_own_files(folder)
    read_refusal(folder, revision)  # before anything is written, a lock included
    with locked(folder):
        refusal = read_refusal(folder, revision)
        candidate = _candidate(spec, folder, refusal)
        published = read_published(spec, folder)
        if published is not None and published.is_current:
            log_current(spec, folder, published, now=now)
            if not allow_older:
                _refuse_older(candidate.provenance, published.dataset.provenance)
        approval = Approval(by=by, reason=reason, at=now, violations=refusal.violations)
        write_approval(folder, revision, approval)
        files = read_files(candidate_path(folder, revision))
        release = publish_files(files, folder, revision=revision, keep_releases=keep_releases, copies=copies)
        published = read_published(spec, folder)
        assert published is not None, "it was written under the lock that is still held"  # noqa: S101
        outcome = Outcome.PUBLISHED if release.is_new else Outcome.UNCHANGED
        return finish(spec, folder, published, outcome, now=now, parser_version=refusal.parser_version)


def _candidate(spec: DatasetSpec[R], folder: Path, refusal: Refusal) -> Dataset[R]:
    path = candidate_path(folder, refusal.revision)
    if not refusal.has_candidate:
        raise NotRefusedError(f"expected a candidate to publish, found a text that could not be read ({path.parent})")
    return parse_files(read_files(path), spec.record_type)


def _refuse_older(candidate: Provenance, published: Provenance) -> None:
    before, after = published.revision_id, candidate.revision_id
    if before is None or after is None or published.api_url != candidate.api_url or after >= before:
        return
    violation = Violation(
        guard=Guard.OLDER,
        message=f"expected revision {before} or a later one, found {after}",
        advice="allow older revisions by name if this is meant",
    )
    raise refusal_error((str(violation),), f"revision {after}")
