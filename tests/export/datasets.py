"""A small dataset made by hand, of a record type that is not the shipped one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icor_scraper.dataset import (
    MODIFICATION,
    ArticleRecord,
    CellRecord,
    Dataset,
    HtmlCell,
    Provenance,
    ReferenceRecord,
    SectionRecord,
    TableRecord,
    TemplateRecord,
    UseRecord,
)
from icor_scraper.models import (
    Category,
    Citation,
    ExternalLink,
    Infobox,
    InfoboxField,
    Origin,
    ParseWarning,
    Person,
    Span,
    TemplateArgument,
    WarningCode,
    Wikilink,
)


class Kind(StrEnum):
    """What a planet is made of."""

    ROCK = "rock"
    GAS = "gas giant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planet:
    """One planet."""

    id: str
    """The planet's slug."""
    name: str
    nickname: str | None
    """What people
    call it; None where they do not."""
    kind: Kind
    moons: tuple[str, ...]
    """Names of its moons, outermost last."""
    years: tuple[int, ...]
    has_rings: bool


def make_planet(**changes: object) -> Planet:
    values: dict[str, object] = {
        "id": "mars",
        "name": "Mars",
        "nickname": None,
        "kind": Kind.ROCK,
        "moons": ("Phobos", "Deimos"),
        "years": (1877, 1965),
        "has_rings": False,
    }
    return Planet(**(values | changes))  # type: ignore[arg-type] # the values of a test's own choice


PLANETS = (
    make_planet(),
    make_planet(
        id="saturn",
        name='Saturn, "lord; of rings"',
        nickname="",
        kind=Kind.GAS,
        moons=("a;b", "c\\d", ""),
        years=(),
        has_rings=True,
    ),
)

CITATION = Citation(
    kind="web",
    template="Cite web",
    title="Ключ",
    authors=(Person(name="Hall, A", last="Hall", first="A", link=None),),
    editors=(),
    date="1877",
    date_iso="1877",
    url="https://example.org/",
    archive_url=None,
    archive_date=None,
    access_date=None,
    work=None,
    publisher=None,
    location=None,
    volume=None,
    issue=None,
    pages=None,
    edition=None,
    language=None,
    quote=None,
    isbn=None,
    issn=None,
    doi=None,
    ref_anchor=None,
    span=Span(30, 60),
)

WARNING = ParseWarning(
    code=WarningCode.AMBIGUOUS_VALUE, message="Two planets are meant.", span=Span(3, 9), subject="Mars"
)

ARTICLE = ArticleRecord(
    title="Planets",
    sections=(
        SectionRecord(
            index=0,
            level=0,
            number="",
            heading="",
            anchor="",
            path=(),
            parent=None,
            start=0,
            end=90,
            text="Planets are many.",
        ),
    ),
    tables=(
        TableRecord(
            index=0,
            caption=None,
            section=0,
            parent=None,
            row_count=1,
            column_count=1,
            cells=(
                CellRecord(
                    row=0,
                    column=0,
                    rowspan=1,
                    colspan=1,
                    is_header=True,
                    text="Name",
                    links=("Sun",),
                    urls=(),
                    references=(0,),
                    start=5,
                    end=9,
                ),
            ),
            start=0,
            end=20,
        ),
    ),
    references=(
        ReferenceRecord(
            number=1,
            group="",
            list_index=0,
            name=None,
            text="Hall, 1877",
            is_defined=True,
            is_listed=True,
            details_of=None,
            urls=("https://example.org/",),
            uses=(UseRecord(section=0, start=25, end=61),),
            start=25,
            end=61,
            citations=(CITATION,),
        ),
    ),
    wikilinks=(Wikilink(target="Sun", title="Sun", fragment=None, text="Sun", span=Span(1, 8)),),
    external_links=(ExternalLink(url="https://example.org/", text=None, span=None),),
    categories=(Category(name="Planets", sort_key=None, span=None),),
    templates=(
        TemplateRecord(
            name="Cite web",
            arguments=(TemplateArgument(name="1", is_positional=True, wikitext=" x", text="x", span=Span(40, 42)),),
            start=30,
            end=60,
        ),
    ),
    infoboxes=(
        Infobox(
            name="Infobox planet",
            fields=(InfoboxField(name="mass", text="much", wikitext="''much''", span=None),),
            span=None,
        ),
    ),
    citations=(CITATION,),
    warnings=(),
)


def make_provenance(revision_id: int | None = 1299999999) -> Provenance:
    return Provenance(
        origin=Origin.API if revision_id else Origin.SNAPSHOT,
        title="Planets",
        page_id=7,
        revision_id=revision_id,
        permanent_link=f"https://wiki.example.org/w/index.php?oldid={revision_id}" if revision_id else None,
        revision_timestamp=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        sha1="0123456789abcdef0123456789abcdef01234567",
        size=90,
        site="Wikipedia",
        api_url="https://wiki.example.org/w/api.php",
        licence="Creative Commons Attribution-ShareAlike 4.0",
        licence_url="https://creativecommons.org/licenses/by-sa/4.0/",
        attribution=f'Contributors to "Planets", Wikipedia. {MODIFICATION}',
        notes=(),
    )


def make_dataset(*planets: Planet, revision_id: int | None = 1299999999) -> Dataset[Planet]:
    return Dataset(
        name="planets",
        records=planets or PLANETS,
        article=ARTICLE,
        provenance=make_provenance(revision_id),
        verified_by="wikitext only",
        warnings=(WARNING,),
        from_html=(HtmlCell(table=0, row=1, column=2, templates=("Moons",), text="two moons"),),
    )
