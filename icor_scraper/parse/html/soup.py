"""HTML to a soup that holds what carries facts, and no more.

Beautiful Soup spends its time on making tags and strings; a SoupStrainer spares them at the top of
the tree only. The tree builder here strains at every depth, as lxml reports each tag: what is of
no use is not built, a block that has no other part to play becomes a space, and the words of
`<i>`, `<span>` and the like join those around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any, cast

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, PageElement
from lxml import etree

from icor_scraper.errors import ParseError
from icor_scraper.parse.html.roles import Role, role_of

MAX_DEPTH = 512
"""How deep the elements kept may nest, as in browsers. Articles reach about 20."""

MAX_ELEMENTS = 150_000
"""How many elements are kept: what is read in 4 s and 512 MiB. A table of 10,000 rows and 8 columns, a link in
each row, has 100,000; an article of 1 MB of HTML has some 7,000."""

_KEPT = frozenset(Role) - {Role.INLINE, Role.BLOCK, Role.DROPPED}
_WORDLESS = frozenset({Role.DROPPED, Role.TABLE, Role.ROW_GROUP, Role.LAST_ROW_GROUP, Role.ROW, Role.NOTE_LIST})
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def brew(html: str) -> tuple[BeautifulSoup, bool]:
    """The soup of `html`, and whether characters had to be replaced that no HTML can hold.

    Those are NUL and lone surrogates; U+FFFD stands in their place, as the HTML standard has it.

    Raises ParseError where elements nest too deep, are too many, or lxml refuses the text.
    """
    text, repairs = _UNSTORABLE.subn("\ufffd", html)
    # A file, as Beautiful Soup warns of a str that looks like a file's name or an address.
    soup = BeautifulSoup(StringIO(text), builder=StrainingBuilder)
    return soup, bool(repairs)


class Element(Tag):
    """A tag that knows its role; what Tag stores for each element alike is stored on the class."""

    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    hidden = False
    can_be_empty_element = False
    preserve_whitespace_tags = None
    cdata_list_attributes = None
    interesting_string_types = {NavigableString}  # noqa: RUF012 -- Tag declares it, for an instance

    def __init__(self, name: str, role: Role, attributes: dict[str, str]) -> None:
        self.name = name
        self.role = role
        self.attributes = attributes
        self.attrs = cast("dict[str, Any]", attributes)
        self.contents = []


class StrainingBuilder(HTMLTreeBuilder):
    """Builds a soup of Elements from what lxml reports."""

    def feed(self, markup: str | bytes) -> None:
        strainer = _Strainer(cast(BeautifulSoup, self.soup))  # set before anything is fed
        parser = etree.HTMLParser(target=cast(Any, strainer), huge_tree=True)  # lxml-stubs speak of bytes
        try:
            parser.feed(markup)
            parser.close()
        except etree.LxmlError as exc:
            raise ParseError(f"expected HTML, found what lxml refuses ({exc})") from exc


class _Strainer:
    """The target of lxml's parser: its methods are called for each tag and string."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._roles = [Role.BLOCK]
        """The role of each open element, kept or not."""
        self._open: list[Tag] = [soup]
        """The open elements that are kept."""
        self._words: list[str] = []
        """What belongs to the next string."""
        self._last: PageElement = soup
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self._roles[-1]
        role = Role.DROPPED if parent is Role.DROPPED else role_of(name, attributes, parent)
        self._roles.append(role)
        if role is Role.BLOCK:
            self._words.append(" ")
        elif role in _KEPT:
            self._keep(Element(name, role, dict(attributes)))

    def end(self, name: str) -> None:
        role = self._roles.pop()
        if role is Role.BLOCK:
            self._words.append(" ")
        elif role in _KEPT:
            self._end_words()
            self._open.pop()

    def data(self, data: str) -> None:
        if self._roles[-1] not in _WORDLESS:
            self._words.append(data)

    def close(self) -> None:
        self._end_words()

    def _keep(self, element: Element) -> None:
        self._end_words()
        self._add(element)
        self._open.append(element)
        self._count += 1
        if len(self._open) > MAX_DEPTH:
            raise ParseError(f"expected elements nested at most {MAX_DEPTH} deep, found <{element.name}> deeper")
        if self._count > MAX_ELEMENTS:
            raise ParseError(f"expected at most {MAX_ELEMENTS} elements, found more")

    def _end_words(self) -> None:
        if self._words:
            self._add(NavigableString("".join(self._words)))
            self._words.clear()

    def _add(self, node: PageElement) -> None:
        """Append `node` to the innermost open element, linked as Beautiful Soup links nodes."""
        parent = self._open[-1]
        node.setup(parent, self._last)
        parent.contents.append(node)
        self._last = node
