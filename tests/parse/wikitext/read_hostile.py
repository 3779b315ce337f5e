"""Read hostile texts to the last value, and tell what each took. Run as a process of its own.

    python -m tests.parse.wikitext.read_hostile RENDERER NAME SIZE [NAME SIZE ...]

RENDERER is "blank" or "words". For each text one line is written before it is read, its name and size, and one
after: "read" or "refused", CPU seconds, and the process's peak memory in MiB. The system ends the process where
a text takes more than CPU_S seconds or MEMORY_BYTES.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from icor_scraper.dataset import article_record
from icor_scraper.errors import ParseError
from icor_scraper.models import Article
from icor_scraper.parse import parse_wikitext, render_blank
from tests.parse.wikitext.hostile import CASES

CPU_S = 6
"""Half as much again as the four seconds that are promised, as machines that run tests are slower than most: every
text takes at most 3.9 s on a common one that is idle."""
MEMORY_BYTES = 512 << 20


def peak_mib() -> int:
    """The most memory that this program has held, in MiB.

    Linux counts in ru_maxrss what the parent held before this program was loaded, so VmHWM is read there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) >> 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


def read_all(article: Article) -> None:
    """Ask for everything: all records with their texts, arguments and warnings, and the attributes of cells."""
    article_record(article)
    assert all(section.warnings is not None for section in article.sections)
    assert all(reference.warnings is not None for reference in article.references)
    for table in article.tables:
        assert table.warnings is not None
        for row in table.grid:
            for cell in row:
                assert cell is None or (cell.attributes is not None and cell.warnings is not None)


def tell(*values: object) -> None:
    sys.stdout.write(f"{' '.join(map(str, values))}\n")
    sys.stdout.flush()


def main() -> None:
    renderer, *pairs = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for name, size in zip(pairs[::2], map(int, pairs[1::2]), strict=True):
        tell(name, size)
        text = CASES[name](size)
        start = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(start) + CPU_S + 1, resource.RLIM_INFINITY))
        try:
            read_all(parse_wikitext(text, title="A", templates=render_blank if renderer == "blank" else None))
            outcome = "read"
        except ParseError:
            outcome = "refused"
        tell(outcome, round(time.process_time() - start, 3), peak_mib())


if __name__ == "__main__":
    main()
