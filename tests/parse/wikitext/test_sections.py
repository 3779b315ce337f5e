"""The text of sections, as MediaWiki 1.39 shows it."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("* a\n* b", "a b"),
        ("; a : b", "a b"),
        ("----a", "a"),
        (":{|\n| a\n|}\nb", "b"),
        ("{|\n| a\n|}* b\n* c", "* b c"),
        ("{|\n| a\n|}\n* b", "b"),
        ("<table></table>= a =", "= a ="),
        ("a\n== b ==<table></table>", "a == b =="),
        ("''[[a|b\nc]] d''", "b c d"),
        ("[http://a.example b [[c|d\n* e]] f]", "b d * e f"),
    ],
)
def test_the_text_of_the_lead(wikitext: str, text: str) -> None:
    assert parse_wikitext(wikitext).sections[0].text == text


def test_line_marks_behind_a_raw_heading_are_text() -> None:
    assert parse_wikitext("<h2>a</h2>* b\n* c").sections[1].text == "* b c"


@pytest.mark.parametrize(
    ("language", "wikitext", "text"),
    [
        ("de", "__KEIN_INHALTSVERZEICHNIS__\na __INHALTSVERZEICHNIS__ b __NOTOC__ c", "a b c"),
        ("fr", "a __SOMMAIRE__ b __aucunsommaire__", "a b"),
        ("ru", "__БЕЗ_ОГЛ__a", "a"),
        ("en", "a __SOMMAIRE__ b", "a __SOMMAIRE__ b"),
    ],
)
def test_switches_have_the_names_of_the_wikis_language(language: str, wikitext: str, text: str) -> None:
    assert parse_wikitext(wikitext, language=language).sections[0].text == text


def test_a_letter_and_an_accent_by_its_number_repeat_no_anchor() -> None:
    """MediaWiki composes what is written, not what references stand for; its API composes what it answers."""
    article = parse_wikitext("== Cafe\u0301 ==\n== Caf\u00e9 ==\n== Cafe&#769; ==\n== Cafe&#769; ==\n")
    assert [section.anchor for section in article.sections[1:]] == [
        "Caf\u00e9",
        "Caf\u00e9_2",
        "Caf\u00e9",
        "Caf\u00e9_2",
    ]


def test_an_anchor_holds_1024_characters_of_its_heading() -> None:
    article = parse_wikitext(f"== {'a ' * 600}==\n== {'a ' * 700}==\n== {'é' * 1025} ==\n")
    assert [section.anchor for section in article.sections[1:]] == ["a_" * 512, "a_" * 512 + "_2", "é" * 1024]


@pytest.mark.parametrize(
    "line", ["== a == <!-- b --> <!-- c -->", "== a ==<!-- b --> ", "<!-- b -->== a ==\t<!-- c -->\t"]
)
def test_a_heading_ends_before_the_comments_behind_it(line: str) -> None:
    section = parse_wikitext(f"{line}\nd").sections[1]
    assert section.span is not None
    assert section.body_span is not None
    assert line[section.span.start : section.body_span.start] == "== a =="
