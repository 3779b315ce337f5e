"""`formatnum` and `plural`, by the rules of the wiki's content language.

Separators are those of MediaWiki's own message files (https://www.mediawiki.org/wiki/Localisation),
plural rules those of Unicode's CLDR. A language without a row here is not known.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final, NamedTuple

from icor_scraper.parse.wikitext.functions.call import FunctionCall
from icor_scraper.parse.wikitext.functions.conditions import is_numeric
from icor_scraper.parse.wikitext.functions.expression import number_text

_NBSP = "\xa0"
_MINUS = "\N{MINUS SIGN}"
_NUMBER = re.compile(r"(?:-(?=[\d.]))?(?:\d+|(?=\.\d))(?:\.\d*)?(?:[Ee][-+]?\d+)?", re.ASCII)
_PLAIN = re.compile(r"(-?)(\d*)(\.\d*)?", re.ASCII)
_EXPLICIT = re.compile(r"([^=]*\d)=(.*)", re.DOTALL)


_WORDS: Final = {"NAN": "Not a Number", "INF": "∞", "-INF": f"{_MINUS}∞"}
_EXACT_DIGITS = 15  # so many survive double precision, through which MediaWiki sends every number
_MOST_PLACES = 3  # of a number with an exponent


class _Separators(NamedTuple):
    group: str
    decimal: str
    least: int = 1
    """Numbers are grouped where the first group would have at least so many digits."""


_SEPARATORS: Final = {
    "en": _Separators(",", "."),
    "simple": _Separators(",", "."),
    "de": _Separators(".", ","),
    "nl": _Separators(".", ","),
    "ca": _Separators(".", ","),
    "fr": _Separators(_NBSP, ","),
    "it": _Separators(_NBSP, ","),
    "pt": _Separators(_NBSP, ","),
    "sv": _Separators(_NBSP, ","),
    "cs": _Separators(_NBSP, ","),
    "es": _Separators(_NBSP, ",", 2),
    "pl": _Separators(_NBSP, ",", 2),
    "ru": _Separators(_NBSP, ",", 2),
    "uk": _Separators(_NBSP, ",", 2),
}

_ONE_FORM: Final = frozenset({"ja", "zh", "ko", "vi", "th", "id"})
_ONE_IS_SINGULAR: Final = frozenset({"en", "simple", "de", "nl", "sv", "ca", "it", "es", "fi", "hu", "el", "tr"})
_UP_TO_ONE_IS_SINGULAR: Final = frozenset({"fr", "pt"})


def formatnum(call: FunctionCall) -> str | None:
    separators = _SEPARATORS.get(call.page.language)
    if separators is None:
        return None
    option = call.text(0)
    if option == "R":
        return _read(call.first, separators)
    if option.upper() == "NOSEP":
        separators = _Separators("", ".")
    if is_numeric(call.first) or call.first in _WORDS:
        return _format(call.first, separators)
    return _NUMBER.sub(lambda match: _format(match[0], separators), call.first)


def _format(number: str, separators: _Separators) -> str:
    found = _PLAIN.fullmatch(number)
    if number in _WORDS:
        return _WORDS[number]
    if not separators.group:
        return number.replace("-", _MINUS)
    if found is None or len(number) > _EXACT_DIGITS:
        number = _through_float(number, found)
        found = _PLAIN.fullmatch(number)
    if found is None:
        return _WORDS.get(number, number)
    sign, whole, fraction = found.groups()
    if len(whole) >= 3 + separators.least:
        first = len(whole) % 3
        groups = [whole[:first]] if first else []
        groups += [whole[at : at + 3] for at in range(first, len(whole), 3)]
        whole = separators.group.join(groups)
    fraction = separators.decimal + fraction[1:] if fraction else ""
    return f"{_MINUS if sign else ''}{whole}{fraction}"


def _through_float(number: str, plain: re.Match[str] | None) -> str:
    """A number of many digits, or with an exponent, as it comes back from double precision."""
    value = float(number)
    if not math.isfinite(value):
        return number_text(value)
    exact = Decimal(repr(value))
    if plain is None:
        text = format(exact, f".{_MOST_PLACES}f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    sign, whole, fraction = plain[1], plain[2], plain[3] or ""
    places = max(len(fraction) - 1, 0)
    text = format(abs(exact), f".{places}f").rjust(len(whole) + len(fraction), "0")
    return f"{sign}{text}{'.' if fraction and not places else ''}"


def _read(number: str, separators: _Separators) -> str:
    """A formatted number as a plain one."""
    if number in {"∞", f"{_MINUS}∞", "-∞"}:
        return "INF" if number == "∞" else "-INF"
    number = number.replace(_MINUS, "-")
    if separators.decimal != ".":
        number = number.translate({ord(separators.group): ",", ord(separators.decimal): "."})
    return number.replace(",", "")


def plural(call: FunctionCall) -> str | None:
    """`{{plural:count|one|more}}`, also with `0=none` for single counts."""
    separators = _SEPARATORS.get(call.page.language)
    count = _read(call.first, separators) if separators else call.first
    forms: list[str] = []
    for index in range(call.count):
        form = call.text(index)
        explicit = _EXPLICIT.match(form)
        if explicit is None:
            forms.append(form)
        elif explicit[1] == _count_text(count):
            return explicit[2]
    if len(forms) < 2:
        return forms[0] if forms else ""
    form_index = _plural_form(call.page.language, count)
    return None if form_index is None else forms[min(form_index, len(forms) - 1)]


def _count_text(count: str) -> str:
    return count.lstrip("0") or "0" if count.isascii() and count.isdigit() else number_text(_amount(count))


def _amount(count: str) -> float:
    """The number that a text begins with, 0 where there is none."""
    found = re.match(r"\s*[-+]?\d*\.?\d*(?:[eE][-+]?\d+)?", count, re.ASCII)
    try:
        return float(found[0]) if found else 0.0
    except ValueError:
        return 0.0


def _plural_form(language: str, count: str) -> int | None:
    """Which form a count takes, from 0; None where the language's rule is not known."""
    value = abs(_amount(count))
    if language in _ONE_FORM:
        return 0
    if language in _ONE_IS_SINGULAR:
        return int(value != 1)
    if language in _UP_TO_ONE_IS_SINGULAR:
        return int(value >= 2)
    return None
