"""One run at a time in a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from icor_scraper.errors import LockedError
from icor_scraper.publish.files import read_plain, remove_leftovers, reported, write_atomically
from icor_scraper.publish.folder import check_folder

LOCK_NAME = ".lock"
"""The file that is locked; it stays, since deleting it would let two runs lock two files."""
HOLDER_NAME = ".lock-holder.json"
"""Who holds the lock; there only while it is held, or after a run was killed."""


@contextmanager
def locked(folder: Path | str) -> Iterator[None]:
    """Hold `folder` for this thread alone; the folder is made where it is missing.

    The same thread may lock again inside. The system frees the lock of a process that dies.
    Raises LockedError at once where another run holds it, PublishError where no lock can be made.
    """
    folder = check_folder(folder)
    with reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_NAME, is_singleton=True)
        is_outermost = not lock.is_locked
        try:
            lock.acquire(timeout=0)
        except Timeout as exc:
            raise _locked_error(folder) from exc
    try:
        if is_outermost:
            with reported(folder):
                remove_leftovers(folder)  # of a run that was killed: no other is at work
        with _holder_told(folder) if is_outermost else nullcontext():
            yield
    finally:
        lock.release()


@contextmanager
def _holder_told(folder: Path) -> Iterator[None]:
    holder = {"pid": os.getpid(), "started_at": datetime.now(UTC).isoformat(timespec="seconds")}
    path = folder / HOLDER_NAME
    write_atomically(path, json.dumps(holder).encode() + b"\n")
    try:
        yield
    finally:
        with reported(path):
            path.unlink(missing_ok=True)


def _locked_error(folder: Path) -> LockedError:
    path = folder / LOCK_NAME
    holder = _read_holder(folder)
    found = holder or "one that has not told its process id yet"
    return LockedError(f"expected no other run, found {found} ({path})", path=str(path), holder=holder)


def _read_holder(folder: Path) -> str | None:
    try:
        holder = json.loads(read_plain(folder / HOLDER_NAME))
        return f"process {int(holder['pid'])}, started at {datetime.fromisoformat(holder['started_at'])}"
    except (OSError, ValueError, KeyError, TypeError):
        return None
