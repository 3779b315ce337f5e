"""Hostile wikitext: read or refused within limits, in time that grows no faster than the text; and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from icor_scraper.dataset import article_record
from icor_scraper.errors import ParseError
from icor_scraper.models import Article, Cell, WarningCode
from icor_scraper.parse import parse_wikitext, render_blank
from icor_scraper.parse.wikitext.tables.grid import MAX_COLSPAN, MAX_ROWSPAN, read_span
from tests.parse.wikitext.hostile import CASES, largest, odd_characters, silent_loss, span_values

FULL = os.environ.get("ICOR_SCRAPER_FULL") == "1"
"""Whether to run all sizes; else a sample."""

GROWTH = 1.8
"""How much more time per character a text ten times as long may take: room for memory caches and other processes,
far below the ten of n^2."""

REFUSED = {
    "braces_left_for_variants",
    "calls_in_calls_before_tags",
    "deep_templates_of_marks",
    "headings_in_a_link",
    "headings_in_an_open_link",
    "headings_in_attributes",
    "many_templates",
    "named_uses",
    "nested_functions",
    "nested_known_templates",
    "nested_names",
    "nested_poems",
    "nested_tables",
    "nested_templates",
    "nested_templates_of_marks",
    "one_heading",
    "open_tables",
    "openings_in_headings",
    "raw_tables",
    "short_cells",
    "short_citations",
    "span_product_bomb",
    "span_stairs",
    "styled_headings",
    "table_open_quote",
    "tags_in_calls",
}
"""Cases that are too much from some size on; all others are read at every size."""

SLOWEST = [
    "addresses_and_quotes",
    "calls_in_calls_before_tags",
    "comment_link_header",
    "continued_note_redefined",
    "display_none_in_open_tag",
    "hidden_elements",
    "links_around_a_stray_end",
    "links_as_authors",
    "long_note_redefined",
    "many_refs",
    "names_in_short_citation",
    "open_extlinks",
    "table_open_quote",
    "nested_tables",
    "protocols",
    "slashes_before_link",
    "spaces_in_link_option",
    "unnamed_in_citation",
]
"""Of the largest texts, those that a careless change makes slow first: the sample."""


@dataclass(frozen=True)
class Reading:
    """What reading one text took."""

    name: str
    size: int
    outcome: str
    seconds: float
    peak_mib: int


def read(renderer: str, *cases: tuple[str, int]) -> list[Reading]:
    """Read the cases in a child process, which ends at its first text beyond the limits."""
    arguments = [str(value) for case in cases for value in case]
    command = [sys.executable, "-m", "tests.parse.wikitext.read_hostile", renderer, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"{lines[-1]}: {done.returncode} {done.stderr[-300:]}"
    return [
        Reading(name, int(size), outcome, float(seconds), int(peak))
        for (name, size), (outcome, seconds, peak) in zip(lines[::2], lines[1::2], strict=True)
    ]


def check(reading: Reading) -> None:
    assert reading.outcome == "read" or reading.name in REFUSED, reading


@pytest.mark.parametrize("renderer", ["blank", "words"])
def test_small_texts(renderer: str) -> None:
    for reading in read(renderer, *((name, 2000) for name in CASES)):
        check(reading)


@pytest.mark.parametrize("renderer", ["blank", "words"] if FULL else ["words"])
@pytest.mark.parametrize("name", CASES if FULL else SLOWEST)
def test_largest_texts_in_linear_time(name: str, renderer: str) -> None:
    size = largest(name)
    small, large = read(renderer, (name, size // 10), (name, size))
    check(small)
    check(large)
    if small.outcome == large.outcome and small.seconds > 0.05:
        assert _growth(renderer, name, size, small, large) < GROWTH


def _growth(renderer: str, name: str, size: int, small: Reading, large: Reading) -> float:
    """How much more time per character the large text takes; the least of three, as a busy machine only adds."""
    growth = large.seconds / small.seconds / 10
    for _ in range(2):
        if growth >= GROWTH:
            small, large = read(renderer, (name, size // 10), (name, size))
            growth = min(growth, large.seconds / small.seconds / 10)
    return growth


@pytest.mark.parametrize("name", ["span_product_bomb", "span_stairs"])
def test_too_many_slots_are_refused_at_once(name: str) -> None:
    [reading] = read("blank", (name, 2000))
    assert reading.outcome == "refused"
    assert reading.seconds < 1
    assert reading.peak_mib < 100


def test_ten_thousand_rows() -> None:
    [table] = parse_wikitext(CASES["big_table"](10_000)).tables
    assert (len(table.grid), len(table.grid[0])) == (10_001, 8)
    assert [cell.text for cell in table.grid[-1] if cell] == ["9999", "P 9999", "x", "y", "1", "2", "3", "z"]


def _cells(attribute: str) -> tuple[Cell, ...]:
    """The cells of three rows, the first of which has the attribute."""
    [table] = parse_wikitext(f"{{|\n|-\n| {attribute} | a\n|-\n| b\n|-\n| c\n|}}").tables
    return tuple(cell for row in table.grid for cell in row if cell)


@pytest.mark.parametrize(("value", "rowspan", "colspan"), span_values())
def test_spans_are_read_as_html_reads_them(value: str, rowspan: int, colspan: int) -> None:
    assert read_span(value, 0, MAX_ROWSPAN) == rowspan
    assert read_span(value, 1, MAX_COLSPAN) == colspan
    assert _cells(f'rowspan="{value}"')[0].rowspan == min(rowspan or 3, 3)
    assert _cells(f'colspan="{value}"')[0].colspan == colspan


@pytest.mark.parametrize("name", odd_characters())
def test_odd_characters_are_kept_or_repaired_with_a_warning(name: str) -> None:
    text = odd_characters()[name]
    article = parse_wikitext(text)
    assert article.wikitext == text
    assert article_record(article).title == ""
    repaired = [warning for warning in article.warnings if warning.code is WarningCode.REPAIRED_CHARACTER]
    assert [text[slice(*warning.span)] for warning in repaired if warning.span] == [
        character for character in text if character in "\x00\ud800\udfff\x1b\x07\x0b\x0c\x01\x7f"
    ]


def test_what_follows_a_repaired_character_is_found() -> None:
    article = parse_wikitext(odd_characters()["nul"], templates=render_blank)
    assert [template.name for template in article.templates] == ["T"]
    [link] = parse_wikitext("a\ud800b [[x]]\x00[[y]]").wikilinks[1:]
    assert (link.title, link.span) == ("Y", (10, 15))


def _found(article: Article) -> tuple[list[str], list[list[str]], int]:
    """Headings, rows of the table with header "h", and number of references."""
    rows = [[cell.text if cell else "" for cell in row] for table in article.tables for row in table.grid]
    return [section.heading for section in article.sections[1:]], rows, len(article.references)


@pytest.mark.parametrize("name", silent_loss())
def test_a_stray_opening_loses_nothing_in_silence(name: str) -> None:
    clean, stray = silent_loss()[name]
    whole, article = _found(parse_wikitext(clean)), parse_wikitext(stray)
    assert whole == (["A", "B", "C"], [["h"], ["x"], ["y"]], 1)
    headings, rows, references = _found(article)
    is_all_there = headings[-2:] == ["B", "C"] and rows[-3:] == [["h"], ["x"], ["y"]] and references == 1
    start = len("== A ==\ntext\n")
    named = [warning for warning in article.warnings if warning.span and start <= warning.span.start <= start + 10]
    assert is_all_there or named


def test_errors_name_the_limit() -> None:
    with pytest.raises(ParseError, match="at most 1000000 slots"):
        _ = parse_wikitext(CASES["span_stairs"](2000)).tables
    with pytest.raises(ParseError, match="at most 20000 tables"):
        _ = parse_wikitext(CASES["open_tables"](20_001)).tables
    with pytest.raises(ParseError, match="at most 20000 tables"):
        _ = parse_wikitext(CASES["tables_in_notes"](20_001)).tables
    with pytest.raises(ParseError, match="at most 150000 headings, found 150001"):
        _ = parse_wikitext(CASES["one_heading"](150_001)).sections
    with pytest.raises(ParseError, match="at most 4194304 characters in headings"):
        _ = parse_wikitext(CASES["openings_in_headings"](1000)).sections
    with pytest.raises(ParseError, match="at most 400000 table cells"):
        _ = parse_wikitext(CASES["short_cells"](400_001)).tables
    with pytest.raises(ParseError, match="at most 400000 table cells"):
        _ = parse_wikitext(f"<ref>\n{CASES['short_cells'](200_000)}</ref>\n{CASES['short_cells'](200_001)}").tables
    with pytest.raises(ParseError, match="at most 120000 references"):
        _ = parse_wikitext(CASES["named_uses"](120_000)).references
    with pytest.raises(ParseError, match="at most 120000 references"):
        _ = parse_wikitext("{{r|a|b|c|d|e|f|g|h|i}}" * 13_334).references
    [reference] = parse_wikitext(CASES["named_uses"](119_999)).references
    assert len(reference.uses) == 120_000
    assert len(parse_wikitext(CASES["one_heading"](150_000)).sections) == 150_001


def test_a_refused_table_is_told_by_its_place() -> None:
    rows = "|-\n| rowspan=65534 colspan=1000 | a\n" * 20_000
    text = f"{{|\n| a\n|}}\n== Wide ==\n{{|\n{rows}|}}"
    with pytest.raises(ParseError, match=r"at most 1000000 slots.*\(line 5\)") as caught:
        _ = parse_wikitext(text).tables
    assert (caught.value.section, caught.value.line) == ("Wide", 5)


def test_a_delete_character_that_becomes_a_question_mark_is_told() -> None:
    article = parse_wikitext("a\x7fb \x00")
    assert article.lead.text == "a?b \ufffd"
    assert [(warning.subject, warning.span) for warning in article.warnings] == [("U+007F", (1, 2)), ("U+0000", (4, 5))]
