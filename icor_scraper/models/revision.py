"""What fetch/ returns: one revision of one page, and what is known of the page as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """Where a revision's text came from."""

    API = "api"
    """A wiki's Action API."""
    FIXTURE = "fixture"
    """A folder of saved API answers."""
    FILE = "file"
    """A plain file of wikitext."""
    DUMP = "dump"
    """A MediaWiki XML export."""
    SNAPSHOT = "reconstructed from the rendered article"
    """The snapshot that this package carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The wiki that a page stands on (https://www.mediawiki.org/wiki/API:Siteinfo)."""

    name: str
    """The wiki's own name, as "Wikipedia"."""
    api_url: str | None
    """The Action API's address; None for a source that is no wiki."""
    base_url: str | None
    """The main page's address, as the site tells it; None for a source that is no wiki."""
    language: str
    """The content language's code, as "en"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the text, as the wiki's siteinfo `rightsinfo` tells it."""

    name: str
    """The licence's name, as "Creative Commons Attribution-ShareAlike 4.0"; "" where untold."""
    url: str | None
    """The licence's address; None where untold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """One redirect that was followed."""

    from_title: str
    to_title: str
    fragment: str | None
    """The section that the redirect points to, without "#"; None for the page as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One revision of one page: its wikitext, and where it comes from."""

    wikitext: str
    """The revision's source text, unchanged."""
    html: str | None
    """The same revision as MediaWiki renders it; None where the source has no rendering."""
    requested_title: str
    """The title that was asked for."""
    title: str
    """The title of the page found, in MediaWiki's normal form with spaces."""
    normalized_from: str | None
    """The title asked for where MediaWiki normalised it to another form; else None."""
    redirects: tuple[Redirect, ...]
    """The redirects followed, in order."""
    page_id: int | None
    namespace: int | None
    """The namespace's number (0: articles)."""
    revision_id: int | None
    """None for a source that has none, such as a file."""
    parent_id: int | None
    """The revision before this one; None for a page's first, or where unknown."""
    timestamp: datetime | None
    """When the revision was saved, in UTC."""
    size: int
    """Bytes of the wikitext in UTF-8."""
    sha1: str
    """SHA-1 of those bytes, 40 hexadecimal digits."""
    user: str | None
    """The editor's name or address; None where hidden or unknown."""
    comment: str | None
    """The edit summary; None where hidden or unknown."""
    tags: tuple[str, ...]
    """Change tags, as "mw-reverted"."""
    content_model: str
    """"wikitext" for all that can be parsed."""
    permanent_link: str | None
    """An address that always shows this revision; None where it has none."""
    site: Site
    licence: Licence
    origin: Origin
    attribution: str
    """Whom to name: the article's title and wiki."""
    notes: tuple[str, ...] = ()
    """What a user of this text must know, one sentence each; shown on standard error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInfo:
    """What belongs to the page as it is now, not to one revision; never part of a dataset."""

    title: str
    page_id: int
    display_title: str
    """The title as shown, as HTML (it may hold `<i>`)."""
    wikidata_id: str | None
    """The Wikidata item, as "Q42"; None where there is none."""
    categories: tuple[str, ...]
    """Category names without the namespace, those that templates add included."""
    language_links: tuple[tuple[str, str], ...]
    """(language code, title there)."""
    last_revision_id: int
    retrieved_at: datetime
    """When the wiki said so, in UTC."""
