"""Facts about the page being parsed that its wikitext can ask for, and tags that calls can make."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """The page a text stands on."""

    title: str = ""
    """With its namespace, in normal form."""
    namespace: int = 0


@dataclass(frozen=True, slots=True)
class TagCall:
    """`<name attributes>content</name>`, made by a call such as `{{#tag:ref|content|name=x}}`."""

    name: str
    content: str | None
    attributes: dict[str, str] = field(default_factory=dict)
