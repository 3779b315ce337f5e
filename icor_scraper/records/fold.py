"""Words compared without regard to case, accents, spaces and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOOTNOTE_MARK = re.compile(r"\[\s*(?:\w{1,3}|(?:note|nb|n)\s*\d+)\s*\]", re.IGNORECASE)
"""A footnote mark that stands in plain text, as "[a]", "[12]", "[note 1]"."""
_PARENTHESES = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """`words` in lower case without accents and footnote marks; all else between words is one space.

    >>> fold("Parti  politique (État) [a]")
    'parti politique etat'
    """
    plain = _FOOTNOTE_MARK.sub(" ", words).replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join(_WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def fold_without_parentheses(words: str) -> str:
    """`fold` of what stands outside parentheses: "Since (year)" is "since"."""
    return fold(_PARENTHESES.sub(" ", words))
