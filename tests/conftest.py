"""Fixtures for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mediawiki.wiki import Wiki, WikiStartError, free_port, missing_part, running_wiki

MEDIAWIKI_VARIABLE = "ICOR_SCRAPER_MEDIAWIKI"
"""1: install what is missing, and fail where no wiki starts; 0: skip; else: use what is there, or skip."""


@pytest.fixture(autouse=True)
def _no_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the environment of who runs it."""
    monkeypatch.delenv("ICOR_SCRAPER_CONTACT", raising=False)


@pytest.fixture(scope="session")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wiki]:
    """A real MediaWiki with the pages of tests/mediawiki, shared by the session: use titles of your own."""
    yield from _wiki(tmp_path_factory.mktemp("wiki"))


@pytest.fixture(scope="module")
def own_wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wiki]:
    """A real MediaWiki of one module's own, which may edit, move and delete what the others read."""
    yield from _wiki(tmp_path_factory.mktemp("own_wiki"))


def _wiki(folder: Path) -> Iterator[Wiki]:
    mode = os.environ.get(MEDIAWIKI_VARIABLE, "auto")
    if mode == "0":
        pytest.skip(f"no real MediaWiki: {MEDIAWIKI_VARIABLE}=0")
    if mode != "1" and (missing := missing_part()):
        pytest.skip(f"no real MediaWiki: {missing} is not installed ({MEDIAWIKI_VARIABLE}=1 installs it)")
    try:
        with running_wiki(folder, free_port()) as started:
            yield started
    except WikiStartError as exc:
        if mode == "1":
            raise
        pytest.skip(f"no real MediaWiki: {exc}")
