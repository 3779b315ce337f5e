"""Fixtures of tests against a real wiki."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icor_scraper.fetch import Client, FetchLimits, Pace
from tests.mediawiki.wiki import Wiki
from tests.refresh.page import Page


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(pace=Pace(0), limits=FetchLimits(tries=1)) as made:
        yield made


@pytest.fixture
def page(own_wiki: Wiki, client: Client, tmp_path: Path) -> Page:
    """A page of the test's own."""
    return Page(own_wiki, client, tmp_path / "data")
