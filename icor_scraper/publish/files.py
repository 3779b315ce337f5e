"""Files and folders that are on the disk when the call returns, and never half there."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from icor_scraper.errors import PublishError

TEMPORARY_PREFIX = ".icor-scraper-"
"""What the names of all unfinished work begin with; a later run may delete whatever has such a name."""


def write_atomically(path: Path, content: bytes) -> None:
    """Put a file of `content` at `path`: a reader sees the old file or the new one, whole.

    A symbolic link at `path` is replaced, not followed. The mode is what the umask leaves of 0666.
    Raises PublishError; the old file then still stands.
    """
    with reported(path):
        temporary = path.with_name(f"{TEMPORARY_PREFIX}{os.getpid()}-{path.name}")
        try:
            write_new(temporary, content)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def read_plain(path: Path) -> bytes:
    """The content of a file. Raises OSError, and that at once for a pipe or device, which may never end."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a folder fails by itself, in the system's words
        raise OSError(errno.EINVAL, "Is no plain file", str(path))
    return path.read_bytes()


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, and bring it to the disk. Raises OSError."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Bring a folder's own entries to the disk (fsync(2): a file's fsync does not). Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as exc:
        if exc.errno not in (errno.EINVAL, errno.ENOTSUP):  # this file system has no such thing
            raise
    finally:
        os.close(descriptor)


def remove_leftovers(folder: Path) -> None:
    """Delete what a killed run left unfinished in `folder`; links are deleted, never followed."""
    for path in folder.glob(f"{TEMPORARY_PREFIX}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a PublishError about `path`."""
    try:
        yield
    except OSError as exc:
        place = exc.filename or path
        raise PublishError(
            f"expected to write to {path}, found: {exc.strerror or exc} ({place})", path=str(path)
        ) from exc
