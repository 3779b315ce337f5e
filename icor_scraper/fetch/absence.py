"""Why a page is not there: the wiki's logs tell whether it was deleted or moved.

https://www.mediawiki.org/wiki/API:Logevents
"""

from __future__ import annotations

import logging

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch.answers import LogEvent
from icor_scraper.fetch.api import ActionApi
from icor_scraper.fetch.display import excerpt
from icor_scraper.fetch.query import query_of
from icor_scraper.fetch.revision import Asked

_log = logging.getLogger(__name__)

LOG_ENTRIES = 10
"""Of the page's newest log entries; protections and the like stand between those looked for."""


def absence_error(api: ActionApi, asked: Asked, title: str) -> PageError:
    """The error for the missing page `title`, after a look into the wiki's logs."""
    name = excerpt(title)
    event = _last_event(api, asked, title)
    when = f" on {event.timestamp:%Y-%m-%d}" if event and event.timestamp else ""
    why = f' ("{excerpt(event.comment)}")' if event and event.comment else ""
    if event is None:
        message = f'the wiki has no page "{name}": check the spelling'
        reason = PageProblem.MISSING
    elif event.type == "move":
        target = excerpt(event.params.target_title or "")
        message = f'"{name}" was moved to "{target}"{when}{why}: ask for that title'
        reason = PageProblem.MOVED
    else:
        message = f'"{name}" was deleted{when}{why}'
        reason = PageProblem.DELETED
    return PageError(message, url=asked.api_url, title=asked.name, reason=reason)


def _last_event(api: ActionApi, asked: Asked, title: str) -> LogEvent | None:
    """The newest deletion or move; None where there is none, or the logs cannot be read."""
    params = {
        "list": "logevents",
        "letitle": title,
        "leprop": "type|timestamp|comment|details",
        "lelimit": str(LOG_ENTRIES),
    }
    try:
        query = query_of(api.query(params, is_enough=lambda _: True), asked)
    except FetchError as exc:
        _log.warning("the wiki's logs tell nothing of the missing page: %s", excerpt(str(exc), 300))
        return None
    for event in query.logevents:
        if event.type == "move" and event.params.target_title:
            return event
        if (event.type, event.action) == ("delete", "delete"):
            return event
    return None
