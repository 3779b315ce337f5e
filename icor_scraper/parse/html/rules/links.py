"""Links, pictures and categories."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from icor_scraper.parse.html.addresses import title_of
from icor_scraper.parse.html.page import CategoryNode, LinkNode
from icor_scraper.parse.html.roles import is_file_link, is_numbered, shows_missing_template
from icor_scraper.parse.html.rules.blocks import aside
from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.text import plain_text
from icor_scraper.parse.html.walk import Walk


def link(walk: Walk, element: Element) -> Iterator[None]:
    """`<a>`: a link or the frame of a picture. Before a note's text it leads back to a mark, and is none."""
    attributes = element.attributes
    place = walk.place
    if place.note and place.note.text is None and "#cite_ref" in attributes.get("href", ""):
        yield from aside(walk, element)
        return
    index = len(walk.page.links)
    node = LinkNode(attributes, "", len(walk.page.headings))
    walk.page.links.append(node)
    if is_file_link(attributes):
        node.file = attributes.get("href")
    words = place.words
    if node.file is not None or is_numbered(attributes):
        words = []
        walk.place = place._replace(words=words)
    start = len(words)
    yield
    walk.place = place
    if len(walk.page.links) > index + 1 and any(inner.file for inner in walk.page.links[index + 1 :]):
        del walk.page.links[index]  # the picture itself tells which file it shows
    elif node.file is None:
        node.text = plain_text(words[start:])
        if shows_missing_template(attributes, node.text):
            del words[start:]


def file(walk: Walk, element: Element) -> Iterator[None]:
    """`<img resource="./File:Name">`: Parsoid's picture."""
    place = walk.place
    walk.page.links.append(
        LinkNode(element.attributes, "", len(walk.page.headings), file=element.attributes["resource"])
    )
    walk.place = place._replace(words=[])
    yield
    walk.place = place


def category(walk: Walk, element: Element) -> Iterator[None]:
    """`<link href="./Category:Name#sort%20key">`."""
    path, _, sort_key = element.attributes.get("href", "").partition("#")
    name = title_of(path).partition(":")[2]
    walk.page.categories.append(CategoryNode(name, unquote(sort_key) if sort_key else None))
    yield


def category_links(walk: Walk, element: Element) -> Iterator[None]:
    """The skin's links to categories: those that Parsoid has not told already are categories, and none is a link."""
    place, links = walk.place, walk.page.links
    start = len(links)
    walk.place = place._replace(words=[])
    yield
    walk.place = place
    walk.shown_categories += [link.text for link in links[start:]]
    del links[start:]
