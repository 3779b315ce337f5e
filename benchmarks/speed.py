"""Time this library and others for the same facts of the same articles, in one run.

    python benchmarks/speed.py [--corpus DIR] [--html DIR] [--node DIR] [--rounds 5] [--out DIR]
    python benchmarks/speed.py --check

Without --corpus the articles are downloaded (see corpus.py), and where that cannot be, it says so and ends. HTML is a
folder with MediaWiki's rendering of each article, DIR of --node one where `npm install wtf_wikipedia` was run; who
needs what is not there is left out, and named. Each contestant has a process of its own; they take turns, round by
round, and each row is a median of CPU time. The report is Markdown on standard output; --out writes it to a folder,
with a chart. --check reads the fixtures and fails on wrong results, never on time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.contestants import BASE, CONTESTANTS, COSTLY, OURS, WTF, Contestant, is_installed
from benchmarks.corpus import CorpusError, download, read_corpus
from benchmarks.plot import bar_chart
from benchmarks.verify import verify_fixtures

HERE = Path(__file__).parent
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000)
"""Bytes of the texts by which growth is shown, up to MediaWiki's largest page."""
HEAVY = ("babel", "bs4", "lxml", "msgspec", "mwparserfromhell", "requests", "rich", "tenacity", "urllib3")
"""Modules that starting up should not load."""


class Row(NamedTuple):
    """What one contestant took: CPU seconds, and MiB of memory beyond the texts."""

    name: str
    seconds: float
    peak_mib: int


class Worker:
    """A process that runs one round whenever it is asked to."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        paths = os.pathsep.join(filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH"))))
        variables = os.environ | {"PYTHONPATH": paths} | environment
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=variables
        )

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run_round(self) -> Row:
        """Time one round. Raises RuntimeError where the process has ended."""
        requests, answers = self._process.stdin, self._process.stdout
        answer = ""
        if requests and answers:
            requests.write("\n")
            requests.flush()
            answer = answers.readline()
        if not answer:
            raise RuntimeError(f"expected a time, found that the worker has ended: {self._process.args!r}")
        return Row("", **json.loads(answer))


def compare(commands: dict[str, tuple[list[str], dict[str, str]]], rounds: int) -> list[Row]:
    """The median row of each command; they take turns, after one round each that does not count."""
    times: dict[str, list[Row]] = {name: [] for name in commands}
    with ExitStack() as stack:
        workers = {name: stack.enter_context(Worker(*command)) for name, command in commands.items()}
        for turn in range(rounds + 1):
            for name, worker in workers.items():
                row = worker.run_round()
                if turn:
                    times[name].append(row)
    return [
        Row(name, statistics.median(row.seconds for row in rows), max(row.peak_mib for row in rows))
        for name, rows in times.items()
    ]


def commands_of(
    contestants: dict[str, Contestant], corpus: Path, html: Path | None
) -> dict[str, tuple[list[str], dict[str, str]]]:
    """How to start each contestant that can run here; says which cannot."""
    commands: dict[str, tuple[list[str], dict[str, str]]] = {}
    for name, contestant in contestants.items():
        if not is_installed(contestant):
            print(f"left out, not installed: {name}", file=sys.stderr)
        elif contestant.reads_html and html is None:
            print(f"left out without --html: {name}", file=sys.stderr)
        else:
            folders = [str(corpus), str(html)] if html else [str(corpus)]
            commands[name] = ([sys.executable, str(HERE / "worker.py"), name, *folders], {})
    return commands


def node_command(corpus: Path, folder: Path | None) -> dict[str, tuple[list[str], dict[str, str]]]:
    """How to start wtf_wikipedia, where it can run."""
    node = shutil.which("node")
    if node is None or folder is None:
        print(f"left out without Node and --node: {WTF}", file=sys.stderr)
        return {}
    command = [node, str(HERE / "wtf_wikipedia.mjs"), str(corpus.resolve())]
    return {WTF: (command, {"WTF_DIR": str(folder.resolve())})}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table, the first column to the left."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]


def timing_table(rows: Sequence[Row], size: int, base: float) -> list[str]:
    """Rows with speed and the share of a bare mwparserfromhell parse."""
    return table(
        ("what", "CPU s", "MB/s", f"of {BASE}", "MiB more"),
        [
            (
                row.name,
                f"{row.seconds:.3f}",
                f"{size / 1e6 / row.seconds:.2f}",
                f"{row.seconds / base:.3f}",
                str(row.peak_mib),
            )
            for row in rows
        ],
    )


def growth_table(corpus: Path, rounds: int) -> list[str]:
    """Time and memory against the size of one text."""
    lines = []
    names = [name for name in (OURS, BASE) if is_installed(CONTESTANTS[name])]
    for size in SIZES:
        for name in names:
            command = [sys.executable, str(HERE / "worker.py"), name, str(corpus), "--size", str(size)]
            [row] = compare({name: (command, {})}, rounds)
            per_megabyte = row.seconds / size * 1e6
            lines.append((name, f"{size / 1000:.0f}", f"{row.seconds:.4f}", f"{per_megabyte:.3f}", str(row.peak_mib)))
    return table(
        ("what", "size, kB", "CPU s", "s per MB", "MiB more"), sorted(lines, key=lambda line: names.index(line[0]))
    )


def start_up_line() -> str:
    """What `import icor_scraper` takes beyond Python's own start, and which heavy modules it loads."""
    probe = (
        "import sys, time; start = time.process_time(); import icor_scraper; took = time.process_time() - start; "
        f"print(took, *(name for name in {HEAVY!r} if name in sys.modules))"
    )
    answers = [
        subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=HERE.parent
        ).stdout
        for _ in range(7)
    ]
    took = statistics.median(float(answer.split()[0]) for answer in answers)
    loaded = answers[0].split()[1:]
    return f"`import icor_scraper` takes {took * 1000:.0f} ms and loads {', '.join(loaded) or 'no'} heavy module."


