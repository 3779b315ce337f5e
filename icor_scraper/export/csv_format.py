"""CSV as RFC 4180 quotes it, in UTF-8 without BOM, lines ended by LF, the first one the field names.

A cell holds what the JSON file holds:

* None is an empty cell, and the empty text is `""`, so that the two can be told apart;
* true and false are so written, times as RFC 3339;
* a list is joined by `;`, with a backslash before each `;` and each backslash that is part of an
  element; an empty list is an empty cell;
* a list of objects is one cell of JSON.

Safe mode keeps a spreadsheet from running a cell as a formula
(https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe is put before `= + - @`, tab,
CR, LF, the full-width forms of the four signs, and before an apostrophe, wherever one of them begins a
text cell, or follows a `;`, a tab or a line break in it, where spreadsheets of some countries
begin a cell too. Taking away each apostrophe that stands in such a place gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

_DANGEROUS = re.compile(r"(?:\A|(?<=[;\t\r\n]))(?=[=+\-@\t\r\n＝＋－＠'])")
_NEEDS_QUOTES = re.compile(r'[",\r\n]|\A\Z')
_LIST_SYNTAX = re.compile(r"[\\;]")


def render_csv(columns: Sequence[str], records: Iterable[object], *, safe: bool) -> bytes:
    """One line of `columns`, the names of the records' fields, and one line a record."""
    lines = [",".join(_render_cell(column, safe=safe) for column in columns)] if columns else []
    for record in records:
        values = msgspec.to_builtins(record)
        lines.append(",".join(_render_cell(values[column], safe=safe) for column in columns))
    return "".join(f"{line}\n" for line in lines).encode()


def _render_cell(value: object, *, safe: bool) -> str:
    if isinstance(value, list | tuple):
        value = _join(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value) if isinstance(value, str) else msgspec.json.encode(value).decode()
    return _quote(_DANGEROUS.sub("'", text) if safe else text)


def _join(values: Sequence[object]) -> str | None:
    if not values:
        return None
    if not all(isinstance(value, str | int | float) for value in values):
        return msgspec.json.encode(values).decode()
    return ";".join(_LIST_SYNTAX.sub(r"\\\g<0>", _plain(value)) for value in values)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quote(text: str) -> str:
    """A quoted cell where RFC 4180, section 2, asks for it, and for the empty text."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
