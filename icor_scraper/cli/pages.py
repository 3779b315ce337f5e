"""Any article that a command shows: of a revision, or of a page of HTML in a file."""

from __future__ import annotations

from pathlib import Path

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.sources import obtain_revision, wanted
from icor_scraper.fetch.html_file import is_html_file, read_html_file
from icor_scraper.models import Article
from icor_scraper.parse import parse_article
from icor_scraper.parse.html import parse_html_apart


def obtain_article(arguments: Arguments, source: str, *, live_title: str | None = None) -> Article:
    """The article that was asked for, of `source`; raises what reading, fetching and parsing raise."""
    want = wanted(arguments, source, live_title=live_title)
    if is_html_file(source):
        html, title = read_html_file(Path(source), want.title)
        return parse_html_apart(html, title=title)
    return parse_article(obtain_revision(arguments, want))
