"""The form of a page's HTML, which must be known before its first element is read.

The wiki's API gives the article alone. The page that a reader gets or saves has it in an element of its own, and around
that all that the skin shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from icor_scraper.errors import ParseError

_PARSOID = ("<section data-mw-section-id=", ' rel="mw:', ' typeof="mw:Transclusion')
"""What Parsoid alone writes: around each section, in each link, around what each template shows. No editor can."""

_is_whole = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE).search
"""What no editor can write: a page that has it is a whole one, even if it leaves `<body>` out, as HTML may."""

_body = re.compile(r"<body\b[^<>]*+>", re.IGNORECASE).search
_classes = re.compile(r"""\sclass\s*+=\s*+(?:["']([^"']*+)|([^\s>]++))""", re.IGNORECASE).search

_NO_ARTICLE = re.compile(r"ns-special|action-(?!view\b).+").fullmatch
"""Classes of the body of a page that shows a form, a list or the like: the article's own is "action-view"."""

_PARSER_OUTPUT = "mw-parser-output"


def _searcher(names: str, attribute: str, value: str) -> Callable[..., re.Match[str] | None]:
    """A search for the first tag of the `names` with the attribute."""
    tag = rf"<(?:{names})\b(?=[^<>]*+>)[^<>]*?\s{attribute}\s*+=\s*+"
    words = r"""(?:["'](?:[^<>"']*?\s)?)?""" if attribute == "class" else """["']?"""
    return re.compile(rf"""{tag}{words}{value}(?=["'\s>])""", re.IGNORECASE).search


_BY_ID = {name: _searcher("div", "id", name) for name in ("mw-content-text", "bodyContent")}
"""The element that has the article, of every skin since 1.18, and of most skins before."""

_by_class = _searcher("div|body", "class", _PARSER_OUTPUT)
"""The element around all that the parser gives, since 1.30. Inside the skin's element it is the article alone, without
what the wiki says of it, such as differences or the pages of a category; outside, notices may have one too."""

_has_parser_output = re.compile(r'<meta name="generator" content="MediaWiki (?:1\.(?:[3-9]|1\d)\d|[2-9])').search
"""Whether it is a page of 1.30 or later: without the parser's element, it has but a message for its article."""
_is_missing = _searcher("div", "class", "noarticletext")
"""The message of the years before."""

_WHOLE_BODY = "mw-body-content"
"""Class of the body of a page of the REST API; a skin has it on a part."""


class Form(NamedTuple):
    """What the whole text of a page tells of it."""

    is_parsoid: bool = False
    has_headlines: bool = False
    """Whether the anchor of a heading stands on a part of it, as the legacy parser wrote it until 1.42, so that the id
    of the heading itself is an editor's: https://www.mediawiki.org/wiki/Heading_HTML_changes"""
    content: str = ""
    """Id or class of the element that has the article; "" where it is all of the page."""
    inner: str = ""
    """Class of the elements in that one that alone have it; "" where it is all of that one."""
    has_skin: bool = False
    """Whether a skin is around it, so that all of the page is not the article."""


def is_called(called: str, name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is one that may have the article, and has this id or class."""
    if name not in ("div", "body"):
        return False
    return attributes.get("id") == called or called in attributes.get("class", "").split()


def form_of(html: str) -> Form:
    """The form of a page. Raises ParseError where it has a skin, but no element that could hold the article."""
    is_parsoid = any(mark in html for mark in _PARSOID)
    form = Form(
        is_parsoid=is_parsoid,
        has_headlines=not is_parsoid and 'class="mw-headline"' in html and 'class="mw-heading' not in html,
    )
    return _of_whole_page(form, html) if _is_whole(html) else form


def no_article() -> ParseError:
    """The error of a page that has a skin and nothing that could be the article."""
    return ParseError("expected an article in the page, found none of the elements that skins put it in")


def _of_whole_page(form: Form, html: str) -> Form:
    """The form of a whole page: which of its elements has the article."""
    body = _body(html)
    classes = _classes(body[0]) if body else None
    names = (classes[1] or classes[2] or "").split() if classes else []
    if _WHOLE_BODY in names:
        return form._replace(content=_WHOLE_BODY)
    if odd := next(filter(_NO_ARTICLE, names), ""):
        raise ParseError(f"expected an article in the page, found a page of the class {odd!r}")
    form = form._replace(has_skin="mediawiki" in names)
    for name, search in _BY_ID.items():
        if element := search(html):
            if _by_class(html, element.end()):
                return form._replace(content=name, inner=_PARSER_OUTPUT)
            if _has_parser_output(html) or _is_missing(html, element.end()):
                raise ParseError("expected an article in the page, found that the wiki has none")
            return form._replace(content=name)
    if form.has_skin:
        raise no_article()
    return form._replace(content=_PARSER_OUTPUT if _by_class(html) else "")
