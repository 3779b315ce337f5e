"""Countries and continents: CLDR, and the overrides that win over it."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global

from icor_scraper.members.places import (
    OVERRIDES,
    continent_of_heading,
    country_code,
    full_name,
    is_continent,
    is_country,
    may_lie_in,
)
from icor_scraper.members.regions import AFRICA, ASIA, COUNTRIES_OF_CODE, EUROPE
from icor_scraper.records import fold


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("Deutschland", "DE"),
        ("République dominicaine", "DO"),
        ("Czech Republic", "CZ"),
        ("Czechia", "CZ"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Burma", "MM"),
        ("Bosnia and Herzegovina", "BA"),
        ("Saint Lucia", "LC"),
        ("Democratic Republic of the Congo", "CD"),
        ("DR Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Congo-Brazzaville", "CG"),
        ("Palestine", "PS"),
        ("Россия", "RU"),
    ],
)
def test_a_country_has_its_code(name: str, code: str) -> None:
    assert is_country(name)
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["Congo", "Korea", "Kurdistan"])
def test_what_is_no_one_country_is_known_and_has_no_code(name: str) -> None:
    assert is_country(name)
    assert country_code(name) is None


@pytest.mark.parametrize(
    "name", ["", "Europe", "European Union", "World", "2010", "Communist Party of India", "Ruritania"]
)
def test_what_is_no_country(name: str) -> None:
    assert not is_country(name)
    assert country_code(name) is None


def test_overrides_are_folded() -> None:
    assert [name for name in OVERRIDES if fold(name) != name] == []


@pytest.mark.parametrize(
    "name", ["Africa", "Latin America", "Europa", "Азия", "asia", "Middle East", "Amérique latine"]
)
def test_continents(name: str) -> None:
    assert is_continent(name)


@pytest.mark.parametrize("name", ["", "World", "Germany", "South Africa", "Africa and Asia", "European"])
def test_what_is_no_continent(name: str) -> None:
    assert not is_continent(name)


@pytest.mark.parametrize(
    ("heading", "continent"),
    [
        ("Latin America", "Latin America"),
        ("Europe (22)", "Europe"),
        ("Members in Africa", "Africa"),
        ("North America: 1 member", "North America"),
        ("Members", None),
        ("Africa, Asia", None),
        ("South Africa", None),
        ("African members", None),
    ],
)
def test_headings_name_continents(heading: str, continent: str | None) -> None:
    assert continent_of_heading(heading) == continent


@pytest.mark.parametrize(
    ("code", "name"),
    [("DE", "Germany"), ("DEU", "Germany"), ("USA", "United States"), ("UK", "United Kingdom"), ("TUR", "Turkey")],
)
def test_codes_that_flag_templates_take(code: str, name: str) -> None:
    assert full_name(code) == name


@pytest.mark.parametrize("code", ["XYZ", "Germany", "", "EU"])
def test_what_is_no_code_of_a_country(code: str) -> None:
    assert full_name(code) is None


@pytest.mark.parametrize(
    ("country", "continent", "expected"),
    [
        ("Togo", "Africa", True),
        ("Togo", "Europe", False),
        ("Kenya", "Europa", False),
        ("KE", "Afrika", True),
        ("Turkey", "Asia", True),
        ("Turkey", "Europe", True),
        ("Georgia", "Europe", True),
        ("Russia", "Europe", True),
        ("Mexico", "Latin America", True),
        ("Mexico", "North America", True),
        ("Mexico", "South America", False),
        ("United States", "Latin America", False),
        ("United States", "Americas", True),
        ("Haiti", "Latin America (10)", True),
        ("Congo", "Europe", True),  # neither of the two
        ("Egypt", "Arab world", True),  # of no certain borders
        ("Ruritania", "Africa", True),
    ],
)
def test_countries_lie_in_continents(country: str, continent: str, expected: bool) -> None:
    assert may_lie_in(country, continent) is expected


def test_every_country_lies_where_its_time_zones_are() -> None:
    """The zones of the tz database begin with a continent or an ocean."""
    homes = {"Africa": AFRICA, "Asia": ASIA, "Europe": EUROPE, "America": COUNTRIES_OF_CODE["019"]}
    for code, zones in get_global("territory_zones").items():
        areas = {zone.partition("/")[0] for zone in zones}
        if areas <= homes.keys():
            assert any(code in homes[area] for area in areas), code


def test_every_country_lies_somewhere() -> None:
    known = frozenset().union(*COUNTRIES_OF_CODE.values())
    countries = {code for code in map(str, Locale("en").territories) if code.isalpha()}
    assert countries - known == {*"AC AQ BV CP CQ DG EA EU EZ GS IC QO TA TF UN XA XB ZZ".split()}
    assert known - countries == set()
