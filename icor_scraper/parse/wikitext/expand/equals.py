"""The equals signs of headings, which what calls and comments show next to them does not count among.

The preprocessor finds headings before anything is expanded, see scan/heading_lines.py.
"""

from __future__ import annotations

from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.scan.heading_lines import begun_heading, heading_level, heading_start, level_of_rest


def ends_with_equals(text: str, pieces: list[Piece], resume: int) -> bool:
    """Whether `pieces` end with equals signs of a heading, as before the comment of `== a =<!-- c -->=`.

    Equals signs follow as well, at `resume`: only those on one side of what shows nothing make the heading's level.
    """
    shown, origin, end = pieces[-1] if pieces else ("", 0, 0)
    if end >= 0 or not shown.endswith("="):
        return False
    return heading_level(text, heading_start(text, origin + len(shown)), resume) > 0


def part_from_begin(text: str, pieces: list[Piece], resume: int) -> None:
    """Part the equals signs that begin a heading, which `pieces` end with, from what a call right after them shows.

    Its line goes on at `resume`. Only as many as end it are its level; those beyond are words of the heading.
    """
    shown, origin, end = pieces[-1] if pieces else ("", 0, 0)
    start, level = begun_heading(text, origin + len(shown), resume) if end < 0 else (0, 0)
    if level:
        place = start + level
        pieces[-1:] = [(shown[: place - origin], origin, -1), (QUOTE, place, place)]
        if words := shown[place - origin :]:
            pieces.append((words, place, -1))


def part_from_open_comment(text: str, pieces: list[Piece], comment: int, end: int) -> None:
    """Part the equals signs of a heading in whose line a comment begins that is never closed.

    As in `=== a ==<!-- b =`: those that end the comment make its level.
    """
    start = heading_start(text, comment)
    level = level_of_rest(text, start, comment, end) if text.find("-->", comment + len("<!--"), end) < 0 else 0
    for index in range(len(pieces) - 1, -1 if level else len(pieces), -1):
        shown, origin, traced = pieces[index]
        if traced < 0 and origin <= start:
            cut = start + level - origin
            pieces[index : index + 1] = [
                (shown[:cut], origin, -1),
                (QUOTE, start + level, start + level),
                (shown[cut:], start + level, -1),
            ]
            break


def part_from_end(text: str, pieces: list[Piece], start: int, end: int) -> None:
    """Part the equals signs that end a heading from those that the call `text[start:end]` shows before them.

    As in `== A {{=}}=`, of which `pieces` end with the call's.
    """
    if heading_level(text, heading_start(text, start), end):
        pieces.append((QUOTE, end, end))
