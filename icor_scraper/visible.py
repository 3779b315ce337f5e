"""Foreign text made fit for a terminal or a log: what would act or hide is shown as an escape."""

from __future__ import annotations

import unicodedata

_ACTIVE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's general categories of controls (ESC among them), format and bidi marks, surrogates,
characters without a meaning of their own, and line separators."""


def visible(text: str, *, keep: str = "") -> str:
    r"""`text` with each active character as a visible escape, as "\x1b" or "\u202e"; those of `keep` stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode("ascii") if _is_active(char) and char not in keep else char
        for char in text
    )


def visible_json(text: str) -> str:
    r"""A JSON document of the same value, its active characters as JSON escapes ("\u202e")."""
    return "".join(_json_escape(char) if _is_active(char) and char not in "\n\t" else char for char in text)


def one_line(text: str) -> str:
    """`text` on one line: white space of any kind is one space, active characters are escapes."""
    return visible(" ".join(text.split()))


def shortened(text: str, most: int = 120) -> str:
    """`text`, of which at most so many characters are shown, and that there are more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _is_active(char: str) -> bool:
    return unicodedata.category(char) in _ACTIVE


def _json_escape(char: str) -> str:
    """RFC 8259, section 7: the character's UTF-16 code units."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
