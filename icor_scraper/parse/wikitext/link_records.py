"""Links as records."""

from __future__ import annotations

from icor_scraper.models import Category, ExternalLink, Wikilink
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.links import is_category, is_image
from icor_scraper.parse.wikitext.tags import decode_references
from icor_scraper.parse.wikitext.titles import is_language_link


def build_wikilinks(expansion: Expansion) -> tuple[Wikilink, ...]:
    """Every wikilink in source order, files, categories and links to other wikis included."""
    nodes = expansion.links[0]
    labelled = iter(expansion.renderer.render_all([node.label for node in nodes if node.label is not None]))
    span = expansion.span
    links = []
    for start, end, target, label, title in nodes:
        shown = " ".join(target.split()).removeprefix(":") if label is None else next(labelled)
        if title.namespace or title.interwiki:
            if is_image(title) or is_category(title) or is_language_link(title):
                shown = ""
            elif title.interwiki:
                title = title._replace(text=f"{title.interwiki}:{title.text}")
        links.append(
            Wikilink(
                target=target.strip(), title=title.text, fragment=title.fragment, text=shown, span=span(start, end)
            )
        )
    if len(expansion.fragments) > 1:
        links.sort(key=_place)
    return tuple(links)


def _place(record: Wikilink | ExternalLink | Category) -> tuple[int, int]:
    return record.span or (0, 0)


def build_categories(expansion: Expansion) -> tuple[Category, ...]:
    """Every `[[Category:...]]`, in source order."""
    categories = []
    for start, end, _, label, title in expansion.links[0]:
        if is_category(title):
            sort_key = expansion.renderer.render(label) if label is not None else None
            categories.append(Category(name=title.name, sort_key=sort_key, span=expansion.span(start, end)))
    return tuple(sorted(categories, key=_place))


def build_external_links(expansion: Expansion) -> tuple[ExternalLink, ...]:
    """Every external link in source order."""
    nodes = expansion.links[1]
    labelled = iter(expansion.renderer.render_all(node.label for node in nodes if node.label))
    links = [
        ExternalLink(
            url=decode_references(url),
            text=next(labelled) if label else decode_references(url) if is_bare else None,
            span=expansion.span(start, end),
        )
        for start, end, url, label, is_bare in nodes
    ]
    if len(expansion.fragments) > 1:
        links.sort(key=_place)
    return tuple(links)
