"""Hunt for texts of which MediaWiki and this library tell different facts.

    python -m tests.agreement.hunt [GENERATOR | --corpus DIR] [--count N] [--seed N] [--shrink N] [--show KIND]

Makes N random texts by a generator (see generators/__init__.py), or cuts them out of the articles of a corpus (see
benchmarks/corpus.py); without either, out of the saved pages. Asks both, and prints how many agree, how many differ by
kind of fact, and the first texts that differ, each shrunk to its core, with both answers. --file compares one text
instead and prints MediaWiki's HTML too.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.agreement.batch import TITLE, BatchOracle, batch_oracle
from tests.agreement.differences import differences, our_facts
from tests.agreement.generators import GENERATORS, make_texts
from tests.agreement.generators.stretches import stretches_of
from tests.agreement.oracle import install
from tests.agreement.shrink import shrink
from tests.mediawiki.wiki import Wiki, free_port, running_wiki


@contextmanager
def _oracle(folder: Path | None) -> Iterator[BatchOracle]:
    """An oracle on the wiki in `folder`, which tests/mediawiki/up has made; else on one made for now."""
    with tempfile.TemporaryDirectory() as made:
        if folder:
            install(folder)
            with batch_oracle(Wiki("", folder)) as oracle:
                yield oracle
        else:
            with running_wiki(Path(made), free_port()) as wiki:
                install(wiki.folder)
                with batch_oracle(wiki) as oracle:
                    yield oracle


def found_differences(oracle: BatchOracle, text: str) -> dict[str, tuple[object, object]]:
    """By kind of fact, MediaWiki's answer and ours, where they are not the same."""
    return differences(oracle.facts(text), our_facts(text, TITLE))


def _hunt(oracle: BatchOracle, options: argparse.Namespace) -> None:
    if options.corpus:
        pages = map(Path.read_bytes, sorted(options.corpus.glob("*.json")))
        generator = stretches_of([json.loads(page)["text"] for page in pages])
    else:
        generator = GENERATORS[options.generator]
    texts = make_texts(generator, options.seed, options.count)
    wrong = [(next(iter(found)), text) for text in texts if (found := found_differences(oracle, text))]
    kinds = Counter(kind for kind, _ in wrong)
    print(f"{len(texts) - len(wrong)} of {len(texts)} agree; differences by kind: {dict(kinds)}")
    known: set[str] = set()
    chosen = [pair for pair in wrong if options.show in (None, pair[0])]
    for kind, text in chosen[: options.shrink]:
        core = shrink(text, lambda part, kind=kind: kind in found_differences(oracle, part))  # type: ignore[misc]
        if core not in known:
            known.add(core)
            _show(oracle, core)


def _show(oracle: BatchOracle, text: str, *, with_html: bool = False) -> None:
    print(f"\n{'-' * 60}\n{text}\n{'-' * 20}")
    if with_html:
        print(oracle.rendering(text)["text"])
    for kind, (wanted, found) in found_differences(oracle, text).items():
        print(f"{kind}\n  MediaWiki {wanted}\n  here      {found}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("generator", choices=sorted(GENERATORS), nargs="?", default="stretches")
    parser.add_argument("--corpus", type=Path, help="cut stretches out of the articles in this folder")
    parser.add_argument("--count", type=int, default=500, help="so many texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shrink", type=int, default=10, help="shrink and show at most so many")
    parser.add_argument("--show", help="only differences of this kind of fact")
    parser.add_argument("--file", type=Path, help="compare the text in this file")
    parser.add_argument("--wiki", type=Path, help="folder of a wiki that tests/mediawiki/up has made")
    options = parser.parse_args()
    with _oracle(options.wiki) as oracle:
        if options.file:
            _show(oracle, options.file.read_text(encoding="utf-8"), with_html=True)
        else:
            _hunt(oracle, options)


if __name__ == "__main__":
    main()
