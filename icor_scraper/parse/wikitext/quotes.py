"""`''italic''` and `'''bold'''`: which apostrophes of a line are marks, and which are letters.

MediaWiki reads runs of apostrophes line by line (https://www.mediawiki.org/wiki/Help:Formatting): two
are italic, three bold, five both; of four one is a letter, of more than five all but five are. Where
both kinds are odd in number, one bold mark becomes an apostrophe and an italic mark: the first that
stands after a single letter, else the first after a longer word, else the first after a space.
"""

from __future__ import annotations

import re

QUOTE = "\x05"
"""Takes the place of a mark, so that no word or URL runs on over it."""

APOSTROPHE = "\x04"
"""Takes the place of an apostrophe that is no part of the line's marks."""

_RUNS = re.compile("''+")


def mark_quotes(line: str) -> str:
    """The line with each mark of italic or bold as QUOTE, and the apostrophes that are letters kept."""
    texts, _ = _runs(line)
    return QUOTE.join(texts)


def held_quotes(line: str) -> str:
    """The same, as long as it was: a QUOTE for each apostrophe of a mark."""
    texts, runs = _runs(line)
    texts = [_RUNS.sub(lambda match: APOSTROPHE * len(match[0]), text) for text in texts]
    return "".join([texts[0], *(QUOTE * run + text for run, text in zip(runs, texts[1:], strict=True))])


def tag_quotes(line: str) -> str:
    """The line with a tag in place of each mark, as many opened as closed: what stands between is in an element."""
    texts, runs = _runs(line)
    parts = [texts[0]]
    is_italic = is_bold = False
    for run, text in zip(runs, texts[1:], strict=True):
        parts.append(("</i>" if is_italic else "<i>") * (run != 3))
        parts.append(("</b>" if is_bold else "<b>") * (run != 2))
        is_italic ^= run != 3
        is_bold ^= run != 2
        parts.append(text)
    parts.append("</i>" * is_italic + "</b>" * is_bold)
    return "".join(parts)


def quote_marks(line: str) -> list[tuple[int, tuple[int, ...]]]:
    """Where each mark of a line stands, and what it begins or ends: 2 for italic, 3 for bold."""
    texts, runs = _runs(line)
    marks: list[tuple[int, tuple[int, ...]]] = []
    position = 0
    for text, run in zip(texts, runs, strict=False):  # the last text has no mark behind it
        position += len(text)
        marks.append((position, (2, 3) if run not in (2, 3) else (run,)))
        position += run
    return marks


def letters_of(run: int) -> int:
    """How many of so many apostrophes in a row are letters, which stand before the mark."""
    return 1 if run == 4 else max(run - 5, 0)


def _runs(line: str) -> tuple[list[str], list[int]]:
    """(the texts around the marks, how many apostrophes each mark has: 2, 3 or 5)."""
    texts = _RUNS.split(line)
    runs = [len(run) for run in _RUNS.findall(line)]
    for index, run in enumerate(runs):
        letters = letters_of(run)
        texts[index] += "'" * letters
        runs[index] = run - letters
    bold = sum(run in (3, 5) for run in runs)
    italic = sum(run in (2, 5) for run in runs)
    if bold % 2 and italic % 2:
        changed = _bold_to_italic(texts, runs)
        if changed is not None:
            texts[changed] += "'"
            runs[changed] = 2
    return texts, runs


def _bold_to_italic(texts: list[str], runs: list[int]) -> int | None:
    """Which bold mark gives one apostrophe back; None where all are of five."""
    after_letter = after_word = after_space = -1
    for index, run in enumerate(runs):
        if run != 3:
            continue
        before = texts[index]
        if before[-1:] == " ":
            if after_space < 0:
                after_space = index
        elif before[-2:-1] == " " and before[-1].isascii():
            after_letter = index
            break
        elif after_word < 0:
            after_word = index
    return next((index for index in (after_letter, after_word, after_space) if index >= 0), None)
