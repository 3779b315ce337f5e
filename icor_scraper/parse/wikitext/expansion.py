"""The expanded text of a page as one string, with the tables and links in it; origins.py leads back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from icor_scraper.parse.wikitext.expand.expander import Expander
from icor_scraper.parse.wikitext.expand.renderers import Renderer
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.links.ends import link_dividers, links_over_marks, text_for_links, unshown_parts
from icor_scraper.parse.wikitext.links.finder import find_links
from icor_scraper.parse.wikitext.links.nodes import FoundLinks
from icor_scraper.parse.wikitext.marks import MARK_PATTERN, SEPARATOR, Fragment, FragmentKind, ListTag, Mark
from icor_scraper.parse.wikitext.names.subpages import subpage_base
from icor_scraper.parse.wikitext.origins import Origins
from icor_scraper.parse.wikitext.pieces import Piece
from icor_scraper.parse.wikitext.placed import end_around, merged
from icor_scraper.parse.wikitext.quotes import QUOTE, held_quotes
from icor_scraper.parse.wikitext.scan.source import Source
from icor_scraper.parse.wikitext.tables.lines import TableMark, table_marks, table_openings
from icor_scraper.parse.wikitext.tables.tree import (
    MAX_TABLES,
    RAW_TABLE_TAG,
    TableTree,
    merge_marks,
    raw_marks,
    too_many_tables,
)
from icor_scraper.parse.wikitext.tags import HTML_TAGS
from icor_scraper.parse.wikitext.text.held import MARKS_OF_LINES
from icor_scraper.parse.wikitext.text.hidden import HIDING, hidden_elements
from icor_scraper.parse.wikitext.text.render import TextRenderer, poem_lines
from icor_scraper.parse.wikitext.text.switches import switch_of, without_switches

# As plain names, since an enum's attributes are slow to look up.
_INLINE, _CAPTION = FragmentKind.INLINE, FragmentKind.CAPTION
_EMPTY_PAGE: list[Piece] = [("", 0, -1)]
_BROKEN_TAG = re.compile(rf"<(?=[^<>\n]*\n[^<>]*>)/?(?i:{'|'.join(sorted(HTML_TAGS))})(?=\s)[^<>]*>")
_LABEL_QUOTES = re.compile(r"\[\[[^\[\]']*+(?:'(?!')[^\[\]']*+)*+''").search


def _hold_quotes(text: str) -> str:
    """The text with the apostrophes settled of each line that raw cells share: it is one line to MediaWiki."""
    if "'''" not in text or "<" not in text or RAW_TABLE_TAG.search(text) is None:
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "'''" in line and RAW_TABLE_TAG.search(line) and not _LABEL_QUOTES(line) and not HIDING.search(line):
            lines[number] = "||".join(map(held_quotes, line.split("||")))
    return "\n".join(lines)


class Expansion:
    """A page expanded: first the page itself, then its other fragments, each after a SEPARATOR."""

    def __init__(self, source: Source, renderer: Renderer, page: Page) -> None:
        expander = Expander(source, renderer, page)
        self.source = source
        self.language = page.language
        self.base = subpage_base(page.title, page.language)
        self.fragments: list[Fragment] = expander.run()
        self.marks: list[Mark] = expander.gathered.marks
        self.nodes = expander.nodes
        self.warnings = expander.gathered.warnings
        self.unclosed = expander.unclosed
        self.redirect = expander.redirect
        self._dividers: list[int] = []
        """Where cells are parted that a link or address may reach over (`link_dividers`); known with the tables."""
        self._read_alone: tuple[str, FoundLinks] | None = None
        """The text whose links were asked for last, as if it stood alone, and those."""
        self.text = _hold_quotes(self._join())
        if expander.gathered.lists:
            self._place_lists(expander.gathered.lists)
        self.renderer = TextRenderer(self.marks, page.language, self.base)
        for number, mark in enumerate(self.marks):
            if mark.fragment is not None and mark.fragment.kind is _INLINE:
                text = self.fragment_text(mark.fragment)
                self.renderer.fragment_texts[number] = poem_lines(
                    self.note_text(mark.fragment) if "{|" in text else text
                )

    def _place_lists(self, lists: Mapping[str, ListTag]) -> None:
        """Tell each list of references, by the number of its mark, how it stands in the text."""
        text = self.text
        written = set()
        line_start = position = 0
        for mark in MARK_PATTERN.finditer(text):
            number = mark[1]
            if number in lists:
                line_start = text.rfind("\n", position, mark.start()) + 1 or line_start
                position = mark.start()
                written.add(number)
                lists[number].item = line_start if text[line_start] in "*#:;" else -1
        for number, list_tag in lists.items():
            list_tag.is_shown &= number in written  # else a call has dropped it

    def _join(self) -> str:
        """The text of all fragments; tells each where it stands in it."""
        pieces: list[Piece] = []
        bounds: list[int] = []
        """Before which piece each fragment begins, and ends."""
        has_switches = switch_of(self.language).search(self.source.text) is not None
        for fragment in self.fragments:
            if bounds:
                place = fragment.source[0]
                pieces.append((SEPARATOR, place, place))
            bounds.append(len(pieces))
            if fragment.pieces:
                pieces += without_switches(fragment.pieces, self.language) if has_switches else fragment.pieces
            bounds.append(len(pieces))
            fragment.pieces = None  # they are in the lists now
        self.origins = Origins(pieces or _EMPTY_PAGE, self.source)
        text = self.origins.text
        starts = [*self.origins.starts, len(text)]
        for fragment, first, last in zip(self.fragments, bounds[::2], bounds[1::2], strict=True):
            fragment.start, fragment.end = starts[first], starts[last]
        if _BROKEN_TAG.search(text):  # white space in a tag is one kind of space, so a tag is never broken over lines
            text = _BROKEN_TAG.sub(lambda match: match[0].replace("\n", " "), text)
        return text

    def fragment_text(self, fragment: Fragment) -> str:
        return self.text[fragment.start : fragment.end]

    @property
    def page(self) -> Fragment:
        return self.fragments[0]

    @cached_property
    def links(self) -> FoundLinks:
        """Every wikilink and external link."""
        hidden = [stretch for tree in self._trees for stretch in tree.attributes]
        captions = [(part.start, part.end) for part in self.fragments if part.kind is _CAPTION]
        text = text_for_links(self.text, self._dividers)
        found = find_links(text, self.language, self.base, self._option_text, hidden=hidden, captions=captions)
        if endings := sorted(stretch for stretch in hidden if self.text.find("]]", *stretch) >= 0):
            found = found._replace(links=found.links.where(lambda _, end: not end_around(endings, end - 1)))
        if any(url.is_bare and "//" not in url.url for url in found.urls):
            return self._outside_attributes(found)
        return found

    def links_in(self, text: str) -> FoundLinks:
        """The links of a text of the expansion, as if it stood alone; of one text they may be asked again."""
        last = self._read_alone
        if last is None or last[0] != text:
            last = self._read_alone = text, find_links(text, self.language, self.base, self._option_text)
        return last[1]

    @property
    def has_parted_links(self) -> bool:
        """Whether a link or an address may reach over the `||` or `!!` between two cells; known with the tables."""
        return bool(self._dividers)

    def _outside_attributes(self, found: FoundLinks) -> FoundLinks:
        """What was found, without `mailto:` and the like in attributes of tables: `hidden` has those with slashes."""
        attributes = merged(mark[3] for mark in self._all_table_marks if mark[3])
        return found._replace(urls=[url for url in found.urls if not end_around(attributes, url.start)])

    def _option_text(self, text: str) -> str:
        """What an option of an image says: the brackets of a footnote's mark count, its number does not matter."""
        return self.renderer.render(
            MARK_PATTERN.sub(lambda mark: "[]" if self.marks[int(mark[1])].name == "ref" else mark[0], text)
        )

    def note_text(self, fragment: Fragment) -> str:
        """The text of a fragment without the tables in it."""
        outside = self._outside.get(fragment.start)
        if outside is None:
            return self.fragment_text(fragment)
        return "".join([self._own_line(start, end) for start, end in outside])

    def _own_line(self, start: int, end: int) -> str:
        """`text[start:end]`, of which what begins behind the end of a table begins no line."""
        text = self.text[start:end]
        return QUOTE + text if text.startswith(MARKS_OF_LINES) and self.text[start - 1 : start] == "}" else text

    @cached_property
    def _outside(self) -> dict[int, list[tuple[int, int]]]:
        """What stands outside of tables in each fragment that has any, by the fragment's start."""
        return {tree.start: tree.outside for tree in self.tables}

    def _fragments_at(self, places: list[int]) -> list[Fragment]:
        """The page, and the other fragments in which one of `places` lies."""
        starts = [fragment.start for fragment in self.fragments] if places else []
        found = sorted({0, *(bisect_right(starts, place) - 1 for place in places)})
        return [self.fragments[index] for index in found]

    def _first_line(self, fragment: Fragment) -> int:
        """Where the first whole line of a fragment begins: a note's text stands in a line of its list."""
        if fragment.kind is not FragmentKind.REFERENCE:
            return fragment.start
        return self.text.find("\n", fragment.start, fragment.end) + 1 or fragment.end

    @cached_property
    def tables(self) -> list[TableTree]:
        """The tables of the page, and of each other fragment that has any."""
        has_tables = any(tree.tables for tree in self._trees)
        if not has_tables or not (indices := links_over_marks(self.text, self.links.links)):
            return self._trees
        return self._build_trees(
            unshown_parts(self.text, self.links.links, indices, self._all_table_marks, self.language)
        )

    @cached_property
    def _trees(self) -> list[TableTree]:
        """The tables as they are before links are found."""
        return self._build_trees(())

    @cached_property
    def _fragments_with_tables(self) -> list[Fragment]:
        """The page, and each other fragment that may have a table."""
        places = [match.start() for match in table_openings(self.text)]
        fragments = self._fragments_at(places + self._raw_tags)
        return [part for part in fragments if part.kind is not FragmentKind.UNSEEN and part.kind is not _CAPTION]

    @cached_property
    def _raw_tags(self) -> list[int]:
        """Where the raw tags of tables begin."""
        return [match.start() for match in RAW_TABLE_TAG.finditer(self.text)]

    @property
    def has_raw_tags(self) -> bool:
        """Whether a raw tag of a table stands anywhere."""
        return bool(self._raw_tags)

    @cached_property
    def _all_table_marks(self) -> list[TableMark]:
        return [mark for fragment in self._fragments_with_tables for mark in self.table_marks(fragment)]

    def table_marks(self, fragment: Fragment) -> list[TableMark]:
        """The marks of the tables of one fragment, in order."""
        marks = table_marks(self.text, self._first_line(fragment), fragment.end)
        return merge_marks(marks, raw_marks(self.text, fragment.start, fragment.end)) if self._raw_tags else marks

    def _build_trees(self, gone: Sequence[tuple[int, int]]) -> list[TableTree]:
        """The tables of the text, without the marks in the stretches that links take away with them."""
        trees: list[TableTree] = []
        count = 0
        for fragment in self._fragments_with_tables:
            marks = self.table_marks(fragment)
            if not marks and trees:
                continue
            if gone:
                marks = [mark for mark in marks if not end_around(gone, mark[0])]
            else:
                self._dividers += link_dividers(self.text, marks)
            trees.append(TableTree(self.text, fragment.start, self.marks).build(marks, fragment.end))
            count += len(trees[-1].tables)
            if count > MAX_TABLES:
                raise too_many_tables()
        if hidden := hidden_elements(self.text, [stretch for tree in trees for stretch in tree.outside]):
            for tree in trees:
                tree.leave_out(hidden)
        return trees
