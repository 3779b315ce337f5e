"""Harmful edits of the article, by a seed: none of them must get through."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tests.members.forms import abbreviation_start, decorate, random_form
from tests.members.truth import Row
from tests.members.writer import COLUMNS, Extra, Form, write_article

Harm = Callable[[list[Row], Form, Random], str]
"""From rows, and the form in which they are written, to the text that is left."""


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
    places = [i for i, row in enumerate(rows) if abbreviation_start(row.party) > 0 and row.english.isascii()]
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
