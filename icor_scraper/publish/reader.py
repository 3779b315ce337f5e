"""Published files read back: `current` is resolved once, so that a set is never mixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from icor_scraper.dataset import Dataset
from icor_scraper.errors import DatasetError
from icor_scraper.export import parse_files
from icor_scraper.publish.files import read_plain
from icor_scraper.publish.manifest import MANIFEST_NAME, read_manifest, read_verified, sha256
from icor_scraper.publish.releases import Release, current_path, read_release, strange_names

R = TypeVar("R")


def read_dataset(folder: Path | str, record_type: type[R]) -> Dataset[R]:
    """The dataset published in `folder`, equal to the one that was written.

    `folder` may also be a single release, `DIR/releases/...` or a copy of one. `record_type` is the
    dataclass of the records. Every file is checked against the manifest.

    Raises DatasetError where nothing is published, a file is missing or not as the manifest says, or a
    value is not of the type that the records have.
    """
    return parse_files(read_files(folder), record_type)


def read_files(folder: Path | str) -> Mapping[str, bytes]:
    """All files of the release that `folder` is or shows (name to content), the manifest left out.

    Raises DatasetError where one of them is not as the manifest says.
    """
    folder = Path(folder)
    while True:
        path = _release_path(folder)
        try:
            return _verified_files(_read_release(folder, path))
        except DatasetError:
            if _release_path(folder) == path:
                raise
            # newer releases came meanwhile, and this one was deleted: the set of now is as good


def verify_release(folder: Path | str, record_type: type[R]) -> tuple[str, ...]:
    """All that is wrong with the dataset published in `folder`, one sentence each; empty if nothing is.

    Looks at the manifest, each file's size and SHA-256, strange files, what the plain paths show, the
    form of the data, the counts and the attribution.
    """
    folder = Path(folder)
    try:
        path = _release_path(folder)
        problems = _problems(folder, path, record_type)
        while problems and path != (now := _release_path(folder)):  # another release came meanwhile
            path, problems = now, _problems(folder, now, record_type)
    except DatasetError as exc:
        return (str(exc),)
    return problems


def _release_path(folder: Path) -> Path:
    """The folder of one release: `folder` itself, or what its `current` shows at this moment."""
    try:
        path = folder.resolve()
        return path if (path / MANIFEST_NAME).is_file() else current_path(path)
    except (OSError, RuntimeError) as exc:  # RuntimeError: links in a circle, until Python 3.13
        raise DatasetError.of("a folder that can be read", getattr(exc, "strerror", None) or str(exc), folder) from exc


def _read_release(folder: Path, path: Path) -> Release:
    """The release in `path`; one that `folder` shows must bear its manifest's name, a copy may have any."""
    if path == folder.resolve():
        return Release(path=path, manifest=read_manifest(path), is_new=False)
    return read_release(path)


def _verified_files(release: Release) -> Mapping[str, bytes]:
    return {entry.name: read_verified(release.path, entry) for entry in release.manifest.files}


def _problems(folder: Path, path: Path, record_type: type[R]) -> tuple[str, ...]:
    try:
        release = _read_release(folder, path)
    except DatasetError as exc:
        return (str(exc),)
    plain = () if path == folder.resolve() else _plain_problems(folder, release)
    return (*_file_problems(release), *plain) or tuple(_data_problems(release, record_type))


def _file_problems(release: Release) -> Iterator[str]:
    for entry in release.manifest.files:
        try:
            read_verified(release.path, entry)
        except DatasetError as exc:
            yield str(exc)
    for name in strange_names(release):
        yield f"expected only files of the manifest, found {name!r} ({release.path})"


def _plain_problems(folder: Path, release: Release) -> Iterator[str]:
    """Where a plain path does not show the file of the release that `current` shows."""
    for entry in release.manifest.files:
        path = folder / entry.name
        try:
            is_same = sha256(read_plain(path)) == entry.sha256
        except OSError as exc:
            yield f"expected the current {entry.name}, found: {exc.strerror} ({path})"
            continue
        if not is_same:
            yield f"expected the current {entry.name}, found another file ({path})"


def _data_problems(release: Release, record_type: type[R]) -> Iterator[str]:
    try:
        dataset = read_dataset(release.path, record_type)
    except DatasetError as exc:
        yield str(exc)
        return
    if not dataset.provenance.attribution.strip():
        yield f"expected the words that name the source, found none ({release.path / 'dataset.json'})"
