"""Edit the article as people do, by a seed: benign edits keep the members, harmful ones must not get through."""

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
    split = [(row.party, "") if (last := _abbreviation_start(row.party)) < 0 else
             (row.party[:last], row.party[last + 2 :]) for row in rows]  # fmt: skip
    extra = Extra(header="Abbreviation", before="since", values=tuple(abbreviation for _, abbreviation in split))
    names = [replace(row, party=name) for row, (name, _) in zip(rows, split, strict=True)]
    return names, replace(form, extras=(*form.extras, extra))


def _abbreviation_start(source: str) -> int:
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
    last, start = source.rfind(", "), _abbreviation_start(source)
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


# Harmful edits: rows in, text out.

Harm = Callable[[list[Row], Form, Random], str]


def blank_section(rows: list[Row], form: Form, random: Random) -> str:
    text = write_article(rows, form)
    start = text.index(f"== {form.heading}")
    return text[:start] + (f"== {form.heading} ==\n" if random.random() < 0.5 else "") + "\n== External links ==\n"


def replace_page(rows: list[Row], form: Form, random: Random) -> str:
    return random.choice(("", "hi", "#REDIRECT [[MLPD]]", "'''ICOR''' is bad " * 200, "{{delete}}"))


def cut_rows(rows: list[Row], form: Form, random: Random) -> str:
    start = random.randrange(0, 44)
    return write_article(rows[:start] + rows[start + random.randrange(6, 50) :] or rows[:1], form)


