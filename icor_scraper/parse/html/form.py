"""Which of the forms a page has in which MediaWiki gives its HTML: what must be known before the first element."""

from __future__ import annotations

from typing import NamedTuple

_PARSOID = ("<section data-mw-section-id=", ' rel="mw:', ' typeof="mw:Transclusion')
"""What Parsoid writes, around each section, in each link, around each template's output, and the legacy parser nowhere
(from an editor it takes none of these)."""


class Form(NamedTuple):
    """What the text of a page tells of its form."""

    is_parsoid: bool
    has_headlines: bool
    """Whether the anchor of a heading stands on a part of it, as the legacy parser wrote it until 1.42, so that the id
    of the heading itself is an editor's: https://www.mediawiki.org/wiki/Heading_HTML_changes"""


def form_of(html: str) -> Form:
    is_parsoid = any(mark in html for mark in _PARSOID)
    return Form(
        is_parsoid=is_parsoid,
        has_headlines=not is_parsoid and 'class="mw-headline"' in html and 'class="mw-heading' not in html,
    )
