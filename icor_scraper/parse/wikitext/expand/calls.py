"""Calls in the expansion: of templates, of parser functions, and of what looks like either; what takes their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from icor_scraper.parse.wikitext.expand.arguments import Arguments, Expands, join_range
from icor_scraper.parse.wikitext.expand.budget import Budget
from icor_scraper.parse.wikitext.expand.extensions import ExtensionTags
from icor_scraper.parse.wikitext.expand.gathered import Gathered
from icor_scraper.parse.wikitext.expand.renderers import Renderer, render_blank
from icor_scraper.parse.wikitext.functions import (
    MOSTLY_EMPTY,
    VARIABLES,
    FunctionCall,
    Shown,
    TagCall,
    find_function,
)
from icor_scraper.parse.wikitext.marks import MARK, UNKNOWN, FragmentKind
from icor_scraper.parse.wikitext.names.subpages import called_title
from icor_scraper.parse.wikitext.names.titles import is_linked_when_called
from icor_scraper.parse.wikitext.pieces import OBJECT, Piece, trace
from icor_scraper.parse.wikitext.scan.calls import MAX_CALLS, argument_bounds, call_head, split_call, too_many_calls
from icor_scraper.parse.wikitext.scan.nodes import TEMPLATE_BRACES, Call, Extension, Node

MAX_DEPTH = 100
"""Calls inside calls beyond this depth show nothing: MediaWiki's $wgMaxTemplateDepth on Wikipedia."""

_has_control = re.compile("[\0-\x03]").search
_MARK_OR_CONTROL = re.compile(rf"{MARK}(\d{{1,9}}){MARK}|[\0-\x03]").sub
_opens_object = re.compile(OBJECT).search
_SAFESUBST = "safesubst:"
_TEMPLATE_PREFIXES = ("msgnw:", "msg:", "raw:")
_ONLY_WHEN_SAVED = "subst:"
_ON_DEMAND = frozenset("#if #ifeq #iferror #ifexist #ifexpr #switch #tag #time #timel #invoke".split())
"""Functions whose arguments are expanded as they are needed; those of any other one all are, needed or not."""


