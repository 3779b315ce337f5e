"""The Action API's own manners: what every request carries, errors in answers of status 200, continuation.

https://www.mediawiki.org/wiki/API:Errors_and_warnings, https://www.mediawiki.org/wiki/API:Continue,
https://www.mediawiki.org/wiki/Manual:Maxlag_parameter.
"""

from __future__ import annotations

import http
import logging
from collections.abc import Callable, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from icor_scraper.errors import ApiError, TransportError
from icor_scraper.fetch.answers import typed
from icor_scraper.fetch.client import Client
from icor_scraper.fetch.display import excerpt, public_url
from icor_scraper.fetch.json_strict import Json, JsonObject, NotJsonError, read_json
from icor_scraper.fetch.merge import merge_answers
from icor_scraper.fetch.retry import RETRY_CODES, RETRY_STATUSES, TransientError, parse_retry_after
from icor_scraper.fetch.transport import Answer

T = TypeVar("T")

_log = logging.getLogger(__name__)

MAXLAG_S = 5
"""Requests are refused, and tried later, while the wiki's databases lag more than this."""

MAX_CONTINUATIONS = 500
"""Of one query; at 500 items each more than any page has."""

POLICY_URL = "https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy"


class _Error(msgspec.Struct, frozen=True):
    """`error` of errorformat=bc, or one of `errors` of the newer formats."""

    code: str
    info: str = ""
    text: str = ""


class ActionApi:
    """One wiki's Action API, asked through a client."""

    def __init__(self, client: Client, api_url: str) -> None:
        if "?" in api_url or "#" in api_url:
            raise TransportError(f"expected the API's address without parameters ({public_url(api_url)})")
        self.client = client
        self.url = api_url

    def query(
        self,
        params: Mapping[str, str],
        *,
        is_enough: Callable[[JsonObject], bool],
        verify: Callable[[JsonObject], None] = lambda _: None,
        keep: Callable[[bytes], None] = lambda _: None,
    ) -> JsonObject:
        """The merged answer of `action=query`, continued until it is complete or `is_enough`.

        `verify` looks at what is merged so far and raises TransientError where a fresh transfer of
        the last part may help; `keep` gets the body of each part. Raises ApiError and
        TransportError.
        """
        merged: JsonObject = {}
        following: dict[str, str] = {}
        seen: list[dict[str, str]] = []
        while True:
            before = merged
            asked = {**params, **following}

            def read(answer: Answer, before: JsonObject = before) -> JsonObject:
                part = self._read(answer)
                together = merge_answers([before, part])
                verify(together)
                keep(answer.body)
                return together | {"continue": part.get("continue")}

            merged = self.request("query", asked, read)
            following = _continuation(merged.pop("continue"), self.url)
            if not following or is_enough(merged):
                return merged
            if following in seen or len(seen) == MAX_CONTINUATIONS:
                raise TransportError("the API's answer continues without end", url=self.url)
            seen.append(following)

    def request(self, action: str, params: Mapping[str, str], read: Callable[[Answer], T]) -> T:
        """What `read` makes of the answer to `action`."""
        every = {"action": action, "format": "json", "formatversion": "2", "maxlag": str(MAXLAG_S)}
        return self.client.get(self.url, {**every, **params}, read)

    def _read(self, answer: Answer) -> JsonObject:
        return read_api_answer(answer, self.client.now())


def read_api_answer(answer: Answer, now_s: float) -> JsonObject:
    """The JSON object of an answer without an error; its warnings are logged.

    Raises TransientError where another try may help, else ApiError or TransportError.
    """
    url = public_url(answer.url)
    try:
        found = read_json(answer.body)
    except NotJsonError as exc:
        check_status(answer, now_s)
        says_json = "json" in answer.headers.get("content-type", "")
        hint = "" if says_json else "; is this address a MediaWiki's api.php?"
        error = TransportError(_not_json(answer, exc) + hint, url=url, status=answer.status)
        if exc.is_damage and says_json:
            raise TransientError(error) from exc
        raise error from exc
    _check_errors(found, answer, now_s)
    check_status(answer, now_s)
    _tell_warnings(found.get("warnings"), url)
    return found


def check_status(answer: Answer, now_s: float) -> None:
    """Raise TransientError or TransportError for a status other than 200."""
    if answer.status == http.HTTPStatus.OK:
        return
    url = public_url(answer.url)
    error = TransportError(f"{url} answered {answer.status}{_phrase(answer.status)}", url=url, status=answer.status)
    if answer.status in RETRY_STATUSES:
        raise TransientError(error, retry_after_s=_retry_after(answer, now_s))
    raise error


def _phrase(status: int) -> str:
    """What a status means and what to do, as far as it is known."""
    try:
        meaning = f" ({http.HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return ""
    match status:
        case 401 | 403:
            hint = "it may refuse the User-Agent; give a contact at which you can be reached with --contact"
            return f"{meaning}: {hint}, see {POLICY_URL}"
        case 404 | 405 | 410:
            return f"{meaning}: is this address a MediaWiki's api.php?"
        case 204:
            return f"{meaning} instead of JSON"
    return meaning


def _retry_after(answer: Answer, now_s: float) -> float | None:
    return parse_retry_after(answer.headers.get("retry-after"), now_s)


def _not_json(answer: Answer, why: NotJsonError) -> str:
    kind = excerpt(answer.headers.get("content-type", "") or "no content type", 60)
    start = excerpt(answer.body[:1000].decode("utf-8", "replace"))
    return f'expected JSON from {public_url(answer.url)}, found {kind}: {why} ("{start}")'


def _check_errors(found: JsonObject, answer: Answer, now_s: float) -> None:
    listed = found.get("errors")
    first = found.get("error") or (listed[0] if isinstance(listed, list) and listed else None)
    if not isinstance(first, dict):
        return
    url = public_url(answer.url)
    try:
        told = typed(first, _Error)
    except NotJsonError as exc:
        raise TransportError(f"the API's error cannot be read: {exc}", url=url) from exc
    code, info = excerpt(told.code, 60), excerpt(told.info or told.text, 300)
    error = ApiError(f"{url} refused: {info or 'no reason given'} ({code})", url=url, code=code, info=info)
    if told.code in RETRY_CODES or answer.status in RETRY_STATUSES:
        raise TransientError(error, retry_after_s=_retry_after(answer, now_s))
    raise error


def _tell_warnings(warnings: Json, url: str) -> None:
    """Log the API's warnings: an object by module (errorformat=bc), or a list of objects."""
    if isinstance(warnings, dict):
        warnings = list(warnings.values())
    for warning in warnings if isinstance(warnings, list) else ():
        if isinstance(warning, dict):
            text = warning.get("warnings") or warning.get("text")
            _log.warning("%s warns: %s", url, excerpt(str(text), 300))


def _continuation(value: Json, url: str) -> dict[str, str]:
    """The parameters of the next part; empty after the last."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TransportError("the API's answer tells no way to continue it", url=url)
    return {name: str(part) for name, part in value.items()}


def rest_url(api_url: str, path: str) -> str | None:
    """The REST API's address beside `api_url`; None where that is not an api.php.

    https://www.mediawiki.org/wiki/API:REST_API
    """
    if urlsplit(api_url).path.rpartition("/")[2] != "api.php":
        return None
    return f"{api_url.removesuffix('api.php')}rest.php/v1/{path}"
