"""How far this library, and other parsers, agree with MediaWiki on real articles.

    python benchmarks/agreement.py [--corpus DIR] [--sample N] [--templates blank|args] [--raise-floors] [--report FILE]

Starts a real MediaWiki (tests/mediawiki), asks it and every parser that is installed for the facts of each article,
and prints a table of what agrees. Without --corpus the corpus is downloaded (see corpus.py); any folder of JSON files
with "title" and "text" will do. Every disagreement is written to FILE; this library's are printed too. Ends with 1
where a row fell below its floor (floors.json), where a node of the source is lost, or where a span is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.accounted import unaccounted
from benchmarks.corpus import CorpusError, Page, download, read_corpus
from benchmarks.floors import FloorError, check, digest, raise_floors
from benchmarks.peers import peers
from benchmarks.score import CAPTIONS, CELLS, ROWS, TABLE_ARTICLES, TABLES, WHOLE, Miss, Score, Tally
from benchmarks.source_ranges import Ranges, ask_parsoid, joined_by_templates, our_ranges, parsoid_ranges
from icor_scraper.models import Article
from icor_scraper.parse import parse_wikitext, render_blank
from tests.agreement.article import facts_of_article
from tests.agreement.facts import Facts
from tests.agreement.oracle import Oracle, Templates, facts_of, install
from tests.agreement.templates import echo_arguments
from tests.mediawiki.wiki import Wiki, WikiStartError, free_port, running_wiki

OURS = "icor_scraper"
SEED = 1


class Outcome(NamedTuple):
    """What a run found."""

    scores: dict[str, Score]
    """By parser."""
    ranges: dict[str, Tally]
    """Of each construct for which Parsoid tells a source range, how many of ours are the same."""
    lost: list[str]
    """Nodes of the source that are in no record and no warning."""
    wrong_spans: list[str]


@contextmanager
def oracle_wiki() -> Iterator[Wiki]:
    with tempfile.TemporaryDirectory() as folder, running_wiki(Path(folder), free_port()) as wiki:
        install(wiki.folder)
        yield wiki


def measure(pages: list[Page], wiki: Wiki, templates: Templates) -> Outcome:
    """Ask the wiki and all parsers for the facts of each page."""
    oracle = Oracle(wiki.api_url)
    others = peers() if templates == "blank" else {}
    scores = {OURS: Score()} | {name: Score(has_anchors=False) for name in others}
    outcome = Outcome(scores, {name: Tally() for name in Ranges._fields}, [], [])
    for number, page in enumerate(pages, 1):
        print(f"\r{number}/{len(pages)} {page.title[:60]:<60}", end="", file=sys.stderr, flush=True)
        rendering = oracle.rendering(page.text, page.title, templates)
        wanted = facts_of(rendering)
        article = parse_wikitext(
            page.text, title=page.title, templates=render_blank if templates == "blank" else echo_arguments
        )
        scores[OURS].add(page.title, wanted, facts_of_article(article))
        for name, peer in others.items():
            found = peer.facts(page._replace(html=rendering["text"]))
            scores[name].add(page.title, wanted, found if peer.rows is None else _only(found, wanted, peer.rows))
        if templates == "blank":
            _look_at_source(outcome, page, article, wiki)
    print("\r" + " " * 80 + "\r", end="", file=sys.stderr)
    return outcome


def _only(found: Facts, wanted: Facts, rows: frozenset[str]) -> Facts:
    """`found` where a peer tells it, else what is wanted, which then says nothing about the peer."""
    return Facts(**{name: getattr(found if name in rows else wanted, name) for name in Facts.__slots__})


def _look_at_source(outcome: Outcome, page: Page, article: Article, wiki: Wiki) -> None:
    """Count what is lost, and hold our spans to the source and to Parsoid's."""
    outcome.lost.extend(f"{page.title}: {node.kind} at {node.start}" for node in unaccounted(article))
    outcome.wrong_spans.extend(f"{page.title}: {wrong}" for wrong in wrong_spans(article))
    theirs, ours = parsoid_ranges(ask_parsoid(wiki.url, page.title, page.text), page.text), our_ranges(article)
    joined = joined_by_templates(article, theirs.cells)
    theirs = theirs._replace(cells=theirs.cells - joined)
    for name, tally in outcome.ranges.items():
        known = getattr(theirs, name)
        same = known & getattr(ours, name)
        tally.add(len(same), len(known))
        for start, end in sorted(known - same):
            miss = Miss(page.title, f"source range: {name}", f"{start}-{end} {page.text[start:end][:80]!r}", "")
            outcome.scores[OURS].misses.append(miss)


