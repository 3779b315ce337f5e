"""Citation templates as typed citations, and the short citations that point to them.

https://en.wikipedia.org/wiki/Help:Citation_Style_1 and https://en.wikipedia.org/wiki/Help:Shortened_footnotes.
Which template and which parameter means what is data: see parameters.py.
"""

from __future__ import annotations

import re

from icor_scraper.models import Citation, Person, Template
from icor_scraper.parse.wikitext.citations.parameters import (
    ANCHOR_TEMPLATES,
    CITATIONS,
    MULTIPLE_SHORT_CITATIONS,
    SHORT_CITATIONS,
    WITHOUT_CHAPTERS,
    Style,
)
from icor_scraper.parse.wikitext.citations.people import Given, last_name, read_people
from icor_scraper.parse.wikitext.citations.written_dates import anchor_year, iso_date
from icor_scraper.parse.wikitext.tags import decode_references

_MOST_NAMES = 4
"""So many authors stand in an anchor; further ones are left out."""

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^\s\[\]<>\"|]+", re.IGNORECASE)
_SCRIPT_PREFIX = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?:\s*(?=\S)")
_LABEL = re.compile(r"(?:ISBN|ISSN|DOI)(?:-1[03])?\s*[:=]?\s*", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"\(\((.*)\)\)", re.DOTALL)
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_QUOTES = re.compile("''+")
_ANCHOR_CALL = re.compile(rf"\{{\{{\s*(?:{'|'.join(ANCHOR_TEMPLATES)})\s*\|([^{{}}]*)\}}\}}", re.IGNORECASE)


def citation_of(template: Template) -> Citation | None:
    """The citation that a template call makes; None for any other template."""
    known = CITATIONS.get(template.name.lower())
    if known is None:
        return None
    style, kind = known
    given = _given(template)
    authors = read_people(given, style.authors)
    editors = read_people(given, style.editors)
    date = _date(given, style)
    title, work = _title_and_work(given, style, kind)
    return Citation(
        kind=kind,
        template=template.name,
        title=title,
        authors=authors,
        editors=editors,
        date=date,
        date_iso=iso_date(date) if date else None,
        url=_title_url(given, style, kind),
        archive_url=_url(given, style.fields["archive_url"]),
        archive_date=_text(given, style, "archive_date"),
        access_date=_text(given, style, "access_date"),
        work=work,
        publisher=_text(given, style, "publisher"),
        location=_text(given, style, "location"),
        volume=_text(given, style, "volume"),
        issue=_text(given, style, "issue"),
        pages=_text(given, style, "pages"),
        edition=_text(given, style, "edition"),
        language=_text(given, style, "language"),
        quote=_text(given, style, "quote"),
        isbn=_number(_text(given, style, "isbn")),
        issn=_number(_text(given, style, "issn")),
        doi=_number(_text(given, style, "doi")),
        ref_anchor=_ref_anchor(given, authors or editors, date) if style.has_anchor else None,
        span=template.span,
    )


def _given(template: Template) -> Given:
    """The named arguments that have a value, by name in lower case; the last of a name counts."""
    given = {argument.name.lower(): argument for argument in template.arguments if not argument.is_positional}
    return {name: argument for name, argument in given.items() if argument.wikitext.strip()}


def _first(given: Given, names: tuple[str, ...]) -> str | None:
    return next((given[name].text for name in names if name in given and given[name].text), None)


def _text(given: Given, style: Style, field: str) -> str | None:
    return _first(given, style.fields.get(field, ()))


def _title_and_work(given: Given, style: Style, kind: str) -> tuple[str | None, str | None]:
    """The title of what is cited, and of what holds it."""
    title, work = _text(given, style, "title"), _text(given, style, "work")
    if title and title == _first(given, ("script-title",)):
        title = _SCRIPT_PREFIX.sub("", title, count=1)
    if kind in {"episode", "serial"}:
        work = _first(given, ("series",)) or work
    chapter = None if kind in WITHOUT_CHAPTERS else _first(given, style.chapter)
    return (chapter, title or work) if chapter else (title, work)


