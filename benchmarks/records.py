"""Where the records that are read from the wikitext and those from its rendering differ, and why.

What the facts of the agreement hold is compared there; here is what else both kinds of record tell. A cause is named
for a difference only where the very case shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from typing import Final, NamedTuple, cast

from benchmarks.causes import UNKNOWN, lies_in
from benchmarks.score import Miss, Tally
from icor_scraper.models import Article, Reference, Section, Template, Wikilink
from icor_scraper.parse.wikitext.names.namespaces import INTERWIKI_PREFIXES
from tests.agreement.facts import bare, plain_url

SECTION_TEXTS: Final = "texts of sections"
_MATH = re.compile(r"\$\{\\(?:display|text)style(.*?)\}\$")
_CLOCK = re.compile(r"CURRENT|LOCAL")
_DATE = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October|November|December")


class Pair(NamedTuple):
    """An article as it is read from its wikitext, and from its rendering."""

    ours: Article
    shown: Article


def compare(pair: Pair, tallies: dict[str, Tally]) -> list[Miss]:
    """Tally each row of an article; the differences, each with its cause."""
    misses = list(_section_texts(pair, tallies[SECTION_TEXTS]))
    for row, (read, why) in _ROWS.items():
        wanted, found = Counter(read(pair.shown)), Counter(read(pair.ours))
        tallies[row].add_bags(wanted, found)
        sides = [(item, str(item)[:200], "") for item in (wanted - found).elements()]
        sides += [(item, "", str(item)[:200]) for item in (found - wanted).elements()]
        misses += [Miss(pair.ours.title, row, shown, ours, why(pair, item)) for item, shown, ours in sides]
    return misses


def _section_texts(pair: Pair, tally: Tally) -> Iterator[Miss]:
    for section, other in zip(pair.ours.sections, pair.shown.sections, strict=False):
        found, wanted = bare(section.text), bare(other.text)
        tally.add(found == wanted, 1)
        if found != wanted:
            start = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
            excerpts = [text[max(start - 30, 0) : start + 60] for text in (wanted, found)]
            yield Miss(
                pair.ours.title, SECTION_TEXTS, excerpts[0], excerpts[1], _why_text(pair.ours, section, wanted, found)
            )


def _why_text(ours: Article, section: Section, wanted: str, found: str) -> str:
    """The last of the causes without which, one after the other, the texts are equal."""
    source = (ours.wikitext or "")[slice(*section.span)] if section.span else ours.wikitext or ""
    templates = [t for t in ours.templates if section.span and lies_in([section.span], t.span)]
    links = [link for link in ours.wikilinks if section.span and lies_in([section.span], link.span)]
    if 'class="thumb' in source:
        return "a block dressed as a picture (class thumb), whose words the rendering's reader takes for a caption"
    for cause, change in _TEXT_CAUSES.items():
        wanted, found = change(templates, links, wanted, found)
        if wanted == found:
            return cause
    return UNKNOWN


_Change = Callable[[list[Template], list[Wikilink], str, str], tuple[str, str]]


def _without_math_style(_: list[Template], __: list[Wikilink], wanted: str, found: str) -> tuple[str, str]:
    return _MATH.sub(r"$\1$", wanted), found


def _without_language_links(_: list[Template], links: list[Wikilink], wanted: str, found: str) -> tuple[str, str]:
    for link in links:
        if _is_language_link(link):
            wanted = wanted.replace(bare(link.target), "", 1)
    return wanted, found


def _without_template_links(_: list[Template], links: list[Wikilink], wanted: str, found: str) -> tuple[str, str]:
    for link in links:
        if link.title.startswith("Template:"):
            found = found.replace(bare(link.text), "", 1)
    return wanted, found


def _without_lacking_functions(
    templates: list[Template], _: list[Wikilink], wanted: str, found: str
) -> tuple[str, str]:
    for template in templates:
        if template.name.startswith(("#section", "#lst")):
            wanted = wanted.replace(bare(template.wikitext), "", 1)
    return wanted, found


def _without_dates(templates: list[Template], _: list[Wikilink], wanted: str, found: str) -> tuple[str, str]:
    if not any(_CLOCK.search(template.wikitext) for template in templates):
        return wanted, found
    return _DATE.sub("", wanted).replace(",", ""), _DATE.sub("", found).replace(",", "")


_TEXT_CAUSES: dict[str, _Change] = {
    "the Math extension writes a formula's style into its TeX": _without_math_style,
    "links to other languages, which this wiki does not know and shows": _without_language_links,
    "a link to a template's page, which looks as a missing template does": _without_template_links,
    "a parser function that this wiki lacks and shows": _without_lacking_functions,
    "the time of day, which a parser without a clock cannot tell": _without_dates,
}


def _is_language_link(link: Wikilink) -> bool:
    return not link.text and link.title.partition(":")[0] in INTERWIKI_PREFIXES


def _words(article: Article) -> Iterator[Hashable]:
    """(title, words) of links to pages; not of pictures and categories, which show none."""
    for link in article.wikilinks:
        if link.target.startswith(":") or not link.title.startswith(("File:", "Category:")):
            yield link.title or article.title, bare(link.text)


def _why_words(pair: Pair, item: Hashable) -> str:
    title, words = cast("tuple[str, str]", item)
    prefix = title.partition(":")[0].lower()
    if prefix in INTERWIKI_PREFIXES:
        return "links to other wikis, which this wiki does not know and takes for its own pages"
    if prefix == "special":
        return "another name of a special page, in place of which MediaWiki links its own"
    if "ß" in words[:1]:
        return "a stock MediaWiki makes SS of a title's first ß; Wikipedia's leave it"
    pictures = [link.span for link in pair.ours.wikilinks if link.span and link.title.startswith("File:")]
    twins = [link for link in pair.ours.wikilinks if link.title == title and bare(link.text) == words]
    if any(lies_in(pictures, link.span) for link in twins):
        return "links in the caption of a picture, which this wiki lacks: it shows the caption as one link"
    marks = [use.span for reference in pair.ours.references for use in reference.uses]
    if any(
        link.span and lies_in([link.span], mark)
        for link in pair.ours.wikilinks
        if link.title == title
        for mark in marks
    ):
        return "a footnote mark in a link, which a browser ends there"
    return UNKNOWN


def _urls(article: Article) -> Iterator[Hashable]:
    for link in article.external_links:
        yield plain_url(link.url), bare(link.text or "")


def _why_url(pair: Pair, item: Hashable) -> str:
    """A browser knows no link in a link: it ends the outer one where an inner one begins."""
    url, _ = cast("tuple[str, str]", item)
    outer = [link.span for link in pair.ours.external_links if link.span and link.text is not None]
    inner = [*outer, *(link.span for link in pair.ours.wikilinks if link.span)]
    for link in pair.ours.external_links:
        if link.span and (plain_url(link.url) == url or url in bare(link.text or "")):
            others = [span for span in inner if span != link.span and lies_in([link.span], span)]
            if others or lies_in([span for span in outer if span != link.span], link.span):
                return "a link in a link, which a browser parts"
    if any(plain_url(reference.name or "") == url for reference in pair.ours.references if not reference.is_defined):
        return "a reference's name that is an address, linked by Cite's error message"
    return UNKNOWN


def _cells(article: Article) -> Iterator[Hashable]:
    for table in article.tables:
        for row in table.grid:
            for cell in row:
                if cell:
                    place = (table.index, cell.row, cell.column, cell.rowspan, cell.colspan)
                    yield *place, cell.is_header, len(cell.references)


def _uses(article: Article) -> Iterator[Hashable]:
    for reference in article.references:
        yield reference.group.lower(), reference.number, tuple(use.section for use in reference.uses)


def _why_mark(pair: Pair, _: Hashable) -> str:
    """Whether the page lacks a mark, or has it in another place."""
    if sum(map(_count_uses, pair.shown.references)) < sum(map(_count_uses, pair.ours.references)):
        return "a footnote mark that the rendered page does not have, in a note or an attribute"
    notes = [reference.span for reference in pair.ours.references if reference.span]
    calls = [template.span for template in pair.ours.templates if template.name == "#tag"]
    uses = [use.span for reference in pair.ours.references for use in reference.uses]
    if any(lies_in([note for note in (*notes, *calls) if note != use], use) for use in uses):
        return "a footnote mark in a note, which stands where the list of notes is shown"
    return UNKNOWN


def _count_uses(reference: Reference) -> int:
    return len(reference.uses)


def _sections_of_tables(article: Article) -> Iterator[Hashable]:
    for table in article.tables:
        yield table.index, table.section, table.parent


def _why_section(pair: Pair, _: Hashable) -> str:
    tables = [table.span for table in pair.ours.tables if table.span]
    headings = [section.span for section in pair.ours.sections[1:]]
    if any(span and lies_in(tables, span._replace(end=span.start)) for span in headings):
        return "a heading in a table left open: a browser moves it before the table"
    return UNKNOWN


_Read = Callable[[Article], Iterator[Hashable]]
_Why = Callable[[Pair, Hashable], str]
_ROWS: Final[dict[str, tuple[_Read, _Why]]] = {
    "wikilinks with their words": (_words, _why_words),
    "external links with their words": (_urls, _why_url),
    "cells: place, spans, footnote marks": (_cells, _why_mark),
    "sections of footnote marks": (_uses, _why_mark),
    "sections of tables": (_sections_of_tables, _why_section),
}
RECORD_ROWS: Final = (SECTION_TEXTS, *_ROWS)
