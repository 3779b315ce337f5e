"""A fetch's answers in a folder, verbatim: written from a live fetch, read back as a Revision.

fetch.json        what was asked, and which file answers which part
query.json        the body of action=query (query-2.json, ...: its continuations)
rendering.html    the body of the REST API's rendering, or
rendering.json    the body of action=parse, where REST did not answer
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import msgspec

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch.display import excerpt, shown
from icor_scraper.fetch.html import html_of_parse, html_of_rest
from icor_scraper.fetch.json_strict import JsonObject, NotJsonError, read_json
from icor_scraper.fetch.merge import merge_answers
from icor_scraper.fetch.query import page_of, query_of
from icor_scraper.fetch.revision import Asked, DamagedTextError, revision_of
from icor_scraper.fetch.text_file import read_bounded
from icor_scraper.models import Origin, Revision

INDEX = "fetch.json"
REST_RENDERING = "rendering.html"
PARSE_RENDERING = "rendering.json"

MAX_BYTES = 64 << 20
"""Of one saved answer; a live fetch takes no larger ones."""


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """fetch.json."""

    title: str | None
    """The title asked for; None where only a revision id was."""
    revision_id: int | None
    api_url: str
    queries: tuple[str, ...]
    """Names of the files that hold the query's answer, in order."""
    rendering: str | None
    """Name of the file that holds the rendering; None where none was fetched."""


def read_saved(folder: Path) -> Revision:
    """The revision whose answers `folder` holds, read just as a live one is.

    Raises FetchError where a file is missing, altered or not what the API speaks, and PageError as the live
    fetch does.
    """
    index = _read_index(folder)
    asked = Asked(title=index.title, api_url=index.api_url, revision_id=index.revision_id)
    answers = [_read_answer(folder / _plain_name(name)) for name in index.queries]
    query = query_of(merge_answers(answers), asked)
    page = page_of(query, asked)
    if page.missing or not page.revisions:
        raise PageError(
            f'page "{excerpt(page.title)}" had no revision when "{shown(folder)}" was saved',
            title=asked.name,
            reason=PageProblem.MISSING,
        )
    try:
        revision = revision_of(query, page, page.revisions[0], asked, Origin.FIXTURE)
        html = _read_rendering(folder, index.rendering, page.revisions[0].revid)
    except (DamagedTextError, NotJsonError) as exc:
        raise FetchError(f'the saved answers in "{shown(folder)}" were altered: {exc}') from exc
    return replace(revision, html=html)


def _read_index(folder: Path) -> Index:
    path = folder / INDEX
    if not path.exists():
        raise FetchError(f'expected a folder of saved answers, found none: "{shown(path)}" does not exist')
    try:
        return msgspec.json.decode(read_bounded(path, MAX_BYTES), type=Index)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as exc:
        raise FetchError(f'"{shown(path)}" cannot be read: {exc}') from exc


def _plain_name(name: str) -> str:
    """`name`, if it is that of a file in the folder itself."""
    if Path(name).name != name or name in ("", ".", ".."):
        raise FetchError(f'expected the plain name of a file in {INDEX}, found "{excerpt(name)}"')
    return name


def _read_answer(path: Path) -> JsonObject:
    try:
        return read_json(read_bounded(path, MAX_BYTES))
    except NotJsonError as exc:
        raise FetchError(f'expected a saved JSON answer, found "{shown(path)}": {exc}') from exc


def _read_rendering(folder: Path, name: str | None, revision_id: int) -> str | None:
    if name is None:
        return None
    data = read_bounded(folder / _plain_name(name), MAX_BYTES)
    read = html_of_parse if name == PARSE_RENDERING else html_of_rest
    return read(data, revision_id)


def check_empty(folder: Path) -> None:
    """Raise FetchError where `folder` is there and is no empty folder, so that no answers can be saved in it."""
    try:
        is_used = os.path.lexists(folder) and any(folder.iterdir())
    except OSError as exc:
        raise FetchError(f'the answers cannot be saved in "{shown(folder)}": {exc.strerror}') from exc
    if is_used:
        raise FetchError(f'expected a new or empty folder for the answers, found files in "{shown(folder)}"')


def write_saved(folder: Path, index: Index, answers: dict[str, bytes]) -> None:
    """Save `answers` by their names and `index` into the new or empty `folder`.

    Raises FetchError where the folder holds something or cannot be written.
    """
    check_empty(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in answers.items():
            (folder / _plain_name(name)).write_bytes(body)
        text = msgspec.json.format(msgspec.json.encode(index), indent=2)
        (folder / INDEX).write_bytes(text + b"\n")
    except OSError as exc:
        raise FetchError(f'the answers cannot be saved in "{shown(folder)}": {exc.strerror}') from exc
