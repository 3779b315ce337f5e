"""The floors of the benchmarks only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import Page
from benchmarks.floors import FloorError, check, digest, raise_floors, read_floors


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    raise_floors("c", {"tables": 99.5, "links": 98.0}, path)
    return path


def test_what_is_reached_again_passes(floors: Path) -> None:
    check("c", {"tables": 99.5, "links": 98.01, "a new row": 1.0}, floors)


def test_less_is_told_row_by_row(floors: Path) -> None:
    with pytest.raises(FloorError, match=r"^links: .* found 0.00 %; tables: expected at least 99.50 %, found 99.49 %$"):
        check("c", {"tables": 99.49}, floors)


def test_floors_rise_and_are_never_lowered(floors: Path) -> None:
    raise_floors("c", {"tables": 99.6, "links": 98.0}, floors)
    with pytest.raises(FloorError, match=r"99\.60"):
        raise_floors("c", {"tables": 99.5, "links": 99.0}, floors)
    assert read_floors(floors) == {"c": {"tables": 99.6, "links": 98.0}}


def test_a_corpus_without_floors_is_told(floors: Path) -> None:
    with pytest.raises(FloorError, match="floors of the corpus d"):
        check("d", {}, floors)


def test_other_texts_are_another_corpus() -> None:
    pages = [Page("A", "a"), Page("B", "b")]
    assert digest(pages) == digest(reversed(pages))
    assert digest(pages) != digest([Page("A", "a"), Page("B", "c")])
