"""The second opinion: the records of an Article, read from the HTML that MediaWiki renders.

    HTML ──strain──▶ elements that carry facts ──walk, by rules──▶ Page ──tables, sections, ...──▶ Article

It reads what the legacy parser writes (`action=parse`) and what Parsoid writes (the REST API), in
today's form, MediaWiki 1.39's and those of the years before, also with a skin around it, and shares no
parsing code with the wikitext parser.

Up to the Page, libraries in C are at work. `apart` lets them work in a process of their own (`worker`),
so that whatever a hostile page does to them ends that process and not this one.

strain.py      HTML, tag by tag, to what carries facts; form.py knows its form before the first element is read
roles.py       what each element is to a reader of facts
walk.py        one walk over the elements, by rules/; place.py knows where it is, page.py what it has found
article.py     from HTML to an Article, of which document.py makes each part when it is asked for
sections.py, tables.py, infobox.py, references.py, links.py, content.py    the records of each kind
grid.py, labels.py, ref_tags.py, addresses.py, text.py                     what these have to know of HTML
apart.py       HTML read in worker.py's process, which answers as answer.py says
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icor_scraper.parse.html.apart import parse_html_apart
    from icor_scraper.parse.html.article import parse_html

__all__ = ["parse_html", "parse_html_apart"]


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        """Each is loaded when it is first asked for: who reads apart needs no lxml here."""
        if name == "parse_html":
            from icor_scraper.parse.html.article import parse_html  # noqa: PLC0415 -- see above

            return parse_html
        if name == "parse_html_apart":
            from icor_scraper.parse.html.apart import parse_html_apart  # noqa: PLC0415 -- see above

            return parse_html_apart
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
