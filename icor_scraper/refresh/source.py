"""Where a refresh takes its revision from: a wiki, or something on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from icor_scraper.dataset import Provenance
from icor_scraper.fetch import Client, fetch_newest_revision, fetch_revision, read_revision
from icor_scraper.fetch.options import is_plain_file, refuse_idle
from icor_scraper.models import Revision
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells whether a source holds another revision than the one published."""

    title: str
    page_id: int | None
    revision_id: int | None
    sha1: str | None
    """SHA-1 of the text; None where the revision id tells enough."""

    def is_of(self, published: Provenance) -> bool:
        """Whether the published dataset is of this very revision."""
        same_page = (self.title, self.page_id) == (published.title, published.page_id)
        same_text = self.sha1 is None or self.sha1 == published.sha1
        return same_page and same_text and self.revision_id == published.revision_id


class Source(Protocol):
    """What a refresh asks, in this order."""

    def identify(self) -> Identity:
        """Which revision is the newest, as cheaply as can be."""

    def read(self) -> Revision:
        """The newest revision, with its rendering where there is one."""

    def read_again(self, revision_id: int) -> Revision | None:
        """An earlier revision; None where the source has no earlier ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSource:
    """A page of a wiki."""

    title: str
    language: str | None
    """None where `api_url` is given."""
    api_url: str | None
    """Address of the wiki's api.php; None for the Wikipedia of `language`."""
    client: Client

    def identify(self) -> Identity:
        newest = fetch_newest_revision(self.title, language=self.language, api_url=self.api_url, client=self.client)
        return Identity(title=newest.title, page_id=newest.page_id, revision_id=newest.revision_id, sha1=None)

    def read(self) -> Revision:
        """The newest revision by the page's title, so that a redirect is seen as one."""
        return fetch_revision(self.title, language=self.language, api_url=self.api_url, client=self.client)

    def read_again(self, revision_id: int) -> Revision:
        return fetch_revision(revision_id=revision_id, language=self.language, api_url=self.api_url, client=self.client)


@dataclass(frozen=True, kw_only=True)
class LocalSource:
    """What `read_revision` reads: the snapshot, a file, an export or saved answers."""

    place: str | Path
    title: str | None
    language: str | None
    """That of a plain file's wiki; None for sources that tell it."""

    @cached_property
    def _revision(self) -> Revision:
        return read_revision(self.place, self.title, language=self.language)

    def identify(self) -> Identity:
        found = self._revision
        return Identity(title=found.title, page_id=found.page_id, revision_id=found.revision_id, sha1=found.sha1)

    def read(self) -> Revision:
        return self._revision

    def read_again(self, _revision_id: int) -> None:
        return None


@contextmanager
def open_source(
    place: str | Path | None,
    *,
    spec: DatasetSpec[R],
    title: str | None,
    language: str | None,
    api_url: str | None,
    contact: str | None,
    client: Client | None,
) -> Iterator[Source]:
    """The source at `place`, or the wiki for None; what is not given, `spec` tells.

    Raises ValueError for what the source has no use for, ContactError for a placeholder.
    """
    refuse_idle(place, {"language": language, "api_url": api_url, "contact": contact, "client": client})
    if place is not None:
        default = spec.language if is_plain_file(place) else None
        yield LocalSource(place=place, title=title, language=language or default)
        return
    with ExitStack() as stack:
        client = client or stack.enter_context(Client(contact=contact))
        default = spec.language if api_url is None else None
        yield LiveSource(title=title or spec.title, language=language or default, api_url=api_url, client=client)