def wrong_spans(article: Article) -> Iterator[str]:
    """Spans that do not cut out what they claim to."""
    text = article.wikitext or ""
    for template in article.templates:
        cut = text[slice(*template.span)]
        if not (cut.startswith("{{") and cut.endswith("}}")) or cut != template.wikitext:
            yield f"template at {template.span.start}"
        for argument in template.arguments:
            if text[slice(*argument.span)] != argument.wikitext:
                yield f"argument at {argument.span.start}"
    for reference in article.references:
        for use in reference.uses:
            if use.span is None or not text[slice(*use.span)].lower().startswith(("<ref", "{{")):
                yield f"reference at {use.span}"
    for span in [*(link.span for link in article.wikilinks), *(category.span for category in article.categories)]:
        if span is None or not text[slice(*span)]:
            yield f"link at {span}"
    for section in article.sections[1:]:
        if section.span is None or not text[slice(*section.span)].lstrip(" <!-").startswith(("=", "h", "{")):
            yield f"section at {section.span}"
    for table in article.tables:
        if table.span is None or not text[slice(*table.span)].lower().startswith(("{|", "<table", "{{")):
            yield f"table at {table.span}"


def table_of(outcome: Outcome, templates: Templates) -> str:
    """The table of agreement, in Markdown."""
    names = list(outcome.scores)
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for row in ROWS:
        cells = [_cell(score, row, is_peer=name != OURS, name=name) for name, score in outcome.scores.items()]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    for construct, tally in outcome.ranges.items() if templates == "blank" else ():
        dashes = " | -" * (len(names) - 1)
        lines.append(f"| source ranges of {construct} as Parsoid tells them | {_percent(tally)}{dashes} |")
    return "\n".join(lines)


def _cell(score: Score, row: str, *, is_peer: bool, name: str) -> str:
    if is_peer and name.startswith("pandas") and row not in (TABLES, TABLE_ARTICLES, CELLS, CAPTIONS):
        return "-"
    if is_peer and row == WHOLE:
        return "-"
    return _percent(score.tallies[row])


def _percent(tally: Tally) -> str:
    return f"{tally.percent:.2f} ({tally.right}/{tally.wanted})"


def reached(outcome: Outcome, templates: Templates) -> Mapping[str, float]:
    """This library's percentages by row."""
    rows = {f"{templates}: {row}": tally.percent for row, tally in outcome.scores[OURS].tallies.items()}
    if templates == "blank":
        rows |= {f"source ranges: {name}": tally.percent for name, tally in outcome.ranges.items()}
    return rows


def write_report(outcome: Outcome, path: Path) -> None:
    """Every disagreement, parser by parser."""
    lines = []
    for name, score in outcome.scores.items():
        lines += [f"{name}\t{m.article}\t{m.what}\tMediaWiki: {m.mediawiki}\tfound: {m.found}" for m in score.misses]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of JSON files (default: downloaded)")
    parser.add_argument("--sample", type=int, help="so many articles, always the same")
    parser.add_argument("--templates", choices=("blank", "args"), default="blank", help="what templates show")
    parser.add_argument("--report", type=Path, help="where to write every disagreement")
    parser.add_argument("--raise-floors", action="store_true", help="pin what is reached")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        try:
            pages = read_corpus(options.corpus or download(Path(folder)))
        except CorpusError as exc:
            print(f"skipped: {exc}")
            return 0
    corpus = digest(pages)
    if options.sample:
        pages = random.Random(SEED).sample(pages, min(options.sample, len(pages)))  # noqa: S311  # no secret
    try:
        with oracle_wiki() as wiki:
            outcome = measure(pages, wiki, options.templates)
    except WikiStartError as exc:
        print(f"skipped: no real MediaWiki: {exc}")
        return 0
    print(table_of(outcome, options.templates))
    print(f"\n{len(pages)} articles, corpus {corpus[:12]}")
    print(f"nodes of the source in no record and no warning: {len(outcome.lost)}")
    for miss in outcome.scores[OURS].misses:
        print(f"- {miss.article}, {miss.what}: MediaWiki {miss.mediawiki}, here {miss.found}")
    print(*outcome.lost, *outcome.wrong_spans, sep="\n", end="")
    if options.report:
        write_report(outcome, options.report)
    try:
        name = f"{corpus[:12]} sample {options.sample}" if options.sample else corpus[:12]
        (raise_floors if options.raise_floors else check)(name, reached(outcome, options.templates))
    except FloorError as exc:
        print(f"below the floor: {exc}")
        return 1
    return 1 if outcome.lost or outcome.wrong_spans else 0


if __name__ == "__main__":
    sys.exit(main())
