"""`#time` of a date that is given (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##time).

There is no clock here: what speaks of today is not known. Dates are read in the forms that articles
use, not in all that PHP understands.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from icor_scraper.parse.wikitext.functions.call import FunctionCall, error
from icor_scraper.parse.wikitext.functions.date_words import ENGLISH_WORDS, MONTHS, WEEKDAYS, DateWords, date_words

_NUMBERS: Final = {month[:length].lower(): number for number, month in enumerate(MONTHS, 1) for length in (3, None)} | {
    "sept": 9
}
_MOST_DAYS, _MOST_MONTHS, _MOST_HOURS, _HALF_DAY = 31, 12, 24, 12
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in WEEKDAYS)})\.?,? +)?"
_DAY = rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
_TIME = (
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT|(?P<zone>[+-]\d\d:?[0-5]\d)))?)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",
        r"(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>\d{4})",
        rf"{_DAY}(?: +|\. *|-)(?P<name>[a-z]{{3,9}})(?:\.?,? +|-)(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}})(?:\.? +|-)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? +|-)(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<name>[a-z]{3,9})-(?P<day>\d{1,2})",
        r"(?P<name>[a-z]{3,9})\.?,? +(?P<year>\d{4})",
    )
)
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?", re.ASCII)
_LONGEST: Final = 100
"""Characters of a date with what follows it."""
_SECONDS = re.compile(r"@(\d{1,11})", re.ASCII)
_OFFSETS = re.compile(
    # A sign, perhaps right behind a date or time; else nothing that the number could be the end of.
    r"(?:(?:(?<![\d.:/+-])|(?<=\d{4}-\d\d-\d\d)|(?<=[a-z,] \d{4})|(?<=\d:\d\d))([+-]) *(?=\d)|(?<![\w.:/+-]))"
    r"(?:(\d{1,6}) *|(next|last|previous) +(?!week))"
    r"(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(?: +(ago))?(?![\w.,]| +of)",
    re.ASCII | re.IGNORECASE,
)
_LENGTHS: Final = {"sec": 1, "min": 60, "hour": 3600, "day": 86_400, "week": 604_800, "fort": 1_209_600}
"""Seconds, by the beginning of a unit's name."""
_CODE = re.compile(r'x[nN]|"([^"]*)"|\\(.)|xx|(x[ijkmot].|x.)|(.)', re.DOTALL)
_FOREIGN = re.compile(r"[^\w\s.,:/+\-@()]|[^\x00-\x7f]").search
_WORD = re.compile("[a-z]{3,}")
_has_signed_word = re.compile("[+-] *(?:next|last|previous)", re.IGNORECASE).search
_DATE_WORDS: Final = tuple(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun sec min hour day fort week year mic "
    "mil yest today midn now noon tom first second third four fif six sev eig nin ten elev twel next last prev this "
    "ago back front viii iii".split()
)
"""What words of dates begin with."""
_TIME_ZONES: Final = frozenset(
    "acdt acst addt adt aedt aest ahdt ahst akdt akst amt apt ast awdt awst awt bdst bdt bmt bst cast cat cddt cdt "
    "cemt cest cet cmt cpt cst cwt chst dmt eat eddt edt eest eet emt ept est ewt ffmt fmt gdt gmt gst hdt hkst "
    "hkt hmt hpt hst hwt iddt idt imt ist jdt jmt jst kdt kmt kst lst mddt mdst mdt mest met mmt mpt msd msk mst "
    "mwt nddt ndt npt nst nwt nzdt nzmt nzst pddt pdt pkst pkt plmt pmt ppmt ppt pst pwt qmt rmt sast sdmt sjmt "
    "smt sst tbmt tmt uct utc wast wat wemt west wet wib wita wit wmt yddt ydt ypt yst ywt".split()
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?", re.ASCII)
_UNLIKE: Final = (datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC), datetime(2012, 11, 30, 17, 48, 59, tzinfo=UTC))
"""Moments that no code shows alike, save those that tell of UTC alone."""
_ROMAN_DIGITS: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN: Final = 10_000


