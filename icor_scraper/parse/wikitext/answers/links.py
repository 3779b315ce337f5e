"""Links as records."""

from __future__ import annotations

import re
from operator import attrgetter

from icor_scraper.models import Category, ExternalLink, Span, Wikilink, maker
from icor_scraper.parse.wikitext.expansion import Expansion
from icor_scraper.parse.wikitext.links.targets import is_category, is_image, shown_target
from icor_scraper.parse.wikitext.links.urls import clean_url
from icor_scraper.parse.wikitext.marks import UNKNOWN
from icor_scraper.parse.wikitext.names.namespaces import link_trail
from icor_scraper.parse.wikitext.names.titles import MEDIA, Title, is_language_link, with_capital
from icor_scraper.parse.wikitext.tags import decode_references
from icor_scraper.parse.wikitext.text.held import held_label

_MARKUP = re.compile("[<\\[\x01\x0e]|''").search
make_wikilink, make_external_link = maker(Wikilink), maker(ExternalLink)


def build_wikilinks(expansion: Expansion) -> tuple[Wikilink, ...]:
    """Every wikilink in source order, files, categories and links to other wikis included."""
    nodes = expansion.links.links
    titles = nodes.titles
    labels = [label for label in nodes.labels if label is not None]
    labels = [held_label(label) if "[" in label or "\n" in label else label for label in labels]
    labelled = iter(expansion.renderer.render_all(labels))
    spans = expansion.origins.spans(zip(nodes.starts, nodes.ends, strict=True))
    page, trail_at = expansion.text + "\n", link_trail(expansion.language).match
    links = []
    columns = enumerate(zip(nodes.ends, nodes.targets, nodes.labels, spans, strict=True))
    for index, (end, target, label, span) in columns:
        text = target if label is None else next(labelled)
        after = page[end]
        if (after > "@" or after in "-'") and (trail := trail_at(page, end)):  # most often a space or mark follows
            text += trail[0] if index not in titles or titles[index].namespace != MEDIA else ""
        if index not in titles:  # most links: their target is a title as it stands
            name = target if "A" <= target[0] <= "Z" else with_capital(target)
            links.append(make_wikilink(target=target, title=name, fragment=None, text=text, span=span))
        else:
            if label is None:
                text = decode_references(shown_target(target, expansion.base)) + text[len(target) :]
            links.append(_wikilink(target, titles[index], text, span))
    if len(expansion.fragments) > 1:
        links.sort(key=attrgetter("span"))
    if redirect := expansion.redirect:
        span = expansion.source.span(redirect.start, redirect.end)
        links.insert(0, _wikilink(redirect.target, redirect.title, redirect.title.text, span))
    return tuple(links)


def _wikilink(target: str, title: Title, text: str, span: Span) -> Wikilink:
    name, fragment = title.text, title.fragment
    if UNKNOWN in target:
        target, text = target.replace(UNKNOWN, ""), text.replace(UNKNOWN, "")
        fragment = fragment and fragment.replace(UNKNOWN, "")
    text = " ".join(text.split())
    if title.interwiki:
        name = f"{title.interwiki}:{name}"
    if is_image(title) or is_category(title) or is_language_link(title):
        text = ""
    return make_wikilink(target=target.strip(" "), title=name, fragment=fragment, text=text, span=span)


def _place(record: Wikilink | ExternalLink | Category) -> tuple[int, int]:
    return record.span or (0, 0)


def build_categories(expansion: Expansion) -> tuple[Category, ...]:
    """Every `[[Category:...]]`, in source order."""
    categories = []
    nodes = expansion.links.links
    for index, title in nodes.titles.items():
        if is_category(title):
            label = nodes.labels[index]
            sort_key = _sort_key(expansion, label) if label is not None else None
            span = expansion.origins.span(nodes.starts[index], nodes.ends[index])
            categories.append(Category(name=title.name, sort_key=sort_key, span=span))
    return tuple(sorted(categories, key=_place))


def _sort_key(expansion: Expansion, label: str) -> str:
    """What a category sorts the page by: white space at its ends counts, as in `[[Category:name| ]]`."""
    return expansion.renderer.render(label) if _MARKUP(label) else decode_references(label.replace("\n", ""))


def build_external_links(expansion: Expansion) -> tuple[ExternalLink, ...]:
    """Every external link in source order."""
    nodes = expansion.links.urls
    labelled = iter(expansion.renderer.render_all(node.label for node in nodes if node.label))
    spans = expansion.origins.spans([(node.start, node.end) for node in nodes])
    links = []
    for (_, _, url, label, is_bare), span in zip(nodes, spans, strict=True):
        address = clean_url(url)
        text = next(labelled) if label else address if is_bare else None
        links.append(make_external_link(url=address, text=text, span=span))
    if len(expansion.fragments) > 1:
        links.sort(key=_place)
    return tuple(links)
