"""Tables as records: grids of cells with text and spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from icor_scraper.errors import ParseError
from icor_scraper.models import Cell, Table, maker
from icor_scraper.parse.wikitext.answers.content import Stretch, TableStretch
from icor_scraper.parse.wikitext.answers.references import note_source
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.headings.finder import HEADING_END
from icor_scraper.parse.wikitext.links.ends import with_each, without_parted_links
from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, FragmentKind, ListTag
from icor_scraper.parse.wikitext.placed import merged
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.sanitizer import TABLE_ATTRIBUTES, sanitized
from icor_scraper.parse.wikitext.tables.grid import MAX_COLSPAN, MAX_ROWSPAN, Laid, lay_out, read_span
from icor_scraper.parse.wikitext.tables.lines import TableEvent
from icor_scraper.parse.wikitext.tables.nodes import CellNode, TableNode
from icor_scraper.parse.wikitext.tables.tree import (
    MAX_CELLS,
    RAW_TABLE_TAG,
    TableTree,
    too_many_cells,
)
from icor_scraper.parse.wikitext.tags import parse_attributes
from icor_scraper.parse.wikitext.text.held import MARKS_OF_LINES
from icor_scraper.parse.wikitext.text.hidden import HIDING, in_blocks
from icor_scraper.parse.wikitext.text.preformatted import open_pre, without_lists

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument

make_cell = maker(Cell)
_HEADER = TableEvent.HEADER  # as a plain name, since an enum's attributes are slow to look up
_TABLE_INDENT = re.compile(r"\n[ \t]++:++[ \t]*+\Z")


def build_tables(document: WikitextDocument) -> tuple[Table, ...]:
    """Every table of the page in the order in which they open in the source."""
    expansion = document.expansion
    nodes = _outside_images(expansion, [node for tree in _shown_trees(document) for node in tree.tables])
    if _is_bare_opening(expansion):
        return ()
    if len(expansion.tables) > 1:
        nodes.sort(key=lambda node: expansion.origins.span(node.start, node.start))
    cells = list(chain.from_iterable(map(_cells, nodes)))
    if len(cells) > MAX_CELLS:
        raise too_many_cells()
    _read_cells(expansion, _text_of_cells(document), cells, _lists_in(document, nodes))
    if open_cell := expansion.tables[0].open_cell:
        _add_automatic_list(document, open_cell)
    parents = _parents(expansion, nodes)
    return tuple(
        _table(document, node, index, parent) for index, (node, parent) in enumerate(zip(nodes, parents, strict=True))
    )


def _parents(expansion: Expansion, nodes: Sequence[TableNode]) -> list[int | None]:
    """For each table the index of the one in which it stands; one in a poem may stand in one around the poem."""
    index_of = {id(node): index for index, node in enumerate(nodes)}
    parents = [index_of[id(node.parent[0])] if node.parent else None for node in nodes]
    poems = [part for part in expansion.fragments if part.kind is FragmentKind.INLINE] if nodes else ()
    if poems:
        spans = expansion.origins.spans([(node.start, node.end) for node in nodes])
        starts = [poem.start for poem in poems]
        opened: list[int] = []
        for index, (node, span) in enumerate(zip(nodes, spans, strict=True)):
            while opened and spans[opened[-1]].end <= span.start:
                opened.pop()
            if opened and parents[index] is None:
                poem = bisect_right(starts, node.start) - 1
                parents[index] = opened[-1] if poem >= 0 and node.start < poems[poem].end else None
            opened.append(index)
    return parents


def _shown_trees(document: WikitextDocument) -> list[TableTree]:
    """The tables of the page and of its notes, without those in a reference that no list shows."""
    trees, notes = document.expansion.tables, document.notes
    if len(trees) == 1 or notes.are_all_shown():
        return trees
    shown = notes.shown()
    fragments = document.expansion.fragments
    unread = {part.start for part in fragments if part.kind is FragmentKind.REFERENCE and id(part) not in shown}
    return [tree for tree in trees if tree.start not in unread]


def _outside_images(expansion: Expansion, nodes: list[TableNode]) -> list[TableNode]:
    """The tables that do not stand where an image shows none of what its options hold, nor in such a table."""
    links = expansion.links
    if not links.unshown:
        return nodes
    kept: dict[int, TableNode] = {}
    for node in nodes:
        if not links.unshown_end(node.start) and (not node.parent or id(node.parent[0]) in kept):
            kept[id(node)] = node
    return [*kept.values()]


def _lists_in(document: WikitextDocument, nodes: Sequence[TableNode]) -> dict[str, str]:
    """The mark of each list of references that stands in a table, and the source of what it shows there."""
    expansion = document.expansion
    if not nodes or not any(type(mark) is ListTag for mark in expansion.marks):
        return {}
    spans = sorted(expansion.origins.spans([(node.start, node.end) for node in nodes if not node.parent]))
    starts = [span.start for span in spans]
    inside = {}
    for tag, notes in document.notes.printed:
        index = bisect_right(starts, expansion.source.span(tag.start, tag.end).start) - 1
        if index >= 0 and tag.start < spans[index].end:
            sources = [note_source(expansion, note.fragments(), with_rest=True) for note in notes]
            inside[id(tag)] = "".join([f"\n{QUOTE}{source}" for source in sources])
    numbered = enumerate(expansion.marks) if inside else ()
    return {f"{MARK}{number}{MARK}": inside[id(mark)] for number, mark in numbered if id(mark) in inside}


def _add_automatic_list(document: WikitextDocument, cell: CellNode) -> None:
    """Add the list that MediaWiki puts at the page's end to a cell that is still open there."""
    expansion = document.expansion
    sources = [note_source(expansion, note.fragments(), with_rest=True) for note in document.notes.automatic]
    cell.text = " ".join([cell.text, *expansion.renderer.render_all(sources)]).strip()


