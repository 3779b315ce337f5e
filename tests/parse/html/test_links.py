"""Links and categories, as each parser writes them."""
# ruff: noqa: E501 -- one case a line

from __future__ import annotations

import pytest

from icor_scraper.parse.html import parse_html

RED = "/w/index.php?title={}&amp;action=edit&amp;redlink=1"


@pytest.mark.parametrize(
    ("markup", "title", "fragment", "text"),
    [
        ('<a href="/wiki/Foo_bar" title="Foo bar">baz</a>', "Foo bar", None, "baz"),
        ('<a href="/wiki/Foo#A_b" title="Foo">x</a>', "Foo", "A b", "x"),
        ('<a href="/wiki/X" class="mw-redirect" title="Y">x</a>', "Y", None, "x"),
        (f'<a href="{RED.format("Foo_%26_b")}" class="new" title="Foo &amp; b (no such page)">x</a>', "Foo & b", None, "x"),
        ('<a href="https://de.wikipedia.org/wiki/Haus" class="extiw" title="de:Haus">H</a>', "de:Haus", None, "H"),
        ('<a href="#A_b">x</a>', "", "A b", "x"),
        ('<a class="mw-selflink selflink">me</a>', "Me", None, "me"),
        ('<a href="/wiki/File:X_y.png" class="image"><img src="x"></a>', "File:X y.png", None, ""),
        ('<a href="/wiki/Datei:X.png" class="mw-file-description"><img src="x"></a>', "Datei:X.png", None, ""),
        ('<a href="/wiki/File:X.png" title="File:X.png">X</a>', "File:X.png", None, ""),
        ('<a href="//upload.example/X.png" class="internal" title="X.png">m</a>', "Media:X.png", None, "m"),
        ('<a href="/w/index.php?title=Special:Upload&wpDestFile=X.png" class="new" title="X.png">m</a>', "Media:X.png", None, "m"),
        ('<a href="/wiki/Wikipedia:Upload?wpDestFile=X.png" class="new" title="File:X.png">File:X.png</a>', "File:X.png", None, ""),
        ('<a href="/w/index.php?title=Spezial:Hochladen&wpDestFile=X_y.png" class="new" title="Datei:X y.png">Datei:X y.png</a>', "Datei:X y.png", None, ""),
        ('<a rel="mw:WikiLink" href="./Foo_bar#A_b" title="Foo bar">x</a>', "Foo bar", "A b", "x"),
        ('<a rel="mw:WikiLink" href="./Foo%3F?action=edit&redlink=1" class="new" title="Foo?">x</a>', "Foo?", None, "x"),
        ('<a rel="mw:WikiLink" href="./Me#A_b">x</a>', "", "A b", "x"),
        ('<a rel="mw:WikiLink" href="./Me" title="Me">x</a>', "Me", None, "x"),
        ('<a rel="mw:WikiLink/Interwiki" href="https://de.wikipedia.org/wiki/H" title="de:H" class="extiw">H</a>', "de:H", None, "H"),
        ('<a rel="mw:MediaLink" href="./Special:FilePath/X.png" resource="./Media:X.png" title="X.png">m</a>', "Media:X.png", None, "m"),
        ('<span typeof="mw:File"><a href="./File:X_y.png"><img resource="./File:X_y.png"></a></span>', "File:X y.png", None, ""),
        ('<figure typeof="mw:File"><a href="./Foo"><img resource="./File:X.png"></a></figure>', "File:X.png", None, ""),
        ('<span typeof="mw:File"><span><img resource="./File:X.png"></span></span>', "File:X.png", None, ""),
    ],
)  # fmt: skip
def test_wikilinks(markup: str, title: str, fragment: str | None, text: str) -> None:
    article = parse_html(f"<p>{markup}</p>", title="Me")
    (link,) = article.wikilinks
    assert (link.title, link.fragment, link.text) == (title, fragment, text)
    assert link.target == (title if fragment is None else f"{title}#{fragment}")
    assert article.external_links == ()


