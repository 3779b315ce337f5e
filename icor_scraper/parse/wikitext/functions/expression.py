"""`#expr`: arithmetic, with the operators and the order of work of the ParserFunctions extension.

https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##expr lists the operators. Operators of
one rank work from left to right, the unary ones and "^" included. Numbers print as PHP prints them:
14 digits. The time is linear in the expression, the stack holds at most 100 entries.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from icor_scraper.parse.wikitext.marks import MARK

Number = int | float

_STRIP_MARKER = "\x7f"
"""What a mark begins with in MediaWiki's own text."""
_MOST_ON_STACK = 100
_INTEGER_BITS = 64
_TOKEN = re.compile(r"[ \t\r\n]+|([0-9.]+)|([A-Za-z]+)|(<=|>=|<>|!=|[-+*/^()=<>])")
_NUMBER = re.compile(r"\d*\.?\d*")
_SPELLINGS = {"&lt;": "<", "&gt;": ">", "&minus;": "-", "\N{MINUS SIGN}": "-"}


class ExpressionError(ValueError):
    """The expression means nothing; the message is the one that MediaWiki shows."""


class _Operator(NamedTuple):
    name: str
    """As messages tell it."""
    rank: int
    """A higher one binds tighter."""
    apply: Callable[..., Number]
    operands: int


def _wrap(value: int) -> Number:
    """A whole number that 64 bits cannot hold is a float."""
    half = 1 << (_INTEGER_BITS - 1)
    return value if -half <= value < half else float(value)


def _integer(value: Number) -> int:
    """The whole part, in 64 bits; what has none is 0."""
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        return 0
    half = 1 << (_INTEGER_BITS - 1)
    return (int(value) + half) % (2 * half) - half


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
    if is_exact and abs(result) <= 1 << (_INTEGER_BITS - 1):
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


_UNARY: Final = {
    operator.name: operator
    for operator in (
        _Operator("not", 9, lambda a: int(not a), 1),
        _Operator("sin", 9, _of_float(math.sin), 1),
        _Operator("cos", 9, _of_float(math.cos), 1),
        _Operator("tan", 9, _of_float(math.tan), 1),
        _Operator("asin", 9, _arc("asin", math.asin), 1),
        _Operator("acos", 9, _arc("acos", math.acos), 1),
        _Operator("atan", 9, math.atan, 1),
        _Operator("exp", 9, _of_float(math.exp), 1),
        _Operator("ln", 9, _logarithm, 1),
        _Operator("abs", 9, abs, 1),
        _Operator("floor", 9, _whole(math.floor), 1),
        _Operator("trunc", 9, _integer, 1),
        _Operator("ceil", 9, _whole(math.ceil), 1),
        _Operator("sqrt", 9, _root, 1),
    )
}
_SIGNS: Final = {
    "-": _Operator("-", 10, lambda a: _wrap(-a) if isinstance(a, int) else -a, 1),
    "+": _Operator("+", 10, lambda a: a, 1),
}
_BINARY: Final = {
    operator.name: operator
    for operator in (
        _Operator("e", 10, _scientific, 2),
        _Operator("^", 8, _power, 2),
        _Operator("*", 7, _arithmetic(lambda a, b: a * b), 2),
        _Operator("/", 7, _divide, 2),
        _Operator("mod", 7, _modulo, 2),
        _Operator("fmod", 7, _float_modulo, 2),
        _Operator("+", 6, _arithmetic(lambda a, b: a + b), 2),
        _Operator("-", 6, _arithmetic(lambda a, b: a - b), 2),
        _Operator("round", 5, _round, 2),
        _Operator("=", 4, lambda a, b: int(a == b), 2),
        _Operator("<", 4, lambda a, b: int(a < b), 2),
        _Operator(">", 4, lambda a, b: int(a > b), 2),
        _Operator("<=", 4, lambda a, b: int(a <= b), 2),
        _Operator(">=", 4, lambda a, b: int(a >= b), 2),
        _Operator("<>", 4, lambda a, b: int(a != b), 2),
        _Operator("and", 3, lambda a, b: int(bool(a) and bool(b)), 2),
        _Operator("or", 2, lambda a, b: int(bool(a) or bool(b)), 2),
    )
}
_BINARY["!="] = _BINARY["<>"]
_BINARY["div"] = _BINARY["/"]
_CONSTANTS: Final = {"e": math.e, "pi": math.pi}
_OPEN: Final = _Operator("(", -1, lambda: 0, 0)


