"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

MediaWiki looks for tables, headings, links and quotes only in the expanded text
(https://www.mediawiki.org/wiki/Manual:Parser.php), and so does this parser. The expanded text is one
string: first the page, then each piece that is read on its own (the inside of a <ref>, a gallery's
captions, the arguments of a template that is not known). A list of pieces leads from every position
back to the source.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from icor_scraper.models import ParseWarning, Span, WarningCode
from icor_scraper.parse.wikitext.calls import (
    Part,
    argument_bounds,
    nodes_between,
    split_call,
)
from icor_scraper.parse.wikitext.page import Page, TagCall
from icor_scraper.parse.wikitext.scan import Call, Extension, Hidden, Node, scan
from icor_scraper.parse.wikitext.source import Source
from icor_scraper.parse.wikitext.tags import (
    CODE_TAGS,
    CONTENT_TAGS,
    FORMULA_TAGS,
    decode_references,
    parse_attributes,
)
from icor_scraper.parse.wikitext.titles import TEMPLATE, parse_title

MARK = "\x01"
"""Stands before and after the number of a mark: an extension tag's place in the expanded text."""
SEPARATOR = "\n\x02\n"
"""Stands between the fragments of the expanded text."""

MAX_DEPTH = 100
"""Calls inside calls beyond this depth show nothing: MediaWiki's $wgMaxTemplateDepth on Wikipedia."""
MAX_EXPANDED = 2 * 1024 * 1024
"""Characters that calls may expand to in all: MediaWiki's post-expand include size ($wgMaxArticleSize)."""

_MARK = re.compile(rf"{MARK}(\d+){MARK}")
_BLOCK_STARTS = ("{|", ":", ";", "#", "*")  # an expansion that begins so begins a line
_OBJECT_SIGNS = ("[", MARK, "://", "{|", "<", "\n")  # signs of something that may want its own place
_PREFIXES = ("subst:", "safesubst:", "msgnw:", "msg:", "raw:")


class FragmentKind(Enum):
    """What a stretch of the expanded text is."""

    PAGE = auto()
    REFERENCE = auto()
    INLINE = auto()
    """Shown where its mark stands: a poem."""
    ASIDE = auto()
    """Shown elsewhere: a gallery's captions, an indicator, the arguments of an unknown template."""
    UNSEEN = auto()
    """Read for its references only: the inside of <references>."""


class Piece(NamedTuple):
    """A stretch of expanded text and where it comes from."""

    text: str
    start: int
    """Position in the source of the stretch's first character."""
    end: int
    """-1 where the stretch stands in the source letter for letter; else where its origin ends there."""


class Fragment:
    """A stretch of the expanded text that is read on its own."""

    __slots__ = ("end", "kind", "pieces", "source", "start")

    def __init__(self, kind: FragmentKind, source: tuple[int, int]) -> None:
        self.kind = kind
        self.source = source
        """Where it stands in the source."""
        self.pieces: list[Piece] = []
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


class ReferenceTag(Mark):
    """`<ref>` or `{{#tag:ref}}`."""

    __slots__ = ("attributes", "list_group")

    def __init__(
        self, start: int, end: int, attributes: dict[str, str], fragment: Fragment | None, list_group: str | None
    ) -> None:
        super().__init__("ref", start, end, "", fragment)
        self.attributes = attributes
        self.list_group = list_group
        """The group of the <references> it stands in; None where it stands in the text."""


class ListTag(Mark):
    """`<references>` or `{{#tag:references}}`, met after what stands inside it."""

    __slots__ = ("group",)

    def __init__(self, start: int, end: int, group: str) -> None:
        super().__init__("references", start, end)
        self.group = group


Rendered = str | TagCall | Iterable[str | TagCall] | None
Renderer = Callable[[str, "Arguments"], Rendered]
"""From a template's title and arguments to wikitext that takes its place, or None where it is not known."""


class Arguments:
    """The arguments of one call, each expanded when first asked for."""

    __slots__ = ("_bounds", "_expanded", "_expander", "_parts")

    def __init__(self, expander: Expander, parts: list[Part]) -> None:
        self._expander = expander
        self._parts = parts
        self._expanded: dict[int, tuple[str, list[Piece]]] = {}
        self._bounds: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._parts)

    def names(self) -> list[str]:
        """The name of each argument in source order; positional ones are numbered."""
        text = self._expander.text
        number, names = 0, []
        for part in self._parts:
            if part.equals < 0:
                number += 1
                names.append(str(number))
            else:
                name_nodes = nodes_between(part.nodes, part.start, part.equals)
                pieces = self._expander.expand(name_nodes, part.start, part.equals) if name_nodes else None
                name = "".join(p.text for p in pieces) if pieces is not None else text[part.start : part.equals]
                names.append(name.strip())
        return names

    def get(self, name: str) -> str | None:
        """The value of the last argument of that name, white space trimmed; None where not given."""
        if self._bounds is None:
            self._bounds = {given: index for index, given in enumerate(self.names())}
        index = self._bounds.get(name)
        return None if index is None else self.value(index).strip()

    def positional(self) -> list[str]:
        """The values without a name, in order, white space trimmed."""
        return [self.value(i).strip() for i, part in enumerate(self._parts) if part.equals < 0]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each argument in source order; a named value is trimmed."""
        return iter([(name, self.value(index)) for index, name in enumerate(self.names())])

    def value(self, index: int) -> str:
        """The expanded value of the argument at `index`; trimmed where it has a name."""
        return self.expanded(index)[0]

    def whole(self, index: int) -> str:
        """The expanded argument at `index` with its name, as parser functions read it."""
        part = self._parts[index]
        return "".join(p.text for p in self._expander.expand(part.nodes, part.start, part.end))

    def expanded(self, index: int) -> tuple[str, list[Piece]]:
        known = self._expanded.get(index)
        if known is None:
            part = self._parts[index]
            _, start, end = argument_bounds(self._expander.text, part)
            nodes = nodes_between(part.nodes, start, end)
            pieces = self._expander.expand(nodes, start, end)
            known = self._expanded[index] = ("".join(p.text for p in pieces), pieces)
        return known

    def asked(self) -> list[tuple[str, list[Piece]]]:
        """The values that were asked for, in source order."""
        return [self._expanded[index] for index in sorted(self._expanded)]


class Expander:
    """Expands one page."""

    def __init__(self, source: Source, renderer: Renderer, page: Page, language: str) -> None:
        self.text = source.text
        self.source = source
        self.renderer = renderer
        self.page = page
        self.language = language
        self.nodes: list[Node] = scan(self.text, 0, len(self.text))
        self.marks: list[Mark] = []
        self.warnings: list[ParseWarning] = []
        self.fragments: list[Fragment] = []
        self.inner_nodes: list[Node] = []
        """What scans of extension tags' insides found, for the list of all templates."""
        self._pending: deque[ReferenceTag] = deque()
        self._list_group: str | None = None
        self._depth = 0
        self._budget = MAX_EXPANDED

    def run(self) -> list[Fragment]:
        """The page's fragments, each with its pieces, the page itself first."""
        page = Fragment(FragmentKind.PAGE, (0, len(self.text)))
        self.fragments.append(page)
        page.pieces = self.expand(self.nodes, 0, len(self.text))
        while self._pending:
            tag = self._pending.popleft()
            if tag.fragment is not None and not tag.fragment.pieces:
                tag.fragment.pieces = self.expand_inner(*tag.fragment.source)
        return self.fragments

    def warn(self, code: WarningCode, message: str, start: int, end: int, subject: str) -> None:
        position = self.source.position
        self.warnings.append(
            ParseWarning(code=code, message=message, span=Span(position(start), position(end)), subject=subject)
        )

    # ---- stretches of source ------------------------------------------------------------------------------

    def expand(self, nodes: Iterable[Node], start: int, end: int) -> list[Piece]:
        """`text[start:end]`, in which `nodes` stand, with each of them expanded."""
        text = self.text
        pieces: list[Piece] = []
        for node in nodes:
            if node.start > start:
                pieces.append(Piece(text[start : node.start], start, -1))
            start = node.end
            if type(node) is Call:
                pieces += self.call(node, begins_line=not pieces or pieces[-1].text.endswith("\n"))
            elif type(node) is Extension:
                pieces.append(self.extension(node))
        if start < end:
            pieces.append(Piece(text[start:end], start, -1))
        return pieces

    def expand_inner(self, start: int, end: int) -> list[Piece]:
        """The inside of an extension tag, which the scan took for opaque."""
        nodes = scan(self.text, start, end)
        self.inner_nodes += nodes
        return self.expand(nodes, start, end)

    def fragment(self, kind: FragmentKind, start: int, end: int, pieces: list[Piece] | None = None) -> Fragment:
        fragment = Fragment(kind, (start, end))
        self.fragments.append(fragment)
        if pieces is not None:
            fragment.pieces = pieces
        return fragment

    def mark(self, mark: Mark) -> Piece:
        self.marks.append(mark)
        return Piece(f"{MARK}{len(self.marks) - 1}{MARK}", mark.start, mark.end)

    # ---- extension tags -----------------------------------------------------------------------------------

    def extension(self, node: Extension) -> Piece:
        """`<name>...</name>`: a mark, and what is to be read of the inside as a fragment of its own."""
        name, start, end = node.name, node.start, node.end
        inner = (node.inner_start, node.inner_end) if node.inner_start >= 0 else None
        if name == "ref":
            attributes = parse_attributes(self.text[start + 4 : node.attributes_end])
            return self.mark(self.reference(start, end, attributes, inner))
        if name == "references":
            attributes = parse_attributes(self.text[start + 11 : node.attributes_end])
            group = attributes.get("group", "").strip()
            if inner:
                self.list_content(group, *inner)
            return self.mark(ListTag(start, end, group))
        if inner is None:
            return self.mark(Mark(name, start, end))
        content = self.text[slice(*inner)]
        if name in CODE_TAGS:
            return self.mark(Mark(name, start, end, decode_references(content)))
        if name in FORMULA_TAGS:
            return self.mark(Mark(name, start, end, f"${content.strip()}$"))
        if name in CONTENT_TAGS:
            kind = FragmentKind.INLINE if name == "poem" else FragmentKind.ASIDE
            fragment = self.fragment(kind, *inner, self.expand_inner(*inner))
            return self.mark(Mark(name, start, end, "", fragment if kind is FragmentKind.INLINE else None))
        if name == "gallery":
            self.fragment(FragmentKind.ASIDE, *inner, self.gallery(*inner))
        elif name == "imagemap":
            self.fragment(FragmentKind.ASIDE, *inner, self.expand_inner(*inner))
        return self.mark(Mark(name, start, end))

    def reference(
        self, start: int, end: int, attributes: dict[str, str], inner: tuple[int, int] | None
    ) -> ReferenceTag:
        fragment = None
        if inner and not self.text[slice(*inner)].isspace() and inner[0] < inner[1]:
            fragment = self.fragment(FragmentKind.REFERENCE, *inner)
        tag = ReferenceTag(start, end, attributes, fragment, self._list_group)
        if fragment:
            self._pending.append(tag)
        return tag

    def list_content(self, group: str, start: int, end: int) -> None:
        """The inside of <references>: its <ref>s define, and nothing else is shown."""
        outer, self._list_group = self._list_group, group
        self.fragment(FragmentKind.UNSEEN, start, end, self.expand_inner(start, end))
        self._list_group = outer

    def gallery(self, start: int, end: int) -> list[Piece]:
        """`File:name|caption` lines: the captions, one a line."""
        pieces: list[Piece] = []
        nodes = scan(self.text, start, end)
        self.inner_nodes += nodes
        position = start
        while position < end:
            line_end = self.text.find("\n", position, end)
            while any(node.start <= line_end < node.end for node in nodes):
                line_end = self.text.find("\n", line_end + 1, end)
            line_end = end if line_end < 0 else line_end
            bar = self.text.find("|", position, line_end)
            if bar >= 0:
                pieces += self.expand(nodes_between(tuple(nodes), bar + 1, line_end), bar + 1, line_end)
                pieces.append(Piece("\n", line_end, line_end))
            position = line_end + 1
        return pieces

    # ---- calls --------------------------------------------------------------------------------------------

    def call(self, call: Call, *, begins_line: bool) -> list[Piece]:
        """`{{...}}` or `{{{...}}}`: what takes its place."""
        if self._depth >= MAX_DEPTH:
            self.warn_unknown(call, "is nested deeper than MediaWiki expands")
            return []
        self._depth += 1
        try:
            parts = split_call(self.text, call)
            pieces = self.parameter(call, parts) if call.braces == 3 else self.template(call, parts)
        finally:
            self._depth -= 1
        if not begins_line and pieces and pieces[0].text.startswith(_BLOCK_STARTS):
            pieces.insert(0, Piece("\n", call.start, call.end))
        return pieces

    def warn_unknown(self, call: Call, why: str) -> None:
        name = self.text[call.start + 2 : call.start + 60].partition("|")[0].partition("}}")[0].strip()
        message = f"what {{{{{name}}}}} shows is not known: it {why}"
        self.warn(WarningCode.UNRENDERED_TEMPLATE, message, call.start, call.end, name)

    def literal(self, call: Call) -> list[Piece]:
        """Braces that are no call after all: text, in which inner calls count."""
        return self.expand(call.nodes, call.start, call.end)

    def parameter(self, call: Call, parts: list[Part]) -> list[Piece]:
        """`{{{name|default}}}` outside a template: its default, else itself."""
        if len(parts) == 1:
            return self.literal(call)
        return self.expand(parts[1].nodes, parts[1].start, parts[1].end)

    def template(self, call: Call, parts: list[Part]) -> list[Piece]:
        head = parts[0]
        if head.nodes:
            name = "".join(piece.text for piece in self.expand(head.nodes, head.start, head.end))
        else:
            name = self.text[head.start : head.end]
        name = name.strip()
        lowered = name.lower()
        for prefix in _PREFIXES:
            if lowered.startswith(prefix):
                name = name[len(prefix) :].lstrip()
                lowered = name.lower()
        arguments = Arguments(self, parts[1:])
        rendered = self.function(name, lowered, arguments, call, head)
        if rendered is not None:
            return rendered
        title = parse_title(name, self.language, TEMPLATE) if "\n" not in name and MARK not in name else None
        if title is None or not title.text:
            return self.literal(call)
        shown = self.renderer(title.name if title.namespace == TEMPLATE else title.text, arguments)
        if shown is None:
            return self.unknown(call, parts[1:], arguments)
        return self.compose(shown, call, arguments)

    def unknown(self, call: Call, parts: list[Part], arguments: Arguments) -> list[Piece]:
        """A template that no rule knows: it shows nothing, but its arguments are read as fragments."""
        self.warn_unknown(call, "has no rule, and only the wiki knows it")
        for index, part in enumerate(parts):
            if part.nodes or not _is_plain(self.text[part.start : part.end]):
                _, start, end = argument_bounds(self.text, part)
                self.fragment(FragmentKind.ASIDE, start, end, arguments.expanded(index)[1])
        return []

    def compose(self, shown: Rendered, call: Call, arguments: Arguments) -> list[Piece]:
        """What takes the place of a call, as pieces that lead back to the arguments they come from."""
        pieces: list[Piece] = []
        for part in (shown,) if isinstance(shown, str | TagCall) else shown or ():
            if isinstance(part, TagCall):
                pieces.append(self.tag_call(part, call, arguments))
                continue
            self._budget -= len(part)
            if self._budget < 0:
                self.warn_unknown(call, "would make the text larger than MediaWiki allows")
                return []
            pieces += trace(part, call, arguments.asked())
        return pieces

    def function(self, name: str, lowered: str, arguments: Arguments, call: Call, head: Part) -> list[Piece] | None:
        """A parser function's or variable's output; None where the name is neither."""
        if name == "!":
            return [Piece("|", call.start, call.end)]
        if lowered.startswith("#tag:"):
            attributes = {}
            content = None
            for number, (key, value) in enumerate(arguments):
                if number == 0:
                    content = value
                else:
                    attributes[key.lower()] = value.strip().strip("\"'")
            return [self.tag_call(TagCall(lowered[5:].strip(), content, attributes), call, arguments)]
        return None

    def tag_call(self, tag: TagCall, call: Call, arguments: Arguments) -> Piece:
        """An extension tag made by a call, as `{{#tag:ref|...}}`: its content is expanded already."""
        pieces = trace(tag.content, call, arguments.asked()) if tag.content and not tag.content.isspace() else []
        source = (pieces[0].start, pieces[-1].end if pieces[-1].end >= 0 else pieces[-1].start + len(pieces[-1].text)) if pieces else (call.start, call.end)
        if tag.name == "ref":
            fragment = self.fragment(FragmentKind.REFERENCE, *source, pieces) if pieces else None
            return self.mark(ReferenceTag(call.start, call.end, tag.attributes, fragment, self._list_group))
        if tag.name == "references":
            group = tag.attributes.get("group", "").strip()
            for number in _MARK.findall(tag.content or ""):  # they were met before the list was known
                mark = self.marks[int(number)]
                if isinstance(mark, ReferenceTag):
                    mark.list_group = group
            return self.mark(ListTag(call.start, call.end, group))
        if tag.name in CONTENT_TAGS and pieces:
            fragment = self.fragment(FragmentKind.INLINE, *source, pieces)
            return self.mark(Mark(tag.name, call.start, call.end, "", fragment))
        text = tag.content if tag.content and tag.name in CODE_TAGS else ""
        return self.mark(Mark(tag.name, call.start, call.end, text))


