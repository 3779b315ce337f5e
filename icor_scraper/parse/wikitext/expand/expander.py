"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

MediaWiki looks for tables, headings, links and quotes only in the expanded text
(https://www.mediawiki.org/wiki/Manual:Parser.php), and so does this parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icor_scraper.parse.wikitext.expand.arguments import Arguments, join_range
from icor_scraper.parse.wikitext.expand.budget import Budget
from icor_scraper.parse.wikitext.expand.equals import (
    ends_with_equals,
    part_from_begin,
    part_from_end,
    part_from_open_comment,
)
from icor_scraper.parse.wikitext.expand.extensions import TagExpander
from icor_scraper.parse.wikitext.expand.renderers import Renderer, render_blank
from icor_scraper.parse.wikitext.functions import (
    MOSTLY_EMPTY,
    VARIABLES,
    FunctionCall,
    Page,
    Shown,
    TagCall,
    find_function,
)
from icor_scraper.parse.wikitext.marks import MARK, UNKNOWN, Fragment, FragmentKind
from icor_scraper.parse.wikitext.names.subpages import called_title
from icor_scraper.parse.wikitext.names.titles import is_linked_when_called
from icor_scraper.parse.wikitext.pieces import OBJECT, Piece, trace
from icor_scraper.parse.wikitext.scan.calls import MAX_CALLS, argument_bounds, call_head, split_call, too_many_calls
from icor_scraper.parse.wikitext.scan.nodes import TEMPLATE_BRACES, Call, Extension, Node
from icor_scraper.parse.wikitext.scan.source import Source

MAX_DEPTH = 100
"""Calls inside calls beyond this depth show nothing: MediaWiki's $wgMaxTemplateDepth on Wikipedia."""

_HIDING = ("<!--", "<includeonly")
"""What hides all that follows where it is never closed."""
_has_control = re.compile("[\0-\x03]").search
_MARK_OR_CONTROL = re.compile(rf"{MARK}(\d{{1,9}}){MARK}|[\0-\x03]").sub
_opens_object = re.compile(OBJECT).search
_BLOCK_STARTS = ("{|", ":", ";", "#", "*")  # an expansion that begins so begins a line
_SAFESUBST = "safesubst:"
_TEMPLATE_PREFIXES = ("msgnw:", "msg:", "raw:")
_ONLY_WHEN_SAVED = "subst:"
_ON_DEMAND = frozenset("#if #ifeq #iferror #ifexist #ifexpr #switch #tag #time #timel #invoke".split())
"""Functions whose arguments are expanded as they are needed; those of any other one all are, needed or not."""


class Expander(TagExpander):
    """Expands one page: goes through its nodes, and has the rules for calls, beside those for extension tags."""

    def __init__(self, source: Source, renderer: Renderer, page: Page) -> None:
        super().__init__(source, page)
        self.renderer = renderer
        self._is_blank = renderer is render_blank
        self._titles: dict[str, str] = {}
        """By what stands before its first pipe, the title of each template called so far by its plain name."""
        self._depth = self._calls = 0
        self._budget = Budget(self.marks)

    def run(self) -> list[Fragment]:
        """The page's fragments, each with its pieces, the page itself first."""
        page = self.fragment(FragmentKind.PAGE, self.start, len(self.text))
        page.pieces = self.expand(list(self.nodes), self.start, len(self.text))
        page.marks_end = len(self.marks)
        while self.pending:
            fragment = self.pending.popleft()
            fragment.first_mark = len(self.marks)
            open_before = len(self.unclosed)
            fragment.pieces = self.expand_inner(*fragment.source)
            if len(self.unclosed) > open_before:
                fragment.is_open = any(self.text.startswith(_HIDING, start) for start, _ in self.unclosed[open_before:])
            fragment.marks_end = len(self.marks)
        return self.fragments

    def expand(self, nodes: list[Node], start: int, end: int) -> list[Piece]:
        text = self.text
        pieces: list[Piece] = []
        for node in nodes:
            if node.start > start:
                pieces.append((text[start : node.start], start, -1))
            start = node.end
            kind = type(node)
            if kind is Call:
                self.add_call(pieces, node)  # type: ignore[arg-type]  # just seen to be a Call
            elif kind is Extension:
                pieces.append(self.extension(node))  # type: ignore[arg-type]  # just seen to be an Extension
            elif text.startswith("=", node.end):
                self.add_nothing(pieces, node)
        if start < end:
            pieces.append((text[start:end], start, -1))
        elif nodes and not self._depth and text.startswith("<!--", nodes[-1].start):
            part_from_open_comment(text, pieces, nodes[-1].start, end)
        return pieces

    def add_call(self, pieces: list[Piece], call: Call) -> None:
        """Add what takes the place of a call to the `pieces` of what stands before it."""
        text, start, end = self.text, call.start, call.end
        shown = self.call(call)
        if not shown:
            if text.startswith("=", end):
                self.add_nothing(pieces, call)
            return
        before = text[start - 1] if start else ""
        if before == "=" and not self._depth:
            part_from_begin(text, pieces, end)
        if before != "\n" and _begins_block(call, shown):
            pieces.append(("\n", start, end))
        pieces += shown
        if shown[-1][0].endswith("=") and not self._depth and text.startswith("=", end):
            part_from_end(text, pieces, start, end)

    def add_nothing(self, pieces: list[Piece], node: Node) -> None:
        """Add UNKNOWN for what shows nothing between the equals signs of a heading, to keep them apart.

        In the arguments of calls MediaWiki keeps no such headings apart.
        """
        if not self._depth and ends_with_equals(self.text, pieces, node.end):
            pieces.append((UNKNOWN, node.start, node.end))

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
            return self.template(call) if call.braces == TEMPLATE_BRACES else self.parameter(call)
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
        join_range(self, parts[0], parts[0].start, parts[0].end)  # its name counts, but as nothing is called so
        return self.expand(list(parts[1].nodes), parts[1].start, parts[1].end)

    def template(self, call: Call) -> list[Piece]:
        """`{{name|...}}`: a parser function, a variable or a template."""
        bar = self.text.find("|", call.start, call.end)
        head = self.text[call.start + 2 : bar if bar >= 0 else call.end - 2]
        is_parted = bool(self.poems) and "\n" in head and self.is_parted_by_poem(call.start, head)
        title = None if is_parted else self._titles.get(head)
        if title and self._is_blank and not call.nodes:
            return []
        arguments = Arguments(self, call)
        if title is None:
            called = self.called(head, call, arguments, is_parted=is_parted)
            if not isinstance(called, str):
                return called
            title = called
        if call.nodes and any(map(self.may_hold_tag, call.nodes)):
            arguments.expand_names()
        shown = self.renderer(title, arguments)
        if shown is None:
            return self.unknown(call, arguments, "has no rule, and only the wiki knows it")
        return self.compose(self.with_tags(shown, call, arguments), call, arguments) if shown else []

    def may_hold_tag(self, node: Node) -> bool:
        """Whether a node is an extension tag, or a call that may show one: `{{#tag:ref}}`, `{{lc:<ref>a</ref>}}`."""
        if isinstance(node, Call):
            return bool(node.nodes) or self.text.find("#", node.start, node.end) >= 0
        return isinstance(node, Extension)

    def called(self, head: str, call: Call, arguments: Arguments, *, is_parted: bool) -> str | list[Piece]:
        """The title of the template that is called; what takes the call's place where it calls none."""
        made = len(self.marks), len(self.fragments), len(self.warnings)
        name = self.name(call)
        function = self.function(name, call, arguments)
        if function is not None:
            return function
        is_title = not is_parted and not name.lower().startswith(_ONLY_WHEN_SAVED)
        title = called_title(name, self.page.title, self.page.language) if is_title else None
        if title is None:
            del self.marks[made[0] :], self.fragments[made[1] :], self.warnings[made[2] :]  # of the name, made anew
            return self.literal(call)
        if is_linked_when_called(title, self.page.language):
            return self.compose(f"[[:{title}]]", call, arguments)
        if name == head.strip() and name not in VARIABLES:
            self._titles[head] = title
        return title

    def name(self, call: Call) -> str:
        """What stands before the first pipe, expanded and trimmed, without `subst:` and the like."""
        head = call_head(self.text, call)
        name = join_range(self, head, head.start, head.end).strip()
        if ":" in name:
            if name.lower().startswith(_SAFESUBST):
                name = name[len(_SAFESUBST) :]
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
            function_call = FunctionCall(first, arguments, self.page, self.marks)
            shown = function(function_call)
            if function_call.is_template:
                return None
            self.note_aside(function_call, call)
        else:
            variable = VARIABLES.get(name)
            if variable is None or len(arguments):
                return None
            shown = variable(self.page)
        if shown is None:
            if self._is_blank and word.lower() in MOSTLY_EMPTY:
                return []
            return self.unknown(call, arguments, "asks the wiki or a clock")
        return self.compose(shown, call, arguments)

    def note_aside(self, function_call: FunctionCall, call: Call) -> None:
        """Keep what a parser function tells beside what it shows: a doubt, a link that nobody sees."""
        if function_call.doubt:
            self.warn_unknown(call, function_call.doubt)
        if function_call.linked:
            unseen = f"[[:{function_call.linked}| ]]", call.start, call.end
            self.fragment(FragmentKind.ASIDE, call.start, call.end, [unseen])

    def unknown(self, call: Call, arguments: Arguments, why: str) -> list[Piece]:
        """A call that no rule knows: UNKNOWN takes its place, and its arguments are read as fragments."""
        if self._is_blank:
            return [(UNKNOWN, call.start, call.end)]
        self.warn_unknown(call, why)
        if not call.nodes and _opens_object(self.text, call.start, call.end) is None:
            return [(UNKNOWN, call.start, call.end)]
        for index, part in enumerate(arguments.parts):
            if part.nodes or _opens_object(self.text, part.start, part.end):
                _, start, end = argument_bounds(self.text, part)
                self.fragment(FragmentKind.ASIDE, start, end, arguments.expanded(index)[1])
        return [(UNKNOWN, call.start, call.end)]

    def with_tags(self, shown: Shown | Iterable[Shown], call: Call, arguments: Arguments) -> Iterator[Shown]:
        """What a renderer gave, with the extension tags in its text as such."""
        for part in _parts(shown):
            if isinstance(part, TagCall):
                yield part
                continue
            text = _MARK_OR_CONTROL(self.known_mark, part) if _has_control(part) else part
            if "<" in text or "{{" in text:
                yield from self.shown_tags(text, call, arguments)
            else:
                yield text

    def known_mark(self, match: re.Match[str]) -> str:
        """A mark, which an argument has brought; U+FFFD for what only looks like one, and other signs of the parser."""
        return match[0] if match[1] and int(match[1]) < len(self.marks) else "\ufffd"

    def compose(self, shown: Shown | Iterable[Shown], call: Call, arguments: Arguments) -> list[Piece]:
        """What takes the place of a call, as pieces that lead back to the arguments they come from."""
        pieces: list[Piece] = []
        for part in _parts(shown):
            if isinstance(part, TagCall):
                pieces.append(self.tag_call(part, call, arguments))
                continue
            if not self._budget.pays_for(part):
                self.warn_unknown(call, "would make the text larger than MediaWiki allows")
                return []
            pieces += trace(part, call, arguments.asked())
        return pieces


def _parts(shown: Shown | Iterable[Shown]) -> Iterable[Shown]:
    """What is shown, part by part."""
    return (shown,) if isinstance(shown, (str, TagCall)) else shown


def _begins_block(call: Call, shown: list[Piece]) -> bool:
    """Whether what a template, not a parameter, shows begins a list or a table, the latter perhaps as `{{{!}}`."""
    first = shown[0][0]
    is_start = first.startswith(_BLOCK_STARTS) or (first == "{" and len(shown) > 1 and shown[1][0].startswith("|"))
    return is_start and call.braces == TEMPLATE_BRACES
