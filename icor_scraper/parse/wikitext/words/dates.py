"""Dates (https://en.wikipedia.org/wiki/Template:Start_date and its kin).

What depends on today, as the age of somebody alive, is left out: "(age 45)" is no part of the words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from icor_scraper.parse.wikitext.functions.date_words import MONTHS
from icor_scraper.parse.wikitext.functions.dates import read_date
from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, first_of, is_yes, named, numbered

_SHORT = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}


def _month(text: str) -> int | None:
    """The month's number, from 1, of "3", "03", "Mar" or "March"."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 2 and 1 <= int(text) <= 12 else None
    number = _SHORT.get(text[:3].lower())
    return number if number and MONTHS[number - 1].lower().startswith(text.rstrip(".").lower()) else None


def written(year: str, month: str, day: str, *, day_first: bool) -> str | None:
    """A date in words; None where a part is no number or month."""
    if not re.fullmatch(r"-?\d{1,4}", year, re.ASCII):
        return None
    year = f"{int(year[1:])} BC" if year.startswith("-") else str(int(year))
    if not month:
        return year
    number = _month(month)
    if number is None:
        return None
    if not day:
        return f"{MONTHS[number - 1]} {year}"
    if not re.fullmatch(r"\d{1,2}", day, re.ASCII):
        return None
    name = MONTHS[number - 1]
    return f"{int(day)} {name} {year}" if day_first else f"{name} {int(day)}, {year}"


def _three(args: Arguments, first: int = 1) -> tuple[str, str, str]:
    year, month, day = (first_of(args, str(first + offset)) for offset in range(3))
    return year, month, day


def _day_first(args: Arguments) -> bool:
    return is_yes(args.get("df")) or (args.get("df") or "").lower() == "dmy"


def start_date(args: Arguments) -> str | None:
    """`{{start date|year|month|day}}`, or a date in words."""
    year, month, day = _three(args)
    if month or year.lstrip("-").isdigit():
        return written(year, month, day, day_first=_day_first(args)) if not first_of(args, "4") else None
    return year or None


def birth_date(args: Arguments) -> str | None:
    """`{{birth date and age|year|month|day}}`: the date alone."""
    return written(*_three(args), day_first=_day_first(args)) if first_of(args, "3") else None


def birth_year(args: Arguments) -> str | None:
    """`{{birth year and age|year|month}}`: without the age."""
    return written(first_of(args, "1"), first_of(args, "2"), "", day_first=False)


def death_date_and_age(args: Arguments) -> str | None:
    """`{{death date and age|2009|8|25|1932|2|22}}`: "August 25, 2009 (aged 77)"."""
    shown = written(*_three(args), day_first=_day_first(args)) if first_of(args, "3") else None
    age = _age(_three(args, 4), _three(args)) if first_of(args, "6") else None
    return f"{shown} (aged&nbsp;{age})" if shown and age is not None else None


def death_year_and_age(args: Arguments) -> str | None:
    """`{{death year and age|death|birth}}`: "2009 (aged 76–77)"."""
    death, birth = first_of(args, "1"), first_of(args, "2")
    if not (death.isdigit() and birth.isdigit()) or first_of(args, "3"):
        return None
    years = int(death) - int(birth)
    return f"{death} (aged&nbsp;{years - 1}–{years})"


def death_in_words(args: Arguments) -> str | None:
    """`{{death-date and age|25 August 2009|22 February 1932}}`."""
    died, born = read_date(first_of(args, "1")), read_date(first_of(args, "2"))
    if died is None or born is None:
        return None
    return f"{first_of(args, '1')} (aged&nbsp;{_years_between(born.date(), died.date())})"


def age(args: Arguments) -> str | None:
    """`{{age|year|month|day|year|month|day}}`: whole years; None where the second date is today."""
    years = _age(_three(args), _three(args, 4)) if first_of(args, "6") else None
    return None if years is None else str(years)


def _age(born: tuple[str, str, str], died: tuple[str, str, str]) -> int | None:
    first, last = _date(*born), _date(*died)
    return _years_between(first, last) if first and last else None


def _date(year: str, month: str, day: str) -> date | None:
    number = _month(month)
    if number is None or not (year + day).isascii() or not (year + day).isdigit():
        return None
    try:
        return date(int(year[:5]), number, int(day[:3]))
    except ValueError:
        return None


def _years_between(born: date, died: date) -> int:
    return died.year - born.year - ((died.month, died.day) < (born.month, born.day))


def film_date(args: Arguments) -> str | None:
    """`{{film date|year|month|day|place|...}}`: dates with places, a line each."""
    values = numbered(args)
    lines = []
    for at in range(0, len(values), 4):
        year, month, day, place = (values[at : at + 4] + [""] * 4)[:4]
        shown = written(year, month, day, day_first=_day_first(args))
        if shown is None:
            return None
        lines.append(f"{shown} ({place})" if place else shown)
    return "<br>".join(lines) or None


def as_of(args: Arguments) -> str | None:
    """`{{as of|year|month|day}}`: "As of 8 June 2013"."""
    if alternative := first_of(args, "alt"):
        return alternative
    shown = written(*_three(args), day_first=(args.get("df") or "").upper() != "US")
    if shown is None:
        return None
    if is_yes(args.get("bare")):
        return shown
    word = "Since" if is_yes(args.get("since")) else "As of"
    return f"{word.lower() if is_yes(args.get('lc')) else word} {shown}{first_of(args, 'post')}"


def sorting_date(args: Arguments) -> str | None:
    """`{{dts|2012|July|8}}` or `{{dts|8 July 2012}}`: a date that tables can be sorted by."""
    year, month, day = _three(args)
    if not month:
        return year or None
    form = (args.get("format") or "").lower()
    if form not in {"", "mdy", "dmy"}:
        return None
    return written(year, month, day, day_first=form == "dmy")


DATE_RULES: Final[dict[str, Rule]] = {
    **named(
        "start date|start-date|startdate|end date|end-date|enddate|start date and age|end date and age|"
        "release date|release date and age|launch date|launch date and age",
        start_date,
    ),
    **named(
        "birth date|birth date and age|birth-date|birth-date and age|dob|bda|birthdate|birthdate and age|"
        "date of birth|date of birth and age|death date|death-date|dod",
        lambda args: birth_date(args) or (first_of(args, "1") if not first_of(args, "2") else None) or None,
    ),
    **named("birth year and age|birth-year and age|birth year", birth_year),
    **named("death date and age|dda|deathdateandage", death_date_and_age),
    **named("death year and age", death_year_and_age),
    **named("death-date and age", death_in_words),
    **named("age|age at date|age in years", age),
    **named("film date|filmdate|television date", film_date),
    **named("as of|asof", as_of),
    **named("dts|date table sorting", sorting_date),
}
