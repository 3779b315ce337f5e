"""Dates as citations write them, in English, German, French, Spanish, Italian and Russian, to ISO 8601.

Only what can mean one thing: a day, a month or a year. Ranges, seasons, "c. 1900" and 05/03/2010 are
left alone (https://en.wikipedia.org/wiki/Help:Citation_Style_1#Dates lists what is in use).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen января",
            "february feb februar février févr fév febrero febbraio февраля",
            "march mar märz mars marzo марта",
            "april apr avril avr abril abr aprile апреля",
            "may mai mayo maggio mag мая",
            "june jun juni juin junio giugno giu июня",
            "july jul juli juillet juil julio luglio lug июля",
            "august aug août agosto ago августа",
            "september sep sept septembre septiembre setiembre settembre set сентября",
            "october oct oktober okt octobre octubre ottobre ott октября",
            "november nov novembre noviembre ноября",
            "december dec dezember dez décembre déc diciembre dic dicembre декабря",
        ),
        1,
    )
    for name in names.split()
}
_DAY = r"(?P<day>\d{1,2})(?:\.|er|º|°|st|nd|rd|th)?"
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_YEAR = r"(?P<year>\d{4})[a-z]?"
_OF = r"(?: de(?:l)?)?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
        rf"{_DAY}{_OF} {_NAME}{_OF},? {_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        rf"{_NAME}{_OF},? {_YEAR}",
        rf"(?P<year>\d{{4}}),? {_NAME} {_DAY}",
    )
)
_YEAR_MONTH = re.compile(r"(\d\d)(\d\d)-(\d\d)", re.ASCII)
_ANCHOR_YEAR = re.compile(r"\b(\d{3,4}(?:[–-]\d{4})?[a-z]?)\b|(n\.d\.|nd)(?!\w)")


def iso_date(text: str) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD; None where the date is not sure."""
    text = " ".join(text.split())
    for form in _FORMS:
        match = form.fullmatch(text)
        if match and (found := _iso(**match.groupdict())):
            return found
    short = _YEAR_MONTH.fullmatch(text)
    if short and 1 <= int(short[3]) <= 12 and int(short[3]) <= int(short[2]):  # else it may be a range of years
        return text
    return None


def _iso(year: str, month: str | None = None, name: str | None = None, day: str | None = None) -> str | None:
    if not month and not name:
        return year
    number = int(month) if month else _MONTHS.get((name or "").lower())
    if not number or not year.isascii() or not (day or "0").isascii():
        return None
    try:
        found = date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def anchor_year(text: str) -> str:
    """The year by which short citations name a work, with its letter ("2001a"); "" where there is none."""
    found = _ANCHOR_YEAR.search(text)
    return found[0] if found else ""
