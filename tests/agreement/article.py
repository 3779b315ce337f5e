"""The same facts out of an Article of this library.

Where the rendered page, read as the oracle reads it, tells less than it shows, the same is left out here:

* An undefined name that is an address becomes a link in Cite's error message.
* A stock MediaWiki makes "SS" of a title's first "ß"; Wikipedia's leave it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from icor_scraper.models import Article, Reference, Table, Wikilink
from icor_scraper.parse.wikitext.names.namespaces import INTERWIKI_PREFIXES
from tests.agreement.facts import (
    CellFact,
    Facts,
    Grid,
    ListFact,
    NoteFact,
    SectionFact,
    TableFact,
    plain_url,
)

STOCK_PREFIXES = frozenset(
    "acronym advogato arxiv c c2find cache commons d de dictionary doi drumcorpswiki dwjwiki elibre emacswiki en es "
    "foldoc foxwiki fr freebsdman gentoo-wiki google googlegroups hammondwiki hrwiki imdb it ja kmwiki linuxwiki "
    "lojban lqwiki m meatball mediawikiwiki memoryalpha metawiki metawikimedia mozillawiki mw nl oeis openwiki pl pmid "
    "pt pythoninfo q rfc ru s s23wiki seattlewireless senseislibrary shoutwiki squeak sv theopedia tmbw tmnet "
    "twiki uncyclopedia unreal usemod w wiki wikia wikibooks wikidata wikif1 wikihow wikimedia wikinews wikinfo "
    "wikipedia wikiquote wikisource wikispecies wikiversity wikivoyage wikt wiktionary zh".split()
)
"""The interwiki prefixes of the oracle's wiki: fewer languages than Wikipedia's, and odd sites besides."""

_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*", re.ASCII | re.IGNORECASE).match
_NOT_RECORDED = ("Media:", "Special:", "Template:")
"""Namespaces whose links are no page's links."""


def facts_of_article(article: Article, prefixes: frozenset[str] = STOCK_PREFIXES) -> Facts:
    """The facts of an article, as a wiki tells them that knows the interwiki `prefixes`."""
    return Facts(
        sections=tuple(SectionFact(s.level, s.number, s.heading, s.anchor) for s in article.sections[1:]),
        tables=tuple(TableFact(t.caption or "", _grid(t), t.parent is not None) for t in article.tables),
        lists=_lists(article.references),
        links=frozenset(
            title
            for link in article.wikilinks
            if (title := linked_page(link, article, prefixes))
            and (title != article.title or link.fragment is not None or _is_outside_text(link, article))
        ),
        categories=frozenset(category.name for category in article.categories),
        external=frozenset(
            [
                *(plain_url(link.url) for link in article.external_links),
                *(plain_url(name) for name in _undefined_addresses(article.references)),
            ]
        ),
    )


def _grid(table: Table) -> Grid:
    return tuple(tuple(CellFact(cell.text, cell.is_header) if cell else None for cell in row) for row in table.grid)


def _lists(references: tuple[Reference, ...]) -> tuple[ListFact, ...]:
    notes: dict[tuple[str, bool, int], list[NoteFact]] = defaultdict(list)
    for reference in references:
        key = (reference.group, reference.is_listed, reference.list_index)
        text = reference.text if reference.is_listed else None
        notes[key].append(NoteFact(len(reference.uses), text, reference.details_of))
    return tuple(ListFact(group, is_listed, tuple(found)) for (group, is_listed, _), found in notes.items())


def _undefined_addresses(references: tuple[Reference, ...]) -> list[str]:
    return [
        reference.name
        for reference in references
        if not reference.is_defined and reference.name and re.search(r"\w://", reference.name)
    ]


def _is_outside_text(link: Wikilink, article: Article) -> bool:
    """Whether a redirect or `link=` of an image makes it: then nothing is an image, a category or the page itself."""
    if link.span is None:
        return False
    wikitext = article.wikitext or ""
    redirect = _REDIRECT(wikitext)
    if redirect and redirect.end() == link.span.start:
        return True
    return not wikitext.startswith(("[[", "{{"), link.span.start)


def linked_page(link: Wikilink, article: Article, prefixes: frozenset[str] = STOCK_PREFIXES) -> str:
    """The page that MediaWiki records for the link; "" for none."""
    is_outside_text = _is_outside_text(link, article)
    is_plain = is_outside_text or unquote(link.target).lstrip(" ").startswith(":")
    if link.title.startswith("Media:") and is_outside_text:
        return link.title.replace("Media", "File", 1)
    prefix, colon, _ = link.title.partition(":")
    if colon and prefix in INTERWIKI_PREFIXES:  # in lower case; a namespace's name is not
        return "" if prefix in prefixes else _capital(link.title)
    if link.title.startswith(_NOT_RECORDED) or (link.title.startswith(("File:", "Category:")) and not is_plain):
        return ""
    return _capital(link.title)


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
