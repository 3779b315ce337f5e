"""One walk over the HTML, in document order: where it is, and what it has found.

Each element has a rule (see `rules`), a generator: what stands before its `yield` is done where the element opens, what
stands after it where the element closes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from icor_scraper.parse.html.form import Form
from icor_scraper.parse.html.page import CategoryNode, Page, Stretch, TableNode
from icor_scraper.parse.html.place import OpenHeading, Place
from icor_scraper.parse.html.roles import Role
from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.text import plain_text


class Walk:
    """The reader of what `strain` tells."""

    def __init__(self, form: Form, rules: Mapping[Role, Rule]) -> None:
        self.form = form
        self.page = Page()
        self.place = Place(self.page.body)
        self.heading: OpenHeading | None = None
        """The innermost heading that is open."""
        self.shown_categories: list[str] = []
        """Names of the categories that the skin shows."""
        self._rules = rules
        self._open: list[Iterator[None]] = []
        """The rule of each open element."""

    def start(self, element: Element) -> None:
        rule = self._rules[element.role](self, element)
        next(rule)
        self._open.append(rule)

    def end(self) -> None:
        next(self._open.pop(), None)

    def words(self, words: str) -> None:
        self.place.words.append(words)

    def add_shown_categories(self) -> None:
        """Add to the page the categories of the skin that Parsoid did not tell, with the sort key, before."""
        known = {category.name for category in self.page.categories}
        self.page.categories += [
            CategoryNode(name) for name in dict.fromkeys(self.shown_categories) if name not in known
        ]

    def table(self) -> TableNode | None:
        """The innermost table, unless what stands in it here is hidden."""
        place = self.place
        return None if place.table is None or place.is_hidden else self.page.tables[place.table]

    def inside(self, stretch: Stretch) -> Iterator[None]:
        """Fill `stretch` with what is found up to its end."""
        page, place = self.page, self.place
        links, marks, tables = len(page.links), len(page.marks), len(page.tables)
        words: list[str] = []
        self.place = Place(words, place.table, place.mark, place.notes, place.note, place.is_hidden, place.is_apart)
        yield
        self.place = place
        stretch.text = plain_text(words)
        if len(page.links) > links:
            stretch.links = slice(links, len(page.links))
        if len(page.marks) > marks:
            stretch.marks = slice(marks, len(page.marks))
        if len(page.tables) > tables:
            stretch.tables = slice(tables, len(page.tables))


Rule = Callable[[Walk, Element], Iterator[None]]
