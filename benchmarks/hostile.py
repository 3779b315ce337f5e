"""What hostile wikitext costs: every generator of tests/parse/wikitext/hostile.py at three sizes, as a table.

    python benchmarks/hostile.py [--out FILE] [NAME ...]

Each text is read in a process of its own, to the last value: all records with their texts, arguments and attributes.
The page is Markdown on standard output; --out writes it to a file. Ends with 1 where a text was too much for the
process's limits (read_hostile.py).
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.parse.wikitext.hostile import CASES, largest

ROOT = Path(__file__).parents[1]
SMALL, MIDDLE = 2_000, 20_000
CLEAR_S = 0.05
"""Seconds below which a time says nothing about growth."""
TOO_MUCH = "too much"


_EXPLANATION = (
    "CPU seconds and peak memory of a process that reads one text to the last value: all records with their texts,",
    "arguments and attributes. The largest text of a case is near MediaWiki's limit of 2 MiB. Refused: a `ParseError`",
    "that names the limit. Growth: the time a byte took in the largest text, of the time it took at n = 20,000, where",
    f"that was {CLEAR_S} s or more and had the same outcome; 1 is linear. Tests hold 6 s, 512 MiB and growth 1.8",
    "([test_hostile.py](../tests/parse/wikitext/test_hostile.py)).",
)


class Reading(NamedTuple):
    """What one text took."""

    octets: int
    outcome: str
    """"read", "refused" (a ParseError) or TOO_MUCH."""
    seconds: float
    peak_mib: int


def read(name: str, size: int) -> Reading:
    octets = len(CASES[name](size).encode())
    command = [sys.executable, "-m", "tests.parse.wikitext.read_hostile", "words", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        return Reading(octets, TOO_MUCH, float("nan"), 0)
    outcome, seconds, peak = done.stdout.splitlines()[1].split()
    return Reading(octets, outcome, float(seconds), int(peak))


def growth(first: Reading, last: Reading) -> str:
    """How much more time a byte of the larger text took than one of the smaller; 1 is linear."""
    if first.outcome != last.outcome or first.seconds < CLEAR_S:
        return "-"
    return f"{last.seconds / last.octets / (first.seconds / first.octets):.2f}"


def row(name: str) -> tuple[list[str], bool]:
    """The cells of a case, and whether all was within the limits."""
    small, middle, large = (read(name, size) for size in (SMALL, MIDDLE, largest(name)))
    outcomes = dict.fromkeys(reading.outcome for reading in (small, middle, large))
    seconds = [f"{reading.seconds:.2f}" for reading in (small, middle, large)]
    peak = max(reading.peak_mib for reading in (small, middle, large))
    cells = [name, *seconds, f"{large.octets / 2**20:.2f}", str(peak), ", then ".join(outcomes), growth(middle, large)]
    return cells, TOO_MUCH not in outcomes


def page(rows: Iterable[list[str]]) -> str:
    heads = ("case", "s, n = 2,000", "s, n = 20,000", "s, largest", "MiB of text", "peak MiB", "outcome", "growth")
    lines = [
        "# Hostile wikitext",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `python benchmarks/hostile.py` with Python "
        f"{platform.python_version()} on a noisy two-core machine.",
        "",
        *_EXPLANATION,
        "",
        f"| {' | '.join(heads)} |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |",
        *(f"| {' | '.join(cells)} |" for cells in rows),
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="cases (default: all)")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = [row(name) for name in options.names or CASES]
    text = page(cells for cells, _ in rows)
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    return 0 if all(is_within for _, is_within in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
