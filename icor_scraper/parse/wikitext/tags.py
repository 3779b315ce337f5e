"""Extension tags, HTML tags that wikitext allows, and attributes.

Lists: https://www.mediawiki.org/wiki/Parser_extension_tags and
https://www.mediawiki.org/wiki/Help:HTML_in_wikitext.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from html.entities import html5
from types import MappingProxyType
from typing import Final

from icor_scraper.parse.wikitext.sanitizer import safe_style

CONTENT_TAGS: Final = frozenset({"poem", "indicator"})
"""Extension tags whose inside is wikitext, shown where the tag stands (an indicator at the page's top)."""

SOURCE_TAGS: Final = frozenset({"syntaxhighlight", "source"})
"""Extension tags that show source code, character references and all."""

CODE_TAGS: Final = frozenset({"nowiki", "pre", *SOURCE_TAGS})
"""Extension tags that show their inside as it is."""

FORMULA_TAGS: Final = frozenset({"math", "chem", "ce"})
"""Extension tags that show a formula; in plain text its source stands between dollar signs, as in
MediaWiki's own `source` mode, and a space on either side (https://www.mediawiki.org/wiki/Extension:Math)."""

EXTENSION_TAGS: Final = frozenset(
    {
        *CONTENT_TAGS,
        *CODE_TAGS,
        *FORMULA_TAGS,
        "ref",
        "references",
        "gallery",
        "imagemap",
        "categorytree",
        "charinsert",
        "graph",
        "hiero",
        "inputbox",
        "langconvert",
        "mapframe",
        "maplink",
        "phonos",
        "score",
        "section",
        "templatedata",
        "templatestyles",
        "timeline",
    }
)
"""The extension tags of Wikipedia's wikis and of MediaWiki itself; their inside is opaque to all else."""

SINGLE_TAGS: Final = frozenset({"br", "wbr", "hr", "meta", "link"})

HTML_TAGS: Final = frozenset(
    "abbr b bdi bdo big blockquote br caption center cite code data dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 "
    "hr i ins kbd li link mark meta ol p pre q rb rp rt rtc ruby s samp small span strike strong sub sup table td th "
    "time tr tt u ul var wbr".split()
)
"""HTML tags that MediaWiki lets through; any other `<tag>` is shown as text."""

TABLE_TAGS: Final = frozenset({"table", "tr", "td", "th", "caption"})
"""HTML tags that make tables."""

BLOCK_TAGS: Final = frozenset(
    "blockquote br caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul".split()
)
"""HTML tags that separate words."""

_SPACE = r"[\t\n\r\f ]"
_ATTRIBUTE = re.compile(
    rf"([^\t\n\r\f />][^\t\n\r\f />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)(?:\"|$)|'([^']*+)(?:'|$)|([^\t\n\r\f >]*+)))?+"
)
_single_attribute = re.compile(r' ([a-z]++)="([^"&\s]++(?: [^"&\s]++)*+)" ?').fullmatch  # as most are
_is_attribute_name = re.compile(r"[:_\w][:_.\-\w]*+").fullmatch
_SPACES = re.compile(rf"{_SPACE}+")
_tag_or_bracket = re.compile("<[^<>]*+>|>").sub
_SPAN = re.compile("(?<=[\"'\\s])(?:row|col)span(?=[\\s=])", re.IGNORECASE)
"""What only the tags of cells may have, which make no attributes."""
_QUOTED = re.compile(r"""["'](.+)["']|""|''""", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#([0-9]++);|#[xX]([0-9A-Fa-f]++);|([A-Za-z0-9\x80-\U0010ffff]++;))")
_OWN_NAMES: Final = {"רלמ;": "\u200f", "رلم;": "\u200f"}
"""Names that MediaWiki knows besides those of HTML."""
_MOST_DIGITS = 7  # more make a number beyond every character
_ALLOWED_CHARACTER = re.compile("[\t\n -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]").match


def decode_references(text: str) -> str:
    """The text with `&amp;`, `&#8211;` and the like as characters; only those with a semicolon count, and
    those of a character that HTML forbids stay as they are."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def decode_value(text: str) -> str:
    """The same of a title, anchor or attribute: there a forbidden character is U+FFFD."""
    return _REFERENCE.sub(lambda match: _character(match, "\ufffd"), text) if "&" in text else text


def replace_forbidden(text: str) -> str:
    """The text with U+FFFD for each reference of a character that HTML forbids, the others as they are."""
    return _REFERENCE.sub(lambda match: match[0] if _character(match, "") else "\ufffd", text) if "&" in text else text


def _character(match: re.Match[str], forbidden: str | None = None) -> str:
    """What a reference stands for: itself where it is none."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(name) or _OWN_NAMES.get(name, match[0])
    digits = (decimal or hexadecimal).lstrip("0")
    number = int(digits or "0", 10 if decimal else 16) if len(digits) <= _MOST_DIGITS else -1
    if 0 <= number <= sys.maxunicode and _ALLOWED_CHARACTER(character := chr(number)):
        return character
    return match[0] if forbidden is None else forbidden


def parse_attributes(source: str) -> Mapping[str, str]:
    """`name="value" name='value' name=value`: names in lower case, the last of a name wins.

    As in HTML, white space, "/" and ">" part attributes; one whose name holds other than letters, digits
    and ":_.-" is left out, as MediaWiki's Sanitizer does. The value of a name alone is "". The map may be
    shared, as the same attributes stand at many places.
    """
    return _short_attributes(source) if len(source) <= _SHORT else _read_attributes(source)


_SHORT = 100
"""Characters of attributes that are worth keeping: a name of a reference, the style of a cell."""


def _read_attributes(source: str) -> Mapping[str, str]:
    if only := _single_attribute(source):
        return {only[1]: only[2]}
    if ">" in source:  # one that ends no tag is a letter
        source = _tag_or_bracket(lambda match: "&gt;" if match[0] == ">" else _SPAN.sub("", match[0]), source)
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        name, double, single, bare = match.groups()
        if not _is_attribute_name(name):
            continue
        value = double or single or bare or ""
        attributes[name.lower()] = decode_value(_SPACES.sub(" ", value).strip(" ")) if value else ""
    return attributes


_short_attributes = lru_cache(maxsize=2048)(_read_attributes)


def unquote(value: str) -> str:
    """An attribute's value given to a template or parser function, without the quotes around it."""
    quoted = _QUOTED.fullmatch(value)
    return (quoted[1] or "") if quoted else value


_FORMULA_STYLES = {"block": "{\\displaystyle %s}", "inline": "{\\textstyle %s}", "linebreak": "\\[ %s \\]"}


def formula_text(source: str, attributes: Mapping[str, str]) -> str:
    """What plain text shows of a formula, with the style that the attribute `display` asks for."""
    source = source.strip()
    style = _FORMULA_STYLES.get(attributes.get("display", ""))
    return f"$ {style % source if style else source} $"


METADATA: Final = frozenset({"link", "meta"})
"""Tags that are text but where they tell a property of an item."""


def is_metadata(name: str, attributes: str) -> bool:
    """Whether `<link>` or `<meta>` is a property of an item, the only ones that MediaWiki lets through."""
    given = parse_attributes(attributes)
    return "itemprop" in given and ("href" if name == "link" else "content") in given


def is_contents(attributes: str) -> bool:
    """Whether `id="toc"` is among a table's attributes: a table of contents made by hand is no table of the page."""
    return parse_attributes(attributes).get("id") == "toc"


def hides(attributes: str) -> bool:
    """Whether `style="display:none"` is among the attributes: no reader sees the element."""
    return "none" in attributes and is_hiding(parse_attributes(attributes).get("style", ""))


def is_hiding(style: str) -> bool:
    """Whether the value of `style` hides the element."""
    return "display:none" in safe_style(style).replace(" ", "").lower()


NO_ATTRIBUTES: Final = MappingProxyType[str, str]({})
