"""A process that times one contestant. It is asked for a round by a line on its standard input.

    python benchmarks/worker.py NAME CORPUS [HTML]      the articles of a folder
    python benchmarks/worker.py NAME CORPUS --size N    one text of N bytes, made of them

It answers with one line of JSON a round: CPU seconds, and the process's peak memory in MiB.
"""

from __future__ import annotations

import argparse
import json
import logging
import resource
import sys
import time
import warnings
from pathlib import Path

from benchmarks.contestants import CONTESTANTS, COSTLY
from benchmarks.corpus import Page, read_corpus


def peak_mib() -> int:
    """Peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


def cut(pages: list[Page], size: int) -> Page:
    """One page of `size` bytes, of the articles one after the other."""
    text = ""
    while len(text.encode()) < size:
        text += "\n".join(page.text for page in pages)
    return Page("A", text.encode()[:size].decode(errors="ignore"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("html", type=Path, nargs="?")
    parser.add_argument("--size", type=int)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    run = (CONTESTANTS | COSTLY)[args.name].run
    pages = read_corpus(args.corpus, args.html)
    if args.size:
        pages = [cut(pages, args.size)]
    for _ in sys.stdin:
        start = time.process_time()
        for page in pages:
            run(page)
        print(json.dumps({"seconds": time.process_time() - start, "peak_mib": peak_mib()}), flush=True)


if __name__ == "__main__":
    main()
