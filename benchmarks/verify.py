"""Right results before fast ones: what is found in the fixtures, held against MediaWiki's own rendering of them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.contestants import CONTESTANTS, COSTLY, is_installed
from benchmarks.corpus import Page
from icor_scraper.fetch import read_revision
from icor_scraper.models import Article, Revision
from icor_scraper.parse import parse_article, parse_html

_SHOWN_BY_TEMPLATES = {"infobox": 1}
"""Fixtures whose first tables a template shows, which wikitext alone cannot tell: how many."""


def _headings(article: Article) -> list[tuple[int, str, str]]:
    return [(section.level, section.heading, section.anchor) for section in article.sections]


def _grids(article: Article) -> list[list[list[str | None]]]:
    """The tables' texts."""
    return [[[cell.text if cell else None for cell in row] for row in table.grid] for table in article.tables]


def _uses(article: Article) -> list[tuple[str, int, int]]:
    """Group, number and number of uses of the references that are used."""
    return [(r.group, r.number, len(r.uses)) for r in article.references if r.is_listed and r.uses]


def verify_fixtures(folder: Path) -> list[str]:
    """What is wrong, one line a fault: facts of the wikitext that the rendering does not show, and whatever fails."""
    faults = []
    for path in sorted(folder.glob("*/query.json")):
        revision = read_revision(path.parent)
        if revision.html is None:
            continue
        faults += _compare(path.parent.name, revision, revision.html)
        faults += _run_all(path.parent.name, Page(revision.title, revision.wikitext, revision.html))
    return faults or ([] if any(folder.glob("*/query.json")) else [f"no fixture was found in {folder}"])


def _compare(name: str, revision: Revision, html: str) -> list[str]:
    ours, shown = parse_article(revision), parse_html(html, title=revision.title)
    facts = {
        "sections": (_headings(shown), _headings(ours)),
        "references": (_uses(shown), _uses(ours)),
        "tables": (_grids(shown)[_SHOWN_BY_TEMPLATES.get(name, 0) :], _grids(ours)),
    }
    return [
        f"{name}: expected the {what} of the rendering, {expected}, found {found}"
        for what, (expected, found) in facts.items()
        if expected != found
    ]


def _run_all(name: str, page: Page) -> list[str]:
    """Each contestant that is installed runs to its end."""
    faults = []
    for title, contestant in (CONTESTANTS | COSTLY).items():
        if is_installed(contestant):
            try:
                contestant.run(page)
            except Exception as exc:  # noqa: BLE001  # whatever it is, it is told
                faults.append(f"{name}: {title}: {exc!r}")
    return faults
