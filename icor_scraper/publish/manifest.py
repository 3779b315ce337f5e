"""MANIFEST.json: the list of a release's files, by which a reader knows that they are whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from icor_scraper.dataset import SCHEMA_VERSION
from icor_scraper.errors import DatasetError
from icor_scraper.export.json_format import parse_json, render_json
from icor_scraper.publish.files import read_plain

MANIFEST_NAME = "MANIFEST.json"
"""Written last: a folder without it is no release."""

FILE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9]+)+")
"""What a published file may be called: no path, no hidden file, nothing a shell treats apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One file of a release."""

    name: str
    """The file's name in the release's folder."""
    sha256: str
    """SHA-256 of its content, 64 hexadecimal digits."""
    bytes: int
    """Its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a release holds."""

    schema_version: int
    """Version of the form of the files."""
    revision: str
    """The revision's id; for a text without one, its origin and the start of its SHA-1."""
    number: int
    """Counts up over all releases of the folder, from 1: the order of publishing, whatever the clock says."""
    files: tuple[FileEntry, ...]
    """All files but the manifest, by name."""


def make_manifest(files: Mapping[str, bytes], *, revision: str, number: int) -> Manifest:
    """The manifest of a release of `files` (name to content), all but itself."""
    return Manifest(
        schema_version=SCHEMA_VERSION,
        revision=revision,
        number=number,
        files=make_entries(files),
    )


def make_entries(files: Mapping[str, bytes]) -> tuple[FileEntry, ...]:
    """What a manifest says of `files`, by name."""
    return tuple(FileEntry(name=name, sha256=sha256(files[name]), bytes=len(files[name])) for name in sorted(files))


def sha256(content: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def render_manifest(manifest: Manifest) -> bytes:
    """The content of MANIFEST.json."""
    return render_json(manifest)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the release in `folder`; raises DatasetError where there is none that can be read."""
    path = folder / MANIFEST_NAME
    manifest = parse_json(read_bytes(path), Manifest, path=path)
    for entry in manifest.files:
        if not FILE_NAME.fullmatch(entry.name) or entry.name == MANIFEST_NAME:
            raise DatasetError.of("plain file names", repr(entry.name), path)
    return manifest


def read_verified(folder: Path, entry: FileEntry) -> bytes:
    """The content of one file of the release in `folder`; raises DatasetError where it is not as listed."""
    path = folder / entry.name
    content = read_bytes(path)
    if len(content) != entry.bytes:
        raise DatasetError.of(f"{entry.bytes} bytes", f"{len(content)}", path)
    if sha256(content) != entry.sha256:
        raise DatasetError.of(f"content of SHA-256 {entry.sha256}", sha256(content), path)
    return content


def read_bytes(path: Path) -> bytes:
    """The content of a file; raises DatasetError where it cannot be read."""
    try:
        return read_plain(path)
    except OSError as exc:
        raise DatasetError.of("a file that can be read", f"{exc.strerror}", path) from exc
