"""A text taken through parser, records and guards, as a refresh does it."""

from __future__ import annotations

from datetime import UTC, datetime

from icor_scraper.dataset import Dataset, Provenance, article_record
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Origin
from icor_scraper.parse import parse_wikitext

PROVENANCE = Provenance(
    origin=Origin.API,
    title=MEMBERS.title,
    page_id=1,
    revision_id=1,
    permanent_link=None,
    revision_timestamp=datetime(2018, 1, 1, tzinfo=UTC),
    sha1="",
    size=1,
    site="Wikipedia",
    api_url=None,
    licence="",
    licence_url=None,
    attribution="",
    notes=(),
)


def read_dataset_of(wikitext: str) -> Dataset[Member]:
    """The dataset of an article's text; raises as MEMBERS.read does."""
    article = parse_wikitext(wikitext, title=MEMBERS.title)
    records, warnings = MEMBERS.read(article)
    return Dataset(
        name=MEMBERS.name,
        records=records,
        article=article_record(article),
        provenance=PROVENANCE,
        verified_by="wikitext only",
        warnings=warnings,
    )
