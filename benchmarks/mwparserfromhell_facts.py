"""mwparserfromhell put to its best use: the facts that the other contestants give, from one parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import Argument, Comment, ExternalLink, Heading, Node, Tag, Template, Wikilink
from mwparserfromhell.wikicode import Wikicode

from benchmarks.facts import Facts, Slot, lay_out, number_notes, squash

_HIDDEN_TAGS = ("ref", "references", "table", "math", "gallery", "style", "templatestyles", "timeline")
_BREAKING_TAGS = ("br", "li", "dd", "dt", "hr")
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
    out = []
    for node in code.nodes:
        if isinstance(node, Tag):
            if _name(node) in _BREAKING_TAGS and not node.contents:
                out.append(" ")
            elif _name(node) not in _HIDDEN_TAGS and node.contents is not None:
                out.append(_plain(node.contents))
        elif isinstance(node, Wikilink):
            if not str(node.title).strip().lower().startswith(_NO_TEXT):
                out.append(_plain(node.text if node.text is not None else node.title))
        elif not isinstance(node, Template | Comment | Argument):
            out.append(str(node.__strip__(normalize=True, collapse=True, keep_template_params=False) or ""))
    return "".join(out)


def _table(tag: Tag) -> tuple[str, list[list[Slot]]]:
    rows = [_cells(tag.contents)]
    caption = ""
    for node in tag.contents.nodes:
        if isinstance(node, Tag):
            if _name(node) == "tr":
                rows.append(_cells(node.contents))
            elif str(node).startswith("|+") or _name(node) == "caption":  # it reads |+ as a cell
                caption = squash(_plain(node.contents)).removeprefix("+").strip()
    return caption, lay_out(rows)


def _cells(code: Wikicode) -> list[tuple[str, bool, int, int]]:
    return [
        (squash(_plain(cell.contents)), _name(cell) == "th", _span(cell, "rowspan", 0), _span(cell, "colspan", 1))
        for cell in code.nodes
        if isinstance(cell, Tag) and _name(cell) in {"td", "th"}
    ]


def _name(tag: Tag) -> str:
    return str(tag.tag).strip().lower()


def _attribute(tag: Tag, name: str) -> str:
    return str(tag.get(name).value).strip() if tag.has(name) and tag.get(name).value is not None else ""


def _span(tag: Tag, name: str, low: int) -> int:
    found = re.match(r"\s*\+?(\d+)", _attribute(tag, name))
    return min(max(int(found[1]), low), 1000) if found else 1
