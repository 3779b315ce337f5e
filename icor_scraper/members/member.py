"""Member: one party or organisation of ICOR, and how each of its fields is read from the row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from icor_scraper.members.headers import (
    ABBREVIATION,
    CONTINENT,
    COUNTRY,
    ENGLISH_TRANSLATION,
    ENGLISH_TRANSLATION_WORDS,
    MEMBER_SINCE,
    MEMBER_SINCE_WORDS,
    PARTY_NAME,
)
from icor_scraper.members.name_cell import MOST_SOURCE, holds_several_names, is_struck_out
from icor_scraper.members.naming import slug, split_abbreviation, with_comma
from icor_scraper.members.places import continent_of_heading, country_code, full_name, is_country
from icor_scraper.members.recognise import are_continents, are_countries, are_party_names
from icor_scraper.models import Cell, WarningCode, Wikilink
from icor_scraper.records import Row, column, computed, years_of

FOUNDED = 2010
"""The year in which ICOR was founded (6 October 2010): nobody has been a member for longer."""

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?:\d{{1,2}} )?{_MONTH},? (?P<a>\d{{4}})"
    rf"|{_MONTH} \d{{1,2}}, (?P<b>\d{{4}})"
    r"|(?P<c>\d{4})-(?:0\d|1[0-2])(?:-\d\d)?",
    re.IGNORECASE,
)
"""A date with day, with month, or in the form of ISO 8601."""
_EDGES = " \t*†‡'\"“”:;,." + "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""What may stand around a continent's or country's name and is no part of it: note marks, stray quotes, flags made of
regional indicators."""
_NOTE_MARK = re.compile(r"\[\w{1,3}\]$")
"""A footnote mark that somebody typed, as "[1]" or "[a]"."""
_CODE = re.compile("[A-Z]{2,3}")
"""A country's code in place of its name, as {{flag|GER}} shows it, which links to the country."""
_ONGOING = re.compile(
    r"\((?P<bracketed>.*)\)|(?:since|from) (?P<since>.*)"
    r"|(?P<open>.*?)(?: ?[-–—](?: ?(?:present|today|now|ongoing))?| to (?:present|date|today|now)| onwards?)",
    re.IGNORECASE,
)
"""Words around a year that say no more than it: "(2010)", "since 2010", "2010–", "2010 – present"."""
_OTHER_NAMESPACES = frozenset("Wikipedia Help Template Category File Portal Special Talk User".split())
"""Where a link is to no article, as that of {{citation needed}} is not."""
_LINK_TEMPLATES = frozenset({"ill", "illm", "interlanguage link", "interlanguage link multi", "link-interwiki"})
"""Templates that show a link to a page not yet written (Template:Interlanguage link)."""


def _read_continent(cell: Cell) -> str:
    continent = continent_of_heading(cell.text.strip(_EDGES))
    if continent is None:
        raise ValueError("a continent")
    return continent


def _read_country(cell: Cell) -> str:
    """The name in the cell; where that is a code, the name of the country that it links to or else stands for."""
    words = cell.text.strip(_EDGES)
    linked = [title for title in map(_plain_title, cell.wikilinks) if is_country(title)]
    if _CODE.fullmatch(words):
        names = [title for title in linked if not _CODE.fullmatch(title)]
        names += [full_name(words) or words] if len(words) == 3 and not is_country(words) else []
        words = names[0] if names else words
    if not is_country(words) and not linked:
        raise ValueError("a country")
    return words


def _plain_title(link: Wikilink) -> str:
    """The page's title without what tells it apart: "Georgia (country)" is Georgia."""
    return re.sub(r" \(.*\)$", "", link.title)


def _read_party_name(cell: Cell) -> str:
    if cell.rowspan > 1:
        raise ValueError("a party's name in a row of its own")
    source = cell.wikitext or ""
    if len(source) > MOST_SOURCE:
        raise ValueError(f"a party's name of at most {MOST_SOURCE} characters of source")
    if is_struck_out(source):
        raise ValueError("a party's name that is not struck out")
    _refuse_other_kinds(cell, "a party's name")
    name, abbreviation = split_abbreviation(cell.text)
    if (abbreviation and split_abbreviation(name)[1]) or holds_several_names(source):
        raise ValueError("one party's name, with one abbreviation")
    return cell.text


def _read_translation(cell: Cell) -> str:
    if cell.rowspan > 1:
        raise ValueError("a translation in a row of its own")
    _refuse_other_kinds(cell, "a translated name")
    return cell.text


def _refuse_other_kinds(cell: Cell, expected: str) -> None:
    """Refuse what belongs in another column: a lone year, country or continent."""
    has_word = any(a.isalpha() and b.isalpha() for a, b in pairwise(cell.text))
    if not has_word or is_country(cell.text) or continent_of_heading(cell.text):
        raise ValueError(expected)


