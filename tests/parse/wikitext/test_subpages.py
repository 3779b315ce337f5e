"""Links to subpages and to the pages above: on pages whose namespace has any."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.article import facts_of_article
from tests.agreement.facts import Facts
from tests.agreement.oracle import Oracle, install
from tests.mediawiki.wiki import Wiki

CASES = [
    ("User:A", "[[/x]]", "User:A/x", "/x"),
    ("User:A", "[[/x/]]", "User:A/x", "x"),
    ("User:A", "[[/]]", "User:A/", "User:A/"),
    ("User:A", "[[ /x#y]]", "User:A/x", "/x#y"),
    ("User:A", "[[/x|y]]", "User:A/x", "y"),
    ("User:A", "[[../x]]", None, "[[../x]]"),
    ("User:A/b", "[[../]]", "User:A", "User:A"),
    ("User:A/b", "[[../x]]", "User:A/x", "User:A/x"),
    ("User:A/b", "[[../x/]]", "User:A/x", "x"),
    ("User:A/b", "[[..//]]", "User:A", "User:A"),
    ("User:A/b", "[[../x|y", None, "[[User:A/x|y"),
    ("User talk:A/b/c", "[[../../x]]", "User talk:A/x", "User talk:A/x"),
    ("User talk:A/b/c", "[[../../../x]]", None, "[[../../../x]]"),
    ("Wikipedia:A", "[[:/x]]", "/x", "/x"),
    ("Lake", "[[/x]]", "/x", "/x"),
    ("Category:A/b", "[[../x]]", None, "[[../x]]"),
]
"""The page, the link on it, the page that it leads to and what it shows."""


def _in_cell(link: str) -> str:
    return f"{{|\n|{link}\n|}}"


def _link_and_words(facts: Facts) -> tuple[str | None, str]:
    cell = facts.tables[0].grid[0][0]
    return next(iter(facts.links), None), cell.text if cell else ""


@pytest.mark.parametrize(("page", "link", "target", "words"), CASES)
def test_link(page: str, link: str, target: str | None, words: str) -> None:
    article = parse_wikitext(_in_cell(link), title=page, templates=render_blank)
    assert _link_and_words(facts_of_article(article)) == (target, words)
    assert [found.text for found in article.wikilinks] == ([words] if target else [])


@pytest.mark.mediawiki
def test_mediawiki_agrees(own_wiki: Wiki) -> None:
    install(own_wiki.folder)
    oracle = Oracle(own_wiki.api_url)
    found = [(page, link, *_link_and_words(oracle.facts(_in_cell(link), page))) for page, link, _, _ in CASES]
    assert found == CASES


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("User talk:A b/C", ("User talk:A b/C/x", "User talk:A b/y", "User talk:A b", "User talk:A b/C/z", "/s")),
        ("Template:A/B", ("A/B/x", "A/y", "A", "A/B/z", "/s")),
        ("A/B", ("/x", "../y", "../", "/z/", "/s")),
    ],
)
def test_calls(page: str, names: tuple[str, ...]) -> None:
    article = parse_wikitext("{{/x}} {{ ../y |a}} {{../}} {{/z/}} {{:/s}}", title=page, templates=render_blank)
    assert tuple(template.name for template in article.templates) == names


def test_calls_are_what_the_renderer_is_asked_for() -> None:
    asked = []
    parse_wikitext("{{/x}} {{y}}", title="User:A", templates=lambda name, arguments: asked.append(name)).sections  # noqa: B018
    assert asked == ["User:A/x", "Y"]
