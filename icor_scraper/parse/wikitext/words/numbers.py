"""Numbers, quantities and coordinates.

`{{convert}}` shows the quantity as it is given, without the conversion after it: the rounding rules of
https://en.wikipedia.org/wiki/Template:Convert are a world of their own.
"""

from __future__ import annotations

import re
from typing import Final

from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, first_of, is_yes, joined, named, numbered

_NUMBER = re.compile(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?", re.ASCII)

_UNITS: Final = {
    # code: (symbol, singular, plural); the British spelling is the default
    "km": ("km", "kilometre", "kilometres"),
    "m": ("m", "metre", "metres"),
    "cm": ("cm", "centimetre", "centimetres"),
    "mm": ("mm", "millimetre", "millimetres"),
    "mi": ("mi", "mile", "miles"),
    "mile": ("mi", "mile", "miles"),
    "miles": ("mi", "mile", "miles"),
    "yd": ("yd", "yard", "yards"),
    "ft": ("ft", "foot", "feet"),
    "foot": ("ft", "foot", "feet"),
    "feet": ("ft", "foot", "feet"),
    "in": ("in", "inch", "inches"),
    "inch": ("in", "inch", "inches"),
    "nmi": ("nmi", "nautical mile", "nautical miles"),
    "km2": ("km<sup>2</sup>", "square kilometre", "square kilometres"),
    "m2": ("m<sup>2</sup>", "square metre", "square metres"),
    "sqkm": ("km<sup>2</sup>", "square kilometre", "square kilometres"),
    "sqm": ("m<sup>2</sup>", "square metre", "square metres"),
    "sqmi": ("sq&nbsp;mi", "square mile", "square miles"),
    "sqft": ("sq&nbsp;ft", "square foot", "square feet"),
    "acre": ("acres", "acre", "acres"),
    "ha": ("ha", "hectare", "hectares"),
    "m3": ("m<sup>3</sup>", "cubic metre", "cubic metres"),
    "l": ("L", "litre", "litres"),
    "L": ("L", "litre", "litres"),
    "kg": ("kg", "kilogram", "kilograms"),
    "g": ("g", "gram", "grams"),
    "lb": ("lb", "pound", "pounds"),
    "oz": ("oz", "ounce", "ounces"),
    "t": ("t", "tonne", "tonnes"),
    "km/h": ("km/h", "kilometre per hour", "kilometres per hour"),
    "kph": ("km/h", "kilometre per hour", "kilometres per hour"),
    "mph": ("mph", "mile per hour", "miles per hour"),
    "kn": ("kn", "knot", "knots"),
    "m/s": ("m/s", "metre per second", "metres per second"),
    "C": ("°C", "°C", "°C"),
    "°C": ("°C", "°C", "°C"),
    "F": ("°F", "°F", "°F"),
    "°F": ("°F", "°F", "°F"),
    "K": ("K", "K", "K"),
    "hp": ("hp", "horsepower", "horsepower"),
    "kW": ("kW", "kilowatt", "kilowatts"),
    "MW": ("MW", "megawatt", "megawatts"),
    "kWh": ("kWh", "kilowatt-hour", "kilowatt-hours"),
    "psi": ("psi", "pound per square inch", "pounds per square inch"),
}
_AMERICAN: Final = (("litre", "liter"), ("metre", "meter"))

_RANGES: Final = {
    "-": "–",
    "–": "–",
    "to": " to ",
    "to(-)": " to ",
    "and": " and ",
    "or": " or ",
    "by": " by ",
    "x": " × ",
    "×": " × ",
    "*": " × ",
    "+/-": " ± ",
    "±": " ± ",
    "&": " & ",
}
_MOST_QUANTITIES = 6


def with_commas(number: str) -> str:
    """Thousands set apart by commas, as the English Wikipedia writes numbers."""
    whole, point, fraction = number.replace(",", "").partition(".")
    sign = whole[: len(whole) - len(whole.lstrip("-−+"))]
    digits = whole[len(sign) :]
    grouped = f"{int(digits):,}" if digits and len(digits) <= 300 else digits
    return f"{sign.replace('-', '−')}{grouped}{point}{fraction}"


def is_number(text: str) -> bool:
    return bool(text.strip("-−+")) and _NUMBER.fullmatch(text) is not None


def convert(args: Arguments) -> str | None:
    return _quantity(args, is_short=(args.get("abbr") or "") in {"on", "in", "values"})


def cvt(args: Arguments) -> str | None:
    return _quantity(args, is_short=(args.get("abbr") or "on") != "off")


def _quantity(args: Arguments, *, is_short: bool) -> str | None:
    """Numbers (several with a word between them) and the unit they are given in."""
    if (args.get("disp") or "") not in {"", "b", "or", "sqbr", "comma", "br", "x", "slash"} or is_yes(
        args.get("spell")
    ):
        return None
    values = numbered(args)
    shown, at = "", 0
    while at < min(len(values), 2 * _MOST_QUANTITIES):
        if not is_number(values[at]):
            return None
        shown += with_commas(values[at])
        at += 1
        if at >= len(values) or values[at] not in _RANGES:
            break
        shown += _RANGES[values[at]]
        at += 1
    unit = _UNITS.get(values[at]) if 0 < at < len(values) else None
    if unit is None or (at + 1 < len(values) and is_number(values[at + 1]) and not _is_rounding(values, at + 1)):
        return None
    return _with_unit(args, shown, unit, is_short=is_short)


def _is_rounding(values: list[str], at: int) -> bool:
    """Whether a number after the unit is the wanted precision, not a second part ("5 ft 3 in")."""
    return at + 1 >= len(values) or values[at + 1] not in _UNITS


def _with_unit(args: Arguments, number: str, unit: tuple[str, str, str], *, is_short: bool) -> str:
    symbol, singular, plural = unit
    if is_yes(args.get("adj")) and not is_short:
        return f"{number}-{_spelled(singular, args)}" if not singular.startswith("°") else f"{number}&nbsp;{symbol}"
    if is_short or singular == symbol == plural:
        return f"{number}&nbsp;{symbol}"
    return f"{number} {_spelled(singular if number in {'1', '−1'} else plural, args)}"


def _spelled(name: str, args: Arguments) -> str:
    if (args.get("sp") or args.get("spelling") or "").lower() == "us":
        for british, american in _AMERICAN:
            name = name.replace(british, american)
    return name


def val(args: Arguments) -> str | None:
    """`{{val|1.5|0.2|e=3|u=kg}}`: "1.5±0.2×10³ kg"."""
    if any(name not in {"1", "2", "e", "u", "ul", "fmt", "p", "s"} for name, _ in args):
        return None
    number, doubt, exponent = first_of(args, "1"), first_of(args, "2"), first_of(args, "e")
    unit = first_of(args, "u", "ul")
    if not is_number(number) or (doubt and not is_number(doubt)) or "/" in unit:
        return None
    shown = with_commas(number) if args.get("fmt") == "commas" else number.replace("-", "−")
    shown = f"{shown}±{doubt}" if doubt else shown
    if exponent:
        shown = f"({shown})" if doubt else shown
        shown += f"×10<sup>{exponent.replace('-', '−')}</sup>"
    return f"{first_of(args, 'p')}{shown}{f'&nbsp;{unit}' if unit else ''}{first_of(args, 's')}"


def fraction(mark: str) -> Rule:
    """`{{frac|1|2}}`, `{{frac|3|1|2}}`: "1⁄2", "3+1⁄2"."""

    def rule(args: Arguments) -> str | None:
        parts = numbered(args)
        if len(parts) == 1:
            return f"1{mark}{parts[0]}"
        if len(parts) == 2:
            return mark.join(parts)
        return f"{parts[0]}+{parts[1]}{mark}{parts[2]}" if len(parts) == 3 else None

    return rule


def sorting_number(args: Arguments) -> str | None:
    """`{{nts|1234|prefix=$|suffix=m}}`: "$1,234m"."""
    number = first_of(args, "1")
    if not is_number(number):
        return None
    return f"{first_of(args, 'prefix')}{with_commas(number)}{first_of(args, 'suffix')}"


def scientific(args: Arguments) -> str | None:
    exponent = first_of(args, "1")
    return f"×10<sup>{exponent.replace('-', '−')}</sup>" if exponent else None


def ordinal(args: Arguments) -> str | None:
    number = first_of(args, "1")
    if not number.isascii() or not number.isdigit():
        return None
    teens = number[-2:-1] == "1"
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def currency(sign: str) -> Rule:
    """`{{US$|5|link=yes}}`: "US$5"; the sign alone without an amount."""
    return lambda args: sign + first_of(args, "1")


_CARDINALS: Final = ("N", "S", "E", "W")


def coordinates(args: Arguments) -> str | None:
    """`{{coord|57|18|22|N|4|27|32|W}}`; nothing where they stand at the page's top only."""
    display = (args.get("display") or "").replace(" ", "")
    if display in {"title", "t"}:
        return ""
    if args.get("format"):
        return None
    latitude: list[str] = []
    values = iter(numbered(args))
    halves = []
    for value in values:
        if value in _CARDINALS:
            halves.append(_half(latitude, value))
            latitude = []
        elif is_number(value):
            latitude.append(value)
        else:
            break
    if not halves and len(latitude) == 2:
        halves = [_signed(latitude[0], "N", "S"), _signed(latitude[1], "E", "W")]
    return " ".join(half for half in halves if half) if len(halves) == 2 and all(halves) else None


def _half(parts: list[str], cardinal: str) -> str | None:
    if not 1 <= len(parts) <= 3:
        return None
    padded = (part if index == 0 or len(part.partition(".")[0]) > 1 else f"0{part}" for index, part in enumerate(parts))
    return "".join(f"{part}{sign}" for part, sign in zip(padded, "°′″", strict=False)) + cardinal


def _signed(value: str, positive: str, negative: str) -> str:
    return f"{value.lstrip('-−+')}°{negative if value[0] in '-−' else positive}"


NUMBER_RULES: Final[dict[str, Rule]] = {
    **named("convert", convert),
    **named("cvt", cvt),
    **named("val", val),
    **named("frac|fraction", fraction("⁄")),
    **named("sfrac", fraction("/")),
    **named("nts|number table sorting", sorting_number),
    **named("e|esp|e-sp", scientific),
    **named("ordinal", ordinal),
    **named("gaps", joined("")),
    **named("coord", coordinates),
    **named("us$|usd", currency("US$")),
    **named("£|gbp", currency("£")),
    **named("€|eur|euro", currency("€")),
    **named("¥|jpy|japanese yen", currency("¥")),
    **named("₹|inr|indian rupee", currency("₹")),
}
