"""What goes wrong with wikitext in editors' hands: lines and characters cut, doubled, swapped, torn."""

from __future__ import annotations

import random
from collections.abc import Callable


def damage(text: str, rng: random.Random) -> str:
    """The text with one small thing gone wrong."""
    return rng.choice(_DAMAGES)(text, rng)


def _cut_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _double_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    index = rng.randrange(len(lines))
    lines.insert(rng.randrange(len(lines) + 1), lines[index])
    return "\n".join(lines)


def _swap_lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _join_lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    index = rng.randrange(len(lines))
    return "\n".join([*lines[:index], "".join(lines[index : index + 2]), *lines[index + 2 :]])


def _empty_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(rng.randrange(len(lines) + 1), "")
    return "\n".join(lines)


def _cut_characters(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.choice((1, 1, 2, 3)) :]


def _cut_sign(text: str, rng: random.Random) -> str:
    """One sign of markup gone."""
    signs = [index for index, character in enumerate(text) if not character.isalnum() and character not in " \n"]
    if not signs:
        return text
    index = rng.choice(signs)
    return text[:index] + text[index + 1 :]


def _insert_sign(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(_SIGNS) + text[at:]


_SIGNS = (
    *(
        "\n",
        "\n\n",
        " ",
        "|",
        "||",
        "!",
        "!!",
        "|-",
        "|}",
        "{|",
        "\n|",
        "\n|-\n",
        "=",
        "==",
        "*",
        "#",
        ":",
        ";",
        "'",
        "''",
    ),
    *(
        "'''",
        "<",
        ">",
        "/",
        '"',
        "[",
        "]",
        "[[",
        "]]",
        "{{",
        "}}",
        "<!--",
        "-->",
        "<!-- c -->",
        "<br>",
        "<nowiki/>",
        "&amp;",
    ),
    *(
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<span>",
        "</span>",
        "<nowiki>",
        "</nowiki>",
        "----",
        "\n----\n",
    ),
)
_DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut_line,
    _double_line,
    _swap_lines,
    _join_lines,
    _empty_line,
    _cut_characters,
    _cut_sign,
    _cut_sign,
    _insert_sign,
)
