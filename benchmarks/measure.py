"""One run of the measure: a wiki and all parsers are asked for the facts of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.accounted import unaccounted
from benchmarks.causes import explained, what_ifs
from benchmarks.corpus import Page
from benchmarks.peers import peers
from benchmarks.progress import watched
from benchmarks.records import RECORD_ROWS, Pair, compare
from benchmarks.score import Miss, Score, Tally
from benchmarks.second_opinion import FORMS, look_at_forms
from benchmarks.source_ranges import Ranges, ask_parsoid, joined_by_templates, our_ranges, parsoid_ranges
from benchmarks.spans import wrong_spans
from icor_scraper.models import Article
from icor_scraper.parse import parse_html, parse_wikitext, render_blank
from tests.agreement.article import facts_of_article
from tests.agreement.facts import Facts
from tests.agreement.oracle import Oracle, Parse, facts_of
from tests.agreement.templates import echo_arguments
from tests.mediawiki.wiki import Wiki

OURS = "icor_scraper"


@dataclass(slots=True)
class Outcome:
    """What a run found."""

    parsers: dict[str, Score] = field(default_factory=dict)
    """How far each parser agrees with MediaWiki, templates showing nothing."""
    arguments: Score = field(default_factory=Score)
    """How far this library does, templates showing their arguments."""
    forms: dict[str, Score] = field(default_factory=lambda: {form: Score() for form in FORMS})
    """How far parse_html does, by the form of the HTML."""
    records: dict[str, Tally] = field(default_factory=lambda: {row: Tally() for row in RECORD_ROWS})
    """How far the other records of parse_html are those of the wikitext."""
    record_misses: list[Miss] = field(default_factory=list)
    ranges: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in Ranges._fields})
    """Of each construct for which Parsoid tells a source range, how many of ours are the same."""
    range_misses: list[Miss] = field(default_factory=list)
    joined: int = 0
    """Cells whose ranges are not compared, as the two MediaWiki parsers part their lines in other ways."""
    lost: list[str] = field(default_factory=list)
    """Nodes of the source that are in no record and no warning."""
    wrong_spans: list[str] = field(default_factory=list)


def measure(pages: Sequence[Page], wiki: Wiki) -> Outcome:
    """Ask the wiki and all parsers for the facts of each page."""
    oracle = Oracle(wiki.api_url)
    others = peers()
    outcome = Outcome({OURS: Score()} | {name: Score(has_anchors=False) for name in others})
    for page in watched(pages, "asking MediaWiki and the parsers"):
        rendering = oracle.rendering(page.text, page.title)
        wanted = facts_of(rendering)
        article = parse_wikitext(page.text, title=page.title, templates=render_blank)
        _score(outcome.parsers[OURS], article, wanted)
        for name, peer in others.items():
            found = peer.facts(page._replace(html=rendering["text"]))
            outcome.parsers[name].add(
                page.title, wanted, found if peer.rows is None else _only(found, wanted, peer.rows)
            )
        _look_at_source(outcome, article)
        _look_at_parsoid(outcome, article, wanted, rendering, wiki)
        _look_at_arguments(outcome, page, oracle)
    return outcome


def _score(score: Score, article: Article, wanted: Facts) -> None:
    known = len(score.misses)
    if misses := score.add(article.title, wanted, facts_of_article(article)):
        score.misses[known:] = explained(misses, what_ifs(wanted, article))


def _only(found: Facts, wanted: Facts, rows: frozenset[str]) -> Facts:
    """`found` where a peer tells it, else what is wanted, which then says nothing about the peer."""
    return Facts(**{name: getattr(found if name in rows else wanted, name) for name in Facts.__slots__})


def _look_at_source(outcome: Outcome, article: Article) -> None:
    """Count what is lost, and hold the spans to the source."""
    outcome.lost.extend(f"{article.title}: {node.kind} at {node.start}" for node in unaccounted(article))
    outcome.wrong_spans.extend(f"{article.title}: {wrong}" for wrong in wrong_spans(article))


def _look_at_parsoid(outcome: Outcome, article: Article, wanted: Facts, rendering: Parse, wiki: Wiki) -> None:
    """Hold the spans to Parsoid's, and parse_html to the facts."""
    text = article.wikitext or ""
    bundle = ask_parsoid(wiki.url, article.title, text)
    theirs, ours = parsoid_ranges(bundle, text), our_ranges(article)
    joined = joined_by_templates(article, theirs.cells)
    outcome.joined += len(joined)
    theirs = theirs._replace(cells=theirs.cells - joined)
    for name, tally in outcome.ranges.items():
        known = getattr(theirs, name)
        same = known & getattr(ours, name)
        tally.add(len(same), len(known))
        for start, end in sorted(known - same):
            place = f"{start}-{end} {text[start:end][:80]!r}"
            outcome.range_misses.append(Miss(article.title, f"source range: {name}", place, ""))
    shown = parse_html(rendering["text"], title=article.title)
    outcome.record_misses += compare(Pair(article, shown), outcome.records)
    look_at_forms(outcome.forms, article, rendering, wanted=wanted, parsoid=bundle.html, wiki=wiki)


def _look_at_arguments(outcome: Outcome, page: Page, oracle: Oracle) -> None:
    rendering = oracle.rendering(page.text, page.title, "args")
    article = parse_wikitext(page.text, title=page.title, templates=echo_arguments)
    _score(outcome.arguments, article, facts_of(rendering))
