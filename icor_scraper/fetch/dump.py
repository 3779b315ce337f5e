"""MediaWiki XML exports and dumps, read as a stream: https://www.mediawiki.org/wiki/Help:Export#Export_format.

Memory stays bounded whatever the file holds: of all revisions only the newest of the page wanted
is kept, each value has a cap, and a document type declaration (the door to entity expansion and
to other files) is refused. Formats 0.3 to 0.11 differ in nothing that is read here.
"""

from __future__ import annotations

import bz2
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from icor_scraper.errors import FetchError
from icor_scraper.fetch.display import shown

SUFFIXES = (".xml", ".xml.gz", ".xml.bz2")

CHUNK_BYTES = 1 << 16
MAX_TEXT_CHARS = 16 << 20
"""Eight times MediaWiki's own limit of an article ($wgMaxArticleSize)."""
MAX_VALUE_CHARS = 1 << 16
"""Of a title, user, comment or number; MediaWiki's own limits are below 1,000."""
MAX_PENDING_BYTES = 4 << 20
"""Of one unfinished tag, which the XML reader must hold in memory."""
MAX_PATH_CHARS = 1 << 12
"""Of an element's name with those around it; the export format nests six deep."""

MAX_NAMES = 1000
"""Of different elements and attributes, all of which the XML reader remembers; exports have about 60."""

_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)
"""What 64 bits hold; Python needs quadratic time for very long numbers."""

_SITE = {"mediawiki/siteinfo/sitename": "sitename", "mediawiki/siteinfo/base": "base"}
_PAGE = {"mediawiki/page/" + name: name for name in ("title", "ns", "id")}
_REVISION = {
    "mediawiki/page/revision/" + name: name
    for name in (
        *("id", "parentid", "timestamp", "contributor", "contributor/username", "contributor/ip"),
        *("comment", "model", "text", "sha1"),
    )
}


@dataclass(slots=True)
class DumpRevision:
    """One <revision>, its values as written."""

    values: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    """Names of the parts that an administrator hid: "text", "contributor", "comment"."""
    text_bytes: str | None = None
    """The `bytes` attribute of the text; missing in old formats."""

    @property
    def order(self) -> tuple[str, int]:
        """Sorts revisions by age: ISO timestamps sort as text, ids decide between equal ones."""
        return (self.values.get("timestamp", ""), read_number(self.values.get("id")) or 0)


@dataclass(slots=True)
class DumpPage:
    """One <page> with the newest of its revisions in the file."""

    values: dict[str, str] = field(default_factory=dict)
    redirect: str | None = None
    newest: DumpRevision | None = None


@dataclass(slots=True)
class Dump:
    """What was read of a file: its site, and the one page wanted."""

    language: str = ""
    site: dict[str, str] = field(default_factory=dict)
    page: DumpPage | None = None


def read_number(digits: str | None) -> int | None:
    """The value of an id or namespace; None where it is missing or no number."""
    return int(digits) if digits and _NUMBER.fullmatch(digits) else None


def read_dump(path: Path, wanted: Callable[[str], bool] | None) -> Dump:
    """The newest revision of the first page whose title is `wanted`, or of the file's only page.

    Reading stops once the page is complete. Raises FetchError where the file is no export or
    broken, and where no title is wanted and the file holds several pages.
    """
    reader = _Reader(path, wanted)
    try:
        for chunk in _chunks(path):
            reader.feed(chunk)
        reader.finish()
    except _WantedPageRead:
        return reader.dump
    except expat.ExpatError as exc:
        reason = expat.ErrorString(exc.code)
        raise FetchError(
            f'expected a MediaWiki XML export, found "{shown(path)}": {reason}, line {exc.lineno}'
        ) from exc
    except (OSError, EOFError, zlib.error) as exc:
        reason = getattr(exc, "strerror", None) or "it is damaged or breaks off"
        raise FetchError(f'the export "{shown(path)}" cannot be read: {reason}') from exc
    return reader.dump


