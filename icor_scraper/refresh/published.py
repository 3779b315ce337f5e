"""What is published in a folder, as a refresh needs to know it."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from icor_scraper.check import Guard, Violation
from icor_scraper.dataset import Dataset
from icor_scraper.errors import DatasetError
from icor_scraper.export import parse_files
from icor_scraper.export.files import parse_description
from icor_scraper.publish import Release, current_release, read_files
from icor_scraper.publish.releases import POINTER_NAME, RELEASE_NAME, RELEASES_NAME, list_releases
from icor_scraper.refresh.changes import LOG_NAME
from icor_scraper.refresh.status import STATUS_NAME, read_status
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Generic[R]):
    """One release that can be read."""

    release: Release
    dataset: Dataset[R]
    is_current: bool
    """Whether it is the one that the folder shows; False for an older one that can still be read."""
    csv_safe: bool
    parser_version: str | None
    """Version of this package that read it; None where that is not known."""

    @property
    def name(self) -> str:
        """The release's name."""
        return self.release.path.name


def read_published(spec: DatasetSpec[R], folder: Path) -> Published[R] | None:
    """The current release; None where nothing was ever published in `folder`.

    One that is gone, damaged or of another schema_version is passed over with a warning, for the newest
    release that can be read; None where there is none.
    """
    if not has_traces(folder):
        return None
    try:
        current = current_release(folder)
        if current is not None:
            return _read(spec, folder, current, is_current=True)
        error = DatasetError.of("a published dataset", "none", folder / POINTER_NAME)
    except DatasetError as exc:
        error = exc
    _log.warning("the published dataset cannot be read, looking for an older one: %s", error)
    for release in sorted(_releases(folder), key=lambda release: release.order, reverse=True):
        if found := read_release_named(spec, folder, release.path.name):
            return found
    _log.warning("no release can be read (%s)", folder / RELEASES_NAME)
    return None


def has_traces(folder: Path) -> bool:
    """Whether anything tells that a dataset was published in `folder` before, be it as damaged as it may."""
    return any(os.path.lexists(folder / name) for name in (POINTER_NAME, STATUS_NAME, LOG_NAME)) or any(
        RELEASE_NAME.fullmatch(path.name) for path in (folder / RELEASES_NAME).glob("*")
    )


def nothing_to_compare(folder: Path) -> tuple[Violation, ...]:
    """What speaks against a first publish in `folder`: one that is none, since what was published is lost."""
    if not has_traces(folder):
        return ()
    message = f"expected a release to compare with, found none that can be read ({folder / RELEASES_NAME})"
    advice = "put one back, or look through the candidate and approve it"
    return (Violation(guard=Guard.NOTHING_TO_COMPARE, message=message, advice=advice),)


def read_release_named(spec: DatasetSpec[R], folder: Path, name: str) -> Published[R] | None:
    """The release called `name`; None where it is not kept any more or cannot be read."""
    release = next((release for release in _releases(folder) if release.path.name == name), None)
    try:
        return _read(spec, folder, release, is_current=False) if release else None
    except DatasetError:
        return None


def _releases(folder: Path) -> list[Release]:
    """Our releases; DatasetError where their folder cannot be read."""
    try:
        return list(list_releases(folder))
    except OSError as exc:
        raise DatasetError.of("a folder that can be read", f"{exc.strerror}", folder / RELEASES_NAME) from exc


def _read(spec: DatasetSpec[R], folder: Path, release: Release, *, is_current: bool) -> Published[R]:
    status = read_status(folder)
    files = read_files(release.path)
    is_known = status is not None and status.release == release.path.name
    return Published(
        release=release,
        dataset=parse_files(files, spec.record_type),
        is_current=is_current,
        csv_safe=parse_description(files).csv_safe,
        parser_version=status.parser_version if status and is_known else None,
    )
