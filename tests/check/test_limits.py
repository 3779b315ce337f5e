"""Limits given for some columns: those of the others stay, and what would do nothing is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icor_scraper.check import Guard, check_dataset
from icor_scraper.spec import Limits
from tests.check.datasets import PLANTS, change, make_dataset, make_plants


def test_a_limit_of_one_column_leaves_those_of_the_others() -> None:
    spec = PLANTS.with_limits({"max_null_shares": {"years": 0.1}, "min_records": 30})
    assert spec.limits == replace(PLANTS.limits, min_records=30, max_null_shares={"latin": 0.5, "years": 0.1})
    emptied = change(make_plants(), "latin", dict.fromkeys(range(1, 51)))
    assert [violation.guard for violation in check_dataset(spec, make_dataset(emptied))] == [Guard.EMPTY]


@pytest.mark.parametrize("name", ["max_changed_shares", "max_null_shares", "max_repeated_shares"])
def test_every_limit_by_column_is_merged(name: str) -> None:
    before = PLANTS.with_limits({name: {"latin": 0.3, "kind": 0.2}})
    after = before.with_limits({name: {"kind": 0.1}})
    assert getattr(after.limits, name) == {"latin": 0.3, "kind": 0.1}


def test_what_would_do_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"expected a limit of min_records, .*, found min_record$"):
        PLANTS.with_limits({"min_record": 30})
    with pytest.raises(ValueError, match=r"expected a column of number, id, .*, found 'year' \(limits\)"):
        PLANTS.with_limits({"max_null_shares": {"year": 0.1}})
    with pytest.raises(ValueError, match="expected a limit of its type, found: "):
        PLANTS.with_limits({"max_null_shares": 0.1})


def test_without_limits_nothing_changes() -> None:
    assert PLANTS.with_limits({}).limits == PLANTS.limits
    assert replace(PLANTS, limits=Limits()).with_limits({}).limits == Limits()
