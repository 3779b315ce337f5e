"""The same 50 members come out of every layout of fixtures/layouts/."""

from __future__ import annotations

from pathlib import Path

import pytest

from icor_scraper.check import check_dataset
from icor_scraper.dataset import Dataset
from icor_scraper.members import MEMBERS, Member
from tests.members.datasets import read_dataset_of
from tests.members.truth import LAYOUTS, load_members

FILES = sorted(LAYOUTS.glob("*.wikitext"))


def test_there_are_layouts() -> None:
    assert len(FILES) >= 40


@pytest.fixture(scope="module")
def published() -> Dataset[Member]:
    return read_dataset_of((LAYOUTS / "as_it_stands.wikitext").read_bytes().decode())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_members_are_the_same(path: Path, published: Dataset[Member]) -> None:
    dataset = read_dataset_of(path.read_bytes().decode())
    assert dataset.records == load_members()
    assert check_dataset(MEMBERS, dataset) == ()
    assert [v for v in check_dataset(MEMBERS, dataset, published) if v.guard != "lost-references"] == []


def test_facts_about_the_members() -> None:
    members = load_members()
    assert len(members) == 50
    assert [(m.country, m.references) for m in members if m.references] == [("Slovakia", (12,))]
    assert [m.member_since for m in members if m.country == "Spain"] == [(2013, 2015)]
    assert [m.country for m in members if m.country_code is None] == ["Congo"]
