"""Views: what of some records a person at a terminal wants to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icor_scraper.dataset import ReferenceRecord, SectionRecord, TableRecord
from icor_scraper.members import Member
from icor_scraper.models import Table
from icor_scraper.visible import one_line

NUMBERS = frozenset({"#", "rows", "columns", "uses"})
"""Headers of columns that stand to the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A table for people."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as text that does not act on a terminal."""
        return tuple(tuple(map(_shown, row)) for row in self.rows)


def view_members(title: str, members: Sequence[Member]) -> View:
    return View(
        title=f"{len(members)} members: {title}",
        headers=("#", "continent", "country", "party", "English translation", "since", "notes"),
        rows=tuple(
            (m.position, m.continent, m.country, m.party_name, m.english_translation, m.member_since_text, m.references)
            for m in members
        ),
    )


def view_references(title: str, references: Sequence[ReferenceRecord]) -> View:
    return View(
        title=f"{len(references)} references: {title}",
        headers=("#", "group", "uses", "text"),
        rows=tuple((r.number, r.group, len(r.uses), r.text) for r in references),
    )


def view_sections(title: str, sections: Sequence[SectionRecord]) -> View:
    return View(
        title=f"{len(sections)} sections: {title}",
        headers=("number", "heading", "text"),
        rows=tuple((s.number, f"{'  ' * (s.level - 2)}{s.heading or '(lead)'}", _beginning(s.text)) for s in sections),
    )


def view_tables(title: str, tables: Sequence[TableRecord], sections: Sequence[SectionRecord]) -> View:
    return View(
        title=f"{len(tables)} tables: {title}",
        headers=("#", "section", "caption", "rows", "columns", "first row"),
        rows=tuple(
            (
                t.index,
                sections[t.section].heading or "(lead)",
                t.caption,
                t.row_count,
                t.column_count,
                _beginning(" | ".join(cell.text for cell in t.cells if cell.row == 0)),
            )
            for t in tables
        ),
    )


def view_table(title: str, table: Table) -> View:
    caption = "" if table.caption is None else f" ({table.caption})"
    return View(
        title=f"table {table.index}{caption}: {title}",
        headers=table.column_names(),
        rows=tuple(tuple(record.values()) for record in table.to_records()),
    )


_BEGINNING_CHARS = 80
"""Of a long text: enough to recognise it, in one line or two."""


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING_CHARS else f"{text[:_BEGINNING_CHARS]}…"


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(_shown, value))
    return one_line(str(value))
