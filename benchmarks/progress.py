"""How far a long run is: a line that is written over on a terminal, and a single line in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from benchmarks.corpus import Page

_WIDTH = 80


def watched(pages: Sequence[Page], what: str) -> Iterator[Page]:
    """The pages, telling on standard error which is at hand."""
    is_terminal = sys.stderr.isatty()
    if not is_terminal:
        print(f"{what}, {len(pages)} articles ...", file=sys.stderr, flush=True)
    for number, page in enumerate(pages, 1):
        if is_terminal:
            line = f"{what}, {number}/{len(pages)} {page.title}"
            print(f"\r{line[:_WIDTH]:<{_WIDTH}}", end="", file=sys.stderr, flush=True)
        yield page
    if is_terminal:
        print(f"\r{'':<{_WIDTH}}\r", end="", file=sys.stderr)
