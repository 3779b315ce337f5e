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


def with_comma(party_name: str) -> str:
    """The name with its abbreviation behind a comma, where it stands in brackets at the end.

    What stands in the last brackets is the abbreviation if it holds two capital letters in a row and begins
    as the name does:

    >>> with_comma("Communist Party of India (Marxist-Leninist) (CPI (ML))")
    'Communist Party of India (Marxist-Leninist), CPI (ML)'
    >>> with_comma("Partido Comunista (ML)")
    'Partido Comunista (ML)'
    """
    opening = _last_opening(party_name)
    name, inside = party_name[:opening].rstrip(), party_name[opening + 1 : -1].strip()
    if not name or split_abbreviation(name)[1] or not has_two_capitals(inside):
        return party_name
    is_of_name = slug(inside)[:1] == slug(name)[:1]
    return f"{name}, {inside}" if is_of_name and "," not in inside else party_name


def _last_opening(words: str) -> int:
    """Where the bracket opens that closes at the end of `words`; their length where none does."""
    depth = 0
    for place in range(len(words) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(words[place], 0)
        if depth == 0:
            return place if words[place] == "(" else len(words)
    return len(words)


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
