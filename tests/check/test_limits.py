"""Limits given for some columns: those of the others stay, and what would do nothing is refused."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from icor_scraper.check import Guard, check_dataset
from icor_scraper.fetch import FetchLimits
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


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"max_lost_share": math.nan}, "expected a number from 0 to 1 for max_lost_share, found nan"),
        ({"max_null_increase": 5}, "expected a number from 0 to 1 for max_null_increase, found 5"),
        ({"max_null_shares": {"latin": 1.5}}, "expected a number from 0 to 1 for max_null_shares, found 1.5"),
        ({"always_allowed": -1}, "expected a number of at least 0 for always_allowed, found -1"),
        ({"settle_hours": math.inf}, "expected a number of at least 0 for settle_hours, found inf"),
    ],
)
def test_a_number_that_would_switch_a_guard_off_in_silence_is_refused(limits: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Limits(**limits)
    with pytest.raises(ValueError, match=f"^{said}"):
        PLANTS.with_limits(limits)


@pytest.mark.parametrize("limits", [{"tries": 0}, {"total_s": math.nan}, {"read_s": math.inf}, {"max_redirects": -1}])
def test_a_fetch_that_could_not_succeed_is_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected a number "):
        FetchLimits(**limits)
    assert FetchLimits(max_redirects=0, backoff_s=0.0).max_redirects == 0
