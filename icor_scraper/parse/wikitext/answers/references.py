"""References as records, numbered as Cite numbers them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count, islice
from typing import TYPE_CHECKING

from icor_scraper.models import ParseWarning, Reference, ReferenceUse, WarningCode, maker
from icor_scraper.parse.wikitext.answers.content import NoteStretch
from icor_scraper.parse.wikitext.answers.warnings import MOST_OF_A_KIND
from icor_scraper.parse.wikitext.capped import capped
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.headings.finder import HEADING_END, shown_part
from icor_scraper.parse.wikitext.links.nodes import FoundLinks
from icor_scraper.parse.wikitext.links.targets import is_category
from icor_scraper.parse.wikitext.marks import Fragment, Mark
from icor_scraper.parse.wikitext.names.titles import is_language_link
from icor_scraper.parse.wikitext.notes.cite import Note, Notes
from icor_scraper.parse.wikitext.placed import changed, end_around, merged
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.text.hidden import HIDING, in_blocks

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument

_CODES = {
    "invalid": WarningCode.INVALID_REFERENCE,
    "redefined": WarningCode.CONFLICTING_REFERENCE,
    "undefined": WarningCode.UNDEFINED_REFERENCE,
    "unused": WarningCode.UNUSED_REFERENCE,
}

_HEADING_ENDS = f"={HEADING_END}"
_END_OF_LIST = re.compile(r"<(?=/(?i:div|ol))")  # it begins with a plain character, so that the search skips to it

make_reference, make_use = maker(Reference), maker(ReferenceUse)


def build_references(document: WikitextDocument) -> tuple[Reference, ...]:
    """Every note of the page, list by list."""
    expansion = document.expansion
    notes = document.notes.notes
    fragments = [note.fragments() for note in notes]
    texts = expansion.renderer.render_all([note_source(expansion, parts) for parts in fragments])
    uses = iter(_uses(document, notes))
    beside = _beside_lists(expansion, notes, fragments)
    return tuple(
        [
            _reference(
                document,
                note,
                parts,
                tuple(islice(uses, len(note.uses))),
                index=index,
                text=text,
                is_listed=note.is_listed and index not in beside,
            )
            for index, note, parts, text in zip(count(), notes, fragments, texts, strict=False)
        ]
    )


def _beside_lists(
    expansion: Expansion, notes: Sequence[Note], fragments: Sequence[Sequence[Fragment]]
) -> frozenset[int]:
    """The numbers of the notes that stand behind their list, as a stray tag in one before them ends it."""
    if _END_OF_LIST.search(expansion.text, expansion.page.end) is None:
        return frozenset()
    beside: set[int] = set()
    ended: set[tuple[str, int]] = set()
    for index, (note, parts) in enumerate(zip(notes, fragments, strict=True)):
        place = note.group, note.list_index
        if place in ended:
            beside.add(index)
        elif _has_end_tag(expansion, parts) and _END_OF_LIST.match(_rest(expansion, parts)):
            ended.add(place)
    return frozenset(beside)


def _has_end_tag(expansion: Expansion, fragments: Sequence[Fragment]) -> bool:
    return any(expansion.text.find("</", part.start, part.end) >= 0 for part in fragments)


def _uses(document: WikitextDocument, notes: Sequence[Note]) -> list[ReferenceUse]:
    """Every use of every note, in one go, as there are many."""
    spans = document.expansion.source.spans([(tag.start, tag.end) for note in notes for tag in note.uses])
    return [
        make_use(section=section, span=span) for section, span in zip(document.sections_at(spans), spans, strict=True)
    ]


def _whole_source(expansion: Expansion, fragments: Sequence[Fragment]) -> str:
    whole = expansion.note_text(fragments[0])
    return whole if len(fragments) == 1 else " ".join((whole, *map(expansion.note_text, fragments[1:])))


def _rest(expansion: Expansion, fragments: Sequence[Fragment]) -> str:
    """What of a note a stray tag puts outside of the note's own element, that tag first."""
    whole = _whole_source(expansion, fragments)
    return whole[len(_own_part(expansion, whole)) :] if "<" in whole else ""


def _own_part(expansion: Expansion, whole: str) -> str:
    """What of a note stands in its own element; what links and images do not show ends none."""
    shown = shown_part(whole, in_item=True)
    if len(shown) == len(whole) or "[[" not in shown:
        return shown
    unseen = _unseen_parts(expansion.links_in(whole))
    if not end_around(unseen, len(shown)):
        return shown
    seen = changed(whole, unseen, lambda part: part.replace("<", QUOTE))
    return whole[: len(shown_part(seen, in_item=True))]


