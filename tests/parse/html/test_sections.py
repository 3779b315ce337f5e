"""Sections from every form of heading."""

from __future__ import annotations

import pytest

from icor_scraper.parse.html import parse_html
from icor_scraper.parse.html.sections import toc_numbers

TODAY = (
    '<div class="mw-heading mw-heading2"><h2 id="A_b">A <i>b</i></h2><span class="mw-editsection">[edit]</span></div>'
)
UNTIL_1_42 = (
    '<h2><span id="A_.62"></span><span class="mw-headline" id="A_b">A <i>b</i></span>'
    '<span class="mw-editsection">[edit]</span></h2>'
)
RAW_WITH_ID = '<h2 id="mine"><span class="mw-headline" id="A_b">A <i>b</i></span></h2>'
PARSOID = '<section data-mw-section-id="1"><h2 id="A_b">A <i>b</i></h2><p>x</p></section>'


@pytest.mark.parametrize("markup", [TODAY, UNTIL_1_42, RAW_WITH_ID, PARSOID])
def test_every_form_of_heading(markup: str) -> None:
    lead, section = parse_html(f"<p>lead</p>{markup}").sections
    assert (lead.index, lead.level, lead.number, lead.heading, lead.anchor, lead.path) == (0, 0, "", "", "", ())
    assert lead.text == "lead"
    assert (section.index, section.level, section.number) == (1, 2, "1")
    assert (section.heading, section.anchor) == ("A b", "A_b")


def test_tree_and_text() -> None:
    article = parse_html(
        "<p>l</p><h2 id=A>A</h2><p>a</p><table><tr><td>t</td></tr></table><p>b</p>"
        "<h4 id=B>B</h4><p>c</p><h3 id=C>C</h3><h2 id=D>D</h2>d"
        '<ol class="references"><li id="cite_note-1"><span class="reference-text">note</span></li></ol>'
    )
    found = [(s.number, s.heading, s.path, s.parent, s.text) for s in article.sections]
    assert found == [
        ("", "", (), None, "l"),
        ("1", "A", ("A",), None, "a b"),
        ("1.1", "B", ("A", "B"), 1, "c"),
        ("1.2", "C", ("A", "C"), 1, ""),
        ("2", "D", ("D",), None, "d"),
    ]
    assert [s.heading for s in article.subsections(article.sections[1])] == ["B", "C"]
    assert all(s.span is None and s.wikitext is None for s in article.sections)


def test_heading_of_the_table_of_contents_is_none() -> None:
    toc = '<div id="toc" class="toc"><h2 id="mw-toc-heading">Contents</h2><ul><li><a href="#A">1 A</a></li></ul></div>'
    article = parse_html(f"<p>l</p>{toc}<h2 id=A>A</h2>")
    assert [s.heading for s in article.sections] == ["", "A"]
    assert article.lead.text == "l"
    assert article.wikilinks == ()


def test_heading_that_is_not_displayed_is_one_as_in_mediawikis_list() -> None:
    assert [s.heading for s in parse_html('<h2 id="A" style="display:none">A</h2>').sections] == ["", "A"]


def test_footnote_mark_in_a_heading() -> None:
    mark = '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>'
    article = parse_html(f'<h2 id="A[1]">A{mark}</h2><ol class="references"><li id="cite_note-1"></li></ol>')
    assert (article.sections[1].heading, article.sections[1].anchor) == ("A", "A[1]")
    assert [use.section for use in article.references[0].uses] == [1]


def headings(html: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.heading, s.anchor) for s in parse_html(html).sections[1:]]


def test_heading_without_an_end_tag_is_none_of_a_section() -> None:
    """MediaWiki gives it no anchor and lists it nowhere: its words are those of the section that it stands in."""
    article = parse_html(f"a<h3>b <p>c</p></h3>{UNTIL_1_42}d<h3 id='mine'>e</h3>")
    assert [(s.heading, s.text) for s in article.sections] == [("", "a b c"), ("A b", "d e")]
    assert headings("<h2 id='mine'>a</h2>") == [(2, "a", "mine")]


def test_words_around_the_part_that_has_the_anchor_are_not_the_headings() -> None:
    old = '<h2><span class="editsection">[edit]</span> <span class="mw-headline" id="A">A</span></h2>'
    assert headings(old) == [(2, "A", "A")]
    stray = '<h2><span class="mw-headline" id="A_b"><s>A</s></span> b</h2>'
    assert headings(stray) == [(2, "A", "A_b")]


@pytest.mark.parametrize(
    ("block", "heading"),
    [("<p>b</p>", "a b c"), ("<li>b</li>", "a b c"), ("<table><tr><td>b</td></tr></table>", "ac")],
)
def test_block_in_a_heading(block: str, heading: str) -> None:
    assert headings(f'<h2 id="A"><span></span>a{block}c</h2>d') == [(2, heading, "A")]


def test_heading_in_a_heading_is_a_part_of_it() -> None:
    html = '<h2><span class="mw-headline" id="A_b_c">A <h3><i>b</i></h3> c</span></h2><p>d</p>'
    assert headings(html) == [(2, "A b c", "A_b_c")]
    assert parse_html(html).sections[1].text == "d"


@pytest.mark.parametrize("markup", [TODAY, UNTIL_1_42])
def test_heading_in_a_note_is_none_of_a_section_and_a_part_of_the_note(markup: str) -> None:
    note = f'<li id="cite_note-1"><span class="reference-text">a {markup} c</span></li>'
    article = parse_html(f'{UNTIL_1_42.replace("A", "B")}<ol class="references">{note}</ol>')
    assert [s.anchor for s in article.sections] == ["", "B_b"]
    assert [r.text for r in article.references] == ["a A b c"]


def test_heading_in_a_poem_is_none_of_a_section() -> None:
    article = parse_html(f'a<div class="poem">{UNTIL_1_42}<p>b</p></div>c{UNTIL_1_42.replace("A", "B")}')
    assert [(s.heading, s.text) for s in article.sections] == [("", "a A b b c"), ("B b", "")]


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([2, 2, 3, 3, 2, 3], ["1", "2", "2.1", "2.2", "3", "3.1"]),
        ([2, 4, 3, 4], ["1", "1.1", "1.2", "1.2.1"]),
        ([3, 2, 3], ["1", "2", "2.1"]),
        ([1, 6, 2, 6, 1], ["1", "1.1", "1.2", "1.2.1", "2"]),
        ([2, 4, 6, 5, 3, 2], ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]),
        ([], []),
    ],
)
def test_numbers_of_the_table_of_contents(levels: list[int], numbers: list[str]) -> None:
    assert toc_numbers(levels) == numbers
