"""Warnings: none is left out in silence, and each stands with what it is about."""

from __future__ import annotations

from typing import Protocol

import pytest

from icor_scraper.models import ParseWarning, WarningCode
from icor_scraper.parse import parse_wikitext
from icor_scraper.parse.wikitext.answers.warnings import MOST_OF_A_KIND
from icor_scraper.parse.wikitext.scan.source import MOST_REPAIRED


@pytest.mark.parametrize(
    ("piece", "most", "code"),
    [
        ("\x01", MOST_REPAIRED, WarningCode.REPAIRED_CHARACTER),
        ("{{", MOST_OF_A_KIND, WarningCode.UNCLOSED_MARKUP),
        ("{|\n|a\n", MOST_OF_A_KIND, WarningCode.UNCLOSED_MARKUP),
        ("{|\na\n|b\n|}\n", MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
        ('{|\n| style="display:none" | a\n|}\n', MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
        ("[[a|]]", MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
        ("<ref>a</span>b</ref>", MOST_OF_A_KIND, WarningCode.DROPPED_CONTENT),
    ],
)
def test_the_last_warning_of_a_kind_tells_how_many_more_there_are(piece: str, most: int, code: WarningCode) -> None:
    within, beyond = (parse_wikitext(f"{piece} " * count).warnings for count in (most, most + 7))
    assert [warning.code for warning in within] == [warning.code for warning in beyond] == [code] * most
    assert not any("more like it" in warning.message for warning in within)
    assert [warning.message.endswith(" (and 7 more like it)") for warning in beyond] == [False] * (most - 1) + [True]


TEXT = """{{U lead}}<ref>{{U note}}</ref><ref name=x />
== H {{U heading}} ==
{{U body}}
{|
|+ {{U caption}}
|-
stray
| {{U cell}}<ref>{{U cell note}}</ref><ref name=x />
{|
| {{U inner cell}}
|}
|}
{{sfn|Nobody|1999}}
=== S ===
{{U subsection}}
"""


class _Doubtful(Protocol):
    @property
    def warnings(self) -> tuple[ParseWarning, ...]: ...


def _told(record: _Doubtful) -> list[str]:
    return [warning.subject or warning.code for warning in record.warnings]


def test_each_warning_stands_with_the_innermost_record_that_it_is_about() -> None:
    article = parse_wikitext(TEXT)
    outer, inner = article.tables
    cells = [cell for table in article.tables for row in table.grid for cell in row if cell]
    assert [_told(section) for section in article.sections] == [["U lead"], ["U heading", "U body"], ["U subsection"]]
    assert (_told(outer), _told(inner)) == (["U caption", "dropped-content"], [])
    assert [_told(cell) for cell in cells] == [["U cell"], ["U inner cell"]]
    notes = [(reference.name, _told(reference)) for reference in article.references]
    assert notes == [
        (None, ["U note"]),
        ("x", ["x"]),
        (None, ["U cell note"]),
        ("FOOTNOTENobody1999", ["CITEREFNobody1999"]),
    ]
    parts: tuple[tuple[_Doubtful, ...], ...] = (article.sections, article.tables, tuple(cells), article.references)
    assert sorted(_told(article)) == sorted(subject for part in parts for record in part for subject in _told(record))


def test_nested_tables_share_no_warnings() -> None:
    """What all cells together tell grows with the text, and not with its square."""
    count = 500
    article = parse_wikitext("{|\n| {{U}}\n" * count + "|}\n" * count)
    cells = [cell for table in article.tables for row in table.grid for cell in row if cell]
    assert sum(len(cell.warnings) for cell in cells) == count


@pytest.mark.parametrize(
    ("note", "text", "is_told"),
    [
        ("a</span>b", "a", True),
        ("a<li>b", "a", True),
        ("a</span> ", "a", False),
        ("a<i>b</i></center> c", "ab c", False),
        ("a</div> c", "a", True),
    ],
)
def test_words_beside_a_note_are_told(note: str, text: str, *, is_told: bool) -> None:
    [reference] = parse_wikitext(f"<ref>{note}</ref>").references
    assert reference.text == text
    assert [warning.code for warning in reference.warnings] == [WarningCode.DROPPED_CONTENT] * is_told
