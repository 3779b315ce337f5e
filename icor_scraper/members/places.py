"""The vocabulary of continents and countries, from Unicode's CLDR by way of Babel.

https://cldr.unicode.org/translation/displaynames/countryregion-territory-names
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from icor_scraper.members.regions import COUNTRIES_OF_CODE
from icor_scraper.records import fold

LANGUAGES = ("de", "fr", "es", "it", "pt", "ru", "tr", "nl", "pl")
"""Languages beside English in which names of places are known."""

OVERRIDES: Mapping[str, str | None] = {
    "bosnia": "BA",
    "britain": "GB",
    "great britain": "GB",
    "england": "GB",
    "northern ireland": "GB",
    "scotland": "GB",
    "wales": "GB",
    "uk": "GB",
    "u k": "GB",
    "usa": "US",
    "us": "US",
    "u s": "US",
    "u s a": "US",
    "united states of america": "US",
    "america": "US",
    "burma": "MM",
    "myanmar": "MM",
    "cape verde": "CV",
    "cabo verde": "CV",
    "china": "CN",
    "mainland china": "CN",
    "people s republic of china": "CN",
    "republic of china": "TW",
    "czech republic": "CZ",
    "east timor": "TL",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "holland": "NL",
    "the netherlands": "NL",
    "ivory coast": "CI",
    "macedonia": "MK",
    "republic of ireland": "IE",
    "the gambia": "GM",
    "the bahamas": "BS",
    "the philippines": "PH",
    "palestine": "PS",
    "state of palestine": "PS",
    "republic of korea": "KR",
    "democratic people s republic of korea": "KP",
    "russian federation": "RU",
    "saint kitts and nevis": "KN",
    "saint lucia": "LC",
    "saint vincent and the grenadines": "VC",
    "sao tome and principe": "ST",
    "swaziland": "SZ",
    "syrian arab republic": "SY",
    "turkey": "TR",
    "turkiye": "TR",
    "vatican": "VA",
    "viet nam": "VN",
    "kosovo": "XK",
    "democratic republic of the congo": "CD",
    "democratic republic of congo": "CD",
    "dr congo": "CD",
    "drc": "CD",
    "d r congo": "CD",
    "congo kinshasa": "CD",
    "republic of the congo": "CG",
    "republic of congo": "CG",
    "congo brazzaville": "CG",
    "congo": None,
    "korea": None,
    "virgin islands": None,
    "kurdistan": None,
    "catalonia": None,
    "basque country": None,
    "tamil eelam": None,
    "west papua": None,
    "soviet union": None,
    "ussr": None,
    "yugoslavia": None,
    "czechoslovakia": None,
    "east germany": None,
}
"""Folded names that win over CLDR's; None for what is no one country of ISO 3166-1."""

_CONTINENT_WORDS = (
    *("America", "Middle East", "Near East", "Eurasia", "Asia-Pacific", "Asia and Pacific", "Pacific", "Balkans"),
    *("Australia", "Australia and Oceania", "Asia and Oceania", "West Asia", "South Asia", "East Asia", "Arab world"),
    *("North Africa", "West Africa", "East Africa", "Central Africa", "Sub-Saharan Africa", "Maghreb", "Antarctica"),
    *(
        "South East Asia",
        "Latin America and the Caribbean",
        "West Europe",
        "East Europe",
        "Central Europe",
        "Anglo-America",
    ),
    *(
        "Iberoamérica",
        "América Latina",
        "América del Sur",
        "Norteamérica",
        "Naher Osten",
        "Nahost",
        "Kafkasya",
        "Caucasus",
    ),
)
"""Parts of the world that CLDR does not name so."""
_HEADING_WORDS = frozenset(
    "in of from the and member members party parties organisation organisations organization organizations".split()
)
"""Words that may stand beside a continent's name in a heading or sub-heading."""


def is_continent(words: str) -> bool:
    """Whether `words` are the name of a continent or a large part of one, and nothing else."""
    return fold(words) in _continents()


def continent_of_heading(heading: str) -> str | None:
    """The continent that a heading names: "Europe (22 members)" is Europe; None where it is none."""
    if is_continent(heading):
        return heading
    words = [word for word in fold(heading).split() if not word.isdecimal() and word not in _HEADING_WORDS]
    return _continents().get(" ".join(words))


def may_lie_in(country: str, continent: str) -> bool:
    """Whether the country, by name or ISO code, is one of the continent's; True where either is not certain."""
    code = country if re.fullmatch("[A-Z]{2}", country) else country_code(country)
    countries = _countries_of().get(fold(continent_of_heading(continent) or continent))
    return code is None or countries is None or code in countries


def is_country(words: str) -> bool:
    """Whether `words` are the name of a country, and nothing else."""
    folded = fold(words)
    return folded in OVERRIDES or folded in _english() or folded in _other_languages()


def country_code(words: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country called `words`; None where it is unknown or ambiguous."""
    folded = fold(words)
    if folded in OVERRIDES:
        return OVERRIDES[folded]
    return _english().get(folded) or _other_languages().get(folded)


def full_name(code: str) -> str | None:
    """The English name of the country with an ISO 3166-1 code of two or three letters, or "UK"; else None."""
    (alpha_2,) = get_global("territory_aliases").get(code, [code])[:1]
    return _SHOWN_NAMES.get(alpha_2) or _english_names().get(alpha_2)


_SHOWN_NAMES: Mapping[str, str] = {"CZ": "Czech Republic", "TR": "Turkey", "MM": "Myanmar", "HK": "Hong Kong"}
"""What Wikipedia calls a country where CLDR calls it otherwise."""


@cache
def _english_names() -> Mapping[str, str]:
    return dict(_territories("en", r"[A-Z]{2}"))


@cache
def _english() -> Mapping[str, str]:
    return {name: code for code, text in _english_names().items() for name in _spellings(text)}


@cache
def _other_languages() -> Mapping[str, str | None]:
    """As `_english`, for the other languages; None where they disagree."""
    names: dict[str, str | None] = {}
    for language in LANGUAGES:
        for code, text in _territories(language, r"[A-Z]{2}"):
            for name in _spellings(text):
                names[name] = code if names.get(name, code) == code else None
    return names


@cache
def _continents() -> Mapping[str, str]:
    names = {fold(word): word for word in _CONTINENT_WORDS}
    for language in (*LANGUAGES, "en"):
        names |= {fold(text): text for _, text in _territories(language, r"(?!001)\d{3}")}
    return names


@cache
def _countries_of() -> Mapping[str, frozenset[str]]:
    """The countries of each continent, by its folded name in any language."""
    return {
        fold(text): COUNTRIES_OF_CODE[code]
        for language in (*LANGUAGES, "en")
        for code, text in _territories(language, r"(?!001)\d{3}")
        if code in COUNTRIES_OF_CODE
    }


def _territories(language: str, codes: str) -> list[tuple[str, str]]:
    territories = Locale(language).territories
    return [(code, text) for code, text in territories.items() if re.fullmatch(codes, code) and code not in _NO_COUNTRY]


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for no country."""


def _spellings(text: str) -> set[str]:
    """A CLDR name as a whole, without its parentheses, and what stands in them: "Myanmar (Burma)"."""
    parts = re.split(r"[()]", text)
    spellings = {fold(text), *(fold(part) for part in parts)} if len(parts) > 1 else {fold(text)}
    saints = {re.sub(r"\bst\b", "saint", name) for name in spellings}
    return (spellings | saints) - {""}
