"""The guard on the double entry: a case in which it fires, and those just inside its limit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icor_scraper.check import Guard, check_dataset, lacks_a_reading
from icor_scraper.dataset import Dataset
from icor_scraper.models import Origin
from tests.check.datasets import PLANTS, PROVENANCE, Plant, make_dataset, make_plants


def verified_by(readings: str, origin: Origin = Origin.API) -> Dataset[Plant]:
    made = make_dataset(make_plants(), provenance=replace(PROVENANCE, origin=origin))
    return replace(made, verified_by=readings)


@pytest.mark.parametrize("readings", ["html only", "wikitext only"])
@pytest.mark.parametrize("origin", [Origin.API, Origin.FIXTURE])
def test_what_was_read_once_does_not_replace_what_was_read_twice(readings: str, origin: Origin) -> None:
    (violation,) = check_dataset(PLANTS, verified_by(readings, origin), verified_by("wikitext and html"))
    assert violation.guard is Guard.READ_ONCE
    expected = f"expected plants verified by wikitext and html, as the published ones, found {readings}"
    assert violation.message == expected
    assert lacks_a_reading(verified_by(readings, origin))


def test_it_may_by_its_limit_or_where_the_published_was_read_once_too() -> None:
    candidate = verified_by("html only")
    loose = PLANTS.with_limits({"max_lost_readings": 1})
    assert check_dataset(loose, candidate, verified_by("wikitext and html")) == ()
    assert check_dataset(PLANTS, candidate, verified_by("wikitext only")) == ()
    assert check_dataset(PLANTS, candidate) == ()
    assert check_dataset(PLANTS, verified_by("wikitext and html"), candidate) == ()


@pytest.mark.parametrize("origin", [Origin.FILE, Origin.DUMP, Origin.SNAPSHOT])
def test_a_source_without_rendering_is_read_once_by_who_names_it(origin: Origin) -> None:
    candidate = verified_by("wikitext only", origin)
    assert check_dataset(PLANTS, candidate, verified_by("wikitext and html")) == ()
    assert not lacks_a_reading(candidate)
