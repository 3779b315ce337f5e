"""Elements of `style="display:none"`: no reader sees them.

Where such an element ends is for the tree builder of https://html.spec.whatwg.org/multipage/parsing.html to say: with
its own closing tag, or with that of an element around it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from icor_scraper.parse.wikitext.items import item_end, line_marks, shared_marks
from icor_scraper.parse.wikitext.placed import end_around
from icor_scraper.parse.wikitext.tags import BLOCK_TAGS, HTML_TAGS, SINGLE_TAGS, TABLE_TAGS, hides
from icor_scraper.parse.wikitext.text.paragraphs import MARKS_APART, Paragraphs, closes_block, opens_block

# The look ahead keeps it from trying each of many "display:none" that no ">" follows.
HIDING = re.compile(
    r"<([A-Za-z][^\t\n\v <>/\x00]*+)(?=[^<>\x03]*+>)([^<>\x03]*display\s*:\s*none[^<>\x03]*)>", re.IGNORECASE
)
_SEPARATOR = re.compile("[\x02\x03]")
_TAG = re.compile(r"[\x02\x03]|<(/?)([A-Za-z][^\t\n\v <>/\x00]*+)([^<>\x03]*)>").finditer
_FORMATTING = frozenset("a b big code em font i s small strike strong tt u".split())
_ITEMS = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_DIVISIONS = frozenset({"div", "center", "blockquote"})
_READ_ELSEWHERE = TABLE_TAGS | {"p"}
"""Tags of tables, which tell themselves what of them is hidden, and the paragraph, which a table ends."""
_DEEPEST = 40
"""Open elements that a closing tag is looked for among."""
_MOST_ITEMS = _DEEPEST // 2
"""Items of lists in each other: each is two elements."""


def drop_hidden(text: str) -> str:
    """The text without hidden elements, each with all inside it."""
    out, position = [], 0
    for start, end in _shown_ends(text):
        out.append(text[position:start])
        position = end
    return "".join((*out, text[position:]))


def end_with_link(label: str) -> str:
    """The words of a link, with tags around them where something is hidden in them: it ends with the link."""
    return f"<bdi>{label}</bdi>" if "none" in label and HIDING.search(label) else label


def _shown_ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each outermost hidden element starts and ends."""
    opened: list[str] = []
    start = hidden = -1  # where the hidden element starts, and its place among the opened ones
    for tag in _TAG(text):
        if tag[2] is None:
            if hidden >= 0:
                yield start, tag.start()
            opened, hidden = [], -1
            continue
        name = tag[2].lower()
        if name not in HTML_TAGS or name in TABLE_TAGS or name in SINGLE_TAGS:
            continue
        closed = _closed_elements(opened, name) if tag[1] else _implied_ends(opened, name)
        if closed:
            kept = _reopened(opened, closed, name)
            opened[closed.start : closed.stop] = [opened[index] for index in kept]
            if hidden in kept:
                hidden = closed.start + kept.index(hidden)
            elif hidden in closed:
                yield start, tag.end() if tag[1] else tag.start()
                hidden = -1
            elif hidden >= closed.stop:
                hidden -= len(closed) - len(kept)
        if not tag[1]:
            if hidden < 0 and "none" in tag[3] and hides(tag[3]):
                start, hidden = tag.start(), len(opened)
            opened.append(name)
    if hidden >= 0:
        yield start, len(text)


def _reopened(opened: list[str], closed: range, name: str) -> list[int]:
    """Which of the elements that end with the element `name` around them a browser opens anew: those of formatting."""
    return [
        index for index in closed if opened[index] in _FORMATTING and (index > closed.start or opened[index] != name)
    ]


def _closed_elements(opened: list[str], name: str) -> range:
    """Which of the opened elements the closing tag `</name>` closes."""
    top = len(opened)
    blocks_from = top
    for index in range(top - 1, max(top - _DEEPEST, 0) - 1, -1):
        if opened[index] == name:
            if name in _FORMATTING:
                return range(index, blocks_from)  # what stands in a block lives on there
            return range(index, top) if name in BLOCK_TAGS or blocks_from == top else range(0)
        if opened[index] in BLOCK_TAGS:
            blocks_from = index
    return range(0)


def _implied_ends(opened: list[str], name: str) -> range:
    """Which of the opened elements `<name>` closes, with all in them: a block a paragraph, an item the one before."""
    top = len(opened)
    if name in BLOCK_TAGS and "p" in (nearest := opened[: -_DEEPEST - 1 : -1]):
        return range(top - 1 - nearest.index("p"), top)
    for index in range(top - 1, max(top - _DEEPEST, 0) - 1, -1) if name in _ITEMS else ():
        if opened[index] in _ITEMS[name]:
            return range(index, top)
        if opened[index] in BLOCK_TAGS and opened[index] not in ("div", "p"):
            break
    return range(0)


