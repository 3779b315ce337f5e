"""A set of files becomes visible all at once, or not at all.

The files are written to a folder of their own and brought to the disk, the manifest last; the
folder gets its name; then one rename makes `current` point to it. Whatever happens before that
rename leaves the old set, whatever happens after it the new one.

Plain paths that are links turn with `current`. Where they are copies, those are written before that rename
and get their names after it, one by one: a reader of several copies may see some of both sets meanwhile, and
so they stay after a kill, each whole, until the next run. Who resolves `current` never sees that.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from icor_scraper.dataset import Dataset
from icor_scraper.errors import DatasetError
from icor_scraper.export import render_files
from icor_scraper.publish.files import (
    TEMPORARY_PREFIX,
    remove_leftovers,
    reported,
    sync_folder,
    write_new,
)
from icor_scraper.publish.folder import check_contents, check_folder, check_names
from icor_scraper.publish.lock import locked
from icor_scraper.publish.manifest import (
    MANIFEST_NAME,
    make_entries,
    make_manifest,
    render_manifest,
)
from icor_scraper.publish.plain import (
    copy_to,
    link_plain_paths,
    put_in_place,
    remove_plain_paths,
    replace_link,
    stage_copies,
)
from icor_scraper.publish.reader import read_files
from icor_scraper.publish.releases import (
    POINTER_NAME,
    RELEASES_NAME,
    Release,
    current_path,
    current_release,
    list_releases,
    next_number,
    revision_name,
)

R = TypeVar("R")

KEEP_RELEASES = 10
"""Releases kept: with one a night, more than a week to notice a wrong one and to go back."""

_MINIMUM_KEPT = 2
"""The current one, and the one before it, which a reader may just be reading."""

_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What symlink(2) answers on a file system that has none."""


def write_dataset(
    dataset: Dataset[R],
    folder: Path | str,
    *,
    keep_releases: int = KEEP_RELEASES,
    csv_safe: bool = False,
    copies: bool = False,
) -> Release:
    """Publish `dataset` in `folder`; see `publish_files` for what happens, and for the errors.

    `csv_safe` makes CSV cells inert in spreadsheets (see `icor_scraper.export.csv_format`).
    """
    files = render_files(dataset, csv_safe=csv_safe)
    revision = revision_name(dataset.provenance)
    return publish_files(files, folder, revision=revision, keep_releases=keep_releases, copies=copies)


def publish_files(
    files: Mapping[str, bytes],
    folder: Path | str,
    *,
    revision: str,
    keep_releases: int = KEEP_RELEASES,
    copies: bool = False,
) -> Release:
    """Make `files` (name to content) the current release of `folder`, all at once or not at all.

    `folder` is made where it is missing; `icor_scraper.publish.folder` tells what it may hold. Where
    the current release holds just these files of this `revision`, it is returned and none is written.
    Of older releases the `keep_releases` newest are kept, the new one counted (at least 2). Plain paths
    are links or, with `copies` and where links cannot be had, files.

    Raises PublishError where that cannot be done, before any work if it can be known by then; LockedError
    where another run is at work; ValueError where `keep_releases` is too small.
    """
    if keep_releases < _MINIMUM_KEPT:
        raise ValueError(f"expected to keep at least {_MINIMUM_KEPT} releases, found {keep_releases}")
    check_names(files, revision)
    folder = check_folder(folder)
    with reported(folder):
        check_contents(folder, files)
        with locked(folder):
            return _publish(files, folder, revision, keep_releases=keep_releases, copies=copies)


def show_current(folder: Path | str, *, copies: bool = False) -> None:
    """Put back what plain paths of the current release are missing; nothing is written where none is.

    `copies` as in `publish_files`: links and copies take each other's place.

    Raises PublishError where a file of somebody else stands in their way, DatasetError where the
    current release cannot be read.
    """
    folder = check_folder(folder)
    with reported(folder), locked(folder):
        release = current_release(folder)
        if release is not None:
            files = read_files(release.path)
            check_contents(folder, files)
            _show(folder, release, files, copies=copies)


