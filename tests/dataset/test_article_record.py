"""article_record: nothing that a parse finds is left out of what is exported."""

from __future__ import annotations

import pytest

from icor_scraper.dataset import article_record
from icor_scraper.dataset.records import CellRecord
from icor_scraper.models import Article
from icor_scraper.parse import parse_html, parse_wikitext

TEXT = """{{cite book|title=Work|last=Smith|year=1999}}{{sfn|Smith|1999}}
<ref name=a>{{cite web|title=Note}}</ref><ref group=g>loose</ref>
{|
| [[p#s|x]]<ref name=a /> [//one.example 1]
{|
| [[q]] [//two.example 2]<ref name=b>n [[r]]</ref>
|}
{|
| [[t]]
|}
[[u]]<ref name=b />
| y
|}
<references />
"""
MARK = '<sup class="reference"><a href="#cite_note-{0}">[{0}]</a></sup>'
HTML = f"""<table><tr><td><a href="/wiki/P#s" title="P">x</a>{MARK.format(1)}
<a class="external" href="//one.example">1</a>
<table><tr><td><a href="/wiki/Q" title="Q">q</a> <a class="external" href="//two.example">2</a>{MARK.format(2)}</table>
<table><tr><td><a href="/wiki/T" title="T">t</a></table>
<a href="/wiki/U" title="U">u</a>{MARK.format(2)}
<td>y</table>
<ol class="references"><li id="cite_note-1"><span class="reference-text">a</span>
<li id="cite_note-2"><span class="reference-text">n <a href="/wiki/R" title="R">r</a></span></ol>"""


def _told(cell: CellRecord) -> tuple[object, ...]:
    return cell.links, cell.urls, cell.references


@pytest.mark.parametrize(("article", "notes"), [(parse_wikitext(TEXT), (1, 2)), (parse_html(HTML), (0, 1))])
def test_a_cell_tells_its_links_and_references_without_those_of_tables_in_it(
    article: Article, notes: tuple[int, int]
) -> None:
    one, two = notes
    in_note = ("R",) if article.wikitext else ()  # which stands in the list of the HTML
    tables = article_record(article).tables
    assert [[_told(cell) for cell in table.cells] for table in tables] == [
        [(("P#s", "U"), ("//one.example",), (one, two)), ((), (), ())],
        [(("Q", *in_note), ("//two.example",), (two,))],
        [(("T",), (), ())],
    ]


def test_what_is_told_of_references_and_citations() -> None:
    record = article_record(parse_wikitext(TEXT))
    assert [citation.title for citation in record.citations] == ["Work"]
    assert [[citation.title for citation in note.citations] for note in record.references] == [
        ["Work"],
        ["Note"],
        [],
        [],
    ]
    assert [note.is_listed for note in record.references] == [True, True, True, False]
    details = article_record(parse_wikitext('<ref name=m>main</ref><ref name=m details="p. 1" /><references />'))
    assert [(note.number, note.details_of) for note in details.references] == [(1, None), (1, 1)]


def test_nested_tables_take_time_that_grows_with_their_number() -> None:
    count = 3000
    record = article_record(parse_wikitext("{|\n| [[a]]\n" * count + "|}\n" * count))
    assert [cell.links for table in record.tables for cell in table.cells] == [("A",)] * count
