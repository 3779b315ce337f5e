"""The labels of footnote marks: which group a mark belongs to, where only its label tells.

The legacy parser writes "[note 1]" for a group "note". Five names of groups have labels of their own
instead (https://en.wikipedia.org/wiki/Help:Footnotes#Predefined_groups): "[a]" for "lower-alpha".
"""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def group_of(label: str, number: int) -> str:
    """The group of the note `number` whose marks show `label`; "" for the default group."""
    group, _, own = label.rpartition(" ")
    if group or own[:1].isdecimal():
        return group
    main = own.partition(".")[0]
    return next((name for name, spell in _STYLES.items() if spell(number) == main), "")


def number_of(label: str) -> int | None:
    """The number in a label, as 1 in "note 1"; None where it is not written in digits."""
    own = label.rpartition(" ")[2]
    return int(own) if own.isdecimal() and len(own) <= 9 else None


def lower_alpha(number: int) -> str:
    """a, b, ..., z, aa, ab, ..."""
    return _spell(number, ascii_lowercase)


def lower_greek(number: int) -> str:
    return _spell(number, _GREEK)


def lower_roman(number: int) -> str:
    """i, ii, iii, iv, ..."""
    digits = []
    for value, digit in _ROMAN:
        count, number = divmod(number, value)
        digits.append(digit * count)
    return "".join(digits)


def _spell(number: int, letters: str) -> str:
    """`number` in the bijective numeral system whose digits are `letters`."""
    digits = ""
    while number:
        number, digit = divmod(number - 1, len(letters))
        digits = letters[digit] + digits
    return digits


_STYLES: dict[str, Callable[[int], str]] = {
    "lower-alpha": lower_alpha,
    "upper-alpha": lambda number: lower_alpha(number).upper(),
    "lower-roman": lower_roman,
    "upper-roman": lambda number: lower_roman(number).upper(),
    "lower-greek": lower_greek,
}
