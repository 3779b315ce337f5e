"""Extension tags in the expansion: each leaves a mark, and what is read of its inside is a fragment of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from icor_scraper.errors import ParseError
from icor_scraper.parse.wikitext.expand.arguments import Arguments, Expands
from icor_scraper.parse.wikitext.expand.called_tags import literal_text, take_references
from icor_scraper.parse.wikitext.expand.gallery import GalleryLine, begins_with_image, captioned_lines
from icor_scraper.parse.wikitext.expand.gathered import Gathered
from icor_scraper.parse.wikitext.expand.unclosed import opens_reference
from icor_scraper.parse.wikitext.functions import BLANKS, Shown, TagCall
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
from icor_scraper.parse.wikitext.tags import (
    CODE_TAGS,
    CONTENT_TAGS,
    FORMULA_TAGS,
    NO_ATTRIBUTES,
    SOURCE_TAGS,
    decode_references,
    formula_text,
    hides,
    is_hiding,
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


class ExtensionTags:
    """The rules for extension tags."""

    def __init__(self, gathered: Gathered, expander: Expands) -> None:
        self.gathered = gathered
        self.expander = expander
        self.text = gathered.text
        self.page = gathered.page
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
            return self._reference(node)
        place = node.start, node.end
        inner = (node.inner_start, node.inner_end) if node.inner_start >= 0 else None
        if name == "references" and self._list_group is None:
            list_tag = ListTag(place, self._attributes(node), self.text[slice(*inner)] if inner else None)
            if inner:
                self._list_content(list_tag.group, *inner)
            return self.gathered.list_mark(list_tag)
        if name in FORMULA_TAGS:
            return self.gathered.mark(Mark(name, *place, self._formula(node)))
        if name == "gallery":
            self._gallery(node, inner or (node.end, node.end))
        if inner is None or name == "references":  # a list in a list shows nothing
            return self.gathered.mark(PlainMark(name, *place) if name == "nowiki" else Mark(name, *place))
        content = self.text[slice(*inner)]
        if name in CODE_TAGS:
            if name == "pre":
                content = self._preformatted(node, content)
            shown = content if name in SOURCE_TAGS else decode_references(content)
            kind = PlainMark if name == "nowiki" and shown == content else Mark
            return self.gathered.mark(kind(name, *place, shown))
        if name == "indicator" and not self._attributes(node).get("name"):
            return self.gathered.mark(Mark(name, *place))
        if name in CONTENT_TAGS:
            if name == "poem":
                self.poems.append(inner)
            is_hidden = name == "poem" and hides(self.text[node.start : node.attributes_end])
            return self._content_mark(name, place, inner, self.expander.expand_inner(*inner), is_hidden=is_hidden)
        if name == "imagemap":
            self._image_map(inner)
        return self.gathered.mark(Mark(name, *place))

    def _content_mark(
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
            shown = self.gathered.fragment(FragmentKind.INLINE, *source, pieces)
            return self.gathered.mark(Mark(name, *place, "", shown))
        self.gathered.fragment(FragmentKind.ASIDE, *source, pieces)
        return self.gathered.mark(Mark(name, *place))

    def is_parted_by_poem(self, start: int, head: str) -> bool:
        """Whether a call's `head`, which begins at `start`, has the mark in it with which a poem ends each line."""
        poem = bisect_right(self.poems, (start, len(self.text))) - 1
        return poem >= 0 and start < self.poems[poem][1] and "\n" in _COMMENT.sub("", head)

    def _preformatted(self, node: Extension, content: str) -> str:
        """What `<pre>` shows: nothing of inner `<nowiki>` tags, nor anything if it is hidden."""
        if hides(self.text[node.start : node.attributes_end]):
            return ""
        return _NOWIKI.sub(r"\1", content) if "<" in content else content

    def _formula(self, node: Extension) -> str:
        return formula_text(self.text[node.inner_start : node.inner_end], self._attributes(node))

    def _attributes(self, node: Extension) -> Mapping[str, str]:
        start = node.start + 1 + len(node.name)
        return (
            parse_attributes(self.text[start : node.attributes_end]) if start < node.attributes_end else NO_ATTRIBUTES
        )

    def _reference(self, node: Extension) -> Piece:
        self._count_reference()
        fragment = None
        swallows = False
        if node.inner_start >= 0:
            content = self.text[node.inner_start : node.inner_end]
            swallows = "<" in content and opens_reference(content)
            is_empty = content[:1] in BLANKS and not content.strip(BLANKS)
            if not is_empty and (not swallows or self._list_group is not None):
                fragment = self.gathered.fragment(_REFERENCE, node.inner_start, node.inner_end)
                if "{" in content or "<" in content:
                    self.gathered.pending.append(fragment)
                else:  # there is nothing to expand
                    fragment.pieces = [(content, node.inner_start, -1)]
        attributes = self._attributes(node)
        tag = ReferenceTag((node.start, node.end), attributes, fragment, self._list_group, swallows=swallows)
        if node.inner_start < 0:
            tag.is_closed = False
        if words := attributes.get("details"):
            tag.details = self._attribute_fragment(_REFERENCE, node, words)
        return self.gathered.mark(tag)

    def _count_reference(self) -> None:
        self._references += 1
        if self._references > MAX_REFERENCES:
            raise ParseError(f"expected a page of at most {MAX_REFERENCES} references, found more")

    def _list_content(self, group: str, start: int, end: int) -> None:
        """The inside of <references>: its <ref>s define, and nothing else is shown."""
        outer, self._list_group = self._list_group, group
        self.gathered.fragment(FragmentKind.UNSEEN, start, end, self.expander.expand_inner(start, end))
        self._list_group = outer

    def _gallery(self, node: Extension, inner: tuple[int, int]) -> None:
        """`<gallery caption="...">` and its lines: each caption is read on its own."""
        if caption := self._attributes(node).get("caption"):
            self._attribute_fragment(FragmentKind.ASIDE, node, caption)
        dropped: GalleryLine | None = None
        for line in captioned_lines(self.text, *inner, self.page.language):
            if line.is_shown:
                self.gathered.fragment(FragmentKind.CAPTION, *line.caption, self.expander.expand_inner(*line.caption))
            else:
                dropped = dropped or line
        if dropped:
            why = "lines of a gallery that name no file are left out, this one first"
            self.gathered.warn_dropped(why, dropped.start, dropped.caption[1])

    def _image_map(self, inner: tuple[int, int]) -> None:
        """`<imagemap>`: an image, and what its parts link to."""
        if begins_with_image(self.text[slice(*inner)], self.page.language):
            self.gathered.fragment(FragmentKind.ASIDE, *inner, self.expander.expand_inner(*inner))
        elif inner[0] < inner[1]:
            self.gathered.warn_dropped("an image map whose first line names no image shows nothing", *inner)

    def _attribute_fragment(self, kind: FragmentKind, node: Extension, value: str) -> Fragment:
        """The value of a tag's attribute, read as wikitext."""
        start = self.text.find(value, node.start, node.attributes_end)
        if start < 0:  # it holds character references
            return self.gathered.fragment(kind, node.start, node.end, [(value, node.start, node.end)])
        end = start + len(value)
        return self.gathered.fragment(kind, start, end, self.expander.expand_inner(start, end))

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
                self.gathered.warn_unknown(call, f"shows the call of another template: {shown[node.start : node.end]}")
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
            self._count_reference()
            swallows = "<" in content and opens_reference(content)
            has_text = bool(pieces) and not swallows
            fragment = self.gathered.fragment(FragmentKind.REFERENCE, *source, pieces) if has_text else None
            made = ReferenceTag(place, attributes, fragment, self._list_group, swallows=swallows)
            made.is_closed = tag.content is not None
            return self.gathered.mark(made)
        if name == "references" and self._list_group is None:
            if pieces:
                self.gathered.fragment(FragmentKind.UNSEEN, *source, pieces)
            written = tag.content and MARK_PATTERN.sub("", tag.content)
            listed = ListTag(place, attributes, written)
            take_references(listed, content, self.gathered.marks, self._listed_marks, self.text)
            self._listed_marks = len(self.gathered.marks)
            return self.gathered.list_mark(listed)
        if name == "gallery":
            self._gallery_call(place, attributes, content, pieces)
        if name in CONTENT_TAGS and pieces and (name != "indicator" or attributes.get("name")):
            return self._content_mark(name, place, source, pieces, is_hidden=is_hiding(attributes.get("style", "")))
        if name == "imagemap" and begins_with_image(content, self.page.language):
            self.gathered.fragment(FragmentKind.ASIDE, *source, pieces)
        shown = literal_text(name, content, attributes, self.gathered.marks)
        kind = PlainMark if name == "nowiki" and shown == content else Mark
        return self.gathered.mark(kind(name, *place, shown))

    def _gallery_call(
        self, place: tuple[int, int], attributes: Mapping[str, str], content: str, pieces: list[Piece]
    ) -> None:
        """The captions of a gallery made by a call, of which `pieces` are the content."""
        if caption := attributes.get("caption"):
            self.gathered.fragment(FragmentKind.ASIDE, *place, [(caption, *place)])
        for line in captioned_lines(content, 0, len(content), self.page.language):
            if line.is_shown:
                found = cut(pieces, *line.caption)
                self.gathered.fragment(FragmentKind.CAPTION, *source_of(found), found)