class _Evaluation:
    """One expression: two stacks, read from left to right."""

    def __init__(self) -> None:
        self.operands: list[Number] = []
        self.operators: list[_Operator] = []
        self.expects_operand = True

    def number(self, value: float) -> None:
        if not self.expects_operand:
            raise ExpressionError("Expression error: Unexpected number.")
        self.operands.append(value)
        self.expects_operand = False

    def word(self, word: str) -> None:
        if word in _CONSTANTS and (self.expects_operand or word not in _BINARY):
            self.number(_CONSTANTS[word])
        elif word in _UNARY:
            if not self.expects_operand:
                raise ExpressionError(f"Expression error: Unexpected {word} operator.")
            self.operators.append(_UNARY[word])
        elif word in _BINARY:
            self.binary(word)
        else:
            raise ExpressionError(f'Expression error: Unrecognized word "{word}".')

    def sign(self, sign: str) -> None:
        if sign == "(":
            if not self.expects_operand:
                raise ExpressionError("Expression error: Unexpected ( operator.")
            self.operators.append(_OPEN)
        elif sign == ")":
            self.close()
        elif sign in _SIGNS and self.expects_operand:
            self.operators.append(_SIGNS[sign])
        else:
            self.binary(sign)

    def close(self) -> None:
        self.reduce(0)
        if not self.operators:
            raise ExpressionError("Expression error: Unexpected closing bracket.")
        self.operators.pop()
        self.expects_operand = False

    def binary(self, name: str) -> None:
        if self.expects_operand:
            raise ExpressionError(f"Expression error: Unexpected {name} operator.")
        operator = _BINARY[name]
        self.reduce(operator.rank)
        self.operators.append(operator)
        self.expects_operand = True

    def reduce(self, rank: int) -> None:
        """Apply the operators on the stack that bind at least as tight as `rank`."""
        while self.operators and self.operators[-1].rank >= rank:
            operator = self.operators.pop()
            first = len(self.operands) - operator.operands
            if first < 0:
                raise ExpressionError(f"Expression error: Missing operand for {operator.name}.")
            values = self.operands[first:]
            self.operands[first:] = [operator.apply(*values)]

    def end(self) -> list[Number]:
        self.reduce(0)
        if self.operators:
            raise ExpressionError("Expression error: Unclosed bracket.")
        return self.operands


def evaluate(expression: str) -> str:
    """The value as text; "" for an empty expression.

    Raises ExpressionError where MediaWiki shows an error.
    """
    for spelling, sign in _SPELLINGS.items():
        expression = expression.replace(spelling, sign)
    evaluation = _Evaluation()
    position = 0
    while position < len(expression):
        if max(len(evaluation.operands), len(evaluation.operators)) > _MOST_ON_STACK:
            raise ExpressionError("Expression error: Stack exhausted.")
        token = _TOKEN.match(expression, position)
        if token is None:
            character = expression[position].replace(MARK, _STRIP_MARKER)
            raise ExpressionError(f'Expression error: Unrecognized punctuation character "{character}".')
        position = token.end()
        number, word, sign = token.groups()
        if number:
            evaluation.number(_read_number(number))
        elif word:
            evaluation.word(word.lower())
        elif sign:
            evaluation.sign(sign)
    return "<br />\n".join(map(number_text, evaluation.end()))


def _read_number(digits: str) -> float:
    """A second decimal point and what follows it do not count."""
    found = _NUMBER.match(digits)
    text = found[0] if found else ""
    return float(text) if text not in {"", "."} else 0.0


def number_text(value: Number) -> str:
    """A number as PHP prints it: a float with 14 digits, "1.0E+25" where it is large."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return "NAN" if math.isnan(value) else "INF" if value > 0 else "-INF"
    text = format(value, ".14G")
    mantissa, letter, exponent = text.partition("E")
    if not letter:
        return text
    if "." not in mantissa:
        mantissa += ".0"
    return f"{mantissa}E{exponent[0]}{exponent[1:].lstrip('0')}"
