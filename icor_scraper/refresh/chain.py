"""The steps of a refresh, in order: they call the other rooms, and decide nothing by themselves."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from icor_scraper.candidate import read_candidate, refusal_error
from icor_scraper.check import Guard, Violation, check_dataset, check_revision
from icor_scraper.dataset import Dataset
from icor_scraper.errors import FetchError, LayoutError, ParseError
from icor_scraper.export import render_files
from icor_scraper.models import Revision
from icor_scraper.publish import KEEP_RELEASES, locked, show_current, write_dataset
from icor_scraper.refresh.finish import finish
from icor_scraper.refresh.history import log_current
from icor_scraper.refresh.outcome import Outcome, Run
from icor_scraper.refresh.published import Published, nothing_to_compare, read_published
from icor_scraper.refresh.quarantine import keep_refused
from icor_scraper.refresh.refusal import make_refusal
from icor_scraper.refresh.source import Identity, Source
from icor_scraper.spec import DatasetSpec
from icor_scraper.version import __version__

R = TypeVar("R")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to publish."""

    keep_releases: int = KEEP_RELEASES
    csv_safe: bool = False
    copies: bool = False
    """Plain paths are files, not links."""
    allow_older: bool = False
    """Publish a revision older than the published one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Generic[R]):
    """One refresh of one folder."""

    spec: DatasetSpec[R]
    folder: Path
    """The output folder, links resolved."""
    source: Source
    options: Options
    now: datetime

    def run(self) -> Run:
        """Ask, read, check, publish, log; raises as `icor_scraper.refresh.refresh` tells."""
        newest = self.source.identify()
        with locked(self.folder):
            published = read_published(self.spec, self.folder)
            if published is not None and published.is_current:
                log_current(self.spec, self.folder, published, now=self.now)
                show_current(self.folder, copies=self.options.copies)
                if self._is_up_to_date(published, newest):
                    return finish(self.spec, self.folder, published, Outcome.UNCHANGED, now=self.now)
            revision = self.source.read()
            for note in revision.notes:
                _log.warning("%s", note)
            doubts = self._doubts(revision, published)
            if published is not None and any(doubt.guard is Guard.UNSETTLED for doubt in doubts):
                _log.info("waiting, what is published stays: %s", doubts[0].message)
                return finish(self.spec, self.folder, published, Outcome.WAITING, now=self.now)
            dataset = self._checked_dataset(revision, doubts, published)
            return self._publish(dataset)

    def _is_up_to_date(self, published: Published[R], newest: Identity) -> bool:
        return (
            newest.is_of(published.dataset.provenance)
            and published.parser_version == __version__
            and published.csv_safe == self.options.csv_safe
        )

    def _doubts(self, revision: Revision, published: Published[R] | None) -> tuple[Violation, ...]:
        """What the guards of the page say, the one on its age first."""
        before = published.dataset.provenance if published else None
        doubts = check_revision(self.spec, revision, before, now=self.now)
        doubts += nothing_to_compare(self.folder) if published is None else ()
        kept = [doubt for doubt in doubts if not (self.options.allow_older and doubt.guard is Guard.OLDER)]
        return tuple(sorted(kept, key=lambda doubt: doubt.guard is not Guard.UNSETTLED))

    def _checked_dataset(
        self, revision: Revision, doubts: tuple[Violation, ...], published: Published[R] | None
    ) -> Dataset[R]:
        """The dataset of `revision`, if no guard is broken; else all that speaks against it is raised."""
        before = published.dataset if published else None
        try:
            candidate = read_candidate(self.spec, revision)
        except (LayoutError, ParseError) as error:
            violations = (*map(str, doubts), str(error))
            path = self._keep(revision, violations, before, None)
            if not doubts:
                _log.warning("revision %s cannot be read, and is kept in %s", path.name, path)
                raise
            raise refusal_error(violations, str(path), quarantine=path) from error
        checked = check_dataset(self.spec, candidate.dataset, before, today=self.now.date())
        violations = tuple(map(str, (*doubts, *candidate.violations, *checked)))
        if violations:
            path = self._keep(revision, violations, before, candidate.dataset)
            raise refusal_error(violations, str(path), quarantine=path)
        return candidate.dataset

    def _keep(
        self,
        revision: Revision,
        violations: tuple[str, ...],
        before: Dataset[R] | None,
        candidate: Dataset[R] | None,
    ) -> Path:
        """Put the revision into quarantine; its folder."""
        refusal = make_refusal(self.spec, revision, violations, before, candidate, now=self.now)
        files = render_files(candidate, csv_safe=self.options.csv_safe) if candidate else None
        return keep_refused(self.folder, refusal, revision, files)

    def _publish(self, dataset: Dataset[R]) -> Run:
        options = self.options
        release = write_dataset(
            dataset,
            self.folder,
            keep_releases=options.keep_releases,
            csv_safe=options.csv_safe,
            copies=options.copies,
        )
        published = read_published(self.spec, self.folder)
        assert published is not None, "it was written under the lock that is still held"  # noqa: S101
        outcome = Outcome.PUBLISHED if release.is_new else Outcome.UNCHANGED
        return finish(self.spec, self.folder, published, outcome, now=self.now, reread=self._reread)

    def _reread(self, before: Dataset[R]) -> Dataset[R] | None:
        """The published revision read once more, by the parser of now."""
        revision_id = before.provenance.revision_id
        if revision_id is None:
            return None
        try:
            revision = self.source.read_again(revision_id)
            return read_candidate(self.spec, revision).dataset if revision else None
        except (FetchError, LayoutError, ParseError) as error:
            _log.warning("revision %s cannot be read again, to tell what the parser changed: %s", revision_id, error)
            return None