def _chunks(path: Path) -> Iterator[bytes]:
    with _opened(path) as stream:
        while chunk := stream.read(CHUNK_BYTES):
            yield chunk


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile:
    match path.suffix.lower():
        case ".gz":
            return gzip.open(path)
        case ".bz2":
            return bz2.open(path)
        case _:
            return path.open("rb")


class _WantedPageRead(Exception):  # noqa: N818  # not an error: what follows is not read
    """The wanted page is complete."""


class _Reader:
    """Turns expat's events into a Dump; keeps no more than one page and two revisions."""

    def __init__(self, path: Path, wanted: Callable[[str], bool] | None) -> None:
        self.dump = Dump()
        self._file = path
        self._wanted = wanted
        self._fed = 0
        self._paths = [""]
        self._names: set[str] = set()
        self._text: list[str] | None = None
        self._room = 0
        self._page = DumpPage()
        self._is_skipped = False
        self._revision = DumpRevision()
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)
        self._fed += len(chunk)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > MAX_PENDING_BYTES:
            raise self._refusal(f"one tag of more than {MAX_PENDING_BYTES} bytes")

    def finish(self) -> None:
        self._parser.Parse(b"", True)

    def _refusal(self, found: str) -> FetchError:
        return FetchError(f'expected a MediaWiki XML export, found {found} in "{shown(self._file)}"')

    def _refuse_doctype(self, *_: object) -> None:
        raise self._refusal("a document type declaration, which no export has,")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        where = f"{self._paths[-1]}/{name}" if self._paths[-1] else name
        self._paths.append(where)
        self._names.update((name, *attributes))
        if len(where) > MAX_PATH_CHARS or len(self._names) > MAX_NAMES:
            raise self._refusal("elements without measure")
        if len(self._paths) == 2:
            self._start_root(name, attributes)
        if where == "mediawiki/page":
            self._start_page()
        elif where == "mediawiki/page/redirect":
            self._page.redirect = attributes.get("title")
        elif where == "mediawiki/page/revision":
            self._revision = DumpRevision()
        elif where in _REVISION:
            self._note_attributes(_REVISION[where], attributes)
        is_kept = where in _SITE or where in _PAGE or (where in _REVISION and not self._is_skipped)
        self._text = [] if is_kept else None
        self._room = MAX_TEXT_CHARS if where.endswith("/revision/text") else MAX_VALUE_CHARS

    def _start_root(self, name: str, attributes: dict[str, str]) -> None:
        if name != "mediawiki":
            raise self._refusal("another kind of XML")
        self.dump.language = attributes.get("http://www.w3.org/XML/1998/namespace lang", "")

    def _start_page(self) -> None:
        if self.dump.page is not None:
            raise FetchError(f'"{shown(self._file)}" holds several pages: say which with a title')
        self._page = DumpPage()
        self._is_skipped = False

    def _note_attributes(self, name: str, attributes: dict[str, str]) -> None:
        if "deleted" in attributes:
            self._revision.deleted.add(name)
        if name == "text":
            self._revision.text_bytes = attributes.get("bytes")

    def _characters(self, data: str) -> None:
        if self._text is None:
            return
        self._room -= len(data)
        if self._room < 0:
            raise self._refusal("a value larger than any page")
        self._text.append(data)

    def _end(self, _tag: str) -> None:
        where = self._paths.pop()
        if self._text is not None:
            self._keep(where, "".join(self._text))
        self._text = None
        if where == "mediawiki/page/revision":
            newest = self._page.newest
            if newest is None or newest.order <= self._revision.order:
                self._page.newest = self._revision
        elif where == "mediawiki/page":
            self._end_page()

    def _keep(self, where: str, value: str) -> None:
        for names, values in (
            (_SITE, self.dump.site),
            (_PAGE, self._page.values),
            (_REVISION, self._revision.values),
        ):
            if where in names:
                values[names[where]] = value
        if where == "mediawiki/page/title" and self._wanted is not None:
            self._is_skipped = not self._wanted(value)

    def _end_page(self) -> None:
        title = self._page.values.get("title", "")
        if self._wanted is None:
            self.dump.page = self._page
        elif self._wanted(title):
            self.dump.page = self._page
            raise _WantedPageRead
