"""Who is timed, and for what: each is a function of one page. All but this library are optional installs."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from benchmarks.corpus import Page
from benchmarks.facts import our_facts
from icor_scraper.models import Article
from icor_scraper.parse import parse_html, parse_wikitext, render_blank


class Contestant(NamedTuple):
    """One row of the table."""

    needs: tuple[str, ...]
    """The modules it imports."""
    run: Callable[[Page], object]
    reads_html: bool = False


def _ask(page: Page, part: Callable[[Article], object], *, is_blank: bool = True) -> object:
    return part(parse_wikitext(page.text, title=page.title, templates=render_blank if is_blank else None))


def _facts_by(module: str, function: str, page: Page) -> object:
    """What a module of this folder, whose parser may not be installed, gives for a page."""
    return getattr(import_module(f"benchmarks.{module}"), function)(page.text)


def _mwparserfromhell(page: Page) -> object:
    import mwparserfromhell  # noqa: PLC0415  # an optional part

    return mwparserfromhell.parse(page.text)


def _wikitextparser(page: Page) -> object:
    import wikitextparser  # noqa: PLC0415

    return wikitextparser.parse(page.text)


def _pandas(page: Page) -> object:
    import pandas as pd  # noqa: PLC0415

    try:
        return pd.read_html(io.StringIO(page.html), flavor="lxml")
    except ValueError:  # no table
        return []


def _lxml(page: Page) -> object:
    import lxml.html  # noqa: PLC0415

    return lxml.html.fromstring(page.html)


def _soup(page: Page) -> object:
    import bs4  # noqa: PLC0415

    return bs4.BeautifulSoup(page.html, "lxml")


def _all_of(article: Article) -> object:
    return article.sections, article.tables, article.references, article.wikilinks, article.external_links


def _parse_html(page: Page) -> object:
    return _all_of(parse_html(page.html, title=page.title))


BASE = "mwparserfromhell, parse alone"
OURS = "icor_scraper, all facts"
WTF = "wtf_wikipedia on Node, fewer facts"

CONTESTANTS: dict[str, Contestant] = {
    BASE: Contestant(("mwparserfromhell",), _mwparserfromhell),
    "mwparserfromhell, all facts": Contestant(
        ("mwparserfromhell",), partial(_facts_by, "mwparserfromhell_facts", "all_facts")
    ),
    OURS: Contestant((), lambda page: our_facts(page.text, page.title)),
    "wikitextparser, parse alone": Contestant(("wikitextparser",), _wikitextparser),
    "wikitextparser, lists of objects": Contestant(
        ("wikitextparser",), partial(_facts_by, "wikitextparser_facts", "lists_of_objects")
    ),
    "wikitextparser, all facts": Contestant(
        ("wikitextparser",), partial(_facts_by, "wikitextparser_facts", "all_facts")
    ),
    "pandas.read_html of the rendered HTML": Contestant(("pandas", "lxml"), _pandas, reads_html=True),
    "BeautifulSoup (lxml) of the rendered HTML": Contestant(("bs4", "lxml"), _soup, reads_html=True),
    "lxml of the rendered HTML": Contestant(("lxml",), _lxml, reads_html=True),
}

COSTLY: dict[str, Contestant] = {
    "all facts, templates in a reader's words": Contestant((), partial(_ask, part=_all_of, is_blank=False)),
    "text of all sections": Contestant(
        (), partial(_ask, part=lambda article: [section.text for section in article.sections])
    ),
    "arguments of all templates": Contestant(
        (), partial(_ask, part=lambda article: [template.arguments for template in article.templates])
    ),
    "typed citations": Contestant((), partial(_ask, part=lambda article: article.citations)),
    "infobox": Contestant((), partial(_ask, part=lambda article: article.infoboxes)),
    "warnings": Contestant((), partial(_ask, part=lambda article: article.warnings)),
    "parse_html, all facts of the rendered HTML": Contestant((), _parse_html, reads_html=True),
}


def is_installed(contestant: Contestant) -> bool:
    return all(find_spec(module) is not None for module in contestant.needs)
