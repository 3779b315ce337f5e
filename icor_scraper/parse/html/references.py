"""References from the lists of notes and the marks that point to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from icor_scraper.models import ParseWarning, Reference, ReferenceUse, WarningCode
from icor_scraper.parse.html.content import HtmlContent
from icor_scraper.parse.html.labels import group_of, number_of
from icor_scraper.parse.html.page import MarkNode, NoteListNode, NoteNode, Stretch
from icor_scraper.parse.html.ref_tags import read_ref_tag

if TYPE_CHECKING:
    from icor_scraper.parse.html.document import HtmlDocument

_NAMELESS = "cite_note-"
"""Where MediaWiki 1.39 lets the marks of `<ref name="0">` point to."""

_NO_TEXT = "cite_error_references_no_text"


class References:
    """The references of a page, in order and by the id of their note."""

    def __init__(self, document: HtmlDocument) -> None:
        self._document = document
        self._marks: dict[str, list[MarkNode]] = {}
        for mark in document.page.marks:
            if mark.note_id:
                self._marks.setdefault(mark.note_id, []).append(mark)
        self.by_id: dict[str, Reference] = {}
        self.warnings: list[ParseWarning] = []
        note_lists = document.page.note_lists
        self._groups = [self._group_of(notes) for notes in note_lists]
        self._adopt(self._marks.pop(_NAMELESS, []))
        lists: Counter[str] = Counter()
        listed = [
            reference
            for notes, group in zip(note_lists, self._groups, strict=True)
            for reference in self._listed(notes, group or self._group_of(notes) or "", lists)
        ]
        self.in_order = (*listed, *self._unlisted(lists))

    def _adopt(self, marks: list[MarkNode]) -> None:
        """Give marks whose address names no note to the unmarked note that their label tells."""
        unmarked: dict[tuple[str | None, int], str] = {}
        for notes, group in zip(self._document.page.note_lists, self._groups, strict=True):
            for number, note in enumerate(notes.notes, 1):
                if note.id and note.id not in self._marks:
                    unmarked.setdefault((group, number), note.id)
        for mark in marks:
            number = number_of(mark.label) or 0
            note_id = unmarked.get((group_of(mark.label, number), number)) or unmarked.get((None, number))
            if note_id:
                self._marks.setdefault(note_id, []).append(mark)

    def _listed(self, notes: NoteListNode, group: str, lists: Counter[str]) -> Iterator[Reference]:
        for number, note in enumerate(notes.notes, 1):
            yield self._add(note, number, group, lists[group])
            for detail_number, detail in enumerate(note.details, 1):
                yield self._add(detail, detail_number, group, lists[group], details_of=number)
        lists[group] += 1

    def _group_of(self, notes: NoteListNode) -> str | None:
        """The group of a list: as the markup tells, or the first mark of a note in it; else None."""
        if notes.group is not None:
            return notes.group
        for number, note in enumerate(notes.notes, 1):
            for entry in (note, *note.details):
                for mark in self._marks.get(entry.id, ()):
                    return mark.group or group_of(mark.label, number)
        return None

    def _unlisted(self, lists: Counter[str]) -> Iterator[Reference]:
        """The notes that marks point to and no list has, by group: their text is not in the HTML."""
        missing = [note_id for note_id in self._marks if note_id not in self.by_id]
        groups: dict[str, list[tuple[int, str]]] = {}
        for position, note_id in enumerate(missing, 1):
            mark = self._marks[note_id][0]
            number = number_of(mark.label) or position
            groups.setdefault(mark.group or group_of(mark.label, number), []).append((number, note_id))
        for group, notes in groups.items():
            for number, note_id in notes:
                yield self._add(NoteNode(note_id), number, group, lists[group], is_listed=False)

    def _add(
        self,
        note: NoteNode,
        number: int,
        group: str,
        list_index: int,
        *,
        details_of: int | None = None,
        is_listed: bool = True,
    ) -> Reference:
        marks = self._marks.get(note.id, []) if note.id not in self.by_id else []
        tags = [read_ref_tag(mark.attributes["data-mw"]) for mark in marks if "data-mw" in mark.attributes]
        keys = [error.key for tag in tags for error in tag.errors]
        text = note.text.text if note.text else ""
        name = next((tag.attrs.name for tag in tags if tag.attrs.name), None)
        warnings = tuple(_doubts(note, keys, name or ""))
        self.warnings += warnings
        reference = Reference(
            number=number,
            group=group,
            list_index=list_index,
            name=name,
            text=text,
            is_defined=bool(text) or (note.text is not None and note.error is None and not keys),
            is_listed=is_listed,
            uses=tuple(ReferenceUse(section=mark.section, span=None) for mark in marks),
            details_of=details_of,
            span=None,
            _content=HtmlContent(self._document, note.text or Stretch(), warnings),
        )
        self.by_id.setdefault(note.id, reference)
        return reference


def _doubts(note: NoteNode, keys: list[str], name: str) -> Iterator[ParseWarning]:
    """What the wiki shows in place of the note's text, and what Cite says of its marks."""
    if note.error is not None or _NO_TEXT in keys:
        yield _warning(
            WarningCode.UNDEFINED_REFERENCE, note.error or f"reference {name!r} is used and defined nowhere", name
        )
    for key in dict.fromkeys(keys):
        if key != _NO_TEXT:
            yield _warning(WarningCode.INVALID_REFERENCE, f"Cite refuses a <ref>: {key}", name)


def _warning(code: WarningCode, message: str, name: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, span=None, subject=name)
