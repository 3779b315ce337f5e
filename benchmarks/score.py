"""How far a parser's facts of many articles agree with MediaWiki's: the rows of the table of agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, NamedTuple

from tests.agreement.facts import Facts, Grid, ListFact, TableFact, bare

SECTIONS: Final = "sections exact: level, number, line, anchor (articles)"
TABLES: Final = "grid and header flags exact (tables)"
TABLE_ARTICLES: Final = "texts of all tables right (articles that have any)"
CELLS: Final = "cells (F1)"
CAPTIONS: Final = "captions (of tables that have one)"
LISTS: Final = "reference lists exact: groups, order, uses (articles)"
TEXTS: Final = "reference texts (F1)"
LINKS: Final = "wikilinks (F1)"
URLS: Final = "external links (F1)"
WHOLE: Final = "all of the above (articles)"
ROWS: Final = (SECTIONS, TABLES, TABLE_ARTICLES, CELLS, CAPTIONS, LISTS, TEXTS, LINKS, URLS, WHOLE)


class Miss(NamedTuple):
    """One disagreement."""

    article: str
    what: str
    mediawiki: str
    found: str
    cause: str = ""
    """"" where nobody asked."""


@dataclass(slots=True)
class Tally:
    """Of so many things, so many right; for F1 also how many were told."""

    right: int = 0
    wanted: int = 0
    told: int = 0

    def add(self, right: int, wanted: int, told: int | None = None) -> None:
        self.right += right
        self.wanted += wanted
        self.told += wanted if told is None else told

    def add_bags(self, wanted: Counter[Hashable], told: Counter[Hashable]) -> None:
        self.add((wanted & told).total(), wanted.total(), told.total())

    @property
    def percent(self) -> float:
        """Twice what is right of what was wanted and what was told: for plain shares just the share."""
        return 200 * self.right / (self.wanted + self.told) if self.wanted + self.told else 100.0


@dataclass(slots=True)
class Score:
    """The tally of each row, and what was missed. White space does not count: browsers add it between blocks."""

    has_anchors: bool = True
    """Whether numbers and anchors of sections are told, and compared."""
    tallies: dict[str, Tally] = field(default_factory=lambda: {row: Tally() for row in ROWS})
    misses: list[Miss] = field(default_factory=list)

    def add(self, article: str, wanted: Facts, found: Facts) -> list[Miss]:
        """Compare the facts of one article; what was missed in it."""
        known = len(self.misses)
        verdicts = [
            self._sections(article, wanted, found),
            self._tables(article, wanted.tables, found.tables),
            self._lists(article, wanted.lists, found.lists),
            self._set(article, LINKS, wanted.links, found.links),
            self._set(article, URLS, wanted.external, found.external),
        ]
        self.tallies[WHOLE].add(all(verdicts), 1)
        return self.misses[known:]

    def _miss(self, article: str, what: str, wanted: object, found: object) -> None:
        self.misses.append(Miss(article, what, str(wanted)[:500], str(found)[:500]))

    def _sections(self, article: str, wanted: Facts, found: Facts) -> bool:
        lists = [
            [
                (fact.level, bare(fact.line), *((fact.number, fact.anchor) if self.has_anchors else ()))
                for fact in facts.sections
            ]
            for facts in (wanted, found)
        ]
        is_right = lists[0] == lists[1]
        self.tallies[SECTIONS].add(is_right, 1)
        if not is_right:
            first = next(pair for pair in zip_longest(*lists) if pair[0] != pair[1])
            self._miss(article, SECTIONS, *first)
        return is_right

    def _tables(self, article: str, wanted: tuple[TableFact, ...], found: tuple[TableFact, ...]) -> bool:
        grids = [Counter(_bare_grid(table.grid) for table in tables) for tables in (wanted, found)]
        right = (grids[0] & grids[1]).total()
        self.tallies[TABLES].add(right, len(wanted))
        if grids[0] != grids[1]:
            counts = [(grids[0] - grids[1]).total(), (grids[1] - grids[0]).total()]
            self._miss(article, TABLES, *(f"{count} tables that the other has not" for count in counts))
        captions = [Counter(bare(t.caption) for t in tables if t.caption) for tables in (wanted, found)]
        self.tallies[CAPTIONS].add((captions[0] & captions[1]).total(), captions[0].total())
        if captions[0] != captions[1]:
            self._miss(article, CAPTIONS, list(captions[0] - captions[1])[:3], list(captions[1] - captions[0])[:3])
        if wanted:
            texts = [Counter(_bare_texts(table.grid) for table in tables) for tables in (wanted, found)]
            self.tallies[TABLE_ARTICLES].add(texts[0] == texts[1], 1)
        self._cells(article, wanted, found)
        return right == len(wanted) == len(found) and captions[0] == captions[1]

    def _cells(self, article: str, wanted: tuple[TableFact, ...], found: tuple[TableFact, ...]) -> None:
        """Equal tables first, then each other one against the most alike of those left."""
        left = [_cell_bag(table.grid) for table in found]
        unpaired = []
        for table in wanted:
            bag = _cell_bag(table.grid)
            if bag in left:
                left.remove(bag)
                self.tallies[CELLS].add_bags(bag, bag)
            else:
                unpaired.append(bag)
        for bag in unpaired:
            twin = max(left, key=lambda other: (bag & other).total(), default=Counter[Hashable]())
            if twin in left:
                left.remove(twin)
            self.tallies[CELLS].add_bags(bag, twin)
            self._miss(article, CELLS, sorted(map(str, bag - twin))[:3], sorted(map(str, twin - bag))[:3])
        for bag in left:
            self.tallies[CELLS].add_bags(Counter(), bag)
            self._miss(article, CELLS, "no such table", sorted(map(str, bag))[:3])

    def _lists(self, article: str, wanted: tuple[ListFact, ...], found: tuple[ListFact, ...]) -> bool:
        uses = [
            sorted((fact.group.lower(), [note.uses for note in fact.notes]) for fact in lists)
            for lists in (wanted, found)
        ]
        self.tallies[LISTS].add(uses[0] == uses[1], 1)
        texts = [
            Counter[Hashable](bare(note.text) for fact in lists for note in fact.notes if note.text)
            for lists in (wanted, found)
        ]
        self.tallies[TEXTS].add_bags(*texts)
        if uses[0] != uses[1]:
            self._miss(
                article, LISTS, [(g, len(n), sum(n)) for g, n in uses[0]], [(g, len(n), sum(n)) for g, n in uses[1]]
            )
        if texts[0] != texts[1]:
            self._miss(article, TEXTS, list(texts[0] - texts[1])[:3], list(texts[1] - texts[0])[:3])
        return uses[0] == uses[1] and texts[0] == texts[1]

    def _set(self, article: str, row: str, wanted: Iterable[str], found: Iterable[str]) -> bool:
        sets = set(wanted), set(found)
        self.tallies[row].add(len(sets[0] & sets[1]), len(sets[0]), len(sets[1]))
        if sets[0] != sets[1]:
            self._miss(article, row, sorted(sets[0] - sets[1])[:5], sorted(sets[1] - sets[0])[:5])
        return sets[0] == sets[1]


def _bare_grid(grid: Grid) -> tuple[tuple[tuple[str, bool] | None, ...], ...]:
    return tuple(
        tuple((bare(cell.text), cell.is_header) if cell and (cell.text or cell.is_header) else None for cell in row)
        for row in grid
    )


def _bare_texts(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """What a parser can tell that knows no headers or captions."""
    return tuple(tuple(bare(cell.text) if cell else "" for cell in row) for row in grid)


def _cell_bag(grid: Grid) -> Counter[Hashable]:
    return Counter((y, x, bare(cell.text) if cell else "") for y, row in enumerate(grid) for x, cell in enumerate(row))
