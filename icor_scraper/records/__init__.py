"""Table -> instances of any dataclass whose fields declare their columns.

    table ──layout──▶ header rows, a column for each field ──read──▶ records, warnings

A field says under which headers its values stand (`column`) or how they follow from the row
(`computed`). Columns are found by header, never by position, and whatever is not certain is an
error that names row, column and span.
"""

from icor_scraper.records.column import Column, Computed, Row, column, computed
from icor_scraper.records.convert import is_blank, link_title, number, text, years, years_of
from icor_scraper.records.fold import fold
from icor_scraper.records.layout import Layout, find_layout
from icor_scraper.records.read import Reading, read_records

__all__ = [
    "Column",
    "Computed",
    "Layout",
    "Reading",
    "Row",
    "column",
    "computed",
    "find_layout",
    "fold",
    "is_blank",
    "link_title",
    "number",
    "read_records",
    "text",
    "years",
    "years_of",
]
