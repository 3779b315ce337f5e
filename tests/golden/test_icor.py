"""The article through the whole chain: facts written down by hand, from every kind of source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icor_scraper.fetch import SNAPSHOT, read_revision
from icor_scraper.members import Member, read_members
from icor_scraper.models import Article
from icor_scraper.parse import parse_article, parse_html

FIXTURES = Path(__file__).parents[2] / "fixtures"

SECTIONS = [
    (2, "1", "Bridging the divide", "Bridging_the_divide"),
    (2, "2", "Reconstruction in Kobanê", "Reconstruction_in_Kobanê"),
    (2, "3", "Member organizations", "Member_organizations"),
    (2, "4", "External links", "External_links"),
]


def _snapshot() -> Article:
    return parse_article(read_revision(SNAPSHOT))


def _wikitext() -> Article:
    return parse_article(read_revision(FIXTURES / "icor"))


def _html() -> Article:
    revision = read_revision(FIXTURES / "icor")
    assert revision.html is not None
    return parse_html(revision.html, title=revision.title)


READINGS = {"snapshot": _snapshot, "wikitext": _wikitext, "html": _html}


@pytest.fixture(params=READINGS, name="article")
def _article(request: pytest.FixtureRequest) -> Article:
    return READINGS[request.param]()


def _row(member: Member) -> dict[str, str]:
    """A member in the form of the rows read off by hand."""
    return {
        "continent": member.continent,
        "country": member.country,
        "party_name": member.party_name,
        "english_translation": member.english_translation or "",
        "member_since": (member.member_since_text or "") + "".join(f"[{number}]" for number in member.references),
    }


def test_the_members_are_those_read_off_by_hand(article: Article) -> None:
    by_hand = json.loads((FIXTURES / "golden" / "members_by_hand.json").read_text(encoding="utf-8"))
    members = read_members(article)
    assert len(members) == 50
    assert [_row(member) for member in members] == by_hand


def test_every_country_but_the_ambiguous_one_has_its_code(article: Article) -> None:
    members = read_members(article)
    assert [member.country for member in members if member.country_code is None] == ["Congo"]
    codes = {member.country: member.country_code for member in members}
    assert codes["Czech Republic"] == "CZ"
    assert codes["Turkey"] == "TR"
    assert codes["Venezuela"] == "VE"


@pytest.mark.parametrize(
    ("country", "abbreviation"),
    [
        ("Hungary", "MIKSZ"),
        ("Iran", None),
        ("Belarus", None),
        ("South Africa", "CPSA (ML)"),
        ("Paraguay", "PCP (independiente)"),
        ("Ukraine", "KSRD"),
    ],
)
def test_abbreviations(article: Article, country: str, abbreviation: str | None) -> None:
    assert [m.abbreviation for m in read_members(article) if m.country == country] == [abbreviation]


def test_years_and_links(article: Article) -> None:
    members = {member.country: member for member in read_members(article)}
    assert members["Spain"].member_since == (2013, 2015)
    assert members["Slovakia"].references == (12,)
    assert members["Serbia"].article == "Party of Labour (Serbia)"
    assert members["Ukraine"].article is None


def test_sections(article: Article) -> None:
    assert [(s.level, s.number, s.heading, s.anchor) for s in article.sections[1:]] == SECTIONS


def test_references_are_numbered_as_on_the_page(article: Article) -> None:
    references = article.references
    assert [r.number for r in references] == list(range(1, 15))
    assert {r.number: len(r.uses) for r in references if len(r.uses) > 1} == {1: 4, 12: 2}
    assert references[7].text == (
        "Stefan Engel: Dawn of the International Socialist Revolution, Massline Publication, Kottayam 2011, "
        "ISBN 978-3-88021-389-0, p. 559–561, footnote 65"
    )
    assert references[12].text == (
        'Rote-Fahne-News ("Red Flag News" - MLPD online news magazine) 24 May 2015 '
        "Archived 25 May 2015 at the Wayback Machine. (German)"
    )


def test_number_12_is_used_in_the_row_of_slovakia(article: Article) -> None:
    about = article.references[11]
    assert about.text == "About ICOR ICOR website"
    cells = [cell for row in article.tables[0].grid for cell in row if cell and about in cell.references]
    assert [cell.text for cell in cells] == ["2010"]
    (row,) = {cell.row for cell in cells}
    country = article.tables[0].grid[row][1]
    assert country is not None
    assert country.text == "Slovakia"


def test_what_stands_outside_the_table(article: Article) -> None:
    assert article.lead.text.startswith(
        "The International Coordination of Revolutionary Parties and Organizations (ICOR) is"
    )
    assert article.sections[4].text == "ICOR website"
    assert article.warnings == ()
