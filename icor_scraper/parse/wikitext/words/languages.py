"""Words in other languages and scripts (https://en.wikipedia.org/wiki/Template:Lang and its kin)."""

from __future__ import annotations

from functools import cache
from typing import Final

from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, argument, first_of, is_yes, link, named, numbered

_NAMES: Final = {
    "ca-valencia": "Valencian",
    "grc": "Ancient Greek",
    "ja": "Japanese",
    "nb": "Norwegian Bokmål",
    "no": "Norwegian",
    "nan": "Southern Min",
    "pt-br": "Brazilian Portuguese",
    "sr-cyrl": "Serbian",
    "sr-latn": "Serbian",
    "zh-hans": "Chinese",
    "zh-hant": "Chinese",
}
"""Where the English Wikipedia's name is not CLDR's, or CLDR knows the code in another form."""


@cache
def language_name(code: str) -> str | None:
    """The English name of a language code; None where it is not known."""
    from babel import Locale  # noqa: PLC0415 - slow to load, and many pages need no name

    code = code.lower()
    return _NAMES.get(code) or Locale("en").languages.get(code)


def lang(args: Arguments) -> str | None:
    """`{{lang|code|text}}`: the text."""
    return first_of(args, "2", "text") or None


def langx(args: Arguments) -> str | None:
    """`{{langx|code|text|translit|translation}}`: "German: text"."""
    code = first_of(args, "1", "code")
    return _with_language(args, code, 2) if code else None


def lang_of(code: str) -> Rule:
    """`{{lang-de|text|translit|translation}}`, the older form of langx."""
    return lambda args: _with_language(args, code, 1)


def _with_language(args: Arguments, code: str, first: int) -> str | None:
    text = first_of(args, str(first), "text")
    name = language_name(code)
    if not text or name is None:
        return None
    label = args.get("label")
    if label != "none":
        is_linked = (args.get("link") or args.get("links") or "") != "no"
        language = link(f"{name} language", name) if is_linked else name
        text = f"{label or language}: {text}"
    romanized = first_of(args, str(first + 1), "translit")
    if romanized:
        text += f", romanized:&nbsp;{romanized}"
    literally = first_of(args, str(first + 2), "lit", "translation")
    return f"{text}, {_literally(literally)}" if literally else text


def _literally(meaning: str) -> str:
    return f"lit.&nbsp;&#39;{meaning}&#39;"


def transliteration(args: Arguments) -> str | None:
    """`{{transl|code|text}}` or `{{transl|code|scheme|text}}`: the text."""
    return first_of(args, "3", "2") or None


def native_name(args: Arguments) -> str | None:
    """`{{native name|code|text}}`: the text, and the language in brackets."""
    text = first_of(args, "2")
    if (args.get("paren") or "") in {"off", "omit", "no"} or is_yes(args.get("nolang")):
        return text or None
    language = language_name(first_of(args, "1"))
    return f"{text} ({language})" if text and language else None


def in_language(args: Arguments) -> str | None:
    """`{{in lang|fr|de}}`: "(in French and German)"."""
    names = [language_name(code) for code in numbered(args) if code]
    if not names or None in names:
        return None
    known = [name for name in names if name]
    shown = " and ".join(filter(None, (", ".join(known[:-1]), known[-1])))
    return f"(in {shown})"


def icon_of(code: str) -> str | None:
    """`{{fr icon}}`: "(in French)"."""
    name = language_name(code)
    return f"(in {name})" if name else None


def nihongo(args: Arguments) -> str | None:
    """`{{nihongo|English|kanji|romaji|extra}}`: "English (kanji, romaji, extra)"."""
    english, kanji, romaji, extra = (first_of(args, str(number)) for number in (1, 2, 3, 4))
    if not english or not kanji:
        return None
    romaji = f"''{romaji}''" if romaji else ""
    if is_yes(args.get("lead")):
        kanji, romaji = f"Japanese: {kanji}", f"Hepburn: {romaji}" if romaji else ""
    inner = ", ".join(part for part in (kanji, romaji, extra) if part)
    tail = first_of(args, "5")
    return f"{english} ({inner}){f' {tail}' if tail else ''}"


def literal_translation(args: Arguments) -> str | None:
    meaning = first_of(args, "1")
    return _literally(meaning) if meaning else None


LANGUAGE_RULES: Final[dict[str, Rule]] = {
    **named("lang|language text|wikt-lang|lang-latn", lang),
    **named("langx", langx),
    **named("transl|transliteration|xlit|tlit", transliteration),
    **named("native name|native phrase|nativename|nativephrase", native_name),
    **named("in lang", in_language),
    **named("nihongo", nihongo),
    **named("literal translation|lit|literal", literal_translation),
    **named("script|nastaliq|nq|unicode|polytonic|angbr ipa", argument("1")),
    **named("angbr|angle bracket", lambda args: f"⟨{first_of(args, '1')}⟩"),
}
