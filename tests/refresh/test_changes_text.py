"""CHANGES.md holds text that anyone can have written."""

from __future__ import annotations

import pytest

from icor_scraper.refresh.changes_text import code, link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "`plain`"),
        ("", "`  `"),
        ("a`b", "`` a`b ``"),
        ("``", "``` `` ```"),
        ("one\n# two", "`one # two`"),
        ("<script>", "`<script>`"),
        ("a\x1b[31m\u202eb", "`a\\x1b[31m\\u202eb`"),
    ],
)
def test_a_value_stays_inside_its_code_span(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://a> [x](y", "https://a\nb", None])
def test_an_active_or_broken_link_is_none(url: str | None) -> None:
    assert link("revision", url) is None


def test_a_link_of_the_web_is_one() -> None:
    url = "https://en.wikipedia.org/w/index.php?title=ICOR_(group)&oldid=1"
    assert link("revision", url) == f"[revision](<{url}>)"
