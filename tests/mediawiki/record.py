"""Save what a new test wiki answers for its pages into fixtures/: python -m tests.mediawiki.record.

The port is fixed, as it is part of the answers.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from icor_scraper.fetch import Client, Pace, fetch_revision
from tests.mediawiki.seed import ARTICLE
from tests.mediawiki.wiki import running_wiki

FIXTURES = Path(__file__).parents[2] / "fixtures"
PORT = 8039

PAGES = {
    "icor": ARTICLE,
    "rowspans": "Rowspans",
    "header_rows": "Header rows",
    "nested_tables": "Nested tables",
    "html_table": "HTML table",
    "named_references": "Named references",
    "grouped_references": "Grouped references",
    "list_defined_references": "List-defined references",
    "reflist_references": "Reflist references",
    "citations": "Citations",
    "infobox": "Infobox",
    "flags": "Flags",
    "headings": "Headings",
    "links": "Links",
    "odd_characters": "AC/DC & Müller’s “Größe”",
    "broken_markup": "Broken markup",
    "lakes": "Lakes of Finland",
    "redirect": "ICOR",
}
"""Folder in fixtures/ -> title asked for."""


def main() -> None:
    """Record all pages anew."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_wiki(Path(folder) / "wiki", PORT) as wiki,
        Client(pace=Pace(0)) as client,
    ):
        for name, title in PAGES.items():
            target = FIXTURES / name
            shutil.rmtree(target, ignore_errors=True)
            fetch_revision(title, api_url=wiki.api_url, client=client, save_to=target)
            sys.stderr.write(f"{target.relative_to(FIXTURES.parent)}\n")


if __name__ == "__main__":
    main()
