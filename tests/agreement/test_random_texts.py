"""Random texts of every generator: the real MediaWiki and this library must tell the same facts of them."""

from __future__ import annotations

import os
from collections.abc import Callable

import lxml.html
import pytest
from lxml.html import HtmlElement

from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.batch import TITLE, BatchOracle
from tests.agreement.facts import bare
from tests.agreement.generators import GENERATORS, make_texts
from tests.agreement.hunt import found_differences
from tests.agreement.rendered import body_of
from tests.agreement.shrink import shrink

SEED = 1
FLOORS = {
    "blocks": 98.5,
    "references and links": 98.3,
    "markup": 97.5,
    "titles and images": 98.8,
    "calls": 98.0,
    "stretches": 99.0,
}
"""Percent of the texts of each generator that must agree; they only go up."""
BODY_FLOOR = 98.0
"""The same of the texts of sections."""
COUNT = 3000 if os.environ.get("ICOR_SCRAPER_FULL") else 300


@pytest.mark.mediawiki
@pytest.mark.parametrize("name", GENERATORS)
def test_same_facts(oracle: BatchOracle, name: str) -> None:
    _assert_agree(name, lambda text: bool(found_differences(oracle, text)), FLOORS[name])


@pytest.mark.mediawiki
@pytest.mark.parametrize("name", GENERATORS)
def test_same_body_texts(oracle: BatchOracle, name: str) -> None:
    _assert_agree(name, lambda text: bodies(oracle, text) is not None, BODY_FLOOR)


def _assert_agree(name: str, differs: Callable[[str], bool], floor: float) -> None:
    """So many percent of the generator's texts, at least, do not differ."""
    wrong = [text for text in make_texts(GENERATORS[name], SEED, COUNT) if differs(text)]
    cores = [shrink(text, differs) for text in wrong[:3]]
    agreed = 100 - 100 * len(wrong) / COUNT
    assert agreed >= floor, f"{len(wrong)} of {COUNT} differ; at the core of the first: {cores}"


def bodies(oracle: BatchOracle, text: str) -> tuple[str, str] | None:
    """The text of all sections' bodies as MediaWiki and as this library tell it; None where they are the same."""
    page: HtmlElement = lxml.html.fromstring(f"<div>{oracle.rendering(text)['text']}</div>")
    article = parse_wikitext(text, title=TITLE, templates=render_blank)
    wanted, found = body_of(page), bare(" ".join([section.text for section in article.sections]))
    return None if wanted == found else (wanted, found)


def test_a_seed_gives_the_same_texts() -> None:
    for generator in GENERATORS.values():
        assert make_texts(generator, SEED, 20) == make_texts(generator, SEED, 30)[:20]
        assert len(set(make_texts(generator, SEED, 20))) > 10
        assert make_texts(generator, SEED, 20) != make_texts(generator, SEED + 1, 20)


def test_shrink_keeps_what_shows_the_fault() -> None:
    text = "one\ntwo [[x]]\nthree {| y\nfour"
    assert shrink(text, lambda part: "[[" in part and "{|" in part) in ("[[{|", "[[\n{|")
