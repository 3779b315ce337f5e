"""How far this library, and other parsers, agree with MediaWiki on real articles.

    python benchmarks/agreement.py [--corpus DIR] [--sample N] [--raise-floors] [--report FILE]

Starts a real MediaWiki (tests/mediawiki), asks it and every parser that is installed for the facts of each article,
and prints tables of what agrees: of the parsers, templates showing nothing; of this library also with templates showing
their arguments; of parse_html on the HTML of the Action API and of the REST API; of its records with those of the
wikitext; and of spans with Parsoid's source ranges. Without --corpus the corpus is downloaded (see corpus.py); any
folder of JSON files with "title" and "text" will do. This library's disagreements are told with their causes, which
code has confirmed in the very case (see causes.py, second_opinion.py and records.py); FILE gets all of them, those of
the other parsers too. Ends with 1 where a row fell below its floor (floors.json), where a node of the source is lost,
where a span is wrong, and, with CI=true on Debian, where nothing could be measured.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.causes import UNKNOWN
from benchmarks.corpus import CorpusError, Page, download, read_corpus
from benchmarks.floors import FloorError, check, digest, raise_floors, read_floors
from benchmarks.measure import OURS, Outcome, measure
from benchmarks.score import CAPTIONS, CELLS, ROWS, TABLE_ARTICLES, TABLES, WHOLE, Miss, Score, Tally
from tests.agreement.oracle import install
from tests.mediawiki.wiki import Wiki, WikiStartError, free_port, running_wiki

SEED = 1
_RECORDS = "other records of action=parse"


@contextmanager
def oracle_wiki() -> Iterator[Wiki]:
    with tempfile.TemporaryDirectory() as folder, running_wiki(Path(folder), free_port()) as wiki:
        install(wiki.folder)
        yield wiki


def report(outcome: Outcome, pages: Sequence[Page], corpus: str) -> str:
    """All tables, and this library's disagreements, in Markdown."""
    return "\n".join(
        [
            f"## Agreement with MediaWiki, {datetime.now(UTC):%Y-%m-%d}",
            "",
            f"`python benchmarks/agreement.py`: {len(pages)} articles, corpus {corpus}; percent (right/of).",
            "",
            *_table(outcome.parsers | {f"{OURS}, templates show arguments": outcome.arguments}),
            "",
            "parse_html, by the form of the HTML:",
            "",
            *_table(outcome.forms),
            "",
            *_shares("what else parse_html reads", "as the wikitext", outcome.records),
            "",
            *_shares("source ranges, where Parsoid tells one", "as Parsoid", outcome.ranges),
            "",
            f"Not compared: {outcome.joined} cells in lines where marks come together as a template shows nothing.",
            "Parsoid reads such a line before it expands templates, the legacy parser after.",
            "",
            f"Nodes of the source in no record and no warning: {len(outcome.lost)}.",
            f"Wrong spans: {len(outcome.wrong_spans)}.",
            "",
            *_disagreements(outcome),
        ]
    )


def _table(scores: Mapping[str, Score]) -> list[str]:
    lines = [f"| | {' | '.join(scores)} |", f"|---|{'---|' * len(scores)}"]
    for row in ROWS:
        cells = ["-" if _says_nothing(name, row) else _percent(score.tallies[row]) for name, score in scores.items()]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return lines


def _shares(what: str, head: str, tallies: Mapping[str, Tally]) -> list[str]:
    rows = [f"| {name} | {_percent(tally)} |" for name, tally in tallies.items()]
    return [f"| {what} | {head} |", "|---|---|", *rows]


def _says_nothing(name: str, row: str) -> bool:
    """Whether a peer is not asked for the facts of a row."""
    if name.startswith("pandas"):
        return row not in (TABLES, TABLE_ARTICLES, CELLS, CAPTIONS)
    return row == WHOLE and name in ("mwparserfromhell", "wikitextparser")


