"""Which sources hold another revision than the one published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icor_scraper.dataset import provenance_of
from icor_scraper.members import MEMBERS
from icor_scraper.refresh import refresh
from icor_scraper.refresh.outcome import Outcome
from icor_scraper.refresh.source import Identity
from tests.refresh.sources import ARTICLE, EDITED, make_revision

PUBLISHED = provenance_of(make_revision(100))
SAME = Identity(title=PUBLISHED.title, page_id=7, revision_id=100, sha1=None)


def test_the_same_page_and_revision_is_the_one_published() -> None:
    assert SAME.is_of(PUBLISHED)
    assert replace(SAME, sha1=PUBLISHED.sha1).is_of(PUBLISHED)


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME, revision_id=101),
        replace(SAME, page_id=8),
        replace(SAME, title="Another"),
        replace(SAME, sha1="0" * 40),
    ],
)
def test_whatever_differs_is_another_revision(other: Identity) -> None:
    assert not other.is_of(PUBLISHED)


def test_a_file_is_told_by_its_text(tmp_path: Path) -> None:
    path, folder = tmp_path / "ICOR.wikitext", tmp_path / "data"
    outcomes = []
    for text in (ARTICLE, ARTICLE, EDITED):
        path.write_text(text, encoding="utf-8")
        outcomes.append(refresh(MEMBERS, folder, source=path).outcome)
    assert outcomes == [Outcome.PUBLISHED, Outcome.UNCHANGED, Outcome.PUBLISHED]
