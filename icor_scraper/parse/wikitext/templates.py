"""Template calls as records: arguments, infoboxes and citations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from icor_scraper.errors import ParseError
from icor_scraper.models import Citation, Infobox, InfoboxField, Template, TemplateArgument, maker
from icor_scraper.parse.wikitext.calls import (
    MAX_CALLS,
    Part,
    argument_bounds,
    call_head,
    split_call,
    too_many_calls,
    visible,
)
from icor_scraper.parse.wikitext.citations import citation_of
from icor_scraper.parse.wikitext.content import TemplateStretch
from icor_scraper.parse.wikitext.scan import Call, walk_calls
from icor_scraper.parse.wikitext.titles import template_title

if TYPE_CHECKING:
    from icor_scraper.parse.wikitext.document import WikitextDocument

MAX_NAMES = 4 * 1024 * 1024
"""Characters of all names of template calls that hold others, each level of nesting counted anew: twice MediaWiki's
largest page."""

make_template, make_argument = maker(Template), maker(TemplateArgument)


def calls_of(document: WikitextDocument) -> list[Call]:
    """Every template call of the page, nested ones after the one they stand in."""
    expansion = document.expansion
    calls = [call for call in walk_calls(expansion.nodes) if call.braces == 2]
    if len(calls) > MAX_CALLS:
        raise too_many_calls()
    calls.sort(key=lambda call: (call.start, -call.end))
    return calls


def build_templates(document: WikitextDocument) -> tuple[Template, ...]:
    span, text = document.expansion.given_span, document.expansion.source.text
    heads = [call_head(text, call) for call in document.calls]
    if sum(head.end - head.start for head in heads if head.nodes) > MAX_NAMES:
        raise ParseError(f"expected at most {MAX_NAMES} characters in names of templates that hold others, found more")
    return tuple(
        make_template(
            name=_name(document, head),
            span=span(call.start, call.end),
            _content=TemplateStretch(document, number),
        )
        for number, (call, head) in enumerate(zip(document.calls, heads, strict=True))
    )


def _name(document: WikitextDocument, head: Part) -> str:
    """The title of the template called, or the name of the parser function before its colon."""
    text = document.expansion.source.text
    name = visible(text, head.start, head.end, head.nodes).strip()
    if name.startswith("#"):
        return name.partition(":")[0].strip()
    return template_title(name, document.page.language) or name


def build_arguments(document: WikitextDocument, number: int) -> tuple[TemplateArgument, ...]:
    """The arguments of call `number`."""
    source = document.expansion.source.text
    place = document.expansion.given_span
    arguments = []
    position = 0
    for part in split_call(source, document.calls[number])[1:]:
        name, start, end = argument_bounds(source, part)
        is_positional = name is None
        position += is_positional
        span = place(start, end)
        arguments.append(
            make_argument(
                name=str(position) if name is None else name,
                is_positional=is_positional,
                wikitext=document.given[span.start : span.end],
                text=document.plain_text(source[start:end]),
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
                InfoboxField(name=a.name, text=a.text, wikitext=a.wikitext, span=a.span)
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
