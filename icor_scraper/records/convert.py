"""Converters: Cell -> value. One that cannot convert raises ValueError."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from typing import Union, get_args, get_origin

from icor_scraper.models import Cell
from icor_scraper.records.fold import fold

Converter = Callable[[Cell], object]

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A year from 1500 to 2099."""
_MOST_DIGITS = 30
"""Of a whole number, with what parts its thousands; Python refuses some thousands of digits in words of its own."""
_YEAR_SEPARATORS = re.compile(r"[\s/,;&]+|\band\b")
_NOT_GIVEN = frozenset({"", "n a"})
"""Folded texts that stand for no value: a dash, dots, a question mark, "N/A"."""


def is_blank(words: str) -> bool:
    """Whether a cell's text says that there is no value: empty, only punctuation, or "N/A"."""
    return fold(words) in _NOT_GIVEN


def text(cell: Cell) -> str:
    """The cell's plain text."""
    return cell.text


def number(cell: Cell) -> int:
    """A whole number; commas, spaces and apostrophes may part its thousands: "1,234" is 1234."""
    plain = cell.text.strip().replace("−", "-")
    match = re.fullmatch(r"([+-]?)(\d{1,3}(?:[,'’ ]\d{3})+|\d+)", plain)
    if not match or len(match[2]) > _MOST_DIGITS:
        raise ValueError("a whole number")
    return int(match[1] + re.sub(r"\D", "", match[2]))


def decimal(cell: Cell) -> float:
    """A decimal number with a point; commas and spaces may part its thousands."""
    plain = cell.text.strip().replace("−", "-")
    match = re.fullmatch(r"[+-]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?", plain)
    if not match:
        raise ValueError("a number")
    return float(re.sub(r"[, ]", "", plain))


def years(cell: Cell) -> tuple[int, ...]:
    """The years of a cell that holds nothing else: "2013/2015" is (2013, 2015).

    A range ("2010–2015") is refused: its end means something else than its beginning.
    """
    return years_of(cell.text)


def years_of(words: str) -> tuple[int, ...]:
    """As `years`, of a text."""
    found = _YEAR.findall(words)
    if not found or _YEAR_SEPARATORS.sub("", _YEAR.sub("", words)):
        raise ValueError("a year, or years parted by a slash")
    return tuple(map(int, found))


def link_title(cell: Cell) -> str | None:
    """The title of the first page that the cell links to; None where it links to none."""
    return next((link.title for link in cell.wikilinks if link.title and link.text), None)


_BY_TYPE: dict[object, Converter] = {str: text, int: number, float: decimal, tuple[int, ...]: years}


def converter_for(annotation: object) -> Converter:
    """The converter for a field's type: str, int, float, tuple[int, ...] (years), or one of them or None."""
    if get_origin(annotation) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not types.NoneType]
        annotation = kinds[0] if len(kinds) == 1 else annotation
    try:
        return _BY_TYPE[annotation]
    except (KeyError, TypeError):
        raise TypeError(f"expected a converter for {annotation}, found none (give column(convert=...))") from None
