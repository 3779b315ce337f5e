"""Inline wikitext that every generator puts into its blocks: words with the usual marks, whole more often than torn."""

from __future__ import annotations

import random

_WORDS = "lake river Saimaa 12 north 1,377 km² été Öl & a of the _x_ 100% x=y (old) it's".split()
_TITLES = "Lake", "Lake Inari", "lake Saimaa", "Help:Contents", "River#Source", "Öl", "Talk:Lake"


def word(rng: random.Random) -> str:
    return rng.choice(_WORDS)


def words(rng: random.Random, most: int = 3) -> str:
    """Some plain words."""
    return " ".join(word(rng) for _ in range(rng.randint(1, most)))


def inline(rng: random.Random, depth: int = 0) -> str:
    """A stretch of one line's text with some marks in it."""
    return "".join(rng.choice((" ", " ", "")) + _part(rng, depth) for _ in range(rng.randint(1, 3))).strip()


def _part(rng: random.Random, depth: int) -> str:
    if rng.random() < 0.45 or depth > 2:
        return words(rng)
    inner = inline(rng, depth + 1)
    tag = rng.choice(("b", "i", "small", "span", "sup", "u", "s", "code", "big", "center", "div", "p", "font", "del"))
    return rng.choice(
        (
            f"''{inner}''",
            f"'''{inner}'''",
            f"'''''{inner}'''''",
            f"''{inner}",
            f"'''{inner}",
            f"[[{rng.choice(_TITLES)}]]",
            f"[[{rng.choice(_TITLES)}|{_label(inner)}]]",
            f"[https://w.example/{word(rng)} {_label(inner)}]",
            "https://w.example/a",
            f"<{tag}>{inner}</{tag}>",
            f'<{tag} class="x" style="color:red">{inner}</{tag}>',
            f"<{tag}>{inner}",
            f"{inner}</{tag}>",
            f"<ref>{inner}</ref>",
            f"<ref name={word(rng)}>{inner}</ref>",
            f"<!-- {inner} -->",
            f"<nowiki>{inner}</nowiki>",
            "<nowiki/>",
            "<br>",
            "<br />",
            "</br>",
            rng.choice(_ENTITIES),
            rng.choice(_ENTITIES),
            "{{x|" + inner + "}}",
            "{{!}}",
            "<math>x|y</math>",
            "__NOTOC__",
            f"<includeonly>{inner}</includeonly>",
            f"<noinclude>{inner}</noinclude>",
            "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
            f'<span style="display:none">{inner}</span>',
            "-{" + inner + "}-",
        )
    )


def _label(text: str) -> str:
    """The text without references: a browser knows no link in a link, and so takes their marks apart."""
    return text.replace("<ref", "<b").replace("</ref", "</b")


_ENTITIES = (
    "&amp;",
    "&nbsp;",
    "&lt;",
    "&gt;",
    "&#124;",
    "&#x5B;",
    "&ndash;",
    "&",
    "&nosuch;",
    "&#0;",
    "&lt;b&gt;",
    "&#39;&#39;",
)
