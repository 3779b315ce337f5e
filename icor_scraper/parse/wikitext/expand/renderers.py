"""Renderers: they tell what the calls of templates show."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from icor_scraper.parse.wikitext.expand.arguments import Arguments
from icor_scraper.parse.wikitext.functions import Shown

Rendered = Shown | Iterable[Shown] | None
Renderer = Callable[[str, Arguments], Rendered]
"""From a template's title and arguments to wikitext that takes its place, or None where it is not known.

Its extension tags are read, as `<ref>`; calls of other templates are not, and have a warning.
"""


def render_blank(name: str, arguments: Arguments) -> str:
    """The renderer that lets every template show nothing: what is left out so has no warning."""
    return ""
