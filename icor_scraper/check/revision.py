"""Guards on the page: pure functions of a revision and of what was published before."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TypeVar

from icor_scraper.check.violation import Guard, Violation, listed
from icor_scraper.dataset import Provenance
from icor_scraper.models import Revision
from icor_scraper.spec import DatasetSpec, Limits

R = TypeVar("R")

_REDIRECT = re.compile(r"\s*#\w+\s*:?\s*\[\[")
"""How a page that redirects begins, in any language (https://www.mediawiki.org/wiki/Help:Redirects)."""


def check_revision(
    spec: DatasetSpec[R], revision: Revision, published: Provenance | None, *, now: datetime
) -> tuple[Violation, ...]:
    """What speaks against reading `revision` for the dataset of `spec`, published before as `published`.

    `now` is an aware time; with it the age is told for `Limits.settle_hours`.
    """
    limits = spec.limits
    found = [
        *_blanked(revision),
        *_redirected(revision),
        *_tagged(revision, limits),
        *_unsettled(revision, limits, now),
    ]
    if published is not None:
        found += [
            *_other_page(revision, published),
            *_older(revision, published),
            *_shrunk(revision, published, limits),
        ]
    return tuple(found)


def _blanked(revision: Revision) -> list[Violation]:
    if revision.wikitext.strip():
        return []
    advice = "wait until the page is restored"
    return [Violation(guard=Guard.BLANKED, message="expected an article, found an empty page", advice=advice)]


def _redirected(revision: Revision) -> list[Violation]:
    to = revision.redirects[-1].to_title if revision.redirects else None
    if to is None and _REDIRECT.match(revision.wikitext):
        to = "another page"
    if to is None:
        return []
    message = f"expected {revision.requested_title!r} itself, found a redirect to {to}"
    return [Violation(guard=Guard.REDIRECTED, message=message, advice="give the new title if the page was moved")]


def _tagged(revision: Revision, limits: Limits) -> list[Violation]:
    tags = [tag for tag in revision.tags if tag in limits.refused_tags]
    if not tags:
        return []
    message = f"expected a revision that stands, found one tagged {listed(tags)}"
    return [Violation(guard=Guard.TAGGED, message=message, advice="wait for the next revision, or approve this one")]


def _unsettled(revision: Revision, limits: Limits, now: datetime) -> list[Violation]:
    settled = timedelta(hours=limits.settle_hours)
    if not limits.settle_hours or revision.timestamp is None or now - revision.timestamp >= settled:
        return []
    age = (now - revision.timestamp).total_seconds() / 3600
    message = f"expected a revision at least {limits.settle_hours:g} hours old, found one of {age:.1f} hours"
    return [Violation(guard=Guard.UNSETTLED, message=message, advice="it is read once it is old enough")]


def _other_page(revision: Revision, published: Provenance) -> list[Violation]:
    pairs = [("page id", published.page_id, revision.page_id), ("title", published.title, revision.title)]
    changed = [
        f"expected {what} {before!r}, found {after!r}"
        for what, before, after in pairs
        if before is not None and after is not None and before != after
    ]
    advice = "approve it if the page was moved or restored, and give the new title"
    return [Violation(guard=Guard.OTHER_PAGE, message=message, advice=advice) for message in changed]


def _older(revision: Revision, published: Provenance) -> list[Violation]:
    """By revision id, which only grows, not by time, which a clock or an import can set back."""
    advice = "allow older revisions by name if this is meant"
    before, after = published.revision_id, revision.revision_id
    if before is not None and published.api_url == revision.site.api_url:
        if after is not None and after >= before:
            return []
        message = f"expected revision {before} or a later one, found {after or 'one without an id'}"
    elif published.revision_timestamp and revision.timestamp and revision.timestamp < published.revision_timestamp:
        message = f"expected a revision of {published.revision_timestamp} or later, found one of {revision.timestamp}"
    elif before is not None and after is None:
        message = f"expected a revision of a wiki, as {before} is, found one without an id"
    else:
        return []
    return [Violation(guard=Guard.OLDER, message=message, advice=advice)]


def _shrunk(revision: Revision, published: Provenance, limits: Limits) -> list[Violation]:
    lost = published.size - revision.size
    if lost <= limits.max_shrink_share * published.size:
        return []
    least = (1 - limits.max_shrink_share) * published.size
    message = f"expected at least {least:.0f} of {published.size} bytes, found {revision.size}"
    return [Violation(guard=Guard.SHRUNK, message=message, advice="look at the page's history, then approve or wait")]
