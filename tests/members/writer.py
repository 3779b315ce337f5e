"""Write the members table in any of the forms that editors give to tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tests.members.truth import Row

COLUMNS = ("continent", "country", "party", "english", "since")
HEADERS = {
    "continent": "Continent",
    "country": "Country",
    "party": "Party name",
    "english": "English translation",
    "since": "Member since",
}
LEAD = """The '''International Coordination of Revolutionary Parties and Organizations''' ('''ICOR''') is an \
association of more than 40 parties.<ref name="resolution">Founding Resolution of the ICOR</ref>

== Kobanê ==
A hospital was built.<ref>Statute</ref><ref>Speech</ref><ref>Helfen</ref><ref>Join in</ref><ref>Krieg</ref>\
<ref>Film</ref>

"""
INTRODUCTION = """The following parties are members:<ref>Dawn</ref><ref>New member</ref><ref>Zástupcovia</ref>\
<ref>Ukraine</ref><ref name="about">About ICOR</ref><ref>Red Flag News</ref><ref>Congress</ref>

"""
END = "\n\n{{reflist}}\n\n== External links ==\n* [https://www.icor.info/ ICOR website]\n"


@dataclass(frozen=True, kw_only=True)
class Extra:
    """A column that the dataset does not know."""

    header: str
    before: str
    """The column it stands before; "" for the end."""
    values: tuple[str, ...]
    """Repeated over the rows."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One way to write the table."""

    order: tuple[str, ...] = COLUMNS
    headers: dict[str, str] = field(default_factory=lambda: dict(HEADERS))
    extras: tuple[Extra, ...] = ()
    continents: str = "span"
    """"span" or "repeat": a column; "band" or "headband": rows across; "sections", "captions": a table each."""
    countries: str = "span"
    """"span" or "repeat"."""
    inline: bool = False
    """Whether the cells of a row stand in one line, parted by ||."""
    row_header: str = ""
    """The column whose cells are row headers."""
    header_style: str = "!!"
    """"!!", "lines", "cells" (bold cells), "two" (a header of two rows), "band" (a title row above)."""
    title: str = "Members of ICOR"
    """The title row's text."""
    header_first: bool = False
    """Whether the header stands before the first |-."""
    cell_attributes: str = ""
    """Attributes of each cell, as 'align="left"'."""
    row_attributes: str = ""
    table_attributes: str = 'class="wikitable sortable"'
    caption: str = ""
    repeat_header_at: int = 0
    """Before which row, from 1, the header stands again; 0: nowhere."""
    footer: str = ""
    """What stands across the table in its last row; "" for no such row."""
    empty_row_at: int = 0
    """Before which row, from 1, a row of empty cells stands; 0: nowhere."""
    heading: str = "Member organizations"
    before: str = ""
    """Wikitext above the table."""
    after: str = ""
    """Wikitext below the table."""
    blank_lines: bool = False
    newline: str = "\n"
    is_html: bool = False


def write_article(rows: Sequence[Row], form: Form) -> str:
    """An article with the members table in `form`."""
    body = f"{LEAD}== {form.heading} ==\n{INTRODUCTION}{form.before}{_tables(rows, form)}{form.after}{END}"
    return body.replace("\n", form.newline)


def _tables(rows: Sequence[Row], form: Form) -> str:
    if form.continents not in ("sections", "captions", "titles"):
        return _table(rows, form, form.caption)
    parts = []
    for continent, group in groupby(rows, lambda row: row.continent):
        caption = continent if form.continents == "captions" else form.caption
        heading = f"=== {continent} ===\n" if form.continents == "sections" else ""
        own = replace(form, header_style="band", title=continent) if form.continents == "titles" else form
        parts.append(heading + _table(list(group), own, caption))
    return "\n\n".join(parts)


def _table(rows: Sequence[Row], form: Form, caption: str) -> str:
    names = _column_names(form)
    lines = _html_rows(rows, form, names) if form.is_html else _wiki_rows(rows, form, names)
    if form.is_html:
        top = f"<caption>{caption}</caption>\n" if caption else ""
        return f"<table {form.table_attributes}>\n{top}" + "\n".join(lines) + "\n</table>"
    top = f"|+ {caption}\n" if caption else ""
    return f"{{| {form.table_attributes}\n{top}" + "\n".join(lines) + "\n|}"


def _column_names(form: Form) -> list[str]:
    names = [name for name in form.order if name != "continent" or form.continents in ("span", "repeat")]
    for extra in form.extras:
        names.insert(names.index(extra.before) if extra.before in names else len(names), extra.header)
    return names


