"""docs/faults.md: each fault is listed once, with tests that exist or the reason why there is none."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"\| ([A-Z]\d+) \|.*\| (.+) \|")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
REASON = re.compile(r"No test: \S.{10,}")
ROWS = [
    found.groups() for line in (ROOT / "docs/faults.md").read_text("utf-8").splitlines() if (found := ROW.match(line))
]
COUNTS = {"P": 9, "H": 18, "L": 9, "Q": 4, "S": 7}


@cache
def functions_of(path: str) -> frozenset[str]:
    """The functions of a file, found without running it; none where there is no such file."""
    if not (ROOT / path).is_file():
        return frozenset()
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_fault_is_listed_once() -> None:
    expected = [f"{letter}{number}" for letter, count in COUNTS.items() for number in range(1, count + 1)]
    assert [number for number, _ in ROWS] == expected


@pytest.mark.parametrize(("number", "told"), ROWS)
def test_its_tests_exist(number: str, told: str) -> None:
    named = TEST.findall(told)
    assert named or REASON.fullmatch(told), f"{number} names no test and no reason"
    assert TEST.sub("", told).strip() == "" or not named, f"{number} names something that is no test"
    missing = [f"{path}::{name}" for path, name in named if name not in functions_of(path)]
    assert missing == []
