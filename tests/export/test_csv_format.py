"""CSV: quoting, lists, None against the empty text, and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icor_scraper.export import render_files
from tests.export.datasets import Planet, make_dataset, make_planet
from tests.export.test_files import planets

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"]


def records_csv(*records: Planet, safe: bool = False) -> bytes:
    return render_files(replace(make_dataset(), records=records), csv_safe=safe)["planets.csv"]


def read_cells(content: bytes) -> list[dict[str, str]]:
    """The cells as Python's own csv module reads them, which knows no difference of None and ""."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def split(cell: str) -> tuple[str, ...]:
    """The elements of a list, as the documented rule gives them back."""
    elements = re.findall(r";((?:\\.|[^\\;])*)", f";{cell}", re.DOTALL) if cell else []
    return tuple(re.sub(r"\\(.)", r"\1", element, flags=re.DOTALL) for element in elements)


def disarm(cell: str) -> str:
    """The text behind a cell of safe mode, as the documented rule gives it back."""
    return re.sub(r"(\A|(?<=[;\t\r\n]))'", "", cell)


def test_the_whole_file_by_hand() -> None:
    content = render_files(make_dataset())["planets.csv"]
    assert content == (
        b"id,name,nickname,kind,moons,years,has_rings\n"
        b"mars,Mars,,rock,Phobos;Deimos,1877;1965,false\n"
        b'saturn,"Saturn, ""lord; of rings""","",gas giant,a\\;b;c\\\\d;,,true\n'
    )


def test_references_are_written_too_with_records_in_them_as_json() -> None:
    (row,) = read_cells(render_files(make_dataset())["references.csv"])
    assert row["uses"] == '[{"section":0,"start":25,"end":61}]'
    assert row["text"] == "Hall, 1877"
    assert row["citations"].startswith('[{"kind":"web","template":"Cite web","title":"Ключ"')


def test_a_dataset_without_records_has_an_empty_csv() -> None:
    assert records_csv() == b""


def test_without_references_their_csv_still_has_its_header() -> None:
    dataset = make_dataset()
    files = render_files(replace(dataset, article=replace(dataset.article, references=())))
    assert files["references.csv"] == (
        b"number,group,list_index,name,text,is_defined,is_listed,details_of,urls,uses,start,end,citations\n"
    )


@pytest.mark.parametrize(
    ("nickname", "cell"), [(None, ""), ("", '""'), (" ", " "), ("'", "'"), ("a\rb", '"a\rb"'), ("a\n", '"a\n"')]
)
def test_none_and_the_empty_text_can_be_told_apart(nickname: str | None, cell: str) -> None:
    line = records_csv(make_planet(nickname=nickname)).decode().split("\n", 1)[1]
    assert line.startswith(f"mars,Mars,{cell},rock,")


@pytest.mark.parametrize(
    ("moons", "cell"),
    [((), ""), (("",), '""'), (("", ""), ";"), ((";",), r"\;"), (("\\", ";"), r"\\;\;"), (("a,b",), '"a,b"')],
)
def test_lists_are_joined_by_semicolons(moons: tuple[str, ...], cell: str) -> None:
    line = records_csv(make_planet(moons=moons)).decode().splitlines()[1]
    assert line == f"mars,Mars,,rock,{cell},1877;1965,false"


@given(st.lists(planets, min_size=1, max_size=3), st.booleans())
def test_the_csv_module_reads_the_same_values(records: list[Planet], safe: bool) -> None:
    rows = read_cells(records_csv(*records, safe=safe))
    assert len(rows) == len(records)
    for row, planet in zip(rows, records, strict=True):
        cells = {name: disarm(cell) for name, cell in row.items()} if safe else row
        assert cells["id"] == planet.id
        assert cells["name"] == planet.name
        assert cells["nickname"] == (planet.nickname or "")
        assert cells["kind"] == planet.kind.value
        assert split(cells["moons"]) == (planet.moons if planet.moons != ("",) else ())
        assert cells["years"] == ";".join(f"{year}" for year in planet.years)
        assert cells["has_rings"] == ("true" if planet.has_rings else "false")


@pytest.mark.parametrize("text", [*DANGEROUS, "'", "'=1"])
def test_safe_mode_puts_an_apostrophe_before_what_a_spreadsheet_would_run(text: str) -> None:
    assert read_cells(records_csv(make_planet(name=text), safe=False))[0]["name"] == text
    cell = read_cells(records_csv(make_planet(name=text), safe=True))[0]["name"]
    assert cell.startswith("'")
    assert disarm(cell) == text


@pytest.mark.parametrize("text", DANGEROUS)
@pytest.mark.parametrize("before", [";", "\t", "\n", "\r"])
def test_safe_mode_knows_that_elsewhere_a_cell_begins_within_a_cell(before: str, text: str) -> None:
    (row,) = read_cells(records_csv(make_planet(name=f"a{before}{text}", moons=("b", text)), safe=True))
    assert f"{before}'{text[0]}" in row["name"]
    assert row["moons"].startswith(f"b;'{text[0]}")
    assert disarm(row["name"]) == f"a{before}{text}"


@pytest.mark.parametrize("text", ["PML (del Perú)", "1-2", "a=b", "a@b", "a - b", "O'Brien"])
def test_safe_mode_leaves_ordinary_text_alone(text: str) -> None:
    assert read_cells(records_csv(make_planet(name=text), safe=True))[0]["name"] == text


def test_safe_mode_leaves_json_files_alone() -> None:
    dataset = make_dataset(make_planet(name="=1"))
    plain, safe = render_files(dataset), render_files(dataset, csv_safe=True)
    assert {name for name in plain if plain[name] != safe[name]} == {"planets.csv", "dataset.json"}
