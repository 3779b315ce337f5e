"""Revisions, and what is known of pages now, from a wiki's API.

https://www.mediawiki.org/wiki/API:Query. MediaWiki 1.32 and later answer what is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from icor_scraper.errors import FetchError, PageError, PageProblem, TransportError
from icor_scraper.fetch.absence import absence_error
from icor_scraper.fetch.answers import Page, Query
from icor_scraper.fetch.api import ActionApi
from icor_scraper.fetch.client import Client
from icor_scraper.fetch.display import excerpt, public_url
from icor_scraper.fetch.json_strict import JsonObject
from icor_scraper.fetch.options import DEFAULT_LANGUAGE, refuse_idle
from icor_scraper.fetch.query import page_of, query_of
from icor_scraper.fetch.rendering import fetch_rendering
from icor_scraper.fetch.retry import TransientError
from icor_scraper.fetch.revision import Asked, DamagedTextError, revision_of
from icor_scraper.fetch.saved import Index, check_empty, write_saved
from icor_scraper.fetch.title import check_title, same_title
from icor_scraper.models import Origin, PageInfo, Revision

_LANGUAGE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)

_CONTENT = {
    "prop": "revisions",
    "rvslots": "main",
    "rvprop": "ids|timestamp|user|comment|tags|size|sha1|slotsize|slotsha1|contentmodel|content",
    "meta": "siteinfo",
    "siprop": "general|rightsinfo",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestRevision:
    """Which revision of a page is the newest, without its text."""

    title: str
    """The title of the page found, redirects followed."""
    page_id: int
    revision_id: int
    timestamp: datetime | None
    """When the revision was saved, in UTC."""
    tags: tuple[str, ...]
    """Change tags, as "mw-reverted"."""


@dataclass(slots=True)
class _Kept:
    """The bodies of the answers that a revision was read from."""

    queries: list[bytes] = field(default_factory=list)
    rendering: tuple[str, bytes] | None = None

    def keep_rendering(self, name: str, body: bytes) -> None:
        self.rendering = (name, body)

    def save(self, folder: Path, asked: Asked) -> None:
        names = ["query.json", *(f"query-{number}.json" for number in range(2, len(self.queries) + 1))]
        answers = dict(zip(names, self.queries, strict=True))
        if self.rendering:
            answers[self.rendering[0]] = self.rendering[1]
        index = Index(
            title=asked.title,
            revision_id=asked.revision_id,
            api_url=asked.api_url,
            queries=tuple(names),
            rendering=self.rendering and self.rendering[0],
        )
        write_saved(folder, index, answers)


def fetch_revision(
    title: str | None = None,
    *,
    language: str | None = None,
    api_url: str | None = None,
    revision_id: int | None = None,
    at: datetime | None = None,
    contact: str | None = None,
    with_html: bool = True,
    client: Client | None = None,
    save_to: str | Path | None = None,
) -> Revision:
    """One revision of the page `title`: the newest, `revision_id`, or the one that stood `at` a time.

    The wiki is `https://{language}.wikipedia.org`, "en" by default, or that of `api_url` (the address of its api.php).
    Redirects of the title are followed as they are now. `title` may be left out where `revision_id`
    is given; with both, the revision must be of that page. Two requests: one for all facts, one for the
    rendering of that same revision (`with_html`). `save_to` is a new or empty folder to which the answers
    are written verbatim, for `read_revision`. `client` brings its own contact and limits; without
    one, `contact` is the operator's (else ICOR_SCRAPER_CONTACT), needed for every host but this machine.

    Raises ContactError before any request, PageError where the page or revision cannot be had, and
    TransportError or ApiError where the network, the server or the API fail; ValueError where arguments
    exclude each other or `at` has no time zone.
    """
    if title is None and revision_id is None:
        raise ValueError("a title or a revision_id is needed")
    refuse_idle(None, {"revision_id": revision_id, "at": at})
    if save_to is not None:
        check_empty(Path(save_to))
    kept = _Kept()
    with _wiki(title, language, api_url, contact, client) as api:
        asked = Asked(title=title, api_url=api.url, revision_id=revision_id)
        params = _CONTENT | _which(asked, at)
        answer = api.query(
            params,
            is_enough=_has_revisions,
            verify=lambda merged: _verify(merged, asked),
            keep=kept.queries.append,
        )
        query = query_of(answer, asked)
        page = _existing_page(api, query, asked)
        _check_page(api, page, asked)
        revision = _revision(query, page, asked, at)
        if with_html and revision.revision_id is not None:
            html = fetch_rendering(api, revision.revision_id, kept.keep_rendering)
            revision = replace(revision, html=html)
    if save_to is not None:
        kept.save(Path(save_to), asked)
    return revision


def fetch_newest_revision(
    title: str,
    *,
    language: str | None = None,
    api_url: str | None = None,
    contact: str | None = None,
    client: Client | None = None,
) -> NewestRevision:
    """Which revision of the page `title` is the newest: one small request. Arguments and errors as fetch_revision."""
    with _wiki(title, language, api_url, contact, client) as api:
        asked = Asked(title=title, api_url=api.url)
        params = {"prop": "revisions", "rvprop": "ids|timestamp|tags"} | _which(asked, None)
        query = query_of(api.query(params, is_enough=_has_revisions), asked)
        page = _existing_page(api, query, asked)
        if page.pageid is None or not page.revisions:
            raise _no_revision(page, asked, None)
        newest = page.revisions[0]
        return NewestRevision(
            title=page.title,
            page_id=page.pageid,
            revision_id=newest.revid,
            timestamp=newest.timestamp.astimezone(UTC) if newest.timestamp else None,
            tags=newest.tags,
        )


def fetch_page_info(
    title: str,
    *,
    language: str | None = None,
    api_url: str | None = None,
    contact: str | None = None,
    client: Client | None = None,
) -> PageInfo:
    """What the wiki says of the page `title` as it is now. Arguments and errors as fetch_revision."""
    params = {
        "prop": "info|pageprops|categories|langlinks",
        "inprop": "displaytitle",
        "ppprop": "wikibase_item",
        "cllimit": "max",
        "lllimit": "max",
    }
    with _wiki(title, language, api_url, contact, client) as api:
        asked = Asked(title=title, api_url=api.url)
        answer = api.query(params | _which(asked, None), is_enough=lambda _: False)
        page = _existing_page(api, query_of(answer, asked), asked)
        if page.pageid is None:
            raise _no_revision(page, asked, None)
        return PageInfo(
            title=page.title,
            page_id=page.pageid,
            display_title=page.displaytitle or page.title,
            wikidata_id=page.pageprops.wikibase_item,
            categories=tuple(category.title.partition(":")[2] for category in page.categories),
            language_links=tuple((link.lang, link.title) for link in page.langlinks),
            last_revision_id=page.lastrevid,
            retrieved_at=datetime.fromtimestamp(api.client.now(), UTC),
        )


@contextmanager
def _wiki(
    title: str | None, language: str | None, api_url: str | None, contact: str | None, client: Client | None
) -> Iterator[ActionApi]:
    """The wiki's API, asked by `client` or by one of this operation's own."""
    refuse_idle(None, {"language": language, "api_url": api_url, "contact": contact, "client": client})
    if title is not None:
        check_title(title)
    if api_url is None:
        language = language or DEFAULT_LANGUAGE
        if not _LANGUAGE.fullmatch(language):
            raise FetchError(f'expected a language code as "en", found "{excerpt(language)}"')
        api_url = f"https://{language}.wikipedia.org/w/api.php"
    with ExitStack() as stack:
        if client is None:
            client = stack.enter_context(Client(contact=contact))
        stack.enter_context(client.operation())
        yield ActionApi(client, api_url)


def _which(asked: Asked, at: datetime | None) -> dict[str, str]:
    """The parameters that name the page and revision."""
    if asked.revision_id is not None:
        return {"revids": str(asked.revision_id)}
    title = asked.title or ""
    # A leading U+001F makes it, not "|", the separator of values: https://www.mediawiki.org/wiki/API:Data_formats
    named = {"titles": f"\x1f{title}" if "|" in title else title, "redirects": "1"}
    if at is None:
        return named
    if at.tzinfo is None:
        raise ValueError("at needs a time zone")
    start = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return named | {"rvstart": start, "rvdir": "older", "rvlimit": "1"}


def _has_revisions(answer: JsonObject) -> bool:
    query = answer.get("query")
    pages = query.get("pages") if isinstance(query, dict) else None
    return isinstance(pages, list) and any(isinstance(page, dict) and "revisions" in page for page in pages)


def _verify(answer: JsonObject, asked: Asked) -> None:
    """Raise TransientError where the text is not the one whose size and SHA-1 the wiki tells."""
    if not _has_revisions(answer):
        return
    query = query_of(answer, asked)
    page = page_of(query, asked)
    try:
        revision_of(query, page, page.revisions[0], asked, Origin.API)
    except DamagedTextError as exc:
        url = public_url(asked.api_url)
        error = TransportError(f"the text from {url} is damaged: {exc}", url=url)
        raise TransientError(error) from exc


def _existing_page(api: ActionApi, query: Query, asked: Asked) -> Page:
    page = page_of(query, asked)
    if page.missing:
        raise absence_error(api, asked, page.title)
    return page


def _revision(query: Query, page: Page, asked: Asked, at: datetime | None) -> Revision:
    if not page.revisions:
        raise _no_revision(page, asked, at)
    return revision_of(query, page, page.revisions[0], asked, Origin.API)


def _no_revision(page: Page, asked: Asked, at: datetime | None) -> PageError:
    when = f" that is as old as {at:%Y-%m-%d %H:%M}" if at else ""
    return PageError(
        f'the wiki tells no revision of "{excerpt(page.title)}"{when}',
        url=asked.api_url,
        title=asked.name,
        reason=PageProblem.UNKNOWN_REVISION,
    )


def _check_page(api: ActionApi, page: Page, asked: Asked) -> None:
    """Raise PageError where a revision was asked for together with the title of another page."""
    if asked.revision_id is None or asked.title is None or same_title(asked.title, page.title):
        return
    by_title = Asked(title=asked.title, api_url=asked.api_url)
    params = {"prop": "info"} | _which(by_title, None)
    named = page_of(query_of(api.query(params, is_enough=lambda _: True), by_title), by_title)
    if named.pageid != page.pageid:
        raise PageError(
            f'expected a revision of "{excerpt(asked.title)}", found revision {asked.revision_id} '
            f'of "{excerpt(page.title)}"',
            url=asked.api_url,
            title=asked.title,
            reason=PageProblem.UNKNOWN_REVISION,
        )