class Calls:
    """The rules for calls."""

    def __init__(self, gathered: Gathered, expander: Expands, tags: ExtensionTags, renderer: Renderer) -> None:
        self.gathered = gathered
        self.expander = expander
        self.tags = tags
        self.renderer = renderer
        self.text = gathered.text
        self.page = gathered.page
        self.depth = 0
        """How many calls stand around what is expanded."""
        self._calls = 0
        self._is_blank = renderer is render_blank
        self._titles: dict[str, str] = {}
        """By what stands before its first pipe, the title of each template called so far by its plain name."""
        self._budget = Budget(gathered.marks)

    def call(self, call: Call) -> list[Piece]:
        """`{{...}}` or `{{{...}}}`: what takes its place."""
        self._calls += 1
        if self._calls > MAX_CALLS:
            raise too_many_calls()
        if self.depth >= MAX_DEPTH:
            self.gathered.warn_unknown(call, "is nested deeper than MediaWiki expands")
            return []
        self.depth += 1
        try:
            return self._template(call) if call.braces == TEMPLATE_BRACES else self._parameter(call)
        except RecursionError:  # the caller has used up much of Python's stack
            self.gathered.warn_unknown(call, "is nested deeper than Python's stack allows")
            return []
        finally:
            self.depth -= 1

    def _literal(self, call: Call) -> list[Piece]:
        """Braces that are no call after all: text, in which inner calls count."""
        return self.expander.expand(call.nodes, call.start, call.end)

    def _parameter(self, call: Call) -> list[Piece]:
        """`{{{name|default}}}` outside a template: its default, else itself."""
        parts = split_call(self.text, call)
        if len(parts) == 1:
            return self._literal(call)
        name = parts[0]
        join_range(self.expander, name, name.start, name.end)  # it counts, but as nothing is called so
        return self.expander.expand(list(parts[1].nodes), parts[1].start, parts[1].end)

    def _template(self, call: Call) -> list[Piece]:
        """`{{name|...}}`: a parser function, a variable or a template."""
        bar = self.text.find("|", call.start, call.end)
        head = self.text[call.start + 2 : bar if bar >= 0 else call.end - 2]
        is_parted = bool(self.tags.poems) and "\n" in head and self.tags.is_parted_by_poem(call.start, head)
        title = None if is_parted else self._titles.get(head)
        if title and self._is_blank and not call.nodes:
            return []
        arguments = Arguments(self.expander, call)
        if title is None:
            called = self._called(head, call, arguments, is_parted=is_parted)
            if not isinstance(called, str):
                return called
            title = called
        if call.nodes and any(map(self._may_hold_tag, call.nodes)):
            arguments.expand_names()
        shown = self.renderer(title, arguments)
        if shown is None:
            return self._unknown(call, arguments, "has no rule, and only the wiki knows it")
        return self._compose(self._with_tags(shown, call, arguments), call, arguments) if shown else []

    def _may_hold_tag(self, node: Node) -> bool:
        """Whether a node is an extension tag, or a call that may show one: `{{#tag:ref}}`, `{{lc:<ref>a</ref>}}`."""
        if isinstance(node, Call):
            return bool(node.nodes) or self.text.find("#", node.start, node.end) >= 0
        return isinstance(node, Extension)

    def _called(self, head: str, call: Call, arguments: Arguments, *, is_parted: bool) -> str | list[Piece]:
        """The title of the template that is called; what takes the call's place where it calls none."""
        before = self.gathered.sizes()
        name = self._name(call)
        function = self._function(name, call, arguments)
        if function is not None:
            return function
        is_title = not is_parted and not name.lower().startswith(_ONLY_WHEN_SAVED)
        title = called_title(name, self.page.title, self.page.language) if is_title else None
        if title is None:
            self.gathered.forget_since(before)  # of the name, which is made anew
            return self._literal(call)
        if is_linked_when_called(title, self.page.language):
            return self._compose(f"[[:{title}]]", call, arguments)
        if name == head.strip() and name not in VARIABLES:
            self._titles[head] = title
        return title

    def _name(self, call: Call) -> str:
        """What stands before the first pipe, expanded and trimmed, without `subst:` and the like."""
        head = call_head(self.text, call)
        name = join_range(self.expander, head, head.start, head.end).strip()
        if ":" in name:
            if name.lower().startswith(_SAFESUBST):
                name = name[len(_SAFESUBST) :]
            for prefix in _TEMPLATE_PREFIXES:
                if name.lower().startswith(prefix):
                    name = name[len(prefix) :]
                    name = f"Template:{name}" if name in VARIABLES else name
        return name

    def _function(self, name: str, call: Call, arguments: Arguments) -> list[Piece] | None:
        """What a parser function or variable gives; None where the name is neither."""
        word, colon, first = name.partition(":")
        if colon:
            function = find_function(word)
            if function is None:
                return None
            if call.nodes and word.lower() not in _ON_DEMAND:
                for index in range(len(arguments)):
                    arguments.whole(index)
            function_call = FunctionCall(first, arguments, self.page, self.gathered.marks)
            shown = function(function_call)
            if function_call.is_template:
                return None
            self._note_aside(function_call, call)
        else:
            variable = VARIABLES.get(name)
            if variable is None or len(arguments):
                return None
            shown = variable(self.page)
        if shown is None:
            if self._is_blank and word.lower() in MOSTLY_EMPTY:
                return []
            return self._unknown(call, arguments, "asks the wiki or a clock")
        return self._compose(shown, call, arguments)

    def _note_aside(self, function_call: FunctionCall, call: Call) -> None:
        """Keep what a parser function tells beside what it shows: a doubt, a link that nobody sees."""
        if function_call.doubt:
            self.gathered.warn_unknown(call, function_call.doubt)
        if function_call.linked:
            unseen = f"[[:{function_call.linked}| ]]", call.start, call.end
            self.gathered.fragment(FragmentKind.ASIDE, call.start, call.end, [unseen])

    def _unknown(self, call: Call, arguments: Arguments, why: str) -> list[Piece]:
        """A call that no rule knows: UNKNOWN takes its place, and its arguments are read as fragments."""
        if self._is_blank:
            return [(UNKNOWN, call.start, call.end)]
        self.gathered.warn_unknown(call, why)
        if not call.nodes and _opens_object(self.text, call.start, call.end) is None:
            return [(UNKNOWN, call.start, call.end)]
        for index, part in enumerate(arguments.parts):
            if part.nodes or _opens_object(self.text, part.start, part.end):
                _, start, end = argument_bounds(self.text, part)
                self.gathered.fragment(FragmentKind.ASIDE, start, end, arguments.expanded(index)[1])
        return [(UNKNOWN, call.start, call.end)]

    def _with_tags(self, shown: Shown | Iterable[Shown], call: Call, arguments: Arguments) -> Iterator[Shown]:
        """What a renderer gave, with the extension tags in its text as such."""
        for part in _parts(shown):
            if isinstance(part, TagCall):
                yield part
                continue
            text = _MARK_OR_CONTROL(self._known_mark, part) if _has_control(part) else part
            if "<" in text or "{{" in text:
                yield from self.tags.shown_tags(text, call, arguments)
            else:
                yield text

    def _known_mark(self, match: re.Match[str]) -> str:
        """A mark, which an argument has brought; U+FFFD for what only looks like one, and other signs of the parser."""
        return match[0] if match[1] and int(match[1]) < len(self.gathered.marks) else "\ufffd"

    def _compose(self, shown: Shown | Iterable[Shown], call: Call, arguments: Arguments) -> list[Piece]:
        """What takes the place of a call, as pieces that lead back to the arguments they come from."""
        pieces: list[Piece] = []
        for part in _parts(shown):
            if isinstance(part, TagCall):
                pieces.append(self.tags.tag_call(part, call, arguments))
                continue
            if not self._budget.pays_for(part):
                self.gathered.warn_unknown(call, "would make the text larger than MediaWiki allows")
                return []
            pieces += trace(part, call, arguments.asked())
        return pieces


def _parts(shown: Shown | Iterable[Shown]) -> Iterable[Shown]:
    """What is shown, part by part."""
    return (shown,) if isinstance(shown, (str, TagCall)) else shown
