"""The notation of the spec files: facts as lines that one writes and reads by hand.

section 2 1.1 "Heading" #anchor      level, number, text; the anchor where it is not the text with "_"
table "caption"                      or `nested table`; the caption where there is one
  "cell" !"header" -                 a row; a slot that no cell covers is a dash
list "group"                         a list of references; the group where it has a name
  2 "text"                           a note: how often it is used, and what it says
  1 "p. 5" of 1                      a detail of note 1
unlisted "group"                     notes that no list shows
  1
link "Page"
category "Name"
url "host/path"                      without the scheme
nothing
"""

from __future__ import annotations

import re

from tests.agreement.facts import CellFact, Facts, ListFact, NoteFact, SectionFact, TableFact

_QUOTED_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def write(facts: Facts) -> str:
    """The facts as lines."""
    lines = [
        *map(_section, facts.sections),
        *(line for table in facts.tables for line in _table(table)),
        *(line for found in sorted(facts.lists, key=_by_group) for line in _list(found)),
        *(f"link {_quoted(title)}" for title in sorted(facts.links)),
        *(f"category {_quoted(name)}" for name in sorted(facts.categories)),
        *(f"url {_quoted(url)}" for url in sorted(facts.external)),
    ]
    return "\n".join(lines) or "nothing"


def without_spaces(lines: str) -> str:
    """The notation with no white space in its texts: a browser's text has it where blocks meet."""
    return _QUOTED_TEXT.sub(lambda match: re.sub(r"\s", "", match[0]), lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _section(section: SectionFact) -> str:
    anchor = "" if section.anchor == section.line.replace(" ", "_") else f" #{section.anchor}"
    return f"section {section.level} {section.number} {_quoted(section.line)}{anchor}"


def _table(table: TableFact) -> list[str]:
    kind = "nested table" if table.is_nested else "table"
    rows = [f"  {' '.join(map(_slot, row))}".rstrip() for row in table.grid]
    return [f"{kind} {_quoted(table.caption)}" if table.caption else kind, *rows]


def _slot(cell: CellFact | None) -> str:
    return "-" if cell is None else f"{'!' if cell.is_header else ''}{_quoted(cell.text)}"


def _by_group(found: ListFact) -> tuple[str, bool]:
    return found.group, found.is_listed


def _list(found: ListFact) -> list[str]:
    if not found.notes:  # a group that MediaWiki names in an error alone, or a list whose notes stand below it
        return []
    kind = "list" if found.is_listed else "unlisted"
    return [f"{kind} {_quoted(found.group)}" if found.group else kind, *map(_note, found.notes)]


def _note(note: NoteFact) -> str:
    text = "" if note.text is None else f" {_quoted(note.text)}"
    return f"  {note.uses}{text}" if note.details_of is None else f"  {note.uses}{text} of {note.details_of}"
