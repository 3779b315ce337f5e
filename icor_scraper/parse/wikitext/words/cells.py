"""Templates that make a table's marks, as {{!!}}, or a cell: attributes, a pipe, and a word.

https://en.wikipedia.org/wiki/Help:Table_cell_templates. They expand to `class="table-yes" | Yes`, as on
the wiki, so that the rule for attributes of cells takes the colours away.
"""

from __future__ import annotations

from typing import Final

from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, first_of, fixed, link, nothing

_WORDS: Final = {
    "yes": "Yes",
    "no": "No",
    "n/a": "—",
    "N/A": "N/A",
    "na": "N/A",
    "maybe": "Maybe",
    "partial": "Partial",
    "some": "Some",
    "any": "Any",
    "dunno": "?",
    "unknown": "Unknown",
    "varies": "Varies",
    "optional": "Optional",
    "included": "Included",
    "required": "Required",
    "rarely": "Rarely",
    "sometimes": "Sometimes",
    "usually": "Usually",
    "always": "Always",
    "never": "Never",
    "free": "Free",
    "proprietary": "Proprietary",
    "nightly": "Nightly",
    "beta": "Beta",
    "planned": "Planned",
    "scheduled": "Scheduled",
    "pending": "Pending",
    "active": "Active",
    "inactive": "Inactive",
    "won": "Won",
    "nom": "Nominated",
    "nominated": "Nominated",
    "sho": "Shortlisted",
    "longlisted": "Longlisted",
    "draw": "Draw",
    "drawn": "Draw",
    "success": "Success",
    "failure": "Failure",
    "cancelled": "Cancelled",
    "canceled": "Canceled",
    "tba": "TBA",
    "tbd": "TBD",
    "unofficial": "Unofficial",
    "regional": "Regional",
}
"""Name: the word shown where the call gives none. The case of letters counts where two names differ in it."""


def _cell(word: str) -> Rule:
    def rule(args: Arguments) -> str:
        given = args.get("1")
        return f'class="table-cell" | {word if given is None else given}'

    return rule


def party_cells(args: Arguments) -> str | None:
    """`{{Full party name with color|X|rowspan=n}}`: a cell with the party's colour, a cell with its link."""
    party = first_of(args, "1")
    if not party:
        return None
    rows = first_of(args, "rowspan")
    span = f'rowspan="{rows}" ' if rows.isascii() and rows.isdigit() else ""
    return f'{span}style="width: 2px" |\n| {span}| {link(party, party.partition(" (")[0])}'


CELL_RULES: Final[dict[str, Rule]] = {name: _cell(word) for name, word in _WORDS.items()} | {
    "!!": fixed("||"),
    "!+": fixed("|+"),
    "!-": fixed("|-"),
    "(!": fixed("{|"),
    "!)": fixed("|}"),
    "party color": nothing,
    "party colour": nothing,
    "party color cell": lambda args: 'class="table-cell" | ',
    "party colour cell": lambda args: 'class="table-cell" | ',
    "full party name with color": party_cells,
    "full party name with colour": party_cells,
}
