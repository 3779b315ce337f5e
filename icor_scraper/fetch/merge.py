"""Continued answers of the Action API as one: https://www.mediawiki.org/wiki/API:Continue."""

from __future__ import annotations

from collections.abc import Iterable

from icor_scraper.fetch.json_strict import Json, JsonObject


def merge_answers(answers: Iterable[JsonObject]) -> JsonObject:
    """`answers` in order as one: objects merge, lists append, one page's parts come together."""
    merged: JsonObject = {}
    for answer in answers:
        merged = _merged(merged, answer)
    return merged


def _merged(one: JsonObject, other: JsonObject) -> JsonObject:
    result = dict(one)
    for key, value in other.items():
        mine = result.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            result[key] = _merged(mine, value)
        elif isinstance(mine, list) and isinstance(value, list):
            result[key] = _pages_merged(mine, value) if key == "pages" else _appended(mine, value)
        else:
            result[key] = value
    return result


def _appended(one: list[Json], other: list[Json]) -> list[Json]:
    """Both lists; what every part of an answer repeats (`normalized`, `redirects`) stands once."""
    return one + [item for item in other if item not in one]


def _pages_merged(one: list[Json], other: list[Json]) -> list[Json]:
    pages = {_title(page): page for page in one}
    for page in other:
        mine = pages.get(_title(page))
        both = isinstance(mine, dict) and isinstance(page, dict)
        pages[_title(page)] = _merged(mine, page) if both else page  # type: ignore[arg-type]  # both says so
    return list(pages.values())


def _title(page: Json) -> Json:
    return page.get("title") if isinstance(page, dict) else None
