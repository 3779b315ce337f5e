"""Tables: the grid, and what cells know."""

from __future__ import annotations

import pytest

from icor_scraper.errors import ParseError
from icor_scraper.models import Table
from icor_scraper.parse.html import parse_html
from icor_scraper.parse.html.grid import read_integer


def table_of(rows: str) -> Table:
    return parse_html(f"<table>{rows}</table>").tables[0]


def texts(rows: str) -> list[str]:
    """The rows of the grid: a letter a slot, "." for a slot that no cell covers."""
    return ["".join(cell.text if cell else "." for cell in row) for row in table_of(rows).grid]


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        ("<tr><td>a<td>b<tr><td>c", ["ab", "c."]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["ab", "ac"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["aab", "cde"]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d", ["aab", "aac", "d.."]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", ["ab", "cb"]),  # both claim a slot: the first keeps it
        ("<tr><td rowspan=9>a<tr><td>b", ["a.", "ab"]),
        ("<tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d", ["ab", "ac", "d."]),
        ("<thead><tr><td rowspan=3>a</thead><tbody><tr><td>b</tbody>", ["a", "b"]),
        ("<tfoot><tr><td>f</tfoot><tbody><tr><td>b</tbody>", ["b", "f"]),
        ("<tr><td>a<td rowspan=3>b<tr></tr><tr><td>c", ["ab", ".b", "cb"]),
        ("<tr><td>a<tr style='display: none'><td>b<tr><td>c", ["a", "c"]),
        ("<tr><td>a<td style='display:none'>b<td>c", ["ac"]),
        ("", []),
        ("<tr></tr>", [""]),
    ],
)
def test_grid(rows: str, grid: list[str]) -> None:
    assert texts(rows) == grid


def test_a_cell_shows_the_list_of_references_that_stands_in_it() -> None:
    item = '<li id="cite_note-{0}"><span class="mw-cite-backlink">^</span> <span class="reference-text">{0}</span></li>'
    html = f"<tr><td>x <ol class=references>{item.format('a')}{item.format('b')}</ol> y<td>z"
    assert texts(html) == ["x a b yz"]


@pytest.mark.parametrize(
    "page",
    [
        '<section data-mw-section-id="0">{}</section>',
        '{}<a rel="mw:WikiLink" href="./A" title="A">A</a>',
        """<span about="#mwt1" typeof="mw:Transclusion" data-mw='{{"parts":[]}}'></span>{}""",
    ],
)
def test_parsoid_writes_rows_without_cells_that_the_legacy_parser_leaves_out(page: str) -> None:
    table = "<table><tr><td rowspan=2>a<td>b<tr></tr><tr><td>c</table>"
    article = parse_html(page.format(table))
    assert [[cell and cell.text for cell in row] for row in article.tables[0].grid] == [["a", "b"], ["a", "c"]]


@pytest.mark.parametrize(
    ("value", "rowspan", "colspan"),
    [
        ("1", 1, 1),
        ("2", 2, 2),
        (" 2 ", 2, 2),
        ("+2", 2, 2),
        ("2px", 2, 2),
        ("2.9", 2, 2),
        ("0", 3, 1),
        ("-0", 3, 1),
        ("-1", 1, 1),
        ("-05", 1, 1),
        ("", 1, 1),
        ("x", 1, 1),
        ("\u0662", 1, 1),
        ("\uff12", 1, 1),
        ("\u00a02", 1, 1),
        ("1_0", 1, 1),
        ("1000", 3, 1000),
        ("1001", 3, 1000),
        ("65535", 3, 1000),
        ("9" * 5000, 3, 1000),
    ],
)
def test_spans_are_read_as_html_says(value: str, rowspan: int, colspan: int) -> None:
    tall = table_of(f"<tr><td rowspan='{value}'>a<tr><tr>").grid[0][0]
    wide = table_of(f"<tr><td colspan='{value}'>a").grid[0][0]
    assert tall
    assert wide
    assert (tall.rowspan, wide.colspan) == (rowspan, colspan)


