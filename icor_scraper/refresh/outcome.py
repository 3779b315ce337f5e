"""Run: what one refresh or approval did, for machines and for the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from icor_scraper.dataset import HtmlCell
from icor_scraper.export.description import count_objects
from icor_scraper.refresh.changes import Approval, Changes, Entry
from icor_scraper.refresh.published import Published

R = TypeVar("R")


class Outcome(StrEnum):
    """How a run that did not fail ended."""

    PUBLISHED = "published"
    """There is a new release."""
    UNCHANGED = "unchanged"
    """What is published is that of the newest revision."""
    WAITING = "waiting"
    """The newest revision is too young yet (`settle_hours`); what was published stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run did."""

    outcome: Outcome
    title: str
    revision: str
    """The published revision's id; for a text without one, its origin and the start of its SHA-1."""
    previous_revision: str | None
    """What was published before the newest release; None for the first."""
    permanent_link: str | None
    difference_link: str | None
    release: str
    """Name of the current release."""
    verified_by: str
    from_html: tuple[HtmlCell, ...]
    """The cells whose words were taken from the rendered HTML."""
    counts: Mapping[str, int]
    changes: tuple[Changes, ...]
    """What this run changed; empty where it published nothing."""
    approval: Approval | None
    last_changed_at: datetime
    parser_version: str


def make_run(outcome: Outcome, published: Published[R], entry: Entry, parser_version: str) -> Run:
    """The run that ended with `published`, of which `entry` is the log's."""
    dataset = published.dataset
    is_new = outcome is Outcome.PUBLISHED
    return Run(
        outcome=outcome,
        title=dataset.provenance.title,
        revision=entry.revision,
        previous_revision=entry.previous_revision,
        permanent_link=dataset.provenance.permanent_link,
        difference_link=entry.difference_link if is_new else None,
        release=published.name,
        verified_by=dataset.verified_by,
        from_html=dataset.from_html,
        counts=count_objects(dataset),
        changes=entry.changes if is_new else (),
        approval=entry.approval if is_new else None,
        last_changed_at=entry.logged_at,
        parser_version=parser_version,
    )
