"""Warnings: none is left out in silence, and each stands with what it is about."""

from __future__ import annotations

import pytest

from icor_scraper.models import WarningCode
from icor_scraper.parse import parse_wikitext
from icor_scraper.parse.wikitext.source import MOST_REPAIRED
from icor_scraper.parse.wikitext.structure_warnings import MOST_OF_A_KIND


@pytest.mark.parametrize(
    ("piece", "most", "code"),
    [
        ("\x01", MOST_REPAIRED, WarningCode.REPAIRED_CHARACTER),
        ("{{", MOST_OF_A_KIND, WarningCode.UNCLOSED_MARKUP),
        ("{|\n|a\n", MOST_OF_A_KIND, WarningCode.UNCLOSED_MARKUP),
        ("{|\na\n|b\n|}\n", MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
        ('{|\n| style="display:none" | a\n|}\n', MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
        ("[[a|]]", MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
    ],
)
def test_the_last_warning_of_a_kind_tells_how_many_more_there_are(piece: str, most: int, code: WarningCode) -> None:
    within, beyond = (parse_wikitext(f"{piece} " * count).warnings for count in (most, most + 7))
    assert [warning.code for warning in within] == [warning.code for warning in beyond] == [code] * most
    assert not any("more like it" in warning.message for warning in within)
    assert [warning.message.endswith(" (and 7 more like it)") for warning in beyond] == [False] * (most - 1) + [True]
