"""`#formatdate` and `#dateformat`: a date written in the form that is asked for.

https://www.mediawiki.org/wiki/Help:Magic_words#formatdate; readers without a preference of their own see that form.
"""

from __future__ import annotations

import re
from typing import Final

from icor_scraper.parse.wikitext.functions.call import FunctionCall
from icor_scraper.parse.wikitext.functions.date_words import ENGLISH, MONTHS

_NUMBERS: Final = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_MONTH_NAMES = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_DAY_MONTH = rf"(?P<day>\d{{1,2}})[ _](?P<name>{_MONTH_NAMES})"
_MONTH_DAY = rf"(?P<name>{_MONTH_NAMES})[ _](?P<day>\d{{1,2}})"
_YEAR = r"(?P<year>\d{1,4}(?:[ _]BC)?)"
_COMMA = r"(?: *, *| +)"
_FORMS: Final = {
    name: re.compile(pattern, re.IGNORECASE | re.ASCII)
    for name, pattern in (
        ("mdy", f"{_MONTH_DAY}{_COMMA}{_YEAR}"),
        ("dmy", f"{_DAY_MONTH}{_COMMA}{_YEAR}"),
        ("ymd", f"{_YEAR}{_COMMA}{_MONTH_DAY}"),
        ("ISO 8601", r"(?P<iso_year>-?\d{4})-(?P<month>\d\d)-(?P<iso_day>\d\d)"),
        ("ydm", f"{_YEAR}{_COMMA}{_DAY_MONTH}"),
        ("dm", _DAY_MONTH),
        ("md", _MONTH_DAY),
    )
}
_WRITTEN: Final = {
    "mdy": "{month} {day}, {year}",
    "dmy": "{day} {month} {year}",
    "ymd": "{year} {month} {day}",
    "ISO 8601": "{iso_year}-{number:02}-{iso_day}",
    "ydm": "{year}, {day} {month}",
    "dm": "{day} {month}",
    "md": "{month} {day}",
}
_WITHOUT_YEAR: Final = {"dm": {"mdy": "md"}, "md": {"dmy": "dm"}}
"""By the form of a date without year: the form that it takes where a whole date is to take another one."""
_ASKABLE: Final = ("mdy", "dmy", "ymd", "ISO 8601")


def formatdate(call: FunctionCall) -> str | None:
    """`{{#formatdate:date|form}}`; what is no date stays as it is. None in languages other than English."""
    if call.page.language not in ENGLISH:
        return None
    asked = call.text(0)
    for form, pattern in _FORMS.items():
        if found := pattern.fullmatch(call.first):
            if form in _WITHOUT_YEAR:
                target = _WITHOUT_YEAR[form].get(asked, form)
            else:
                target = asked if asked in _ASKABLE else form
            return _write(found.groupdict(), target) or call.first
    return call.first


def _write(found: dict[str, str | None], form: str) -> str:
    """The parts of a date in a form, with the date in ISO form as a title; "" where its month is none."""
    digits = found.get("month")
    number = int(digits) if digits else _NUMBERS[(found["name"] or "")[:3].lower()]
    if form != "ISO 8601" and not 0 < number <= len(MONTHS):
        return ""
    iso_year, iso_day = found.get("iso_year"), found.get("iso_day")
    year, day = found.get("year"), found.get("day") or str(int(iso_day or 0))
    if year:
        count = int(year[:-3] if year.upper().endswith("BC") else year)
        iso_year = f"-{count - 1:04}" if year.endswith("BC") else f"{count:04}"  # MediaWiki overlooks a small "bc" here
    elif iso_year:
        year = f"{int(iso_year[1:]) + 1} BC" if iso_year.startswith("-") else str(int(iso_year))
    iso_day = iso_day or f"{int(day):02}"
    month = MONTHS[min(number, len(MONTHS)) - 1]
    written = _WRITTEN[form].format(month=month, number=number, day=day, year=year, iso_year=iso_year, iso_day=iso_day)
    title = "-".join([*([iso_year] if iso_year else ()), f"{number:02}", iso_day])
    return f'<span class="mw-formatted-date" title="{title}">{written}</span>'
