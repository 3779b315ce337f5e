"""dataset.json: what is to be known about the files beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from icor_scraper.dataset import SCHEMA_VERSION, Dataset, HtmlCell, Provenance
from icor_scraper.models import ParseWarning

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Provenance):
    """The provenance of a dataset, and what its files hold."""

    schema_version: int
    """Version of the form of these files; a changed form raises it."""
    name: str
    """Name of the records and of their files, as "members"."""
    counts: Mapping[str, int]
    """How many objects each file of objects holds: {"members": 50, "references": 14, ...}."""
    verified_by: str
    """By what the records were checked: "wikitext and html", "wikitext only" or "html only"."""
    csv_safe: bool
    """Whether the CSV files hold apostrophes that keep a spreadsheet from running their cells."""
    warnings: tuple[ParseWarning, ...]
    """The doubts about the records' values; those about the article stand in article.json."""
    from_html: tuple[HtmlCell, ...]
    """The cells whose words were taken from the rendered HTML, since wikitext alone cannot tell them."""


def describe(dataset: Dataset[R], *, csv_safe: bool) -> Description:
    """What dataset.json says of `dataset`, its CSV files written in safe mode or not."""
    provenance = dataset.provenance
    return Description(
        **{field.name: getattr(provenance, field.name) for field in fields(provenance)},
        schema_version=SCHEMA_VERSION,
        name=dataset.name,
        counts=count_objects(dataset),
        verified_by=dataset.verified_by,
        csv_safe=csv_safe,
        warnings=dataset.warnings,
        from_html=dataset.from_html,
    )


def count_objects(dataset: Dataset[R]) -> Mapping[str, int]:
    """How many objects each file of objects holds."""
    return {
        dataset.name: len(dataset.records),
        "references": len(dataset.article.references),
        "sections": len(dataset.article.sections),
    }
