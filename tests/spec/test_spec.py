"""Every case of the spec files, by this library and by the real MediaWiki."""

from __future__ import annotations

from pathlib import Path

import pytest

from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.article import facts_of_article
from tests.agreement.oracle import Oracle, install
from tests.mediawiki.wiki import Wiki
from tests.spec.notation import without_spaces, write
from tests.spec.reader import NEWER, Case, SpecError, all_cases, read_cases

TITLE = "Test"
CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_parse(case: Case) -> None:
    article = parse_wikitext(case.wikitext, title=TITLE, templates=render_blank)
    assert write(facts_of_article(article)) == case.expected


@pytest.mark.mediawiki
def test_mediawiki_agrees(own_wiki: Wiki) -> None:
    install(own_wiki.folder)
    oracle = Oracle(own_wiki.api_url)
    wrong = {}
    for case in CASES:
        if case.file not in NEWER:
            found = without_spaces(write(oracle.facts(case.wikitext, TITLE)))
            if found != without_spaces(case.expected):
                wrong[case.name] = found
    assert not wrong


def test_no_case_stands_twice() -> None:
    texts = [case.wikitext for case in CASES]
    assert len(set(texts)) == len(texts)
    titles = [(case.file, case.title) for case in CASES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words, but no case\n", "at least one case"),
        ("a title\n.\nwikitext\n.\nnothing\n", "end with a dot"),
        (".\nwikitext\n.\nnothing\n.\n", "a title"),
    ],
    ids=["no case", "no end", "no title"],
)
def test_a_file_that_says_nothing_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "broken.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpecError, match=message):
        read_cases(path)


def test_cases_know_their_place(tmp_path: Path) -> None:
    path = tmp_path / "small.md"
    path.write_text('# Words\n\nfirst\n.\na\n\nb\n.\nnothing\n.\n\nsecond\n.\n\n.\nlink "A"\n.\n', encoding="utf-8")
    assert read_cases(path) == [
        Case("small.md", 3, "first", "a\n\nb", "nothing"),
        Case("small.md", 12, "second", "", 'link "A"'),
    ]
