"""What was refused is kept with the reasons, to be looked at and approved, or not.

    DIR/quarantine/1299999999/
        REASONS.md            for people: what speaks against it, what it would change, how to approve it
        refusal.json          the same for machines
        article.wikitext      the revision's text, and article.html its rendering
        candidate/            the files that were not published, with their MANIFEST.json
        approval.json         only while an approval is at work

A revision refused again replaces what was kept of it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from icor_scraper.check.violation import listed
from icor_scraper.export.json_format import parse_json, render_json
from icor_scraper.models import Revision
from icor_scraper.publish import write_atomically
from icor_scraper.publish.files import TEMPORARY_PREFIX, read_plain, remove_leftovers, reported, sync_folder, write_new
from icor_scraper.publish.manifest import MANIFEST_NAME, make_manifest, render_manifest
from icor_scraper.publish.releases import REVISION
from icor_scraper.refresh.changes import Approval, Changes
from icor_scraper.refresh.changes_text import change_lines, code, link

QUARANTINE_NAME = "quarantine"
CANDIDATE_NAME = "candidate"
_REFUSAL_NAME = "refusal.json"
_APPROVAL_NAME = "approval.json"


class NotRefusedError(ValueError):
    """The revision asked for is not in quarantine, or no dataset could be read from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a revision was not published."""

    title: str
    revision: str
    permanent_link: str | None
    published_revision: str | None
    """What stands instead; None where nothing was published yet."""
    violations: tuple[str, ...]
    """All of them, one sentence each; the last may be why the text could not be read at all."""
    has_candidate: bool
    """Whether a dataset could be read, which can be approved."""
    changes: Changes | None
    """What the candidate would change; None without candidate or without published dataset."""
    parser_version: str
    refused_at: datetime


def keep_refused(folder: Path, refusal: Refusal, revision: Revision, candidate: Mapping[str, bytes] | None) -> Path:
    """Write the folder of a refused revision, all at once; `candidate` are the dataset's files.

    Raises PublishError where that cannot be done.
    """
    quarantine = folder / QUARANTINE_NAME
    target = quarantine / refusal.revision
    staging = quarantine / f"{TEMPORARY_PREFIX}{os.getpid()}-{refusal.revision}"
    with reported(quarantine):
        quarantine.mkdir(exist_ok=True)
        remove_leftovers(quarantine)
        staging.mkdir()
        try:
            for name, content in _files(refusal, revision).items():
                write_new(staging / name, content)
            if candidate is not None:
                _write_candidate(staging / CANDIDATE_NAME, candidate, refusal.revision)
            sync_folder(staging)
            remove_refused(folder, refusal.revision)
            staging.rename(target)
            sync_folder(quarantine)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
    return target


def read_refusal(folder: Path, revision: str) -> Refusal:
    """Why `revision` was refused; raises NotRefusedError where it was not, DatasetError where the file is damaged."""
    path = _place(folder, revision) / _REFUSAL_NAME
    try:
        return parse_json(read_plain(path), Refusal, path=path)
    except OSError as exc:
        known = listed(sorted(_revisions(folder))) or "none at all"
        place = folder / QUARANTINE_NAME
        raise NotRefusedError(f"expected revision {revision} in quarantine, found {known} ({place})") from exc


def candidate_path(folder: Path, revision: str) -> Path:
    """Where the files of the candidate are, a release of their own."""
    return _place(folder, revision) / CANDIDATE_NAME


def read_approval(folder: Path, revision: str) -> Approval | None:
    """The approval at work; None where there is none."""
    path = _place(folder, revision) / _APPROVAL_NAME
    try:
        return parse_json(read_plain(path), Approval, path=path)
    except OSError:
        return None


def write_approval(folder: Path, revision: str, approval: Approval) -> None:
    """Note the approval before anything is published by it. Raises PublishError."""
    write_atomically(_place(folder, revision) / _APPROVAL_NAME, render_json(approval))


def remove_refused(folder: Path, revision: str) -> None:
    """Delete what is kept of `revision`, if anything is. Raises PublishError."""
    path = _place(folder, revision)
    with reported(path):
        if path.is_dir() and not path.is_symlink():
            doomed = path.rename(path.with_name(f"{TEMPORARY_PREFIX}old-{path.name}"))
            shutil.rmtree(doomed)


def _place(folder: Path, revision: str) -> Path:
    """The revision's folder; NotRefusedError for a name that none has, as "../x"."""
    if not REVISION.fullmatch(revision):
        raise NotRefusedError(f"expected a revision of ASCII letters and digits, found {revision!r}")
    return folder / QUARANTINE_NAME / revision


def _revisions(folder: Path) -> Iterator[str]:
    with suppress(OSError):  # it tells what there is, as far as it can be read
        for found in (folder / QUARANTINE_NAME).iterdir():
            if REVISION.fullmatch(found.name) and (found / _REFUSAL_NAME).is_file():
                yield found.name


def _files(refusal: Refusal, revision: Revision) -> Mapping[str, bytes]:
    files = {
        "REASONS.md": "\n".join(_reason_lines(refusal)).encode("utf-8", "backslashreplace"),
        _REFUSAL_NAME: render_json(refusal),
        "article.wikitext": revision.wikitext.encode("utf-8", "surrogatepass"),
    }
    if revision.html is not None:
        files["article.html"] = revision.html.encode("utf-8", "surrogatepass")
    return files


def _write_candidate(path: Path, files: Mapping[str, bytes], revision: str) -> None:
    path.mkdir()
    for name, content in files.items():
        write_new(path / name, content)
    write_new(path / MANIFEST_NAME, render_manifest(make_manifest(files, revision=revision, number=1)))
    sync_folder(path)


def _reason_lines(refusal: Refusal) -> Iterator[str]:
    yield f"# Revision {code(refusal.revision)} was not published"
    yield ""
    facts = [code(refusal.title), link("revision", refusal.permanent_link), f"{refusal.refused_at:%Y-%m-%d %H:%M} UTC"]
    yield " · ".join(filter(None, facts))
    yield ""
    yield from (f"* {code(violation)}" for violation in refusal.violations)
    if refusal.changes:
        yield ""
        yield f"It would change: {refusal.changes.summary()}"
        yield ""
        yield from change_lines(refusal.changes)
    yield ""
    if refusal.has_candidate:
        yield f"If it is right: `icor-scraper approve DIR --revision {refusal.revision} --reason TEXT`"
    else:
        yield "No dataset could be read from it, so that there is nothing to approve."
    yield ""
