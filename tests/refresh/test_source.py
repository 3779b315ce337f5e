"""Which sources hold another revision than the one published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icor_scraper.candidate import make_dataset
from icor_scraper.dataset import provenance_of
from icor_scraper.errors import GuardError
from icor_scraper.fetch import Client, read_revision
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


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"api_url": "https://en.wikipedia.org/w/api.php"}, "expected api_url for a live wiki only, found the source "),
        ({"contact": "data@icor-data.org"}, "expected contact for a live wiki only, found the source snapshot"),
        ({"language": "de"}, "expected language for a live wiki or a file of wikitext only, found the source snapshot"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(tmp_path: Path, options: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        refresh(MEMBERS, tmp_path / "data", source="snapshot", **options)  # type: ignore[arg-type]  # strings all
    assert not (tmp_path / "data").exists()


def test_a_client_is_idle_where_a_file_is_read(tmp_path: Path) -> None:
    with Client() as client, pytest.raises(ValueError, match="expected client for a live wiki only"):
        refresh(MEMBERS, tmp_path / "data", source="snapshot", client=client)


def test_a_source_without_revision_is_named_as_its_release_is() -> None:
    spec = MEMBERS.with_limits({"min_records": 60})
    with pytest.raises(GuardError, match=r"\(revision snapshot-[0-9a-f]{12} of International Coordination"):
        make_dataset(spec, read_revision("snapshot"), today=date(2026, 3, 1))
