"""What a citation template shows: authors, date, title, work, publisher, numbers, archive.

In the order and punctuation of Citation Style 1 (https://en.wikipedia.org/wiki/Help:Citation_Style_1),
and with commas for {{citation}}, Citation Style 2. The parameters most in use are shown; translators,
contributors, `others` and error messages are not. Italics and bold type are left out: only words count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from icor_scraper.models import Person
from icor_scraper.parse.wikitext.citations.parameters import CITATIONS, WITHOUT_CHAPTERS, Style
from icor_scraper.parse.wikitext.citations.people import may_name, read_people
from icor_scraper.parse.wikitext.words.languages import language_name
from icor_scraper.parse.wikitext.words.rule import Arguments

_ITALIC_TITLES: Final = frozenset(
    {"book", "av media", "av media notes", "thesis", "tech report", "map", "sign", "video game", "report", "serial"}
)
_TYPES: Final = {
    "press release": "Press release",
    "thesis": "Thesis",
    "tech report": "Technical report",
    "podcast": "Podcast",
    "interview": "Interview",
    "map": "Map",
    "speech": "Speech",
    "mailing list": "Mailing list",
    "av media notes": "Media notes",
    "report": "Report",
}
_IDENTIFIERS: Final = {
    "arxiv": "arXiv:",
    "eprint": "arXiv:",
    "asin": "ASIN ",
    "bibcode": "Bibcode:",
    "doi": "doi:",
    "hdl": "hdl:",
    "isbn": "ISBN ",
    "issn": "ISSN ",
    "eissn": "eISSN ",
    "jstor": "JSTOR ",
    "lccn": "LCCN ",
    "mr": "MR ",
    "oclc": "OCLC ",
    "ol": "OL ",
    "osti": "OSTI ",
    "pmc": "PMC ",
    "pmid": "PMID ",
    "rfc": "RFC ",
    "s2cid": "S2CID ",
    "ssrn": "SSRN ",
    "zbl": "Zbl ",
}
_JOURNALS: Final = frozenset({"journal", "arxiv", "citeseerx"})
_MOST_AUTHORS = 500
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


@dataclass(frozen=True, slots=True)
class _Value:
    text: str

    @property
    def wikitext(self) -> str:
        return self.text


class _Citation:
    """The arguments of one call, asked for by the style's own names."""

    def __init__(self, args: Arguments, style: Style, kind: str) -> None:
        self.given = {name.lower(): bare for name, value in args if (bare := value.strip())}
        self.style = style
        self.kind = kind

    def get(self, *names: str) -> str:
        given = self.given
        for name in names:
            if name in given:
                return given[name]
        return ""

    def field(self, name: str) -> str:
        given = self.given
        for parameter in self.style.fields.get(name, ()):
            if parameter in given:
                return given[parameter]
        return ""

    def people(self) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
        authors, editors = self.style.authors, self.style.editors
        has_authors, has_editors = (may_name(self.given, people) for people in (authors, editors))
        if not has_authors and not has_editors:
            return (), ()
        given = {name: _Value(value) for name, value in self.given.items()}
        return read_people(given, authors), read_people(given, editors)

    def date(self) -> str:
        year, month, day = (self.get(*names) for names in (self.style.year, self.style.month, self.style.day))
        written = self.field("date") or " ".join(filter(None, (day if month else "", month, year if year else "")))
        original = self.get("orig-date", "orig-year", "origyear", "origdate")
        return f"{written} &#91;{original}&#93;" if written and original else written


def render_citation(name: str, args: Arguments) -> str | None:
    """The citation in words, for an English citation template; None for any other template."""
    style, kind = CITATIONS.get(name.lower(), (None, ""))
    if style is None or not style.has_anchor or kind == "tweet":
        return None
    cited = _Citation(args, style, kind)
    parts: list[str] = []
    for part in _parts(cited):
        if part.startswith(_CLINGING) and parts:
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
    if kind == "citation":
        return ", ".join(parts) + ("." if cited.get("postscript") == "." else "")
    shown = " ".join(part if part.endswith(_STOPS) else f"{part}." for part in parts)
    return shown.removesuffix(".") if cited.get("postscript") == "none" else shown


_CLINGING: Final = ("(", "– ")
"""How parts begin that belong to the part before: "(3rd ed.)", "– via a library"."""
_STOPS: Final = tuple(stop + end for stop in ".?!" for end in ("", '"', "]", '"]'))


def _parts(cited: _Citation) -> list[str]:
    """The sentences of the citation, in order, without the stops between them."""
    authors, editors = cited.people()
    date = cited.date()
    chapter = cited.get(*cited.style.chapter) if cited.kind not in WITHOUT_CHAPTERS else ""
    title, work = cited.field("title"), _work(cited)
    names = _names(cited, authors) or _editors(cited, editors)
    parts = [f"{names} ({date})" if names and date else names]
    shown = [_title(cited, title, has_chapter=bool(chapter), has_work=bool(work)), _type(cited)]
    edited = _editors_in_brackets(editors) if authors and editors else ""
    if chapter:
        parts.append(_linked(cited, f'"{chapter}"', cited.style.chapter_url))
    if edited and not chapter and title and work:
        parts += [*shown, f"In {edited}"]
    else:
        parts += [f"In {edited}" if edited and chapter else edited, *shown]
    parts += _source(cited, work)
    if date and not names:
        parts.append(date)
    if cited.kind not in _JOURNALS:
        parts.append(_pages(cited))
    parts += _identifiers(cited)
    parts += [_archive(cited), _retrieved(cited), f'"{quote}"' if (quote := cited.field("quote")) else ""]
    return parts


