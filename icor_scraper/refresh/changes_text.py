"""CHANGES.md, and the reasons of a refusal, as Markdown for people.

Values come from a wiki that anyone can edit: each stands in a code span, in which neither Markdown nor
HTML means anything (https://spec.commonmark.org/0.31.2/#code-spans).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from icor_scraper.diff import Change, Record, Value
from icor_scraper.refresh.changes import Cause, Changes, Entry
from icor_scraper.visible import one_line

TEXT_NAME = "CHANGES.md"

_HEAD = "# Changes\n\nWhat each release changed, the newest first; changes.jsonl says the same to machines.\n"
_HEADINGS = {
    Cause.FIRST: "First release",
    Cause.SOURCE: "Edited in the article",
    Cause.PARSER: "Read differently by another version of icor-scraper",
    Cause.EITHER: "Edited in the article, or read differently by another version of icor-scraper",
}
_SAFE_LINK = re.compile(r"https?://[^\s<>\\]+")


def render_changes(entries: Sequence[Entry]) -> str:
    """The whole of CHANGES.md; releases that changed no record and needed no approval are left out."""
    told = [
        entry
        for entry in reversed(entries)
        if any(entry.changes) or entry.approval is not None or entry.previous_release is None
    ]
    return "\n".join([_HEAD, *("\n".join(_entry_lines(entry)) + "\n" for entry in told)])


def change_lines(changes: Changes) -> Iterator[str]:
    """One list item a change."""
    for record in changes.added:
        yield f"* added {code(record.key)}: {_values(record)}"
    for record in changes.removed:
        yield f"* removed {code(record.key)}: {_values(record)}"
    for renamed in changes.renamed:
        yield f"* renamed {code(renamed.before)} to {code(renamed.after)}: {_cells(renamed.changes)}"
    for cell in changes.changed:
        yield f"* changed {code(cell.key)}: {_cells((cell,))}"
    for moved in changes.moved:
        yield f"* moved {code(moved.key)}: from place {moved.before} to {moved.after}"


def code(text: str) -> str:
    """A code span of `text` on one line."""
    words = one_line(text)
    fence = "`" * (1 + max(map(len, re.findall("`+", words)), default=0))
    padding = " " if "`" in words or not words else ""
    return f"{fence}{padding}{words}{padding}{fence}"


def link(label: str, url: str | None) -> str | None:
    """A link, if `url` is of the web and cannot end it early."""
    return f"[{label}](<{url}>)" if url and _SAFE_LINK.fullmatch(url) else None


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"## Revision {code(entry.revision)}"
    yield ""
    facts = [
        f"published {entry.logged_at:%Y-%m-%d %H:%M} UTC",
        f"edited {entry.revision_timestamp:%Y-%m-%d %H:%M} UTC" if entry.revision_timestamp else None,
        link("revision", entry.permanent_link),
        link("difference", entry.difference_link),
        f"verified by {entry.verified_by}",
        ", ".join(f"{count} {name}" for name, count in entry.counts.items()),
    ]
    yield " · ".join(filter(None, facts))
    if entry.approval:
        yield ""
        yield f"Approved by {code(entry.approval.by)}: {code(entry.approval.reason)}, although:"
        yield ""
        yield from (f"* {code(violation)}" for violation in entry.approval.violations)
    for changes in entry.changes:
        if changes or changes.cause is Cause.FIRST:
            yield ""
            yield f"{_HEADINGS[changes.cause]}: {changes.summary() if changes else 'all records are new'}"
            yield ""
            yield from change_lines(changes)


def _values(record: Record) -> str:
    return ", ".join(f"{name} {code(_text(value))}" for name, value in record.values.items() if value not in (None, ()))


def _cells(cells: Sequence[Change]) -> str:
    return ", ".join(f"{c.field} {code(_text(c.before))} → {code(_text(c.after))}" for c in cells)


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_text, value)) or "nothing"
    return "nothing" if value is None else str(value)