def trace(shown: str, call: Call, values: list[tuple[str, list[Piece]]]) -> list[Piece]:
    """`shown` as pieces: what it took over from an argument leads to that argument, the rest to the call."""
    found: list[tuple[int, int, list[Piece]]] = []
    for value, pieces in values:
        bare = value.strip()
        if not bare or not any(sign in bare for sign in _OBJECT_SIGNS):
            continue
        at = shown.find(bare)
        if at >= 0 and not any(a < at + len(bare) and at < b for a, b, _ in found):
            offset = len(value) - len(value.lstrip())
            found.append((at, at + len(bare), cut(pieces, offset, offset + len(bare))))
    out: list[Piece] = []
    position = 0
    for start, end, pieces in sorted(found, key=lambda item: item[0]):
        if start > position:
            out.append(Piece(shown[position:start], call.start, call.end))
        out += pieces
        position = end
    if position < len(shown):
        out.append(Piece(shown[position:], call.start, call.end))
    return out


def cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The part of `pieces` from `start` to `end`, counted in their text."""
    out: list[Piece] = []
    position = 0
    for text, origin, origin_end in pieces:
        first, last = max(start - position, 0), min(end - position, len(text))
        if first < last:
            out.append(Piece(text[first:last], origin if origin_end >= 0 else origin + first, origin_end))
        position += len(text)
    return out


def _is_plain(text: str) -> bool:
    """Whether an argument holds nothing that could be a link, table or tag."""
    return not any(sign in text for sign in ("[", "<", "://", "{|"))


def render_blank(name: str, arguments: Arguments) -> str:
    """The renderer that lets every template show nothing."""
    return ""
