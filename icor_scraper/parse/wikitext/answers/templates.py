"""Template calls as records: arguments, infoboxes and citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from icor_scraper.errors import ParseError
from icor_scraper.models import Citation, Infobox, InfoboxField, Span, Template, TemplateArgument, maker
from icor_scraper.parse.wikitext.answers.content import TemplateStretch
from icor_scraper.parse.wikitext.citations import citation_of
from icor_scraper.parse.wikitext.names.subpages import called_title
from icor_scraper.parse.wikitext.scan.calls import (
    MAX_CALLS,
    Part,
    argument_bounds,
    call_head,
    split_call,
    too_many_calls,
    visible,
)
from icor_scraper.parse.wikitext.scan.nodes import Call, walk_calls

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument

MAX_NAMES = 4 * 1024 * 1024
"""Characters of all names of template calls that hold others, each level of nesting counted anew: twice MediaWiki's
largest page."""

MARKUP = r"[\[\]{<&\u200b]|''|__"
"""What a text that is shown as it stands does not hold, nor a line end."""
_has_markup = re.compile(MARKUP).search

make_template, make_argument, make_field = maker(Template), maker(TemplateArgument), maker(InfoboxField)


def calls_of(document: WikitextDocument) -> list[Call]:
    """Every template call of the page, nested ones after the one they stand in."""
    expansion = document.expansion
    calls = [call for call in walk_calls(expansion.nodes) if call.braces == 2]
    if len(calls) > MAX_CALLS:
        raise too_many_calls()
    calls.sort(key=lambda call: (call.start, -call.end))
    return calls


def build_templates(document: WikitextDocument) -> tuple[Template, ...]:
    span = document.expansion.source.span
    return tuple(
        make_template(
            name=_name(document, head),
            span=span(call.start, call.end),
            _content=TemplateStretch(document, number),
        )
        for number, (call, head) in enumerate(zip(document.calls, _heads(document), strict=True))
    )


def _heads(document: WikitextDocument) -> Iterator[Part]:
    """The name of each call. Raises ParseError once those that hold others have more than MAX_NAMES characters."""
    text, size = document.expansion.source.text, 0
    for call in document.calls:
        head = call_head(text, call)
        if head.nodes:
            size += head.end - head.start
            if size > MAX_NAMES:
                raise ParseError(
                    f"expected at most {MAX_NAMES} characters in names of templates that hold others, found more"
                )
        yield head


def _name(document: WikitextDocument, head: Part) -> str:
    """The title of the template called, or the name of the parser function before its colon."""
    text = document.expansion.source.text
    name = visible(text, head.start, head.end, head.nodes).strip()
    if name.startswith("#"):
        return name.partition(":")[0].strip()
    return called_title(name, document.page.title, document.page.language) or name


def build_arguments(document: WikitextDocument, number: int) -> tuple[TemplateArgument, ...]:
    """The arguments of call `number`."""
    call, source = document.calls[number], document.expansion.source
    given, plain_text = document.given, document.plain_text
    text, place, new = source.text, source.span if source.dropped else None, tuple.__new__
    has_markup = _has_markup(text, call.start + call.braces, call.end - call.braces)
    arguments = []
    position = 0
    for part in split_call(text, call)[1:]:
        name, start, end = argument_bounds(text, part)
        position += name is None
        span = place(start, end) if place else new(Span, (start, end))  # does what Span(...) does, in half the time
        value = text[start:end]
        arguments.append(
            make_argument(
                name=str(position) if name is None else name,
                is_positional=name is None,
                wikitext=given[span[0] : span[1]],
                text=plain_text(value) if has_markup or "\n" in value else " ".join(value.split()),
                span=span,
            )
        )
    return tuple(arguments)


def build_infoboxes(templates: Iterable[Template]) -> tuple[Infobox, ...]:
    """Calls of templates whose name begins with "Infobox", or the like in another language."""
    return tuple(
        Infobox(
            name=template.name,
            fields=tuple(
                make_field(name=a.name, text=a.text, wikitext=a.wikitext, span=a.span)
                for a in template.arguments
                if a.wikitext
            ),
            span=template.span,
        )
        for template in templates
        if template.name.lower().startswith(_INFOBOX_PREFIXES)
    )


_INFOBOX_PREFIXES = ("infobox", "ficha de", "taxobox", "automatic taxobox", "speciesbox", "карточка", "infotabelle")


def build_citations(templates: Iterable[Template]) -> tuple[Citation, ...]:
    """The citation templates among the calls, typed."""
    found = map(citation_of, templates)
    return tuple(citation for citation in found if citation is not None)
