"""HTML to what carries facts, tag by tag, as lxml reports it: no tree is built.

What is of no use is dropped, a block that has no other part to play becomes a space, and the words of `<i>`,
`<span>` and the like join those around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol, cast

from lxml import etree

from icor_scraper.errors import ParseError
from icor_scraper.parse.html.form import Form, is_called
from icor_scraper.parse.html.roles import HEADING, Role, is_category_links, role_of

MAX_DEPTH = 512
"""How deep the elements kept may nest, as in browsers. Articles reach about 20."""

MAX_ELEMENTS = 150_000
"""How many elements are kept: what is read in 4 s and 512 MiB. A table of 10,000 rows and 8 columns, a link in
each row, has 100,000; an article of 1 MB of HTML has some 7,000."""

# As plain names, since an enum's attributes are slow to look up.
_INLINE, _BLOCK, _DROPPED, _OUTSIDE = Role.INLINE, Role.BLOCK, Role.DROPPED, Role.OUTSIDE
_LINK, _CATEGORY_LINKS, _FRAME = Role.LINK, Role.CATEGORY_LINKS, Role.FRAME
_UNTOLD = frozenset({Role.INLINE, Role.DROPPED, Role.OUTSIDE, Role.FRAME})
_WORDLESS = frozenset(
    {Role.DROPPED, Role.OUTSIDE, Role.FRAME, Role.TABLE, Role.ROW_GROUP, Role.LAST_ROW_GROUP, Role.ROW, Role.NOTE_LIST}
)
_HEADING_TAG = re.compile(r"<(/?)[hH](?=[1-6][\s/>])")
"""lxml ends a heading where a paragraph, list item or table begins in it, as HTML 4 had it and no browser does. To an
element that it does not know it does no such thing, so headings are read under other names; but not where a part of
them has the anchor, since that part lxml does not end."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Element(NamedTuple):
    """An element that is kept."""

    name: str
    role: Role
    attributes: dict[str, str]


class Reader(Protocol):
    """Who is told of what is kept, in document order."""

    def start(self, element: Element) -> None: ...

    def end(self) -> None:
        """The end of the innermost element that is open."""

    def words(self, words: str) -> None: ...


class Strained(NamedTuple):
    """What became of a page."""

    is_repaired: bool
    """Whether characters had to be replaced that no HTML can hold: NUL and lone surrogates, by U+FFFD as the HTML
    standard has it."""
    has_content: bool
    """Whether the element was met that holds the article (`Form.content`)."""


def strain(html: str, reader: Reader, form: Form) -> Strained:
    """Tell the reader what the article in `html` holds, and the categories that a skin shows.

    Raises ParseError where elements nest too deep, are too many, or lxml refuses the text.
    """
    text = html if _is_storable(html) else _UNSTORABLE.sub("\ufffd", html)
    strainer = _Strainer(reader, form)
    parser = etree.HTMLParser(target=cast(Any, strainer), huge_tree=True)  # lxml-stubs speak of bytes
    try:
        parser.feed(text if form.has_headlines else _HEADING_TAG.sub(rf"<\1{HEADING}", text))
        parser.close()
    except etree.LxmlError as exc:
        raise ParseError(f"expected HTML, found what lxml refuses ({exc})") from exc
    return Strained(is_repaired=text is not html, has_content=strainer.has_content)


def _is_storable(html: str) -> bool:
    """Whether every character is one that HTML can hold: to encode it is the quickest look for lone surrogates."""
    try:
        return b"\0" not in html.encode()
    except UnicodeEncodeError:
        return False


class _Strainer:
    """The target of lxml's parser: its methods are called for each tag and string."""

    def __init__(self, reader: Reader, form: Form) -> None:
        self._reader = reader
        self._form = form
        self.has_content = not form.content
        self._roles = [_BLOCK if self.has_content else _OUTSIDE]
        """The role of each open element, kept or not."""
        self._depth = 0
        """How many of them are kept."""
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self._roles[-1]
        if parent is _DROPPED:
            role = _DROPPED
        elif parent is _OUTSIDE or parent is _FRAME:
            role = self._role_outside(parent, name, attributes)
        else:
            role = role_of(name, attributes)
            if parent is _CATEGORY_LINKS and role is _LINK:  # the word "Categories"
                role = _DROPPED
        self._roles.append(role)
        if role is _BLOCK:
            self._reader.words(" ")
        elif role not in _UNTOLD:
            self._depth += 1
            self._count += 1
            if self._depth >= MAX_DEPTH or self._count > MAX_ELEMENTS:
                raise _beyond_limits(name, self._depth)
            self._reader.start(Element(name, role, dict(attributes)))

    def end(self, name: str) -> None:
        role = self._roles.pop()
        if role is _BLOCK:
            self._reader.words(" ")
        elif role not in _UNTOLD:
            self._depth -= 1
            self._reader.end()

    def data(self, data: str) -> None:
        if self._roles[-1] not in _WORDLESS:
            self._reader.words(data)

    def close(self) -> None:
        """Nothing is left to be told at the end."""

    def _role_outside(self, parent: Role, name: str, attributes: Mapping[str, str]) -> Role:
        form = self._form
        if is_called(form.inner if parent is _FRAME else form.content, name, attributes):
            if form.inner and parent is _OUTSIDE:
                return _FRAME
            self.has_content = True
            return _BLOCK
        return _CATEGORY_LINKS if is_category_links(attributes) else parent


def _beyond_limits(name: str, depth: int) -> ParseError:
    if depth >= MAX_DEPTH:
        return ParseError(f"expected elements nested at most {MAX_DEPTH} deep, found <{name}> deeper")
    return ParseError(f"expected at most {MAX_ELEMENTS} elements, found more")
