"""One walk over the HTML, in document order: a rule for each role, and a place that the words go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import unquote

from icor_scraper.parse.html.addresses import title_of
from icor_scraper.parse.html.form import Form
from icor_scraper.parse.html.page import (
    CategoryNode,
    CellNode,
    HeadingNode,
    LinkNode,
    MarkNode,
    NoteListNode,
    NoteNode,
    Page,
    Stretch,
    TableNode,
)
from icor_scraper.parse.html.place import OpenHeading, Place
from icor_scraper.parse.html.roles import Role, is_file_link, is_list_of_details, is_numbered, shows_missing_template
from icor_scraper.parse.html.strain import Element, strain
from icor_scraper.parse.html.text import plain_text

_CITE_ERROR = "mw-ext-cite-error"
_BACK_ARROWS = "^\u2191 "
"""What a note begins with, where nothing else parts its text from the links back to its marks."""


def read_page(html: str, form: Form) -> tuple[Page, bool]:
    """What `html` holds, and whether characters of it were replaced. Raises ParseError as `strain` does."""
    walk = _Walk(form)
    strained = strain(html, walk, form)
    if not strained.has_content:
        return read_page(html, form._replace(content=""))
    return walk.page, strained.is_repaired


class _Walk:
    """The rules. Each is a generator: up to its `yield` the element opens, after it, it closes."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.page = Page()
        self.place = Place(self.page.body)
        self._open: list[Iterator[None]] = []
        """The rule of each open element."""
        self._heading: OpenHeading | None = None
        """The innermost heading that is open."""

    def start(self, element: Element) -> None:
        rule = _RULES[element.role](self, element)
        next(rule)
        self._open.append(rule)

    def end(self) -> None:
        next(self._open.pop(), None)

    def words(self, words: str) -> None:
        self.place.words.append(words)

    def hidden(self, element: Element) -> Iterator[None]:
        place = self.place
        self.place = place._replace(words=[], is_hidden=True)
        yield
        self.place = place

    def aside(self, element: Element) -> Iterator[None]:
        place = self.place
        self.place = place._replace(words=[])
        yield
        self.place = place

    def poem(self, element: Element) -> Iterator[None]:
        place = self.place
        place.words.append(" ")
        self.place = place._replace(is_apart=True)
        yield
        self.place = place
        place.words.append(" ")

    def error(self, element: Element) -> Iterator[None]:
        place = self.place
        words: list[str] = []
        self.place = place._replace(words=words, is_hidden=True)
        yield
        self.place = place
        if _CITE_ERROR not in element.attributes.get("class", ""):
            return
        if place.note:
            place.note.error = plain_text(words)
        else:
            self.page.errors.append(plain_text(words))

    def heading(self, element: Element) -> Iterator[None]:
        """A heading, whose words are its block's where it is none of a section or stands inside a cell or note.

        One in a note or poem is none, as in MediaWiki's own list of sections.
        """
        place, outer = self.place, self._heading
        heading = self._heading = OpenHeading(HeadingNode(level=int(element.name[-1])))
        if "id" in element.attributes and not self.form.has_headlines:
            self._begin_section(heading, element)
        self.place = place._replace(words=heading.words)
        yield
        self.place, self._heading = place, outer
        if place.words is not self.page.body or not heading.is_section:
            place.words.extend((" ", *heading.words, " "))
        heading.node.text = heading.node.text or plain_text(heading.words)
        heading.node.body_start = len(self.page.body)

    def headline(self, element: Element) -> Iterator[None]:
        """The part of an older heading that has its anchor, which stands on the heading itself since 1.43."""
        heading = self._heading
        if heading is None or heading.has_headline:
            yield
            return
        heading.has_headline = True
        self._begin_section(heading, element)
        start = len(heading.words)
        yield
        heading.node.text = plain_text(heading.words[start:])

    def _begin_section(self, heading: OpenHeading, element: Element) -> None:
        if self.place.is_apart:
            return
        heading.node.anchor = element.attributes.get("id", "")
        if not heading.is_section:
            heading.is_section = True
            self.page.headings.append(heading.node)

    def table(self, element: Element) -> Iterator[None]:
        if self.place.is_hidden:
            yield
            return
        outer = self.place
        index = len(self.page.tables)
        node = TableNode(Stretch(element.attributes), section=len(self.page.headings), parent=outer.table)
        self.page.tables.append(node)
        self.place = outer._replace(table=index, mark=None)
        yield from self._inside(node.inside)
        self.place = outer
        node.groups += node.last_groups
        node.last_groups = []

    def caption(self, element: Element) -> Iterator[None]:
        table = self._table()
        if table is None:
            yield
            return
        stretch = Stretch()
        yield from self._inside(stretch)
        table.caption = stretch.text if table.caption is None else f"{table.caption} {stretch.text}".strip()

    def row_group(self, element: Element) -> Iterator[None]:
        table = self._table()
        if table is None:
            yield
            return
        table.open_group = []
        groups = table.last_groups if element.role is Role.LAST_ROW_GROUP else table.groups
        groups.append(table.open_group)
        yield
        table.open_group = None

    def row(self, element: Element) -> Iterator[None]:
        """A row. Parsoid writes rows without cells, too, which the legacy parser leaves out."""
        table = self._table()
        if table is None:
            yield
            return
        if table.open_group is None:
            table.open_group = []
            table.groups.append(table.open_group)
        row: list[CellNode] = []
        group = table.open_group
        group.append(row)
        yield
        if self.form.is_parsoid and not row and group[-1] is row:
            group.pop()

    def cell(self, element: Element) -> Iterator[None]:
        table = self._table()
        if table is None or not table.open_group:
            yield
            return
        cell = CellNode(element.attributes, is_header=element.name == "th")
        table.open_group[-1].append(cell)
        yield from self._inside(cell)

    def link(self, element: Element) -> Iterator[None]:
        attributes = element.attributes
        place = self.place
        if place.note and place.note.text is None and "#cite_ref" in attributes.get("href", ""):
            yield from self.aside(element)
            return
        index = len(self.page.links)
        node = LinkNode(attributes, "")
        self.page.links.append(node)
        if is_file_link(attributes):
            node.file = attributes.get("href")
        words = place.words
        if node.file is not None or is_numbered(attributes):
            words = []
            self.place = place._replace(words=words)
        start = len(words)
        yield
        self.place = place
        if len(self.page.links) > index + 1 and any(inner.file for inner in self.page.links[index + 1 :]):
            del self.page.links[index]  # the picture itself tells which file it shows
        elif node.file is None:
            node.text = plain_text(words[start:])
            if shows_missing_template(attributes, node.text):
                del words[start:]

    def note_link(self, element: Element) -> Iterator[None]:
        """The link in a mark; one outside is a mark too: a mark in a link's text is parted from its link."""
        if self.place.mark is None:
            yield from self.mark(element)
            return
        self.place.mark.note_id = _fragment(element)
        self.place.mark.group = element.attributes.get("data-mw-group")
        yield

    def file(self, element: Element) -> Iterator[None]:
        place = self.place
        self.page.links.append(LinkNode(element.attributes, "", file=element.attributes["resource"]))
        self.place = place._replace(words=[])
        yield
        self.place = place

    def category(self, element: Element) -> Iterator[None]:
        """`<link href="./Category:Name#sort%20key">`."""
        path, _, sort_key = element.attributes.get("href", "").partition("#")
        name = title_of(path).partition(":")[2]
        self.page.categories.append(CategoryNode(name, unquote(sort_key) if sort_key else None))
        yield

    def category_links(self, element: Element) -> Iterator[None]:
        place, links = self.place, self.page.links
        start = len(links)
        self.place = place._replace(words=[])
        yield
        self.place = place
        known = {category.name for category in self.page.categories}
        self.page.categories += [CategoryNode(link.text) for link in links[start:] if link.text not in known]
        del links[start:]

    def mark(self, element: Element) -> Iterator[None]:
        place = self.place
        words: list[str] = []
        attributes = element.attributes
        node = MarkNode(
            attributes,
            section=len(self.page.headings),
            note_id=_fragment(element),
            group=attributes.get("data-mw-group"),
        )
        self.page.marks.append(node)
        self.place = Place(words, place.table, node, place.notes, place.note, place.is_hidden, place.is_apart)
        yield
        self.place = place
        node.label = plain_text(words).strip("[] ")

    def note_list(self, element: Element) -> Iterator[None]:
        place = self.place
        notes: list[NoteNode] = []
        is_shown = place.table is not None or place.note is not None  # in the cell or note that it stands in
        if place.note and is_list_of_details(element.attributes):
            notes, is_shown = place.note.details, False
        else:
            self.page.note_lists.append(NoteListNode(element.attributes.get("data-mw-group"), notes))
        self.place = place._replace(words=[], notes=notes, note=None)
        yield
        self.place = place
        if is_shown:
            place.words.extend(f" {note.text.text} " for note in notes if note.text)

    def note(self, element: Element) -> Iterator[None]:
        """A note. Until 1.18 its text had no element of its own."""
        place = self.place
        if place.notes is None or place.note:
            place.words.append(" ")
            yield
            place.words.append(" ")
            return
        node = NoteNode(element.attributes.get("id", ""))
        place.notes.append(node)
        self.place = place._replace(note=node, is_apart=True)
        whole = Stretch()
        yield from self._inside(whole)
        self.place = place
        whole.text = whole.text.lstrip(_BACK_ARROWS)
        if node.text is None and whole.text:
            node.text = whole

    def note_text(self, element: Element) -> Iterator[None]:
        note = self.place.note
        if note is None or note.text is not None:
            yield
            return
        note.text = Stretch()
        yield from self._inside(note.text)

    def _table(self) -> TableNode | None:
        """The innermost table, unless what stands in it here is hidden."""
        place = self.place
        return None if place.table is None or place.is_hidden else self.page.tables[place.table]

    def _inside(self, stretch: Stretch) -> Iterator[None]:
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


def _fragment(link: Element) -> str:
    return unquote(link.attributes.get("href", "").partition("#")[2])


_RULES: dict[Role, Callable[[_Walk, Element], Iterator[None]]] = {
    Role.HIDDEN: _Walk.hidden,
    Role.ASIDE: _Walk.aside,
    Role.POEM: _Walk.poem,
    Role.ERROR: _Walk.error,
    Role.HEADING: _Walk.heading,
    Role.HEADLINE: _Walk.headline,
    Role.TABLE: _Walk.table,
    Role.CAPTION: _Walk.caption,
    Role.ROW_GROUP: _Walk.row_group,
    Role.LAST_ROW_GROUP: _Walk.row_group,
    Role.ROW: _Walk.row,
    Role.CELL: _Walk.cell,
    Role.LINK: _Walk.link,
    Role.NOTE_LINK: _Walk.note_link,
    Role.FILE: _Walk.file,
    Role.CATEGORY: _Walk.category,
    Role.CATEGORY_LINKS: _Walk.category_links,
    Role.MARK: _Walk.mark,
    Role.NOTE_LIST: _Walk.note_list,
    Role.NOTE: _Walk.note,
    Role.NOTE_TEXT: _Walk.note_text,
}
