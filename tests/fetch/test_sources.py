"""Revisions without a network: snapshot, files, saved answers."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch import Client, Pace, fetch_page_info, fetch_revision, read_revision
from icor_scraper.fetch import snapshot as snapshot_module
from icor_scraper.models import Origin
from tests.fetch.answers import TEXT, parse_body, query_body, rest_body
from tests.fetch.scripted import answer, scripted_client
from tests.mediawiki.record import FIXTURES, PAGES
from tests.mediawiki.seed import ARTICLE, article_text
from tests.mediawiki.wiki import Wiki

API = "http://127.0.0.1:1/w/api.php"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Reading a source opens no connection."""

    def refuse(*_: object) -> None:
        raise AssertionError("a source was read over the network")

    if not request.node.get_closest_marker("mediawiki"):
        monkeypatch.setattr(socket.socket, "connect", refuse)


# The snapshot


def test_the_snapshot_tells_what_it_is() -> None:
    revision = read_revision("snapshot")
    assert revision.title == ARTICLE
    assert revision.wikitext == article_text()
    assert (revision.size, revision.sha1) == (10458, "966525e30e5da1e59e11d934b1038b20bea605ea")
    assert revision.origin is Origin.SNAPSHOT
    assert (revision.revision_id, revision.permanent_link, revision.timestamp) == (None, None, None)
    assert (revision.user, revision.comment, revision.html) == (None, None, None)
    assert revision.licence.url == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert ARTICLE in revision.attribution
    assert "English Wikipedia" in revision.attribution
    (note,) = revision.notes
    assert "stand-ins" in note


def test_the_snapshot_is_of_one_article() -> None:
    assert read_revision("snapshot", ARTICLE) == read_revision("snapshot")
    assert read_revision("snapshot", ARTICLE.replace(" ", "_")).title == ARTICLE
    with pytest.raises(PageError, match='expected page "ICOR", found') as caught:
        read_revision("snapshot", "ICOR")
    assert caught.value.reason is PageProblem.MISSING


def test_an_altered_snapshot_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = Path(snapshot_module.__file__).parents[1]
    shutil.copytree(package / "data/snapshot", tmp_path / "data/snapshot")
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    assert read_revision("snapshot").title == ARTICLE
    text = tmp_path / "data/snapshot/article.wikitext"
    text.write_bytes(text.read_bytes().replace(b"2010", b"2011", 1))
    with pytest.raises(FetchError, match="install icor-scraper again"):
        read_revision("snapshot")
    text.unlink()
    with pytest.raises(FetchError, match="install icor-scraper again"):
        read_revision("snapshot")


