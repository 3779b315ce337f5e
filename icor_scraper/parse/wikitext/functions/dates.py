"""`#time` of a date that is given (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##time).

There is no clock here: what speaks of today is not known. Dates are read in the forms that articles
use, not in all that PHP understands; the output is English.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from icor_scraper.parse.wikitext.functions.call import FunctionCall

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS: Final = {month[:length].lower(): number for number, month in enumerate(MONTHS, 1) for length in (3, None)} | {
    "sept": 9
}
_TIME = r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?: ?(?:Z|UTC|GMT))?)?"
_FORMS = tuple(
    re.compile(form + _TIME, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)? +(?P<name>[a-z]{3,9})\.?,? +(?P<year>\d{4})",
        r"(?P<name>[a-z]{3,9})\.? +(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4})",
        r"(?P<name>[a-z]{3,9})\.?,? +(?P<year>\d{4})",
    )
)
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?", re.ASCII)
_CODE = re.compile(r'x[nN](?=.)|"([^"]*)"|\\(.)|xx|(x.)|(.)', re.DOTALL)


def time(call: FunctionCall) -> str | None:
    """`{{#time:format|date|language}}`; None without a date, or in a form or language not known."""
    language = call.text(1) or call.page.language
    date = read_date(call.text(0))
    if date is None or language not in {"en", "simple"}:
        return None
    return format_date(call.first, date)


def read_date(text: str) -> datetime | None:
    """A whole date, with or without a time of day, in UTC; a month alone is its first day."""
    digits = _DIGITS.fullmatch(text)
    try:
        if digits:
            year, month, day, hour, minute, second = (int(group or 0) for group in digits.groups())
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        for form in _FORMS:
            match = form.fullmatch(text)
            if match:
                return _date_of(match.groupdict())
    except ValueError:
        pass
    return None


def _date_of(found: dict[str, str | None]) -> datetime | None:
    month = _NUMBERS.get((found.get("name") or "").lower()) or int(found.get("month") or 0)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    return datetime(int(found["year"] or 0), month, int(found.get("day") or 1), hour, minute, second, tzinfo=UTC)


def format_date(form: str, date: datetime) -> str | None:
    """The date in PHP's letters; None where one of them is not known."""
    out: list[str] = []
    for code in _CODE.finditer(form):
        quoted, escaped, extended, letter = code.groups()
        if code[0] == "xx":
            out.append("x")
        elif quoted is not None or escaped is not None:
            out.append(quoted if quoted is not None else escaped)
        elif extended or letter:
            key = extended or letter
            if key in _CODES:
                out.append(_CODES[key](date))
            elif extended or (letter.isascii() and letter.isalpha()):
                return None
            else:
                out.append(letter)
    return "".join(out)


def _is_leap(year: int) -> bool:
    return monthrange(year, 2)[1] == 29


_CODES: Final[dict[str, Callable[[datetime], str]]] = {
    "d": lambda t: f"{t.day:02}",
    "j": lambda t: str(t.day),
    "D": lambda t: WEEKDAYS[t.weekday()][:3],
    "l": lambda t: WEEKDAYS[t.weekday()],
    "N": lambda t: str(t.isoweekday()),
    "w": lambda t: str(t.isoweekday() % 7),
    "z": lambda t: str(t.timetuple().tm_yday - 1),
    "W": lambda t: f"{t.isocalendar().week:02}",
    "o": lambda t: str(t.isocalendar().year),
    "m": lambda t: f"{t.month:02}",
    "n": lambda t: str(t.month),
    "M": lambda t: MONTHS[t.month - 1][:3],
    "F": lambda t: MONTHS[t.month - 1],
    "xg": lambda t: MONTHS[t.month - 1],
    "t": lambda t: str(monthrange(t.year, t.month)[1]),
    "L": lambda t: str(int(_is_leap(t.year))),
    "Y": lambda t: f"{t.year:04}",
    "y": lambda t: f"{t.year % 100:02}",
    "a": lambda t: "am" if t.hour < 12 else "pm",
    "A": lambda t: "AM" if t.hour < 12 else "PM",
    "g": lambda t: str(t.hour % 12 or 12),
    "h": lambda t: f"{t.hour % 12 or 12:02}",
    "G": lambda t: str(t.hour),
    "H": lambda t: f"{t.hour:02}",
    "i": lambda t: f"{t.minute:02}",
    "s": lambda t: f"{t.second:02}",
    "U": lambda t: str(int(t.timestamp())),
}
