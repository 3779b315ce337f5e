"""README.md is true: its examples run and print what it shows, and its help is the command's own."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from icor_scraper.errors import ContactError
from icor_scraper.fetch import Client
from icor_scraper.parse.html import grid as html_grid
from icor_scraper.parse.html.strain import MAX_DEPTH, MAX_ELEMENTS
from icor_scraper.parse.wikitext.answers.sections import MAX_HEADINGS
from icor_scraper.parse.wikitext.answers.templates import MAX_NAMES
from icor_scraper.parse.wikitext.document import MAX_ARGUMENTS
from icor_scraper.parse.wikitext.expand.extensions import MAX_REFERENCES
from icor_scraper.parse.wikitext.headings.words import MAX_NESTED
from icor_scraper.parse.wikitext.scan.calls import MAX_CALLS
from icor_scraper.parse.wikitext.tables import grid as wikitext_grid
from icor_scraper.parse.wikitext.tables.tree import MAX_CELLS, MAX_TABLES

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
PYTHON_BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
CONSOLE_BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
EXAMPLES = [
    (command, output.strip())
    for block in CONSOLE_BLOCKS
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "icor-scraper"
    return subprocess.run(
        [sys.executable, "-m", "icor_scraper", *words[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_there_are_examples() -> None:
    assert len(PYTHON_BLOCKS) >= 3
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("block", PYTHON_BLOCKS)
def test_python_examples_run(block: str, tmp_path: Path) -> None:
    """The comment below each `print` is what it prints."""
    expected = re.findall(r"^print\(.*\n# (.*)$", block, re.MULTILINE)
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", block],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert len(expected) == block.count("\nprint(") > 0
    assert run.stdout.splitlines() == expected


def test_the_contact_shown_is_refused_as_it_says() -> None:
    (contact,) = re.findall(
        r'contact="(.*?)"\)`, with your own address\s+in place of this one, which is refused', README
    )
    with pytest.raises(ContactError):
        Client(contact=contact)


def test_console_examples_print_what_is_shown(tmp_path: Path) -> None:
    """The examples of one README run one after another in one folder; "..." stands for lines left out."""
    for command, output in EXAMPLES:
        run = _run(command, tmp_path)
        assert run.returncode == 0, f"{command}: {run.stderr}"
        parts = [re.escape(part.strip()) for part in output.split("...")]
        assert re.fullmatch(r"\s*" + r".*".join(parts) + r"\s*", run.stdout, re.DOTALL), f"{command}:\n{run.stdout}"


def test_the_help_is_the_commands_own(tmp_path: Path) -> None:
    (shown,) = re.findall(r"^```text\n(usage: icor-scraper.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert _run("icor-scraper --help", tmp_path).stdout == shown


@pytest.mark.parametrize(
    ("limit", "of_what"),
    [
        (MAX_HEADINGS, "headings"),
        (MAX_REFERENCES, "uses of references"),
        (MAX_CALLS, "template calls"),
        (MAX_TABLES, "tables"),
        (MAX_CELLS, "cells in them"),
        (wikitext_grid.MAX_SLOTS, "places of cells in one table"),
        (MAX_NESTED, "characters in headings that others stand in"),
        (MAX_NAMES, "characters of names"),
        (MAX_ARGUMENTS, "of arguments of template calls that hold others"),
        (MAX_ELEMENTS, "elements that carry facts"),
        (MAX_DEPTH, "of them nested in each other"),
        (html_grid.MAX_SLOTS, "places of cells."),
    ],
)
def test_the_limits_are_the_codes_own(limit: int, of_what: str) -> None:
    assert f"{limit:,} {of_what}" in " ".join(README.split())
