"""Stretches of real pages, cut anywhere: what opens may never close, and the other way round; half of them damaged."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from icor_scraper import read_revision
from tests.agreement.generators.damage import damage

_FIXTURES = Path(__file__).parents[3] / "fixtures"
_SHORTEST, _LONGEST = 5.5, 10.5
"""Characters of a stretch, as powers of two."""
_AT_LINE, _DAMAGED = 0.6, 0.5
"""The shares of stretches that begin where a line begins, and that are damaged."""
_MOST_DAMAGES = 11


def stretches_of(texts: Sequence[str]) -> Callable[[random.Random], str]:
    """A generator of stretches of `texts`."""

    def stretch(rng: random.Random) -> str:
        text = rng.choice(texts)
        start = rng.randrange(len(text))
        if rng.random() < _AT_LINE:
            start = text.rfind("\n", 0, start) + 1
        cut = text[start : start + int(2 ** rng.uniform(_SHORTEST, _LONGEST))]
        if rng.random() < _DAMAGED:
            for _ in range(rng.randint(1, _MOST_DAMAGES)):
                cut = damage(cut, rng)
        return cut

    return stretch


def saved_stretch(rng: random.Random) -> str:
    """A stretch of one of the pages saved in fixtures/."""
    return stretches_of(_saved_texts())(rng)


@cache
def _saved_texts() -> tuple[str, ...]:
    """Each saved page, and the snapshot of the article."""
    saved = sorted(path.parent for path in _FIXTURES.glob("*/query.json"))
    return (read_revision("snapshot").wikitext, *(read_revision(folder).wikitext for folder in saved))
