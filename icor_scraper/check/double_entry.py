"""Double entry: records read from wikitext and, by independent code, from the rendered HTML must agree.

Where wikitext alone cannot tell a cell's words, for a template without a known rule, the HTML's cell
stands in for it; a table that only a template makes is read from the HTML alone.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields
from itertools import zip_longest
from typing import TYPE_CHECKING, Generic, TypeVar

from icor_scraper.check.html_cells import with_html_cells, without_tables_of
from icor_scraper.check.violation import Guard, Violation
from icor_scraper.dataset import HtmlCell
from icor_scraper.errors import LayoutError, RecordError
from icor_scraper.models import Article, ParseWarning
from icor_scraper.spec import DatasetSpec
from icor_scraper.visible import shortened

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R")

WIKITEXT_ONLY = "wikitext only"
HTML_ONLY = "html only"
BOTH = "wikitext and html"

_SHOWN = 500
"""Characters of a value, or of a whole record, that a message shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One value that the two readings see differently."""

    position: int
    """Number of the record, from 1."""
    field: str
    """The field; "" where one reading lacks the whole record."""
    wikitext: str
    html: str

    def violation(self) -> Violation:
        """The disagreement as the violation of a guard."""
        one, other = shortened(self.wikitext, _SHOWN), shortened(self.html, _SHOWN)
        message = f"expected {self.field or 'record'} {self.position} to be {one} as in the wikitext"
        message += f", found {other} in the HTML"
        return Violation(guard=Guard.DISAGREEMENT, message=message, advice="report it with the revision's id")


@dataclass(frozen=True, slots=True, kw_only=True)
class TwofoldReading(Generic[R]):
    """The records of an article, and what its two forms say of each other."""

    records: tuple[R, ...]
    warnings: tuple[ParseWarning, ...]
    verified_by: str
    """"wikitext and html", "wikitext only" or "html only"."""
    from_html: tuple[HtmlCell, ...]
    """The cells that were taken from the HTML."""
    disagreements: tuple[Disagreement, ...]


def read_twice(spec: DatasetSpec[R], wikitext: Article, html: Article | None) -> TwofoldReading[R]:
    """Read the records of `spec` from both forms of one revision, and compare them.

    Raises LayoutError or RecordError where either form cannot be read with certainty.
    """
    if html is None:
        records, warnings = spec.read(wikitext)
        return _reading(records, warnings, WIKITEXT_ONLY)
    completed, from_html = with_html_cells(wikitext, html)
    try:
        records, warnings = spec.read(completed)
    except RecordError:
        raise
    except LayoutError as error:
        return _read_html_only(spec, wikitext, html, error)
    second, _ = spec.read(html)
    return _reading(records, warnings, BOTH, from_html, compare_records(records, second))


def compare_records(wikitext: tuple[R, ...], html: tuple[R, ...]) -> tuple[Disagreement, ...]:
    """Every field in which two readings of one table differ, white space and Unicode's forms aside."""
    found: list[Disagreement] = []
    for position, (one, other) in enumerate(zip_longest(wikitext, html), 1):
        if one is None or other is None:
            sides = {"wikitext": _shown(one), "html": _shown(other)}
            found.append(Disagreement(position=position, field="", **sides))
            continue
        for name in _field_names(one):
            before, after = getattr(one, name), getattr(other, name)
            if _normal(before) != _normal(after):
                found.append(Disagreement(position=position, field=name, wikitext=repr(before), html=repr(after)))
    return tuple(found)


def _read_html_only(spec: DatasetSpec[R], wikitext: Article, html: Article, error: LayoutError) -> TwofoldReading[R]:
    """Read a table that stands in the HTML and not in the wikitext; `error` is why the wikitext has none."""
    try:
        records, warnings = spec.read(without_tables_of(html, wikitext))
    except LayoutError:
        raise error from None
    return _reading(records, warnings, HTML_ONLY)


def _reading(
    records: tuple[R, ...],
    warnings: tuple[ParseWarning, ...],
    verified_by: str,
    from_html: tuple[HtmlCell, ...] = (),
    disagreements: tuple[Disagreement, ...] = (),
) -> TwofoldReading[R]:
    return TwofoldReading(
        records=records,
        warnings=warnings,
        verified_by=verified_by,
        from_html=from_html,
        disagreements=disagreements,
    )


def _field_names(record: object) -> list[str]:
    instance: DataclassInstance = record  # type: ignore[assignment]  # a spec's record type is a dataclass
    return [field.name for field in fields(instance)]


def _shown(record: object) -> str:
    return "no such record" if record is None else repr(record)


def _normal(value: object) -> object:
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return tuple(map(_normal, value)) if isinstance(value, tuple) else value