def _names(cited: _Citation, people: tuple[Person, ...]) -> str:
    """`Smith, John; Lee, Ann`, or Vancouver's list as it stands."""
    if people and (listed := cited.get("vauthors", "veditors")):
        return listed.replace("((", "").replace("))", "")
    shown = cited.get("display-authors", "displayauthors")
    most = int(shown) if shown.isascii() and shown.isdigit() and len(shown) < 4 else _MOST_AUTHORS
    names = "; ".join(_name(person) for person in people[:most])
    return f"{names}; et al." if names and (len(people) > most or shown == "etal") else names


def _name(person: Person) -> str:
    if person.link and "[[" not in person.name:
        return f"[[{person.link}|{person.name}]]"
    return person.name


def _editors(cited: _Citation, editors: tuple[Person, ...]) -> str:
    """`Smith, John, ed.`, where no author stands first."""
    names = _names(cited, editors)
    return f"{names}, {'eds' if len(editors) > 1 else 'ed'}." if names else ""


def _editors_in_brackets(editors: tuple[Person, ...]) -> str:
    names = "; ".join(map(_name, editors))
    return f"{names} ({'eds' if len(editors) > 1 else 'ed'}.)"


def _work(cited: _Citation) -> str:
    return cited.get("series") or cited.field("work") if cited.kind == "episode" else cited.field("work")


def _title(cited: _Citation, title: str, *, has_chapter: bool, has_work: bool) -> str:
    """The linked title, its translation, format and language."""
    if not title:
        return ""
    is_italic = has_chapter or cited.kind in _ITALIC_TITLES or (cited.kind == "citation" and not has_work)
    shown = title if is_italic else f'"{title}"'
    shown = shown if has_chapter and cited.get(*cited.style.chapter_url) else _linked(cited, shown, ("url",))
    translation = cited.get("trans-title", "trans_title")
    shown += f" &#91;{translation}&#93;" if translation and translation != title else ""
    form, language = cited.get("format"), _language(cited)
    return f"{shown}{f' ({form})' if form else ''}{f' (in {language})' if language else ''}"


def _language(cited: _Citation) -> str:
    given = cited.field("language")
    codes = [code.strip() for code in given.split(",") if code.strip()]
    names = [language_name(code) or code if len(code) < 8 and code.islower() else code for code in codes]
    return "" if names in ([], ["English"]) else ", ".join(names)


def _linked(cited: _Citation, shown: str, urls: tuple[str, ...]) -> str:
    """The words as a link to the archive where the page itself is gone, else to the page."""
    url, archive = cited.get(*urls), cited.field("archive_url")
    if archive and cited.get("url-status", "deadurl", "dead-url") not in {"live", "no"}:
        url = archive
    if not url or any(sign in url for sign in " []<"):
        return shown
    return f"[{url} {_unlinked(shown)}]"


def _unlinked(words: str) -> str:
    """A link holds no further link."""
    return _WIKILINK.sub(r"\1", words) if "[[" in words else words


def _type(cited: _Citation) -> str:
    given = cited.get("type", "medium", "degree")
    if cited.get("degree") and cited.kind == "thesis":
        given = f"{cited.get('degree')} thesis"
    shown = given or _TYPES.get(cited.kind, "")
    return f"({shown})" if shown and shown != "none" else ""


def _source(cited: _Citation, work: str) -> list[str]:
    """Where it was published: work, volume, edition, place, publisher, agency."""
    volume, issue = cited.field("volume"), cited.field("issue")
    place, publisher = cited.field("location"), cited.field("publisher")
    edition = cited.field("edition")
    house = f"{place}: {publisher}" if place and publisher else publisher or place
    if cited.kind in _JOURNALS:
        pages = cited.field("pages")
        numbers = f"{volume}{f' ({issue})' if issue else ''}{f': {pages}' if pages else ''}"
        return [work, numbers.lstrip(" :") if not volume and not issue else numbers.strip(), house]
    numbers = ", ".join(filter(None, (f"Vol. {volume}" if volume else "", f"no. {issue}" if issue else "")))
    series = cited.get("series") if cited.kind != "episode" else ""
    via = cited.get("via")
    return [
        work,
        series,
        numbers,
        f"({edition} ed.)" if edition else "",
        house,
        cited.get("agency"),
        f"– via {via}" if via else "",
    ]


def _pages(cited: _Citation) -> str:
    many, one, at = cited.get("pages", "pp"), cited.get("page", "p"), cited.get("at")
    if many:
        is_range = any(sign in many for sign in ("–", "-", ",", "&", ";"))
        return f"{'pp' if is_range else 'p'}.&nbsp;{many}"
    return f"p.&nbsp;{one}" if one else at


def _identifiers(cited: _Citation) -> list[str]:
    given = cited.given
    if given.keys().isdisjoint(_IDENTIFIERS):
        return []
    return [f"{label}{given[name]}" for name, label in _IDENTIFIERS.items() if name in given]


def _archive(cited: _Citation) -> str:
    archive, day, url = cited.field("archive_url"), cited.field("archive_date"), cited.field("url")
    if not archive:
        return ""
    on = f" on {day}" if day else ""
    if cited.get("url-status", "deadurl", "dead-url") in {"live", "no"}:
        return (
            f"[{archive} Archived] from the original{on}" if " " not in archive else f"Archived from the original{on}"
        )
    original = f"[{url} the original]" if url and " " not in url else "the original"
    return f"Archived from {original}{on}"


def _retrieved(cited: _Citation) -> str:
    day = cited.field("access_date")
    return f"Retrieved {day}" if day else ""
