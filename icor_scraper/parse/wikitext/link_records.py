"""Links as records."""

from __future__ import annotations

from operator import attrgetter

from icor_scraper.models import Category, ExternalLink, Span, Wikilink, maker
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.links import is_category, is_image, shown_target
from icor_scraper.parse.wikitext.namespaces import link_trail
from icor_scraper.parse.wikitext.tags import decode_references
from icor_scraper.parse.wikitext.titles import Title, is_language_link, with_capital
from icor_scraper.parse.wikitext.urls import clean_url

make_wikilink = maker(Wikilink)


def build_wikilinks(expansion: Expansion) -> tuple[Wikilink, ...]:
    """Every wikilink in source order, files, categories and links to other wikis included."""
    nodes = expansion.links.links
    labelled = iter(expansion.renderer.render_all([node[3] for node in nodes if node[3] is not None]))
    spans = expansion.spans([node[:2] for node in nodes])
    page, trail_at = expansion.text, link_trail(expansion.language).match
    links = []
    for (_, end, target, label, title), span in zip(nodes, spans, strict=True):
        text = target if label is None else next(labelled)
        if page[end : end + 1].isalpha() and (trail := trail_at(page, end)):
            text += trail[0]
        if title is None:  # most links: their target is a title as it stands
            name = target if "A" <= target[0] <= "Z" else with_capital(target)
            links.append(make_wikilink(target=target, title=name, fragment=None, text=text, span=span))
        else:
            if label is None:
                text = decode_references(shown_target(target, expansion.base)) + text[len(target) :]
            links.append(_wikilink(target, title, text, span))
    if len(expansion.fragments) > 1:
        links.sort(key=attrgetter("span"))
    return tuple(links)


def _wikilink(target: str, title: Title, text: str, span: Span) -> Wikilink:
    name = title.text
    text = " ".join(text.split())
    if title.interwiki:
        name = f"{title.interwiki}:{name}"
    if is_image(title) or is_category(title) or is_language_link(title):
        text = ""
    return make_wikilink(target=target.strip(), title=name, fragment=title.fragment, text=text, span=span)


def _place(record: Wikilink | ExternalLink | Category) -> tuple[int, int]:
    return record.span or (0, 0)


def build_categories(expansion: Expansion) -> tuple[Category, ...]:
    """Every `[[Category:...]]`, in source order."""
    categories = []
    for start, end, _, label, title in expansion.links.links:
        if title is not None and is_category(title):
            sort_key = expansion.renderer.render(label) if label is not None else None
            categories.append(Category(name=title.name, sort_key=sort_key, span=expansion.span(start, end)))
    return tuple(sorted(categories, key=_place))


def build_external_links(expansion: Expansion) -> tuple[ExternalLink, ...]:
    """Every external link in source order."""
    nodes = expansion.links.urls
    labelled = iter(expansion.renderer.render_all(node.label for node in nodes if node.label))
    urls = [clean_url(node.url) for node in nodes]
    links = [
        ExternalLink(
            url=url,
            text=next(labelled) if label else url if is_bare else None,
            span=expansion.span(start, end),
        )
        for url, (start, end, _, label, is_bare) in zip(urls, nodes, strict=True)
    ]
    if len(expansion.fragments) > 1:
        links.sort(key=_place)
    return tuple(links)
