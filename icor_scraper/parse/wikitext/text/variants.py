"""`-{...}-`: words for the variants of a language, as scripts; shown are those of the variant that the wiki has first.

https://www.mediawiki.org/wiki/Writing_systems/Syntax. Of `-{zh-hans:a;zh-hant:b}-` one text is shown, of `-{a}-` the
text as it is; flags before a bar say otherwise. What only other pages or other variants show of the rules is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SHOWN: Final = {
    "ban": ("ban",),
    "crh": ("crh", "crh-latn"),
    "gan": ("gan", "gan-hans", "gan-hant"),
    "iu": ("iu", "ike-cans"),
    "kk": ("kk", "kk-cyrl"),
    "ku": ("ku", "ku-latn"),
    "shi": ("shi", "shi-latn", "shi-tfng"),
    "sr": ("sr", "sr-ec"),
    "tg": ("tg",),
    "tly": ("tly",),
    "uz": ("uz", "uz-latn"),
    "zh": ("zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "zh-sg", "zh-mo", "zh-my"),
}
"""By language, the variants whose text is shown, the first choice first."""
_UNSHOWN: Final = {
    "ban": ("ban-bali", "ban-x-dharma", "ban-x-palmleaf", "ban-x-pku"),
    "crh": ("crh-cyrl",),
    "iu": ("ike-latn",),
    "kk": ("kk-latn", "kk-arab", "kk-kz", "kk-tr", "kk-cn"),
    "ku": ("ku-arab",),
    "sr": ("sr-el",),
    "tg": ("tg-latn",),
    "tly": ("tly-cyrl",),
    "uz": ("uz-cyrl",),
}
"""By language, its other variants."""
_OTHER_CODES: Final = {
    "sr-cyrl": "sr-ec",
    "sr-latn": "sr-el",
    "zh-hans-cn": "zh-cn",
    "zh-hans-my": "zh-my",
    "zh-hans-sg": "zh-sg",
    "zh-hant-hk": "zh-hk",
    "zh-hant-mo": "zh-mo",
    "zh-hant-tw": "zh-tw",
}
_ANY_TEXT: Final = frozenset({"gan", "zh"})
"""Languages that show the first text there is where none is meant for their first variant."""
_FLAGS: Final = frozenset("ATRDHNS-")
_DEEPEST: Final = 10
"""How deep rules in rules are read."""
_innermost = re.compile(r"-\{((?:[^-}\x03]|-(?!\{)|\}(?!-))*+)\}-").subn
_hold_references = re.compile(r"(&[#a-zA-Z0-9]+);").sub
_HELD: Final = "\ufdd0"
"""Stands for the end of a character reference, which ends no rule: no text may hold it."""


def has_variants(language: str) -> bool:
    """Whether the wiki of a language writes it in variants."""
    return language in _SHOWN


def show_variant(text: str, language: str) -> str:
    """The text with what readers see of the rules in it."""
    for _ in range(_DEEPEST):
        text, count = _innermost(lambda match: _shown(match[1], language), text)
        if not count:
            break
    return text


def _shown(rule: str, language: str) -> str:
    """What one rule shows."""
    names, bar, words = rule.partition("|")
    if not bar:
        return _chosen(rule, language)
    flags = {name.strip() for name in names.split(";")}
    known = flags & (_FLAGS | {*_SHOWN[language], *_UNSHOWN.get(language, ())})
    if "R" in known:
        return words
    if known & {"N", "-", "H"} or known == {"T"} or known >= {"A", "D"}:  # a variant's name, or a rule for elsewhere
        return ""
    return words if known - _FLAGS and not known & {"A", "D"} else _chosen(words, language)


def _chosen(words: str, language: str) -> str:
    """The text that the rules in `words` have for the reader; `words` themselves where they hold no rules."""
    rules = _rules(words, language)
    if not rules:
        return words
    shown = _SHOWN[language]
    for variant in shown:
        if variant in rules:
            return rules[variant]
    if f"=>{shown[0]}" in rules:
        return rules[f"=>{shown[0]}"]
    return next(iter(rules.values())) if language in _ANY_TEXT else ""


def _rules(words: str, language: str) -> Mapping[str, str]:
    """By variant, the text for it; by "=>" and a variant, the first that takes another one's place there."""
    both: dict[str, str] = {}
    one_way: dict[str, str] = {}
    for rule in _dividers(language).split(_hold_references(rf"\1{_HELD}", words)):
        name, colon, text = rule.replace(_HELD, ";").partition(":")
        if not colon:
            continue
        replaced, arrow, code = name.rpartition("=>")
        variant = _variant(code.strip("\x05 \t\n"), language)
        if variant is None:
            return {}
        text = text.strip()
        if arrow and replaced.strip():
            one_way.setdefault(f"=>{variant}", text)
        elif not arrow and text:
            both[variant] = text
    return both | one_way


def _variant(code: str, language: str) -> str | None:
    """The variant of that code; None where the language has no such one."""
    code = _OTHER_CODES.get(code.lower(), code.lower())
    return code if code in _SHOWN[language] or code in _UNSHOWN.get(language, ()) else None


@lru_cache
def _dividers(language: str) -> re.Pattern[str]:
    """What finds the semicolons between the rules of a language, which others may stand in."""
    others = tuple(other for other, code in _OTHER_CODES.items() if _variant(code, language))
    codes = "|".join((*_SHOWN[language], *_UNSHOWN.get(language, ()), *others))
    return re.compile(rf";\s*+(?=(?:[^;]*?=>\s*)?(?:{codes})\s*:|\Z)", re.IGNORECASE)
