"""fetch, parse and show against a real MediaWiki."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, only_line, run
from tests.mediawiki.wiki import Wiki

pytestmark = pytest.mark.mediawiki


def test_fetch_prints_the_wikitext_and_nothing_else(wiki: Wiki, tmp_path: Path) -> None:
    done = run("fetch", "ICOR", "--api-url", wiki.api_url, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "{| class=" in done.stdout
    newest = wiki.newest_revision_id(ARTICLE)
    about = json.loads(run("fetch", "ICOR", "--api-url", wiki.api_url, "--json", cwd=tmp_path).stdout)
    assert (about["title"], about["revision_id"], about["wikitext"]) == (ARTICLE, newest, done.stdout)
    html = run("fetch", "ICOR", "--api-url", wiki.api_url, "--html", cwd=tmp_path).stdout
    assert "<table" in html


def test_fetch_an_earlier_revision_by_id_and_by_time(wiki: Wiki, tmp_path: Path) -> None:
    first, second, _ = wiki.revision_ids(ARTICLE)
    by_id = run("fetch", ARTICLE, "--api-url", wiki.api_url, "--revision", str(first), cwd=tmp_path)
    by_time = run("fetch", ARTICLE, "--api-url", wiki.api_url, "--at", "2016-12-31T00:00:00Z", cwd=tmp_path)
    assert by_id.stdout == by_time.stdout != ""
    about = run("fetch", ARTICLE, "--api-url", wiki.api_url, "--at", "2017-06-01T11:30", "--json", cwd=tmp_path)
    assert json.loads(about.stdout)["revision_id"] == second


def test_what_fetch_saves_is_a_source(wiki: Wiki, tmp_path: Path) -> None:
    done = run("fetch", ARTICLE, "--api-url", wiki.api_url, "--save", "answers", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    live = run("show", "members", "--json", "--api-url", wiki.api_url, cwd=tmp_path)
    saved = run("show", "members", "--json", "--source", "answers", cwd=tmp_path)
    assert live.stdout == saved.stdout
    assert len(json.loads(live.stdout)) == 50
    again = run("fetch", ARTICLE, "--api-url", wiki.api_url, "--save", "answers", cwd=tmp_path)
    assert again.returncode == 2
    assert "expected a new or empty folder" in only_line(again)


def test_parse_any_article(wiki: Wiki, tmp_path: Path) -> None:
    done = run("parse", "--title", "AC/DC & Müller’s “Größe”", "--api-url", wiki.api_url, cwd=tmp_path)
    assert json.loads(done.stdout)["title"] == "AC/DC & Müller’s “Größe”"
    assert list(tmp_path.iterdir()) == []


def test_export_live_equals_export_of_the_answers(wiki: Wiki, tmp_path: Path) -> None:
    assert run("export", "live", "--api-url", wiki.api_url, cwd=tmp_path).returncode == 0
    assert run("fetch", ARTICLE, "--api-url", wiki.api_url, "--save", "answers", cwd=tmp_path).returncode == 0
    assert run("export", "saved", "--source", "answers", cwd=tmp_path).returncode == 0
    for name in ("members.json", "members.csv", "references.json", "sections.json", "article.json"):
        assert (tmp_path / "live" / name).read_bytes() == (tmp_path / "saved" / name).read_bytes()


@pytest.mark.parametrize(
    ("title", "code"),
    [("No such page", 4), ("Loop A", 4), ("Module:Hello", 4), ("Special:RecentChanges", 4), ("A[b]", 4)],
)
def test_pages_that_cannot_be_had(wiki: Wiki, tmp_path: Path, title: str, code: int) -> None:
    done = run("parse", "--title", title, "--api-url", wiki.api_url, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    only_line(done)


def test_an_address_that_is_no_api(wiki: Wiki, tmp_path: Path) -> None:
    done = run("fetch", ARTICLE, "--api-url", f"{wiki.url}/w/index.php", cwd=tmp_path)
    assert done.returncode == 3
    only_line(done)
