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
from icor_scraper.parse.html.roles import HEADING, Role, role_of

MAX_DEPTH = 512
"""How deep the elements kept may nest, as in browsers. Articles reach about 20."""

MAX_ELEMENTS = 150_000
"""How many elements are kept: what is read in 4 s and 512 MiB. A table of 10,000 rows and 8 columns, a link in
each row, has 100,000; an article of 1 MB of HTML has some 7,000."""

_BLOCK, _DROPPED = Role.BLOCK, Role.DROPPED  # as plain names, since an enum's attributes are slow to look up
_KEPT = frozenset(Role) - {Role.INLINE, Role.BLOCK, Role.DROPPED}
_WORDLESS = frozenset({Role.DROPPED, Role.TABLE, Role.ROW_GROUP, Role.LAST_ROW_GROUP, Role.ROW, Role.NOTE_LIST})
_HEADING_TAG = re.compile(r"<(/?)[hH](?=[1-6][\s/>])")
"""lxml would end a heading where a paragraph, list item or table begins in it, as HTML 4 had it and no browser does: to
an element that it does not know it does no such thing."""

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


def strain(html: str, reader: Reader) -> bool:
    """Tell the reader what `html` holds; whether characters had to be replaced that no HTML can hold.

    Those are NUL and lone surrogates; U+FFFD stands in their place, as the HTML standard has it.

    Raises ParseError where elements nest too deep, are too many, or lxml refuses the text.
    """
    text = html if _is_storable(html) else _UNSTORABLE.sub("\ufffd", html)
    parser = etree.HTMLParser(target=cast(Any, _Strainer(reader)), huge_tree=True)  # lxml-stubs speak of bytes
    try:
        parser.feed(_HEADING_TAG.sub(rf"<\1{HEADING}", text))
        parser.close()
    except etree.LxmlError as exc:
        raise ParseError(f"expected HTML, found what lxml refuses ({exc})") from exc
    return text is not html


def _is_storable(html: str) -> bool:
    """Whether every character is one that HTML can hold: to encode it is the quickest look for lone surrogates."""
    try:
        return b"\0" not in html.encode()
    except UnicodeEncodeError:
        return False


class _Strainer:
    """The target of lxml's parser: its methods are called for each tag and string."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._roles = [_BLOCK]
        """The role of each open element, kept or not."""
        self._depth = 0
        """How many of them are kept."""
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        role = _DROPPED if self._roles[-1] is _DROPPED else role_of(name, attributes)
        self._roles.append(role)
        if role is _BLOCK:
            self._reader.words(" ")
        elif role in _KEPT:
            self._keep(name)
            self._reader.start(Element(name, role, dict(attributes)))

    def end(self, name: str) -> None:
        role = self._roles.pop()
        if role is _BLOCK:
            self._reader.words(" ")
        elif role in _KEPT:
            self._depth -= 1
            self._reader.end()

    def data(self, data: str) -> None:
        if self._roles[-1] not in _WORDLESS:
            self._reader.words(data)

    def close(self) -> None:
        """Nothing is left to be told at the end."""

    def _keep(self, name: str) -> None:
        self._depth += 1
        self._count += 1
        if self._depth >= MAX_DEPTH:
            raise ParseError(f"expected elements nested at most {MAX_DEPTH} deep, found <{name}> deeper")
        if self._count > MAX_ELEMENTS:
            raise ParseError(f"expected at most {MAX_ELEMENTS} elements, found more")
