"""Generators of random wikitext, each of one domain: a function from a random source to one small text.

A generator puts small realistic snippets together by a grammar of its domain, or cuts stretches out of real pages, and
damages some of them with `damage`. Everything random comes from the `random.Random` given, so that a seed gives the
same texts again. A new generator is a module here and a line in GENERATORS; test_random_texts.py then holds its sample
to the real MediaWiki, and `python -m tests.agreement.hunt NAME` hunts with it.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.agreement.generators.blocks import block_text
from tests.agreement.generators.calls import calls_text
from tests.agreement.generators.markup import markup_text
from tests.agreement.generators.references_and_links import references_and_links_text
from tests.agreement.generators.stretches import saved_stretch
from tests.agreement.generators.titles_and_images import titles_and_images_text

Generator = Callable[[random.Random], str]

GENERATORS: dict[str, Generator] = {
    "blocks": block_text,
    "references and links": references_and_links_text,
    "markup": markup_text,
    "titles and images": titles_and_images_text,
    "calls": calls_text,
    "stretches": saved_stretch,
}


def make_texts(generator: Generator, seed: int, count: int) -> list[str]:
    """`count` texts; text number n of a seed is the same whatever the count."""
    return [generator(random.Random(f"{seed} {number}")) for number in range(count)]  # noqa: S311  # no secret