def _text_of_cells(document: WikitextDocument) -> str:
    """The expanded text, with QUOTE for the marks of each heading and labelled address that raw tags part."""
    expansion = document.expansion
    text = expansion.text
    if not expansion.has_raw_tags:
        return text
    marks: list[tuple[int, int]] = []
    for heading in document.headings:
        start, stop = heading.content
        if text[heading.start] == "=" and RAW_TABLE_TAG.search(text, start, stop):
            marks += ((heading.start, start), (stop, heading.end if text.startswith("=", stop) else stop))
    for url in expansion.links.urls:
        if url.label and RAW_TABLE_TAG.search(text, url.start, url.end):
            marks += ((url.start, text.find(url.label, url.start)), (url.end - 1, url.end))
    return with_each(text, merged(marks), QUOTE) if marks else text


def _read_cells(expansion: Expansion, text: str, cells: Sequence[CellNode], lists: Mapping[str, str]) -> None:
    """Give each cell its text, read from `text`, and its span, all in one go."""
    texts = [] if expansion.has_parted_links else _shown_texts(expansion, text, cells, lists)
    together = "".join(texts)
    # A link may begin in one cell and end in another: read them without.
    if expansion.has_parted_links or "[[" in together or "]]" in together:
        bounds = sorted({place for cell in cells for place in (cell.start, cell.end)})
        text = without_parted_links(text, expansion.links.links, bounds)
        texts = _shown_texts(expansion, text, cells, lists)
    spans = expansion.origins.contents([(cell.start, cell.end) for cell in cells])
    for cell, shown, span in zip(cells, texts, spans, strict=True):
        cell.text = shown
        cell.span = span


def _shown_texts(expansion: Expansion, text: str, cells: Sequence[CellNode], lists: Mapping[str, str]) -> list[str]:
    """What a reader sees of each cell of the expanded `text`."""
    if not cells:
        return []
    sources = [_own_text(text, cell) for cell in cells]
    start = open_pre(text)
    if start >= 0 or HIDING.search(text):
        sources = [
            _with_blocks(text, cell, source, in_pre=0 <= start <= cell.start)
            for cell, source in zip(cells, sources, strict=True)
        ]
    if lists:
        left = dict(lists)  # a call may have repeated the mark of a list: it is shown once
        sources = [MARK_PATTERN.sub(lambda mark: left.pop(mark[0], mark[0]), source) for source in sources]
    return expansion.renderer.render_all(sources)


def _with_blocks(text: str, cell: CellNode, source: str, *, in_pre: bool) -> str:
    """The source of a cell in a `<pre>`, or with hidden parts, as MediaWiki's block pass takes its lines."""
    if "\n" not in source:
        return source
    if in_pre:
        return without_lists(source)
    return in_blocks(source, ends_in_line=text.startswith("<", cell.end)) if HIDING.search(source) else source


