"""Reads the spec files: what MediaWiki makes of a small wikitext, case by case.

A case is a title, a line with a dot, the wikitext, a dot, the facts expected in the notation of notation.py, a dot.
Anything else between the cases is for people.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
NEWER = frozenset({"details.md"})
"""Files whose rules are newer than the MediaWiki that tests/mediawiki starts; they name their source."""


class SpecError(Exception):
    """A spec file that cannot be read; the message says where and why."""


class Case(NamedTuple):
    """One case of a spec file."""

    file: str
    line: int
    """Of its title, from 1."""
    title: str
    wikitext: str
    expected: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line} {self.title}"


def read_cases(path: Path) -> list[Case]:
    """The cases of one file. Raises SpecError where there is none, or one has no end."""
    parts: list[list[str]] = [[]]
    cases: list[Case] = []
    title, start = "", 0
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line != ".":
            parts[-1].append(line)
            if len(parts) == 1 and line.strip():
                title, start = line.strip(), number
            continue
        parts.append([])
        if len(parts) == 4:
            if not title:
                raise SpecError(f"expected a title before the case, found none ({path.name}, line {number})")
            cases.append(Case(path.name, start, title, "\n".join(parts[1]), "\n".join(parts[2])))
            parts, title = [[]], ""
    if len(parts) > 1:
        raise SpecError(f"expected the case to end with a dot, found the end of the file ({path.name}, line {start})")
    if not cases:
        raise SpecError(f"expected at least one case, found none ({path.name})")
    return cases


def all_cases() -> list[Case]:
    """Every case of every spec file. Raises SpecError also where there is no file."""
    paths = sorted(FOLDER.glob("*.md"))
    if not paths:
        raise SpecError(f"expected spec files, found none ({FOLDER})")
    return [case for path in paths for case in read_cases(path)]
