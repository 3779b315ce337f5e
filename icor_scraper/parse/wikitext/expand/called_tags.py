"""Extension tags made by calls, as by `{{#tag:references|...}}`: what is in them was expanded before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from icor_scraper.parse.wikitext.marks import MARK_PATTERN, UNKNOWN, ListTag, Mark, ReferenceTag
from icor_scraper.parse.wikitext.tags import (
    CODE_TAGS,
    FORMULA_TAGS,
    SOURCE_TAGS,
    decode_references,
    formula_text,
    is_hiding,
)

_CAPITAL_REFERENCE = re.compile("<(?!ref)").match


def literal_text(name: str, content: str, attributes: Mapping[str, str], marks: Sequence[Mark]) -> str:
    """What a tag shows of its content as it is, with what `<nowiki>` and the like show in it."""
    content = content.replace(UNKNOWN, "")
    if name in SOURCE_TAGS:
        return MARK_PATTERN.sub(lambda match: _nowiki_source(marks[int(match[1])]), content)
    if (name not in CODE_TAGS and name not in FORMULA_TAGS) or (
        name == "pre" and is_hiding(attributes.get("style", ""))
    ):
        return ""
    if name in CODE_TAGS:
        content = decode_references(content)
    content = MARK_PATTERN.sub(lambda match: marks[int(match[1])].text, content)
    return formula_text(content, attributes) if name in FORMULA_TAGS else content


def _nowiki_source(mark: Mark) -> str:
    """What source code shows of `<nowiki>` in it, whose brackets are character references by then."""
    return mark.text.replace("<", "&lt;").replace(">", "&gt;") if mark.name == "nowiki" else ""


def take_references(list_tag: ListTag, content: str, marks: Sequence[Mark], first: int, source: str) -> None:
    """Give a list of references those in its content; `marks` from `first` on were made since a call last made a list.

    Cite counts the references whose marks stand in the list, and takes as many that it met last for those: where
    others stand in their notes, these count, and so many of the first ones in the list do not.
    """
    count = 0
    for number in MARK_PATTERN.findall(content):
        mark = marks[int(number)]
        if isinstance(mark, ReferenceTag):
            count += not _CAPITAL_REFERENCE(source, mark.start)  # Cite looks for small letters alone
        elif isinstance(mark, ListTag):
            list_tag.is_valid = mark.is_shown = False
    for mark in reversed(marks[first:] if count else ()):
        if isinstance(mark, ReferenceTag) and count:
            mark.list_group = list_tag.group
            count -= 1
