"""The Action API's answers as types: what of `action=query`, `formatversion=2`, is read here.

https://www.mediawiki.org/wiki/API:Query and https://www.mediawiki.org/wiki/API:Revisions. Only
this folder knows these spellings. Fields that are not named here are ignored.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from icor_scraper.fetch.json_strict import JsonObject, NotJsonError

T = TypeVar("T")


class Normalized(msgspec.Struct, frozen=True, rename={"from_title": "from", "to_title": "to"}):
    """One title that the wiki put into its normal form."""

    from_title: str
    to_title: str


class FollowedRedirect(msgspec.Struct, frozen=True, rename={"from_title": "from", "to_title": "to"}):
    """One redirect that the wiki followed."""

    from_title: str
    to_title: str
    tofragment: str | None = None


class Interwiki(msgspec.Struct, frozen=True):
    """A title that belongs to another wiki."""

    title: str


class Slot(msgspec.Struct, frozen=True):
    """The main slot of a revision: its text."""

    contentmodel: str = ""
    content: str | None = None
    size: int | None = None
    sha1: str | None = None
    texthidden: bool = False
    textmissing: bool = False


class Slots(msgspec.Struct, frozen=True):
    main: Slot


class ApiRevision(msgspec.Struct, frozen=True):
    """One revision; a `...hidden` flag stands where an administrator hid that part."""

    revid: int
    timestamp: datetime | None = None
    parentid: int = 0
    user: str | None = None
    userhidden: bool = False
    comment: str | None = None
    commenthidden: bool = False
    size: int | None = None
    sha1: str | None = None
    tags: tuple[str, ...] = ()
    slots: Slots | None = None

    def __post_init__(self) -> None:
        """Refuse a time that cannot be told in UTC: one without a zone, or at the calendar's end."""
        if self.timestamp is None:
            return
        if self.timestamp.tzinfo is None:
            raise ValueError("a time without a zone")
        try:
            self.timestamp.astimezone(UTC)
        except OverflowError as exc:
            raise ValueError("a time beyond the calendar") from exc


class CategoryOfPage(msgspec.Struct, frozen=True):
    title: str


class LanguageLink(msgspec.Struct, frozen=True):
    lang: str
    title: str


class PageProps(msgspec.Struct, frozen=True):
    wikibase_item: str | None = None


class Page(msgspec.Struct, frozen=True):
    """One page of an answer; `missing`, `invalid` and `special` ones have no page id."""

    title: str
    pageid: int | None = None
    ns: int | None = None
    missing: bool = False
    special: bool = False
    invalid: bool = False
    invalidreason: str = ""
    revisions: tuple[ApiRevision, ...] = ()
    lastrevid: int = 0
    displaytitle: str | None = None
    pageprops: PageProps = PageProps()
    categories: tuple[CategoryOfPage, ...] = ()
    langlinks: tuple[LanguageLink, ...] = ()


class General(msgspec.Struct, frozen=True):
    """`siprop=general`: https://www.mediawiki.org/wiki/API:Siteinfo."""

    sitename: str = ""
    base: str | None = None
    server: str = ""
    script: str = ""
    lang: str = ""


class RightsInfo(msgspec.Struct, frozen=True):
    """`siprop=rightsinfo`; both are "" where the wiki tells no licence."""

    url: str | None = None
    text: str | None = None


class LogParams(msgspec.Struct, frozen=True):
    target_title: str | None = None


class LogEvent(msgspec.Struct, frozen=True):
    """https://www.mediawiki.org/wiki/API:Logevents; hidden parts are left out of it."""

    type: str = ""
    action: str = ""
    timestamp: datetime | None = None
    comment: str = ""
    params: LogParams = LogParams()


class BadRevision(msgspec.Struct, frozen=True):
    revid: int


class Query(msgspec.Struct, frozen=True):
    """The `query` object, with the parts of all its continuations merged."""

    normalized: tuple[Normalized, ...] = ()
    redirects: tuple[FollowedRedirect, ...] = ()
    interwiki: tuple[Interwiki, ...] = ()
    pages: tuple[Page, ...] = ()
    badrevids: dict[str, BadRevision] = {}
    general: General = General()
    rightsinfo: RightsInfo = RightsInfo()
    logevents: tuple[LogEvent, ...] = ()


class ParseText(msgspec.Struct, frozen=True):
    """`action=parse`: https://www.mediawiki.org/wiki/API:Parsing_wikitext."""

    revid: int
    text: str


def typed(value: JsonObject, form: type[T]) -> T:
    """`value` as a `form`; raises NotJsonError that names the place where it is none."""
    try:
        return msgspec.convert(value, form)
    except msgspec.ValidationError as exc:
        raise NotJsonError(f"it is not the API's form: {exc}") from exc
