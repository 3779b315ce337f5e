"""Which page an answer of `action=query` tells, or why it tells none."""

from __future__ import annotations

from icor_scraper.errors import PageError, PageProblem, TransportError
from icor_scraper.fetch.answers import Page, Query, typed
from icor_scraper.fetch.display import excerpt
from icor_scraper.fetch.json_strict import JsonObject, NotJsonError
from icor_scraper.fetch.revision import Asked


def query_of(answer: JsonObject, asked: Asked) -> Query:
    """The `query` object of `answer`; raises TransportError where the answer is no MediaWiki's."""
    found = answer.get("query")
    if not isinstance(found, dict):
        raise TransportError(
            "expected the Action API's answer, found other JSON: is this address a MediaWiki's api.php?",
            url=asked.api_url,
        )
    try:
        return typed(found, Query)
    except NotJsonError as exc:
        raise TransportError(f"the API's answer cannot be read: {exc}", url=asked.api_url) from exc


def page_of(query: Query, asked: Asked) -> Page:
    """The one page that was asked for; its `missing` flag may be set.

    Raises PageError where the title can be no page of this wiki or the revision is unknown.
    """
    name = excerpt(asked.name)
    if query.badrevids:
        raise _error(
            f"revision {asked.revision_id} is unknown to the wiki: it may be of a deleted page",
            asked,
            PageProblem.UNKNOWN_REVISION,
        )
    if not query.pages:
        raise _without_pages(query, name, asked)
    page = query.pages[0]
    if page.invalid:
        reason = excerpt(page.invalidreason or "it is no title")
        raise _error(f'"{name}" can be no page title: {reason}', asked, PageProblem.INVALID)
    if page.special:
        raise _error(
            f'"{excerpt(page.title)}" is made by the software and has no wikitext: name an article',
            asked,
            PageProblem.INVALID,
        )
    return page


def _without_pages(query: Query, name: str, asked: Asked) -> PageError:
    if query.interwiki:
        other = excerpt(query.interwiki[0].title)
        return _error(
            f'"{name}" leads to "{other}" on another wiki: fetch it there (--language or --api-url)',
            asked,
            PageProblem.INVALID,
        )
    if query.redirects:
        chain = " → ".join(excerpt(r.from_title) for r in query.redirects)
        return _error(f'"{name}" redirects in a circle: {chain}', asked, PageProblem.REDIRECT_LOOP)
    return _error(f'the wiki tells nothing of "{name}"', asked, PageProblem.MISSING)


def _error(message: str, asked: Asked, reason: PageProblem) -> PageError:
    return PageError(message, url=asked.api_url, title=asked.name, reason=reason)
