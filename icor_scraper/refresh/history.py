"""The log of changes is brought up to the current release, whatever happened since it was last written.

A run that is killed between publishing and logging is made good by the next one, by the same code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from icor_scraper.dataset import Dataset
from icor_scraper.export.description import count_objects
from icor_scraper.publish import write_atomically
from icor_scraper.refresh.changes import Cause, Changes, Entry, compare, difference_link, read_log, write_log
from icor_scraper.refresh.changes_text import TEXT_NAME, render_changes
from icor_scraper.refresh.published import Published, read_release_named
from icor_scraper.refresh.quarantine import read_approval
from icor_scraper.spec import DatasetSpec
from icor_scraper.version import __version__

R = TypeVar("R")

Reread: TypeAlias = Callable[[Dataset[R]], Dataset[R] | None]
"""Reads the revision of an earlier dataset once more, with the parser of now; None where it cannot."""


def log_current(
    spec: DatasetSpec[R], folder: Path, current: Published[R], *, now: datetime, reread: Reread[R] | None = None
) -> Entry:
    """The entry of the `current` release, written to changes.jsonl and CHANGES.md if it is not there yet.

    Where article and parser both changed, `reread` tells the one's share from the other's. Raises
    DatasetError where changes.jsonl is not ours, PublishError where it cannot be written.
    """
    entries = read_log(folder)
    last = entries[-1] if entries else None
    if last is not None and last.release == current.name:
        return last
    previous = read_release_named(spec, folder, last.release) if last else None
    entry = _make_entry(spec, folder, previous, current, now=now, reread=reread)
    if last is not None:
        entry = replace(entry, previous_release=last.release, previous_revision=last.revision)
    entries = (*entries, entry)
    write_atomically(folder / TEXT_NAME, render_changes(entries).encode("utf-8", "backslashreplace"))
    write_log(folder, entries)
    return entry


def _make_entry(
    spec: DatasetSpec[R],
    folder: Path,
    previous: Published[R] | None,
    current: Published[R],
    *,
    now: datetime,
    reread: Reread[R] | None,
) -> Entry:
    provenance = current.dataset.provenance
    revision = current.release.manifest.revision
    return Entry(
        release=current.name,
        revision=revision,
        previous_release=None,
        previous_revision=None,
        title=provenance.title,
        revision_timestamp=provenance.revision_timestamp,
        permanent_link=provenance.permanent_link,
        difference_link=difference_link(previous.dataset.provenance, provenance) if previous else None,
        logged_at=now,
        parser_version=__version__,
        verified_by=current.dataset.verified_by,
        counts=count_objects(current.dataset),
        changes=(Changes(cause=Cause.FIRST),)
        if previous is None
        else _attributed(spec, previous, current.dataset, reread),
        approval=read_approval(folder, revision),
    )


def _attributed(
    spec: DatasetSpec[R], previous: Published[R], after: Dataset[R], reread: Reread[R] | None
) -> tuple[Changes, ...]:
    """The changes, apart by their cause."""
    before = previous.dataset
    if previous.parser_version == __version__:
        return (compare(spec, before, after, Cause.SOURCE),)
    if before.provenance.sha1 == after.provenance.sha1:
        return (compare(spec, before, after, Cause.PARSER),)
    between = reread(before) if reread and previous.parser_version is not None else None
    if between is None:
        return (compare(spec, before, after, Cause.EITHER),)
    return (compare(spec, before, between, Cause.PARSER), compare(spec, between, after, Cause.SOURCE))
