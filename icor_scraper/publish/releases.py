"""The releases in an output folder, and which of them is the current one.

    DIR/releases/1299999999-3/      all files of one dataset, and MANIFEST.json
    DIR/current                     a link to "releases/1299999999-3"

Where links cannot be had, `current` is a file that holds the same path, as git writes a link there.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from icor_scraper.dataset import Provenance
from icor_scraper.errors import DatasetError
from icor_scraper.publish.manifest import MANIFEST_NAME, Manifest, read_bytes, read_manifest

RELEASES_NAME = "releases"
POINTER_NAME = "current"

REVISION = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
"""How a release may name its revision."""
RELEASE_NAME = re.compile(rf"({REVISION.pattern})-([1-9][0-9]*)", re.ASCII)
"""What a release's folder is called."""
_TARGET = re.compile(rf"{RELEASES_NAME}/({RELEASE_NAME.pattern})")

_HASH_LENGTH = 12
"""Hexadecimal digits of the SHA-1 that name a text without revision id: 48 bits tell texts apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One published set of files."""

    path: Path
    """Its folder."""
    manifest: Manifest
    is_new: bool
    """Whether this call wrote it; False for one that was there before."""

    @property
    def order(self) -> tuple[int, int]:
        """By what releases are ordered: revision id (0 for none), then number; never by the clock."""
        revision = self.manifest.revision
        return (int(revision) if revision.isdecimal() else 0, self.manifest.number)


def revision_name(provenance: Provenance) -> str:
    """The revision id; without one, origin and start of the SHA-1, as "snapshot-0123456789ab"."""
    if provenance.revision_id is not None:
        return str(provenance.revision_id)
    return f"{provenance.origin.name.lower()}-{provenance.sha1[:_HASH_LENGTH]}"


def next_number(folder: Path) -> int:
    """One more than the highest number of any release in `folder`, whole or not."""
    names = (path.name for path in (folder / RELEASES_NAME).iterdir())
    return 1 + max((int(match[3]) for name in names if (match := RELEASE_NAME.fullmatch(name))), default=0)


def list_releases(folder: Path) -> Iterator[Release]:
    """The releases in `folder` that are ours beyond doubt, in no order.

    Ours is a folder (no link to one) with a release's name, a manifest that bears the same name, and
    nothing but plain files that the manifest lists.

    Raises OSError where the folder of the releases cannot be read.
    """
    releases = folder / RELEASES_NAME
    for path in list(releases.iterdir()) if releases.is_dir() else []:
        if path.is_symlink() or not RELEASE_NAME.fullmatch(path.name):
            continue
        try:
            release = read_release(path)
            is_ours = not strange_names(release) and all(map(_is_plain_file, path.iterdir()))
        except (DatasetError, OSError):  # OSError: another run deletes it just now
            continue
        if is_ours:
            yield release


def _is_plain_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def read_release(path: Path) -> Release:
    """The release in the folder `path`; raises DatasetError where there is none."""
    manifest = read_manifest(path)
    name = f"{manifest.revision}-{manifest.number}"
    if path.name != name:
        raise DatasetError.of(f"the manifest of {path.name}", f"that of {name}", path / MANIFEST_NAME)
    return Release(path=path, manifest=manifest, is_new=False)


def strange_names(release: Release) -> tuple[str, ...]:
    """What stands in the release's folder and not in its manifest, by name."""
    listed = {MANIFEST_NAME, *(entry.name for entry in release.manifest.files)}
    return tuple(sorted({path.name for path in release.path.iterdir()} - listed))


def current_path(folder: Path) -> Path:
    """The folder of the current release, `current` being read once.

    Raises DatasetError where there is none, or where it leads elsewhere than to a release.
    """
    pointer = folder / POINTER_NAME
    try:
        target = pointer.readlink().as_posix()
    except FileNotFoundError as exc:
        raise DatasetError.of("a published dataset", "none", pointer) from exc
    except OSError:  # no link, or none can be had here
        target = read_bytes(pointer).decode(errors="replace").strip()
    match = _TARGET.fullmatch(target)
    if not match:
        raise DatasetError.of(f"the path of a release, '{RELEASES_NAME}/...'", repr(target[:200]), pointer)
    return folder / RELEASES_NAME / match[1]


def current_release(folder: Path | str) -> Release | None:
    """The release that `folder` shows; None where nothing is published there.

    Raises DatasetError where the current release is damaged.
    """
    folder = Path(folder)
    if not os.path.lexists(folder / POINTER_NAME):
        return None
    return read_release(current_path(folder))
