"""Links, identifiers, names of people and ships."""

from __future__ import annotations

import re
from typing import Final

from icor_scraper.parse.wikitext.names.namespaces import LANGUAGE_CODES
from icor_scraper.parse.wikitext.words.dates import written
from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, first_of, is_yes, link, named, numbered

_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ARCHIVE_HOSTS: Final = (
    ("archive.org", "the [[Wayback Machine]]"),
    ("webcitation.org", "[[WebCite]]"),
    ("archive.today", "[[archive.today]]"),
    ("archive.is", "[[archive.today]]"),
    ("archive.ph", "[[archive.today]]"),
    ("archive.li", "[[archive.today]]"),
    ("archive.fo", "[[archive.today]]"),
    ("archive.vn", "[[archive.today]]"),
    ("archive.md", "[[archive.today]]"),
)
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)\d{0,6}$", re.ASCII)
_TIMESTAMP = re.compile(r"/(\d{4})(\d\d)(\d\d)\d*\*?/")


def interlanguage_link(args: Arguments) -> str | None:
    """`{{ill|title|language|title there|lt=text}}`, and the older `{{ill|language|title there|title}}`.

    The mark of the other language, "[de]", is left out: it is gone once the article exists here.
    """
    values = [value for value in numbered(args) if value]
    if not values:
        return None
    text = first_of(args, "lt", "display")
    is_old = len(values) > 1 and values[0] in LANGUAGE_CODES and values[1] not in LANGUAGE_CODES
    if is_old:
        title = values[2] if len(values) > 2 else values[1]
        text = text or (values[3] if len(values) > 3 else "")
    else:
        title = values[0]
    return link(title, text)


def web_archive(args: Arguments) -> str | None:
    """`{{webarchive|url=|date=|title=}}`: "Archived DATE at the Wayback Machine."."""
    url = first_of(args, "url", "1")
    host = _SCHEME.sub("", url).partition("/")[0].lower()
    service = next((name for part, name in _ARCHIVE_HOSTS if host == part or host.endswith(f".{part}")), None)
    if service is None or first_of(args, "url2", "format"):
        return None
    return _archived(url, first_of(args, "title"), first_of(args, "date", "2") or _date_of(url), service)


def wayback(args: Arguments) -> str | None:
    """`{{wayback|url=original|date=20110513081709|title=|df=y}}`, the older form of webarchive."""
    url, stamp = first_of(args, "url", "1"), first_of(args, "date", "2")
    match = _DIGITS.match(stamp)
    if not url or not match:
        return None
    day = written(match[1], match[2], match[3], day_first=is_yes(args.get("df")))
    if day is None:
        return None
    address = f"https://web.archive.org/web/{stamp}/{url}"
    return _archived(address, first_of(args, "title"), day, "the [[Wayback Machine]]")


def _archived(address: str, title: str, day: str, service: str) -> str:
    if title:
        return f"[{address} {title}] at {service}{f' (archived {day})' if day else ''}"
    return f"[{address} Archived]{f' {day}' if day else ''} at {service}."


def _date_of(url: str) -> str:
    found = _TIMESTAMP.search(url)
    return "-".join(found.groups()) if found else ""


def web_address(args: Arguments) -> str | None:
    """`{{URL|example.com|text}}`: the address without its scheme and last slash."""
    url = first_of(args, "1")
    if not url or "[" in url:
        return url or None
    bare = _SCHEME.sub("", url, count=1)
    target = url if _SCHEME.match(url) or ":" in url.partition("/")[0] else f"http://{url}"
    return f"[{target} {first_of(args, '2') or bare.removesuffix('/')}]"


def official_website(args: Arguments) -> str | None:
    """`{{official website|url|name=}}`; without an address it comes from Wikidata, and the words stay."""
    url, text = first_of(args, "1", "url"), first_of(args, "name", "2") or "Official website"
    if not url:
        return text
    return f"[{url if '//' in url else f'http://{url}'} {text}]"


def identifier(label: str, address: str) -> Rule:
    """`{{ISSN|1234-5678}}`: a linked number after its label."""

    def rule(args: Arguments) -> str | None:
        number = first_of(args, "1", "id")
        if not number or first_of(args, "2") or any(sign in number for sign in " []<"):
            return None
        return f"{label}[{address.format(number)} {number}]"

    return rule


