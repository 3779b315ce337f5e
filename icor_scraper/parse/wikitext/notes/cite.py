"""References as Cite numbers and lists them.

https://www.mediawiki.org/wiki/Extension:Cite and https://www.mediawiki.org/wiki/Help:Cite: notes are
numbered within their group in order of first use; a list prints the notes of its group so far and
begins the group anew; the first text given to a name counts; `follow` continues a note. The text of a
note is read when its list is printed: a `<ref>` that comes up in it then counts as one in the list, and so
only defines. A mark with `details` points to a detail of the note, as "1.2"
(https://meta.wikimedia.org/wiki/WMDE_Technical_Wishes/Sub-referencing).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icor_scraper.parse.wikitext.marks import Fragment, ListTag, Mark, ReferenceTag
from icor_scraper.parse.wikitext.notes.refusals import refusal_of


class Note:
    """One note while the page is read."""

    __slots__ = (
        "definition",
        "details",
        "follows",
        "group",
        "is_listed",
        "is_printed",
        "list_index",
        "main",
        "name",
        "number",
        "uses",
    )

    def __init__(
        self,
        group: str,
        name: str | None,
        number: int,
        definition: ReferenceTag | None = None,
        main: Note | None = None,
    ) -> None:
        self.group = group
        self.name = name
        self.number = number
        self.definition = definition
        self.main = main
        """The note of which this gives a detail."""
        self.list_index = 0
        self.is_listed = self.is_printed = False
        """Whether it stands in a list, and whether it is printed, be it beside one."""
        self.uses: list[ReferenceTag] = []
        self.follows: list[Fragment] | None = None
        """What continues its text."""
        self.details: dict[str, Note] | None = None
        """The details of this note by their words, which are listed right after it."""

    def fragments(self) -> Sequence[Fragment]:
        """What its text is made of; empty where it is not defined."""
        if self.main is not None:
            return (self.uses[0].details,) if self.uses[0].details else ()
        own = self.definition.fragment if self.definition else None
        follows = self.follows or ()
        return (own, *follows) if own else follows


@dataclass(slots=True)
class Problem:
    """What Cite would show an error for."""

    kind: str
    tag: Mark
    name: str
    message: str
    first: ReferenceTag | None = None
    """The definition that counts, where `tag` is another one of the same name."""


class Notes:
    """All notes of a page, list by list; then those of groups that no list prints."""

    def __init__(self, marks: Sequence[Mark], page: Fragment) -> None:
        self._marks = marks
        self.notes: list[Note] = []
        self.problems: list[Problem] = []
        self.errors: dict[int, str] = {}
        """What Cite shows in place of a tag that it refuses, by the tag's id."""
        self._groups: dict[str, dict[str | int, Note]] = {}
        self._lists: dict[str, int] = {}
        self._loose: dict[str, list[Fragment]] = {}
        """Texts of each group that follow no note: its list shows them all the same."""
        self._shown_loose: list[Fragment] = []
        self._ended_items = {-1}
        """Where the list items begin that lists in them have ended, and -1 for none."""
        self._printed: str | None = None
        """The group of the list that is being printed; None in the text, and in the list at the page's end."""
        self.printed: list[tuple[ListTag, list[Note]]] = []
        """Each list that shows any notes, and those."""
        self._read((page,))
        first = len(self.notes)
        self._list("", is_printed=True)
        self.automatic = self.notes[first:]
        """What the list shows that MediaWiki puts at the page's end by itself."""
        for group in list(self._groups):
            self._list(group, is_printed=False)
        self._find_undefined()

    def _read(self, fragments: Iterable[Fragment]) -> None:
        """Take up the marks that stand in some fragments."""
        for fragment in fragments:
            first, end = fragment.first_mark, fragment.marks_end
            for mark in self._marks[first:end] if first < end else ():
                if type(mark) is ReferenceTag:
                    self._reference(mark)
                elif type(mark) is ListTag:
                    if self._printed is None:
                        self._list_tag(mark)
                    else:  # in a note of a list Cite prints no other list
                        mark.text = mark.written

    def _problem(self, kind: str, tag: Mark, name: str, message: str, first: ReferenceTag | None = None) -> None:
        self.problems.append(Problem(kind, tag, name, message, first))

    def _reference(self, tag: ReferenceTag) -> None:
        attributes = tag.attributes
        if self._printed is not None:
            tag.list_group = self._printed
        if not attributes and tag.fragment and tag.list_group is None and not tag.swallows:  # the usual <ref>text</ref>
            self._use(tag, "", "")
            return
        name = attributes.get("name", "")
        group = attributes.get("group", "")
        refusal = refusal_of(tag, name)
        if refusal:
            self._problem("invalid", tag, name, refusal.message)
            self.errors[id(tag)] = refusal.shown
        elif tag.list_group is not None:
            self._define_in_list(tag, name, tag.list_group)
        elif followed := attributes.get("follow"):
            self._follow(tag, group, followed)
        else:
            self._use(tag, group, name)

    def _list_tag(self, tag: ListTag) -> None:
        if tag.is_valid:
            self._printed = tag.group
            first = len(self.notes)
            self._list(tag.group, is_printed=tag.is_shown, is_listed=tag.item in self._ended_items)
            self._printed = None
            if tag.is_shown and len(self.notes) > first:
                self._ended_items.add(tag.item)
                self.printed.append((tag, self.notes[first:]))
        else:
            self._problem("invalid", tag, "", "a <references> has a parameter that Cite does not know")
            self.errors[id(tag)] = "Invalid parameter in <references> tag"

    def _define_in_list(self, tag: ReferenceTag, name: str, group: str) -> None:
        note = self._groups.get(group, {}).get(name)
        if note is None:
            self._problem(
                "unused", tag, name, f"the reference {name!r} is defined in a list and used nowhere before it"
            )
            return
        self._define(note, tag)

    def _define(self, note: Note, tag: ReferenceTag) -> None:
        if note.definition is None and not note.follows:
            note.definition = tag
            return
        message = f"the reference {note.name!r} is defined more than once, with different text"
        self._problem("redefined", tag, note.name or "", message, note.definition)

    def _follow(self, tag: ReferenceTag, group: str, followed: str) -> None:
        note = self._groups.get(group, {}).get(followed)
        if note is None or not tag.fragment:
            self._problem("invalid", tag, followed, f"a <ref> follows {followed!r}, which does not come before it")
            if tag.fragment:
                self._loose.setdefault(group, []).append(tag.fragment)
            return
        if note.follows is None:
            note.follows = []
        note.follows.append(tag.fragment)

    def _use(self, tag: ReferenceTag, group: str, name: str) -> None:
        notes = self._groups.get(group)
        if notes is None:
            notes = self._groups[group] = {}
        note = notes.get(name) if name else None
        if note is None:
            number = len(notes) + 1
            note = notes[name or number] = Note(group, name or None, number, tag if tag.fragment else None)
        elif tag.fragment:
            self._define(note, tag)
        if tag.details:
            note = self._detail(note, tag)
        note.uses.append(tag)

    @staticmethod
    def _detail(main: Note, tag: ReferenceTag) -> Note:
        """The detail of `main` that the tag points to; marks with the same words point to the same one."""
        if main.details is None:
            main.details = {}
        words = tag.attributes["details"]
        detail = main.details.get(words)
        if detail is None:
            detail = main.details[words] = Note(main.group, None, len(main.details) + 1, tag, main)
        return detail

    def _list(self, group: str, *, is_printed: bool, is_listed: bool = True) -> None:
        notes, loose = self._groups.pop(group, {}), self._loose.pop(group, [])
        if is_printed:
            self._shown_loose += loose
            self._read(loose)
        if not notes:
            return
        index = self._lists.get(group, 0)
        self._lists[group] = index + 1
        for note in notes.values():
            for listed in (note, *note.details.values()) if note.details else (note,):
                listed.list_index, listed.is_printed, listed.is_listed = index, is_printed, is_printed and is_listed
                self.notes.append(listed)
                if is_printed:
                    fragments = listed.fragments()
                    self._read(fragments)
                    for fragment in fragments:
                        is_printed &= not fragment.is_open

    def are_all_shown(self) -> bool:
        """Whether the text of every reference is shown in some list."""
        return not self.problems and all(note.is_printed for note in self.notes)

    def shown(self) -> set[int]:
        """The ids of the fragments that some list shows."""
        listed = (fragment for note in self.notes if note.is_printed for fragment in note.fragments())
        return {id(fragment) for fragment in (*listed, *self._shown_loose)}

    def _find_undefined(self) -> None:
        for note in self.notes:
            if note.definition is None and not note.follows:
                message = f"the reference {note.name!r} is used and defined nowhere"
                [use, *_] = note.uses or next(iter((note.details or {}).values())).uses
                self._problem("undefined", use, note.name or "", message)
