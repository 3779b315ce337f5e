"""The form of a page's HTML, which must be known before its first element is read.

The wiki's API gives the article alone. The page that a reader gets or saves has it in an element of its own, and around
that all that the skin shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from icor_scraper.errors import ParseError

_PARSOID = ("<section data-mw-section-id=", ' rel="mw:', ' typeof="mw:Transclusion')
"""What Parsoid alone writes: around each section, in each link, around what each template shows. No editor can."""

_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
"""A whole page has it; no editor can write it."""

_CLASSES = re.compile(r"""\sclass=["']([^"']*)""", re.IGNORECASE)
_BY_ID = {
    name: re.compile(rf"""<div\b[^<>]*\sid=["']?{name}\b[^<>]*>""", re.IGNORECASE)
    for name in ("mw-content-text", "bodyContent")
}
"""The element that has the article: the first in every skin since 1.18, the second in most skins before."""

_PARSER_OUTPUT = "mw-parser-output"
_BY_CLASS = re.compile(rf"""<(?:div|body)\b[^<>]*\sclass=["'][^<>"']*\b{_PARSER_OUTPUT}\b[^<>]*>""", re.IGNORECASE)
"""What the parser puts around its output since 1.30. It finds the article of a page without a skin; on others, notices
have it as well."""

_WHOLE_BODY = "mw-body-content"
"""Class of `<body>` on a page of the REST API, which has no skin; a skin has it on another element."""


class Form(NamedTuple):
    """What the whole text of a page tells of it."""

    is_parsoid: bool = False
    has_headlines: bool = False
    """Whether the anchor of a heading stands on a part of it, as the legacy parser wrote it until 1.42, so that the id
    of the heading itself is an editor's: https://www.mediawiki.org/wiki/Heading_HTML_changes"""
    content: str = ""
    """Id or class of the element that has the article; "" where it is all of the page."""

    def is_content(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether the article is in this element."""
        if name not in ("div", "body"):
            return False
        return attributes.get("id") == self.content or self.content in attributes.get("class", "").split()


def form_of(html: str) -> Form:
    """The form of a page. Raises ParseError where it has a skin, but no element that could hold the article."""
    is_parsoid = any(mark in html for mark in _PARSOID)
    return Form(
        is_parsoid=is_parsoid,
        has_headlines=not is_parsoid and 'class="mw-headline"' in html and 'class="mw-heading' not in html,
        content=_content(html),
    )


def _content(html: str) -> str:
    """`Form.content` of the page."""
    body = _BODY.search(html)
    if body is None:
        return ""
    classes = _CLASSES.search(body[0])
    names = classes[1].split() if classes else []
    if _WHOLE_BODY in names:
        return _WHOLE_BODY
    for name, element in _BY_ID.items():
        if element.search(html):
            return name
    if "mediawiki" in names:
        raise ParseError("expected an article in the page, found none of the elements that skins put it in")
    return _PARSER_OUTPUT if _BY_CLASS.search(html) else ""