@pytest.mark.parametrize(
    ("markup", "target", "text"),
    [
        ('<a href="/wiki/Category:X" title="Category:X">x</a>', ":Category:X", "x"),
        (f'<a href="{RED.format("Category:X")}" class="new" title="Category:X (no such page)">x</a>', ":Category:X", "x"),
        (f'<a href="{RED.format("File:X.png")}" class="new" title="File:X.png (no such page)">x</a>', ":File:X.png", "x"),
        ('<a rel="mw:WikiLink" href="./File:X.png" title="File:X.png">x</a>', ":File:X.png", "x"),
    ],
)  # fmt: skip
def test_links_that_are_written_with_a_colon(markup: str, target: str, text: str) -> None:
    [link] = parse_html(f"<p>{markup}</p>", title="Me").wikilinks
    assert (link.target, link.title, link.text) == (target, target[1:], text)


@pytest.mark.parametrize(
    ("markup", "url", "text"),
    [
        ('<a rel="nofollow" class="external text" href="https://e.org/?a=1&amp;b=2">e <i>f</i></a>', "https://e.org/?a=1&b=2", "e f"),
        ('<a rel="nofollow" class="external free" href="https://e.org">https://e.org</a>', "https://e.org", "https://e.org"),
        ('<a rel="nofollow" class="external autonumber" href="https://e.org">[1]</a>', "https://e.org", None),
        ('<a rel="mw:ExtLink" href="https://e.org" class="external autonumber"></a>', "https://e.org", None),
        ('<a rel="mw:ExtLink" href="https://e.org"></a>', "https://e.org", None),
        ('<a rel="mw:ExtLink" href="mailto:a@b.example" class="external text">mail</a>', "mailto:a@b.example", "mail"),
    ],
)  # fmt: skip
def test_external_links(markup: str, url: str, text: str | None) -> None:
    article = parse_html(f"<p>{markup}</p>")
    assert [(link.url, link.text) for link in article.external_links] == [(url, text)]
    assert article.wikilinks == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="mw-editsection"><a href="/w/index.php?title=T&action=edit" title="Edit">edit</a></span>',
        '<div class="magnify"><a href="/wiki/File:X.png" class="internal" title="Enlarge"></a></div>',
        '<a rel="mw:ExtLink" href="https://tools.ietf.org/html/rfc1" class="external mw-magiclink">RFC 1</a>',
        '<a href="/wiki/Special:BookSources/1" class="internal mw-magiclink-isbn">ISBN 1</a>',
        '<a href="./Special:BookSources/1" rel="mw:WikiLink">ISBN 1</a>',
        '<a id="anchor"></a><a>x</a>',
        '<link rel="dc:replaces" resource="mwr:revision/19"/>',
        '<a class="mw-selflink selflink">me</a>',
    ],
)
def test_links_that_are_none_of_the_articles(markup: str) -> None:
    article = parse_html(f"<p>{markup}</p>")
    assert (article.wikilinks, article.external_links) == ((), ())


def test_links_of_a_cell_with_those_of_tables_in_it() -> None:
    article = parse_html(
        '<a href="/wiki/A" title="A">a</a><table><tr><td><a href="/wiki/B" title="B">b</a>'
        '<table><tr><td><a class="external text" href="https://e.org">e</a><a href="/wiki/C" title="C">c</a></table>'
        '<td><div class="thumb"><a href="/wiki/D" title="D">d</a></div></table>'
    )
    first, second = article.tables[0].grid[0]
    assert first
    assert second
    assert [link.title for link in first.wikilinks] == ["B", "C"]
    assert [link.url for link in first.external_links] == ["https://e.org"]
    assert [(link.title, link.text) for link in second.wikilinks] == [("D", "d")]
    assert [link.title for link in article.wikilinks] == ["A", "B", "C", "D"]


def test_categories_from_parsoid() -> None:
    article = parse_html(
        '<p>x<link rel="mw:PageProp/Category" href="./Category:Left-wing_parties"/>'
        '<link rel="mw:PageProp/Category" href="./Kategorie:A%26b#s%20k"/><link rel="stylesheet" href="./C"/></p>'
    )
    assert [(c.name, c.sort_key) for c in article.categories] == [("Left-wing parties", None), ("A&b", "s k")]