def report(args: argparse.Namespace, corpus: Path) -> tuple[str, str]:
    """The whole report, and the chart."""
    size = sum(len(page.text.encode()) for page in read_corpus(corpus))
    commands = commands_of(CONTESTANTS, corpus, args.html) | node_command(corpus, args.node)
    rows = compare(commands, args.rounds)
    base = next((row.seconds for row in rows if row.name == BASE), float("nan"))
    costly = compare(commands_of(COSTLY, corpus, args.html), args.rounds)
    count = len(list(corpus.glob("*.json")))
    lines = [
        f"## Speed, {datetime.now(UTC):%Y-%m-%d}",
        "",
        f"`python benchmarks/speed.py`: {count} articles, {size / 1e6:.1f} MB of wikitext; CPU time, medians of "
        f"{args.rounds} rounds by turns; Python {platform.python_version()}, {platform.machine()}.",
        "",
        *timing_table(rows, size, base),
        "",
        "Parts that this library works out only when asked for, each with the parse they need:",
        "",
        *timing_table(costly, size, base),
        "",
        "Growth with the size of one text:",
        "",
        *growth_table(corpus, args.rounds),
        "",
        start_up_line(),
        "",
    ]
    bars = [(row.name, size / 1e6 / row.seconds, f"{size / 1e6 / row.seconds:.1f} MB/s") for row in rows]
    title = f"Megabytes of wikitext a second, {count} articles of English Wikipedia"
    return "\n".join(lines), bar_chart(title, sorted(bars, key=lambda bar: -bar[1]), OURS)


def check() -> int:
    """Whether results are right, on the fixtures; no time is looked at."""
    faults = verify_fixtures(HERE.parent / "fixtures")
    for fault in faults:
        print(fault, file=sys.stderr)
    print("speed.py --check:", f"{len(faults)} wrong results" if faults else "all results right")
    return 1 if faults else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--html", type=Path)
    parser.add_argument("--node", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if args.check:
        return check()
    with tempfile.TemporaryDirectory() as folder:
        try:
            corpus = args.corpus or download(Path(folder))
        except CorpusError as exc:
            print(f"nothing was timed: {exc}", file=sys.stderr)
            return 0
        text, chart = report(args, corpus)
    print(text)
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "speed.md").write_text(text, encoding="utf-8")
        (args.out / "speed.svg").write_text(chart, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
