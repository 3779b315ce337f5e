"""A query's answer becomes a Revision, its text checked against the size and SHA-1 that the wiki tells."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from urllib.parse import quote, urljoin, urlsplit

from icor_scraper.errors import PageError, PageProblem
from icor_scraper.fetch.answers import ApiRevision, General, Page, Query, Slot
from icor_scraper.fetch.display import excerpt
from icor_scraper.models import Licence, Origin, Redirect, Revision, Site


class DamagedTextError(ValueError):
    """The text is not the one whose size and SHA-1 the wiki tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for, to be named in records and errors."""

    title: str | None
    """None where only a revision id was given."""
    api_url: str
    revision_id: int | None = None

    @property
    def name(self) -> str:
        """The title or, without one, the revision, as messages name it."""
        return self.title if self.title is not None else f"revision {self.revision_id}"


def revision_of(query: Query, page: Page, found: ApiRevision, asked: Asked, origin: Origin) -> Revision:
    """The Revision, without rendering, that `query` tells.

    Raises PageError where its text is hidden or not wikitext, and DamagedTextError where the text
    does not agree with its size or SHA-1.
    """
    slot = _readable_slot(found, page, asked)
    text = slot.content or ""
    data = text.encode("utf-8")
    sha1 = _checked_sha1(data, found, slot)
    requested = page.title if asked.title is None else asked.title
    general = query.general
    return Revision(
        wikitext=text,
        html=None,
        requested_title=requested,
        title=page.title,
        normalized_from=next((n.from_title for n in query.normalized if n.from_title == requested), None),
        redirects=_followed_redirects(query),
        page_id=page.pageid,
        namespace=page.ns,
        revision_id=found.revid,
        parent_id=found.parentid or None,
        timestamp=found.timestamp.astimezone(UTC) if found.timestamp else None,
        size=len(data),
        sha1=sha1,
        user=None if found.userhidden else found.user,
        comment=None if found.commenthidden else found.comment,
        tags=found.tags,
        content_model=slot.contentmodel,
        permanent_link=_permanent_link(general, asked.api_url, page.title, found.revid),
        site=Site(name=general.sitename, api_url=asked.api_url, base_url=general.base, language=general.lang),
        licence=Licence(name=query.rightsinfo.text or "", url=query.rightsinfo.url or None),
        origin=origin,
        attribution=f'Contributors to "{page.title}", {general.sitename or asked.api_url}',
    )


def _readable_slot(found: ApiRevision, page: Page, asked: Asked) -> Slot:
    slot = found.slots.main if found.slots else Slot(textmissing=True)
    if slot.contentmodel not in ("wikitext", ""):
        raise PageError(
            f'expected wikitext, found content model "{excerpt(slot.contentmodel)}" (page "{excerpt(page.title)}")',
            url=asked.api_url,
            title=asked.name,
            reason=PageProblem.NOT_WIKITEXT,
        )
    if slot.texthidden or slot.textmissing or slot.content is None:
        state = "hidden by the wiki's administrators" if slot.texthidden else "lost or not told by the wiki"
        raise PageError(
            f'the text of revision {found.revid} of "{excerpt(page.title)}" is {state}: choose another revision',
            url=asked.api_url,
            title=asked.name,
            reason=PageProblem.HIDDEN,
        )
    return slot


def _checked_sha1(data: bytes, found: ApiRevision, slot: Slot) -> str:
    """The SHA-1 of `data`; the slot's own figures go before the revision's, which cover all slots."""
    sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    told = (slot.size, slot.sha1) if slot.sha1 is not None else (found.size, found.sha1)
    for expected, got in zip(told, (len(data), sha1), strict=True):
        if expected is not None and expected != got:
            raise DamagedTextError(
                f"expected {told[0]} bytes with SHA-1 {told[1]}, found {len(data)} bytes with SHA-1 {sha1}"
            )
    return sha1


def _followed_redirects(query: Query) -> tuple[Redirect, ...]:
    """The redirects in the order in which they were followed."""
    return tuple(Redirect(from_title=r.from_title, to_title=r.to_title, fragment=r.tofragment) for r in query.redirects)


def _permanent_link(general: General, api_url: str, title: str, revision_id: int) -> str | None:
    """https://www.mediawiki.org/wiki/Help:Permanent_link; None where the wiki tells no usable address."""
    try:
        script = urljoin(urljoin(api_url, general.server), general.script)
        is_usable = urlsplit(script).scheme in ("http", "https")
    except ValueError:
        is_usable = False
    if not general.script or not is_usable:
        return None
    return f"{script}?title={quote(title.replace(' ', '_'), safe=':/()!,*')}&oldid={revision_id}"
