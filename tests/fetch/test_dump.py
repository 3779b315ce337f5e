"""MediaWiki XML exports (docs/faults.md: S7)."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import tracemalloc
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from icor_scraper.errors import FetchError, PageError, PageProblem
from icor_scraper.fetch import read_revision
from icor_scraper.models import Origin, Redirect
from tests.mediawiki.seed import ARTICLE, article_text
from tests.mediawiki.wiki import Wiki

HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="fr">'
    "<siteinfo><sitename>Wikipédia</sitename><base>https://fr.wikipedia.org/wiki/Accueil</base></siteinfo>"
)


def base36(text: str) -> str:
    """SHA-1 as exports write it: 31 digits of base 36."""
    number = int(hashlib.sha1(text.encode()).hexdigest(), 16)  # noqa: S324  # as MediaWiki
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits.zfill(31)


def revision(number: int, text: str, timestamp: str = "2020-01-01T00:00:00Z", extra: str = "") -> str:
    return (
        f"<revision><id>{number}</id><parentid>{number - 1}</parentid><timestamp>{timestamp}</timestamp>"
        f"<contributor><username>Zoé</username><id>1</id></contributor><comment>c &amp; d</comment>"
        f"<model>wikitext</model>{extra}"
        f'<text bytes="{len(text.encode())}">{text}</text><sha1>{base36(text)}</sha1></revision>'
    )


def page(title: str, *revisions: str, number: int = 3, extra: str = "") -> str:
    return f"<page><title>{title}</title><ns>0</ns><id>{number}</id>{extra}{''.join(revisions)}</page>"


def export(tmp_path: Path, *pages: str, name: str = "export.xml") -> Path:
    path = tmp_path / name
    data = f"{HEAD}{''.join(pages)}</mediawiki>".encode()
    pack: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress}
    path.write_bytes(pack.get(path.suffix, bytes)(data))
    return path


@pytest.mark.parametrize("name", ["export.xml", "export.xml.gz", "export.xml.bz2", "EXPORT.XML.GZ"])
def test_the_page_of_an_export(tmp_path: Path, name: str) -> None:
    pack: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "z2": bz2.compress}
    plain = export(tmp_path, page("Éléphant", revision(7, "Du ''texte'' – 𝔘.")))
    path = tmp_path / "packed" / name
    path.parent.mkdir()
    path.write_bytes(pack.get(name[-2:].lower(), bytes)(plain.read_bytes()))
    found = read_revision(path)
    assert found.wikitext == "Du ''texte'' – 𝔘."
    assert (found.title, found.requested_title, found.normalized_from) == ("Éléphant", "Éléphant", None)
    assert (found.page_id, found.namespace, found.revision_id, found.parent_id) == (3, 0, 7, 6)
    assert found.timestamp == datetime(2020, 1, 1, tzinfo=UTC)
    assert (found.user, found.comment) == ("Zoé", "c & d")
    assert (found.site.name, found.site.language, found.site.api_url) == ("Wikipédia", "fr", None)
    assert found.permanent_link == "https://fr.wikipedia.org/wiki/Special:PermanentLink/7"
    assert (found.origin, found.html) == (Origin.DUMP, None)
    assert found.sha1 == hashlib.sha1(found.wikitext.encode()).hexdigest()  # noqa: S324  # as MediaWiki
    assert found.attribution == 'Contributors to "Éléphant", Wikipédia'


def test_the_newest_revision_wins_wherever_it_stands(tmp_path: Path) -> None:
    path = export(
        tmp_path,
        page(
            "A",
            revision(8, "old", "2019-05-01T00:00:00Z"),
            revision(9, "newest", "2021-05-01T00:00:00Z"),
            revision(99, "older", "2018-05-01T00:00:00Z"),
        ),
    )
    assert read_revision(path).wikitext == "newest"
    same_second = export(tmp_path, page("A", revision(10, "later"), revision(9, "earlier")))
    assert read_revision(same_second).wikitext == "later"


def test_a_title_chooses_the_page(tmp_path: Path) -> None:
    path = export(tmp_path, page("One", revision(1, "1")), page("Two words", revision(2, "2")), page("Three"))
    found = read_revision(path, "two_words")
    assert (found.wikitext, found.normalized_from) == ("2", "two_words")
    with pytest.raises(FetchError, match="holds several pages: say which with a title"):
        read_revision(path)
    with pytest.raises(PageError) as caught:
        read_revision(path, "Four")
    assert caught.value.reason is PageProblem.MISSING
    with pytest.raises(PageError) as caught:
        read_revision(path, "Three")
    assert caught.value.reason is PageProblem.UNKNOWN_REVISION


def test_what_follows_the_page_is_not_read(tmp_path: Path) -> None:
    path = export(tmp_path, page("One", revision(1, "1")))
    path.write_bytes(path.read_bytes() + b"<not xml")
    assert read_revision(path, "One").wikitext == "1"
    with pytest.raises(FetchError, match="junk after document element"):
        read_revision(path)


def redirect(title: str, target: str) -> str:
    return page(title, revision(5, f"#REDIRECT [[{target}]]"), extra=f'<redirect title="{target}" />')


def test_redirects_are_followed_in_the_file(tmp_path: Path) -> None:
    path = export(tmp_path, page("C", revision(1, "text")), redirect("A", "B"), redirect("B", "C"))
    found = read_revision(path, "A")
    assert (found.title, found.requested_title, found.normalized_from) == ("C", "A", None)
    assert found.redirects == (
        Redirect(from_title="A", to_title="B", fragment=None),
        Redirect(from_title="B", to_title="C", fragment=None),
    )
    for pages, reason in (
        ([redirect("A", "B"), redirect("B", "A")], PageProblem.REDIRECT_LOOP),
        ([redirect("A", "A")], PageProblem.REDIRECT_LOOP),
        ([redirect("A", "Elsewhere")], PageProblem.MISSING),
    ):
        with pytest.raises(PageError) as caught:
            read_revision(export(tmp_path, *pages), "A")
        assert caught.value.reason is reason


def test_hidden_parts(tmp_path: Path) -> None:
    hidden = revision(7, "x").replace("<comment>c &amp; d</comment>", '<comment deleted="deleted" />')
    hidden = hidden.replace(
        "<contributor><username>Zoé</username><id>1</id></contributor>", '<contributor deleted="deleted" />'
    )
    found = read_revision(export(tmp_path, page("A", hidden)))
    assert (found.user, found.comment) == (None, None)
    no_text = revision(8, "x", "2021-01-01T00:00:00Z").replace('<text bytes="1">x</text>', '<text deleted="deleted" />')
    with pytest.raises(PageError) as caught:
        read_revision(export(tmp_path, page("A", hidden, no_text)))
    assert caught.value.reason is PageProblem.HIDDEN


def test_an_anonymous_editor_and_no_comment(tmp_path: Path) -> None:
    one = revision(7, "x").replace("<username>Zoé</username><id>1</id>", "<ip>192.0.2.7</ip>")
    found = read_revision(export(tmp_path, page("A", one.replace("<comment>c &amp; d</comment>", ""))))
    assert (found.user, found.comment) == ("192.0.2.7", "")


def test_another_content_model(tmp_path: Path) -> None:
    other = revision(7, "{}").replace("<model>wikitext</model>", "<model>json</model>")
    with pytest.raises(PageError, match="json") as caught:
        read_revision(export(tmp_path, page("A", other)))
    assert caught.value.reason is PageProblem.NOT_WIKITEXT


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("some text", "some test", "expected text with SHA-1"),
        ('<text bytes="9">some text', '<text bytes="9">', "stub export holds no text|expected text with SHA-1"),
        ("<sha1>", "<sha1>zz-", "expected text with SHA-1"),
        ("<sha1>", "<sha1>é", "expected text with SHA-1"),
        ("2020-01-01T00:00:00Z", "yesterday", "expected an ISO timestamp"),
        ("2020-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "expected an ISO timestamp"),
        ("</mediawiki>", "", "no element found"),
        ("</revision>", "</revison>", "mismatched tag"),
        ("some text", "some \x01 text", "not well-formed"),
        ("some text", "some &what; text", "undefined entity"),
        ("<mediawiki ", "<html ", "another kind of XML|mismatched"),
        ("<mediawiki ", "<!DOCTYPE mediawiki><mediawiki ", "document type declaration"),
        (
            "<mediawiki ",
            '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><mediawiki ',
            "document type declaration",
        ),
        (
            "<mediawiki ",
            '<!DOCTYPE m SYSTEM "file:///etc/passwd"><mediawiki ',
            "document type declaration",
        ),
    ],
)
def test_exports_that_are_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = export(tmp_path, page("A", revision(7, "some text")))
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(FetchError, match=words) as caught:
        read_revision(path)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("number", ["--7", "seven", "7" * 5000, "²", ""])
def test_ids_that_are_no_numbers_are_unknown(tmp_path: Path, number: str) -> None:
    odd = revision(7, "some text").replace("<id>7</id>", f"<id>{number}</id>")
    found = read_revision(export(tmp_path, page("A", odd, revision(6, "older", "2019-01-01T00:00:00Z"))))
    assert (found.wikitext, found.revision_id) == ("some text", None)


def test_a_stub_is_told_from_an_empty_page(tmp_path: Path) -> None:
    assert read_revision(export(tmp_path, page("A", revision(7, "")))).wikitext == ""
    stub = revision(7, "").replace('bytes="0"', 'bytes="500"').replace(f"<sha1>{base36('')}</sha1>", "")
    with pytest.raises(FetchError, match="a stub export holds no text"):
        read_revision(export(tmp_path, page("A", stub)))


@pytest.mark.parametrize("suffix", [".gz", ".bz2"])
def test_packed_exports_that_are_damaged(tmp_path: Path, suffix: str) -> None:
    path = export(tmp_path, page("A", revision(7, "some text " * 1000)), name=f"a.xml{suffix}")
    data = path.read_bytes()
    middle = len(data) // 2
    for damaged in (data[:-30], b"no archive", data[:middle] + b"\xff\x00\xff\x00" + data[middle + 4 :], b""):
        path.write_bytes(damaged)
        with pytest.raises(FetchError) as caught:
            read_revision(path)
        assert str(caught.value).isprintable()


MEBIBYTE = 1 << 20
IN_PAGE = f"{HEAD}<page><title>A</title><id>1</id>"

BOMBS: dict[str, tuple[str, Callable[[int], str], int, str]] = {
    "text": (f"{IN_PAGE}<revision><text>", lambda _: "a" * MEBIBYTE, 40, "a value larger"),
    "title": (f"{HEAD}<page><title>", lambda _: "a" * MEBIBYTE, 200, "a value larger"),
    "attribute": (f'{IN_PAGE}<revision><text a="', lambda _: "a" * MEBIBYTE, 200, "one tag of more"),
    "tag name": (f"{IN_PAGE}<", lambda _: "a" * MEBIBYTE, 200, "one tag of more"),
    "comment": (f"{IN_PAGE}<!--", lambda _: "a" * MEBIBYTE, 200, "one tag of more"),
    "depth": (IN_PAGE, lambda _: "<a>" * 100_000, 40, "elements without measure"),
    "names": (
        IN_PAGE,
        lambda number: "".join(f"<a{number}_{n}/>" for n in range(10_000)),
        60,
        "elements without measure",
    ),
    "attribute names": (
        IN_PAGE,
        lambda number: "".join(f"<a a{number}_{n}=''/>" for n in range(10_000)),
        60,
        "elements without measure",
    ),
    "other text": (f"{IN_PAGE}<revision><other>", lambda _: "a" * MEBIBYTE, 100, "no element found"),
    "revisions": (IN_PAGE, lambda _: revision(7, "some text") * 1000, 12, "no element found"),
    "spaces": (HEAD, lambda _: " " * MEBIBYTE, 100, "no element found"),
}
"""Begin, repeated middle, repeats, and how it ends."""


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_read_in_bounded_memory(tmp_path: Path, kind: str) -> None:
    begin, middle, times, words = BOMBS[kind]
    path = tmp_path / "bomb.xml.gz"
    with gzip.open(path, "wb", compresslevel=1) as stream:
        stream.write(begin.encode())
        for number in range(times):
            stream.write(middle(number).encode())
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match=words):
            read_revision(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 64 << 20


@pytest.mark.mediawiki
def test_what_a_real_wiki_exports(wiki: Wiki, tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    address = f"{wiki.url}/wiki/Special:Export/{quote(ARTICLE.replace(' ', '_'))}?history=1"
    with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310  # our own wiki
        path.write_bytes(response.read())
    found = read_revision(path)
    assert found.wikitext == article_text().rstrip("\n")
    assert found.title == ARTICLE
    assert found.revision_id == wiki.revision_ids(ARTICLE)[-1]
    assert (found.user, found.site.name) == ("Bob", "Local Test Wiki")
