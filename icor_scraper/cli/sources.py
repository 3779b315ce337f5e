"""--source, --title and what belongs to them -> a Revision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.config import Config
from icor_scraper.cli.exit_codes import UsageError
from icor_scraper.cli.messages import tell_notes, waiting
from icor_scraper.fetch import read_revision
from icor_scraper.fetch.options import is_plain_file, refuse_idle
from icor_scraper.fetch.sources import SNAPSHOT
from icor_scraper.models import Revision

if TYPE_CHECKING:
    from icor_scraper.fetch import Client

LIVE = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which revision of which page, and where it is."""

    source: str
    """"live", or what read_revision takes."""
    title: str | None
    """None where the source tells it."""
    language: str | None
    """None where the wiki or the source tells it, or for the default."""
    api_url: str | None
    revision_id: int | None = None
    at: datetime | None = None


def wanted(arguments: Arguments, source: str, config: Config | None = None, *, live_title: str | None = None) -> Wanted:
    """What the arguments ask for; `live_title` is the page's title where none is given and the wiki is asked."""
    settings = (config or Config()).fetch
    title = arguments.title or settings.title
    api_url = arguments.api_url or settings.api_url
    _refuse_idle_options(arguments, source, api_url)
    is_of_language = api_url is None if source == LIVE else is_plain_file(source)
    return Wanted(
        source=source,
        title=title or live_title if source == LIVE else title,
        language=arguments.language or (settings.language if is_of_language else None),
        api_url=api_url,
        revision_id=arguments.revision,
        at=arguments.at,
    )


def _refuse_idle_options(arguments: Arguments, source: str, api_url: str | None) -> None:
    """Raise UsageError for a flag that would do nothing here; a file of configuration is for every source."""
    is_live = source == LIVE
    given: dict[str, object] = {"revision_id": arguments.revision, "at": arguments.at, "language": arguments.language}
    given |= {"api_url": api_url if is_live else arguments.api_url, "contact": arguments.contact}
    try:
        refuse_idle(None if is_live else source, given, name=_flag)
    except ValueError as exc:
        raise UsageError(str(exc)) from exc
    if arguments.settle is not None and (source == SNAPSHOT or is_plain_file(source)):
        raise UsageError(f"expected --settle with a source that tells when it was saved, found the source {source}")


def _flag(option: str) -> str:
    """The flag of what the library calls `option`."""
    return f"--{option.removesuffix('_id').replace('_', '-')}"


@contextmanager
def opened_client(arguments: Arguments, config: Config | None = None) -> Iterator[Client]:
    """A client with the operator's contact and limits; raises ContactError for a placeholder."""
    from icor_scraper.fetch import Client  # noqa: PLC0415  brings the HTTP library

    config = config or Config()
    with Client(contact=arguments.contact or config.fetch.contact, limits=config.fetch_limits) as client:
        yield client


def obtain_revision(
    arguments: Arguments, want: Wanted, config: Config | None = None, *, with_html: bool = False
) -> Revision:
    """The revision that was asked for, its notes told. Raises what reading and fetching raise.

    A wiki is asked for the rendering only `with_html`: what is not used can fail, too.
    """
    if want.source == LIVE:
        revision = _fetch(arguments, want, config, with_html=with_html)
    else:
        revision = read_revision(want.source, want.title, language=want.language)
    tell_notes(revision)
    return revision


def _fetch(arguments: Arguments, want: Wanted, config: Config | None, *, with_html: bool) -> Revision:
    from icor_scraper.fetch import fetch_revision  # noqa: PLC0415  brings the HTTP library

    with opened_client(arguments, config) as client, waiting(f"Fetching {want.title} ..."):
        return fetch_revision(
            want.title,
            language=want.language,
            api_url=want.api_url,
            revision_id=want.revision_id,
            at=want.at,
            client=client,
            with_html=with_html,
        )
