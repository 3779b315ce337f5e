"""Edits by the thousand, by seed: no false alarm on benign ones, no wrong dataset from harmful ones.

ICOR_SCRAPER_FULL=1 runs 2,000 and 10,000 of them.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace

import pytest

from icor_scraper.check import check_dataset
from icor_scraper.dataset import Dataset
from icor_scraper.errors import IcorScraperError
from icor_scraper.members import MEMBERS, Member
from tests.members.datasets import read_dataset_of
from tests.members.edits import write_edited
from tests.members.forms import seeded, write_benign
from tests.members.harms import HARMS, write_harmful
from tests.members.truth import load_members, load_rows
from tests.members.writer import Form, write_article

IS_FULL = os.environ.get("ICOR_SCRAPER_FULL") == "1"
BENIGN_RUNS = 2_000 if IS_FULL else 100
EDITED_RUNS = 2_000 if IS_FULL else 100
HARMFUL_RUNS = 10_000 if IS_FULL else 300
ROWS = load_rows()
MEMBERS_NOW = load_members()


@pytest.fixture(scope="module")
def published() -> Dataset[Member]:
    dataset = read_dataset_of(write_article(ROWS, Form()))
    assert dataset.records == MEMBERS_NOW
    return dataset


def test_benign_edits_give_the_members_without_alarm(published: Dataset[Member]) -> None:
    for seed in range(BENIGN_RUNS):
        dataset = read_dataset_of(write_benign(ROWS, seeded(seed)))
        assert dataset.records == MEMBERS_NOW, f"seed {seed}"
        assert check_dataset(MEMBERS, dataset, published) == (), f"seed {seed}"


def test_a_few_rows_added_removed_edited_and_moved_raise_no_alarm(published: Dataset[Member]) -> None:
    for seed in range(EDITED_RUNS):
        text, names = write_edited(ROWS, seeded(seed))
        dataset = read_dataset_of(text)
        assert [m.party_name for m in dataset.records] == names, f"seed {seed}"
        assert check_dataset(MEMBERS, dataset, published) == (), f"seed {seed}"


def test_harmful_edits_are_refused(published: Dataset[Member]) -> None:
    fates: Counter[tuple[str, str]] = Counter()
    for seed in range(HARMFUL_RUNS):
        harm, text = write_harmful(ROWS, seeded(seed))
        fate = _fate(text, published)
        assert fate != "wrong", f"seed {seed}: {harm}"
        fates[harm, fate] += 1
    refused = {harm for harm, fate in fates if fate == "refused"}
    assert refused == {harm.__name__ for harm in HARMS}


def _fate(text: str, published: Dataset[Member]) -> str:
    try:
        dataset = read_dataset_of(text)
    except IcorScraperError:
        return "refused"
    if check_dataset(MEMBERS, dataset, published):
        return "refused"
    return "harmless" if _is_edit_of_a_few_rows(dataset.records) else "wrong"


def _is_edit_of_a_few_rows(records: tuple[Member, ...]) -> bool:
    """Whether every record is as it was, and no more than four are gone: what any editor may do to a table."""
    known = {replace(member, position=0) for member in MEMBERS_NOW}
    return len(records) >= len(MEMBERS_NOW) - 4 and all(replace(record, position=0) in known for record in records)
