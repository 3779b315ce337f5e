"""mwparserfromhell put to its best use: the facts that the other contestants give, from one parse.

It is asked not to pair apostrophes (`skip_style_tags`), as one left open would swallow what follows, tables too; the
marks of bold and italic are then taken out of the text line by line, by MediaWiki's rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import Argument, Comment, ExternalLink, Heading, Node, Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode

from benchmarks.facts import Facts, Slot, lay_out, number_notes, squash, without_quotes

_HIDDEN_TAGS = ("ref", "references", "table", "math", "gallery", "style", "templatestyles", "timeline")
_BREAKING_TAGS = ("br", "li", "dd", "dt", "hr")
_CELLS = ("td", "th")
_ROW_GROUPS = ("tbody", "thead", "tfoot")
_NO_TEXT = ("file:", "image:", "media:", "category:")


def all_facts(text: str) -> Facts:
    """Sections, tables, references, links and external links."""
    facts = Facts()
    marks: list[tuple[str, str, bool] | str] = []
    named: set[tuple[str, str]] = set()
    for node, is_listed in _walk(mwparserfromhell.parse(text, skip_style_tags=True)):
        if isinstance(node, Heading):
            facts.sections.append((node.level, squash(_plain(node.title))))
        elif isinstance(node, Wikilink):
            facts.links.add(str(node.title))
        elif isinstance(node, ExternalLink):
            facts.external.add(str(node.url))
        elif isinstance(node, Tag) and _name(node) == "table":
            facts.tables.append(_table(node))
        elif isinstance(node, Tag) and _name(node) == "references":
            marks.append(_attribute(node, "group"))
        elif isinstance(node, Tag) and _name(node) == "ref":
            group, name = _attribute(node, "group"), _attribute(node, "name")
            marks.append((group, name, is_listed))
            body = squash(_plain(node.contents)) if node.contents is not None else ""
            if body and (not name or (group, name) not in named):
                named.add((group, name))
                facts.reference_texts.append(body)
    facts.references = number_notes(marks)
    return facts


def _walk(code: Wikicode, is_listed: bool = False) -> Iterator[tuple[Node, bool]]:
    """Every node outside templates, and whether it stands in a list of references."""
    for node in code.nodes:
        if isinstance(node, Template | Argument | Comment):
            continue
        yield node, is_listed
        if isinstance(node, Tag) and _name(node) == "references":
            yield from _walk(node.contents, True) if node.contents is not None else ()
            continue
        for child in node.__children__():
            yield from _walk(child, is_listed)


def _plain(code: Wikicode) -> str:
    """What a reader sees, without templates."""
    return "\n".join(map(without_quotes, _words(code).split("\n")))


def _words(code: Wikicode) -> str:
    """The same with the marks of bold and italic."""
    out = []
    for node in code.nodes:
        if isinstance(node, Tag):
            if _name(node) in _BREAKING_TAGS and not node.contents:
                out.append(" ")
            elif _name(node) not in _HIDDEN_TAGS and node.contents is not None:
                out.append(_words(node.contents))
        elif isinstance(node, Wikilink):
            if not str(node.title).strip().lower().startswith(_NO_TEXT):
                out.append(_words(node.text if node.text is not None else node.title))
        elif not isinstance(node, Template | Comment | Argument):
            out.append(str(node.__strip__(normalize=True, collapse=True, keep_template_params=False) or ""))
    return "".join(out)


def _table(tag: Tag) -> tuple[str, list[list[Slot]]]:
    caption = ""
    loose = []
    for node in tag.contents.nodes:
        if isinstance(node, Tag) and (str(node).startswith("|+") or _name(node) == "caption"):  # it reads |+ as a cell
            body = squash(_plain(node.contents))
            caption = body if node.attributes else body.removeprefix("+").strip()
        elif isinstance(node, Tag) and _name(node) in _CELLS:
            loose.append(_cell(node))
    rows = [loose]
    for part in (tag, *(node for node in tag.contents.nodes if isinstance(node, Tag) and _name(node) in _ROW_GROUPS)):
        rows += [
            [_cell(cell) for cell in row.contents.nodes if isinstance(cell, Tag) and _name(cell) in _CELLS]
            for row in part.contents.nodes
            if isinstance(row, Tag) and _name(row) == "tr"
        ]
    return caption, lay_out(rows)


def _cell(cell: Tag) -> tuple[str, bool, int, int]:
    return squash(_plain(cell.contents)), _name(cell) == "th", _span(cell, "rowspan", 0), _span(cell, "colspan", 1)


def _name(tag: Tag) -> str:
    return str(tag.tag).strip().lower()


def _attribute(tag: Tag, name: str) -> str:
    return str(tag.get(name).value).strip() if tag.has(name) and tag.get(name).value is not None else ""


def _span(tag: Tag, name: str, low: int) -> int:
    found = re.match(r"\s*\+?(\d+)", _attribute(tag, name))
    return min(max(int(found[1]), low), 1000) if found else 1
