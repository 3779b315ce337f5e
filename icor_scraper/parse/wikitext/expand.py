"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

MediaWiki looks for tables, headings, links and quotes only in the expanded text
(https://www.mediawiki.org/wiki/Manual:Parser.php), and so does this parser.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping

from icor_scraper.errors import ParseError
from icor_scraper.models import ParseWarning, WarningCode
from icor_scraper.parse.wikitext.arguments import Arguments, join_range
from icor_scraper.parse.wikitext.calls import MAX_CALLS, argument_bounds, call_head, split_call, too_many_calls
from icor_scraper.parse.wikitext.functions import BLANKS, VARIABLES, FunctionCall, Page, TagCall, find_function
from icor_scraper.parse.wikitext.gallery import GalleryLine, captioned_lines
from icor_scraper.parse.wikitext.marks import (
    MARK,
    MARK_PATTERN,
    UNKNOWN,
    Fragment,
    FragmentKind,
    ListTag,
    Mark,
    ReferenceTag,
)
from icor_scraper.parse.wikitext.pieces import OBJECT, Piece, cut, join, source_of, trace
from icor_scraper.parse.wikitext.scan import Call, Extension, Node, scan
from icor_scraper.parse.wikitext.source import Source
from icor_scraper.parse.wikitext.subpages import called_title
from icor_scraper.parse.wikitext.tags import (
    CODE_TAGS,
    CONTENT_TAGS,
    FORMULA_TAGS,
    NO_ATTRIBUTES,
    SOURCE_TAGS,
    decode_references,
    formula_text,
    hides,
    parse_attributes,
    unquote,
)
from icor_scraper.parse.wikitext.unclosed import opens_reference

_REFERENCE = FragmentKind.REFERENCE  # as a plain name, since an enum's attributes are slow to look up
MAX_DEPTH = 100
"""Calls inside calls beyond this depth show nothing: MediaWiki's $wgMaxTemplateDepth on Wikipedia."""
MAX_EXPANDED = 2 * 1024 * 1024
"""Characters that calls may expand to in all: MediaWiki's post-expand include size ($wgMaxArticleSize)."""
MAX_REFERENCES = 120_000
"""Uses of references on one page: fifty times as many as the most of Wikipedia."""

_NOWIKI = re.compile(r"<nowiki>([^<]*+(?:<(?!/?nowiki>)[^<]*+)*+)</nowiki>", re.IGNORECASE)
_CAPITAL_REFERENCE = re.compile("<(?!ref)").match
_has_object = re.compile(OBJECT).search
_BLOCK_STARTS = ("{|", ":", ";", "#", "*")  # an expansion that begins so begins a line
_SUBST_PREFIX = "safesubst:"
_TEMPLATE_PREFIXES = ("msgnw:", "msg:", "raw:")
_MOST_EQUALS = 32
"""Equals signs with which the line of a heading without words may begin; six make a heading of the lowest level."""
_ONLY_WHEN_SAVED = "subst:"
_ON_DEMAND = frozenset("#if #ifeq #iferror #ifexist #ifexpr #switch #tag #time #timel #invoke".split())
"""Functions whose arguments are expanded as they are needed; those of any other one all are, needed or not."""

Shown = str | TagCall
Rendered = Shown | Iterable[Shown] | None
Renderer = Callable[[str, Arguments], Rendered]
"""From a template's title and arguments to wikitext that takes its place, or None where it is not known."""


def render_blank(name: str, arguments: Arguments) -> str:
    """The renderer that lets every template show nothing."""
    return ""


class Expander:
    """Expands one page."""

    def __init__(self, source: Source, renderer: Renderer, page: Page) -> None:
        self.text = source.text
        self.source = source
        self.renderer = renderer
        self.page = page
        self.marks: list[Mark] = []
        self.lists: dict[str, ListTag] = {}
        """The lists of references, by the numbers of their marks."""
        self.warnings: list[ParseWarning] = []
        self.fragments: list[Fragment] = []
        self.unclosed: list[tuple[int, str]] = []
        """Where something is opened and never closed, and what."""
        self.nodes: list[Node] = scan(self.text, 0, len(self.text), self.unclosed)
        """What the scans of the page and of extension tags' insides found, for the list of all templates."""
        self._pending: deque[Fragment] = deque()
        self._list_group: str | None = None
        self._titles: dict[str, str] = {}
        """By what stands before its first pipe, the title of each template called so far by its plain name."""
        self._depth = self._calls = self._references = 0
        self._budget = MAX_EXPANDED
        self._mark_sizes: dict[int, int] = {}
        """How much a mark of wikitext shows, by its number."""

    def run(self) -> list[Fragment]:
        """The page's fragments, each with its pieces, the page itself first."""
        page = self.fragment(FragmentKind.PAGE, 0, len(self.text))
        page.pieces = self.expand(list(self.nodes), 0, len(self.text))
        page.marks_end = len(self.marks)
        while self._pending:
            fragment = self._pending.popleft()
            fragment.first_mark = len(self.marks)
            fragment.pieces = self.expand_inner(*fragment.source)
            fragment.marks_end = len(self.marks)
        return self.fragments

    def warn_unknown(self, call: Call, why: str) -> None:
        """Say that what a call shows cannot be told."""
        name = self.text[call.start + 2 : call.start + 80].partition("|")[0].partition("}}")[0].strip()
        self.warnings.append(
            ParseWarning(
                code=WarningCode.UNRENDERED_TEMPLATE,
                message=f"what {{{{{name}}}}} shows is not known: it {why}",
                span=self.source.span(call.start, call.end),
                subject=name,
            )
        )

    # ---- stretches of source ------------------------------------------------------------------------------

    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]:
        """`text[start:end]`, in which `nodes` stand, with each of them expanded."""
        text = self.text
        pieces: list[Piece] = []
        for node in nodes:
            if node.start > start:
                pieces.append((text[start : node.start], start, -1))
            start = node.end
            kind = type(node)
            if kind is Call:
                shown = self.call(node)  # type: ignore[arg-type]  # just seen to be a Call
                if not shown:
                    if text.startswith("=", node.end) and self.is_between_equals(pieces):
                        pieces.append((UNKNOWN, node.start, node.end))
                else:
                    begins_line = node.start and text[node.start - 1] == "\n"
                    if not begins_line and _begins_block(shown):
                        pieces.append(("\n", node.start, node.end))
                    pieces += shown
            elif kind is Extension:
                pieces.append(self.extension(node))  # type: ignore[arg-type]  # just seen to be an Extension
            elif text.startswith("=", node.end) and self.is_between_equals(pieces):
                pieces.append((UNKNOWN, node.start, node.end))
        if start < end:
            pieces.append((text[start:end], start, -1))
        return pieces

    def is_between_equals(self, pieces: list[Piece]) -> bool:
        """`==<!-- c -->==`, where equals signs follow: a heading without words, no line of nothing but such signs.

        The `pieces` before end with the first signs, whatever else that shows nothing stands between.
        """
        shown, origin, end = pieces[-1] if pieces else ("", 0, 0)
        if end >= 0 or not shown.endswith("="):
            return False
        stop = origin + len(shown)
        before = self.text[max(stop - _MOST_EQUALS - 1, 0) : stop].rstrip("=")
        return before.endswith("\n") or (not before and stop <= _MOST_EQUALS)

    def expand_inner(self, start: int, end: int) -> list[Piece]:
        """The inside of an extension tag, which the scan took for opaque."""
        text = self.text
        if text.find("{", start, end) < 0 and text.find("<", start, end) < 0:
            return [(text[start:end], start, -1)]  # nothing that a scan could find
        nodes = scan(text, start, end, self.unclosed)
        self.nodes += nodes
        return self.expand(nodes, start, end)

    def fragment(self, kind: FragmentKind, start: int, end: int, pieces: list[Piece] | None = None) -> Fragment:
        fragment = Fragment(kind, (start, end))
        fragment.pieces = pieces
        self.fragments.append(fragment)
        return fragment

    def mark(self, mark: Mark) -> Piece:
        self.marks.append(mark)
        return f"{MARK}{len(self.marks) - 1}{MARK}", mark.start, mark.end

    def list_mark(self, tag: ListTag) -> Piece:
        piece = self.mark(tag)
        self.lists[piece[0].strip(MARK)] = tag
        return piece

    # ---- extension tags -----------------------------------------------------------------------------------

    def extension(self, node: Extension) -> Piece:
        """`<name>...</name>`: a mark, and what is to be read of the inside as a fragment of its own."""
        name = node.name
        if name == "ref":
            return self.reference(node)
        place = node.start, node.end
        inner = (node.inner_start, node.inner_end) if node.inner_start >= 0 else None
        if name == "references" and self._list_group is None:
            list_tag = ListTag(place, self.attributes(node))
            if inner:
                self.list_content(list_tag.group, *inner)
            return self.list_mark(list_tag)
        if name in FORMULA_TAGS:
            return self.mark(Mark(name, *place, self.formula(node)))
        if inner is None or name == "references":  # a list in a list shows nothing
            return self.mark(Mark(name, *place))
        content = self.text[slice(*inner)]
        if name in CODE_TAGS:
            if name == "pre":
                content = self.preformatted(node, content)
            return self.mark(Mark(name, *place, content if name in SOURCE_TAGS else decode_references(content)))
        if name == "indicator" and not self.attributes(node).get("name"):
            return self.mark(Mark(name, *place))
        if name in CONTENT_TAGS:
            kind = FragmentKind.INLINE if name == "poem" else FragmentKind.ASIDE
            fragment = self.fragment(kind, *inner, self.expand_inner(*inner))
            return self.mark(Mark(name, *place, "", fragment if kind is FragmentKind.INLINE else None))
        if name == "gallery":
            self.gallery(node, inner)
        elif name == "imagemap":
            self.fragment(FragmentKind.ASIDE, *inner, self.expand_inner(*inner))
        return self.mark(Mark(name, *place))

    def preformatted(self, node: Extension, content: str) -> str:
        """What `<pre>` shows: nothing of inner `<nowiki>` tags, nor anything if it is hidden."""
        if hides(self.text[node.start : node.attributes_end]):
            return ""
        return _NOWIKI.sub(r"\1", content) if "<" in content else content

    def formula(self, node: Extension) -> str:
        return formula_text(self.text[node.inner_start : node.inner_end], self.attributes(node))

    def attributes(self, node: Extension) -> Mapping[str, str]:
        start = node.start + 1 + len(node.name)
        return (
            parse_attributes(self.text[start : node.attributes_end]) if start < node.attributes_end else NO_ATTRIBUTES
        )

    def reference(self, node: Extension) -> Piece:
        self.count_reference()
        fragment = None
        swallows = False
        if node.inner_start >= 0:
            content = self.text[node.inner_start : node.inner_end]
            swallows = "<" in content and opens_reference(content)
            if content.strip(BLANKS) and (not swallows or self._list_group is not None):
                fragment = Fragment(_REFERENCE, (node.inner_start, node.inner_end))
                self.fragments.append(fragment)
                if "{" in content or "<" in content:
                    self._pending.append(fragment)
                else:  # there is nothing to expand
                    fragment.pieces = [(content, node.inner_start, -1)]
        attributes = self.attributes(node)
        tag = ReferenceTag((node.start, node.end), attributes, fragment, self._list_group, swallows=swallows)
        if node.inner_start < 0:
            tag.is_closed = False
        if "details" in attributes and (words := attributes["details"]):
            tag.details = self.attribute_fragment(_REFERENCE, node, words)
        return self.mark(tag)

    def count_reference(self) -> None:
        self._references += 1
        if self._references > MAX_REFERENCES:
            raise ParseError(f"expected a page of at most {MAX_REFERENCES} references, found more")

    def list_content(self, group: str, start: int, end: int) -> None:
        """The inside of <references>: its <ref>s define, and nothing else is shown."""
        outer, self._list_group = self._list_group, group
        self.fragment(FragmentKind.UNSEEN, start, end, self.expand_inner(start, end))
        self._list_group = outer

    def gallery(self, node: Extension, inner: tuple[int, int]) -> None:
        """`<gallery caption="...">` and its lines: each caption is read on its own."""
        if caption := self.attributes(node).get("caption"):
            self.attribute_fragment(FragmentKind.ASIDE, node, caption)
        dropped: GalleryLine | None = None
        for line in captioned_lines(self.text, *inner, self.page.language):
            if line.is_shown:
                self.fragment(FragmentKind.CAPTION, *line.caption, self.expand_inner(*line.caption))
            else:
                dropped = dropped or line
        if dropped:
            self.warnings.append(
                ParseWarning(
                    code=WarningCode.DROPPED_CONTENT,
                    message="lines of a gallery that name no file are left out, this one first",
                    span=self.source.span(dropped.start, dropped.caption[1]),
                    subject="",
                )
            )

    def attribute_fragment(self, kind: FragmentKind, node: Extension, value: str) -> Fragment:
        """The value of a tag's attribute, read as wikitext."""
        start = self.text.find(value, node.start, node.attributes_end)
        if start < 0:  # it holds character references
            return self.fragment(kind, node.start, node.end, [(value, node.start, node.end)])
        end = start + len(value)
        return self.fragment(kind, start, end, self.expand_inner(start, end))

    # ---- calls --------------------------------------------------------------------------------------------

    def call(self, call: Call) -> list[Piece]:
        """`{{...}}` or `{{{...}}}`: what takes its place."""
        self._calls += 1
        if self._calls > MAX_CALLS:
            raise too_many_calls()
        if self._depth >= MAX_DEPTH:
            self.warn_unknown(call, "is nested deeper than MediaWiki expands")
            return []
        self._depth += 1
        try:
            return self.template(call) if call.braces == 2 else self.parameter(call)
        except RecursionError:  # the caller has used up much of Python's stack
            self.warn_unknown(call, "is nested deeper than Python's stack allows")
            return []
        finally:
            self._depth -= 1

    def literal(self, call: Call) -> list[Piece]:
        """Braces that are no call after all: text, in which inner calls count."""
        return self.expand(call.nodes, call.start, call.end)

    def parameter(self, call: Call) -> list[Piece]:
        """`{{{name|default}}}` outside a template: its default, else itself."""
        parts = split_call(self.text, call)
        if len(parts) == 1:
            return self.literal(call)
        return self.expand(list(parts[1].nodes), parts[1].start, parts[1].end)

    def template(self, call: Call) -> list[Piece]:
        """`{{name|...}}`: a parser function, a variable or a template."""
        bar = self.text.find("|", call.start, call.end)
        head = self.text[call.start + 2 : bar if bar >= 0 else call.end - 2]
        arguments = Arguments(self, call)
        title = self._titles.get(head)
        if title is None:
            made = len(self.marks), len(self.fragments), len(self.warnings)
            name = self.name(call)
            function = self.function(name, call, arguments)
            if function is not None:
                return function
            is_saved_as_it_is = name[: len(_ONLY_WHEN_SAVED)].lower() == _ONLY_WHEN_SAVED
            title = None if is_saved_as_it_is else called_title(name, self.page.title, self.page.language)
            if title is None:
                del self.marks[made[0] :], self.fragments[made[1] :], self.warnings[made[2] :]  # of the name, made anew
                return self.literal(call)
            if name == head.strip() and name not in VARIABLES:
                self._titles[head] = title
        if call.nodes and any(type(node) is Extension for node in call.nodes):
            arguments.expand_names()
        shown = self.renderer(title, arguments)
        if shown is None:
            return self.unknown(call, arguments, "has no rule, and only the wiki knows it")
        return self.compose(shown, call, arguments) if shown else []

    def name(self, call: Call) -> str:
        """What stands before the first pipe, expanded and trimmed, without `subst:` and the like."""
        head = call_head(self.text, call)
        name = join_range(self, head, head.start, head.end).strip()
        if ":" in name:
            if name.lower().startswith(_SUBST_PREFIX):
                name = name[len(_SUBST_PREFIX) :]
            for prefix in _TEMPLATE_PREFIXES:
                if name.lower().startswith(prefix):
                    name = name[len(prefix) :]
                    name = f"Template:{name}" if name in VARIABLES else name
        return name

    def function(self, name: str, call: Call, arguments: Arguments) -> list[Piece] | None:
        """What a parser function or variable gives; None where the name is neither."""
        word, colon, first = name.partition(":")
        if colon:
            function = find_function(word)
            if function is None:
                return None
            if call.nodes and word.lower() not in _ON_DEMAND:
                for index in range(len(arguments)):
                    arguments.whole(index)
            function_call = FunctionCall(first, arguments, self.page)
            shown = function(function_call)
            if function_call.is_template:
                return None
            if function_call.doubt:
                self.warn_unknown(call, function_call.doubt)
        else:
            variable = VARIABLES.get(name)
            if variable is None or len(arguments):
                return None
            shown = variable(self.page)
        if shown is None:
            return self.unknown(call, arguments, "asks the wiki or a clock")
        return self.compose(shown, call, arguments)

    def unknown(self, call: Call, arguments: Arguments, why: str) -> list[Piece]:
        """A call that no rule knows: UNKNOWN takes its place, and its arguments are read as fragments."""
        if self.renderer is render_blank:
            return []
        self.warn_unknown(call, why)
        if not call.nodes and _has_object(self.text, call.start, call.end) is None:
            return [(UNKNOWN, call.start, call.end)]
        for index, part in enumerate(arguments.parts):
            if part.nodes or _has_object(self.text, part.start, part.end):
                _, start, end = argument_bounds(self.text, part)
                self.fragment(FragmentKind.ASIDE, start, end, arguments.expanded(index)[1])
        return [(UNKNOWN, call.start, call.end)]

    def compose(self, shown: Shown | Iterable[Shown], call: Call, arguments: Arguments) -> list[Piece]:
        """What takes the place of a call, as pieces that lead back to the arguments they come from."""
        pieces: list[Piece] = []
        for part in (shown,) if isinstance(shown, str | TagCall) else shown:
            if isinstance(part, TagCall):
                pieces.append(self.tag_call(part, call, arguments))
                continue
            self._budget -= self.shown_size(part) if MARK in part else len(part)
            if self._budget < 0:
                self.warn_unknown(call, "would make the text larger than MediaWiki allows")
                return []
            pieces += trace(part, call, arguments.asked())
        return pieces

    def shown_size(self, text: str) -> int:
        """How many characters `text` shows with what its marks stand for, which a call may repeat."""
        return len(text) + sum(self.mark_size(int(number)) for number in MARK_PATTERN.findall(text))

    def mark_size(self, number: int) -> int:
        mark = self.marks[number]
        if mark.fragment is None or mark.fragment.kind is not FragmentKind.INLINE:
            return len(mark.text)
        known = self._mark_sizes.get(number)
        if known is None:
            known = self._mark_sizes[number] = self.shown_size(join(mark.fragment.pieces or []))
        return known

    def tag_call(self, tag: TagCall, call: Call, arguments: Arguments) -> Piece:
        """An extension tag made by a call, as `{{#tag:ref|...}}`: its content is expanded already."""
        name, place, content = tag.name, (call.start, call.end), tag.content or ""
        attributes = {key: unquote(value) for key, value in tag.attributes.items()}
        pieces = trace(content, call, arguments.asked()) if content.strip(BLANKS) else []
        source = source_of(pieces) if pieces else place
        if name == "ref":
            self.count_reference()
            swallows = "<" in content and opens_reference(content)
            has_text = bool(pieces) and not swallows
            fragment = self.fragment(FragmentKind.REFERENCE, *source, pieces) if has_text else None
            made = ReferenceTag(place, attributes, fragment, self._list_group, swallows=swallows)
            made.is_closed = tag.content is not None
            return self.mark(made)
        if name == "references" and self._list_group is None:
            if pieces:
                self.fragment(FragmentKind.UNSEEN, *source, pieces)
            return self.list_mark(self.list_call(ListTag(place, attributes), content))
        if name == "gallery":
            if caption := attributes.get("caption"):
                self.fragment(FragmentKind.ASIDE, *place, [(caption, *place)])
            for line in captioned_lines(content, 0, len(content), self.page.language):
                if line.is_shown:
                    found = cut(pieces, *line.caption)
                    self.fragment(FragmentKind.CAPTION, *source_of(found), found)
        if name in CONTENT_TAGS and pieces:
            return self.mark(Mark(name, *place, "", self.fragment(FragmentKind.INLINE, *source, pieces)))
        content = MARK_PATTERN.sub("", content)
        if name in FORMULA_TAGS:
            return self.mark(Mark(name, *place, formula_text(content, attributes)))
        if name not in SOURCE_TAGS:
            content = decode_references(content) if name in CODE_TAGS else ""
        return self.mark(Mark(name, *place, content))

    def list_call(self, list_tag: ListTag, content: str) -> ListTag:
        """A list made by a call: what stands in it was met before the list was known."""
        for number in MARK_PATTERN.findall(content):
            mark = self.marks[int(number)]
            if isinstance(mark, ReferenceTag):
                if not _CAPITAL_REFERENCE(self.text, mark.start):  # Cite looks for small letters alone
                    mark.list_group = list_tag.group
            elif isinstance(mark, ListTag):
                list_tag.is_valid = mark.is_shown = False
        return list_tag


def _begins_block(shown: list[Piece]) -> bool:
    """Whether what a call shows begins a list or a table, the latter perhaps as `{{{!}}`."""
    first = shown[0][0]
    return first.startswith(_BLOCK_STARTS) or (first == "{" and len(shown) > 1 and shown[1][0].startswith("|"))
