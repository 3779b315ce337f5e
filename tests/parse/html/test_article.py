"""The ICOR article as the legacy parser and as Parsoid render it: the same facts, known by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icor_scraper.models import Article
from icor_scraper.parse.html import parse_html

FIXTURES = Path(__file__).parents[3] / "fixtures"
TITLE = "International Coordination of Revolutionary Parties and Organizations"


@pytest.fixture(scope="module", params=["html/icor_legacy.html", "icor/rendering.html"])
def article(request: pytest.FixtureRequest) -> Article:
    return parse_html((FIXTURES / request.param).read_text(encoding="utf-8"), title=TITLE)


def test_sections(article: Article) -> None:
    assert [(s.number, s.heading, s.anchor) for s in article.sections] == [
        ("", "", ""),
        ("1", "Bridging the divide", "Bridging_the_divide"),
        ("2", "Reconstruction in Kobanê", "Reconstruction_in_Kobanê"),
        ("3", "Member organizations", "Member_organizations"),
        ("4", "External links", "External_links"),
    ]
    assert article.lead.text.startswith(
        "The International Coordination of Revolutionary Parties and Organizations (ICOR)"
    )


def test_members_as_read_off_the_article_by_hand(article: Article) -> None:
    members = json.loads((FIXTURES / "layouts" / "members.json").read_text(encoding="utf-8"))
    (table,) = article.tables
    assert table.section == 3
    rows = [[cell.text if cell else None for cell in row] for row in table.grid]
    assert rows[0] == ["Continent", "Country", "Party name", "English translation", "Member since"]
    columns = ("continent", "country", "party_name", "english_translation", "member_since_text")
    assert rows[1:] == [[member[column] or "" for column in columns] for member in members]
    assert len(members) == 50


def test_references(article: Article) -> None:
    assert [r.number for r in article.references] == list(range(1, 15))
    assert [len(r.uses) for r in article.references] == [4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1]
    assert [u.section for u in article.references[0].uses] == [0, 0, 0, 1]
    assert article.references[11].text == "About ICOR ICOR website"
    slovakia = next(row for row in article.tables[0].grid if row[1] and row[1].text == "Slovakia")
    assert 12 in [r.number for cell in slovakia if cell for r in cell.references]
    assert article.warnings == ()
