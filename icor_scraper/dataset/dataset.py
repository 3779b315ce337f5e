"""Dataset: the records of one article, the article itself, and where all of it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from icor_scraper.dataset.article import article_record
from icor_scraper.dataset.records import ArticleRecord
from icor_scraper.models import Article, Origin, ParseWarning, Revision
from icor_scraper.spec import DatasetSpec

SCHEMA_VERSION = 1
"""Version of the exported files' form; a changed form raises it, and CHANGELOG.md says how."""

MODIFICATION = "Modified: the page's text was read into records, without its markup."
"""What CC BY-SA 4.0, section 3(a)(1)(B), asks for beside the names: that the material was modified."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a dataset's text comes from, and under which terms it may be used."""

    origin: Origin
    title: str
    page_id: int | None
    revision_id: int | None
    permanent_link: str | None
    revision_timestamp: datetime | None
    sha1: str
    size: int
    site: str
    api_url: str | None
    licence: str
    licence_url: str | None
    attribution: str
    """Whom to name, and that the text was modified (CC BY-SA 4.0, section 3a)."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlCell:
    """A cell with a template whose words only MediaWiki's rendering tells."""

    table: int
    """Index of the table in the wikitext's article."""
    row: int
    column: int
    templates: tuple[str, ...]
    """Names of the templates that could not be told."""
    text: str
    """What the HTML shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Generic[R]):
    """The records of one article's table with the article they stand in."""

    name: str
    """Name of the records, and of their files: "members"."""
    records: tuple[R, ...]
    article: ArticleRecord
    provenance: Provenance
    verified_by: str
    """By what the records were checked: "wikitext and html", "wikitext only" or "html only"."""
    warnings: tuple[ParseWarning, ...]
    """The doubts about the records' values."""
    from_html: tuple[HtmlCell, ...] = ()
    """The cells whose words were taken from the rendered HTML, since wikitext alone cannot tell them."""


def assemble_dataset(
    spec: DatasetSpec[R],
    article: Article,
    revision: Revision,
    *,
    records: tuple[R, ...],
    warnings: tuple[ParseWarning, ...],
    verified_by: str,
    from_html: tuple[HtmlCell, ...] = (),
) -> Dataset[R]:
    """The dataset of records that were read before, as by `check.read_twice`."""
    return Dataset(
        name=spec.name,
        records=records,
        article=article_record(article),
        provenance=provenance_of(revision),
        verified_by=verified_by,
        warnings=warnings,
        from_html=from_html,
    )


def provenance_of(revision: Revision) -> Provenance:
    """The part of a revision that a dataset keeps; nothing of it changes with the clock."""
    return Provenance(
        origin=revision.origin,
        title=revision.title,
        page_id=revision.page_id,
        revision_id=revision.revision_id,
        permanent_link=revision.permanent_link,
        revision_timestamp=revision.timestamp,
        sha1=revision.sha1,
        size=revision.size,
        site=revision.site.name,
        api_url=revision.site.api_url,
        licence=revision.licence.name,
        licence_url=revision.licence.url,
        attribution=f"{revision.attribution}. {MODIFICATION}",
        notes=revision.notes,
    )
