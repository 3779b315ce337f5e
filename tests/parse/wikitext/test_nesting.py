"""Nesting: nothing within the limits is given up in silence."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext


@pytest.mark.parametrize("depth", [34, 100, 1000])
def test_every_template_of_a_nest_is_found(depth: int) -> None:
    text = "".join(f"{{{{a{number}|" for number in range(depth)) + "x" + "}}" * depth
    templates = parse_wikitext(text).templates
    assert [template.name for template in templates] == [f"A{number}" for number in range(depth)]
    assert [template.span for template in templates] == [
        (text.index(f"{{{{a{number}|"), len(text) - 2 * number) for number in range(depth)
    ]


@pytest.mark.parametrize(
    ("depth", "found"), [(2, [0, 1]), (3, [2]), (4, [2, 3]), (5, [4]), (34, [32, 33]), (99, [98]), (1000, [998, 999])]
)
def test_of_nested_pictures_those_are_found_that_mediawiki_shows(depth: int, found: list[int]) -> None:
    """A picture may hold one link or picture in its caption; MediaWiki shows the marks of any further one as text."""
    text = "".join(f"[[File:A{number}.jpg|thumb|" for number in range(depth)) + "x" + "]]" * depth
    article = parse_wikitext(text)
    assert sorted(link.title for link in article.wikilinks) == [f"File:A{number}.jpg" for number in found]
    assert article.lead.text.count("thumb|") == depth - len(found)