def in_blocks(text: str, *, is_note: bool = False, ends_in_line: bool = False) -> str:
    """The text of a cell or note with tags where MediaWiki's block pass begins and ends paragraphs and items of lists.

    What is hidden may end with them (https://doc.wikimedia.org/mediawiki-core/master/php/classBlockLevelPass.html).
    `ends_in_line`: a raw tag ends the cell in its last line, which is in no paragraph then; nor is any line of a note.
    """
    lines = text.split("\n")
    items = ""
    in_paragraph, in_block = False, is_note
    last = len(lines) - 1
    for number, line in enumerate(lines[1:], 1):
        prefix = line_marks(line)[0]  # type: ignore[index] # it matches the empty string too
        same = prefix.replace(";", ":")[:_MOST_ITEMS]
        is_block = opens_block(line) is not None or _is_apart(line) or (ends_in_line and number == last)
        if prefix or items or is_block or not line.strip():
            tags = "</p>" * in_paragraph + _tags_of_items(same, items)
            in_paragraph = False
            if lines[number - 1].startswith(MARKS_APART):
                lines[number] = f"{tags}\n{line}" if tags else line
            else:
                lines[number - 1] += tags
        if is_block and not prefix:
            in_block = is_note or not _is_apart(line)
        elif not prefix and line.strip() and not in_block and not in_paragraph:
            lines[number] = f"<p>{line}"
            in_paragraph = True
        items = same
    return "\n".join(lines)


def _tags_of_items(marks: str, before: str) -> str:
    """What ends and begins between a line with the marks `before` of lists and one with `marks`."""
    shared = shared_marks(marks, before)
    is_next = bool(marks) and len(marks) == shared
    return "</li></ul>" * (len(before) - shared) + "</li><li>" * is_next + "<ul><li>" * (len(marks) - shared)


def _is_apart(line: str) -> bool:
    """Whether a line stands in no paragraph, but those behind it may."""
    return line.startswith(MARKS_APART) or closes_block(line) is not None


def hidden_elements(text: str, outside: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where hidden elements stand of which the end is known; table tags aside.

    That is so of those that are closed, or end with an item of a list; and of blocks `outside` of tables, and of bold
    and the like there, which go on behind all that ends around them.
    """
    found: list[tuple[int, int]] = []
    ends: dict[int, int] | None = None
    blocks, paragraphs = _Blocks(text), Paragraphs(text)
    is_item, line_end = False, 0
    for match in HIDING.finditer(text) if "<" in text else ():
        name = match[1].lower()
        if (found and match.start() < found[-1][1]) or name not in HTML_TAGS or name in _READ_ELSEWHERE:
            continue
        if hides(match[2]):
            if ends is None:
                ends = _ends_of(text, {hidden[1].lower() for hidden in HIDING.finditer(text)})
            end = ends.get(match.start(), 0)
            if match.start() >= line_end:
                line_start = text.rfind("\n", line_end, match.start()) + 1 or line_end
                is_item, line_end = item_end(text, line_start, len(text))
            if name in _FORMATTING:
                end = end or (_end_of_part(text, match.end()) if end_around(outside, match.start()) else 0)
            elif is_item:
                end = min(end or line_end, line_end)
            elif name in _DIVISIONS and end_around(outside, match.start()):
                end = blocks.end_of(name, match.start())
            if end and not (_ends_with_paragraph(name) and paragraphs.hold(match.start())):
                found.append((match.start(), end))
    return found


def _end_of_part(text: str, position: int) -> int:
    """Where the page ends, or the note, in which `position` lies."""
    found = _SEPARATOR.search(text, position)
    return found.start() if found else len(text)


def _ends_with_paragraph(name: str) -> bool:
    """Whether the element ends with a paragraph, and is not opened anew behind it."""
    return name not in BLOCK_TAGS and name not in _FORMATTING


class _Blocks:
    """Tells where blocks of a text end, asked in order: with their own end, or that of a block around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._around: Counter[str] = Counter()
        """How many blocks of each name are open before `_position`."""
        self._position = 0

    def end_of(self, name: str, start: int) -> int:
        """Where the block ends whose tag `<name>` stands at `start`."""
        for tag in _TAG(self._text, self._position, start):
            self._around = _counted(self._around, tag)
        own: Counter[str] = Counter()
        for tag in _TAG(self._text, start):
            self._position = tag.end()
            other = (tag[2] or "").lower()
            if tag[2] is None or (tag[1] and not own[other] and self._around[other]):
                self._position = tag.start()
                return tag.start()
            own = _counted(own, tag)
            if other == name and not own[name]:
                return tag.end()
        return len(self._text)


def _counted(opened: Counter[str], tag: re.Match[str]) -> Counter[str]:
    """How many blocks of each name are open behind a tag, of those that were open before it."""
    if tag[2] is None:
        return Counter()
    name = tag[2].lower()
    if name in _DIVISIONS:
        opened[name] = max(opened[name] + (-1 if tag[1] else 1), 0)
    return opened


def _ends_of(text: str, names: Collection[str]) -> dict[int, int]:
    """Where the elements of some names end that are closed, by where they start."""
    ends: dict[int, int] = {}
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for tag in _TAG(text):
        name = (tag[2] or "").lower()
        if not name:
            opened.clear()
        elif name not in names:
            continue
        elif not tag[1]:
            opened[name].append(tag.start())
        elif opened[name]:
            ends[opened[name].pop()] = tag.end()
    return ends
