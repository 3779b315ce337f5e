"""Revision -> Article. The steps of MediaWiki's parser, in its order:

1. clean the text as MediaWiki does when it saves (wikitext/scan/source.py);
2. take off a redirect at its start (wikitext/expand/redirects.py), and find comments, extension tags and calls as one
   nested scan (wikitext/scan/scanner.py);
3. expand: comments go, tags leave marks (wikitext/expand/extensions.py), and what calls show takes their place
   (wikitext/expand/calls.py);
4. read tables by line (wikitext/tables/lines.py) and balance them with raw tags (wikitext/tables/tree.py);
5. read headings by line (wikitext/headings/finder.py);
6. find links, in brackets (wikitext/links/finder.py) and bare (wikitext/links/bare_urls.py);
7. number the references that the tags left (wikitext/notes/cite.py);
8. render what is asked for as plain text: quotes, lists, tags and character references (wikitext/text/render.py).

html/ reads the same facts from MediaWiki's rendered HTML, by code of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icor_scraper.errors import PageError, PageProblem
from icor_scraper.models import Article, Revision
from icor_scraper.parse.wikitext.answers import WikitextAnswers
from icor_scraper.parse.wikitext.document import WikitextDocument
from icor_scraper.parse.wikitext.expand.arguments import Arguments
from icor_scraper.parse.wikitext.expand.renderers import Rendered, Renderer, render_blank
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.notes.templates import render_reference
from icor_scraper.parse.wikitext.words import words_of

if TYPE_CHECKING:
    from icor_scraper.parse.html import parse_html

__all__ = [
    "Arguments",
    "Rendered",
    "Renderer",
    "VisibleWords",
    "parse_article",
    "parse_html",
    "parse_wikitext",
    "render_blank",
]


@dataclass(frozen=True, slots=True)
class VisibleWords:
    """The renderer of what templates show on the Wikipedia of `language`: the references that they make,
    or the words that a reader sees. It gives None for a template that no rule knows.
    """

    language: str = "en"

    def __call__(self, name: str, arguments: Arguments) -> Rendered:
        shown = render_reference(name, arguments)
        return words_of(self.language)(name, arguments) if shown is None else shown


def parse_article(revision: Revision, *, templates: Renderer | None = None) -> Article:
    """Parse a revision's wikitext.

    `templates` says what template calls show; by default what readers of the site's language see of the usual ones.
    Raises PageError where the revision's content is not wikitext, and ParseError, then or when a part
    is asked for, where the text is beyond the documented limits.
    """
    if revision.content_model != "wikitext":
        raise PageError(
            f"expected wikitext, found content model {revision.content_model!r} ({revision.title})",
            title=revision.title,
            reason=PageProblem.NOT_WIKITEXT,
        )
    host = urlsplit(revision.site.base_url or "").netloc
    page = Page(revision.title, revision.site.language, f"//{host}" if host else "")
    renderer = templates or VisibleWords(page.language)
    answers = WikitextAnswers(WikitextDocument(revision.wikitext, page, renderer))
    return Article(title=revision.title, wikitext=revision.wikitext, revision=revision, _document=answers)


def parse_wikitext(text: str, *, title: str = "", language: str = "en", templates: Renderer | None = None) -> Article:
    """Parse bare wikitext, as of a page named `title` on the wiki of `language`.

    Raises as parse_article does, and TypeError where `text` is no str.
    """
    if not isinstance(text, str):
        raise TypeError(f"expected wikitext as str, found {type(text).__name__}")
    answers = WikitextAnswers(WikitextDocument(text, Page(title, language), templates or VisibleWords(language)))
    return Article(title=title, wikitext=text, revision=None, _document=answers)


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        """The HTML parser brings lxml with it, and is loaded when it is first asked for."""
        if name != "parse_html":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from icor_scraper.parse.html import parse_html  # noqa: PLC0415 -- see above

        return parse_html
