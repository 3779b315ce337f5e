"""Sections from the headings, numbered as a table of contents numbers them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from icor_scraper.models import Section
from icor_scraper.parse.html.content import HtmlContent
from icor_scraper.parse.html.page import HeadingNode, Page, Stretch
from icor_scraper.parse.html.text import plain_text

if TYPE_CHECKING:
    from icor_scraper.parse.html.document import HtmlDocument


def build_sections(document: HtmlDocument) -> tuple[Section, ...]:
    """The lead and the section of each heading."""
    page = document.page
    lead = HeadingNode(level=0)
    headings = [lead, *page.headings]
    sections: list[Section] = []
    enclosing: list[Section] = []
    for heading, number, body in zip(headings, _numbers(headings), _bodies(page), strict=True):
        while enclosing and enclosing[-1].level >= heading.level:
            enclosing.pop()
        path = tuple(section.heading for section in enclosing)
        section = Section(
            index=len(sections),
            level=heading.level,
            number=number,
            heading=heading.text,
            anchor=heading.anchor,
            path=(*path, heading.text) if heading is not lead else (),
            parent=enclosing[-1].index if enclosing else None,
            span=None,
            body_span=None,
            _content=HtmlContent(document, body),
        )
        sections.append(section)
        if heading is not lead:
            enclosing.append(section)
    return tuple(sections)


def toc_numbers(levels: Iterable[int]) -> list[str]:
    """The numbers of headings of these levels: a level that is left out takes no number of its own.

    A heading goes one step deeper than the heading before it, if its level is greater, however much;
    else back to the shallowest step whose outer steps have lesser levels.
    """
    numbers = []
    steps: list[int] = []
    counts: list[int] = []
    for level in levels:
        if not steps or level > steps[-1]:
            steps.append(level)
            counts.append(0)
        while len(steps) > 1 and steps[-2] >= level:
            steps.pop()
            counts.pop()
        steps[-1] = level
        counts[-1] += 1
        numbers.append(".".join(map(str, counts)))
    return numbers


def _numbers(headings: list[HeadingNode]) -> list[str]:
    return ["", *toc_numbers(heading.level for heading in headings[1:])]


def _bodies(page: Page) -> Iterator[Stretch]:
    """The words of each section, and which finds of the page are in it."""
    bounds = [0, *(heading.body_start for heading in page.headings), len(page.body)]
    kinds = ([node.section for node in nodes] for nodes in (page.links, page.marks, page.tables))
    parts = zip(*(_parts(sections, len(bounds) - 1) for sections in kinds), strict=True)
    for (start, stop), (links, marks, tables) in zip(pairwise(bounds), parts, strict=True):
        text = plain_text(page.body[start:stop])
        yield Stretch(text=text, links=links, marks=marks, tables=tables)


def _parts(sections: list[int], count: int) -> list[slice]:
    """Of finds in order, which are in each of the sections; each find tells its section."""
    starts = [bisect_left(sections, index) for index in range(count + 1)]
    return [slice(start, stop) for start, stop in pairwise(starts)]
