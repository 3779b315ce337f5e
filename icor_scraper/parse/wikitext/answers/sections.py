"""Sections as records: the tree of headings over the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from icor_scraper.errors import ParseError
from icor_scraper.models import Section, Span, make_spans, maker
from icor_scraper.parse.wikitext.answers.content import SectionStretch
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.headings.finder import (
    HEADING_END,
    RAW_HEADING,
    Anchors,
    HeadingNode,
    find_headings,
    next_headings,
    number_headings,
    parent_headings,
    shown_part,
)
from icor_scraper.parse.wikitext.headings.words import Headlines, is_odd
from icor_scraper.parse.wikitext.links.urls import BRACKETED_URL
from icor_scraper.parse.wikitext.marks import ListTag, Mark, ReferenceTag
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.tables.lines import TableEvent, TableMark, table_marks
from icor_scraper.parse.wikitext.tags import replace_forbidden
from icor_scraper.parse.wikitext.text.held import BRACKET

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument


_HEADLINE_SIGN = re.compile(r"[<&\t\n\x01\x85\xa0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000]|-\{").search
"""What makes an anchor differ from the plain text: tags, marks, characters that count as space in text only, and words
for the variants of a language, which are chosen for the text alone."""
_UNLABELLED = re.compile(rf"\[{BRACKETED_URL}[ ]*+\]").search
_CELLS = (TableEvent.DATA, TableEvent.HEADER, TableEvent.CAPTION)
_BLANKS = " \t"
MAX_HEADINGS = 150_000
"""Headings of one page: a hundred times as many as the most of Wikipedia."""

make_section = maker(Section)


def headings_of(document: WikitextDocument) -> list[HeadingNode]:
    """The page's headings, in order. Raises ParseError where there are more than MAX_HEADINGS."""
    page = document.expansion.page
    found = find_headings(document.expansion.text, page.start, page.end, document.expansion.tables[0].attributes)
    if len(found) > MAX_HEADINGS:
        raise ParseError(f"expected a page of at most {MAX_HEADINGS} headings, found {len(found)}")
    return _outside_links(document.expansion, found)


def _outside_links(expansion: Expansion, headings: list[HeadingNode]) -> list[HeadingNode]:
    """The headings outside of links, whose words MediaWiki holds back when it looks for headings, and outside of what
    images do not show."""
    links = expansion.links
    kept = []
    position = expansion.page.start  # where the last heading or link ended
    for heading in headings:
        start = heading.start
        if start < position:
            continue
        position = links.links.end_around(start) or links.unshown_end(start)
        if not position:
            position = heading.end
            kept.append(heading)
    del kept[_first_without_end(expansion, kept) :]
    return kept


def _first_without_end(expansion: Expansion, headings: list[HeadingNode]) -> int:
    """From which one on the page's headings have no end: it stands in the words of a link, and so is held back too."""
    links, read_from = expansion.links.links, expansion.page.end
    for index in range(len(headings) - 1, -1, -1):
        end = links.end_around(headings[index].content[1])
        if not end or RAW_HEADING.search(expansion.text, end, read_from):
            return index + 1
        read_from = end
    return 0


def build_sections(document: WikitextDocument) -> tuple[Section, ...]:
    """The lead and every section after it, in order."""
    headings = document.headings
    expansion = document.expansion
    contents = _contents(document)
    words = _words(expansion, headings, contents)
    texts = expansion.renderer.render_all(map(shown_part, words))
    levels = [heading.level for heading in headings]
    numbers = number_headings(levels)
    parents = parent_headings(levels)
    anchors = Anchors()
    size = len(document.given)
    spans = document.heading_spans
    starts = [*(span.start for span in spans), size]
    followings = next_headings(levels)
    bodies = _body_texts(document)
    stops = [size if following is None else starts[following] for following in followings]
    wholes = make_spans(zip(starts, stops, strict=False))  # the last start is the page's end
    own = make_spans(zip([span.end for span in spans], starts[1:], strict=True))
    sections = [_lead(document, Span(0, starts[0]), bodies[0])]
    for index, (heading, parent, span, body) in enumerate(zip(headings, parents, wholes, own, strict=True)):
        shown = texts[index] if words[index] is contents[index] else None
        sections.append(
            make_section(
                index=index + 1,
                level=heading.level,
                number=numbers[index],
                heading=texts[index],
                anchor=anchors.add(_anchor_text(document, contents[index], heading.content, shown)),
                path=((*sections[parent + 1].path, texts[index]) if parent is not None else (texts[index],)),
                parent=None if parent is None else parent + 1,
                span=span,
                body_span=body,
                _content=SectionStretch(document, span, Span(span.start, body.end), bodies[index + 1]),
            )
        )
    return tuple(sections)


def _lead(document: WikitextDocument, span: Span, texts: tuple[tuple[int, int], ...]) -> Section:
    return Section(
        index=0,
        level=0,
        number="",
        heading="",
        anchor="",
        path=(),
        parent=None,
        span=span,
        body_span=span,
        _content=SectionStretch(document, span, span, texts),
    )


