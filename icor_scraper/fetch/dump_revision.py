"""The page of an XML export as a Revision; redirects are followed inside the file."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch.display import excerpt, shown
from icor_scraper.fetch.dump import Dump, DumpPage, DumpRevision, read_dump, read_number
from icor_scraper.fetch.title import same_title
from icor_scraper.models import Licence, Origin, Redirect, Revision, Site

MAX_REDIRECTS = 5
"""More than any chain that MediaWiki keeps: it mends double redirects."""

_BASE_36 = re.compile(r"[0-9a-z]{1,40}")
"""A SHA-1 as exports write it has 31 digits."""


def read_dump_revision(path: Path, title: str | None) -> Revision:
    """The newest revision that `path` holds of the page `title`, or of its only page.

    Raises FetchError where the file cannot be read or holds several pages and no title was given,
    and PageError where the page is missing, hidden or not wikitext.
    """
    redirects: list[Redirect] = []
    wanted = title
    while True:
        dump = _read(path, wanted)
        page = dump.page
        if page is None:
            raise _page_error(path, wanted or "(any)", PageProblem.MISSING, "the export does not hold it")
        found = page.values.get("title", "")
        if page.redirect is None:
            return _revision(path, dump, page, title if title is not None else found, tuple(redirects))
        target = page.redirect
        if len(redirects) == MAX_REDIRECTS or any(same_title(target, r.from_title) for r in redirects):
            raise _page_error(path, found, PageProblem.REDIRECT_LOOP, "its redirects lead to no page")
        redirects.append(Redirect(from_title=found, to_title=target, fragment=None))
        wanted = target


def _read(path: Path, wanted: str | None) -> Dump:
    if wanted is None:
        return read_dump(path, None)
    return read_dump(path, lambda title: same_title(title, wanted))


def _page_error(path: Path, title: str, reason: PageProblem, why: str) -> PageError:
    message = f'page "{excerpt(title)}" cannot be had from "{shown(path)}": {why}'
    return PageError(message, title=title, reason=reason)


def _revision(path: Path, dump: Dump, page: DumpPage, requested: str, redirects: tuple[Redirect, ...]) -> Revision:
    title = page.values.get("title", "")
    found = page.newest
    if found is None:
        raise _page_error(path, title, PageProblem.UNKNOWN_REVISION, "the export holds no revision of it")
    model = found.values.get("model", "wikitext")
    if model != "wikitext":
        raise _page_error(path, title, PageProblem.NOT_WIKITEXT, f'its content model is "{excerpt(model)}"')
    if "text" in found.deleted:
        raise _page_error(path, title, PageProblem.HIDDEN, "the text of its newest revision is hidden")
    text = found.values.get("text", "")
    data = text.encode("utf-8")
    sha1 = _checked_sha1(path, found, data)
    values = found.values
    return Revision(
        wikitext=text,
        html=None,
        requested_title=requested,
        title=title,
        normalized_from=requested if not redirects and requested != title else None,
        redirects=redirects,
        page_id=read_number(page.values.get("id")),
        namespace=read_number(page.values.get("ns")),
        revision_id=read_number(values.get("id")),
        parent_id=read_number(values.get("parentid")) or None,
        timestamp=_timestamp(path, values.get("timestamp")),
        size=len(data),
        sha1=sha1,
        user=None if "contributor" in found.deleted else _user(values),
        comment=None if "comment" in found.deleted else values.get("comment", ""),
        tags=(),
        content_model=model,
        permanent_link=_permanent_link(dump, read_number(values.get("id"))),
        site=Site(
            name=dump.site.get("sitename", ""),
            api_url=None,
            base_url=dump.site.get("base"),
            language=dump.language,
        ),
        licence=Licence(name="", url=None),
        origin=Origin.DUMP,
        attribution=f'Contributors to "{title}", {dump.site.get("sitename") or "a MediaWiki export"}',
    )


def _user(values: dict[str, str]) -> str | None:
    return values.get("contributor/username") or values.get("contributor/ip")


def _timestamp(path: Path, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as exc:
        raise FetchError(f'expected an ISO timestamp, found "{excerpt(text)}" in "{shown(path)}"') from exc


def _checked_sha1(path: Path, found: DumpRevision, data: bytes) -> str:
    """The SHA-1 of `data` in hexadecimal, the same as the export's (there in base 36) where it tells one."""
    digest = hashlib.sha1(data, usedforsecurity=False)
    told = found.values.get("sha1", "").strip()
    if told and not (_BASE_36.fullmatch(told) and int(told, 36) == int.from_bytes(digest.digest())):
        raise FetchError(f'expected text with SHA-1 {excerpt(told)} (base 36), found other text in "{shown(path)}"')
    if found.text_bytes not in (None, str(len(data))):
        raise FetchError(
            f'expected {excerpt(found.text_bytes or "")} bytes of text, found {len(data)} in "{shown(path)}": '
            "a stub export holds no text"
        )
    return digest.hexdigest()


def _permanent_link(dump: Dump, revision_id: int | None) -> str | None:
    """The address of Special:PermanentLink beside the main page's, which the export tells."""
    folder, _, page = dump.site.get("base", "").rpartition("/")
    if revision_id is None or "?" in page or not folder.startswith(("http://", "https://")):
        return None
    return f"{folder}/Special:PermanentLink/{revision_id}"
