"""Random texts as MediaWiki renders them: what parse_html reads there is what MediaWiki tells of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from icor_scraper.parse import parse_html
from tests.agreement.article import facts_of_article
from tests.agreement.batch import TITLE, BatchOracle
from tests.agreement.differences import differences
from tests.agreement.facts import Facts
from tests.agreement.generators import GENERATORS, make_texts
from tests.agreement.oracle import facts_of
from tests.agreement.test_random_texts import COUNT
from tests.agreement.todays_headings import with_todays_headings
from tests.spec.reader import NEWER, all_cases

SEED = 2
FLOOR = 99.0
"""Percent of the texts of each generator of which the same must be read; it only goes up."""
FORMS: dict[str, Callable[[str], str]] = {"until 1.42": str, "since 1.43": with_todays_headings}


def shown_differences(oracle: BatchOracle, text: str, form: Callable[[str], str]) -> dict[str, tuple[object, object]]:
    """By kind of fact, MediaWiki's answer and what is read from its rendering, where they are not the same.

    MediaWiki also tells what a page does not show: links in the captions of pictures that it lacks, footnote marks in
    arguments that nothing uses. Of those fewer may be found, not more; categories stand in no rendering.
    """
    rendering = oracle.rendering(text)
    wanted, found = facts_of(rendering), facts_of_article(parse_html(form(rendering["text"]), title=TITLE))
    fewer = replace(
        wanted, links=wanted.links & found.links, external=wanted.external & found.external, categories=frozenset()
    )
    differing = differences(fewer, found)
    if _uses(found) <= _uses(wanted):
        differing.pop("uses", None)
    return differing


def _uses(facts: Facts) -> int:
    return sum(note.uses for listed in facts.lists for note in listed.notes)


@pytest.mark.mediawiki
@pytest.mark.parametrize("name", GENERATORS)
@pytest.mark.parametrize("form", FORMS)
def test_random_texts(oracle: BatchOracle, name: str, form: str) -> None:
    texts = make_texts(GENERATORS[name], SEED, COUNT)
    wrong = [(text, found) for text in texts if (found := shown_differences(oracle, text, FORMS[form]))]
    agreed = 100 - 100 * len(wrong) / COUNT
    assert agreed >= FLOOR, f"{len(wrong)} of {COUNT} differ; the first: {wrong[:2]}"


@pytest.mark.mediawiki
def test_spec(oracle: BatchOracle) -> None:
    cases = [case for case in all_cases() if case.file not in NEWER]
    wrong = {case.name: found for case in cases if (found := shown_differences(oracle, case.wikitext, str))}
    assert not wrong
