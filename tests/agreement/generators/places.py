"""Places in which the facts tell what a snippet shows: cells, headings, captions, notes and lines of many kinds."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Snippet = Callable[[random.Random], str]


def in_places(rng: random.Random, snippet: Snippet, places: Sequence[str] = ()) -> str:
    """One to three blocks with a snippet in each."""
    blocks = [rng.choice(places or _PLACES).replace("@", snippet(rng)) for _ in range(rng.choice((1, 1, 2, 3)))]
    return "\n".join(blocks)


CELLS = (
    "{|\n| @\n|}",
    "{|\n| @\n|}",
    "{|\n|\n@\n|}",
    "{|\n|\n@\n|}",
    "{|\n| a @ b || c\n|}",
    "{|\n! @\n|}",
    "{|\n|+ @\n| a\n|}",
    "{|\n|\n* @\n* b\n|}",
    "{|\n|\n; @ : b\n|}",
    "{|\n|\n a @\n|}",
    "{|\n|\na\n\n@\n\nb\n|}",
    "{|\n| {{#if:1|@}}\n|}",
    "{|\n| <div>@</div>\n|}",
    "<table><tr><td>@</td></tr></table>",
)
_PLACES = (
    *CELLS,
    "a @ b",
    "@",
    "== @ ==",
    "== a @ ==",
    "a<ref>@</ref>",
    "<ref>a @ b</ref>",
    '<ref name="n">@</ref><ref name="n" />',
    "[[File:A.jpg|thumb|@]]",
    "<gallery>\nA.jpg|@\n</gallery>",
    "{{t|@}}",
)
