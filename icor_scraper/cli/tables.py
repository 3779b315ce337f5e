"""Views as tables on a terminal; loads rich."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from icor_scraper.cli.views import NUMBERS, View
from icor_scraper.visible import one_line


def render_table(view: View) -> str:
    """The view as wide as the terminal, styled as far as it can show it; cells are text, never rich's markup."""
    console = Console()
    with console.capture() as capture:
        console.print(make_table(view))
    return capture.get()


def make_table(view: View) -> Table:
    """The view for rich."""
    table = Table(title=Text(one_line(view.title)), title_justify="left")
    for header in view.headers:
        table.add_column(header, overflow="fold", justify="right" if header in NUMBERS else "left")
    for row in view.texts():
        table.add_row(*map(Text, row))
    return table
