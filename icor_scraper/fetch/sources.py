"""Sources of a revision that need no network: the snapshot, saved answers, files and exports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch import dump, text_file
from icor_scraper.fetch.display import excerpt, shown
from icor_scraper.fetch.dump_revision import read_dump_revision
from icor_scraper.fetch.options import DEFAULT_LANGUAGE, refuse_idle
from icor_scraper.fetch.saved import read_saved
from icor_scraper.fetch.snapshot import read_snapshot
from icor_scraper.fetch.title import check_title, same_title
from icor_scraper.models import Revision

SNAPSHOT = "snapshot"


def read_revision(source: str | Path, title: str | None = None, *, language: str | None = None) -> Revision:
    """The revision that `source` holds, without any network.

    `source` is "snapshot" (the article that this package carries), a folder of saved API answers, a
    file of wikitext (.wikitext, .wiki, .mediawiki, .txt), or a MediaWiki XML export (.xml, .xml.gz,
    .xml.bz2), of which the newest revision is taken. `title` chooses the page of an export that
    holds several; elsewhere it must be the title that the source tells, or names a plain file's page.
    `language` is that of a plain file's wiki, "en" by default, which decides about the names of its namespaces.

    Raises FetchError where the source cannot be read, and PageError where it does not hold the page; ValueError
    for a `language` of another source, which tells its own.
    """
    refuse_idle(source, {"language": language})
    if title is not None:
        check_title(title)
    if source == SNAPSHOT:
        return _of_title(read_snapshot(), title, "the packaged snapshot")
    path = Path(source)
    if not _is_usable(path):
        raise FetchError(f'expected the path of a source, found "{shown(path)}"')
    name = path.name.lower()
    if path.is_dir():
        return _of_title(read_saved(path), title, f'"{shown(path)}"')
    if name.endswith(dump.SUFFIXES):
        return read_dump_revision(path, title)
    if name.endswith(text_file.SUFFIXES):
        return text_file.read_text_file(path, title, language or DEFAULT_LANGUAGE)
    known = ", ".join(text_file.SUFFIXES + dump.SUFFIXES)
    state = "another kind of file" if path.exists() else "no such file or folder"
    raise FetchError(
        f'expected "{SNAPSHOT}", a folder of saved answers or a file ({known}), found {state} ("{shown(path)}")'
    )


def _is_usable(path: Path) -> bool:
    """Whether the system can look for it: a name may be too long, or hold a NUL."""
    try:
        path.exists()
    except OSError:
        return False
    return "\0" not in str(path)


def _of_title(revision: Revision, title: str | None, place: str) -> Revision:
    """`revision`, if it is of the page asked for."""
    if title is None or title == revision.requested_title:
        return revision
    names = (revision.title, revision.requested_title, *(r.from_title for r in revision.redirects))
    if any(same_title(title, name) for name in names):
        return replace(revision, requested_title=title)
    raise PageError(
        f'expected page "{excerpt(title)}", found "{excerpt(revision.title)}" in {place}',
        title=title,
        reason=PageProblem.MISSING,
    )
