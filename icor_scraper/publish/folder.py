"""What must hold of an output folder before any work in it: nothing is written here.

* The folder may be missing (it is made, with its parents), hold other files (they are left alone),
  be a link to a folder (which is used), or stand on any file system (all work is done inside it).
* It may not be a file, a link that leads nowhere, or read-only.
* Nothing of another's may stand in the way: a `releases` that is no folder, a `current` that is not
  ours, or a file of one's own with the name of a published one.
* Modes are left to the umask: with 077 the dataset is for its owner alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from icor_scraper.errors import DatasetError, PublishError
from icor_scraper.publish.manifest import FILE_NAME, MANIFEST_NAME
from icor_scraper.publish.plain import is_ours
from icor_scraper.publish.releases import POINTER_NAME, RELEASES_NAME, REVISION, current_path, list_releases


def check_folder(folder: Path | str) -> Path:
    """The folder itself, links resolved; raises PublishError where nothing can be written in it."""
    asked = Path(folder)
    path = Path(os.path.realpath(asked))
    if asked.is_symlink() and not path.is_dir():
        raise _refused("a link to a folder", f"one to {asked.readlink()}", asked)
    first = next(place for place in (path, *path.parents) if os.path.lexists(place))
    if not first.is_dir():
        raise _refused("a folder", "a file", first)
    if not os.access(first, os.W_OK | os.X_OK):
        raise _refused("a folder that can be written", "one that cannot", first)
    return path


def check_names(names: Iterable[str], revision: str) -> None:
    """Raise PublishError where a file or a release would not be called by a plain name."""
    for name in names:
        if not FILE_NAME.fullmatch(name) or name == MANIFEST_NAME:
            raise _refused("a plain file name", repr(name), Path(name))
    if not REVISION.fullmatch(revision):
        raise _refused("a revision of ASCII letters and digits", repr(revision), Path(RELEASES_NAME))


def check_contents(folder: Path, names: Iterable[str]) -> None:
    """Raise PublishError where something that is not ours stands in the way of publishing `names`."""
    releases = folder / RELEASES_NAME
    if os.path.lexists(releases) and (releases.is_symlink() or not releases.is_dir()):
        raise _refused("a folder, or nothing", "a link or a file", releases)
    if releases.is_dir() and not os.access(releases, os.W_OK | os.X_OK):
        raise _refused("a folder that can be written", "one that cannot", releases)
    if os.path.lexists(folder / POINTER_NAME):
        try:
            current_path(folder)
        except DatasetError as exc:
            raise _refused(exc.expected, exc.found, folder / POINTER_NAME) from exc
    ours = tuple(list_releases(folder))
    for name in names:
        path = folder / name
        if os.path.lexists(path) and not is_ours(path, ours):
            raise _refused("nothing, or what an earlier release left", "something else of that name", path)


def _refused(expected: str, found: str, path: Path) -> PublishError:
    return PublishError(f"expected {expected}, found {found} ({path})", path=str(path))
