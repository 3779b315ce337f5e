"""A page of HTML in a file, as a browser saves it."""

from __future__ import annotations

from pathlib import Path

from icor_scraper.fetch.text_file import decoded, read_bounded, title_of

SUFFIXES = (".html", ".htm")

MAX_BYTES = 32 << 20
"""Twice what is read of wikitext: the largest page that MediaWiki stores has about 20 MiB of HTML."""


def is_html_file(source: str) -> bool:
    """Whether `source` is a file of HTML, by its name."""
    return source.lower().endswith(SUFFIXES) and not Path(source).is_dir()


def read_html_file(path: Path, title: str | None) -> tuple[str, str]:
    """The HTML, and the title of its page: `title`, else as the file's name tells it.

    Raises FetchError where the file cannot be read or is not UTF-8.
    """
    return decoded(read_bounded(path, MAX_BYTES), path).removeprefix("\ufeff"), title_of(path, title)
