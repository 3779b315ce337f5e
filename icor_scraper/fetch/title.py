"""Titles as MediaWiki writes them, as far as that can be told without asking the wiki.

https://www.mediawiki.org/wiki/Manual:Page_title
"""

from __future__ import annotations

import unicodedata

from icor_scraper.errors import PageError, PageProblem

MAX_TITLE_CHARS = 1024
"""Longer than any title (255 bytes and a namespace); keeps the request's address short."""


def check_title(title: str) -> None:
    """Refuse what can be no title of any wiki, before a request is made: PageError (invalid)."""
    flaw = None
    if not title.strip(" _"):
        flaw = "it is empty"
    elif len(title) > MAX_TITLE_CHARS:
        flaw = f"it is longer than {MAX_TITLE_CHARS} characters"
    elif any(unicodedata.category(char) in {"Cc", "Cs"} for char in title):
        flaw = "it holds a control character or undecodable bytes"
    if flaw:
        shown = title[:80].encode("unicode_escape").decode("ascii")
        raise PageError(f'expected a page title, found "{shown}": {flaw}', title=title, reason=PageProblem.INVALID)


def normal_title(title: str) -> str:
    """`title` with spaces for underscores, composed characters and a capital first letter.

    What a wiki with `$wgCapitalLinks` (the default) makes of a title in the main namespace.
    """
    words = unicodedata.normalize("NFC", title).replace("_", " ").split(" ")
    spaced = " ".join(filter(None, words))
    return spaced[:1].upper() + spaced[1:]


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same page on a wiki that capitalises first letters."""
    return normal_title(one) == normal_title(other)