def time(call: FunctionCall) -> str | None:
    """`{{#time:format|date|language}}`; None in a form or language not known, and without a date where it matters."""
    words = date_words(call.text(1) or call.page.language)
    if words is None:
        return None
    text = call.text(0)
    if not text or _CLOCK.fullmatch(text):
        days = [_at_clock(moment, text) for moment in _UNLIKE]
        shown = {format_date(call.first, day, words) if day else None for day in days}
        return shown.pop() if len(shown) == 1 else None
    date = read_date(text)
    if date is None:
        return error("Error: Invalid time.") if is_no_date(text) else None
    return format_date(call.first, date, words)


def _at_clock(day: datetime, text: str) -> datetime | None:
    """A day at the time of day that is given, if one is."""
    return read_date(f"{day:%Y-%m-%d} {text}") if text else day


def is_no_date(text: str) -> bool:
    """Whether a text surely says no date, as it holds a sign or a word that no date has."""
    if _FOREIGN(text) or _has_signed_word(text):
        return True
    if any(_is_beyond(found.groupdict()) for form in _FORMS if (found := form.fullmatch(text))):
        return True
    if "/" in text:  # perhaps the name of a time zone
        return False
    words = _WORD.findall(text.lower())
    return "_" in text or any(word not in _TIME_ZONES and not word.startswith(_DATE_WORDS) for word in words)


def read_date(text: str) -> datetime | None:
    """A whole date, with or without a time of day, in UTC; a month alone is its first day.

    `@` and seconds since 1970 are one too; `+1 day`, `2 weeks ago` and the like may stand before it or behind it.
    """
    if len(text) > _LONGEST:
        return None
    offsets = list(_OFFSETS.finditer(text))
    if offsets:
        date = _given_date(" ".join(_OFFSETS.sub(" ", text).split()))
        return _moved(date, offsets) if date else None
    return _given_date(text)


def _given_date(text: str) -> datetime | None:
    """The date that is given as such."""
    if seconds := _SECONDS.fullmatch(text):
        return _later(datetime(1970, 1, 1, tzinfo=UTC), int(seconds[1]))
    digits = _DIGITS.fullmatch(text)
    try:
        if digits:
            year, month, day, hour, minute, second = (int(group or 0) for group in digits.groups())
            return _day(datetime(year, month, 1, hour, minute, second, tzinfo=UTC), day)
        for form in _FORMS:
            match = form.fullmatch(text)
            if match:
                return _date_of(match.groupdict())
    except ValueError:
        pass
    return None


def _is_beyond(found: dict[str, str | None]) -> bool:
    """Whether no date has such a number of a month, day or hour."""
    most = (("month", _MOST_MONTHS), ("day", _MOST_DAYS), ("hour", _MOST_HOURS))
    return any(int(found.get(part) or 0) > limit for part, limit in most)


def _day(first: datetime, day: int) -> datetime | None:
    """A day of the month whose first day is given; those beyond its end are days of the next one."""
    return _later(first, (day - 1) * _LENGTHS["day"]) if day <= _MOST_DAYS else None


