"""Flags with names (https://en.wikipedia.org/wiki/Template:Flag and its kin): the name counts, not the flag."""

from __future__ import annotations

import re
from typing import Final

from icor_scraper.parse.wikitext.words.countries import COUNTRIES
from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, argument, first_of, link, named, nothing

_ARTICLES: Final = {
    "Georgia": "Georgia (country)",
    "Micronesia": "Federated States of Micronesia",
    "DR Congo": "Democratic Republic of the Congo",
    "Ireland": "Republic of Ireland",
    "UAE": "United Arab Emirates",
}
"""Where the name that is shown is not the title of the country's article."""


def _article(country: str) -> str:
    return _ARTICLES.get(country, country)


def _linked(country: str, shown: str) -> str:
    """A link to the country, unless what is shown is marked up already."""
    if "[" in shown or "<" in shown:
        return shown
    return link(_article(COUNTRIES.get(country, country)), shown)


def flag(args: Arguments) -> str | None:
    """`{{flag|X|name=N}}`: a link to X, called as it is given."""
    country = first_of(args, "1")
    return _linked(country, first_of(args, "name") or country) if country else None


def flagcountry(args: Arguments) -> str | None:
    """`{{flagcountry|X}}`: as flag, but a code is told as the country's name."""
    country = first_of(args, "1")
    return _linked(country, first_of(args, "name") or COUNTRIES.get(country, country)) if country else None


def flagu(args: Arguments) -> str | None:
    """`{{flagu|X}}`: the name without a link."""
    return first_of(args, "name", "1") or None


def athlete(args: Arguments) -> str | None:
    """`{{flagathlete|[[Name]]|USA}}`: the name, and the country in brackets."""
    name, country = first_of(args, "1"), first_of(args, "2")
    return f"{name} ({country})" if name and country else name or None


def _team(kind: str) -> Rule:
    def rule(args: Arguments) -> str | None:
        country = first_of(args, "1")
        if not country:
            return None
        full = COUNTRIES.get(country, country)
        return link(f"{full} {kind}", first_of(args, "name") or full)

    return rule


def country_of_code(name: str, args: Arguments) -> str | None:
    """`{{USA}}`: a flag and the country's name, for a template that is called by a country's code."""
    country = COUNTRIES.get(name) if _CODE.fullmatch(name) else None
    return _linked(country, country) if country and not args.positional() else None


_CODE = re.compile("[A-Z]{3}")

FLAG_RULES: Final[dict[str, Rule]] = {
    **named("flag", flag),
    **named("flagcountry|flaglist", flagcountry),
    **named("flagu", flagu),
    **named("flagathlete|flag athlete", athlete),
    **named("flagicon|flag icon|flagdeco|flag decoration|flagicon image", nothing),
    **named("noflag", argument("1")),
    **named("fb|fb-rt|fb-big", _team("national football team")),
    **named("fbw|fbw-rt", _team("women's national football team")),
    **named("ih|ih-rt", _team("men's national ice hockey team")),
    **named("ihw|ihw-rt", _team("women's national ice hockey team")),
    **named("ru|ru-rt", _team("national rugby union team")),
    **named("ruw|ruw-rt", _team("women's national rugby union team")),
    **named("vb|vb-rt", _team("men's national volleyball team")),
    **named("vbw|vbw-rt", _team("women's national volleyball team")),
    **named("bk|bk-rt", _team("men's national basketball team")),
    **named("hb|hb-rt", _team("men's national handball team")),
    **named("cr|cr-rt", _team("national cricket team")),
}
