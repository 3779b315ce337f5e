"""status.json: when the published dataset was last found to be that of the newest revision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from icor_scraper.errors import DatasetError
from icor_scraper.export.json_format import parse_json, render_json
from icor_scraper.publish import write_atomically
from icor_scraper.publish.files import read_plain

STATUS_NAME = "status.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the last run that found all well says; a run that fails leaves it as it is."""

    revision: str
    """The published revision's id; for a text without one, its origin and the start of its SHA-1."""
    release: str
    """Name of the release's folder in releases/."""
    parser_version: str
    """Version of this package that read it, or that found the same in it."""
    last_verified_at: datetime
    """When the source was last found to hold just this revision, in UTC."""
    last_changed_at: datetime
    """When the release was published, in UTC."""


def read_status(folder: Path) -> Status | None:
    """The folder's status; None where there is none, or none that can be read: then nothing is known."""
    path = folder / STATUS_NAME
    try:
        return parse_json(read_plain(path), Status, path=path)
    except (OSError, DatasetError):
        return None


def write_status(folder: Path, status: Status) -> None:
    """Replace status.json at one stroke. Raises PublishError."""
    write_atomically(folder / STATUS_NAME, render_json(status))
