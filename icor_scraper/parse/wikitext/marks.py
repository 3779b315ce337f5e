"""What extension tags leave in the expanded text, and the fragments that are read on their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from icor_scraper.parse.wikitext.pieces import Piece

MARK: Final = "\x01"
"""Stands before and after the number of a mark."""
MARK_PATTERN: Final = re.compile(rf"{MARK}(\d+){MARK}")
UNKNOWN: Final = "\x0e"
"""Stands where a call shows something that is not known: it keeps a line or cell from looking empty."""
SEPARATOR: Final = "\n\x02\n"
"""Stands between the fragments of the expanded text."""


_LIST_ATTRIBUTES: Final = frozenset({"group", "responsive"})


class FragmentKind(Enum):
    """What a stretch of the expanded text is."""

    PAGE = auto()
    REFERENCE = auto()
    INLINE = auto()
    """Shown where its mark stands: a poem."""
    ASIDE = auto()
    """Shown elsewhere: a gallery's own caption, an indicator, the arguments of an unknown template."""
    CAPTION = auto()
    """The caption of an image in a gallery, with its options between bars."""
    UNSEEN = auto()
    """Read for its references only: the inside of <references>."""


class Fragment:
    """A stretch of the expanded text that is read on its own."""

    __slots__ = ("end", "first_mark", "is_open", "kind", "marks_end", "pieces", "source", "start")

    def __init__(self, kind: FragmentKind, source: tuple[int, int]) -> None:
        self.kind = kind
        self.source = source
        """Where it stands in the source."""
        self.pieces: list[Piece] | None = None
        """What it expands to, until the pieces of all are joined."""
        self.first_mark = self.marks_end = 0
        """Which of the page's marks, by number, came up when it was expanded; none where that was before its time."""
        self.is_open = False
        """Whether a comment or `<includeonly>` in it is never closed: in a note it hides the rest of the list too."""
        self.start = self.end = 0
        """Where it stands in the expanded text."""


class Mark:
    """What an extension tag left in the expanded text."""

    __slots__ = ("end", "fragment", "name", "start", "text")

    def __init__(self, name: str, start: int, end: int, text: str = "", fragment: Fragment | None = None) -> None:
        self.name = name
        self.start = start
        self.end = end
        self.text = text
        """What a reader sees, literally; "" for nothing, or where `fragment` holds it."""
        self.fragment = fragment


class PlainMark(Mark):
    """What `<nowiki>` left that holds no character reference: together with what stands around it, it may make one."""

    __slots__ = ()


class ReferenceTag(Mark):
    """`<ref>` or `{{#tag:ref}}`."""

    __slots__ = ("attributes", "details", "is_closed", "list_group", "swallows")

    def __init__(
        self,
        place: tuple[int, int],
        attributes: Mapping[str, str],
        fragment: Fragment | None,
        list_group: str | None,
        *,
        swallows: bool = False,
    ) -> None:
        self.name = "ref"
        self.start, self.end = place
        self.text = ""
        self.fragment = fragment
        self.attributes = attributes
        self.details: Fragment | None = None
        """What it tells of the note beyond the note's own text, as a page's number."""
        self.is_closed = True
        """False for `<ref />`, which has no inside at all."""
        self.swallows = swallows
        """Whether its text holds another `<ref>`: most likely its own end is missing, and Cite refuses it."""
        self.list_group = list_group
        """The group of the <references> it stands in; None where it stands in the text."""


class ListTag(Mark):
    """`<references>` or `{{#tag:references}}`, met after what stands inside it."""

    __slots__ = ("group", "is_shown", "is_valid", "item", "written")

    def __init__(self, place: tuple[int, int], attributes: Mapping[str, str], content: str | None) -> None:
        super().__init__("references", *place)
        self.group = attributes.get("group", "")
        self.written = "<references/>" if content is None else f"<references>{content}</references>"
        """The tag as it is written, which it shows in a note of another list."""
        self.is_shown = True
        """False for one that a call put into another one, which then shows neither."""
        self.item = -1
        """Where the line of the list item begins in which it stands, which ends with the first note; -1 for none."""
        self.is_valid = attributes.keys() <= _LIST_ATTRIBUTES
        """Whether Cite prints it: an attribute that it does not know makes it refuse."""