def test_reading_a_source_loads_no_http_library() -> None:
    code = (
        "import sys, icor_scraper.fetch as f; f.read_revision('snapshot');"
        "print([m for m in ('requests', 'urllib3', 'tenacity', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Files of wikitext


def test_a_file_is_read_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "lakes_of%20the_north%3F.wikitext"
    data = "== Ü ==\r\nline\rold\n\x00 end ".encode()
    path.write_bytes(data)
    revision = read_revision(path)
    assert revision.wikitext.encode() == data
    assert revision.title == "Lakes of the north?"
    assert revision.requested_title == revision.normalized_from == "lakes of the north?"
    assert (revision.size, revision.sha1) == (len(data), hashlib.sha1(data).hexdigest())  # noqa: S324  # as MediaWiki
    assert (revision.origin, revision.site.language, revision.notes) == (Origin.FILE, "en", ())


def test_a_file_may_be_given_a_title_and_a_language(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Text")
    revision = read_revision(str(path), "Ein Titel", language="de")
    assert (revision.title, revision.normalized_from, revision.site.language) == ("Ein Titel", None, "de")


def test_a_byte_order_mark_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    path.write_bytes(b"\xef\xbb\xbfText\xef\xbb\xbf")
    revision = read_revision(path)
    assert revision.wikitext == "Text\ufeff"
    assert revision.size == 7
    assert revision.notes == ('A byte order mark at the start of "a.wiki" was left out.',)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("größer".encode("latin-1"), "expected UTF-8, found byte 0xf6 at 2"),
        ("text".encode("utf-16"), "expected UTF-8, found byte 0xff at 0"),
        (b"\xed\xa0\x80", "expected UTF-8, found byte 0xed at 0"),
        (b"cut \xc3", "expected UTF-8, found byte 0xc3 at 4"),
        (b" " * ((16 << 20) + 1), "expected at most 16777216 bytes, found more"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.wikitext"
    path.write_bytes(data)
    with pytest.raises(FetchError, match=words):
        read_revision(path)


def test_sources_that_are_none(tmp_path: Path) -> None:
    other = tmp_path / "a.docx"
    other.write_bytes(b"PK")
    folder = tmp_path / "folder.wikitext"
    folder.mkdir()
    for source, words in (
        (tmp_path / "none.wikitext", "No such file"),
        (tmp_path / "none.xml.bz2", "No such file"),
        (tmp_path / "none", "found no such file or folder"),
        (other, "found another kind of file"),
        (folder, "expected a folder of saved answers, found none"),
        ("Snapshot", "found no such file or folder"),
        ("", "expected a folder of saved answers"),
        (tmp_path / "a\nb\x1b.docx", r"a b\\x1b\.docx"),
        ("\x00.wikitext", "expected the path of a source"),
        ("a" * 5000 + ".wikitext", "expected the path of a source"),
    ):
        with pytest.raises(FetchError, match=words) as caught:
            read_revision(source)
        assert str(caught.value).isprintable()


# Saved answers


@pytest.mark.parametrize("name", PAGES)
def test_the_saved_answers_are_whole(name: str) -> None:
    revision = read_revision(FIXTURES / name)
    assert revision.requested_title == PAGES[name]
    assert revision.origin is Origin.FIXTURE
    assert revision.html is not None
    assert f"/revision/{revision.revision_id}" in revision.html
    assert revision.sha1 == hashlib.sha1(revision.wikitext.encode()).hexdigest()  # noqa: S324  # as MediaWiki


def test_the_saved_article_is_the_snapshot_as_mediawiki_keeps_it() -> None:
    revision = read_revision(FIXTURES / "icor", ARTICLE)
    assert revision.wikitext == article_text().rstrip("\n")
    assert revision.user == "Bob"
    with pytest.raises(PageError, match='expected page "Lakes of Finland"'):
        read_revision(FIXTURES / "icor", "Lakes of Finland")


def test_saved_answers_may_be_asked_for_by_a_redirect() -> None:
    assert read_revision(FIXTURES / "redirect", "ICOR").redirects[0].fragment == "Member organizations"
    assert read_revision(FIXTURES / "redirect", ARTICLE).requested_title == ARTICLE


@pytest.mark.parametrize("with_html", [True, False])
def test_what_was_saved_is_what_was_fetched(tmp_path: Path, with_html: bool) -> None:
    first = b'{"query": {"pages": [{"title": "Page"}]}, "continue": {"rvcontinue": "1", "continue": "||"}}'
    bodies = [first, query_body(), rest_body()]
    client, _, _ = scripted_client(*map(answer, bodies))
    live = fetch_revision("page", api_url=API, client=client, with_html=with_html, save_to=tmp_path / "s")
    saved = read_revision(tmp_path / "s")
    assert saved == replace(live, origin=Origin.FIXTURE)
    assert live.wikitext == TEXT
    assert (tmp_path / "s/query.json").read_bytes() == first
    assert (tmp_path / "s/query-2.json").read_bytes() == query_body()
    assert (tmp_path / "s/rendering.html").exists() == with_html


def test_a_rendering_of_the_legacy_parser_is_saved_too(tmp_path: Path) -> None:
    client, _, _ = scripted_client(answer(query_body()), answer(b"", 404), answer(parse_body()))
    live = fetch_revision(revision_id=7, api_url=API, client=client, save_to=tmp_path)
    assert read_revision(tmp_path) == replace(live, origin=Origin.FIXTURE)
    assert (tmp_path / "rendering.json").read_bytes() == parse_body()


def test_an_option_that_would_do_nothing_is_refused(tmp_path: Path) -> None:
    client, script, _ = scripted_client(answer(query_body()))
    with pytest.raises(ValueError, match="expected language or api_url, found both: the wiki at an address tells"):
        fetch_revision("Page", language="de", api_url=API, client=client)
    with pytest.raises(ValueError, match="expected contact or client, found both: a client has its own contact"):
        fetch_page_info("Page", contact="data@icor-data.org", client=client)
    assert script.requests == []
    expected = "expected language for a live wiki or a file of wikitext only, found the source snapshot"
    with pytest.raises(ValueError, match=expected):
        read_revision("snapshot", language="de")


def test_answers_are_never_saved_over_others(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    client, script, _ = scripted_client(answer(query_body()))
    with pytest.raises(FetchError, match="expected a new or empty folder"):
        fetch_revision("Page", api_url=API, client=client, with_html=False, save_to=tmp_path)
    assert script.requests == [], "the wiki is not asked for what cannot be saved"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(FetchError, match="cannot be saved"):
        fetch_revision("Page", api_url=API, client=client, with_html=False, save_to=tmp_path / "notes.txt" / "x")


def edit_index(folder: Path, **changes: object) -> None:
    path = folder / "fetch.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_saved_answers_that_were_altered(tmp_path: Path) -> None:
    def copy(name: str) -> Path:
        target = tmp_path / name
        shutil.copytree(FIXTURES / "icor", target)
        return target

    text = copy("text") / "query.json"
    text.write_bytes(text.read_bytes().replace(b"Togo", b"Tonga"))
    html = copy("html") / "rendering.html"
    html.write_bytes(html.read_bytes()[:-100])
    (copy("gone") / "query.json").unlink()
    (copy("json") / "query.json").write_text('{"a": NaN}')
    (copy("index") / "fetch.json").write_text("{}")
    (copy("depth") / "fetch.json").write_text('{"a":' + "[" * 200_000)
    (copy("bytes") / "fetch.json").write_bytes(b'{"title": "\xff"}')
    edit_index(copy("outside"), queries=["../icor/query.json"])
    edit_index(copy("nothing"), queries=[])
    for name, words in (
        ("text", "were altered: expected 10457 bytes"),
        ("html", "were altered: the rendering breaks off"),
        ("gone", "cannot be read: No such file"),
        ("json", "NaN"),
        ("index", "missing required field"),
        ("depth", "cannot be read: maximum recursion depth"),
        ("bytes", "cannot be read"),
        ("outside", "expected the plain name of a file"),
        ("nothing", "found other JSON"),
    ):
        with pytest.raises(FetchError, match=words):
            read_revision(tmp_path / name)


@pytest.mark.mediawiki
def test_the_wiki_answers_as_it_did_when_its_answers_were_saved(wiki: Wiki) -> None:
    for name, title in PAGES.items():
        with Client(pace=Pace(0)) as client:
            live = fetch_revision(title, api_url=wiki.api_url, client=client)
        saved = read_revision(FIXTURES / name)
        assert (live.wikitext, live.redirects) == (saved.wikitext, saved.redirects)
        assert live.revision_id == saved.revision_id
        assert live.html is not None
        assert live.html.replace(wiki.url, "http://127.0.0.1:8039") == saved.html