def _is_bare_opening(expansion: Expansion) -> bool:
    """MediaWiki drops a table of which there is nothing but its `{|`, on a page that holds nothing else."""
    page = expansion.fragment_text(expansion.page).strip(" \t\x0b")
    if not page.startswith("{|") or "\n" in page:
        return False
    if MARK in page:
        marks = [expansion.marks[int(number)] for number in MARK_PATTERN.findall(page)]
        if not all(mark.name in ("nowiki", "pre") for mark in marks):
            return False
        texts = iter([mark.text if mark.name == "nowiki" else "" for mark in marks])
        page = MARK_PATTERN.sub(lambda _: next(texts), page)
    return not sanitized(parse_attributes(page[2:]), TABLE_ATTRIBUTES)


def _cells(node: TableNode) -> list[CellNode]:
    return [*node.captions, *(cell for rows in node.groups for row in rows for cell in row)]


def _own_text(text: str, cell: CellNode) -> str:
    segments = cell.segments
    if not segments:
        return ""
    if len(segments) == 1 and text[segments[0][1] : segments[0][1] + 1] not in ("<", "{"):
        own = text[segments[0][0] : segments[0][1]]
    else:
        own = "\n".join([_segment(text, *segment) for segment in segments])
    if "'''" in own and text[cell.start - 1] != ">":  # MediaWiki trims what stands behind a bar, and not behind a tag
        own = own.lstrip(" \t")
    return own


def _segment(text: str, start: int, end: int) -> str:
    """A stretch of a cell's text up to a tag or a nested table."""
    own = text[start:end]
    if own.startswith(MARKS_OF_LINES) and text[start - 1] != "\n":
        own = QUOTE + own  # it stands in a line that a nested table ends
    if text.startswith("<", end):  # its last line goes on, and is no heading
        return own + QUOTE if own.rstrip(HEADING_END).endswith("=") else own
    return _TABLE_INDENT.sub("\n", own)


def _table(document: WikitextDocument, node: TableNode, index: int, parent: int | None) -> Table:
    span = document.expansion.origins.span(node.start, node.end)
    section = document.section_at(span.start)
    try:
        grid = _grid(document, node)
    except ParseError as exc:
        line = document.given.count("\n", 0, span.start) + 1
        heading = document.answers.sections[section].heading or None
        raise ParseError(f"{exc} (line {line})", section=heading, line=line) from exc
    return Table(
        index=index,
        caption=" ".join(cell.text for cell in node.captions if cell.text) if node.captions else None,
        grid=grid,
        section=section,
        parent=parent,
        span=span,
        _content=TableStretch(document, span, node.attributes or ""),
    )


def _grid(document: WikitextDocument, node: TableNode) -> tuple[tuple[Cell | None, ...], ...]:
    groups = [[[(cell, *_spans(cell)) for cell in row] for row in rows] for rows in node.groups]
    wide: dict[int, Cell] = {}  # the cells that stand in more than one slot
    grid = []
    for y, line in enumerate(lay_out(groups)):
        row: list[Cell | None] = []
        for x, laid in enumerate(line):
            if laid is None:
                row.append(None)
            elif laid[1] == y and laid[2] == x:
                cell = _cell(document, laid)
                row.append(cell)
                if laid[3] > 1 or laid[4] > 1:
                    wide[id(laid)] = cell
            else:
                row.append(wide[id(laid)])
        grid.append(tuple(row))
    return tuple(grid)


def _spans(cell: CellNode) -> tuple[int, int]:
    """(rowspan, colspan) as the attributes give them; a rowspan of 0 lasts to the end of the group."""
    source = cell.attributes
    if not source or ("span" not in source and "span" not in source.lower()):
        return 1, 1
    attributes = parse_attributes(source)
    return (
        read_span(attributes.get("rowspan"), 0, MAX_ROWSPAN),
        read_span(attributes.get("colspan"), 1, MAX_COLSPAN),
    )


def _cell(document: WikitextDocument, laid: Laid[CellNode]) -> Cell:
    node, row, column, rowspan, colspan = laid
    return make_cell(
        row=row,
        column=column,
        rowspan=rowspan,
        colspan=colspan,
        is_header=node.event is _HEADER,
        text=node.text,
        span=node.span,
        _content=Stretch(document, node.span, node.attributes or ""),
    )
