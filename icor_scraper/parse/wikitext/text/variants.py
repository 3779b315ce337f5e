"""`-{...}-`: words for the variants of a language, as scripts; shown are those of the variant that the wiki has first.

https://www.mediawiki.org/wiki/Writing_systems/Syntax. Of `-{zh-hans:a;zh-hant:b}-` one text is shown, of `-{a}-` the
text as it is; flags before a bar say otherwise. What only other pages or other variants show of the rules is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from icor_scraper.parse.wikitext.functions.language_names import LANGUAGE_NAMES

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
_OWN_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "ban": {
        "ban-x-dharma": "Basa Bali (alih aksara DHARMA)",
        "ban-x-palmleaf": "Basa Bali (alih aksara Palmleaf.org)",
        "ban-x-pku": "Basa Bali (alih aksara Puri Kauhan Ubud)",
    },
    "gan": {"gan": "原文", "gan-hans": "简体", "gan-hant": "繁體"},
    "zh": {
        "zh": "原文",
        "zh-hans": "简体",
        "zh-hant": "繁體",
        "zh-cn": "大陆",
        "zh-tw": "臺灣",
        "zh-hk": "香港",
        "zh-mo": "澳門",
        "zh-sg": "新加坡",
        "zh-my": "大马",
    },
}
"""By language, the names of variants that its wiki calls otherwise than other wikis do."""
_SIGNS: Final = {"gan": (": ", "; "), "zh": ("：", "；")}
"""What stands behind the name of a variant and behind its text where rules are described; else ":" and ";"."""
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
"""Codes that name a variant otherwise, as BCP 47 has them, and MediaWiki's own code for each."""
_ANY_TEXT: Final = frozenset({"gan", "zh"})
"""Languages that show the first text there is where none is meant for their first variant."""
_FLAGS: Final = frozenset("ATRDHN-")
"""Flags that are no variants: a rule for all the page, for its title, the text as it is, the rules described, a rule
for all the page that shows nothing, a variant's name, no rule any more. Without one, the rules choose the text."""
_ALONE: Final = ("R", "N", "-")
"""Those of which the first that is there counts alone."""
_DEEPEST: Final = 10
"""How deep rules in rules are read."""
_innermost = re.compile(r"-\{((?:[^-}\x03]|-(?!\{)|\}(?!-))*+)\}-").subn
_hold_references = re.compile(r"(&[#a-zA-Z0-9]+);").sub
_HELD: Final = "\x12"
"""Stands for the end of a character reference, which ends no rule."""


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
        names, words = "", rule
    flags = _flags(names, language)
    if "R" in flags:
        return words
    if "N" in flags:
        return _name(words.strip(), language)
    rules = _rules(words, language)
    if not rules.has_any and not {*flags} & {"+", "T", "-"}:
        return words
    shown = ""
    for flag in flags:
        if flag == "D":
            shown = _description(rules, language)
        elif flag == "S":
            shown = _chosen(rules, language) if rules.has_any else words
        elif flag != "A":
            shown = ""
    return shown


def _flags(names: str, language: str) -> list[str]:
    """The flags by which a rule is shown, of which the last has the last word; "+" is a rule for all the page."""
    variants = {*_SHOWN[language], *_UNSHOWN.get(language, ())}
    flags = dict.fromkeys(name for name in map(str.strip, names.split(";")) if name in _FLAGS or name in variants)
    for flag in _ALONE:
        if flag in flags:
            return [flag]
    if "H" in flags:
        return ["+", "H", *(flag for flag in "TD" if flag in flags)]
    if variants & flags.keys():  # the text as it is, for the readers of some variants
        return ["R"]
    if not flags or "A" in flags:
        flags |= dict.fromkeys("+S" if flags else "S")
    if "D" in flags:
        flags.pop("S", None)
    return [*flags]


def _name(code: str, language: str) -> str:
    """The name of a variant, or of a language; "" for other codes."""
    return _OWN_NAMES.get(language, {}).get(code) or LANGUAGE_NAMES.get(code, "")


class _Rules(NamedTuple):
    """What the words of a rule say."""

    both: dict[str, str]
    """By variant, the text for it."""
    one_way: dict[str, dict[str, str]]
    """By variant, the text that takes another one's place there, by that other one."""

    @property
    def has_any(self) -> bool:
        return bool(self.both or self.one_way)


def _description(rules: _Rules, language: str) -> str:
    """The rules, as readers of the wiki are told them."""
    colon, semicolon = _SIGNS.get(language, (":", ";"))
    parts = [f"{_name(variant, language)}{colon}{text}{semicolon}" for variant, text in rules.both.items()]
    for variant, texts in rules.one_way.items():
        name = _name(variant, language)
        parts += [f"{replaced}⇒{name}{colon}{text}{semicolon}" for replaced, text in texts.items()]
    return "".join(parts)


def _chosen(rules: _Rules, language: str) -> str:
    """The text that the rules have for the reader."""
    shown = _SHOWN[language]
    for variant in shown:
        if variant in rules.both:
            return rules.both[variant]
    texts = rules.one_way.get(shown[0])
    if texts is None and language in _ANY_TEXT:
        texts = rules.both or next(iter(rules.one_way.values()))
    return next(iter(texts.values())) if texts else ""


def _rules(words: str, language: str) -> _Rules:
    """The rules in `words`; none where one of them is for no variant of the language."""
    rules = _Rules({}, {})
    for rule in _dividers(language).split(_hold_references(rf"\1{_HELD}", words)):
        name, colon, text = rule.replace(_HELD, ";").partition(":")
        if not colon:
            continue
        replaced, arrow, code = name.rpartition("=>")
        variant = _variant(code.strip("\x05 \t\n"), language)
        if variant is None:
            return _Rules({}, {})
        text, replaced = text.strip(), replaced.strip()
        if arrow and replaced:
            rules.one_way.setdefault(variant, {})[replaced] = text
        elif not arrow and text:
            rules.both[variant] = text
    return rules


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