def cut_text(rows: list[Row], form: Form, random: Random) -> str:
    """As a browser that lost half of the text box."""
    text = write_article(rows, form)
    start = text.index("{| class") if "{| class" in text else text.index("== Kob")
    return text[: random.randrange(start, start + (len(text) - start) * 3 // 4)]


def inject_rows(rows: list[Row], form: Form, random: Random) -> str:
    fakes = [
        Row(
            continent=rows[0].continent,
            country=random.choice(rows).country,
            party=f"Party of {random.randrange(10**6)}, P{random.choice('ABC')}X",
            english="",
            since="2015",
        )
        for _ in range(random.randrange(6, 40))
    ]
    return write_article(fakes + rows, form)


def inject_rubbish(rows: list[Row], form: Form, random: Random) -> str:
    place = random.randrange(len(rows))
    rubbish = replace(rows[place], country=random.choice(("lol", "", "2010", "Communist Party")))
    return write_article([*rows[:place], rubbish, *rows[place:]], replace(form, countries="repeat"))


def double_rows(rows: list[Row], form: Form, random: Random) -> str:
    start = random.randrange(len(rows))
    doubled = rows[start : start + random.choice((1, 3, 50))]
    return write_article(sorted([*rows, *doubled], key=lambda row: row.continent), form)


def swap_headers(rows: list[Row], form: Form, random: Random) -> str:
    one, other = random.sample([name for name in COLUMNS if name != "continent"], 2)
    headers = form.headers | {one: form.headers[other], other: form.headers[one]}
    return write_article(rows, replace(form, headers=headers, header_style="!!"))


def swap_cells(rows: list[Row], form: Form, random: Random) -> str:
    """The cells of two columns exchanged under their headers, in many rows."""
    one, other = random.sample([name for name in COLUMNS if name != "continent"], 2)
    start = random.choice((0, 10, 20))
    swapped = [replace(row, **{one: getattr(row, other), other: getattr(row, one)}) for row in rows[start : start + 20]]
    return write_article([*rows[:start], *swapped, *rows[start + 20 :]], form)


def shift_column(rows: list[Row], form: Form, random: Random) -> str:
    """One column moved up or down by some rows."""
    name = random.choice(("country", "party", "english", "since"))
    by = random.choice((1, -1, 5, 25))
    values = [getattr(row, name) for row in rows]
    return write_article(
        [replace(row, **{name: values[(index + by) % len(rows)]}) for index, row in enumerate(rows)], form
    )


def shift_cells(rows: list[Row], form: Form, random: Random) -> str:
    """One cell lost or one too many in some rows, so that the rest stands under other headers."""
    lines = write_article(rows, replace(form, inline=False, is_html=False, row_header="", newline="\n")).split("\n")
    cells = [
        i for i, line in enumerate(lines) if re.match(r"\|(?![-+}])", line) and i > lines.index(f"== {form.heading} ==")
    ]
    for place in sorted(random.sample(cells, random.choice((1, 1, 5, 30))), reverse=True):
        if random.random() < 0.5:
            del lines[place]
        else:
            lines.insert(place, random.choice(("| ", "| x", "| 2012", "| Europe")))
    return "\n".join(lines)


def empty_column(rows: list[Row], form: Form, random: Random) -> str:
    name = random.choice(COLUMNS)
    blank = random.choice(("", "–", "<!-- -->"))
    return write_article(
        [replace(row, **{name: blank}) for row in rows], replace(form, continents="repeat", countries="repeat")
    )


def drop_column(rows: list[Row], form: Form, random: Random) -> str:
    name = random.choice(("country", "party", "english", "since"))
    order = tuple(column for column in form.order if column != name)
    return write_article(rows, replace(form, order=order, header_style="!!", extras=()))


def scramble_years(rows: list[Row], form: Form, random: Random) -> str:
    years = [row.since for row in rows]
    random.shuffle(years)
    return write_article([replace(row, since=year) for row, year in zip(rows, years, strict=True)], form)


def change_years(rows: list[Row], form: Form, random: Random) -> str:
    """Years that cannot be, or many that were not."""
    years = random.choice((("1848",), ("201",), ("20100",), ("2011", "2012", "2013"), ("2099",), ("2010–2015",)))
    return write_article([replace(row, since=random.choice(years)) for row in rows], form)


def shuffle_column(rows: list[Row], form: Form, random: Random) -> str:
    name = random.choice(("country", "party", "english"))
    values = [getattr(row, name) for row in rows]
    random.shuffle(values)
    return write_article([replace(row, **{name: value}) for row, value in zip(rows, values, strict=True)], form)


def rename_header(rows: list[Row], form: Form, random: Random) -> str:
    name = random.choice(("english", "since"))
    headers = form.headers | {name: random.choice(("Stuff", "", "Founded", "Website", "asdf", "Left"))}
    return write_article(rows, replace(form, headers=headers, header_style="!!", extras=()))


def drop_header(rows: list[Row], form: Form, random: Random) -> str:
    text = write_article(rows, replace(form, header_style="!!", is_html=False, repeat_header_at=0))
    return "\n".join(line for line in text.split("\n") if "!!" not in line or "Event" in line or "Left" in line)


def break_rowspan(rows: list[Row], form: Form, random: Random) -> str:
    text = write_article(rows, replace(form, continents="span", countries="span", is_html=False))
    spans = list(re.finditer(r'rowspan="(\d+)"', text))
    span = random.choice([s for s in spans if s[1] != "2" or random.random() < 0.5] or spans)
    changed = max(1, int(span[1]) + random.choice((-1, 1, 2)))
    return text[: span.start()] + f'rowspan="{changed}"' + text[span.end() :]


def mix_former(rows: list[Row], form: Form, random: Random) -> str:
    """Former members among those of today, told only by a column or a sub-heading."""
    ends = Extra(header=random.choice(("Left", "Until", "Withdrew")), before="", values=("", "", "2015", ""))
    return write_article(rows, replace(form, extras=(ends,)))


def call_former(rows: list[Row], form: Form, random: Random) -> str:
    return write_article(
        rows, replace(form, heading=random.choice(("Former members", "Observers")), caption="", header_style="!!")
    )


def rename_all(rows: list[Row], form: Form, random: Random) -> str:
    return write_article([replace(row, party=f"X{row.party}") for row in rows], form)


def leave_open(rows: list[Row], form: Form, random: Random) -> str:
    """A construct opened within the table and never closed."""
    text = write_article(rows, form)
    places = [
        match.start() for match in re.finditer(r"(?<!/)201\d", text) if match.start() > text.index(f"== {form.heading}")
    ]
    place = random.choice(places)
    return (
        text[:place]
        + random.choice(("<!--", "<nowiki>", "<ref>", "{|", "|}", "{{", "[[", "''", "</table>"))
        + text[place:]
    )


def move_to_another_continent(rows: list[Row], form: Form, random: Random) -> str:
    """A few countries under a continent that does not hold them."""
    continents = [row.continent for row in rows]
    for _ in range(random.choice((1, 1, 3))):
        place = random.randrange(len(rows))
        if not any(name in rows[place].country for name in ("Congo", "Turkey", "Russia", "Egypt")):
            strangers = (c for c in sorted(set(continents)) if not _are_one(c, continents[place]))
            rows[place] = replace(rows[place], continent=random.choice(tuple(strangers)))
    if [row.continent for row in rows] == continents:
        rows[1] = replace(rows[-1], continent=continents[0])
    return write_article(rows, replace(form, continents=random.choice(("span", "repeat"))))


def _are_one(one: str, other: str) -> bool:
    return one == other or ("America" in one and "America" in other)


def lose_band(rows: list[Row], form: Form, random: Random) -> str:
    """The sub-heading of one continent gone, so that its rows stand under the one above."""
    text = write_article(rows, replace(form, continents="band", is_html=False, footer="", newline="\n"))
    bands = list(re.finditer(r"\|-.*\n\| colspan=.*\n", text))
    band = random.choice([b for b in bands if not b[0].endswith("North America\n")])
    return text[: band.start()] + text[band.end() :]


def join_rows(rows: list[Row], form: Form, random: Random) -> str:
    """Two parties of one country in one row, a line each."""
    places = [i for i in range(len(rows) - 1) if _bare(rows[i].country) == _bare(rows[i + 1].country)]
    place = random.choice(places)
    one, other = rows[place : place + 2]
    joined = replace(one, party=f"{one.party}<br />{other.party}", since=f"{one.since}<br />{other.since}")
    return write_article([*rows[:place], joined, *rows[place + 2 :]], form)


def _bare(source: str) -> str:
    return re.sub(r"\W", "", source.rpartition("|")[2])


def strike_rows(rows: list[Row], form: Form, random: Random) -> str:
    """Parties that have left, struck out."""
    struck = random.choice(("<s>{}</s>", "<del>{}</del>", "{{{{strikethrough|{}}}}}", "<strike>{}</strike>"))
    for place in random.sample(range(len(rows)), random.choice((1, 3))):
        rows[place] = replace(rows[place], party=struck.format(rows[place].party))
    return write_article(rows, form)


def swap_a_few_names(rows: list[Row], form: Form, random: Random) -> str:
    """Name and translation exchanged in so few rows that churn would not tell."""
    places = [i for i, row in enumerate(rows) if _abbreviation_start(row.party) > 0 and row.english.isascii()]
    places = [i for i in places if re.search("[a-z]{3}", rows[i].english) and "<!--" not in rows[i].english]
    for place in random.sample(places, min(len(places), random.choice((1, 2, 3)))):
        rows[place] = replace(rows[place], party=rows[place].english, english=rows[place].party)
    return write_article(rows, form)


def repeat_translation(rows: list[Row], form: Form, random: Random) -> str:
    """Remarks where the translations were."""
    words = random.choice((("Founding member", "Joined later"), ("[[Maoism]]", "[[Hoxhaism]]"), ("Communist Party",)))
    return write_article([replace(row, english=random.choice(words)) for row in rows], form)


def leave_open_in_a_name(rows: list[Row], form: Form, random: Random) -> str:
    """A construct opened or closed in a party's name, and not the other way round."""
    place = random.randrange(len(rows))
    mark = random.choice(("[[", "]]", "{{", "}}", "<ref>", "<nowiki>", "</small>", "rowspan=2 | ", "<ref name=x>"))
    rows[place] = replace(rows[place], party=mark + rows[place].party)
    return write_article(rows, form)


HARMS: tuple[Harm, ...] = (
    blank_section,
    replace_page,
    cut_rows,
    cut_text,
    inject_rows,
    inject_rubbish,
    double_rows,
    swap_headers,
    swap_cells,
    shift_column,
    shift_cells,
    empty_column,
    drop_column,
    scramble_years,
    change_years,
    shuffle_column,
    rename_header,
    drop_header,
    break_rowspan,
    mix_former,
    call_former,
    rename_all,
    leave_open,
    move_to_another_continent,
    lose_band,
    join_rows,
    strike_rows,
    swap_a_few_names,
    repeat_translation,
    leave_open_in_a_name,
)


def write_harmful(rows: Sequence[Row], random: Random) -> tuple[str, str]:
    """The name of a harm, and the article that it leaves, in any form."""
    form = random_form(random)
    harm = random.choice(HARMS)
    return harm.__name__, harm(decorate(rows, random), form, random)


NEWCOMERS = (
    Row(continent="Africa", country="[[Kenya]]", party="Communist Party of Kenya, CPK", english="", since="2017"),
    Row(continent="Asia", country="[[Japan]]", party="Nihon Rōdōtō, NRT", english="Workers' Party", since="2016"),
    Row(continent="Europe", country="{{flag|France}}", party="Unité, UC", english="Unity", since="2017"),
    Row(continent="Europe", country="[[Portugal]]", party="Linha Vermelha", english="Red Line", since="2015"),
    Row(continent="Latin America", country="[[Cuba]]", party="Nuevo, PN", english="New Party", since="2014/2017"),
)


def write_edited(rows: Sequence[Row], random: Random) -> tuple[str, list[str]]:
    """The article after a few honest edits, in any form, and the party names that it then lists."""
    edited = list(rows)
    for _ in range(random.randrange(4)):
        edited.remove(random.choice(edited))
    for place in random.sample(range(len(edited)), random.randrange(4)):
        edited[place] = replace(edited[place], since=random.choice(("2011", "2014", "2016/2017")))
    for place in random.sample(range(len(edited)), random.randrange(4)):
        edited[place] = replace(edited[place], english="A Better Translation")
    edited += random.sample(NEWCOMERS, random.randrange(5))
    order = list(dict.fromkeys(row.continent for row in rows))
    random.shuffle(order)
    edited.sort(key=lambda row: order.index(row.continent))
    names = [plain_name(row.party) for row in edited]
    return write_article(edited, random_form(random)), names


def plain_name(source: str) -> str:
    """What a reader sees of the party cells of rows.json."""
    shown = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", re.sub(r"<!--.*?-->", "", source))
    return shown.replace("''", "").replace("&nbsp;", " ")
