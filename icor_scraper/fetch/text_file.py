"""A plain file of wikitext as a Revision."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import unquote

from icor_scraper.errors import FetchError
from icor_scraper.fetch.display import excerpt, shown
from icor_scraper.fetch.title import check_title, normal_title
from icor_scraper.models import Licence, Origin, Revision, Site

SUFFIXES = (".wikitext", ".wiki", ".mediawiki", ".txt")

MAX_BYTES = 16 << 20
"""Eight times MediaWiki's own limit of an article ($wgMaxArticleSize)."""

_BOM = b"\xef\xbb\xbf"


def read_text_file(path: Path, title: str | None, language: str) -> Revision:
    """The whole file, unchanged but for a byte order mark, as wikitext of the page `title`.

    Without `title` the file's name tells it: percent-decoded, "_" for spaces. Raises FetchError
    where the file cannot be read or is not UTF-8.
    """
    data = read_bounded(path, MAX_BYTES)
    notes: tuple[str, ...] = ()
    if data.startswith(_BOM):
        data = data.removeprefix(_BOM)
        notes = (f'A byte order mark at the start of "{excerpt(path.name)}" was left out.',)
    text = decoded(data, path)
    requested = title_of(path, title)
    found = normal_title(requested)
    return Revision(
        wikitext=text,
        html=None,
        requested_title=requested,
        title=found,
        normalized_from=requested if requested != found else None,
        redirects=(),
        page_id=None,
        namespace=None,
        revision_id=None,
        parent_id=None,
        timestamp=None,
        size=len(data),
        sha1=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        user=None,
        comment=None,
        tags=(),
        content_model="wikitext",
        permanent_link=None,
        site=Site(name="", api_url=None, base_url=None, language=language),
        licence=Licence(name="", url=None),
        origin=Origin.FILE,
        attribution=f'Contributors to "{found}"',
        notes=notes,
    )


def title_of(path: Path, title: str | None) -> str:
    """The title of the page in a file, checked: `title`, else as the file's name tells it."""
    found = unquote(path.stem).replace("_", " ") if title is None else title
    check_title(found)
    return found


def decoded(data: bytes, path: Path) -> str:
    """The text that is in a file; raises FetchError where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise FetchError(
            f'expected UTF-8, found byte 0x{data[exc.start]:02x} at {exc.start} in "{shown(path)}": '
            "save the file as UTF-8"
        ) from exc


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes; raises FetchError."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as exc:
        raise FetchError(f'"{shown(path)}" cannot be read: {exc.strerror}') from exc
    if len(data) > limit:
        raise FetchError(f'expected at most {limit} bytes, found more in "{shown(path)}"')
    return data
