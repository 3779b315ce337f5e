"""Draw docs/members.svg, the picture in the README: python -m tests.house.picture."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from icor_scraper import parse_article, read_members, read_revision
from icor_scraper.cli.tables import make_table
from icor_scraper.cli.views import view_members

PICTURE = Path(__file__).parents[2] / "docs" / "members.svg"
ROWS = 9
COLUMNS = 118
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def draw() -> str:
    """The first members, as `icor-scraper show members` prints them, as SVG."""
    revision = read_revision("snapshot")
    view = view_members(revision.title, read_members(parse_article(revision)))
    first = replace(view, rows=(*view.rows[:ROWS], ("...", "", "", "", "", "", "")))
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ icor-scraper show members"))
    console.print(make_table(first))
    return _WEB_FONTS.sub("", console.export_svg(title="icor-scraper"))


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
