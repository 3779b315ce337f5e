"""The pinned floors of agreement: per corpus, known by its digest, what each row reached, which only goes up."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.corpus import Page

PATH = Path(__file__).with_name("floors.json")


class FloorError(Exception):
    """A row fell below its floor, or a floor is to be lowered; the message says which."""


def digest(pages: Iterable[Page]) -> str:
    """SHA-256 of all titles and texts: other texts have other floors."""
    sums = sorted(hashlib.sha256(f"{page.title}\0{page.text}".encode()).hexdigest() for page in pages)
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def read_floors(path: Path = PATH) -> dict[str, dict[str, float]]:
    """Corpus digest: row: percent."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def check(corpus: str, reached: Mapping[str, float], path: Path = PATH) -> None:
    """Raises FloorError where a row is below its floor, or the corpus has none."""
    floors = read_floors(path).get(corpus)
    if floors is None:
        raise FloorError(f"expected floors of the corpus {corpus} in {path.name}, found none: --raise-floors pins them")
    fallen = [
        f"{row}: expected at least {floor:.2f} %, found {reached.get(row, 0):.2f} %"
        for row, floor in floors.items()
        if round(reached.get(row, 0), 2) < floor
    ]
    if fallen:
        raise FloorError("; ".join(fallen))


def raise_floors(corpus: str, reached: Mapping[str, float], path: Path = PATH) -> None:
    """Write what was reached as the new floors. Raises FloorError where that would lower one."""
    floors = read_floors(path)
    if corpus in floors:
        check(corpus, reached, path)
    floors[corpus] = {row: int(percent * 100) / 100 for row, percent in reached.items()}
    path.write_text(json.dumps(floors, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
