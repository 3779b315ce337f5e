"""What the commands ask of a wiki, by a server that answers just as a test says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.fetch.answers import query_body
from tests.fetch.misbehaving import response, say, serving

PAGE = say(response(query_body("== Head ==\nText.<ref>Note</ref>\n{|\n! A\n|}\n")))
BROKEN = say(response(b"", status="500 Internal Server Error"))


@pytest.mark.parametrize(
    "arguments",
    [("parse",), ("show", "references", "--json"), ("show", "sections", "--json"), ("show", "tables", "--json")],
)
def test_no_rendering_is_asked_for_where_none_is_used(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with serving(PAGE, BROKEN) as server:
        done = run(*arguments, "--title", "Page", "--api-url", server.api_url, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)
    assert len(server.requests) == 1


def test_a_folder_in_use_is_told_before_the_wiki_is_asked(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with serving(BROKEN) as server:
        done = run("fetch", "Page", "--save", tmp_path, "--api-url", server.api_url, cwd=tmp_path)
    assert done.returncode == 2
    assert "expected a new or empty folder for the answers" in done.stderr
    assert server.requests == []
