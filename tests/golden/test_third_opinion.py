"""What mwparserfromhell finds in the saved pages, this parser finds too, at the same places."""

from __future__ import annotations

from pathlib import Path

import mwparserfromhell
import pytest

from icor_scraper.fetch import read_revision
from icor_scraper.models import Article
from icor_scraper.parse import parse_article

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGES = sorted(path.parent.name for path in FIXTURES.glob("*/query.json") if path.parent.name != "broken_markup")


@pytest.fixture(params=PAGES, name="article")
def _article(request: pytest.FixtureRequest) -> Article:
    return parse_article(read_revision(FIXTURES / request.param))


def test_templates(article: Article) -> None:
    code = mwparserfromhell.parse(article.wikitext)
    theirs = [str(template) for template in code.filter_templates()]
    assert sorted(template.wikitext for template in article.templates) == sorted(theirs)


def test_arguments(article: Article) -> None:
    code = mwparserfromhell.parse(article.wikitext)
    theirs = [
        [(str(argument.name).strip(), str(argument.value).strip()) for argument in template.params]
        for template in code.filter_templates()
        if not str(template.name).startswith("#")
    ]
    ours = [
        [(argument.name, argument.wikitext.strip()) for argument in template.arguments]
        for template in article.templates
        if not template.name.startswith("#")
    ]
    assert sorted(ours) == sorted(theirs)


def test_external_links_with_a_label(article: Article) -> None:
    code = mwparserfromhell.parse(article.wikitext)
    theirs = {str(link) for link in code.filter_external_links() if link.brackets and "{{" not in str(link)}
    assert article.wikitext is not None
    ours = {article.wikitext[slice(*link.span)] for link in article.external_links if link.span}
    assert theirs <= ours
