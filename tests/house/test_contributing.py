"""CONTRIBUTING.md is true: its picture shows the rooms that there are, and its layers are the contract's."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _block(first: str) -> str:
    """The indented block that begins with the line `first`."""
    (block,) = re.findall(rf"^    {re.escape(first)}\n((?: {{4,}}.*\n)*)", TEXT, re.MULTILINE)
    return str(block)


def test_the_picture_shows_every_room_and_no_other() -> None:
    shown = re.findall(r"^ {6}(\w[\w.]*)", _block("icor_scraper/"), re.MULTILINE)
    paths = [path for path in (ROOT / "icor_scraper").iterdir() if path.name not in ("__pycache__", "py.typed")]
    assert sorted(shown) == sorted(path.name for path in paths)


def test_the_layers_are_the_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    assert ["cli", *(line.strip() for line in _block("cli").splitlines())] == contract["layers"]
