"""The attributes that MediaWiki lets through in the tag of a table or cell, as its Sanitizer leaves them.

https://www.mediawiki.org/wiki/Help:HTML_in_wikitext and
https://www.mediawiki.org/wiki/Security_for_developers: what could run code or load from elsewhere goes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Final

_COMMON: Final = frozenset(
    "id class style lang dir title tabindex role about property resource datatype typeof itemid itemprop itemref "
    "itemscope itemtype aria-describedby aria-flowto aria-hidden aria-label aria-labelledby aria-owns".split()
)
TABLE_ATTRIBUTES: Final = _COMMON | frozenset(
    "summary width border frame rules cellspacing cellpadding align bgcolor".split()
)
CELL_ATTRIBUTES: Final = _COMMON | frozenset(
    "abbr axis headers scope rowspan colspan nowrap width height bgcolor align valign".split()
)
_OF_SCOPE = frozenset({"itemtype", "itemid", "itemref"})
_RESERVED = ("data-ooui", "data-mw", "data-parsoid")
_ESCAPE = re.compile(r"\\(?:(\n|\f)|([0-9A-Fa-f]{1,6})[ \t\n\f]?|(.)|\Z)", re.DOTALL)
_COMMENT_ALONE = re.compile(r"\s*/\*[^*/]*\*/\s*").fullmatch
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SURROGATES = (0xD800, 0xDFFF)
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ufffd]").search
_INSECURE = re.compile(
    r"expression|filter\s*:|accelerator\s*:|-o-link(?:-source)?\s*:|-o-replace\s*:|url\s*\(|image(?:-set)?\s*\(|"
    r"attr\s*\([^)]{1,200}[\s,]url",
    re.IGNORECASE,
).search


def is_allowed(name: str, allowed: frozenset[str]) -> bool:
    """Whether an attribute of this name, in lower case, is let through; `allowed` are the names of its element."""
    return name in allowed or (name.startswith("data-") and not name.startswith(_RESERVED))


def sanitized(attributes: Mapping[str, str], allowed: frozenset[str]) -> dict[str, str]:
    """The attributes that are let through, with the values that they get."""
    kept = {name: value for name, value in attributes.items() if is_allowed(name, allowed)}
    if kept.get("tabindex", "0") != "0":
        del kept["tabindex"]
    if "id" in kept:
        kept["id"] = kept["id"].replace(" ", "_")
    if "style" in kept:
        kept["style"] = safe_style(kept["style"])
    if "itemscope" not in kept:
        kept = {name: value for name, value in kept.items() if name not in _OF_SCOPE}
    return kept


def safe_style(style: str) -> str:
    """A style without escapes and comments; only a comment where it holds what is not safe."""
    if "\\" in style:
        style = _ESCAPE.sub(_unescaped, style)
    if "/*" in style and not _COMMENT_ALONE(style):
        style = _COMMENT.sub(lambda match: " " if match[0].endswith("*/") else "", style)
    if _CONTROL(style):
        return "/* invalid control char */"
    return "/* insecure input */" if _INSECURE(style) else style


def _unescaped(match: re.Match[str]) -> str:
    line_end, digits, letter = match.groups()
    if line_end:
        return ""
    character = _character(int(digits, 16)) if digits else letter or "\\"
    return f"\\{ord(character):x} " if character in "\n\"'\\" else character


def _character(number: int) -> str:
    """The character of that number; where no text may hold it, one for which the style is refused."""
    return chr(number) if 0 < number < _SURROGATES[0] or _SURROGATES[1] < number <= sys.maxunicode else "\ufffd"
