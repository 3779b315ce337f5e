"""One page of a real wiki, with a dataset made from it."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

from icor_scraper.fetch import Client
from icor_scraper.members import MEMBERS
from icor_scraper.refresh import refresh
from icor_scraper.refresh.outcome import Run
from tests.cli.command import run
from tests.mediawiki.wiki import Wiki
from tests.refresh.sources import ARTICLE, files_of

_numbers = itertools.count(1)


class Page:
    """A page of the test's own; `folder` holds the dataset."""

    def __init__(self, wiki: Wiki, client: Client, folder: Path) -> None:
        self.wiki, self.client, self.folder = wiki, client, folder
        self.title = f"Page {next(_numbers)}"
        self.save(ARTICLE)

    def save(self, text: str) -> int:
        """Edit the page; the new revision's id."""
        return self.wiki.edit(self.title, text)

    def refresh(self) -> Run:
        return refresh(MEMBERS, self.folder, title=self.title, api_url=self.wiki.api_url, client=self.client)

    def command(self, *arguments: str, api_url: str = "") -> subprocess.CompletedProcess[str]:
        """`icor-scraper refresh` of the page, in a poor environment."""
        wiki = ("--title", self.title, "--api-url", api_url or self.wiki.api_url)
        return run("refresh", self.folder, *wiki, *arguments, cwd=self.folder.parent)

    def published(self) -> dict[str, tuple[bytes, int]]:
        """All files but those in quarantine."""
        return {name: found for name, found in files_of(self.folder).items() if not name.startswith("quarantine/")}
