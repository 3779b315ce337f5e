"""The strainer: what is kept, what is refused, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icor_scraper.errors import ParseError
from icor_scraper.models import Article, WarningCode
from icor_scraper.parse.html import parse_html
from icor_scraper.parse.html.form import Form
from icor_scraper.parse.html.strain import MAX_DEPTH, Element, strain
from tests.parse.grids import assert_grid_holds


class Told:
    """A reader that writes down what it is told."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def start(self, element: Element) -> None:
        self.events.append(f"<{element.name} {element.role.name} {element.attributes}>")

    def end(self) -> None:
        self.events.append("</>")

    def words(self, words: str) -> None:
        self.events.append(words)


def told(html: str) -> list[str]:
    reader = Told()
    strain(html, reader, Form())
    return reader.events


def test_only_what_carries_facts_is_told() -> None:
    events = told("<p><i>a</i> <span>b</span><a href=x>c</a></p><style>d</style><p>e<!-- f -->g</p>")
    assert events == [" ", "a", " ", "b", "<a LINK {'href': 'x'}>", "c", "</>", " ", " ", "e", "g", " "]


def test_every_element_is_closed() -> None:
    events = told("<table><tr><td>a<table><tr><td><a href=x>b")
    assert len([event for event in events if event.startswith("<") and event != "</>"]) == events.count("</>") == 7


@pytest.mark.parametrize(
    "text", ["", " ", "plain", "https://e.org", "file.html", "<?xml version='1.0'?><p>x</p>", "</p>"]
)
def test_texts_that_are_hardly_html(text: str) -> None:
    assert len(parse_html(text).sections) == 1


def test_declared_encodings_do_not_count() -> None:
    assert parse_html("<meta charset=iso-8859-1><p>é – ж \U0001f9ea").lead.text == "é – ж \U0001f9ea"


@pytest.mark.parametrize("character", ["\x00", "\ud800"])
def test_characters_that_no_html_holds(character: str) -> None:
    article = parse_html(f"<p>a{character}b</p><h2 id=c>c</h2>")
    assert article.lead.text == "a\ufffdb"
    assert len(article.sections) == 2
    assert [warning.code for warning in article.warnings] == [WarningCode.REPAIRED_CHARACTER]


def test_long_strings_are_not_cut() -> None:
    words = "x" * 11_000_000
    assert len(parse_html(f"<p title='{words}'>a</p>{words}<h2 id=b>b</h2>").sections[0].text) == 11_000_002


def test_depth_is_bounded_just_at_the_limit() -> None:
    tables = (MAX_DEPTH - 1) // 3
    assert len(parse_html("<table><tr><td>" * tables).tables) == tables
    with pytest.raises(ParseError, match="512 deep"):
        parse_html("<table><tr><td>" * (tables + 1))


def test_depth_of_elements_that_carry_nothing_does_not_count() -> None:
    assert parse_html("<div><b>" * 5000 + "x<h2 id=a>a").lead.text == "x"


def test_number_of_elements_is_bounded() -> None:
    with pytest.raises(ParseError, match="150000 elements"):
        parse_html("<h2></h2>" * 150_001)


_PIECES = (
    "<table> <table style='display:none'> </table> <tr> <td> <th> <tbody> <tfoot> <caption> <td rowspan=3> "
    "<td colspan=2> <td rowspan=0> <h2> <h3> </h2> <a> </a> <a&#32;href='#cite_note-1'> <a href='./A#b'> "
    "<sup class=reference> </sup> <ol class=references> <li id=cite_note-1> <span class=reference-text> </li> </ol> "
    "<div class=thumb> <span style=display:none> <span class=mw-headline> <div id=toc> </div> </span> <br> <!-- --> "
    "<img resource='./File:X'> <span class=error> <style> <pre> & &amp; &#0; a b < > \" '"
).split(" ")
_markup = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=60).map("".join)


def _ask_everything(article: Article) -> None:
    for section in article.sections:
        _ = section.text
    for table in article.tables:
        _ = table.attributes, table.headers(), table.to_records()
        for cell in (cell for row in table.grid for cell in row if cell):
            _ = cell.attributes, cell.wikilinks, cell.external_links, cell.references, cell.tables, cell.warnings
    for reference in article.references:
        _ = reference.external_links, reference.wikilinks
    _ = article.wikilinks, article.external_links, article.categories, article.infoboxes, article.warnings


@given(st.text() | _markup)
def test_any_text_is_read(text: str) -> None:
    _ask_everything(parse_html(text))


@given(_markup)
def test_grids_are_rectangular_and_cells_cover_what_they_say(text: str) -> None:
    for table in parse_html(f"<table>{text}").tables:
        assert_grid_holds(table)


@given(_markup)
def test_numbers_of_sections_and_indices_hold(text: str) -> None:
    article = parse_html(text)
    assert [section.index for section in article.sections] == list(range(len(article.sections)))
    for table in article.tables:
        assert 0 <= table.section < len(article.sections)
        assert table.parent is None or table.parent < table.index
    for reference in article.references:
        assert all(0 <= use.section < len(article.sections) for use in reference.uses)
