"""changes.jsonl and CHANGES.md: what each release changed, for machines and for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from icor_scraper.dataset import Dataset, Provenance
from icor_scraper.diff import Difference, diff_datasets
from icor_scraper.errors import DatasetError, PublishError
from icor_scraper.export.json_format import parse_json
from icor_scraper.publish import write_atomically
from icor_scraper.publish.files import read_plain
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")

LOG_NAME = "changes.jsonl"


class Cause(StrEnum):
    """Why a value is another one than before."""

    FIRST = "first release"
    SOURCE = "source"
    """The article was edited."""
    PARSER = "parser"
    """Another version of this package reads the same text differently."""
    EITHER = "source or parser"
    """Both changed, and the older text could not be read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Difference):
    """What changed for one cause."""

    cause: Cause

    def summary(self) -> str:
        """As "1 added, 2 changed"; "no record changed" where nothing did."""
        parts = [
            f"{len(records)} {name}"
            for name in ("added", "removed", "renamed", "changed", "moved")
            if (records := getattr(self, name))
        ]
        return ", ".join(parts) or "no record changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Why a refused revision was published all the same."""

    by: str
    reason: str
    at: datetime
    violations: tuple[str, ...]
    """What had been said against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One release: one line of changes.jsonl."""

    release: str
    revision: str
    previous_release: str | None
    previous_revision: str | None
    title: str
    revision_timestamp: datetime | None
    permanent_link: str | None
    difference_link: str | None
    """Where the wiki shows what was edited since the previous revision."""
    logged_at: datetime
    """When the release was published, in UTC."""
    parser_version: str
    verified_by: str
    counts: Mapping[str, int]
    changes: tuple[Changes, ...]
    """One for each cause; parser and source apart where both changed."""
    approval: Approval | None


def compare(spec: DatasetSpec[R], before: Dataset[R], after: Dataset[R], cause: Cause) -> Changes:
    """What changed from one dataset to the other."""
    difference = diff_datasets(spec, before, after)
    return Changes(
        cause=cause,
        added=difference.added,
        removed=difference.removed,
        renamed=difference.renamed,
        changed=difference.changed,
        moved=difference.moved,
    )


def difference_link(before: Provenance, after: Provenance) -> str | None:
    """https://www.mediawiki.org/wiki/Manual:Parameters_to_index.php: `diff` and `oldid`."""
    if before.revision_id is None or after.revision_id is None or before.api_url != after.api_url:
        return None
    page, found, _ = (after.permanent_link or "").rpartition("&oldid=")
    return f"{page}&diff={after.revision_id}&oldid={before.revision_id}" if found else None


def read_log(folder: Path) -> tuple[Entry, ...]:
    """All entries, the oldest first; raises DatasetError where a line is not one of ours."""
    path = folder / LOG_NAME
    try:
        lines = read_plain(path).splitlines()
    except FileNotFoundError:
        return ()
    except OSError as exc:
        raise DatasetError.of("a log of changes that can be read", f"{exc.strerror}", path) from exc
    advice = "mend it, or move the file away to begin another"
    return tuple(
        parse_json(line, Entry, path=path, where=f", line {number}; {advice}") for number, line in enumerate(lines, 1)
    )


def write_log(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Replace changes.jsonl at one stroke. Raises PublishError."""
    path = folder / LOG_NAME
    try:
        content = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
    except UnicodeEncodeError as exc:
        raise PublishError(f"expected text that UTF-8 can hold, found: {exc} ({path})", path=str(path)) from exc
    write_atomically(path, content)
