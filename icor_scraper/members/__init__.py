"""All that is particular to the article on ICOR: its members, and the one DatasetSpec that ships.

Article ──tables──▶ the members table(s) ──Member's columns──▶ rows ──ids──▶ members

tables.py       finds the members table, or the tables of each continent
member.py       Member, and how each of its fields is read: under which headers (headers.py), or where these say
                nothing, in which column by its values (recognise.py)
name_cell.py    cells that hold no one party's name; naming.py takes a name apart, and makes the id
places.py       continents and countries, and regions.py which country lies where
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from icor_scraper.errors import RecordError
from icor_scraper.members.member import FOUNDED, Member
from icor_scraper.members.naming import slug, split_abbreviation
from icor_scraper.members.places import is_continent, is_country, may_lie_in
from icor_scraper.members.tables import find_member_tables
from icor_scraper.models import Article
from icor_scraper.records import Reading, read_records
from icor_scraper.spec import DatasetSpec, Limits, RecordRule, Vocabulary, YearRange

__all__ = ["MEMBERS", "Member", "read_members"]


def read_members(article: Article) -> tuple[Member, ...]:
    """The members of ICOR, in the order of the table.

    Raises LayoutError where the members table is not found with certainty, RecordError where values
    of it cannot be read or a party stands in it twice.
    """
    return _read(article).records


def _read(article: Article) -> Reading[Member]:
    readings = [
        read_records(found.table, Member, given=found.given, layout=found.layout, refuse_unrendered=True)
        for found in find_member_tables(article)
    ]
    members = _with_ids([member for reading in readings for member in reading.records])
    return Reading(members, tuple(warning for reading in readings for warning in reading.warnings))


def _with_ids(members: Sequence[Member]) -> tuple[Member, ...]:
    """Number the members through, and add the country to ids that more than one of them has."""
    counts = Counter(member.id for member in members)
    told_apart = tuple(
        replace(
            member,
            position=position,
            id=member.id if counts[member.id] == 1 else f"{member.id}-{slug(member.country)}",
        )
        for position, member in enumerate(members, 1)
    )
    _refuse_doubles(told_apart)
    return told_apart


def _refuse_doubles(members: Sequence[Member]) -> None:
    positions: dict[str, int] = {}
    for member in members:
        first = positions.setdefault(member.id, member.position)
        if first != member.position:
            found = f"{member.party_name!r} as members {first} and {member.position}"
            raise RecordError.of("each party once", found)


def _lies_in_continent(member: Member) -> bool:
    return may_lie_in(member.country_code or member.country, member.continent)


def _has_abbreviation_of_its_own(member: Member) -> bool:
    """An abbreviation behind the translation and none behind the name shows that the two were swapped."""
    return bool(member.abbreviation) or split_abbreviation(member.english_translation or "")[1] is None


def _is_spelled_out(member: Member) -> bool:
    return not member.name.isupper()


MEMBERS: DatasetSpec[Member] = DatasetSpec(
    name="members",
    title="International Coordination of Revolutionary Parties and Organizations",
    language="en",
    record_type=Member,
    key="id",
    read=_read,
    limits=Limits(
        min_records=40,
        max_lost_share=0.08,
        max_changed_shares={"member_since_text": 1.0},
        max_null_shares={
            "country_code": 0.1,
            "abbreviation": 0.25,
            "english_translation": 0.6,
            "member_since_text": 0.0,
            "member_since": 0.0,
        },
        max_repeated_shares={"english_translation": 0.2},
    ),
    vocabularies=(
        Vocabulary(field="continent", describes="a continent", holds=is_continent),
        Vocabulary(field="country", describes="a country", holds=is_country),
    ),
    year_ranges=(YearRange(field="member_since", first=FOUNDED),),
    record_rules=(
        RecordRule(describes="the country in its continent", fields=("country", "continent"), holds=_lies_in_continent),
        RecordRule(
            describes="the abbreviation behind the party's name",
            fields=("party_name", "english_translation"),
            holds=_has_abbreviation_of_its_own,
        ),
        RecordRule(describes="names, not abbreviations alone", fields=("name",), holds=_is_spelled_out),
    ),
    position_fields=("position",),
    reference_fields=("references",),
    annotation_fields=("article", "references"),
)
"""The members of ICOR; at least 40, since the article's lead speaks of more than 40. Parties leave less often than
they join, so fewer may be lost at once (4 of 50) than come. How years are written may change everywhere at once
("2010", "since 2010"): the years themselves are held by `member_since`."""
