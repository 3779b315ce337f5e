"""What a renderer of templates is told of a call's arguments; the values are those that MediaWiki 1.39 gives."""

from __future__ import annotations

import pytest

from icor_scraper.parse import parse_wikitext
from icor_scraper.parse.wikitext.expand.arguments import Arguments


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (" b ", "b"),
        ("<!-- c -->\n* b", "* b"),
        ("\n<!-- c -->\n", ""),
        ("\n  <!-- c -->\nb\n <!-- d -->\n\n", "b"),
        (" {{lc:}} \n* b {{lc:C}} {{lc:}}", "* b c"),
        ("b\n<!-- c -->\n<!-- d -->\ne", "b\ne"),
    ],
)
def test_a_named_value(source: str, value: str) -> None:
    told: list[str] = []

    def render(name: str, arguments: Arguments) -> str:
        told.extend(text for _, text in arguments)
        return ""

    assert parse_wikitext(f"{{{{t|a={source}}}}}", templates=render).sections[0].text == ""
    assert told == [value]