def book_number(args: Arguments) -> str | None:
    """`{{ISBN|number}}`."""
    number = first_of(args, "1")
    return f"ISBN {number}" if number and not first_of(args, "2") else None


def on_site(site: str, address: str) -> Rule:
    """`{{IMDb title|id|title}}`: "title at IMDb"; without a title it is the page's own."""

    def rule(args: Arguments) -> str | None:
        number = first_of(args, "1", "id")
        text = first_of(args, "2", "title", "name")
        if not number or not text:
            return None
        return f"[{address.format(number)} {text}] at {site}"

    return rule


def sort_name(args: Arguments) -> str | None:
    """`{{sortname|First|Last|target|nolink=1}}`: "First Last", linked."""
    name = " ".join(filter(None, (first_of(args, "1", "first"), first_of(args, "2", "last"))))
    if not name:
        return None
    if is_yes(args.get("nolink")):
        return name
    disambiguation = first_of(args, "dab")
    target = first_of(args, "3", "link") or (f"{name} ({disambiguation})" if disambiguation else name)
    return link(target, name)


def sort_key(args: Arguments) -> str | None:
    """`{{sort|key|text}}`: the text, or the key where there is no text."""
    text = args.get("2")
    return first_of(args, "1") if text is None else text


def ship(prefix: str) -> Rule:
    """`{{USS|Name|number|form}}`: "USS Name (number)"; forms 2, 3 and 6 leave parts out."""
    return lambda args: _ship(prefix, first_of(args, "1"), first_of(args, "2"), first_of(args, "3"))


def ship_of_any_prefix(args: Arguments) -> str | None:
    """`{{ship|prefix|Name|number|form}}`."""
    return _ship(first_of(args, "1"), first_of(args, "2"), first_of(args, "3"), first_of(args, "4"))


def _ship(prefix: str, name: str, number: str, form: str) -> str | None:
    if not name or form not in {"", "2", "3", "6"}:
        return None
    full = f"{prefix} {name}".strip()
    target = f"{full} ({number})" if number else full
    shown = f"''{name}''" if form in {"2", "6"} else f"{prefix} ''{name}''".strip()
    return link(target, f"{shown} ({number})" if number and form in {"", "6"} else shown)


def ship_class(args: Arguments) -> str | None:
    """`{{sclass|Wickes|destroyer}}`: "Wickes-class destroyer"."""
    name, kind = first_of(args, "1"), first_of(args, "2")
    if not name or not kind or first_of(args, "3"):
        return None
    return link(f"{name}-class {kind}", f"''{name}''-class {kind}")


SHIP_PREFIXES: Final = frozenset(
    "ARA BNS HMAS HMCS HMNZS HMS HNLMS HNoMS HSwMS INS JDS JS MS MT MV NMS ORP PNS RFA RMS ROKS RV SMS SS TSS USAT "
    "USCGC USNS USRC USS".split()
)
"""Templates that are called by a ship's prefix; the case of their letters counts."""

LINK_RULES: Final[dict[str, Rule]] = {
    **named("ill|interlanguage link|link-interwiki|interlanguage link multi|illm", interlanguage_link),
    **named("webarchive|web archive", web_archive),
    **named("wayback", wayback),
    **named("url", web_address),
    **named("official website|official site|official", official_website),
    **named("isbn", book_number),
    **named("issn", identifier("ISSN ", "https://search.worldcat.org/issn/{}")),
    **named("oclc", identifier("OCLC ", "https://search.worldcat.org/oclc/{}")),
    **named("doi", identifier("doi:", "https://doi.org/{}")),
    **named("arxiv", identifier("arXiv:", "https://arxiv.org/abs/{}")),
    **named("pmid", identifier("PMID ", "https://pubmed.ncbi.nlm.nih.gov/{}")),
    **named("jstor", identifier("JSTOR ", "https://www.jstor.org/stable/{}")),
    **named("imdb title", on_site("[[IMDb]]", "https://www.imdb.com/title/tt{}/")),
    **named("imdb name", on_site("[[IMDb]]", "https://www.imdb.com/name/nm{}/")),
    **named("sortname", sort_name),
    **named("sort", sort_key),
    **named("ship", ship_of_any_prefix),
    **named("sclass|sclass-", ship_class),
}
