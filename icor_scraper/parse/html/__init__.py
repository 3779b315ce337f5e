"""The second opinion: the records of an Article, read from the HTML that MediaWiki renders.

    HTML ──soup──▶ tree of what carries facts ──walk──▶ Page ──tables, sections, ...──▶ Article

It reads what the legacy parser writes (`action=parse`) and what Parsoid writes (the REST API), in
today's form and in MediaWiki 1.39's, and shares no parsing code with the wikitext parser.
"""

from icor_scraper.parse.html.article import parse_html

__all__ = ["parse_html"]
