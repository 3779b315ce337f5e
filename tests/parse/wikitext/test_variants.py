"""`-{...}-`: words for the variants of a language."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext, render_blank


def _shown(wikitext: str, language: str) -> str:
    article = parse_wikitext(f"{{|\n| {wikitext}\n|}}", language=language, templates=render_blank)
    [[cell]] = article.tables[0].grid
    return cell.text if cell else ""


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("-{a}- -{}-b", "a b"),
        ("-{zh-hans:a;zh-hant:b}-", "a"),
        ("-{zh-tw:a; zh-cn:b;}-", "b"),
        ("-{zh:a;zh-cn:b}-", "a"),
        ("-{zh-cn:a&amp;b;zh-tw:c}-", "a&b"),
        ("-{zh-cn:a;b;zh-tw:c:d}-", "a;b"),
        ("-{zh-cn:a\ufdd0b}-", "a\ufdd0b"),
        ("-{zh-cn:a;xx:b}- -{xx:c}-", "a;xx:b xx:c"),
        ("-{zh-cn:;zh-tw:a}-", "a"),
        ("-{a=>zh-cn:b;c=>zh-tw:d}-", "b"),
        ("-{R|zh-cn:a}- -{S|zh-cn:b}-", "zh-cn:a b"),
        ("-{H|zh-cn:a}-b-{T|c}-d-{-|zh-cn:e}-", "bd"),
        ("-{A|zh-cn:a;zh-tw:b}- -{A;D|zh-cn:c}-", "a"),
        ("-{zh-hans;zh-hant|a:b}- -{|c}- -{x|d}-", "a:b c d"),
        ("-{D|zh-hans:a;zh-tw:b}-", "简体：a；臺灣：b；"),
        ("-{D|a=>zh-cn:b;c=>zh-cn:d}- -{D|e}-", "a⇒大陆：b；c⇒大陆：d； e"),
        ("-{H;D|zh-cn:a}- -{D;T|zh-cn:b}-c", "大陆：a； c"),
        ("-{zh-tw;A|zh-tw:b}-", "zh-tw:b"),
        ("-{N|zh-tw}- -{N| zh }- -{N|zh-xx}-a -{N|de}-", "臺灣 原文 a Deutsch"),
        ("a -{b -{zh-cn:c-{d}-e;zh-tw:f}- g}- h", "a b cde g h"),
        ("-{zh-cn:[[A|b]]; zh-tw:[[C]]}- [[D|-{zh-cn:''e'';zh-tw:f}-]]g", "b eg"),
        ("<nowiki>-{a}-</nowiki> -<nowiki/>{b}- &#45;{c}- -{d", "-{a}- -{b}- -{c}- -{d"),
    ],
)
def test_chinese(wikitext: str, text: str) -> None:
    assert _shown(wikitext, "zh") == text


def test_serbian() -> None:
    assert _shown("-{N|sr-el}- -{D|sr-ec:a}-", "sr") == "srpski (latinica) српски (ћирилица):a;"
    assert _shown("-{sr-ec:a;sr-el:b}- -{sr-el:c}- -{W|d}- -{sr-Cyrl:e;sr-Latn:f}-", "sr") == "a d e"


def test_in_a_language_without_variants_it_is_text() -> None:
    assert _shown("-{a}- -{en:b}-", "en") == "-{a}- -{en:b}-"


def test_the_anchor_of_a_heading_keeps_the_rule() -> None:
    [_, section] = parse_wikitext("== a -{zh-cn:b;zh-tw:c}- ==", language="zh").sections
    assert (section.heading, section.anchor) == ("a b", "a_-{zh-cn:b;zh-tw:c}-")