def _unseen_parts(found: FoundLinks) -> list[tuple[int, int]]:
    """Parts of images, and whole links, that are not shown where they stand."""
    links = found.links
    elsewhere = [
        (links.starts[index], links.ends[index])
        for index, title in links.titles.items()
        if is_category(title) or is_language_link(title)
    ]
    return merged([*found.unshown, *elsewhere])


def _brackets_around(expansion: Expansion, text: str, position: int) -> str:
    """What closes the links in whose words a position lies; "" where it lies in none."""
    if "[" not in text[:position]:
        return ""
    found = expansion.links_in(text)
    around = [(url.start, "]") for url in found.urls if url.start < position < url.end]
    around += [
        (start, f"{QUOTE}]]")
        for start, end in zip(found.links.starts, found.links.ends, strict=True)
        if start < position < end and text.startswith("[[", start)
    ]
    return "".join([closing for _, closing in sorted(around, reverse=True)])


def note_source(expansion: Expansion, fragments: Sequence[Fragment], *, with_rest: bool = False) -> str:
    """The expanded text of what a note shows in its own element; `with_rest`: and beside it."""
    if not fragments:
        return ""
    whole = _whole_source(expansion, fragments)
    if "<" in whole and not with_rest:
        shown = _own_part(expansion, whole)
        whole = whole if shown == whole else shown + _brackets_around(expansion, whole, len(shown))
        if "\n" in whole and HIDING.search(whole):
            whole = in_blocks(whole, is_note=True)
    text = whole.rstrip("\n")
    if not text or text[-1] not in _HEADING_ENDS or not text.rstrip(HEADING_END).endswith("="):
        return text
    written = expansion.source.text[slice(*fragments[-1].source)]
    if len(whole) - len(text) > len(written) - len(written.rstrip("\n")):
        return whole  # Cite takes away no line ends but those of the source
    return text + QUOTE  # its last line goes on in the list, and is no heading


def _reference(
    document: WikitextDocument,
    note: Note,
    fragments: Sequence[Fragment],
    uses: tuple[ReferenceUse, ...],
    *,
    index: int,
    text: str,
    is_listed: bool,
) -> Reference:
    definition, place = note.definition, document.expansion.source.span
    if definition is None:
        span = None
    elif uses and note.uses[0] is definition:
        span = uses[0].span
    else:
        span = place(definition.start, definition.end)
    return make_reference(
        number=note.number,
        group=note.group,
        list_index=note.list_index,
        name=note.name,
        text=text,
        is_defined=bool(fragments),
        is_listed=is_listed,
        uses=uses,
        details_of=note.main.number if note.main else None,
        span=span,
        _content=NoteStretch(document, place(*fragments[0].source) if fragments else None, index),
    )


def _text_of(document: WikitextDocument, tag: Mark) -> str:
    return " ".join(document.expansion.fragment_text(tag.fragment).split()) if tag.fragment else ""


def reference_warnings(document: WikitextDocument, notes: Notes) -> list[ParseWarning]:
    """What Cite would show errors for, and what stands beside a note's own text."""
    return [*_problems(document, notes), *_rests(document.expansion, notes)]


def _rests(expansion: Expansion, notes: Notes) -> list[ParseWarning]:
    """The words of notes that a stray tag puts outside of the note's own element."""
    cut = []
    for note in notes.notes:
        fragments = note.fragments()
        rest = _rest(expansion, fragments) if fragments else ""
        if rest and expansion.renderer.render(rest):
            cut.append(note)
    warnings = (
        ParseWarning(
            code=WarningCode.DROPPED_CONTENT,
            message="a stray tag ends the reference before its last words, which are not in its text",
            span=expansion.source.span(*note.fragments()[0].source),
            subject=note.name or "",
        )
        for note in cut
    )
    return capped(warnings, len(cut), MOST_OF_A_KIND)


def _problems(document: WikitextDocument, notes: Notes) -> list[ParseWarning]:
    """What Cite would show errors for; a second definition only where its text differs."""
    warnings = []
    first_texts: dict[int, str] = {}  # as many definitions may follow a long one
    for problem in notes.problems:
        if first := problem.first:
            if id(first) not in first_texts:
                first_texts[id(first)] = _text_of(document, first)
            if first_texts[id(first)] == _text_of(document, problem.tag):
                continue
        warnings.append(
            ParseWarning(
                code=_CODES[problem.kind],
                message=problem.message,
                span=document.expansion.source.span(problem.tag.start, problem.tag.end),
                subject=problem.name,
            )
        )
    return warnings