def _percent(tally: Tally) -> str:
    return f"{tally.percent:.2f} ({tally.right}/{tally.wanted})"


def _disagreements(outcome: Outcome) -> list[str]:
    """This library's, counted by cause; then one by one where MediaWiki's own facts, or its ranges, are others."""
    misses = _our_misses(outcome)
    causes = Counter((where, miss.cause) for where, miss in misses)
    return [
        f"Disagreements: {len(misses)}.",
        *(f"- {count} x {where}: {cause}" for (where, cause), count in sorted(causes.items())),
        "",
        *(
            f"- {miss.article}, {where}, {miss.what}: MediaWiki {miss.mediawiki}, here {miss.found} ({miss.cause})"
            for where, miss in misses
            if where != _RECORDS or miss.cause == UNKNOWN
        ),
        *outcome.lost,
        *outcome.wrong_spans,
    ]


def _our_misses(outcome: Outcome) -> list[tuple[str, Miss]]:
    """Each with what was read."""
    scores = {"wikitext": outcome.parsers[OURS], "wikitext, arguments": outcome.arguments} | outcome.forms
    misses = [(name, miss) for name, score in scores.items() for miss in score.misses]
    misses += [(_RECORDS, miss) for miss in outcome.record_misses]
    return misses + [("source ranges", miss) for miss in outcome.range_misses]


def reached(outcome: Outcome) -> Mapping[str, float]:
    """This library's percentages by row."""
    scores = {"blank": outcome.parsers[OURS], "args": outcome.arguments} | outcome.forms
    rows = {f"{name}: {row}": tally.percent for name, score in scores.items() for row, tally in score.tallies.items()}
    rows |= {f"records: {name}": tally.percent for name, tally in outcome.records.items()}
    return rows | {f"source ranges: {name}": tally.percent for name, tally in outcome.ranges.items()}


def write_misses(outcome: Outcome, path: Path) -> None:
    """Every disagreement, parser by parser."""
    peers = [(name, miss) for name, score in outcome.parsers.items() if name != OURS for miss in score.misses]
    lines = [
        f"{name}\t{m.article}\t{m.what}\tMediaWiki: {m.mediawiki}\tfound: {m.found}\t{m.cause}"
        for name, m in _our_misses(outcome) + peers
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of JSON files (default: downloaded)")
    parser.add_argument("--sample", type=int, help="so many articles, always the same")
    parser.add_argument("--report", type=Path, help="where to write every disagreement")
    parser.add_argument("--raise-floors", action="store_true", help="pin what is reached")
    return parser.parse_args()


def skipped(reason: str) -> int:
    """Say why nothing was measured; the exit code, which is a failure where all that is needed can be had."""
    print(f"skipped: {reason}")
    return 1 if os.environ.get("CI") == "true" and shutil.which("apt-get") else 0


def main() -> int:
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        try:
            pages = read_corpus(options.corpus or download(Path(folder)))
        except CorpusError as exc:
            return skipped(str(exc))
    corpus = digest(pages)[:12]
    if options.sample:
        pages = random.Random(SEED).sample(pages, min(options.sample, len(pages)))  # noqa: S311  # no secret
        corpus = f"{corpus} sample {options.sample}"
    try:
        with oracle_wiki() as wiki:
            outcome = measure(pages, wiki)
    except WikiStartError as exc:
        return skipped(f"no real MediaWiki: {exc}")
    print(report(outcome, pages, corpus))
    if options.report:
        write_misses(outcome, options.report)
    if options.corpus and not options.raise_floors and corpus not in read_floors():
        print("no floors are pinned for this corpus")
        return 0
    try:
        (raise_floors if options.raise_floors else check)(corpus, reached(outcome))
    except FloorError as exc:
        print(f"below the floor: {exc}")
        return 1
    return 1 if outcome.lost or outcome.wrong_spans else 0


if __name__ == "__main__":
    sys.exit(main())
