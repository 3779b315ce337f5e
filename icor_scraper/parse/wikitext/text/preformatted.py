"""`<pre>` and lists: its lines are items of none, but where the item that it begins in opens a list they are.

As MediaWiki's block pass takes the lines: it forgets that a `<pre>` is open where it opens a list
(https://www.mediawiki.org/wiki/Help:Formatting).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icor_scraper.parse.wikitext.items import line_marks, shared_marks
from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, Mark
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.text.terms import part_terms

_PRE = re.compile(r"<pre(?=[\t\n\v />])[^<>]*>", re.IGNORECASE).finditer
_LIST_LINE = re.compile(r"\n(?=[*#:;])")
_LIST_MARKS = re.compile(r"\n[*#:;]++")
_MARKS = frozenset("*#:;")


def hold_preformatted(text: str, line_end: str) -> str:
    """The text with a QUOTE before what would be list marks, but stands behind a `<pre>` that is not closed."""
    lines = text.split("\n")
    is_open = False
    before = ""
    for number, line in enumerate(lines):
        if is_open and line[:1] in _MARKS:
            lines[number] = QUOTE + line
        opens, before = _opens_list(line, before) if number and not is_open else (False, "")
        if line_end in line:
            before = ""
        if is_open := is_open and line_end not in line:
            is_open = "</pre" not in line
        else:
            is_open = not opens and _opens_pre(line.rpartition(line_end)[2])
    return "\n".join(lines)


def read_listed(text: str, line_end: str, marks: Sequence[Mark]) -> dict[int, str]:
    """By number, what each `<pre>` shows that begins in an item which opens a list: lists count in its lines."""
    listed: dict[int, str] = {}
    before = ""
    for number, line in enumerate(text.split("\n")):
        item = line.partition(line_end)[0]
        opens, before = _opens_list(item, before) if number else (False, "")
        for found in MARK_PATTERN.findall(item) if MARK in item else ():
            shown = marks[int(found)]
            if shown.name == "pre" and "\n" in shown.text:
                before = ""
                if opens and _LIST_LINE.search(shown.text):
                    before = _marks_of(shown.text[shown.text.rindex("\n") + 1 :]).replace(";", ":")
                    listed[int(found)] = _LIST_MARKS.sub("\n ", part_terms(shown.text, line_end).replace(QUOTE, ""))
        if len(item) < len(line):
            before = ""
    return listed


def has_listed(marks: Sequence[Mark]) -> bool:
    """Whether there is a `<pre>` with a line that begins as an item of a list."""
    return any(mark.name == "pre" and _LIST_LINE.search(mark.text) for mark in marks)


def _opens_list(line: str, before: str) -> tuple[bool, str]:
    """(whether the line opens a list, its marks), where the line before has the marks `before`."""
    prefix = _marks_of(line)
    same = prefix.replace(";", ":")
    return same != before and len(prefix) > shared_marks(prefix, before), same


def _marks_of(line: str, start: int = 0) -> str:
    return line_marks(line, start)[0]  # type: ignore[index] # it matches the empty string too


def _opens_pre(line: str) -> bool:
    """Whether a `<pre>` opens in the line that lasts: none does where one is closed as well."""
    return next(_PRE(line), None) is not None and "</pre" not in line


def open_pre(text: str) -> int:
    """Where the first `<pre>` ends that lasts, of those that are not closed, as are all in expanded text; else -1."""
    line_end = -1
    for found in _PRE(text) if "<" in text else ():
        if found.start() < line_end:
            continue
        line_start = text.rfind("\n", 0, found.start()) + 1
        before = ""
        if line_start:
            before = _marks_of(text, text.rfind("\n", 0, line_start - 1) + 1).replace(";", ":")
        line = text[line_start : found.start()]
        if "</pre" not in line and not _opens_list(line, before)[0]:
            return found.end()
        line_end = text.find("\n", found.end())
        if line_end < 0:
            break
    return -1


def without_lists(text: str) -> str:
    """The text with a QUOTE before what would be list marks."""
    return _LIST_LINE.sub(f"\n{QUOTE}", text)
