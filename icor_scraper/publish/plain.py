"""The plain paths: DIR/members.csv and the like, for readers of one file.

Each is a link to `current/members.csv`, made once, so that it follows each release; where links cannot be had,
or copies are asked for, it is a copy, replaced whole after each release.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from icor_scraper.publish.files import TEMPORARY_PREFIX, read_plain, write_atomically, write_new
from icor_scraper.publish.manifest import sha256
from icor_scraper.publish.releases import POINTER_NAME, Release


def is_ours(path: Path, releases: Iterable[Release]) -> bool:
    """Whether the plain path `path` is a link that we make, or a copy of a file of one of `releases`."""
    try:
        if path.is_symlink():
            return path.readlink() == Path(_target(path.name))
        digest = sha256(read_plain(path))
    except OSError:
        return False
    entries = (entry for release in releases for entry in release.manifest.files)
    return any((entry.name, entry.sha256) == (path.name, digest) for entry in entries)


def link_plain_paths(folder: Path, names: Iterable[str]) -> None:
    """Make each of `names` in `folder` a link into the current release. Raises OSError."""
    for name in names:
        replace_link(folder / name, _target(name))


def remove_plain_paths(folder: Path, releases: Iterable[Release], *, keep: Collection[str]) -> None:
    """Delete those plain paths of `releases` that are ours and not in `keep`. Raises OSError."""
    releases = tuple(releases)
    names = {entry.name for release in releases for entry in release.manifest.files}
    for name in sorted(names.difference(keep)):
        if is_ours(folder / name, releases):
            (folder / name).unlink()


def replace_link(path: Path, target: str) -> None:
    """Make `path` a symbolic link to `target` at one stroke, unless it is one. Raises OSError."""
    if path.is_symlink() and path.readlink() == Path(target):
        return
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{path.name}")
    temporary.symlink_to(target)
    temporary.replace(path)


def copy_to(path: Path, content: bytes) -> None:
    """Make `path` a file of `content` at one stroke, unless it is one. Raises PublishError."""
    if not _is_copy(path, content):
        write_atomically(path, content)


def stage_copies(folder: Path, files: Mapping[str, bytes]) -> Mapping[Path, Path]:
    """Write a file to take the place of each plain path that is no copy of what `files` says, and sync it.

    Gives the plain paths with those files, which are yet to be renamed to them. Raises OSError.
    """
    staged = {}
    for name, content in files.items():
        if not _is_copy(folder / name, content):
            copy = folder / f"{TEMPORARY_PREFIX}{os.getpid()}-{name}"
            write_new(copy, content)
            staged[folder / name] = copy
    return staged


def put_in_place(staged: Mapping[Path, Path]) -> None:
    """Rename what `stage_copies` wrote to its plain paths; what is renamed already is passed over. Raises OSError."""
    for path, copy in staged.items():
        with suppress(FileNotFoundError):
            copy.replace(path)


def _is_copy(path: Path, content: bytes) -> bool:
    return not path.is_symlink() and path.exists() and read_plain(path) == content


def _target(name: str) -> str:
    return f"{POINTER_NAME}/{name}"
