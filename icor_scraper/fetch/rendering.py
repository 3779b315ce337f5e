"""The rendering of one revision: Parsoid's by the REST API, or else that of `action=parse`."""

from __future__ import annotations

import logging
from collections.abc import Callable

from icor_scraper.errors import FetchError, TransportError
from icor_scraper.fetch.api import ActionApi, check_status, read_api_answer, rest_url
from icor_scraper.fetch.display import excerpt, public_url
from icor_scraper.fetch.html import html_of_parse, html_of_rest
from icor_scraper.fetch.json_strict import NotJsonError
from icor_scraper.fetch.retry import TransientError
from icor_scraper.fetch.saved import PARSE_RENDERING, REST_RENDERING
from icor_scraper.fetch.transport import Answer

_log = logging.getLogger(__name__)

REST_TRIES = 2
"""Of the REST API, before `action=parse` is asked, which has the full number of tries."""


def fetch_rendering(api: ActionApi, revision_id: int, keep: Callable[[str, bytes], None]) -> str:
    """The HTML of revision `revision_id`; `keep` gets the body it was read from, and a name for it.

    Raises TransportError or ApiError where neither way answers.
    """
    url = rest_url(api.url, f"revision/{revision_id}/html")
    if url is not None:
        try:
            return _by_rest(api, url, revision_id, keep)
        except FetchError as exc:
            _log.warning("no rendering by the REST API (%s); asking action=parse", excerpt(str(exc), 300))
    return _by_parse(api, revision_id, keep)


def _by_rest(api: ActionApi, url: str, revision_id: int, keep: Callable[[str, bytes], None]) -> str:
    def read(answer: Answer) -> str:
        check_status(answer, api.client.now())
        return _proved(answer, html_of_rest, revision_id, lambda body: keep(REST_RENDERING, body))

    return api.client.get(url, {}, read, tries=REST_TRIES)


def _by_parse(api: ActionApi, revision_id: int, keep: Callable[[str, bytes], None]) -> str:
    """https://www.mediawiki.org/wiki/API:Parsing_wikitext."""

    def read(answer: Answer) -> str:
        read_api_answer(answer, api.client.now())
        return _proved(answer, html_of_parse, revision_id, lambda body: keep(PARSE_RENDERING, body))

    params = {
        "oldid": str(revision_id),
        "prop": "text|revid",
        "disablelimitreport": "1",
        "disableeditsection": "1",
    }
    return api.request("parse", params, read)


def _proved(
    answer: Answer,
    read: Callable[[bytes, int], str],
    revision_id: int,
    keep: Callable[[bytes], None],
) -> str:
    """What `read` makes of the body, which it proves to be a whole rendering of the revision."""
    url = public_url(answer.url)
    try:
        html = read(answer.body, revision_id)
    except NotJsonError as exc:
        error = TransportError(f"the rendering from {url} cannot be used: {exc}", url=url)
        if exc.is_damage:
            raise TransientError(error) from exc
        raise error from exc
    keep(answer.body)
    return html
