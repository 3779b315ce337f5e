"""`#REDIRECT [[title]]` at the start of a page that leads to another one: neither a list item nor a part of its text.

https://www.mediawiki.org/wiki/Help:Redirects
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from icor_scraper.parse.wikitext.links.targets import is_category, is_image
from icor_scraper.parse.wikitext.names.titles import Title, is_language_link, parse_title

_WORDS = {
    "ar": "تحويل",
    "bg": "пренасочване|виж",
    "ca": "REDIRECCIÓ|REDIRECCIO",
    "cs": "PŘESMĚRUJ",
    "de": "WEITERLEITUNG",
    "el": "ΑΝΑΚΑΤΕΥΘΥΝΣΗ",
    "eo": "ALIDIREKTI|ALIDIREKTU|AL",
    "es": "REDIRECCIÓN|REDIRECCION",
    "et": "suuna",
    "eu": "BIRZUZENDU",
    "fa": "تغییر_مسیر|تغییرمسیر",
    "fi": "OHJAUS|UUDELLEENOHJAUS",
    "fr": "REDIRECTION",
    "gl": "REDIRECCIÓN|REDIRECIONAMENTO",
    "he": "הפניה",
    "hr": "PREUSMJERI",
    "hu": "ÁTIRÁNYÍTÁS",
    "id": "ALIH",
    "it": "RINVIA|RINVIO|RIMANDO",
    "ja": "転送|リダイレクト",
    "ko": "넘겨주기",
    "lt": "PERADRESAVIMAS",
    "nl": "DOORVERWIJZING",
    "no": "OMDIRIGERING",
    "pl": "PATRZ|PRZEKIERUJ|TAM",
    "pt": "REDIRECIONAMENTO",
    "ro": "REDIRECTEAZA",
    "ru": "перенаправление|перенапр",
    "sk": "presmeruj",
    "sl": "PREUSMERITEV",
    "sr": "преусмери|преусмјери",
    "sv": "OMDIRIGERING",
    "tr": "YÖNLENDİRME|YÖNLENDİR",
    "uk": "ПЕРЕНАПРАВЛЕННЯ|ПЕРЕНАПР|перенаправление",
    "vi": "đổi",
    "zh": "重定向|重新導向",
}
"""The words after "#" besides the English one, by language, parted by bars, as MediaWiki's message files give them."""
_SPACES = r"[ \t\n\r\f\v]*+"
_REDIRECT = re.compile(
    rf"{_SPACES}[#＃](\w++){_SPACES}:?+{_SPACES}(\[\[((?:(?!\]\])[^|\n])*+)(?:(?!\]\]).)*+\]\]){_SPACES}"
).match


class Redirect(NamedTuple):
    """Where a page leads to."""

    title: Title
    """As of a plain link, whatever its namespace."""
    target: str
    """As it is written, with the colon in front that makes a plain link to anything."""
    start: int
    """Where the link begins in the text."""
    end: int
    """Where it ends."""
    text_start: int
    """Where the rest of the page begins, which is read as if nothing stood before it."""


def read_redirect(text: str, language: str) -> Redirect | None:
    """The redirect with which the page begins; None where it begins with none, or names no possible title."""
    found = _REDIRECT(text)
    if found is None or not _is_word(found[1], language):
        return None
    target = found[3]
    title = parse_title(unquote(target.lstrip(":")) if "%" in target else target, language)
    if title is None:
        return None
    target = target.strip(" ")
    if is_image(title) or is_category(title) or is_language_link(title):
        target = f":{target}"
    return Redirect(title._replace(has_colon=True), target, *found.span(2), found.end())


def _is_word(word: str, language: str) -> bool:
    return word.upper() == "REDIRECT" or word.lower() in _WORDS.get(language, "").lower().split("|")
