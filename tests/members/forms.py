"""The article in any form in which people may write the same members, by a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tests.members.truth import Row
from tests.members.writer import COLUMNS, HEADERS, Extra, Form, write_article

SYNONYMS = {
    "continent": (
        "Continent",
        "CONTINENT",
        "Region",
        "World region",
        "Kontinent",
        "Continent (region)",
        "''Continent''",
    ),
    "country": ("Country", "Nation", "State", "Land", "Pays", "Countries", "Country/region", "Country of origin"),
    "party": (
        "Party name",
        "Party",
        "Organisation",
        "Name",
        "Name of the party",
        "Member organization",
        "Political party",
        "Party or organisation",
        "Party name<br />(abbreviation)",
        "Partei",
        "Original name",
    ),
    "english": (
        "English translation",
        "Translation",
        "English name",
        "Name in English",
        "In English",
        "English",
        "Translation (English)",
        "Übersetzung",
        "English<br>translation",
    ),
    "since": (
        "Member since",
        "Joined",
        "Since",
        "Year joined",
        "Accession",
        "Membership since",
        "Member&nbsp;since",
        "Member<br>since",
        "Year of accession",
        "Mitglied seit",
        "Since (year)",
    ),
}
EXTRAS = (
    Extra(header="No.", before="country", values=tuple(map(str, range(1, 51)))),
    Extra(header="#", before="party", values=tuple(map(str, range(1, 51)))),
    Extra(header="Logo", before="party", values=("[[File:Logo.png|40px]]", "")),
    Extra(header="Notes", before="", values=("", "founding member", "merged in 2014", "")),
    Extra(header="Left", before="", values=("", "–")),
    Extra(header="Left", before="since", values=("—",)),
    Extra(header="Founded", before="since", values=("1982", "2012", "1968")),
    Extra(header="Ideology", before="english", values=("[[Maoism]]", "[[Hoxhaism]]")),
    Extra(header="Leader", before="", values=("Stefan Engel", "", "N. N.")),
    Extra(header="Website", before="", values=("[https://party.example]", "")),
)
BEFORE = (
    "",
    '<div style="overflow-x:auto">\n',
    '{| class="x"\n! Year !! Event !! Country !! Place\n|-\n| 2010 || Founding || [[Germany]] || Berlin\n|}\n\n',
    "<!-- please keep the table sorted -->\n",
    '{| class="infobox"\n! colspan=2 | ICOR\n|-\n! Founded\n| 2010\n|-\n! Members\n| 50\n|}\n\n',
    "{{Infobox organization|name=ICOR|members=50|founded={{start date|2010|10|6}}}}\n",
    "{|\n|\n",
    '{| class="mw-collapsible mw-collapsed"\n! The members\n|-\n|\n',
)
AFTER = {"<div": "\n</div>", "{|\n|\n": "\n|}", '{| class="mw-c': "\n|}"}
FORMER = """

