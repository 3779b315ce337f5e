"""read_members on tables built by hand: which table it is, and what each cell becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icor_scraper.errors import LayoutError, RecordError
from icor_scraper.members import MEMBERS, Member, read_members
from icor_scraper.models import WarningCode
from tests.records.tables import At, HandMade, call, link, linked, make_article, make_table, note, unrendered

HEADER = ["Continent", "Country", "Party name", "English translation", "Member since"]
TOGO = ["Africa", "Togo", "Parti Communiste du Togo, PCT", "Communist Party of Togo", "2016"]
SPAIN = ["Europe", "Spain", "Partido (Reconstrucción), PML (RC)", "", "2013/2015"]


def one(*row: str | At) -> Member:
    (member,) = read_members(make_article(make_table(HEADER, row)))
    return member


def test_a_row_gives_each_field() -> None:
    party = At(
        "Partij Rada, PR", content=HandMade(links=(link("Party of Labour (Serbia)", "Partij Rada"),), notes=(note(3),))
    )
    since = At("2010", content=HandMade(notes=(note(12), note(1, group="lower-alpha"), note(3))))
    assert one(At("Europe", content=HandMade(notes=(note(9),))), "Serbia", party, "–", since) == Member(
        id="partij-rada",
        position=1,
        continent="Europe",
        country="Serbia",
        country_code="RS",
        party_name="Partij Rada, PR",
        name="Partij Rada",
        abbreviation="PR",
        english_translation=None,
        member_since_text="2010",
        member_since=(2010,),
        article="Party of Labour (Serbia)",
        references=(3, 12),
    )


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2013/2015", (2013, 2015)),
        ("2013, 2015", (2013, 2015)),
        ("6 October 2010", (2010,)),
        ("October 6, 2010", (2010,)),
        ("Oct 2010", (2010,)),
        ("2010-10-06", (2010,)),
        ("2010–", (2010,)),
        ("2010 - present", (2010,)),
        ("2013/2015–present", (2013, 2015)),
        ("since 2010", (2010,)),
        ("Since 6 October 2010", (2010,)),
        ("(2010)", (2010,)),
        ("(since 2010)", (2010,)),
        ("2010 to present", (2010,)),
        ("2010 onwards", (2010,)),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    member = one(*SPAIN[:4], text)
    assert (member.member_since_text, member.member_since) == (text, years)


@pytest.mark.parametrize(
    "text",
    [
        *("2009", "2010–2015", "2010-15", "soon", "Togo", "2010 (left 2015)", "20100", "(2010–2015)", "until 2015"),
        *("–2015", "since", "2010 2010", "2015/2013", "2010–present (suspended)", "2010†", "2010 to"),
    ],
)
def test_what_is_no_year_of_membership_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match=r'column "Member since"'):
        one(*SPAIN[:4], text)


@pytest.mark.parametrize("text", ["2010[1]", "2010 [a]"])
def test_a_note_mark_that_somebody_typed_is_no_part_of_the_years(text: str) -> None:
    member = one(*SPAIN[:4], text)
    assert (member.member_since_text, member.member_since) == ("2010", (2010,))


def test_a_flag_of_letters_is_no_part_of_the_country() -> None:
    assert (
        one(
            "Africa", "\N{REGIONAL INDICATOR SYMBOL LETTER T}\N{REGIONAL INDICATOR SYMBOL LETTER G} Togo", *TOGO[2:]
        ).country
        == "Togo"
    )


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Republic of the Congo", "CG"),
        ("Democratic Republic of the Congo", "CD"),
        ("Congo (river)", None),
    ],
)
def test_an_ambiguous_country_is_what_its_link_says(title: str, code: str | None) -> None:
    assert one("Africa", linked("Congo", title), *TOGO[2:]).country_code == code


def test_an_ambiguous_country_is_told() -> None:
    _, warnings = MEMBERS.read(make_article(make_table(HEADER, ["Africa", At("Congo", span=(5, 10)), *TOGO[2:]])))
    assert [(w.code, w.subject, w.span) for w in warnings] == [(WarningCode.AMBIGUOUS_VALUE, "Congo", (5, 10))]


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        (linked("USA", "United States"), "United States"),
        (linked("RSA", "South Africa"), "South Africa"),
        (linked("GEO", "Georgia (country)"), "Georgia"),
        (linked("UK", "UK"), "UK"),
        ("EGY", "Egypt"),
        ("USA", "USA"),
        (linked("Czech Republic", "Czechia"), "Czech Republic"),
    ],
)
def test_a_code_is_the_name_of_the_country_that_it_links_to(cell: str | At, country: str) -> None:
    """{{flag|RSA}} shows "RSA", which links to South Africa (Wikipedia:WikiProject Flag Template)."""
    table = make_table([*HEADER[1:]], [cell, *TOGO[2:]], section=1)
    assert read_members(make_article(table, headings=[(2, "Pacific")]))[0].country == country


@pytest.mark.parametrize("cell", [linked("RSA", "Rugby"), "RSA", "DE"])
def test_a_code_of_no_country_is_refused(cell: str | At) -> None:
    with pytest.raises(RecordError, match="expected a country"):
        one("Africa", cell, *TOGO[2:])


@pytest.mark.parametrize(
    ("party", "abbreviation", "party_name"),
    [
        ("Parti Communiste du Togo", "PCT", "Parti Communiste du Togo, PCT"),
        ("Parti Communiste du Togo, PCT", "PCT", "Parti Communiste du Togo, PCT"),
        ("Parti Communiste du Togo (PCT)", "", "Parti Communiste du Togo, PCT"),
        ("Parti (Communiste) (PC (ML))", "", "Parti (Communiste), PC (ML)"),
        ("Parti, Togo (PT)", "", "Parti, Togo, PT"),
        ("Hezb-e Ranjbaran", "Ranjbaran", "Hezb-e Ranjbaran, Ranjbaran"),
        ("Hezb-e Ranjbaran, Ranjbaran", "Ranjbaran", "Hezb-e Ranjbaran, Ranjbaran"),
        ("Parti Communiste", "–", "Parti Communiste"),
        ("Parti Communiste", "12", "Parti Communiste"),
    ],
)
def test_the_abbreviation_stands_behind_the_name_wherever_it_was(
    party: str, abbreviation: str, party_name: str
) -> None:
    table = make_table([*HEADER, "Acronym"], [*TOGO[:2], party, *TOGO[3:], abbreviation])
    (member,) = read_members(make_article(table))
    name, comma, tail = party_name.rpartition(", ")
    told = (name, tail) if comma and tail != "Ranjbaran" else (party_name, None)
    assert (member.party_name, member.name, member.abbreviation) == (party_name, *told)


def test_two_parties_in_one_cell_are_refused() -> None:
    with pytest.raises(RecordError, match="expected one party's name, with one abbreviation"):
        one("Africa", "Togo", "Parti Communiste, PC Parti du Togo, PT", "", "2016")


@pytest.mark.parametrize("source", ["<s>Parti, PCT</s>", "<DEL>x</DEL> Parti", "{{strike|Parti, PCT}}", "<strike >x"])
def test_what_is_struck_out_is_refused(source: str) -> None:
    with pytest.raises(RecordError, match="expected a party's name that is not struck out"):
        one("Africa", "Togo", At("Parti, PCT", content=HandMade(words=source)), "", "2016")


def test_so_much_source_is_no_name() -> None:
    most = "Parti, PCT".ljust(10_000)
    assert one("Africa", "Togo", At("Parti, PCT", content=HandMade(words=most)), "", "2016").abbreviation == "PCT"
    with pytest.raises(RecordError, match="expected a party's name of at most 10000 characters of source"):
        one("Africa", "Togo", At("Parti, PCT", content=HandMade(words=f"{most} ")), "", "2016")


def test_a_page_not_yet_written_is_the_article_too() -> None:
    party = At("Parti, PCT", content=HandMade(calls=(call("ill", "Communist Party of Togo", "fr"),)))
    assert one("Africa", "Togo", party, "", "2016").article == "Communist Party of Togo"


def test_a_link_to_no_article_is_passed_over() -> None:
    links = (link("File:Logo.png", ""), link("Wikipedia:Citation needed", "citation needed"), link("Red: Dawn"))
    assert one("Africa", "Togo", At("Parti, PCT", content=HandMade(links=links)), "", "2016").article == "Red: Dawn"


def test_same_names_get_their_country_wherever_they_stand() -> None:
    rows = [["Asia", "Nepal", "Red Dawn, RD", "", "2010"], ["Asia", "India", "Red Dawn, RD", "", "2011"], TOGO]
    ids = {m.country: m.id for m in read_members(make_article(make_table(HEADER, *rows)))}
    assert ids == {"Nepal": "red-dawn-nepal", "India": "red-dawn-india", "Togo": "parti-communiste-du-togo"}
    moved = {m.country: m.id for m in read_members(make_article(make_table(HEADER, *reversed(rows))))}
    assert moved == ids


def test_a_party_that_stands_twice_is_refused() -> None:
    with pytest.raises(
        RecordError, match="expected each party once, found 'Parti Communiste du Togo, PCT' as members 1 and 3"
    ):
        read_members(make_article(make_table(HEADER, TOGO, SPAIN, TOGO)))


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (0, "Togo"),
        (0, ""),
        (1, "Communist Party of Togo"),
        (1, "Ruritania"),
        (2, "Togo"),
        (2, "2016"),
        (2, "Africa"),
        (3, "2016"),
        (3, "Togo"),
    ],
)
def test_a_value_of_another_kind_is_refused(column: int, text: str) -> None:
    row = [*TOGO[:column], text, *TOGO[column + 1 :]]
    with pytest.raises(RecordError) as caught:
        one(*row)
    assert (caught.value.row, caught.value.column) == (1, HEADER[column])


@pytest.mark.parametrize("column", [2, 3])
def test_a_name_over_two_rows_is_refused(column: int) -> None:
    tall: list[str | At] = [*TOGO]
    tall[column] = At(TOGO[column], rowspan=2)
    second = [text for index, text in enumerate(SPAIN) if index != column]
    with pytest.raises(RecordError, match="in a row of its own"):
        read_members(make_article(make_table(HEADER, tall, second)))


def test_a_template_whose_words_cannot_be_told_is_refused() -> None:
    with pytest.raises(RecordError, match="expected words that can be told, found template 'PCT'"):
        one("Africa", "Togo", At("Party, PCT", content=unrendered("PCT")), "", "2016")


@pytest.mark.parametrize("header", ["Formation politique", "Xyz"])
def test_parties_countries_and_continents_are_known_by_what_they_hold(header: str) -> None:
    table = make_table(["Where", "Place", header, "Translation", "Joined"], TOGO, SPAIN)
    assert [m.country for m in read_members(make_article(table))] == ["Togo", "Spain"]


@pytest.mark.parametrize("header", ["Name in English", "Meaning in English", "Translated name of party"])
def test_translations_are_known_by_a_word(header: str) -> None:
    table = make_table([*HEADER[:3], header, "Year of joining ICOR"], TOGO)
    assert read_members(make_article(table))[0].english_translation == "Communist Party of Togo"


def test_a_missing_column_is_told_with_what_was_found() -> None:
    with pytest.raises(LayoutError) as caught:
        read_members(make_article(make_table([*HEADER[:3], "Website", "Founded"], TOGO)))
    assert caught.value.found == 'table 0: a column "English translation", a column "Member since" not found'


def test_no_table_is_told() -> None:
    with pytest.raises(LayoutError, match=r"expected a table of members .* found no table at all"):
        read_members(make_article())


# Which table


def test_a_table_of_each_continent_under_its_heading() -> None:
    tables = (make_table(HEADER[1:], TOGO[1:], section=2), make_table(HEADER[1:], SPAIN[1:], section=3, index=1))
    headings = [(2, "Members"), (3, "Africa (1)"), (3, "Europe"), (2, "Links")]
    members = read_members(make_article(*tables, headings=headings))
    assert [(m.position, m.continent, m.country) for m in members] == [(1, "Africa", "Togo"), (2, "Europe", "Spain")]


def test_tables_under_their_headings_may_repeat_the_continent() -> None:
    tables = (make_table(HEADER, TOGO, section=1), make_table(HEADER, SPAIN, section=2, index=1))
    members = read_members(make_article(*tables, headings=[(2, "Africa"), (2, "Europe")]))
    assert [m.continent for m in members] == ["Africa", "Europe"]


def test_a_continent_without_its_table_is_refused() -> None:
    tables = (make_table(HEADER[1:], TOGO[1:], section=2), make_table(["List"], ["Spain"], section=3, index=1))
    headings = [(2, "Members"), (3, "Africa"), (3, "Europe")]
    with pytest.raises(LayoutError, match="a table of members in section 'Europe', found 1 tables of other columns"):
        read_members(make_article(*tables, headings=headings))


@pytest.mark.parametrize(
    ("heading", "caption"), [("Members", None), ("Africa and Europe", None), ("Members", "All"), ("Africa", "Europe")]
)
def test_a_table_without_continent_is_refused(heading: str, caption: str | None) -> None:
    table = make_table(HEADER[1:], TOGO[1:], section=1, caption=caption)
    with pytest.raises(LayoutError, match="expected a continent, or a heading or caption that names its continent"):
        read_members(make_article(table, headings=[(2, heading)]))


def test_two_tables_of_one_continent_are_refused() -> None:
    tables = (make_table(HEADER[1:], TOGO[1:], section=1), make_table(HEADER[1:], SPAIN[1:], section=1, index=1))
    with pytest.raises(LayoutError, match=r"expected one table for Africa, found table 0 .* table 1"):
        read_members(make_article(*tables, headings=[(2, "Africa")]))


def test_tables_with_a_continent_each_as_title() -> None:
    tables = [
        make_table([At(row[0], colspan=4)], [At(h, header=True) for h in HEADER[1:]], row[1:], index=index)
        for index, row in enumerate((TOGO, SPAIN))
    ]
    assert [m.continent for m in read_members(make_article(*tables))] == ["Africa", "Europe"]
    same = [tables[0], replace(tables[0], index=1)]
    with pytest.raises(LayoutError, match="expected one table of members"):
        read_members(make_article(*same))


def test_two_tables_that_could_be_meant_are_refused() -> None:
    tables = (make_table(HEADER, TOGO), make_table(HEADER, SPAIN, index=1))
    with pytest.raises(LayoutError, match=r"expected one table of members, or .* found table 0 in section '', table 1"):
        read_members(make_article(*tables))


@pytest.mark.parametrize(
    ("heading", "caption"),
    [
        ("Former members", None),
        ("Members", "Former members"),
        ("Ehemalige Mitglieder", None),
        ("Observers", None),
        ("Parties that have left ICOR", None),
        ("Non-members", None),
        ("No longer members", None),
        ("Ex membri", None),
        ("Current and former members", None),
        ("Current members", "Expelled in 2015"),
    ],
)
def test_tables_of_others_are_not_counted(heading: str, caption: str | None) -> None:
    others = make_table(HEADER, SPAIN, section=2, index=1, caption=caption)
    headings = [(2, "Member organizations"), (2, heading)]
    both = make_article(make_table(HEADER, TOGO, section=1), others, headings=headings)
    assert [m.country for m in read_members(both)] == ["Togo"]
    with pytest.raises(LayoutError, match="found table 1: not of members of today"):
        read_members(make_article(others, headings=headings))


@pytest.mark.parametrize("heading", ["Left-wing parties", "Members as of 2017", "Members", "Members left and right"])
def test_words_of_other_meanings_are_no_matter(heading: str) -> None:
    article = make_article(make_table(HEADER, TOGO, section=1), headings=[(2, heading)])
    assert len(read_members(article)) == 1


def test_the_nearest_words_tell_whose_table_it_is() -> None:
    headings = [(2, "Current and former members")]
    now = make_table(HEADER, TOGO, section=1, caption="Current members")
    past = make_table(HEADER, SPAIN, section=1, caption="Former members", index=1)
    assert [m.country for m in read_members(make_article(now, past, headings=headings))] == ["Togo"]


@pytest.mark.parametrize("text", ["", "–", "present"])
def test_a_column_that_tells_of_no_end_is_no_matter(text: str) -> None:
    assert len(read_members(make_article(make_table([*HEADER, "Left"], [*TOGO, text])))) == 1


def test_ends_of_some_memberships_are_refused_and_of_all_make_another_table() -> None:
    header = [*HEADER, "Left"]
    with pytest.raises(LayoutError, match="found an end of membership '2015' in row 2 of table 0"):
        read_members(make_article(make_table(header, [*TOGO, ""], [*SPAIN, "2015"])))
    past = make_table(header, [*SPAIN, "2015"], index=1)
    assert [m.country for m in read_members(make_article(make_table(HEADER, TOGO), past))] == ["Togo"]


def test_a_status_of_none_of_today_is_refused() -> None:
    table = make_table([*HEADER, "Status"], [*TOGO, "Member"], [*SPAIN, "Observer"])
    with pytest.raises(LayoutError, match="found an end of membership 'Observer'"):
        read_members(make_article(table))


def test_a_caption_names_the_continent() -> None:
    table = make_table(HEADER[1:], TOGO[1:], section=1, caption="Africa")
    assert read_members(make_article(table, headings=[(2, "Members")]))[0].continent == "Africa"


def test_rows_behind_the_end_of_the_table_are_told() -> None:
    article = make_article(make_table(HEADER, TOGO), lead="|- | Europe | Spain |}")
    with pytest.raises(
        LayoutError, match=r"expected the rows of the table inside it, found '\|-' as text of section ''"
    ):
        read_members(article)


def test_a_table_inside_the_members_table_is_not_another() -> None:
    inner = make_table(HEADER, SPAIN, index=1, parent=0)
    assert [m.country for m in read_members(make_article(make_table(HEADER, TOGO), inner))] == ["Togo"]
