"""`#expr`: arithmetic in the order of work of the ParserFunctions extension; operators.py has its operators.

https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##expr lists the operators. Operators of
one rank work from left to right, the unary ones and "^" included. Numbers print as PHP prints them:
14 digits. The time is linear in the expression, the stack holds at most 100 entries.
"""

from __future__ import annotations

import math
import re

from icor_scraper.parse.wikitext.functions.operators import (
    BINARY,
    CONSTANTS,
    SIGNS,
    UNARY,
    ExpressionError,
    Number,
    Operator,
)
from icor_scraper.parse.wikitext.marks import MARK

_OPEN = Operator("(", -1, lambda: 0, 0)
"""An open bracket among the operators, which none of them passes."""
_STRIP_MARKER = "\x7f"
"""What a mark begins with in MediaWiki's own text."""
_MOST_ON_STACK = 100
_TOKEN = re.compile(r"[ \t\r\n]+|([0-9.]+)|([A-Za-z]+)|(<=|>=|<>|!=|[-+*/^()=<>])")
_NUMBER = re.compile(r"\d*\.?\d*")
_SPELLINGS = {"&lt;": "<", "&gt;": ">", "&minus;": "-", "\N{MINUS SIGN}": "-"}


class _Evaluation:
    """One expression: two stacks, read from left to right."""

    def __init__(self) -> None:
        self.operands: list[Number] = []
        self.operators: list[Operator] = []
        self.expects_operand = True

    def number(self, value: float) -> None:
        if not self.expects_operand:
            raise ExpressionError("Expression error: Unexpected number.")
        self.operands.append(value)
        self.expects_operand = False

    def word(self, word: str) -> None:
        if word in CONSTANTS and (self.expects_operand or word not in BINARY):
            self.number(CONSTANTS[word])
        elif word in UNARY:
            if not self.expects_operand:
                raise ExpressionError(f"Expression error: Unexpected {word} operator.")
            self.operators.append(UNARY[word])
        elif word in BINARY:
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
        elif sign in SIGNS and self.expects_operand:
            self.operators.append(SIGNS[sign])
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
        operator = BINARY[name]
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
