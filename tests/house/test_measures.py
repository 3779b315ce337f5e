"""The measures of the benchmarks can fail: each is shown a fault, and a case without one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.accounted import unaccounted
from benchmarks.causes import UNKNOWN, WhatIf, explained
from benchmarks.corpus import Page
from benchmarks.progress import watched
from benchmarks.score import LINKS, SECTIONS, Score
from benchmarks.source_ranges import joined_by_templates, our_ranges
from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.facts import Facts, SectionFact

TEXT = """{{T|[[in]]}} [[b]]<ref name={{n}}>c</ref>
{|
| d
! e
|{{x}}+ f
|}
[[https://g.example g]]<nowiki>[[h]]</nowiki>"""


def test_nothing_is_lost_of_a_text() -> None:
    assert unaccounted(parse_wikitext(TEXT, templates=render_blank)) == []


@pytest.mark.parametrize(
    ("more", "kind"),
    [("{{U}}", "template"), ("[[i]]", "link"), ("<ref>j</ref>", "reference"), ("\n{|\n| k\n|}", "cell")],
)
def test_what_no_record_tells_is_found(more: str, kind: str) -> None:
    article = replace(parse_wikitext(TEXT, templates=render_blank), wikitext=TEXT + more)
    assert [node.kind for node in unaccounted(article)] == [kind]


@pytest.mark.parametrize(
    ("line", "is_joined"),
    [("| a=b|{{x}}||c", True), ("|{{x}}+ c", True), ("| a ||{{x}} b", False), ("|||c", False)],
)
def test_cells_whose_marks_come_together(line: str, is_joined: bool) -> None:
    article = parse_wikitext(f"{{|\n{line}\n|}}", templates=render_blank)
    start = article.wikitext.index("c") if article.wikitext and "c" in line else 6
    assert bool(joined_by_templates(article, frozenset({(start, start + 1)}))) == is_joined
    assert our_ranges(article).tables


def test_a_cause_is_named_only_where_the_row_agrees_without_it() -> None:
    wanted = Facts(sections=(SectionFact(2, "1", "A", "A"),), links=frozenset({"B"}))
    found = Facts()
    misses = Score().add("T", wanted, found)
    without_links = WhatIf("links", replace(wanted, links=frozenset()), found)
    told = [(miss.what, miss.cause) for miss in explained(misses, [without_links])]
    assert told == [(LINKS, "links"), (SECTIONS, UNKNOWN)]


def test_a_log_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [Page("A", "a"), Page("B", "b")]
    assert list(watched(pages, "reading")) == pages
    assert capsys.readouterr().err == "reading, 2 articles ...\n"
