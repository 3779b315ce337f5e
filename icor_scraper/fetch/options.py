"""Options that would do nothing: who gives one expects that it does something, so that it is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from icor_scraper.fetch.text_file import SUFFIXES

DEFAULT_LANGUAGE = "en"
"""Of the wiki that is asked, and of a plain file's wiki, where nothing else tells it."""

_OF_A_WIKI = ("revision_id", "at", "api_url", "contact", "client")
"""Options of what is fetched, by the names that the library gives them."""


def refuse_idle(
    source: str | Path | None, given: Mapping[str, object], *, name: Callable[[str], str] = lambda option: option
) -> None:
    """Raise ValueError for an option of `given` (None: not given) that `source` has no use for; None is a live wiki.

    `name` says what an option is called where it was given.
    """
    options = [option for option, value in given.items() if value is not None]
    if source is None:
        _refuse_pairs(options, name)
        return
    for option in options:
        if option in _OF_A_WIKI:
            raise ValueError(f"expected {name(option)} for a live wiki only, found the source {source}")
        if option == "language" and not is_plain_file(source):
            raise ValueError(
                f"expected {name(option)} for a live wiki or a file of wikitext only, found the source {source}"
            )


def is_plain_file(source: str | Path) -> bool:
    """Whether `source` is a file of wikitext, by its name: one that tells neither language nor time."""
    return str(source).lower().endswith(SUFFIXES)


def _refuse_pairs(options: list[str], name: Callable[[str], str]) -> None:
    pairs = [
        ("language", "api_url", "the wiki at an address tells its language"),
        ("contact", "client", "a client has its own contact"),
        ("revision_id", "at", "either tells the revision"),
    ]
    for one, other, why in pairs:
        if one in options and other in options:
            raise ValueError(f"expected {name(one)} or {name(other)}, found both: {why}")
