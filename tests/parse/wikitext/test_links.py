"""What a link's record says beyond its target; the texts are those that MediaWiki 1.39 shows."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext


@pytest.mark.parametrize(
    ("wikitext", "title", "text"),
    [
        ("[[OS&nbsp;X]]", "OS X", "OS X"),
        ("[[Kruskal&ndash;Wallis test]]s", "Kruskal–Wallis test", "Kruskal–Wallis tests"),
        ("[[A%20B]]", "A B", "A B"),
        ("[[a_b]]", "A b", "a_b"),
        ("[[:Category:A]]", "Category:A", "Category:A"),
        ("[[A|b&nbsp;c]]", "A", "b c"),
    ],
)
def test_the_words_of_a_link(wikitext: str, title: str, text: str) -> None:
    [link] = parse_wikitext(wikitext).wikilinks
    assert (link.title, link.text, link.span) == (title, text, (0, len(wikitext.rstrip("s"))))
