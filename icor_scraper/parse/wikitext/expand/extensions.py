"""Extension tags in the expansion: each leaves a mark, and what is read of its inside is a fragment of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from icor_scraper.errors import ParseError
from icor_scraper.models import ParseWarning, WarningCode
from icor_scraper.parse.wikitext.expand.arguments import Arguments
from icor_scraper.parse.wikitext.expand.base import ExpanderBase
from icor_scraper.parse.wikitext.expand.called_tags import literal_text, take_references
from icor_scraper.parse.wikitext.expand.gallery import GalleryLine, begins_with_image, captioned_lines
from icor_scraper.parse.wikitext.expand.unclosed import opens_reference
from icor_scraper.parse.wikitext.functions import BLANKS, Page, Shown, TagCall
from icor_scraper.parse.wikitext.marks import (
    MARK_PATTERN,
    UNKNOWN,
    Fragment,
    FragmentKind,
    ListTag,
    Mark,
    PlainMark,
    ReferenceTag,
)
from icor_scraper.parse.wikitext.names.subpages import called_title
from icor_scraper.parse.wikitext.pieces import Piece, cut, source_of, trace
from icor_scraper.parse.wikitext.scan.nodes import TEMPLATE_BRACES, Call, Extension
from icor_scraper.parse.wikitext.scan.scanner import scan
from icor_scraper.parse.wikitext.scan.source import Source
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

MAX_REFERENCES = 120_000
"""Uses of references on one page: fifty times as many as the most of Wikipedia."""

_READ_IN_PLACE = frozenset({"ref", "references", "gallery"})
"""Extension tags whose inside is wikitext besides CONTENT_TAGS, which are shown otherwise."""
_REFERENCE = FragmentKind.REFERENCE  # as a plain name, since an enum's attributes are slow to look up
_NOWIKI = re.compile(r"<nowiki>([^<]*+(?:<(?!/?nowiki>)[^<]*+)*+)</nowiki>", re.IGNORECASE)
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)


class TagExpander(ExpanderBase):
    """The rules for extension tags."""

    def __init__(self, source: Source, page: Page) -> None:
        super().__init__(source, page)
        self._list_group: str | None = None
        """The group of the list of references whose inside is expanded."""
        self._references = self._listed_marks = 0
        """How many were met so far; how many marks there were when a call last made a list."""
        self.poems: list[tuple[int, int]] = []
        """Where the insides of poems stand."""

    def extension(self, node: Extension) -> Piece:
        """`<name>...</name>`: a mark, and what is to be read of the inside as a fragment of its own."""
        name = node.name
        if name == "ref":
            return self.reference(node)
        place = node.start, node.end
        inner = (node.inner_start, node.inner_end) if node.inner_start >= 0 else None
        if name == "references" and self._list_group is None:
            list_tag = ListTag(place, self.attributes(node), self.text[slice(*inner)] if inner else None)
            if inner:
                self.list_content(list_tag.group, *inner)
            return self.list_mark(list_tag)
        if name in FORMULA_TAGS:
            return self.mark(Mark(name, *place, self.formula(node)))
        if name == "gallery":
            self.gallery(node, inner or (node.end, node.end))
        if inner is None or name == "references":  # a list in a list shows nothing
            return self.mark(PlainMark(name, *place) if name == "nowiki" else Mark(name, *place))
        content = self.text[slice(*inner)]
        if name in CODE_TAGS:
            if name == "pre":
                content = self.preformatted(node, content)
            shown = content if name in SOURCE_TAGS else decode_references(content)
            kind = PlainMark if name == "nowiki" and shown == content else Mark
            return self.mark(kind(name, *place, shown))
        if name == "indicator" and not self.attributes(node).get("name"):
            return self.mark(Mark(name, *place))
        if name in CONTENT_TAGS:
            if name == "poem":
                self.poems.append(inner)
            is_hidden = hides(self.text[node.start : node.attributes_end])
            return self.content_mark(name, place, inner, self.expand_inner(*inner), is_hidden=is_hidden)
        if name == "imagemap":
            self.image_map(inner)
        return self.mark(Mark(name, *place))

    def content_mark(
        self,
        name: str,
        place: tuple[int, int],
        source: tuple[int, int],
        pieces: list[Piece],
        *,
        is_hidden: bool = False,
    ) -> Piece:
        """The mark of a tag whose content is wikitext, which a poem shows in its place, and other tags elsewhere."""
        if name == "poem" and not is_hidden:
            return self.mark(Mark(name, *place, "", self.fragment(FragmentKind.INLINE, *source, pieces)))
        self.fragment(FragmentKind.ASIDE, *source, pieces)
        return self.mark(Mark(name, *place))

    def is_parted_by_poem(self, start: int, head: str) -> bool:
        """Whether a call's `head`, which begins at `start`, has the mark in it with which a poem ends each line."""
        poem = bisect_right(self.poems, (start, len(self.text))) - 1
        return poem >= 0 and start < self.poems[poem][1] and "\n" in _COMMENT.sub("", head)

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
            is_empty = content[:1] in BLANKS and not content.strip(BLANKS)
            if not is_empty and (not swallows or self._list_group is not None):
                fragment = self.fragment(_REFERENCE, node.inner_start, node.inner_end)
                if "{" in content or "<" in content:
                    self.pending.append(fragment)
                else:  # there is nothing to expand
                    fragment.pieces = [(content, node.inner_start, -1)]
        attributes = self.attributes(node)
        tag = ReferenceTag((node.start, node.end), attributes, fragment, self._list_group, swallows=swallows)
        if node.inner_start < 0:
            tag.is_closed = False
        if words := attributes.get("details"):
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
            why = "lines of a gallery that name no file are left out, this one first"
            self.warn_dropped(why, dropped.start, dropped.caption[1])

    def image_map(self, inner: tuple[int, int]) -> None:
        """`<imagemap>`: an image, and what its parts link to."""
        if begins_with_image(self.text[slice(*inner)], self.page.language):
            self.fragment(FragmentKind.ASIDE, *inner, self.expand_inner(*inner))
        elif inner[0] < inner[1]:
            self.warn_dropped("an image map whose first line names no image shows nothing", *inner)

    def warn_dropped(self, message: str, start: int, end: int) -> None:
        """Say that some of the text is not shown."""
        span = self.source.span(start, end)
        warning = ParseWarning(code=WarningCode.DROPPED_CONTENT, message=message, span=span, subject="")
        self.warnings.append(warning)

    def attribute_fragment(self, kind: FragmentKind, node: Extension, value: str) -> Fragment:
        """The value of a tag's attribute, read as wikitext."""
        start = self.text.find(value, node.start, node.attributes_end)
        if start < 0:  # it holds character references
            return self.fragment(kind, node.start, node.end, [(value, node.start, node.end)])
        end = start + len(value)
        return self.fragment(kind, start, end, self.expand_inner(start, end))

    def shown_tags(self, shown: str, call: Call, arguments: Arguments) -> Iterator[Shown]:
        """What a call shows, with the extension tags in it as such and without comments.

        A template's call in it is not read, as its arguments stand in no source, and leaves UNKNOWN and a warning.
        """
        position = 0
        for node in scan(shown, 0, len(shown)):
            if type(node) is Call and not self._is_called(shown, node):
                continue
            yield shown[position : node.start]
            position = node.end
            if type(node) is Call:
                self.warn_unknown(call, f"shows the call of another template: {shown[node.start : node.end]}")
                yield UNKNOWN
            elif type(node) is Extension:
                yield self._shown_tag(shown, node, call, arguments)
        yield shown[position:]

    def _is_called(self, text: str, call: Call) -> bool:
        """Whether braces in what a call shows are a template's call, and no text."""
        name = text[call.start + 2 : call.end - 2].partition("|")[0].strip()
        return call.braces == TEMPLATE_BRACES and called_title(name, self.page.title, self.page.language) is not None

    def _shown_tag(self, shown: str, node: Extension, call: Call, arguments: Arguments) -> TagCall:
        content = shown[node.inner_start : node.inner_end] if node.inner_start >= 0 else None
        if content and (node.name in CONTENT_TAGS or node.name in _READ_IN_PLACE):
            parts = self.shown_tags(content, call, arguments)
            content = "".join(
                [self.tag_call(part, call, arguments)[0] if isinstance(part, TagCall) else part for part in parts]
            )
        attributes = parse_attributes(shown[node.start + 1 + len(node.name) : node.attributes_end])
        return TagCall(node.name, content, attributes)

    def tag_call(self, tag: TagCall, call: Call, arguments: Arguments) -> Piece:
        """An extension tag made by a call, as `{{#tag:ref|...}}`: its content is expanded already."""
        name, place, content = tag.name, (call.start, call.end), tag.content or ""
        if name == "ref":
            content = content.rstrip("\n")
        attributes = {key: unquote(value.replace(UNKNOWN, "")) for key, value in tag.attributes.items()}
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
            written = tag.content and MARK_PATTERN.sub("", tag.content)
            listed = ListTag(place, attributes, written)
            take_references(listed, content, self.marks, self._listed_marks, self.text)
            self._listed_marks = len(self.marks)
            return self.list_mark(listed)
        if name == "gallery":
            self.gallery_call(place, attributes, content, pieces)
        if name in CONTENT_TAGS and pieces and (name != "indicator" or attributes.get("name")):
            return self.content_mark(name, place, source, pieces)
        if name == "imagemap" and begins_with_image(content, self.page.language):
            self.fragment(FragmentKind.ASIDE, *source, pieces)
        shown = literal_text(name, content, attributes, self.marks)
        kind = PlainMark if name == "nowiki" and shown == content else Mark
        return self.mark(kind(name, *place, shown))

    def gallery_call(
        self, place: tuple[int, int], attributes: Mapping[str, str], content: str, pieces: list[Piece]
    ) -> None:
        """The captions of a gallery made by a call, of which `pieces` are the content."""
        if caption := attributes.get("caption"):
            self.fragment(FragmentKind.ASIDE, *place, [(caption, *place)])
        for line in captioned_lines(content, 0, len(content), self.page.language):
            if line.is_shown:
                found = cut(pieces, *line.caption)
                self.fragment(FragmentKind.CAPTION, *source_of(found), found)
