"""Guards: what keeps a candidate dataset from being published.

    Revision ──check_revision──▶ violations      the page: blanked, redirected, moved, too old, too young
    wikitext + HTML ──read_twice──▶ records      double entry: both must say the same
    Dataset(s) ──check_dataset──▶ violations     the records: lost, doubled, emptied, scrambled, ...

All are pure functions; the limits stand in the spec. A first publish has nothing to be compared with
and is held to the absolute guards only. Every violation is told, not only the first.
"""

from icor_scraper.check.double_entry import Disagreement, TwofoldReading, compare_records, read_twice
from icor_scraper.check.readings import lacks_a_reading
from icor_scraper.check.records import check_dataset
from icor_scraper.check.revision import check_revision
from icor_scraper.check.violation import Guard, Violation

__all__ = [
    "Disagreement",
    "Guard",
    "TwofoldReading",
    "Violation",
    "check_dataset",
    "check_revision",
    "compare_records",
    "lacks_a_reading",
    "read_twice",
]
