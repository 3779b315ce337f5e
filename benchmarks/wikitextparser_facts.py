"""wikitextparser put to its best use: the facts that the other contestants give.

It is under the GPL, version 3: a yardstick that whoever runs the benchmark installs, never a part of this project.
"""

from __future__ import annotations

import re
from typing import Any

import wikitextparser

from benchmarks.facts import Facts, number_notes, squash

_HIDDEN_TAGS = ("ref", "references", "math", "gallery", "timeline")


def _plain(source: str) -> str:
    part = wikitextparser.parse(source)
    inner = [*(tag for name in _HIDDEN_TAGS for tag in part.get_tags(name)), *part.get_tables(recursive=True)]
    for node in inner:
        try:
            del node[:]
        except (IndexError, TypeError):  # an outer one went first
            continue
    text = wikitextparser.parse(re.sub(r"(?i)<br\s*/?\s*>", " ", part.string)).plain_text()
    return squash(re.sub(r"\n[*#:;]+", "\n", text))


def lists_of_objects(text: str) -> tuple[Any, ...]:
    """Its sections, tables, tags and links as it gives them, without what they hold."""
    parsed = wikitextparser.parse(text)
    tables = [table.data(span=True) for table in parsed.tables]
    return parsed.sections, tables, parsed.get_tags("ref"), parsed.external_links, parsed.wikilinks


def all_facts(text: str) -> Facts:
    """Sections, tables, references, links and external links."""
    parsed = wikitextparser.parse(text)
    hidden = [template.span for template in parsed.templates]

    def is_shown(node: Any) -> bool:
        start, end = node.span
        return not any(a <= start and end <= b for a, b in hidden)

    facts = Facts()
    for section in parsed.get_sections(include_subsections=False):
        if section.title is not None:
            facts.sections.append((section.level, _plain(section.title)))
    for table in filter(is_shown, parsed.get_tables(recursive=True)):
        rows = [
            [(_plain(c.value), c.is_header) if c is not None else None for c in row] for row in table.cells(span=True)
        ]
        facts.tables.append((_plain(table.caption or ""), rows))
    lists = [
        (tag.span, (tag.attrs.get("group") or "").strip()) for tag in parsed.get_tags("references") if is_shown(tag)
    ]
    marks: list[tuple[int, tuple[str, str, bool] | str]] = [(span[1], group) for span, group in lists]
    named: set[tuple[str, str]] = set()
    for tag in filter(is_shown, parsed.get_tags("ref")):
        group, name = (tag.attrs.get("group") or "").strip(), (tag.attrs.get("name") or "").strip()
        is_listed = any(start <= tag.span[0] < end for (start, end), _ in lists)
        marks.append((tag.span[0], (group, name, is_listed)))
        body = _plain(tag.contents) if tag.contents else ""
        if body and (not name or (group, name) not in named):
            named.add((group, name))
            facts.reference_texts.append(body)
    facts.references = number_notes([mark for _, mark in sorted(marks, key=lambda pair: pair[0])])
    facts.links = {link.target for link in parsed.wikilinks if is_shown(link)}
    facts.external = {link.url for link in parsed.external_links if is_shown(link)}
    return facts
