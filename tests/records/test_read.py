"""read_records: rows to records, and every doubt an error that names its place."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from icor_scraper.errors import LayoutError, RecordError
from icor_scraper.models import WarningCode
from icor_scraper.records import column, computed, find_layout, link_title, read_records
from tests.records.tables import At, HandMade, link, linked, make_table, unrendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Ship:
    position: int = computed(lambda row: row.position)
    name: str = column("Ship", "Vessel", "Name")
    built: tuple[int, ...] = column("Built", "Year built")
    tons: int | None = column("Tonnage", empty=None)
    fleet: str = column("Fleet", is_group=True)


HEADER = ["Fleet", "Ship", "Built", "Tonnage"]


def test_columns_are_found_by_header_in_any_order_among_others() -> None:
    table = make_table(["Notes", "Tonnage", "built", "VESSEL [a]", "Flèet"], ["old", "1,200", "1905", "Ara", "North"])
    assert read_records(table, Ship).records == (Ship(position=1, name="Ara", built=(1905,), tons=1200, fleet="North"),)


def test_spans_give_their_value_to_every_row() -> None:
    table = make_table(HEADER, [At("North", rowspan=2), "Ara", "1905", "5"], ["Bel", "1906/1910", "–"])
    records = read_records(table, Ship).records
    assert [(r.fleet, r.name, r.built, r.tons) for r in records] == [
        ("North", "Ara", (1905,), 5),
        ("North", "Bel", (1906, 1910), None),
    ]


def test_a_row_of_one_cell_names_the_group_of_the_rows_below() -> None:
    table = make_table(
        ["Ship", "Built", "Tonnage"],
        [At("North", colspan=3, header=True)],
        ["Ara", "1905", "5"],
        [At("South", colspan=3)],
        ["Bel", "1906", "6"],
        [At("", colspan=3)],
        ["Cyg", "1907", "7"],
    )
    assert [(r.position, r.name, r.fleet) for r in read_records(table, Ship).records] == [
        (1, "Ara", "North"),
        (2, "Bel", "South"),
        (3, "Cyg", "South"),
    ]


def test_a_row_of_one_cell_without_a_group_field_to_fill_is_refused() -> None:
    table = make_table(HEADER, ["North", "Ara", "1905", "5"], [At("Scrapped since", colspan=4)])
    with pytest.raises(
        RecordError, match=r"expected a row of at least 4 cells, found one cell 'Scrapped since' \(row 2\)"
    ):
        read_records(table, Ship)


def test_rows_above_the_first_group_are_refused() -> None:
    table = make_table(["Ship", "Built", "Tonnage"], ["Ara", "1905", "5"], [At("North", colspan=3)])
    with pytest.raises(RecordError, match='expected a "Fleet" above the row, found none'):
        read_records(table, Ship)


def test_a_title_can_be_the_first_group_and_stand_again() -> None:
    header = [At(text, header=True) for text in ("Ship", "Built", "Tonnage")]
    titled = [At("North", colspan=3)], header, ["Ara", "1905", "5"], [At("South", colspan=3)], ["Bel", "1906", "6"]
    assert [r.fleet for r in read_records(make_table(*titled), Ship).records] == ["North", "South"]
    again = make_table(
        [At("Ships", colspan=4)], [At(t) for t in HEADER], ["N", "Ara", "1905", "5"], [At("Ships", colspan=4)]
    )
    assert len(read_records(again, Ship).records) == 1


def test_given_values_need_no_column() -> None:
    table = make_table(["Ship", "Built", "Tonnage"], ["Ara", "1905", "5"])
    assert read_records(table, Ship, given={"fleet": "East"}).records[0].fleet == "East"


def test_repeated_headers_and_rows_without_cells_are_no_records() -> None:
    table = make_table(HEADER, ["N", "Ara", "1905", "5"], [], HEADER, ["N", "Bel", "1906", "6"])
    assert [r.name for r in read_records(table, Ship).records] == ["Ara", "Bel"]


def test_rows_of_empty_cells_are_no_records() -> None:
    table = make_table(HEADER, ["N", "Ara", "1905", "5"], ["", "", "", ""], ["N", "Bel", "1906", "6"])
    assert [r.position for r in read_records(table, Ship).records] == [1, 2]


@pytest.mark.parametrize("content", [HandMade(links=(link("File:Ship.png", ""),)), unrendered("Ship")])
def test_a_row_with_a_picture_or_template_alone_is_refused(content: HandMade) -> None:
    with pytest.raises(RecordError, match="expected a value, found an empty cell"):
        read_records(make_table(HEADER, ["", At("", content=content), "", ""]), Ship)


@pytest.mark.parametrize(
    "rows",
    [
        [[At("Total: 1 ship", colspan=4)]],
        [[At("Total", colspan=3), "1,205"]],
        [[At("Totals", colspan=2), "", "5"], [At("Source: Register", colspan=4)], [At("Notes: ...", colspan=3)]],
    ],
)
def test_totals_and_sources_at_the_end_are_no_records(rows: list[list[str | At]]) -> None:
    table = make_table(HEADER, ["N", "Ara", "1905", "5"], *rows)
    assert [r.name for r in read_records(table, Ship).records] == ["Ara"]


@pytest.mark.parametrize(
    "rows",
    [
        [[At("Total", colspan=3), "1"], ["N", "Bel", "1906", "6"]],
        [[At("Scrapped", colspan=4)]],
        [[At("Total loss", colspan=3), "Bel"]],
        [[At("Source", rowspan=2, colspan=3), "5"], ["6"]],
        [["Total", "Ara", "", "1"]],
        [["Note"]],
    ],
)
def test_what_may_be_a_record_is_no_footer(rows: list[list[str | At]]) -> None:
    with pytest.raises(RecordError):
        read_records(make_table(HEADER, ["N", "Ara", "1905", "5"], *rows), Ship)


def test_the_last_part_of_a_header_counts_before_the_whole() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Crew:
        name: str = column("Name", "Crew short name")

    top = [At("Crew", colspan=2, header=True)], [At("Name", header=True), At("Short name", header=True)]
    assert read_records(make_table(*top, ["Ann", "A."]), Crew).records == (Crew(name="Ann"),)


def test_a_column_may_have_no_header() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Count:
        year: int = column("")
        ships: int = column("Ships")

    table = make_table(["", "Ships"], ["1905", "5"], ["1906", "6"])
    assert read_records(table, Count).records[1] == Count(year=1906, ships=6)
    with pytest.raises(LayoutError, match='expected one column "", found no header'):
        read_records(make_table(["", "Ships", ""], ["1905", "5", "x"]), Count)


def test_headers_of_two_rows_match_by_path_or_last_part() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Engine:
        ship: str = column("Ship name")
        power: int = column("Power")

    table = make_table(
        [At("Ship", rowspan=1, header=True), At("Engine", colspan=2, header=True)],
        [At("Name", header=True), At("Kind", header=True), At("Power", header=True)],
        ["Ara", "steam", "900"],
    )
    assert read_records(table, Engine).records == (Engine(ship="Ara", power=900),)


def test_header_cells_may_be_ordinary_cells_below_a_title() -> None:
    table = make_table([At("Ships", colspan=4)], [At(text) for text in HEADER], ["N", "Ara", "1905", "5"])
    assert find_layout(table, Ship).titles == ("Ships",)
    assert [r.name for r in read_records(table, Ship).records] == ["Ara"]


def test_a_header_that_reaches_into_the_rows_is_refused() -> None:
    table = make_table([At("Fleet", rowspan=2, header=True), *HEADER[1:]], ["Ara", "1905", "5"])
    with pytest.raises(LayoutError, match="expected a header row, found a rowspan of the header over 'Ara'"):
        read_records(table, Ship)


def test_headers_may_have_an_addition_in_parentheses_or_hold_a_known_word() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Rig:
        name: str = column("Mast & sail")
        tons: int = column("Tonnage", words=("tons",))

    table = make_table(["Mast and sail (main)", "Weight in tons"], ["Ara", "5"])
    assert read_records(table, Rig).records == (Rig(name="Ara", tons=5),)


def test_one_column_is_not_two_fields_of_other_headers() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Twice:
        name: str = column("Ship")
        alias: str = column("Alias", words=("ship",))

    with pytest.raises(LayoutError, match='expected columns "Ship" and "Alias", found one column for both'):
        read_records(make_table(["Ship", "Other"], ["Ara", "x"]), Twice)


def test_rows_of_header_cells_are_read_as_rows() -> None:
    table = make_table(HEADER, [At(text, header=True) for text in ("N", "Ara", "1905", "5")])
    assert [r.name for r in read_records(table, Ship).records] == ["Ara"]


def test_a_header_over_a_column_of_nothing_and_its_values_is_one_column() -> None:
    table = make_table(["Fleet", At("Ship", colspan=2, header=True), "Built", "Tonnage"], ["N", "", "Ara", "1905", "5"])
    assert read_records(table, Ship).records[0].name == "Ara"


def test_missing_columns_are_all_told() -> None:
    table = make_table(["Fleet", "Boat", "Launched", "Tonnage"], ["N", "Ara", "1905", "5"])
    with pytest.raises(LayoutError) as caught:
        read_records(table, Ship)
    assert caught.value.expected == 'a column "Ship", a column "Built"'
    assert caught.value.found == '"Fleet", "Boat", "Launched", "Tonnage"'


def test_a_doubled_column_is_told_with_both_headers() -> None:
    table = make_table(["Fleet", "Ship", "Vessel", "Built", "Tonnage"], ["N", "Ara", "Ara", "1905", "5"])
    with pytest.raises(LayoutError, match='expected one column "Ship", found "Ship", "Vessel"'):
        read_records(table, Ship)


def test_a_table_without_header_row_is_told() -> None:
    with pytest.raises(LayoutError, match="expected a header row, found 1 rows without one"):
        read_records(make_table([""]), Ship)


def test_every_value_that_does_not_convert_is_told_with_its_place() -> None:
    table = make_table(
        HEADER,
        ["N", "Ara", At("unknown", span=(120, 127)), "5"],
        ["N", "", "1906", At("many", span=(160, 164))],
    )
    with pytest.raises(RecordError) as caught:
        read_records(table, Ship)
    error = caught.value
    assert (error.row, error.column, error.span, error.found) == (1, "Built", (120, 127), "'unknown'")
    assert [(e.row, e.column, e.found) for e in error.others] == [
        (2, "Ship", "an empty cell"),
        (2, "Tonnage", "'many'"),
    ]
    assert str(error) == (
        "expected values that can be read, found 3 that cannot: "
        "expected a year, or years parted by a slash, found 'unknown' (row 1, column \"Built\", characters 120-127); "
        'expected a value, found an empty cell (row 2, column "Ship"); '
        "expected a whole number, found 'many' (row 2, column \"Tonnage\", characters 160-164)"
    )
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert (str(copy), len(copy.others)) == (str(error), 2)


@pytest.mark.parametrize("row", [["N", "Ara", "1905"], [At("N"), "Ara", At("1905", colspan=2)]])
def test_missing_and_stretched_cells_are_refused(row: list[str | At]) -> None:
    with pytest.raises(RecordError):
        read_records(make_table(HEADER, ["N", "Bel", "1906", "6"], row), Ship)


def test_a_value_beyond_the_header_is_refused() -> None:
    table = make_table(HEADER, ["N", "Ara", "1905", "5", "1910"])
    with pytest.raises(RecordError, match="expected no cell beyond the header, found '1910'"):
        read_records(table, Ship)


def test_empty_cells_beyond_the_header_are_refused_unless_most_rows_have_them() -> None:
    table = make_table(HEADER, ["N", "Ara", "1905", "5"], ["N", "Bel", "1906", "6", ""], ["N", "Cyg", "1907", "7"])
    with pytest.raises(RecordError, match="expected no cell beyond the header, found ''"):
        read_records(table, Ship)
    every = make_table(HEADER, ["N", "Ara", "1905", "5", ""], ["N", "Bel", "1906", "6", ""])
    assert len(read_records(every, Ship).records) == 2


def test_a_cell_lost_right_of_free_text_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Line:
        year: int = column("Year")
        remark: str = column("Remark", is_free_text=True)

    free_last = make_table(["Year", "Remark", "Note"], ["1905", "x", "y"], ["1906", "y"])
    with pytest.raises(RecordError, match=r'expected a cell, found none \(row 2, column "Note"\)'):
        read_records(free_last, Line)
    year_last = make_table(["Remark", "Year", "Note"], ["x", "1905", "y"], ["y", "1906"])
    assert len(read_records(year_last, Line).records) == 2


def test_doubts_of_cells_are_kept_once_or_refused() -> None:
    doubtful = At("North", rowspan=2, content=unrendered("Fleet of"))
    table = make_table(HEADER, [doubtful, "Ara", "1905", "5"], ["Bel", "1906", "6"])
    assert [w.code for w in read_records(table, Ship).warnings] == [WarningCode.UNRENDERED_TEMPLATE]
    with pytest.raises(RecordError, match="expected words that can be told, found template 'Fleet of'"):
        read_records(table, Ship, refuse_unrendered=True)


def test_recognise_finds_an_unknown_header_and_tells_doubled_ones_apart() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Port:
        name: str = column("Port")
        side: str = column("Side", recognise=lambda texts: set(texts) <= {"left", "right"})

    unknown = make_table(["Port", "Hand", "Note"], ["Oslo", "left", "x"])
    doubled = make_table(["Port", "Side", "Side"], ["Oslo", "sunny", "left"])
    assert [read_records(table, Port).records[0].side for table in (unknown, doubled)] == ["left", "left"]
    twice = make_table(["Port", "Hand", "Arm"], ["Oslo", "left", "right"])
    with pytest.raises(LayoutError, match='expected one column "Side", found "Hand", "Arm"'):
        read_records(twice, Port)


def test_converters_of_types_and_links() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Town:
        name: str = column("Town")
        article: str | None = column("Town", convert=link_title)
        people: int = column("People")
        share: float = column("Share")

    table = make_table(["Town", "People", "Share"], [linked("Ys", "Ys (city)"), "−1 234 567", "1,000.5"])
    assert read_records(table, Town).records == (Town(name="Ys", article="Ys (city)", people=-1234567, share=1000.5),)


def test_an_empty_cell_gives_what_the_column_says_or_an_error() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Stock:
        name: str = column("Name")
        count: int = column("Count", empty=0)
        note: str | None = column("Note", empty=None)

    table = make_table(["Name", "Count", "Note"], ["a", "", ""])
    assert read_records(table, Stock).records == (Stock(name="a", count=0, note=None),)
    with pytest.raises(RecordError, match=r'expected a value, found an empty cell \(row 1, column "Name"\)'):
        read_records(make_table(["Name", "Count", "Note"], ["", "1", "b"]), Stock)


@pytest.mark.parametrize("text", ["1,23", "12 34", "1.5", "five", "1,234,5", "1" * 5000])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match="expected a whole number"):
        read_records(make_table(HEADER, ["N", "Ara", "1905", text]), Ship)


@pytest.mark.parametrize("text", ["2010–2015", "since long", "20105", "2010?a", "12"])
def test_what_is_no_plain_list_of_years_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match="expected a year"):
        read_records(make_table(HEADER, ["N", "Ara", text, "5"]), Ship)


def test_a_field_must_say_where_it_stands_and_how_it_converts() -> None:
    @dataclass(frozen=True)
    class Undeclared:
        name: str

    @dataclass(frozen=True, kw_only=True)
    class Unknown:
        raw: bytes = column("Name")

    @dataclass(frozen=True, kw_only=True)
    class Either:
        name: int | str | None = column("Name")

    table = make_table(["Name", "Other"], ["a", "b"])
    with pytest.raises(TypeError, match="expected field 'name' to declare a column"):
        read_records(table, Undeclared)
    with pytest.raises(TypeError, match="expected a converter for"):
        read_records(table, Unknown)
    with pytest.raises(TypeError, match=r"expected a converter for int \| str \| None"):
        read_records(table, Either)
    with pytest.raises(TypeError, match="expected a header, found none"):
        column()
