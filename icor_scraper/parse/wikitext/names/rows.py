"""How tables of words in many languages are written down: by language a row, `key word,word|key word`."""

from __future__ import annotations


def read_row(row: str) -> list[tuple[str, list[str]]]:
    """Each key of a row with its words; none of an empty row."""
    columns = [column.partition(" ") for column in row.split("|")] if row else []
    return [(key, words.split(",")) for key, _, words in columns]
