"""A dataset of small records made by hand, and its spec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from icor_scraper.dataset import ArticleRecord, Dataset, Provenance, ReferenceRecord, SectionRecord
from icor_scraper.models import Article, Licence, Origin, ParseWarning, Revision, Site
from icor_scraper.records import column, computed, read_records
from icor_scraper.spec import DatasetSpec, Limits, Vocabulary, YearRange

KINDS = ("fern", "moss", "grass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    number: int = computed(lambda row: row.position)
    id: str = computed(lambda row: row.cells["name"].text.lower())
    name: str = column("Plant")
    latin: str | None = column("Latin", empty=None)
    kind: str = column("Kind")
    years: tuple[int, ...] = column("Years", empty=())
    notes: tuple[int, ...] = computed(lambda row: tuple(n.number for n in row.covered[-1].references))


def read_plants(article: Article) -> tuple[tuple[Plant, ...], tuple[ParseWarning, ...]]:
    return read_records(article.tables[0], Plant, refuse_unrendered=True)


PLANTS = DatasetSpec(
    name="plants",
    title="List of plants",
    language="en",
    record_type=Plant,
    key="id",
    read=read_plants,
    limits=Limits(min_records=20, max_null_shares={"latin": 0.5}),
    vocabularies=(Vocabulary(field="kind", describes="a kind of plant", holds=lambda word: word in KINDS),),
    year_ranges=(YearRange(field="years", first=1900),),
    position_fields=("number",),
    reference_fields=("notes",),
)


def make_plant(number: int, **changes: object) -> Plant:
    """Plant 1, 2, ...: every tenth without Latin name, no two alike."""
    values: dict[str, object] = {
        "number": number,
        "id": f"plant-{number}",
        "name": f"Plant {number}",
        "latin": f"Planta {number}" if number % 10 else None,
        "kind": KINDS[number % 3],
        "years": (1950 + number,),
        "notes": (),
    }
    return Plant(**(values | changes))  # type: ignore[arg-type]  # the values of a test's own choice


def make_plants(count: int = 50) -> list[Plant]:
    return [make_plant(number) for number in range(1, count + 1)]


def change(plants: list[Plant], field: str, values: dict[int, object]) -> list[Plant]:
    """`plants` with other values in `field`, by their numbers."""
    return [
        replace(plant, **{field: values[plant.number]}) if plant.number in values else plant  # type: ignore[arg-type]
        for plant in plants
    ]


def make_reference(number: int, text: str) -> ReferenceRecord:
    return ReferenceRecord(
        number=number,
        group="",
        list_index=0,
        name=None,
        text=text,
        is_defined=bool(text),
        is_listed=True,
        details_of=None,
        urls=(),
        uses=(),
        start=None,
        end=None,
        citations=(),
    )


def make_section(text: str) -> SectionRecord:
    return SectionRecord(
        index=0, level=0, number="", heading="", anchor="", path=(), parent=None, start=None, end=None, text=text
    )


PROVENANCE = Provenance(
    origin=Origin.API,
    title="List of plants",
    page_id=7,
    revision_id=100,
    permanent_link="https://wiki.example/w/index.php?oldid=100",
    revision_timestamp=datetime(2018, 5, 1, 12, tzinfo=UTC),
    sha1="0" * 40,
    size=1000,
    site="Wiki",
    api_url="https://wiki.example/w/api.php",
    licence="CC BY-SA 4.0",
    licence_url=None,
    attribution="List of plants, Wiki",
    notes=(),
)


def make_dataset(
    plants: list[Plant],
    *,
    references: Sequence[ReferenceRecord] = (),
    text: str = "",
    provenance: Provenance = PROVENANCE,
) -> Dataset[Plant]:
    article = ArticleRecord(
        title="List of plants",
        sections=(make_section(text),),
        tables=(),
        references=tuple(references),
        wikilinks=(),
        external_links=(),
        categories=(),
        templates=(),
        infoboxes=(),
        citations=(),
        warnings=(),
    )
    return Dataset(
        name="plants",
        records=tuple(plants),
        article=article,
        provenance=provenance,
        verified_by="wikitext only",
        warnings=(),
    )


REVISION = Revision(
    wikitext="Plants grow.",
    html=None,
    requested_title="List of plants",
    title="List of plants",
    normalized_from=None,
    redirects=(),
    page_id=7,
    namespace=0,
    revision_id=101,
    parent_id=100,
    timestamp=datetime(2018, 5, 2, 12, tzinfo=UTC),
    size=1000,
    sha1="0" * 40,
    user=None,
    comment=None,
    tags=(),
    content_model="wikitext",
    permanent_link=None,
    site=Site(name="Wiki", api_url="https://wiki.example/w/api.php", base_url=None, language="en"),
    licence=Licence(name="CC BY-SA 4.0", url=None),
    origin=Origin.API,
    attribution="List of plants, Wiki",
)
