"""The operators of `#expr`, each with its rank and what it makes of numbers, as PHP reckons.

A whole number has 64 bits, and what those cannot hold is a float.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

Number = int | float

_INTEGER_LIMIT = 1 << 63
"""What is too large for PHP's whole numbers of 64 bits; its negative is the least of them."""


class ExpressionError(ValueError):
    """The expression means nothing; the message is the one that MediaWiki shows."""


class Operator(NamedTuple):
    """What takes one or two numbers and gives one."""

    name: str
    """As messages tell it."""
    rank: int
    """A higher one binds tighter."""
    apply: Callable[..., Number]
    operands: int


def _wrap(value: int) -> Number:
    """A whole number that 64 bits cannot hold is a float."""
    return value if -_INTEGER_LIMIT <= value < _INTEGER_LIMIT else float(value)


def _integer(value: Number) -> int:
    """The whole part, in 64 bits; what has none is 0."""
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        return 0
    return (int(value) + _INTEGER_LIMIT) % (2 * _INTEGER_LIMIT) - _INTEGER_LIMIT


def _arithmetic(work: Callable[[Number, Number], Number]) -> Callable[[Number, Number], Number]:
    def apply(left: Number, right: Number) -> Number:
        try:
            result = work(left, right)
        except OverflowError:
            return math.inf
        return _wrap(result) if isinstance(result, int) else result

    return apply


def _divide(left: Number, right: Number) -> Number:
    if not right:
        raise ExpressionError("Division by zero.")
    if isinstance(left, int) and isinstance(right, int) and left % right == 0:
        return _wrap(left // right)
    return left / right


def _modulo(left: Number, right: Number) -> Number:
    whole_left, whole_right = _integer(left), _integer(right)
    if not whole_right:
        raise ExpressionError("Division by zero.")
    rest = abs(whole_left) % abs(whole_right)
    return -rest if whole_left < 0 else rest


def _float_modulo(left: Number, right: Number) -> Number:
    if not right:
        raise ExpressionError("Division by zero.")
    return math.fmod(left, right) if math.isfinite(left) else math.nan


def _power(base: Number, exponent: Number) -> Number:
    if not base and exponent < 0:
        return math.inf
    try:
        result = math.pow(base, exponent)
    except OverflowError:
        is_odd = exponent % 2 == 1
        return -math.inf if base < 0 and is_odd else math.inf
    except ValueError:
        return math.nan
    is_exact = isinstance(base, int) and isinstance(exponent, int) and exponent >= 0
    if is_exact and abs(result) <= _INTEGER_LIMIT:
        return _wrap(int(base) ** int(exponent))
    return result


def _scientific(mantissa: Number, exponent: Number) -> Number:
    return mantissa * float(_power(10.0, exponent))


def _round(value: Number, digits: Number) -> Number:
    """Half away from zero, of the value as its first 15 digits tell it."""
    places = _integer(digits)
    if not math.isfinite(value) or not value or places > 300:
        return value
    if places < -300:
        return 0.0
    exact = Decimal(format(value, ".14e"))
    if exact.adjusted() + places >= 15:
        return value
    step = Decimal((0, (1,), -places))
    rounded = float((exact / step).to_integral_value(ROUND_HALF_UP) * step)
    return rounded if isinstance(value, float) or places < 0 else value


def _of_float(work: Callable[[float], float]) -> Callable[[Number], Number]:
    def apply(value: Number) -> Number:
        try:
            return work(float(value))
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return apply


def _whole(work: Callable[[float], int]) -> Callable[[Number], Number]:
    return lambda value: math.copysign(work(value), value) if math.isfinite(value) else value


def _arc(name: str, work: Callable[[float], float]) -> Callable[[Number], Number]:
    def apply(value: Number) -> Number:
        if value < -1 or value > 1:
            raise ExpressionError(f"Invalid argument for {name}: < -1 or > 1.")
        return work(value)

    return apply


def _logarithm(value: Number) -> Number:
    if value <= 0:
        raise ExpressionError("Invalid argument for ln: <= 0.")
    return math.log(value)


def _root(value: Number) -> Number:
    if value < 0 or math.isnan(value):
        raise ExpressionError("In sqrt: Result is not a number.")
    return math.sqrt(value)


UNARY: Final = {
    operator.name: operator
    for operator in (
        Operator("not", 9, lambda a: int(not a), 1),
        Operator("sin", 9, _of_float(math.sin), 1),
        Operator("cos", 9, _of_float(math.cos), 1),
        Operator("tan", 9, _of_float(math.tan), 1),
        Operator("asin", 9, _arc("asin", math.asin), 1),
        Operator("acos", 9, _arc("acos", math.acos), 1),
        Operator("atan", 9, math.atan, 1),
        Operator("exp", 9, _of_float(math.exp), 1),
        Operator("ln", 9, _logarithm, 1),
        Operator("abs", 9, abs, 1),
        Operator("floor", 9, _whole(math.floor), 1),
        Operator("trunc", 9, _integer, 1),
        Operator("ceil", 9, _whole(math.ceil), 1),
        Operator("sqrt", 9, _root, 1),
    )
}
"""Words before their operand."""
SIGNS: Final = {
    "-": Operator("-", 10, lambda a: _wrap(-a) if isinstance(a, int) else -a, 1),
    "+": Operator("+", 10, lambda a: a, 1),
}
"""Signs before their operand; between two operands they are others."""
BINARY: Final = {
    operator.name: operator
    for operator in (
        Operator("e", 10, _scientific, 2),
        Operator("^", 8, _power, 2),
        Operator("*", 7, _arithmetic(lambda a, b: a * b), 2),
        Operator("/", 7, _divide, 2),
        Operator("mod", 7, _modulo, 2),
        Operator("fmod", 7, _float_modulo, 2),
        Operator("+", 6, _arithmetic(lambda a, b: a + b), 2),
        Operator("-", 6, _arithmetic(lambda a, b: a - b), 2),
        Operator("round", 5, _round, 2),
        Operator("=", 4, lambda a, b: int(a == b), 2),
        Operator("<", 4, lambda a, b: int(a < b), 2),
        Operator(">", 4, lambda a, b: int(a > b), 2),
        Operator("<=", 4, lambda a, b: int(a <= b), 2),
        Operator(">=", 4, lambda a, b: int(a >= b), 2),
        Operator("<>", 4, lambda a, b: int(a != b), 2),
        Operator("and", 3, lambda a, b: int(bool(a) and bool(b)), 2),
        Operator("or", 2, lambda a, b: int(bool(a) or bool(b)), 2),
    )
}
BINARY["!="] = BINARY["<>"]
BINARY["div"] = BINARY["/"]
"""Words and signs between their operands."""
CONSTANTS: Final = {"e": math.e, "pi": math.pi}
