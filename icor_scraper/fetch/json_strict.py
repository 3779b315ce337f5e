"""JSON as RFC 8259 means it: what Python's reader lets pass beyond that is refused.

Refused are NaN and the infinities, keys given twice, numbers no API sends, nesting past the
reader's depth, invalid UTF-8 and halves of surrogate pairs. A byte order mark is ignored
(RFC 8259, section 8.1).
"""

from __future__ import annotations

import json
import math

MAX_INT_DIGITS = 20
"""Longer than any 64-bit number; Python needs quadratic time for very long ones."""

JsonObject = dict[str, "Json"]
Json = None | bool | int | float | str | list["Json"] | JsonObject


class NotJsonError(ValueError):
    """The bytes are not the JSON expected; the message says why."""

    is_damage: bool
    """True where a cut or altered transfer explains it, so that another try may help."""

    def __init__(self, message: str, *, is_damage: bool = False) -> None:
        super().__init__(message)
        self.is_damage = is_damage


def read_json(data: bytes) -> JsonObject:
    """The JSON object that `data` holds.

    Raises NotJsonError for everything else.
    """
    try:
        value: Json = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
            parse_int=_short_int,
            parse_float=_finite_float,
        )
        if b"\\ud" in data.lower():
            _refuse_surrogates(value)
    except UnicodeDecodeError as exc:
        raise NotJsonError(f"it is not UTF-8 (byte {exc.start})", is_damage=True) from exc
    except json.JSONDecodeError as exc:
        raise NotJsonError(f"it breaks off or is malformed at character {exc.pos}", is_damage=True) from exc
    except RecursionError as exc:
        raise NotJsonError("it is nested too deeply") from exc
    if not isinstance(value, dict):
        raise NotJsonError("it is no JSON object")
    return value


def _unique(pairs: list[tuple[str, Json]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotJsonError("it gives a key twice")
    return found


def _refuse_constant(name: str) -> Json:
    raise NotJsonError(f"it holds {name}, which JSON does not know")


def _short_int(digits: str) -> int:
    if len(digits) > MAX_INT_DIGITS:
        raise NotJsonError(f"it holds a number of {len(digits)} digits")
    return int(digits)


def _finite_float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotJsonError("it holds a number beyond all measure")
    return number


def _refuse_surrogates(value: Json) -> None:
    """An escaped half of a surrogate pair is no character and has no UTF-8 form."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as exc:
        raise NotJsonError("it holds half of a surrogate pair") from exc
