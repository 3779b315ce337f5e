"""Parser functions and variables: what `{{name: ...}}` gives where the name is no template's.

Those of MediaWiki 1.39 and of its ParserFunctions extension
(https://www.mediawiki.org/wiki/Help:Magic_words,
https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions), as far as they can be told from the
page alone. FUNCTIONS holds every name that such a wiki knows, so that none is taken for a template;
one that needs the wiki or a clock gives None.

Names in lower case match in any case, names in upper case as they stand: see `find_function`. A name
ends at its colon, and white space before the colon makes another name of it.

call.py         what a function is given, and what it may give back
conditions.py   `#if` and its kin; expression.py and operators.py have `#expr`
pages.py        names of pages, and addresses.py their addresses
dates.py        `#time`, with date_words.py; formatdate.py has `#formatdate`
numbers.py, strings.py           `formatnum` and `plural`; letter case, padding, encoding
names.py, language_names.py      the names of all of them in many languages; languages by their own names
"""

from __future__ import annotations

from html import escape
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from icor_scraper.parse.wikitext.functions import conditions, dates, numbers, pages, strings
from icor_scraper.parse.wikitext.functions.addresses import ADDRESS_FUNCTIONS
from icor_scraper.parse.wikitext.functions.call import (
    BLANKS,
    Function,
    FunctionArguments,
    FunctionCall,
    Output,
    Page,
    Shown,
    TagCall,
    Variable,
)
from icor_scraper.parse.wikitext.functions.formatdate import formatdate
from icor_scraper.parse.wikitext.functions.language_names import LANGUAGE_NAMES
from icor_scraper.parse.wikitext.functions.names import (
    INVISIBLE_NAMES,
    LOCAL_VARIABLES,
    MOSTLY_EMPTY,
    UNKNOWN_FUNCTIONS,
    UNKNOWN_VARIABLES,
)
from icor_scraper.parse.wikitext.marks import MARK_PATTERN
from icor_scraper.parse.wikitext.tags import EXTENSION_TAGS, unquote

_RIGHT_TO_LEFT: Final = frozenset({"ar", "arz", "azb", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LOWER: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
_UNINFLECTED: Final = frozenset({"en", "simple", "de", "fr", "es", "it", "pt", "nl", "sv", "ca", "pl", "cs"})


def _unknown(call: FunctionCall) -> None:
    """Only the wiki, or a clock, can tell."""


def _unknown_variable(page: Page) -> None:
    """Only the wiki, or a clock, can tell."""


def _invisible(call: FunctionCall) -> str:
    """Sets something and shows nothing."""
    return ""


def _tag(call: FunctionCall) -> Output:
    """`{{#tag:name|content|attribute=value}}`; arguments without "=" do not count.

    A tag that is no extension's is written as it is in wikitext.
    """
    attributes: dict[str, str] = {}
    for index in range(1, call.count):
        name = call.name(index)
        if name is not None:
            attributes[name] = call.value(index)
    content = call.arguments.whole(0) if call.count else None
    tag = call.first.translate(_LOWER)
    if tag in EXTENSION_TAGS:
        return TagCall(tag, content, attributes)
    written = "".join(f' {escape(name)}="{escape(unquote(value))}"' for name, value in attributes.items())
    return f"<{tag}{written}/>" if content is None else f"<{tag}{written}>{content}</{tag}>"


def _gender(call: FunctionCall) -> str:
    """One form is for everybody; which of several a user has chosen only the wiki knows: most have not."""
    if call.count > 1:
        call.doubt = f"depends on what the user {call.first!r} has chosen"
    return call.text(2) if call.count > 2 else call.text(0)


def _grammar(call: FunctionCall) -> str | None:
    return MARK_PATTERN.sub("", call.text(0)) if call.page.language in _UNINFLECTED else None


def _language(call: FunctionCall) -> str:
    """`{{#language:de|en}}`: a language's name, in its own words unless others are asked for; else its code."""
    code, shown_in = call.first.lower(), call.text(0).lower()
    return (_translated_name(code, shown_in) if shown_in else "") or LANGUAGE_NAMES.get(code) or _standard_code(code)


def _translated_name(code: str, shown_in: str) -> str:
    """The language's name in another one; "" where it is not known."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to load and rarely asked for

    try:
        return Locale.parse(shown_in, sep="-").languages.get(code) or ""
    except (UnknownLocaleError, ValueError):
        return ""


def _standard_code(code: str) -> str:
    """A code in the letters of BCP 47: countries are written large, scripts begin so."""
    parts = code.split("-")
    for index in range(1, len(parts)):
        if parts[index - 1] != "x":
            parts[index] = {2: str.upper, 4: str.capitalize}.get(len(parts[index]), str)(parts[index])
    return "-".join(parts)


FUNCTIONS: Final[dict[str, Function]] = {
    **dict.fromkeys(UNKNOWN_FUNCTIONS, _unknown),
    **dict.fromkeys(INVISIBLE_NAMES, _invisible),
    **pages.PAGE_FUNCTIONS,
    **ADDRESS_FUNCTIONS,
    "#if": conditions.if_,
    "#ifeq": conditions.ifeq,
    "#iferror": conditions.iferror,
    "#ifexist": conditions.ifexist,
    "#ifexpr": conditions.ifexpr,
    "#switch": conditions.switch,
    "#expr": conditions.expr,
    "#dateformat": formatdate,
    "#formatdate": formatdate,
    "#rel2abs": pages.rel2abs,
    "#special": pages.special,
    "#speciale": pages.speciale,
    "#titleparts": pages.titleparts,
    "#time": dates.time,
    "#timel": dates.time,
    "#tag": _tag,
    "#language": _language,
    "bidi": strings.bidi,
    "anchorencode": strings.anchorencode,
    "formatnum": numbers.formatnum,
    "gender": _gender,
    "grammar": _grammar,
    "lc": strings.lc,
    "lcfirst": strings.lcfirst,
    "ns": pages.ns,
    "nse": pages.nse,
    "padleft": strings.padleft,
    "padright": strings.padright,
    "plural": numbers.plural,
    "uc": strings.uc,
    "ucfirst": strings.ucfirst,
    "urlencode": strings.urlencode,
}
"""Name without colon: what evaluates it."""

VARIABLES: Final[dict[str, Variable]] = {
    **dict.fromkeys(UNKNOWN_VARIABLES, _unknown_variable),
    **pages.PAGE_VARIABLES,
    **{local: pages.PAGE_VARIABLES[name] for local, name in LOCAL_VARIABLES.items()},
    "!": lambda page: "|",
    "=": lambda page: "=",
    "CONTENTLANG": lambda page: page.language,
    "CONTENTLANGUAGE": lambda page: page.language,
    "PAGELANGUAGE": lambda page: page.language,
    "DIRECTIONMARK": lambda page: "\u200f" if page.language in _RIGHT_TO_LEFT else "\u200e",
    "DIRMARK": lambda page: "\u200f" if page.language in _RIGHT_TO_LEFT else "\u200e",
}
"""Name of a call without arguments and without colon: its value on a page. The case of letters counts."""


def find_function(name: str) -> Function | None:
    """The function of that name (what stands before the colon), or None where there is none."""
    return FUNCTIONS.get(name) or FUNCTIONS.get(name.lower())


__all__ = [
    "BLANKS",
    "FUNCTIONS",
    "MOSTLY_EMPTY",
    "VARIABLES",
    "Function",
    "FunctionArguments",
    "FunctionCall",
    "Output",
    "Page",
    "Shown",
    "TagCall",
    "Variable",
    "find_function",
]