def _since_text(cell: Cell) -> str:
    return _NOTE_MARK.sub("", cell.text).rstrip()


def _read_years(cell: Cell) -> tuple[int, ...]:
    """The years in the cell; its words must say that the membership lasts, or nothing."""
    words = _since_text(cell)
    while around := _ONGOING.fullmatch(words):
        words = next(filter(None, around.groups()), "")
    date = _DATE.fullmatch(words)
    found = (int(next(filter(None, date.groups()))),) if date else years_of(words)
    if min(found) < FOUNDED:
        raise ValueError(f"years from {FOUNDED} on")
    if list(found) != sorted(set(found)):
        raise ValueError("years in order, each once")
    return found


def _country_code(row: Row) -> str | None:
    """The code of the country's name or, where that is ambiguous, of the page that the cell links to."""
    cell = row.cells["country"]
    name = _read_country(cell)
    titles = map(_plain_title, cell.wikilinks)
    code = next(filter(None, map(country_code, (name, *titles))), None)
    if code is None:
        message = f"expected one country's name, found {name!r}, which has no ISO 3166-1 code of its own"
        row.warn(WarningCode.AMBIGUOUS_VALUE, message, cell, name)
    return code


def _article(row: Row) -> str | None:
    cell = row.cells["party_name"]
    unwritten = (t.get("1") for t in cell.templates if t.name.lower() in _LINK_TEMPLATES)
    titles = (link.title for link in cell.wikilinks if link.title and link.text)
    linked = (title for title in titles if title.partition(":")[0] not in _OTHER_NAMESPACES)
    return next(linked, None) or next((argument.text for argument in unwritten if argument), None)


def _references(row: Row) -> tuple[int, ...]:
    """The numbers of the notes in the row; those of its continent are not of the party."""
    continent = row.cells.get("continent")
    cells = [cell for cell in row.covered if cell is not continent]
    numbers = [note.number for cell in cells for note in cell.references if not note.group]
    return tuple(dict.fromkeys(numbers))


def _party_name(row: Row) -> str:
    """The name, a comma and the abbreviation, which stands behind the name or in a cell of its own."""
    words = with_comma(row.cells["party_name"].text)
    own = row.cell_under(*ABBREVIATION)
    if split_abbreviation(words)[1] or own is None or not any(map(str.isalpha, own.text)):
        return words
    return words if words.endswith(f", {own.text}") else f"{words}, {own.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member party or organisation of ICOR, as its row of the members table tells."""

    position: int = computed(lambda row: row.position)
    """Number of the row, from 1."""
    continent: str = column(*CONTINENT, convert=_read_continent, is_group=True, recognise=are_continents)
    """As written, or as the heading above the row says."""
    country: str = column(*COUNTRY, convert=_read_country, recognise=are_countries)
    """As written."""
    country_code: str | None = computed(_country_code)
    """ISO 3166-1 alpha-2; None, with a warning, where neither the name nor its link tells one country."""
    party_name: str = column(
        *PARTY_NAME,
        convert=_read_party_name,
        from_row=_party_name,
        is_free_text=True,
        recognise=are_party_names,
    )
    """The whole cell, "name, abbreviation"; in that form too where the abbreviation stands in brackets or a column of
    its own."""
    name: str = computed(lambda row: split_abbreviation(_party_name(row))[0])
    """`party_name` without the abbreviation."""
    abbreviation: str | None = computed(lambda row: split_abbreviation(_party_name(row))[1])
    """What follows the last comma of `party_name` if it holds two capital letters in a row."""
    english_translation: str | None = column(
        *ENGLISH_TRANSLATION,
        words=ENGLISH_TRANSLATION_WORDS,
        convert=_read_translation,
        empty=None,
        is_free_text=True,
    )
    """None where the article gives none."""
    member_since_text: str | None = column(*MEMBER_SINCE, words=MEMBER_SINCE_WORDS, convert=_since_text, empty=None)
    """As written, without footnote marks; None where the article gives no year."""
    member_since: tuple[int, ...] = column(*MEMBER_SINCE, words=MEMBER_SINCE_WORDS, convert=_read_years, empty=())
    """The years in it: "2013/2015" is (2013, 2015)."""
    article: str | None = computed(_article)
    """Title of the article to which the party's cell links; None where it links to none."""
    references: tuple[int, ...] = computed(_references)
    """Numbers of the article's notes that stand in the row."""
    id: str = computed(lambda row: slug(split_abbreviation(_party_name(row))[0]))
    """Slug of `name`, followed by that of `country` where two names are the same; moves with the row."""
