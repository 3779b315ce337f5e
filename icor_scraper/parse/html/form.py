"""Which of the forms a page has in which MediaWiki gives its HTML: what must be known before the first element.

The wiki's API gives the article alone. A page as a reader gets or saves it has the article in an element of its own,
with all that the skin puts around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from icor_scraper.errors import ParseError

_PARSOID = ("<section data-mw-section-id=", ' rel="mw:', ' typeof="mw:Transclusion')
"""What Parsoid writes, around each section, in each link, around each template's output, and the legacy parser nowhere
(from an editor it takes none of these)."""

_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
"""No editor can write it: a page that has it is a whole one."""

_CLASSES = re.compile(r"""\sclass=["']([^"']*)""", re.IGNORECASE)
_BY_ID = {
    name: re.compile(rf"""<div\b[^<>]*\sid=["']?{name}\b[^<>]*>""", re.IGNORECASE)
    for name in ("mw-content-text", "bodyContent")
}
"""The element that has the article, of every skin since 1.18, and of most skins before."""

_PARSER_OUTPUT = "mw-parser-output"
_BY_CLASS = re.compile(rf"""<(?:div|body)\b[^<>]*\sclass=["'][^<>"']*\b{_PARSER_OUTPUT}\b[^<>]*>""", re.IGNORECASE)
"""The same of what the parser gives since 1.30: on a page without a skin, for on others notices have it too."""

_WHOLE_BODY = "mw-body-content"
"""Class of the body of a page of the REST API; a skin has it on a part."""


class Form(NamedTuple):
    """What the text of a page tells of its form."""

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
    """Raises ParseError where a skin is around an article that is not there."""
    is_parsoid = any(mark in html for mark in _PARSOID)
    return Form(
        is_parsoid=is_parsoid,
        has_headlines=not is_parsoid and 'class="mw-headline"' in html and 'class="mw-heading' not in html,
        content=_content(html),
    )


def _content(html: str) -> str:
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
