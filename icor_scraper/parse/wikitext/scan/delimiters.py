"""The signs that the nested scan stops at, each told by the number of the empty group that ends it."""

from __future__ import annotations

import re

from icor_scraper.parse.wikitext.tags import EXTENSION_TAGS

SHOWN_TAGS = ("noinclude", "/noinclude", "onlyinclude", "/onlyinclude")
HIDDEN_TAG = "includeonly"

_NAMES = "|".join(sorted({*EXTENSION_TAGS, *SHOWN_TAGS, HIDDEN_TAG}, key=len, reverse=True))
_LEAF = r"[^{}\[\]<\n]*+(?:\n(?!=)[^{}\[\]<\n]*+)*+"
# Each alternative begins with a plain character (so that the search skips from one to the next) and
# ends with an empty group (whose number tells which it was).
_TAGS = (
    r"<(?:!--()"  # 1
    r"|ref((?:[ \t\n][^<>]*+)?+)(?:(?<!/)>[^<]*+</ref>()|(?<=/)>())"  # 3, 4: <ref> without tags inside
    rf"|(?=[\w/])((?i:{_NAMES}))(?=[ \t\n\r\f\v>]|/>))"  # 5
)
COMMENT, REF_ATTRIBUTES, REF, EMPTY_REF, TAG = range(1, 6)
find_tags = re.compile(_TAGS).finditer
find_delimiters = re.compile(
    rf"{_TAGS}"
    rf"|\{{\{{{_LEAF}\}}\}}()"  # 6: a template without anything nested
    rf"|\[\[{_LEAF}\]\](?:{_LEAF}\[\[{_LEAF}\]\])*+"  # links without anything nested hide nothing
    r"|\{\{+()"  # 7
    r"|\}\}+()"  # 8
    r"|\[\[+()"  # 9
    r"|\]\]+()"  # 10
    r"|\n=+()"  # 11: a heading, whose line the brackets around it cannot be closed on
    r"|\{(?<=-\{)()"  # 12: the brace of `-{`, where a language variant opens
    r"|\}(?=-)()"  # 13: the brace of `}-`
).finditer
LEAF_TEMPLATE, BRACES, BRACES_END, LINK, LINK_END, HEADING, VARIANT, VARIANT_END = range(6, 14)
