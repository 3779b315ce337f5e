"""The 50 members, as read off the rendered article by hand, and the cells that make them in wikitext."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from icor_scraper.members import Member

LAYOUTS = Path(__file__).parent.parent.parent / "fixtures" / "layouts"


@dataclass(frozen=True, kw_only=True)
class Row:
    """The source of one row's cells."""

    continent: str
    country: str
    party: str
    english: str
    since: str


def load_members() -> tuple[Member, ...]:
    """What every benign layout must give."""
    rows = json.loads((LAYOUTS / "members.json").read_text(encoding="utf-8"))
    return tuple(
        Member(**row | {"member_since": tuple(row["member_since"]), "references": tuple(row["references"])})
        for row in rows
    )


def load_rows() -> tuple[Row, ...]:
    """The cells of the article's own table, spans resolved."""
    rows = json.loads((LAYOUTS / "rows.json").read_text(encoding="utf-8"))
    return tuple(
        Row(continent=continent, country=country, party=party, english=english, since=since)
        for continent, country, party, english, since in rows
    )
