"""What must hold of the files that a refresh keeps in its folder, before any work in it: nothing is written here."""

from __future__ import annotations

import os
from pathlib import Path

from icor_scraper.errors import PublishError
from icor_scraper.publish.folder import check_folder
from icor_scraper.refresh.changes import LOG_NAME
from icor_scraper.refresh.changes_text import TEXT_NAME
from icor_scraper.refresh.quarantine import QUARANTINE_NAME
from icor_scraper.refresh.status import STATUS_NAME


def check_own_files(folder: Path | str) -> Path:
    """The folder itself, links resolved; raises PublishError where something stands in the way of a file of ours."""
    path = check_folder(folder)
    for name in (STATUS_NAME, LOG_NAME, TEXT_NAME):
        _refuse((path / name).is_dir(), "a file, or nothing", "a folder", path / name)
    kept = path / QUARANTINE_NAME
    _refuse(os.path.lexists(kept) and not kept.is_dir(), "a folder, or nothing", "something else", kept)
    return path


def _refuse(is_wrong: bool, expected: str, found: str, path: Path) -> None:
    if is_wrong:
        raise PublishError(f"expected {expected}, found {found} ({path})", path=str(path))