== Former members ==
{| class="wikitable"
! Continent !! Country !! Party name !! English translation !! Member since !! Left
|-
| Europe || [[France]] || Organisation Communiste, OC || Communist Organisation || 2010 || 2014
|-
| Asia || [[Philippines]] || Partido ng Manggagawa, PM || Workers' Party || 2011 || 2016
|}
"""


def seeded(seed: int) -> Random:
    """Chance that can be repeated."""
    return Random(seed)  # noqa: S311  nothing here is secret


def write_benign(rows: Sequence[Row], random: Random) -> str:
    """The same members in another form."""
    form = random_form(random)
    if form.header_style != "two" and form.continents in ("span", "repeat", "band", "headband"):
        rows, form = random.choice((with_abbreviation_column, as_they_are, as_they_are))(rows, form)
    return write_article(decorate(rows, random), form)


def as_they_are(rows: Sequence[Row], form: Form) -> tuple[Sequence[Row], Form]:
    return rows, form


def with_abbreviation_column(rows: Sequence[Row], form: Form) -> tuple[Sequence[Row], Form]:
    """The abbreviations in a column of their own, those that are no abbreviations aside."""
    split = [(row.party, "") if (last := abbreviation_start(row.party)) < 0 else
             (row.party[:last], row.party[last + 2 :]) for row in rows]  # fmt: skip
    extra = Extra(header="Abbreviation", before="since", values=tuple(abbreviation for _, abbreviation in split))
    names = [replace(row, party=name) for row, (name, _) in zip(rows, split, strict=True)]
    return names, replace(form, extras=(*form.extras, extra))


def abbreviation_start(source: str) -> int:
    """Where ", ABC" begins that ends the cell; -1 where no such abbreviation ends it, or markup is around it."""
    last = source.rfind(", ")
    is_plain = re.fullmatch(r"[\w ()/-]*[A-ZİÜ]{2}[\w ()/-]*", source[last + 2 :]) if last > 0 else None
    return last if is_plain and not re.search(r"\{\{|<(?!!)|''(?!.*'',)", source[:last]) else -1


def random_form(random: Random) -> Form:
    """Any of the forms that a writer of tables may choose."""
    order = list(COLUMNS)
    random.shuffle(order)
    before = random.choice(BEFORE)
    former = FORMER if random.random() < 0.3 else ""
    continents = random.choice(("span", "span", "repeat", "band", "headband", "sections", "captions", "titles"))
    style = random.choice(("!!", "!!", "lines", "cells", "band", "two"))
    extras = tuple(random.sample(EXTRAS, random.choice((0, 0, 1, 2))))
    if len({extra.header for extra in extras}) < len(extras):
        extras = extras[:1]
    if style == "two":
        order = [name for name in order if name != "english"]
        order.insert(order.index("party") + 1, "english")
        extras = tuple(extra for extra in extras if extra.before != "english")
    if continents == "titles":
        style = "band"
    countries = random.choice(("span", "repeat"))
    can_foot = continents in ("span", "repeat") and countries in ("span", "repeat")
    can_repeat = continents in ("repeat", "band", "headband") and countries == "repeat" and style != "two"
    return Form(
        order=tuple(order),
        headers={name: random.choice(SYNONYMS[name]) for name in HEADERS},
        extras=extras,
        continents=continents,
        countries=countries,
        inline=random.random() < 0.5,
        row_header=random.choice(("", "", "country", "party", "continent")),
        header_style=style,
        header_first=random.random() < 0.5,
        cell_attributes=random.choice(
            ("", "", 'align="left"', 'style="color:red" bgcolor=pink', 'data-sort-value="a b"')
        ),
        row_attributes=random.choice(("", 'style="vertical-align:top"', 'class="x"', "----")),
        table_attributes=random.choice(('class="wikitable"', "", 'border=1 cellpadding="2"', 'style="width:100%"')),
        caption=random.choice(("", "", "Members of ICOR", "''Current'' members")),
        repeat_header_at=random.choice((0, 0, 7)) if can_repeat else 0,
        footer=random.choice(("", "", "Total: 50", "Source: ICOR website", "Notes: as of 2017")) if can_foot else "",
        empty_row_at=random.choice((0, 0, 9)) if can_repeat else 0,
        heading=random.choice(("Member organizations", "Members", "Current members", "Mitglieder")),
        before=before,
        after=next((end for start, end in AFTER.items() if before.startswith(start)), "") + former,
        blank_lines=random.random() < 0.2,
        newline=random.choice(("\n", "\n", "\n", "\r\n")),
        is_html=random.random() < 0.1 and continents != "titles",
    )


def decorate(rows: Sequence[Row], random: Random) -> list[Row]:
    """The same rows with other markup; cells that may be one cell over several rows get the same."""
    continent = random.choice(("{}", "'''{}'''", "[[{0}]]", "<b>{}</b>", "<!-- x -->{}", "''{}''", "{{{{nowrap|{}}}}}"))
    countries = {row.country: _country(row.country, random) for row in rows}
    return [
        replace(
            row,
            continent=continent.format(row.continent),
            country=countries[row.country],
            party=_party(row.party, random),
            english=_english(row.english, random),
            since=_since(row.since, random),
        )
        for row in rows
    ]


def _country(source: str, random: Random) -> str:
    if not source.startswith("[["):
        return source
    name = source.strip("[]")
    forms = (
        *("{0}", "[[{0}]]", "[[{0}|{0}]]", "'''[[{0}]]'''", "{{{{nowrap|[[{0}]]}}}}"),
        *("{{{{flag|{0}}}}}", "{{{{flagu|{0}}}}}", "{{{{flagicon|{0}}}}} [[{0}]]", "{{{{flag|XYZ|name={0}}}}}"),
        *("[[File:Flag of {0}.svg|22px]] [[{0}]]", "\U0001f1e7\U0001f1ea [[{0}]]", "[[{0}|XYZ]]"),
    )
    return random.choice(forms).format(name)


def _party(source: str, random: Random) -> str:
    last, start = source.rfind(", "), abbreviation_start(source)
    forms: tuple[Callable[[], str], ...] = (
        lambda: source,
        lambda: f"''{source}''" if "''" not in source else source,
        lambda: f"{source[:last]},<br />{source[last + 2 :]}" if last > 0 else source,
        lambda: f"{source[:last]}, <small>{source[last + 2 :]}</small>" if last > 0 else source,
        lambda: f"{source[:start]} ({source[start + 2 :]})" if start > 0 else source,
        lambda: f"{{{{lang|es|{source}}}}}" if "|" not in source else source,
        lambda: f'<span lang="es">{source}</span>',
        lambda: f"{source}<!-- checked -->",
        lambda: source.replace("(", "&#40;"),
        lambda: source.replace(" ", "&nbsp;", 1) if "[" not in source and "<!" not in source else source,
        lambda: f"{{{{nowrap|{source}}}}}",
    )
    return random.choice(forms)()


def _english(source: str, random: Random) -> str:
    if not source:
        return random.choice(("", "", "", "–", "&mdash;", "-", "<!-- none -->"))
    return random.choice(("{}", "''{}''", "{{{{small|{}}}}}", "<small>{}</small>", '<span title="x">{}</span>')).format(
        source
    )


def _since(source: str, random: Random) -> str:
    return random.choice(("{}", "{{{{nowrap|{}}}}}", "'''{}'''", "<span>{}</span>", " {} ")).format(source)
