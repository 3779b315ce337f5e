"""The attributes of tables and cells, as MediaWiki 1.39 renders them."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        ('class="a b" STYLE=color:red', {"class": "a b", "style": "color:red"}),
        ('id="a b"', {"id": "a_b"}),
        ('onclick="x" href="y" rel=z foo="bar" xml:lang=de aria-foo=x', {}),
        ("data-x=1 data-mw=2 data-parsoid=3 data-ooui=4", {"data-x": "1"}),
        ("tabindex=1", {}),
        ("tabindex=0", {"tabindex": "0"}),
        ("itemprop=a itemtype=b itemid=c", {"itemprop": "a"}),
        ("itemscope itemtype=b", {"itemscope": "", "itemtype": "b"}),
        ('style="color:red; background:url(x)"', {"style": "/* insecure input */"}),
        ('style="width: expression(x)"', {"style": "/* insecure input */"}),
        ('style="/* c */color:red/* d"', {"style": " color:red"}),
        (r'style="color\3a red; content:\22 \2A"', {"style": r"color:red; content:\22 *"}),
        (r'style="color:\d800 red"', {"style": "/* invalid control char */"}),  # MediaWiki shows an error in its place
        ('class="<nowiki>x</nowiki>y"', {"class": "xy"}),
    ],
)
def test_what_is_let_through(written: str, attributes: dict[str, str]) -> None:
    [table] = parse_wikitext(f"{{| {written}\n| {written} | a\n|}}").tables
    cell = table.grid[0][0]
    assert cell is not None
    assert (table.attributes, cell.attributes) == (attributes, attributes)


def test_what_belongs_to_a_table_or_to_a_cell_alone() -> None:
    written = "border=1 summary=a rowspan=1 scope=col valign=top align=left nowrap bgcolor=b width=1"
    [table] = parse_wikitext(f"{{| {written}\n| {written} | a\n|}}").tables
    cell = table.grid[0][0]
    assert cell is not None
    assert set(table.attributes) == {"border", "summary", "align", "bgcolor", "width"}
    assert set(cell.attributes) == {"rowspan", "scope", "valign", "align", "nowrap", "bgcolor", "width"}
