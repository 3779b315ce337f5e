"""Footnote marks and the notes that they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from icor_scraper.parse.html.page import MarkNode, NoteListNode, NoteNode, Stretch
from icor_scraper.parse.html.place import Place
from icor_scraper.parse.html.roles import is_list_of_details
from icor_scraper.parse.html.strain import Element
from icor_scraper.parse.html.text import plain_text
from icor_scraper.parse.html.walk import Walk

_BACK_ARROWS = "^\u2191 "
"""What a note begins with, where nothing else parts its text from the links back to its marks."""


def mark(walk: Walk, element: Element) -> Iterator[None]:
    """`<sup class="reference">`: its words are its label, and none of the text."""
    place = walk.place
    words: list[str] = []
    attributes = element.attributes
    node = MarkNode(
        attributes,
        section=len(walk.page.headings),
        note_id=_fragment(element),
        group=attributes.get("data-mw-group"),
    )
    walk.page.marks.append(node)
    walk.place = Place(words, place.table, node, place.notes, place.note, place.is_hidden, place.is_apart)
    yield
    walk.place = place
    node.label = plain_text(words).strip("[] ")


def note_link(walk: Walk, element: Element) -> Iterator[None]:
    """The link in a mark. One outside is a mark by itself: lxml parts a link from the mark that stands in its text."""
    if walk.place.mark is None:
        yield from mark(walk, element)
        return
    walk.place.mark.note_id = _fragment(element)
    walk.place.mark.group = element.attributes.get("data-mw-group")
    yield


def note_list(walk: Walk, element: Element) -> Iterator[None]:
    """`<ol class="references">`: in a cell or note its texts are words as well, elsewhere they are not."""
    place = walk.place
    notes: list[NoteNode] = []
    is_shown = place.table is not None or place.note is not None
    if place.note and is_list_of_details(element.attributes):
        notes, is_shown = place.note.details, False
    else:
        walk.page.note_lists.append(NoteListNode(element.attributes.get("data-mw-group"), notes))
    walk.place = place._replace(words=[], notes=notes, note=None)
    yield
    walk.place = place
    if is_shown:
        place.words.extend(f" {note.text.text}{note.beside} " for note in notes if note.text)


def note(walk: Walk, element: Element) -> Iterator[None]:
    """`<li id="cite_note-1">`; elsewhere than in a list of notes it is any `<li>`.

    Until 1.18 the text had no element of its own: then it is all that follows the links back.
    """
    place = walk.place
    if place.notes is None or place.note:
        place.words.append(" ")
        yield
        place.words.append(" ")
        return
    node = NoteNode(element.attributes.get("id", ""))
    place.notes.append(node)
    walk.place = place._replace(note=node, is_apart=True)
    whole = Stretch()
    yield from walk.inside(whole)
    walk.place = place
    whole.text = whole.text.lstrip(_BACK_ARROWS)
    if node.text is not None:
        node.beside = whole.text
    elif whole.text:
        node.text = whole


def note_text(walk: Walk, element: Element) -> Iterator[None]:
    """`<span class="reference-text">`, the first of its note."""
    note = walk.place.note
    if note is None or note.text is not None:
        yield
        return
    note.text = Stretch()
    yield from walk.inside(note.text)


def _fragment(link: Element) -> str:
    return unquote(link.attributes.get("href", "").partition("#")[2])
