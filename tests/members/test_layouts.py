"""The same 50 members come out of every layout of fixtures/layouts/."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icor_scraper.check import Guard, check_dataset
from icor_scraper.dataset import Dataset
from icor_scraper.errors import RecordError
from icor_scraper.members import MEMBERS, Member
from tests.members.datasets import read_dataset_of
from tests.members.truth import LAYOUTS, load_members, load_rows
from tests.members.writer import Form, write_article

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


@pytest.mark.parametrize("source", ["{{ICOR name|PCT}}", "Parti du Togo, {{ICOR name|PCT}}", "{{ICOR name|PCT}}, PCT"])
def test_a_template_without_a_rule_is_refused_wherever_it_stands_in_the_cell(source: str) -> None:
    rows = [replace(row, party=source) if "Togo" in row.country else row for row in load_rows()]
    with pytest.raises(RecordError, match="expected words that can be told, found template 'ICOR name'"):
        read_dataset_of(write_article(rows, Form()))


@pytest.mark.parametrize(
    ("changes", "guards"),
    [
        ({}, set()),
        ({"continent": "Europe"}, {Guard.CONTRADICTION}),
        ({"party": "Communist Party of Togo", "english": "Parti du Togo, PCT"}, {Guard.CONTRADICTION}),
        ({"party": "PCT"}, {Guard.CONTRADICTION}),
        ({"country": "[[Togo"}, {Guard.MARKUP}),
    ],
)
def test_one_row_that_contradicts_itself_is_refused(changes: dict[str, str], guards: set[Guard]) -> None:
    rows = [replace(row, **changes) if "Togo" in row.country else row for row in load_rows()]
    dataset = read_dataset_of(write_article(rows, Form(continents="repeat")))
    assert {violation.guard for violation in check_dataset(MEMBERS, dataset)} == guards


def test_remarks_in_place_of_translations_are_refused() -> None:
    rows = [replace(row, english="Founding member") for row in load_rows()]
    (violation,) = check_dataset(MEMBERS, read_dataset_of(write_article(rows, Form())))
    assert violation.guard is Guard.REPEATED
