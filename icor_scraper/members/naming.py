"""Take a party's name apart, and make its id."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_TRANSLITERATION = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфыэієґ", "a b v g d e z i k l m n o p r s t u f y e i e g".split(), strict=True)),
        **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
        **{"ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѕ": "dz"},
        **{"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h"},
        **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "a v g d e z i i k l m n x o p r s s t y f o".split(), strict=True)),
        **{"θ": "th", "χ": "ch", "ψ": "ps"},
    }
)
"""Small letters without accents that are not ASCII: Cyrillic, Greek, and some Latin ones."""


def split_abbreviation(party_name: str) -> tuple[str, str | None]:
    """The name without its abbreviation, and the abbreviation, None where there is none.

    What follows the last comma is the abbreviation if it holds two capital letters in a row:

    >>> split_abbreviation("Partido Marxista Leninista del Perú, PML del Perú")
    ('Partido Marxista Leninista del Perú', 'PML del Perú')
    >>> split_abbreviation("Hezb-e Ranjbaran Iran, Ranjbaran")
    ('Hezb-e Ranjbaran Iran, Ranjbaran', None)
    """
    name, comma, tail = (part.strip() for part in party_name.rpartition(","))
    if comma and name and has_two_capitals(tail) and tail.count("(") == tail.count(")"):
        return name, tail
    return party_name, None


def has_two_capitals(words: str) -> bool:
    """Whether two capital letters stand side by side, in any script."""
    composed = unicodedata.normalize("NFC", words)
    return any(a.isupper() and b.isupper() for a, b in pairwise(composed))


def slug(words: str) -> str:
    """`words` as an id: small letters and digits, all else between them one hyphen.

    Accents go (NFKD), Cyrillic, Greek and some Latin letters are spelled in ASCII by a table; letters
    of other scripts stay as they are.

    >>> slug("Türkiye İhtilalci Komünistler Birliği")
    'turkiye-ihtilalci-komunistler-birligi'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", words).casefold())
    spelled = "".join(c for c in plain if not unicodedata.combining(c)).translate(_TRANSLITERATION)
    return "-".join(re.findall(r"[^\W_]+", spelled))
