"""`#if`, `#ifeq`, `#ifexpr`, `#iferror`, `#ifexist` and `#switch`.

https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions. Only the branch taken is expanded.
"""

from __future__ import annotations

import math
import re

from icor_scraper.parse.wikitext.functions.call import FunctionCall, error
from icor_scraper.parse.wikitext.functions.expression import evaluate
from icor_scraper.parse.wikitext.functions.operators import ExpressionError
from icor_scraper.parse.wikitext.names.titles import ARTICLE, parse_title
from icor_scraper.parse.wikitext.tags import decode_value

_NUMERIC = re.compile(r"[ \t\n\r\v\f]*[-+]?(?:[0-9]+(\.[0-9]*)?|(\.[0-9]+))([eE][-+]?[0-9]+)?[ \t\n\r\v\f]*")
_INTEGERS = range(-(1 << 63), 1 << 63)  # whole numbers beyond these are the same only letter by letter
_LONGEST_INTEGER = 30  # characters: room for 64 bits, a sign and some zeros or blanks before it
_ERROR_SIGNS = re.compile(r'<(?:strong|span|p|div)(\s)|(?<=\s)class="([^">]*)"|>')


def if_(call: FunctionCall) -> str:
    return call.text(0 if call.first else 1)


def ifeq(call: FunctionCall) -> str:
    return call.text(1 if is_same(_decoded(call.first), _decoded(call.text(0))) else 2)


def ifexpr(call: FunctionCall) -> str:
    try:
        result = evaluate(call.first)
    except ExpressionError as exc:
        return error(str(exc))
    is_true = bool(result) and (not is_numeric(result) or float(result) != 0)
    return call.text(0 if is_true else 1)


def expr(call: FunctionCall) -> str:
    try:
        return evaluate(call.first)
    except ExpressionError as exc:
        return error(str(exc))


def iferror(call: FunctionCall) -> str:
    if _holds_error(call.first):
        return call.text(0)
    return call.first if call.count < 2 else call.text(1)


def _holds_error(text: str) -> bool:
    """Whether one of the tags in which MediaWiki puts errors has the class "error"."""
    is_in_tag = False
    for sign in _ERROR_SIGNS.finditer(text):
        if sign[2] is None:
            is_in_tag = sign[1] is not None
        elif is_in_tag and "error" in sign[2].split():
            return True
    return False


def ifexist(call: FunctionCall) -> str:
    """Which pages exist only the wiki knows: read as if the page were missing."""
    call.doubt = f"depends on whether the page {call.first!r} exists"
    title = parse_title(call.first, call.page.language)
    if title and title.namespace >= ARTICLE and not title.interwiki:
        call.linked = title.text
    return call.text(1)


def switch(call: FunctionCall) -> str:
    """Cases without "=" fall through to the next that has one; the last of all is the default."""
    wanted = _decoded(call.first)
    is_found = is_default = False
    default: int | None = None
    last = ""
    for index in range(call.count):
        name = call.name(index)
        if name is None:
            last = call.value(index)
            case = _decoded(last)
            is_found = is_found or is_same(case, wanted)
            is_default = is_default or (case != wanted and case.lower() == "#default")
            continue
        case = _decoded(name)
        if is_found or is_same(case, wanted):
            return call.value(index)
        if is_default or case.lower() == "#default":
            default, is_default = index, False
    if call.count and call.name(call.count - 1) is None:
        return last
    return "" if default is None else call.value(default)


def _decoded(text: str) -> str:
    return decode_value(text).strip(" \t\n\r\0\x0b")


def is_numeric(text: str) -> bool:
    return _NUMERIC.fullmatch(text) is not None


def is_same(left: str, right: str) -> bool:
    """PHP's loose equality: numbers are compared by value ("01" is "1"), all else letter by letter."""
    if left == right:
        return True
    if not (left and right and left[-1] in _NUMBER_ENDS and right[-1] in _NUMBER_ENDS):
        return False
    numbers = _NUMERIC.fullmatch(left), _NUMERIC.fullmatch(right)
    if numbers[0] is None or numbers[1] is None:
        return False
    if not any(numbers[0].groups()) and not any(numbers[1].groups()):
        return max(len(left), len(right)) <= _LONGEST_INTEGER and int(left) == int(right) in _INTEGERS
    value = float(left)
    return value == float(right) and math.isfinite(value)


_NUMBER_ENDS = frozenset("0123456789. \t\n\r\v\f")
