"""A process that times one contestant. It is asked for a round by a line on its standard input.

    python benchmarks/worker.py NAME CORPUS [HTML]      the articles of a folder
    python benchmarks/worker.py NAME CORPUS --size N    one text of N bytes, made of them

It answers with one line of JSON a round: CPU seconds, and how many MiB the process's peak memory has grown since
the texts were read.
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

_LEAST_BYTES = 300_000


def peak_mib() -> int:
    """Peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


def cut(corpus: Path, size: int) -> Page:
    """One page of `size` bytes, of the articles one after the other; twice over where they are fewer."""
    paths = sorted(corpus.glob("*.json"))
    octets = b""
    while len(octets) < size:
        for path in paths:
            octets += json.loads(path.read_text(encoding="utf-8"))["text"].encode() + b"\n"
            if len(octets) >= size:
                break
    return Page("A", octets[:size].decode(errors="ignore"))


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
    if args.size:  # a short text many times over, as the clock is coarse
        repeats = max(1, _LEAST_BYTES // args.size)
        pages = [cut(args.corpus, args.size)] * repeats
    else:
        repeats = 1
        pages = read_corpus(args.corpus, args.html)
    before = peak_mib()
    for _ in sys.stdin:
        start = time.process_time()
        for page in pages:
            run(page)
        seconds = (time.process_time() - start) / repeats
        print(json.dumps({"seconds": seconds, "peak_mib": peak_mib() - before}), flush=True)


if __name__ == "__main__":
    main()
