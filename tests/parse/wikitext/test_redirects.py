"""Redirects in the words of other languages; those of English are in tests/spec/links.md."""

from __future__ import annotations

import pytest

from icor_scraper import parse_wikitext


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "#Redirect [[A]]"),
        ("de", "#WEITERLEITUNG [[A]]"),
        ("de", "#weiterleitung [[A]]"),
        ("de", "#REDIRECT [[A]]"),
        ("ja", "＃転送 [[A]]"),
        ("ru", "#перенаправление [[A]]"),
    ],
)
def test_words_of_languages(language: str, text: str) -> None:
    article = parse_wikitext(f"{text}== B ==", language=language)
    assert [link.title for link in article.wikilinks] == ["A"]
    assert [section.heading for section in article.sections[1:]] == ["B"]


@pytest.mark.parametrize("text", ["#WEITERLEITUNG [[A]]", "#REDIRECTED [[A]]", "#REDIRECT [[A", "#REDIRECT [[\n]]"])
def test_no_redirect(text: str) -> None:
    assert len(parse_wikitext(f"{text}== B ==").sections) == 1


def test_a_plain_link_to_a_category() -> None:
    article = parse_wikitext("#REDIRECT [[Category:A]]")
    assert [(link.target, link.title, link.text) for link in article.wikilinks] == [
        (":Category:A", "Category:A", "Category:A")
    ]
    assert article.categories == ()
