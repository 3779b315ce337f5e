"""What holds of parse_article and parse_wikitext whatever the text."""

from __future__ import annotations

import copy
import pickle

import pytest

from icor_scraper.models import Article
from icor_scraper.parse import parse_html, parse_wikitext

TEXT = "Lead.\n== A ==\n{|\n! h !! h\n|-\n| [[x]]<ref>n {{cite web|title=T}}</ref> || y\n|}\n"


def test_an_article_pickles_with_all_it_can_tell() -> None:
    article = parse_wikitext(TEXT, title="P")
    assert article.tables[0].grid[1][0] is not None
    copy: Article = pickle.loads(pickle.dumps(article))  # noqa: S301 -- what was just pickled
    cell = copy.tables[0].grid[1][0]
    assert cell is not None
    assert [link.title for link in cell.wikilinks] == ["X"]
    assert [reference.number for reference in cell.references] == [1]
    assert copy.templates[0].arguments[0].text == "T"
    assert copy.sections[1].anchor == "A"


def test_a_section_by_its_heading_or_anchor() -> None:
    article = parse_wikitext("lead\n== A [[b]] ==\n=== C ===\n== C ==\n== C_2 ==\n")
    html = parse_html('l<h2 id="A_b">A b</h2><h3 id="C">C</h3><h2 id="C_2">C</h2><h2 id="C_2_2">C_2</h2>')
    for each in (article, html):
        found = [each.section(name) for name in ("", "A b", "A_b", "C", "C_2", "C_2_2", "D", "a b")]
        assert [section and section.index for section in found] == [0, 1, 1, 2, 3, 4, None, None]


def test_what_stands_in_a_section_is_its_own_part() -> None:
    article = parse_wikitext(
        "[[l]]<ref>[[n]]</ref>\n== A [[h]] ==\n[[a]] [//e.example e]\n"
        "{|\n| [[t]]<ref name=r>{{cite web|title=T}}</ref>\n|}\n{{U}} <ref name=r />\n=== B ===\n[[b]]\n== C ==\n"
    )
    section = article.sections[1]
    assert section.wikitext is not None
    assert section.wikitext.endswith("=== B ===\n[[b]]\n")
    assert [link.title for link in section.wikilinks] == ["H", "A", "T"]
    assert [link.url for link in section.external_links] == ["//e.example"]
    assert [(reference.number, len(reference.citations)) for reference in section.references] == [(2, 1)]
    assert section.tables == article.tables
    assert [template.name for template in section.templates] == ["Cite web", "U"]
    assert [citation.title for citation in section.citations] == ["T"]
    assert [cell.citations for cell in section.tables[0].grid[0] if cell] == [section.citations]
    assert [link.title for link in article.sections[0].wikilinks] == ["L", "N"]


def test_a_table_with_headings_is_in_the_section_in_which_it_begins() -> None:
    article = parse_wikitext("{{U|\n== x ==\n}}\n{|\n| a [[b]]\n== H ==\n[[c]]\n|}\n[[d]]")
    assert [[table.index for table in section.tables] for section in article.sections] == [[0], []]
    assert [[link.title for link in section.wikilinks] for section in article.sections] == [["B"], ["C", "D"]]
    for kind in ("tables", "wikilinks", "templates"):
        parts = [record for section in article.sections for record in getattr(section, kind)]
        assert parts == list(getattr(article, kind))


def test_a_table_pickles_alone() -> None:
    table = pickle.loads(pickle.dumps(parse_wikitext(TEXT).tables[0]))  # noqa: S301 -- what was just pickled
    assert table.to_records() == ({"h": "x", "h (2)": "y"},)
    assert table.grid[1][0].wikilinks[0].title == "X"


@pytest.mark.parametrize("text", [None, 5, b"== A =="])
def test_what_is_no_text_is_refused_at_once(text: object) -> None:
    with pytest.raises(TypeError, match="expected wikitext as str"):
        parse_wikitext(text)  # type: ignore[arg-type]  # the fault under test


@pytest.mark.parametrize("html", [None, 5, b"<p>a</p>"])
def test_what_is_no_html_is_refused_at_once(html: object) -> None:
    with pytest.raises(TypeError, match=f"expected HTML as str, found {type(html).__name__}"):
        parse_html(html)  # type: ignore[arg-type]  # the fault under test


def test_records_of_a_header_repeated_thousands_of_times() -> None:
    """Names are found in time that grows with their number: 4,000 took minutes before."""
    (record,) = parse_wikitext("{|\n!" + " a !!" * 4000 + " b\n|-\n| c\n|}").tables[0].to_records()
    names = list(record)
    assert names[:3] == ["a", "a (2)", "a (3)"]
    assert names[3999:] == ["a (4000)", "b"]


def test_records_of_the_same_text_are_equal_and_print_their_values() -> None:
    text = "a<ref>b</ref>\n{|\n! c\n|-\n| [[d]]\n|}\n== e ==\n{{Infobox f|g=h}}"
    first, second = parse_wikitext(text), parse_wikitext(text)
    assert first == second
    for name in ("sections", "tables", "references", "wikilinks", "templates", "infoboxes"):
        records, others = getattr(first, name), getattr(second, name)
        assert records == others == copy.deepcopy(records)
        assert hash(records) == hash(others)
    assert first.sections != parse_wikitext(f"{text} i").sections
    [header] = first.tables[0].grid[0]
    assert repr(header) == (
        "Cell(row=0, column=0, rowspan=1, colspan=1, is_header=True, text='c', span=Span(start=19, end=20))"
    )
