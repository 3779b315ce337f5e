"""From HTML to an Article."""

from __future__ import annotations

from icor_scraper.models import Article, Revision
from icor_scraper.parse.html.document import HtmlDocument
from icor_scraper.parse.html.form import Form, form_of, no_article
from icor_scraper.parse.html.page import Page
from icor_scraper.parse.html.rules import RULES
from icor_scraper.parse.html.strain import Strained, strain
from icor_scraper.parse.html.walk import Walk


def parse_html(html: str, *, title: str = "", revision: Revision | None = None) -> Article:
    """Read `html`, the page `title` (else the one of `revision`) as MediaWiki renders it.

    That may be the article alone, as the API gives it, or a whole page with its skin, as a browser saves it.
    Records read from HTML have no spans, wikitext, templates or citations; a note's name is known
    from Parsoid's HTML alone, and categories from it and from skins that show them.

    Raises TypeError where `html` is no str, and ParseError where it is beyond the limits that README.md names, or where
    a skin is around an article that is not there; of the places of cells, when the article is asked for its tables.
    """
    if not isinstance(html, str):
        raise TypeError(f"expected HTML as str, found {type(html).__name__}")
    page, is_repaired = read_html(html)
    title = title or (revision.title if revision else "")
    document = HtmlDocument(page, title=title, is_repaired=is_repaired)
    return Article(title=title, wikitext=None, revision=revision, _document=document)


def read_html(html: str) -> tuple[Page, bool]:
    """All that libraries in C have a part in: what the HTML holds, and whether characters of it were replaced.

    Raises ParseError as `parse_html` does.
    """
    form = form_of(html)
    page, strained = _walk(html, form)
    if not strained.has_content:  # a comment or script only speaks of the article's element
        if form.has_skin:
            raise no_article()
        page, strained = _walk(html, form._replace(content="", inner=""))
    return page, strained.is_repaired


def _walk(html: str, form: Form) -> tuple[Page, Strained]:
    walk = Walk(form, RULES)
    strained = strain(html, walk, form)
    walk.add_shown_categories()
    return walk.page, strained