def _publish(files: Mapping[str, bytes], folder: Path, revision: str, *, keep_releases: int, copies: bool) -> Release:
    """Do the work of `publish_files` under the lock, and clear away what of it stays unfinished."""
    try:
        _clear(folder)
        current = _shown_current(folder, copies=copies)
        if current is not None and _holds(current, files, revision):
            return current
        _prune(folder, keep_releases - 1)
        return _add(folder, files, revision, copies=copies)
    except BaseException:
        with suppress(OSError):  # what cannot be deleted now is deleted by the next run
            _clear(folder)
        raise


def _clear(folder: Path) -> None:
    """Delete unfinished work, of this run or of one that was killed."""
    releases = folder / RELEASES_NAME
    releases.mkdir(exist_ok=True)
    remove_leftovers(folder)
    remove_leftovers(releases)
    sync_folder(folder)


def _shown_current(folder: Path, *, copies: bool) -> Release | None:
    """The current release; None where there is none, or where it is damaged and to be replaced.

    Plain paths that a kill left behind are brought up to it before any release is deleted: a copy of a
    release that is gone could not be told from a file of somebody else.
    """
    try:
        release = current_release(folder)
        files = read_files(release.path) if release else {}
    except DatasetError:
        return None
    if release is not None:
        check_contents(folder, files)
        _show(folder, release, files, copies=copies)
    return release


def _holds(release: Release, files: Mapping[str, bytes], revision: str) -> bool:
    return release.manifest.files == make_entries(files) and release.manifest.revision == revision


def _prune(folder: Path, keep: int) -> None:
    """Delete the oldest of our releases down to `keep`, and never the current one.

    A release gets another name first, so that a kill leaves no half of it under its own.
    """
    newest_first = sorted(list_releases(folder), key=lambda release: release.order, reverse=True)
    for release in newest_first[keep:]:
        if not _may_be_current(folder, release):
            doomed = release.path.rename(release.path.with_name(f"{TEMPORARY_PREFIX}{release.path.name}"))
            shutil.rmtree(doomed)


def _add(folder: Path, files: Mapping[str, bytes], revision: str, *, copies: bool) -> Release:
    """Write a new release and make it the current one, or delete it where that fails."""
    number = next_number(folder)
    path = folder / RELEASES_NAME / f"{revision}-{number}"
    manifest = make_manifest(files, revision=revision, number=number)
    release = Release(path=path, manifest=manifest, is_new=True)
    try:
        _write(release, files)
        _show(folder, release, files, copies=copies)
    except BaseException:
        if not _may_be_current(folder, release):
            shutil.rmtree(path, ignore_errors=True)
        raise
    return release


def _write(release: Release, files: Mapping[str, bytes]) -> None:
    """Bring the release to the disk, and only then give its folder its name."""
    staging = release.path.with_name(f"{TEMPORARY_PREFIX}{release.path.name}")
    staging.mkdir()
    for name, content in files.items():
        write_new(staging / name, content)
    write_new(staging / MANIFEST_NAME, render_manifest(release.manifest))
    sync_folder(staging)
    staging.rename(release.path)
    sync_folder(release.path.parent)


def _show(folder: Path, release: Release, files: Mapping[str, bytes], *, copies: bool) -> None:
    """Let `current` and the plain paths show `release`; what shows it already is not touched."""
    staged = stage_copies(folder, files) if copies else {}
    try:
        if not _point_to(folder, release, () if copies else files):
            staged = staged or stage_copies(folder, files)
            copy_to(folder / POINTER_NAME, f"{_target(release)}\n".encode())
        put_in_place(staged)
    except BaseException:
        if _may_be_current(folder, release):
            with suppress(OSError):  # what fails now is made good by the next run
                put_in_place(staged)
        raise
    remove_plain_paths(folder, list_releases(folder), keep=files)
    sync_folder(folder)


def _point_to(folder: Path, release: Release, linked: Iterable[str]) -> bool:
    """Make the plain paths `linked`, and `current`, links to `release`; False where links cannot be had."""
    try:
        link_plain_paths(folder, linked)
        replace_link(folder / POINTER_NAME, _target(release))
    except OSError as exc:
        if exc.errno not in _NO_LINKS:
            raise
        return False
    return True


def _target(release: Release) -> str:
    return f"{RELEASES_NAME}/{release.path.name}"


def _may_be_current(folder: Path, release: Release) -> bool:
    try:
        return current_path(folder) == release.path
    except DatasetError:
        return os.path.lexists(folder / POINTER_NAME)  # it cannot be read now: delete nothing