def _contents(document: WikitextDocument) -> list[str]:
    """The source of each heading, without the marks of a table that stands in a raw one."""
    text, page = document.expansion.text, document.expansion.page
    contents = [text[start:end] for _, _, _, (start, end) in document.headings]
    if not any("\n" in content for content in contents):
        return contents
    contents = [_stretch(text, *heading.content) for heading in document.headings]
    if "{|" in text:
        marks = table_marks(text, page.start, page.end)
        starts = [mark[0] for mark in marks]
        for number, heading in enumerate(document.headings):
            if "\n" in contents[number]:
                start, stop = heading.content
                inside = marks[bisect_left(starts, start) : bisect_left(starts, stop)]
                contents[number] = _without_marks(text, start, stop, inside) if inside else contents[number]
    return contents


def _stretch(text: str, start: int, end: int) -> str:
    """`text[start:end]` of a heading; its last line, which a raw tag ends, is none in it."""
    own = text[start:end]
    is_no_heading = "\n" in own and text.startswith("<", end) and own.rstrip(HEADING_END).endswith("=")
    return own + QUOTE if is_no_heading else own


def _without_marks(text: str, start: int, stop: int, marks: Sequence[TableMark]) -> str:
    """`text[start:stop]` without marks of tables: a cell's line is trimmed, and each cell begins a line of its own."""
    parts: list[str] = []
    in_cell = is_first = False
    for mark_start, event, mark_end, _ in marks:
        parts.append(_cell_text(text[start:mark_start]) if in_cell else text[start:mark_start])
        in_cell = event in _CELLS
        if event is TableEvent.ROW or (in_cell and not is_first):
            parts.append("\n")
        is_first = event is TableEvent.ROW or event is TableEvent.OPEN
        start = max(start, mark_end)
    return "".join((*parts, _cell_text(text[start:stop]) if in_cell else text[start:stop]))


def _cell_text(text: str) -> str:
    line, line_end, rest = text.partition("\n")
    return f"{line.strip(_BLANKS)}{line_end}{rest}"


def _words(expansion: Expansion, headings: Sequence[HeadingNode], contents: list[str]) -> list[str]:
    """The source of what each heading shows."""
    text, page = expansion.text, expansion.page
    odd = [index for index, heading in enumerate(headings) if is_odd(text, heading)]
    if not odd:
        return contents
    headlines = Headlines(text, page.start, page.end, expansion.table_marks(page))
    words = contents.copy()
    for index in odd:
        parts = [_stretch(text, start, end) for start, end in headlines.of(headings[index]) if start < end]
        words[index] = "".join([part if part.startswith("\n") else f" {QUOTE}{part}" for part in parts])
    return words


def _numbered_links(document: WikitextDocument, start: int, end: int) -> str:
    """The heading at `start` with each `[url]` as the number that it shows."""
    expansion = document.expansion
    text, numbered, before = expansion.text, document.numbered_links, document.numbered_before
    parts: list[str] = []
    for index in range(bisect_left(numbered, (start, start)), bisect_left(numbered, (end, end))):
        link_start, link_end = numbered[index]
        parts += (text[start:link_start], f"{BRACKET}{before + index + 1}]")
        start = link_end
    return "".join((*parts, text[start:end]))


def _composed(text: str) -> str:
    """The text in the form NFC, as MediaWiki saves pages; characters that references stand for stay as they are."""
    return text if text.isascii() else normalize("NFC", text)


def _anchor_text(document: WikitextDocument, content: str, place: tuple[int, int], text: str | None) -> str:
    """The heading's text as an anchor is made of it: footnote marks and numbers of links stay in it.

    `text` is what the heading shows, or None where that is not all.
    """
    expansion = document.expansion
    if "[" in content and _UNLABELLED(content):
        content = _numbered_links(document, *place)
    elif text is not None and _HEADLINE_SIGN(content) is None:
        return _composed(text.strip(" _"))

    def label(mark: Mark) -> str:
        return document.reference_mark(mark) if isinstance(mark, ReferenceTag | ListTag) else ""

    return expansion.renderer.render_headline(replace_forbidden(_composed(content)), label)


def _body_texts(document: WikitextDocument) -> list[tuple[tuple[int, int], ...]]:
    """For the lead and each heading, the stretches of its own body outside tables."""
    headings = document.headings
    expansion = document.expansion
    outside = expansion.tables[0].outside
    ends = [end for _, end in outside]
    starts = [expansion.page.start, *(heading.end for heading in headings)]
    stops = [*(heading.start for heading in headings), expansion.page.end]
    bodies = []
    for start, stop in zip(starts, stops, strict=True):
        stretches = []
        for index in range(bisect_left(ends, start), len(outside)):
            a, b = outside[index]
            if a >= stop:
                break
            first, last = max(a, start), min(b, stop)
            if first < last:
                stretches.append((first, last))
        bodies.append(tuple(stretches))
    return bodies
