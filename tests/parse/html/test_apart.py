"""HTML read in a process of its own: the same records, and whatever ends that process is a ParseError here."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from icor_scraper.dataset import article_record
from icor_scraper.errors import ParseError
from icor_scraper.parse.html import parse_html, parse_html_apart
from icor_scraper.parse.html.apart import ReaderLimits
from tests.parse.html.broken_library import (
    CRASHES,
    FAILS_AT_THE_END,
    GROWS,
    HANGS,
    LEAVES,
    RAISES,
    SLEEPS,
    write_broken_lxml,
)

ROOT = Path(__file__).parents[3]
PAGES = sorted(ROOT.glob("fixtures/**/rendering.html"))
ODD = "<p>a\ud800b\x00c&#xD800;&#0;<h2 id='%ED%A0%80'>d</h2><table><tfoot><tr><td rowspan=9>e<tbody><tr><th>f</table>"


def test_there_are_pages() -> None:
    assert PAGES


@pytest.mark.parametrize("html", [*(path.read_text(encoding="utf-8") for path in PAGES[:5]), ODD, ""])
def test_the_same_article_as_in_this_process(html: str) -> None:
    here, apart = parse_html(html, title="T"), parse_html_apart(html, title="T")
    assert article_record(apart) == article_record(here)
    attributes = [
        [cell.attributes for table in article.tables for row in table.grid for cell in row if cell]
        for article in (here, apart)
    ]
    assert attributes[0] == attributes[1]


def test_what_is_refused_here_is_refused_there() -> None:
    with pytest.raises(ParseError) as here:
        parse_html("<table><tr><td>" * 1000)
    with pytest.raises(ParseError) as apart:
        parse_html_apart("<table><tr><td>" * 1000)
    assert str(apart.value) == str(here.value)


@pytest.mark.parametrize("name", CRASHES)
def test_a_library_that_crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.syspath_prepend(write_broken_lxml(tmp_path, CRASHES[name]))
    with pytest.raises(
        ParseError, match=f"^expected HTML that can be read, found that its reader was ended by {name}$"
    ):
        parse_html_apart("<p>a")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    ("does", "limits", "said"),
    [
        (HANGS, ReaderLimits(cpu_s=1), "that it takes more than 1 s of CPU time"),
        (SLEEPS, ReaderLimits(total_s=1), "that it takes more than 1 s"),
        (GROWS, ReaderLimits(memory_bytes=300 << 20), "expected HTML that is read in 300 MiB, found more"),
        (LEAVES, ReaderLimits(), "that its reader broke off"),
    ],
)
def test_a_library_without_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, limits: ReaderLimits, said: str
) -> None:
    monkeypatch.syspath_prepend(write_broken_lxml(tmp_path, does))
    with pytest.raises(ParseError, match=said):
        parse_html_apart("<p>a", limits=limits)


def test_a_library_that_fails_once_all_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(write_broken_lxml(tmp_path, FAILS_AT_THE_END))
    assert parse_html_apart("<p>a").sections[0].text == ""  # this library finds nothing


def test_a_fault_of_ours_is_no_fault_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(write_broken_lxml(tmp_path, RAISES))
    with pytest.raises(RuntimeError, match="AssertionError: impossible tree"):
        parse_html_apart("<p>a")


def test_without_a_python_to_start_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert parse_html_apart("<p>a").lead.text == "a"


def test_a_python_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(ParseError, match="expected a process to read the HTML in, found: No such file"):
        parse_html_apart("<p>a")


def test_threads_read_at_once() -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(parse_html_apart(f"<p>{n}").lead.text)) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["0", "1", "2", "3"]


SCRIPT = """
import sys
print("started")
from icor_scraper.parse.html import parse_html_apart
print(parse_html_apart("<p>a").lead.text, {"lxml"} & set(sys.modules))
"""


@pytest.mark.parametrize("redirect", ["", " <&-", " 2>&-", " <&- 2>&-"])
def test_a_script_without_a_guard_of_its_own(tmp_path: Path, redirect: str) -> None:
    """Its lines run once, and this process never loads the libraries; closed standard streams do no harm."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = f'exec "$@"{redirect}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", sys.executable, str(script)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["started", "a set()"]
