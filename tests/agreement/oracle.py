"""Ask a real MediaWiki what it makes of a wikitext.

The wiki is one that tests/mediawiki starts, with the settings of oracle.php: templates that it lacks show
nothing (`blank`) or their arguments (`args`), so that a parser that knows no wiki can be compared.
"""

from __future__ import annotations

import json
import re
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypedDict, cast

import lxml.html
from lxml.html import HtmlElement

from tests.agreement.facts import Facts, SectionFact, plain_url, squash
from tests.agreement.rendered import lists_of, notes_of, strip, tables_of, text_of

Templates = Literal["blank", "args"]

SETTINGS = Path(__file__).with_name("oracle.php")
_TIMEOUT_S = 300
_TRACKING: Final = re.compile(
    "Pages (?:with|using|where|containing) .*(?:error|link|argument|titles|exceeded|calls|tags|number)s?.*|"
    "Pages using duplicate arguments in template calls|Pages which use = as a template"
)
"""Categories that MediaWiki adds by itself, to track what it finds."""

_TEMPLATE_NAMESPACE: Final = 10


class _Section(TypedDict):
    level: str
    number: str
    index: str
    anchor: str
    line: str


class _Link(TypedDict):
    ns: int
    title: str


class _Category(TypedDict):
    category: str


class Parse(TypedDict):
    """The part of an answer of action=parse that facts are made of."""

    text: str
    sections: list[_Section]
    links: list[_Link]
    categories: list[_Category]
    externallinks: list[str]


@dataclass(frozen=True, slots=True)
class Oracle:
    """A wiki with the settings of oracle.php."""

    api_url: str

    def rendering(self, wikitext: str, title: str, templates: Templates = "blank") -> Parse:
        """What action=parse answers."""
        fields = parse_fields(wikitext, title) | {"templates": templates, "format": "json", "formatversion": "2"}
        data = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(self.api_url, data, timeout=_TIMEOUT_S) as response:  # noqa: S310  # our own wiki
            answer = json.load(response)
        if "parse" not in answer:
            raise ValueError(f"expected a parse, found {str(answer)[:300]} ({title})")
        return cast("Parse", answer["parse"])

    def facts(self, wikitext: str, title: str, templates: Templates = "blank") -> Facts:
        """What MediaWiki makes of `wikitext` as the text of the page `title`."""
        return facts_of(self.rendering(wikitext, title, templates))


def parse_fields(wikitext: str, title: str) -> dict[str, str]:
    """What action=parse is asked."""
    return {
        "action": "parse",
        "contentmodel": "wikitext",
        "title": title,
        "text": wikitext,
        "disablelimitreport": "1",
        "prop": "sections|text|externallinks|categories|links",
    }


def install(wiki_folder: Path) -> None:
    """Give the wiki in `wiki_folder` the oracle's settings."""
    (wiki_folder / "local.php").write_text(f"<?php require '{SETTINGS}';\n", encoding="utf-8")


def facts_of(parse: Parse) -> Facts:
    root = lxml.html.fromstring(f"<div>{parse['text']}</div>")
    notes = list(notes_of(root))
    strip(root)
    found = cast("list[HtmlElement]", root.xpath("//span[contains(@class,'mw-headline')]"))
    headlines = {node.get("id"): squash(text_of(node)) for node in found}
    return Facts(
        sections=tuple(
            SectionFact(
                level=int(section["level"]),
                number=section["number"],
                line=headlines.get(section["anchor"], squash(re.sub("<[^>]+>", "", section["line"]))),
                anchor=section["anchor"],
            )
            for section in parse["sections"]
            if not section["index"].startswith("T-")
        ),
        tables=tables_of(root),
        lists=lists_of(notes),
        links=frozenset(link["title"] for link in parse["links"] if link["ns"] != _TEMPLATE_NAMESPACE),
        categories=frozenset(
            name
            for category in parse["categories"]
            if not _TRACKING.fullmatch(name := category["category"].replace("_", " "))
        ),
        external=frozenset(map(plain_url, parse["externallinks"])),
    )