def test_huge_number_is_read_without_python_limits() -> None:
    assert read_integer("9" * 5000) == 999_999_999
    assert read_integer("0" * 5000 + "7") == 7


def test_a_spanning_cell_is_one_object_and_tells_where_it_begins() -> None:
    grid = table_of("<tr><th>a<td rowspan=2 colspan=2>b<tr><th>c").grid
    cell = grid[0][1]
    assert cell
    assert all(slot is cell for slot in (grid[0][2], grid[1][1], grid[1][2]))
    assert (cell.row, cell.column, cell.rowspan, cell.colspan, cell.is_header) == (0, 1, 2, 2, False)
    assert grid[1][0]
    assert grid[1][0].is_header


def test_stairs_of_spans_are_refused() -> None:
    stairs = "<tr><td colspan=1000 rowspan=65534>a" * 200
    with pytest.raises(ParseError, match=r"2000000 slots"):
        _ = table_of(stairs).grid


def test_slots_are_counted_over_all_tables() -> None:
    wide = "<tr><td colspan=1000>a" + "<tr><td>b" * 900
    with pytest.raises(ParseError, match="slots in all"):
        _ = parse_html(f"<table>{wide}</table>" * 3).tables
    assert len(parse_html(f"<table>{wide}</table>" * 2).tables) == 2


def test_what_a_table_knows() -> None:
    article = parse_html(
        '<h2 id=A>A</h2><table class="wikitable sortable" data-parsoid="{}"><caption>C <b>d</b></caption>'
        '<tr><th scope="col">h<tr><td>x<table><tr><td>y</table>'
    )
    outer, inner = article.tables
    assert (outer.index, outer.caption, outer.section, outer.parent) == (0, "C d", 1, None)
    assert dict(outer.attributes) == {"class": "wikitable sortable"}
    assert (inner.index, inner.caption, inner.section, inner.parent) == (1, None, 1, 0)
    cell = outer.grid[1][0]
    assert cell
    assert cell.tables == (inner,)
    header = outer.grid[0][0]
    assert header
    assert dict(header.attributes) == {"scope": "col"}
    assert outer.header_row_count == 1
    assert outer.to_records() == ({"h": "x"},)


def test_empty_caption_is_not_no_caption() -> None:
    assert table_of("<caption></caption><tr><td>a").caption == ""


def test_several_captions_are_all_shown() -> None:
    assert table_of("<caption>a</caption><caption>b</caption><tr><td>c").caption == "a b"


def test_hidden_tables_are_none_and_tables_in_captions_of_pictures_are_some() -> None:
    table = "<table><tr><td>a</td></tr></table>"
    assert parse_html(f'<div style="display:none">{table}</div>').tables == ()
    assert len(parse_html(f'<div class="thumb">{table}</div>').tables) == 1


@pytest.mark.parametrize("name", ["thumb", "poem", "gallery", "error", "reference-text", "sortkey"])
def test_classes_of_other_things_leave_a_part_of_a_table_what_it_is(name: str) -> None:
    table = (
        f'<table class="{name}"><caption class="{name}">a</caption><tr class="{name}"><td class="{name}">b<td>c</table>'
    )
    (found,) = parse_html(table).tables
    assert (found.caption, [[cell and cell.text for cell in row] for row in found.grid]) == ("a", [["b", "c"]])


def test_infobox() -> None:
    article = parse_html(
        '<table class="infobox vcard"><tr><th colspan=2>Name<tr><th>Founded<td>6 October<br>2010'
        "<tr><td>x<td>y<tr><th>Empty<td></table><table><tr><th>a<td>b</table>"
    )
    (infobox,) = article.infoboxes
    assert [(field.name, field.text) for field in infobox.fields] == [("Founded", "6 October 2010")]
