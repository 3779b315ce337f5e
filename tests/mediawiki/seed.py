"""The pages of a new test wiki: those of pages/, and those that must have a history, a redirect or a fault."""

from __future__ import annotations

import importlib.resources
import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

PAGES = Path(__file__).parent / "pages"

ARTICLE = "International Coordination of Revolutionary Parties and Organizations"

PAGES_DATE = datetime(2024, 1, 1, tzinfo=UTC)
"""When all pages with one revision were saved; the same on every wiki, so that answers are too."""

REDIRECTS = {
    "ICOR": f"[[{ARTICLE}#Member organizations]]",
    "Intl coordination": "[[ICOR]]",
    "Loop A": "[[Loop B]]",
    "Loop B": "[[Loop A]]",
    "Self loop": "[[Self loop]]",
    "To nowhere": "[[Nowhere]]",
    "To special": "[[Special:RecentChanges]]",
    "To another wiki": "[[fr:ICOR]]",
}

FAULTS = {
    "Deleted page": "This page is deleted.",
    "Moved page": "This page is moved, and leaves no redirect.",
    "Module:Hello": "return {}",
    "User:Alice/style.css": ".a { color: red }",
}


def article_text() -> str:
    """The packaged snapshot's text."""
    folder = importlib.resources.files("icor_scraper") / "data/snapshot"
    return (folder / "article.wikitext").read_text(encoding="utf-8")


def write_seed(folder: Path) -> None:
    """Write all pages into `folder`, in the form that `load` reads."""
    for page in sorted(PAGES.glob("*.wikitext")):
        shutil.copy(page, folder)
    for title, target in REDIRECTS.items():
        _write(folder, title, f"#REDIRECT {target}")
    for title, text in FAULTS.items():
        _write(folder, title, text)
    for page in folder.glob("*.wikitext"):
        os.utime(page, (PAGES_DATE.timestamp(), PAGES_DATE.timestamp()))
    _write_article(folder)
    _write_hidden(folder)


def _file_name(title: str) -> str:
    return quote(title.replace(" ", "_"), safe="&’“”")


def _write(folder: Path, title: str, text: str) -> None:
    (folder / f"{_file_name(title)}.wikitext").write_text(text, encoding="utf-8")


def _write_history(folder: Path, title: str, revisions: list[tuple[str, str, str, str]]) -> None:
    """Write a page of several revisions, each of them (timestamp, user, comment, text)."""
    page = folder / f"{_file_name(title)}.revs"
    page.mkdir()
    for number, (*_, text) in enumerate(revisions, 1):
        (page / f"{number:03}.wikitext").write_text(text, encoding="utf-8")
    about = [{"timestamp": timestamp, "user": user, "comment": comment} for timestamp, user, comment, _ in revisions]
    (page / "revs.json").write_text(json.dumps(about), encoding="utf-8")


def _write_article(folder: Path) -> None:
    """The article: without its last country, blanked, and whole again."""
    text = article_text()
    before, _, after = text.partition("|-\n| '''North America'''")
    earlier = f"{before}|}}{after.partition('|}')[2]}"
    _write_history(
        folder,
        ARTICLE,
        [
            ("2016-05-01T10:00:00Z", "Alice", "start", earlier),
            ("2017-06-01T11:00:00Z", "192.0.2.7", "", "blanked"),
            ("2017-06-01T12:30:00Z", "Bob", "restore, and add [[United States]]", text),
        ],
    )


def _write_hidden(folder: Path) -> None:
    """A page of which the tests hide revisions."""
    _write_history(
        folder,
        "Hidden history",
        [
            ("2020-01-01T00:00:00Z", "Alice", "start", "Revision one."),
            ("2020-02-01T00:00:00Z", "Bob", "text, user and comment hidden", "Revision two."),
            ("2021-03-01T10:20:30Z", "Bob", "text hidden", "Revision three."),
            ("2022-01-01T00:00:00Z", "Alice", "comment hidden", "Revision four."),
            ("2023-01-01T00:00:00Z", "Carol", "user <hidden> & all", "Revision five."),
        ],
    )