def _moved(date: datetime, offsets: list[re.Match[str]]) -> datetime | None:
    """The date so much later, all months first; days beyond a month's end are those of the next month."""
    months = seconds = 0
    for sign, number, word, unit, ago in (offset.groups() for offset in offsets):
        count = int(number) if number else 1 if word.lower() == "next" else -1
        count = -count if sign == "-" else count
        length = next((length for name, length in _LENGTHS.items() if unit.lower().startswith(name)), 0)
        months += 0 if length else count * (12 if unit.lower() == "year" else 1)
        seconds += count * length
        if ago:  # it turns all that comes before
            months, seconds = -months, -seconds
    months += date.year * 12 + date.month - 1
    try:
        first = date.replace(year=months // 12, month=months % 12 + 1, day=1)
    except ValueError:  # no year that a date may have
        return None
    return _later(first, (date.day - 1) * _LENGTHS["day"] + seconds)


def _later(date: datetime, seconds: int) -> datetime | None:
    try:
        return date + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _date_of(found: dict[str, str | None]) -> datetime | None:
    month = _NUMBERS.get((found.get("name") or "").lower()) or int(found.get("month") or 0)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if half := found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half in "pP" else 0)
    if hour > _MOST_HOURS:
        return None
    first = datetime(int(found["year"] or 0), month, 1, hour % _MOST_HOURS, minute, second, tzinfo=UTC)
    date = _day(first, int(found.get("day") or 1))
    if date and hour == _MOST_HOURS:
        date = _later(date, _LENGTHS["day"])
    if date and (weekday := found.get("weekday")):  # the first such day from then on
        wanted = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(weekday[:3].capitalize()))
        date = _later(date, (wanted - date.weekday()) % len(WEEKDAYS) * _LENGTHS["day"])
    if date and (zone := found["zone"]):
        offset = int(zone[1:3]) * _LENGTHS["hour"] + int(zone[-2:]) * _LENGTHS["min"]
        date = _later(date, offset if zone[0] == "-" else -offset)
    return date


def format_date(form: str, date: datetime, words: DateWords = ENGLISH_WORDS) -> str | None:
    """The date in PHP's letters; None where a calendar, digits or names are asked for that are not known."""
    out: list[str] = []
    is_roman = False
    for code in _CODE.finditer(form):
        quoted, escaped, extended, letter = code.groups()
        if code[0] == "xx":
            out.append("x")
        elif quoted is not None or escaped is not None:
            out.append(quoted if quoted is not None else escaped)
        elif extended or letter:
            key = extended or letter
            if key == "xr":
                is_roman = True
            elif key in _NAMES:
                if key in _SHORT_NAMES and not words.is_shortened:
                    return None
                out.append(_NAMES[key](words, date))
            elif key in _CODES:
                shown = _CODES[key](date)
                if is_roman and key in _ROMAN_CODES:
                    shown, is_roman = _roman(int(shown)), False
                out.append(shown)
            elif key in _OTHER_DIGITS or len(key) == 3:
                return None
            else:
                out.append(key[-1])
    return "".join(out)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    out = []
    for value, digits in _ROMAN_DIGITS:
        out.append(digits * (number // value))
        number %= value
    return "".join(out)


def _is_leap(year: int) -> bool:
    return monthrange(year, 2)[1] == 29


_CODES: Final[dict[str, Callable[[datetime], str]]] = {
    "d": lambda t: f"{t.day:02}",
    "j": lambda t: str(t.day),
    "N": lambda t: str(t.isoweekday()),
    "w": lambda t: str(t.isoweekday() % 7),
    "z": lambda t: str(t.timetuple().tm_yday - 1),
    "W": lambda t: f"{t.isocalendar().week:02}",
    "o": lambda t: str(t.isocalendar().year),
    "m": lambda t: f"{t.month:02}",
    "n": lambda t: str(t.month),
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
    "c": datetime.isoformat,
    "r": lambda t: f"{WEEKDAYS[t.weekday()][:3]}, {t.day:02} {MONTHS[t.month - 1][:3]} {t.year:04} {t:%H:%M:%S} +0000",
    "e": lambda t: "UTC",
    "T": lambda t: "UTC",
    "O": lambda t: "+0000",
    "P": lambda t: "+00:00",
    "I": lambda t: "0",
    "Z": lambda t: "0",
}
_NAMES: Final[dict[str, Callable[[DateWords, datetime], str]]] = {
    "D": lambda words, t: words.weekdays[t.weekday()][:3],
    "l": lambda words, t: words.weekdays[t.weekday()],
    "M": lambda words, t: words.months[t.month - 1][:3],
    "F": lambda words, t: words.months[t.month - 1],
    "xg": lambda words, t: words.genitives[t.month - 1],
}
_SHORT_NAMES: Final = frozenset("DM")
_ROMAN_CODES: Final = frozenset("djmnYygGhHiszWNwtLoU")
_OTHER_DIGITS: Final = frozenset({"xh"})