def _wiki_rows(rows: Sequence[Row], form: Form, names: list[str]) -> list[str]:
    lines: list[str] = []
    header = _wiki_header(form, names)
    lines += header if form.header_first else [_separator(form), *header]
    for index, row in enumerate(rows):
        if form.repeat_header_at == index + 1:
            lines += [_separator(form), *header]
        if form.empty_row_at == index + 1:
            lines += [_separator(form), "| " + " || " * (len(names) - 1)]
        if _begins_band(rows, index, form):
            mark = "!" if form.continents == "headband" else "|"
            lines += [_separator(form), f'{mark} colspan="{len(names)}" | {row.continent}']
        cells = _cells(rows, index, form, names)
        lines += [_separator(form), *_wiki_cells(cells, form)]
        lines += [""] if form.blank_lines else []
    return [*lines, _separator(form), f'! colspan="{len(names)}" | {form.footer}'] if form.footer else lines


def _separator(form: Form) -> str:
    return f"|- {form.row_attributes}".rstrip()


def _wiki_header(form: Form, names: list[str]) -> list[str]:
    words = [form.headers.get(name, name) for name in names]
    if form.header_style == "lines":
        return [f'! scope="col" | {word}' for word in words]
    if form.header_style == "cells":
        return ["| " + " || ".join(f"'''{word}'''" for word in words)]
    if form.header_style == "band":
        return [f'! colspan="{len(names)}" | {form.title}', "|-", "! " + " !! ".join(words)]
    if form.header_style == "two":
        return _two_rows(form, names, words)
    return ["! " + " !! ".join(words)]


def _two_rows(form: Form, names: list[str], words: list[str]) -> list[str]:
    """A header whose party and translation stand under one word; they must stand side by side."""
    first = min(names.index("party"), names.index("english"))
    upper = [f'! rowspan="2" | {word}' for word in words]
    upper[first : first + 2] = ['! colspan="2" | Organisation']
    return [*upper, "|-", *(f"! {word}" for word in words[first : first + 2])]


@dataclass(frozen=True, kw_only=True)
class _Cell:
    name: str
    source: str
    rowspan: int


def _cells(rows: Sequence[Row], index: int, form: Form, names: list[str]) -> list[_Cell]:
    """The cells that begin in a row."""
    cells = []
    extras = {extra.header: extra.values for extra in form.extras}
    for name in names:
        rowspan = 1
        if name in extras:
            source = extras[name][index % len(extras[name])]
        else:
            source = getattr(rows[index], name)
            mode = {"continent": form.continents, "country": form.countries}.get(name)
            if mode == "span":
                rowspan = _rowspan(rows, index, name)
        if rowspan:
            cells.append(_Cell(name=name, source=source, rowspan=rowspan))
    return cells


def _rowspan(rows: Sequence[Row], index: int, name: str) -> int:
    """Over how many rows the value reaches from here; 0 where it began above."""

    def same(a: Row, b: Row) -> bool:
        return (a.continent, getattr(a, name)) == (b.continent, getattr(b, name))

    if index and same(rows[index - 1], rows[index]):
        return 0
    end = index
    while end < len(rows) and same(rows[end], rows[index]):
        end += 1
    return end - index


def _wiki_cells(cells: list[_Cell], form: Form) -> list[str]:
    lines: list[str] = []
    texts: list[str] = []
    for cell in cells:
        is_header = cell.name == form.row_header
        attributes = " ".join(
            part
            for part in (
                f'rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "",
                'scope="row"' if is_header else "",
                form.cell_attributes,
            )
            if part
        )
        text = f"{attributes} | {cell.source}" if attributes else cell.source
        if is_header:
            lines += ["| " + " || ".join(texts)] if texts else []
            lines.append(f"! {text}")
            texts = []
        elif form.inline:
            texts.append(text)
        else:
            lines.append(f"| {text}".rstrip())
    return lines + (["| " + " || ".join(texts)] if texts else [])


def _html_rows(rows: Sequence[Row], form: Form, names: list[str]) -> list[str]:
    words = [form.headers.get(name, name) for name in names]
    lines = ["<tr>" + "".join(f"<th>{word}</th>" for word in words) + "</tr>"]
    for index, row in enumerate(rows):
        if _begins_band(rows, index, form):
            lines.append(f'<tr><th colspan="{len(names)}">{row.continent}</th></tr>')
        lines.append("<tr>" + "".join(_html_cell(cell, form) for cell in _cells(rows, index, form, names)) + "</tr>")
    return lines


def _html_cell(cell: _Cell, form: Form) -> str:
    rowspan = f" rowspan={cell.rowspan}" if cell.rowspan > 1 else ""
    attributes = f" {form.cell_attributes}" if form.cell_attributes else ""
    return f"<td{rowspan}{attributes}>{cell.source}</td>"


def _begins_band(rows: Sequence[Row], index: int, form: Form) -> bool:
    is_first = index == 0 or rows[index - 1].continent != rows[index].continent
    return is_first and form.continents in ("band", "headband")