def _title_url(given: Given, style: Style, kind: str) -> str | None:
    """The address of what `title` names: of the chapter, where there is one and it has one of its own."""
    whole, chapter = _url(given, style.fields["url"]), _url(given, style.chapter_url)
    is_chapter = kind not in WITHOUT_CHAPTERS and _first(given, style.chapter)
    return (chapter or whole) if is_chapter else (whole or chapter)


def _date(given: Given, style: Style) -> str | None:
    """The date as written; where only its parts are given, they are put together."""
    whole = _text(given, style, "date")
    if whole:
        return whole
    year, month, day = (_first(given, names) for names in (style.year, style.month, style.day))
    return " ".join(filter(None, (day if month else None, month, year))) if year else None


def _url(given: Given, names: tuple[str, ...]) -> str | None:
    """The address; from a value that is a link with words (`[url words]`), its address alone."""
    argument = next((given[name] for name in names if name in given), None)
    if argument is None:
        return None
    source = argument.text if "{{" in argument.wikitext or "<" in argument.wikitext else argument.wikitext
    found = _URL.search(source)
    return decode_references(found[0]) if found else None


def _number(text: str | None) -> str | None:
    """An identifier as written, without a label, an address or brackets around it."""
    if text is None:
        return None
    bare = _LABEL.sub("", _DOI_ADDRESS.sub("", text.strip()), count=1)
    as_written = _AS_WRITTEN.fullmatch(bare)
    return (as_written[1] if as_written else bare).strip(" .,;") or None


def _ref_anchor(given: Given, people: tuple[Person, ...], date: str | None) -> str | None:
    """`|ref=` where it is given, else CITEREF, the last names and the year."""
    ref = given.get("ref")
    if ref is not None and ref.text.lower() != "harv":
        call = _ANCHOR_CALL.search(ref.wikitext)
        if call:
            words = _QUOTES.sub("", call[1]).split("|")
            return citation_anchor([word for word in words if "=" not in word])
        return None if ref.text.lower() == "none" else encode_anchor(ref.text) or None
    if not people:
        return None
    year = _first(given, ("year",)) or date or ""
    return citation_anchor([*map(last_name, people[:_MOST_NAMES]), anchor_year(year)])


def citation_anchor(words: list[str]) -> str:
    return encode_anchor("CITEREF" + "".join(word.strip() for word in words))


def encode_anchor(text: str) -> str:
    """An anchor as it stands in a page: underscores for spaces."""
    return "_".join(text.replace("_", " ").split())


def is_short_citation(name: str) -> bool:
    """Whether a template of that title is {{sfn}} or one of its kin."""
    return name.lower() in SHORT_CITATIONS or name.lower() in MULTIPLE_SHORT_CITATIONS


def short_citation_keys(template: Template) -> tuple[str, ...]:
    """The anchors of the works that {{sfn}}, {{harvnb}}, {{sfnm}} and their kin name.

    Empty for any other template. A key equals the `ref_anchor` of the citation meant.
    """
    if not is_short_citation(template.name):
        return ()
    given = {argument.name: argument.text for argument in template.arguments}
    if template.name.lower() in MULTIPLE_SHORT_CITATIONS:
        return _keys_of_several(given)
    if given.get("ref"):
        return (encode_anchor(given["ref"]),)
    words = [given.get(str(number), "") for number in range(1, _MOST_NAMES + 2)]
    return (citation_anchor(words),) if any(words) else ()


def _keys_of_several(given: dict[str, str]) -> tuple[str, ...]:
    """`{{sfnm|1a1=Smith|1a2=Jones|1y=2001|2a1=Lee|2y=2003}}`."""
    keys = []
    for work in range(1, len(given) + 1):
        names = [given[key] for number in range(1, _MOST_NAMES + 1) if given.get(key := f"{work}a{number}")]
        if not names:
            break
        keys.append(citation_anchor([*names, given.get(f"{work}y", "")]))
    return tuple(keys)


__all__ = ["citation_of", "short_citation_keys"]
