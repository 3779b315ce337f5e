"""Why this library and MediaWiki disagree: causes that code confirms in the very case.

Each is a what-if: the facts of one side, or of both, as they would be without the cause. Where a row then agrees, the
cause is named for it; what none of them explains is told as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from benchmarks.score import Miss, Score
from icor_scraper.models import Article, Span
from tests.agreement.article import facts_of_article, linked_page
from tests.agreement.facts import Facts, plain_url

UNKNOWN: Final = "not explained"


class WhatIf(NamedTuple):
    """The facts as they would be without a cause."""

    cause: str
    mediawiki: Facts
    found: Facts


def explained(misses: Iterable[Miss], what_ifs: Iterable[WhatIf], *, has_anchors: bool = True) -> list[Miss]:
    """The misses of one article, each with the first cause without which its row agrees."""
    left = list(misses)
    done: list[Miss] = []
    for what_if in what_ifs if left else ():
        still = {miss.what for miss in Score(has_anchors).add("", what_if.mediawiki, what_if.found)}
        done += [miss._replace(cause=what_if.cause) for miss in left if miss.what not in still]
        left = [miss for miss in left if miss.what in still]
    return done + [miss._replace(cause=UNKNOWN) for miss in left]


def what_ifs(wanted: Facts, article: Article) -> Iterator[WhatIf]:
    """The causes of disagreement between MediaWiki's rendering and what is read from the wikitext."""
    found = facts_of_article(article)
    modules = [template.span for template in article.templates if template.name.startswith("#invoke")]
    yield WhatIf(
        "links in a call of a Lua module, which this wiki lacks and shows as an error",
        wanted,
        replace(
            found,
            links=found.links - links_only_in(article, modules),
            external=found.external - addresses_only_in(article, modules),
        ),
    )


def links_only_in(article: Article, spans: list[Span]) -> frozenset[str]:
    """The pages that are linked nowhere but inside `spans` of the source."""
    inside: dict[bool, set[str]] = {True: set(), False: set()}
    for link in article.wikilinks:
        inside[lies_in(spans, link.span)].add(linked_page(link, article))
    return frozenset(inside[True] - inside[False])


def addresses_only_in(article: Article, spans: list[Span]) -> frozenset[str]:
    inside: dict[bool, set[str]] = {True: set(), False: set()}
    for link in article.external_links:
        inside[lies_in(spans, link.span)].add(plain_url(link.url))
    return frozenset(inside[True] - inside[False])


def lies_in(spans: list[Span], span: Span | None) -> bool:
    """Whether one of the `spans` holds `span`."""
    return span is not None and any(outer.start <= span.start and span.end <= outer.end for outer in spans)
