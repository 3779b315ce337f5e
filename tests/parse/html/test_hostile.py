"""Hostile HTML of 1 MiB, each in a child process that the system ends at its limits."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

import pytest

SIZE = 1 << 20

CPU_S = 15
"""Far above what linear time needs (at most 2 s where this was written), far below what n^2 would take."""

MEMORY_BYTES = 512 << 20

CASES: dict[str, Callable[[], str]] = {
    "deep": lambda: "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "never closed": lambda: "<b>" * 350_000,
    "misnested": lambda: "<b><i><p>" * 60_000 + "</b></i>" * 60_000,
    "attributes": lambda: "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>",
    "classes": lambda: "".join(f"<i class=a{i}>x</i>" for i in range(50_000)),
    "table": lambda: "<table>" + ("<tr>" + "<td>x</td>" * 8 + "</tr>") * 11_000 + "</table>",
    "deep tables": lambda: "<table><tr><td>" * 70_000,
    "markup never closed": lambda: "<![" * 100_000 + "<!--" * 100_000 + "<a " * 100_000,
    "links deep in tables": lambda: "<table><tr><td>" * 60 + "<a href=x></a>y" * 70_000,
    "span stairs": lambda: "<table>" + "<tr><td colspan=1000 rowspan=65534>a" * 28_000,
    "rowspan behind a wide row": lambda: "<table><tr>" + "<td>a" * 2000 + "<td rowspan=65534>b" + "<tr>" * 250_000,
    "notes of one id": lambda: (
        "<a href='#cite_note-1'>1</a>" * 15_000 + "<ol class=references>" + "<li id=cite_note-1>" * 30_000
    ),
    "marks without a name": lambda: (
        "".join(f"<a href='#cite_note-'>{i}</a>" for i in range(15_000))
        + "<ol class=references><li id=x></ol>" * 14_000
    ),
    "headings": lambda: "<h2>a</h2>b" * 95_000,
    "frames never closed": lambda: "<body><div" + " id=mw-content-text" * 30_000 + ' class="mw-parser-output' * 20_000,
    "br": lambda: "<br>" * 260_000,
    "ampersands": lambda: "&a" * 500_000,
}

CHILD = """
import sys
from icor_scraper.errors import ParseError
from icor_scraper.parse.html import parse_html
try:
    article = parse_html(sys.stdin.read())
    cells = [cell for table in article.tables for row in table.grid[:50] for cell in row[:50] if cell]
    found = [(cell.wikilinks, cell.references, cell.tables) for cell in cells]
    found = [section.text for section in article.sections], article.references, article.wikilinks
except ParseError:
    print("refused")
else:
    print("read")
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


@pytest.mark.parametrize("name", CASES)
def test_read_or_refused_within_limits(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=CASES[name]()[:SIZE],
        capture_output=True,
        text=True,
        preexec_fn=_limit,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    refused = {"deep tables", "span stairs", "rowspan behind a wide row"}
    assert done.stdout == ("refused\n" if name in refused else "read\n")
