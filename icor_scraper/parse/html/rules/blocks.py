"""Parts whose words count nowhere or apart."""

from __future__ import annotations

from collections.abc import Iterator

from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.text import plain_text
from icor_scraper.parse.html.walk import Walk

_CITE_ERROR = "mw-ext-cite-error"


def hidden(walk: Walk, element: Element) -> Iterator[None]:
    """What is not displayed: its words are lost."""
    place = walk.place
    walk.place = place._replace(words=[], is_hidden=True)
    yield
    walk.place = place


def aside(walk: Walk, element: Element) -> Iterator[None]:
    """A picture and the like: its words are lost, but tables in it count."""
    place = walk.place
    walk.place = place._replace(words=[])
    yield
    walk.place = place


def poem(walk: Walk, element: Element) -> Iterator[None]:
    """`<div class="poem">`: text in which headings make no sections."""
    place = walk.place
    place.words.append(" ")
    walk.place = place._replace(is_apart=True)
    yield
    walk.place = place
    place.words.append(" ")


def error(walk: Walk, element: Element) -> Iterator[None]:
    """A message of the wiki; one of Cite's takes the place of a note's text, or is a warning of the page."""
    place = walk.place
    words: list[str] = []
    walk.place = place._replace(words=words, is_hidden=True)
    yield
    walk.place = place
    if _CITE_ERROR not in element.attributes.get("class", ""):
        return
    if place.note:
        place.note.error = plain_text(words)
    else:
        walk.page.errors.append(plain_text(words))
