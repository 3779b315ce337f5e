"""Headings, of every age."""

from __future__ import annotations

from collections.abc import Iterator

from icor_scraper.parse.html.page import HeadingNode
from icor_scraper.parse.html.place import OpenHeading
from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.text import plain_text
from icor_scraper.parse.html.walk import Walk


def heading(walk: Walk, element: Element) -> Iterator[None]:
    """`<h2>`: it begins a section; where it begins none, or stands in a cell or note, its words are text as well.

    One in a note or poem begins none, as in MediaWiki's own list of sections.
    """
    place, outer = walk.place, walk.heading
    heading = walk.heading = OpenHeading(HeadingNode(level=int(element.name[-1])))
    if "id" in element.attributes and not walk.form.has_headlines:
        _begin_section(walk, heading, element)
    walk.place = place._replace(words=heading.words)
    yield
    walk.place, walk.heading = place, outer
    if place.words is not walk.page.body or not heading.is_section:
        place.words.extend((" ", *heading.words, " "))
    heading.node.text = heading.node.text or plain_text(heading.words)
    heading.node.body_start = len(walk.page.body)


def headline(walk: Walk, element: Element) -> Iterator[None]:
    """The part of an older heading that has its anchor, which stands on the heading itself since 1.43."""
    heading = walk.heading
    if heading is None or heading.has_headline:
        yield
        return
    heading.has_headline = True
    _begin_section(walk, heading, element)
    start = len(heading.words)
    yield
    heading.node.text = plain_text(heading.words[start:])


def _begin_section(walk: Walk, heading: OpenHeading, element: Element) -> None:
    if walk.place.is_apart:
        return
    heading.node.anchor = element.attributes.get("id", "")
    if not heading.is_section:
        heading.is_section = True
        walk.page.headings.append(heading.node)
