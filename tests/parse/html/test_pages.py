"""Whole pages: the article out of all that a skin puts around it, as one gets them from a wiki or saved by a browser."""
# ruff: noqa: E501 -- markup as it is

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request

import pytest

from icor_scraper.errors import ParseError
from icor_scraper.models import Article
from icor_scraper.parse.html import parse_html
from tests.mediawiki.wiki import Wiki

ARTICLE = """<p>Lead <a href="/wiki/Lake" title="Lake">lake</a>.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">&#91;1&#93;</a></sup></p>
<div id="toc" class="toc"><div class="toctitle"><h2 id="mw-toc-heading">Contents</h2></div><ul><li><a href="#A">1 A</a></li></ul></div>
<h2><span class="mw-headline" id="A">A</span><span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span></h2>
<table><tbody><tr><th>h</th><td>c</td></tr></tbody></table>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">↑</a></span> <span class="reference-text">Note</span></li></ol>"""

FOOTER = '<div class="printfooter">Retrieved from "<a dir="ltr" href="https://e.org/w/index.php?title=T&amp;oldid=1">https://e.org/</a>"</div>'
CATEGORIES = """<div id="catlinks" class="catlinks" data-mw="interface"><div id="mw-normal-catlinks" class="mw-normal-catlinks"><a href="/wiki/Special:Categories" title="Special:Categories">Categories</a>: <ul><li><a href="/wiki/Category:Lakes" title="Category:Lakes">Lakes</a></li><li><a href="/w/index.php?title=Category:100%25_%3F&amp;action=edit&amp;redlink=1" class="new" title="Category:100% ? (page does not exist)">100% ?</a></li></ul></div><div id="mw-hidden-catlinks" class="mw-hidden-catlinks mw-hidden-cats-hidden">Hidden category: <ul><li><a href="/wiki/Category:Hidden" title="Category:Hidden">Hidden</a></li></ul></div></div>"""
OLD_CATEGORIES = """<div id='catlinks' class='catlinks'><div id="mw-normal-catlinks"><a href="/wiki/Spezial:Kategorien" title="Spezial:Kategorien">Kategorie</a>: <span dir='ltr'><a href="/wiki/Kategorie:Lakes" title="Kategorie:Lakes">Lakes</a></span> | <span dir='ltr'><a href="/wiki/Kategorie:100%25_%3F" title="Kategorie:100% ?">100% ?</a></span> | <span dir='ltr'><a href="/wiki/Kategorie:Hidden" title="Kategorie:Hidden">Hidden</a></span></div></div>"""
NOTICE = '<div id="siteNotice"><div class="mw-parser-output"><p>Give <a href="/wiki/Give" title="Give">now</a><table><tr><td>n</table></div></div>'
HEAD = '<!DOCTYPE html>\n<html lang="en"><head><title>T - Wiki</title><script>RLCONF={"a":"<b>"};</script></head>'
MENU = '<div id="mw-head"><h3 id="p-personal-label">Personal tools</h3><ul><li><a href="/wiki/Special:Random" title="Visit a random page">Random</a></li></ul></div>'

PAGES = {
    "Vector, and MonoBook since 1.18": f"""{HEAD}<body class="mediawiki skin-vector"><div id="content" class="mw-body" role="main">{NOTICE}
<div class="mw-indicators"><div class="mw-indicator"><div class="mw-parser-output"><a href="/wiki/Good" title="Good">x</a></div></div></div>
<h1 id="firstHeading" class="firstHeading">T</h1><div id="bodyContent" class="vector-body"><div id="siteSub">From Wiki</div><div id="contentSub"></div>
<a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<div id="mw-content-text" class="mw-body-content" lang="en" dir="ltr"><div class="mw-parser-output">{ARTICLE}</div>{FOOTER}</div>{CATEGORIES}</div></div>{MENU}</body></html>""",
    "Minerva": f"""{HEAD}<body class="mediawiki skin-minerva">{MENU}<main id="content" class="mw-body"><h1 id="firstHeading">T</h1>
<div id="bodyContent" class="content"><div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">
<section class="mf-section-0" id="mf-section-0">{ARTICLE.replace("<h2>", '</section><h2 class="section-heading" onclick="x(1)"><span class="indicator mf-icon"></span>')}</div>{FOOTER}</div></div></main>{CATEGORIES}</body></html>""",
    "MonoBook of 1.16": f"""{HEAD}<body class="mediawiki ltr skin-monobook"><div id="globalWrapper"><div id="column-content"><div id="content">
<a id="top"></a><h1 id="firstHeading" class="firstHeading">T</h1><div id="bodyContent"><h3 id="siteSub">From Wiki</h3><div id="contentSub"></div>
<div id="jump-to-nav">Jump to: <a href="#column-one">navigation</a>, <a href="#searchInput">search</a></div>			<!-- start content -->
{ARTICLE.replace('class="mw-editsection"', 'class="editsection"').replace('<div id="toc" class="toc">', '<table id="toc" class="toc"><tr><td>').replace("</ul></div>", "</ul></td></tr></table>")}
{FOOTER}{OLD_CATEGORIES}<!-- end content --></div></div></div>{MENU}</div></body></html>""",
    "without a skin": f"""{HEAD}<body><h1>T</h1><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">{ARTICLE}</div>{CATEGORIES}{MENU}</body></html>""",
}  # fmt: skip


def facts(article: Article) -> list[object]:
    return [
        [(s.level, s.number, s.heading, s.anchor, s.text) for s in article.sections],
        [(t.caption, t.section, [[cell and (cell.text, cell.is_header) for cell in row] for row in t.grid]) for t in article.tables],
        [(r.number, r.group, r.text, r.is_defined, [use.section for use in r.uses]) for r in article.references],
        [(link.title, link.fragment, link.text) for link in article.wikilinks],
        [(link.url, link.text) for link in article.external_links],
        article.warnings,
    ]  # fmt: skip


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_article_of_a_whole_page(page: str) -> None:
    article = parse_html(page, title="T")
    assert facts(article) == facts(parse_html(f'<div class="mw-parser-output">{ARTICLE}</div>', title="T"))
    assert facts(article)[0] == [(0, "", "", "", "Lead lake."), (2, "1", "A", "A", "")]
    assert [(category.name, category.sort_key) for category in article.categories] == [
        ("Lakes", None),
        ("100% ?", None),
        ("Hidden", None),
    ]


def test_page_of_the_rest_api() -> None:
    inside = '<section data-mw-section-id="0"><p>a<link rel="mw:PageProp/Category" href="./Category:Lakes#k"/></p><div id="mw-content-text">b</div></section>'
    for classes in (
        "mw-content-ltr mw-body-content parsoid-body mediawiki mw-parser-output",
        "mw-body mw-body-content mediawiki",
    ):
        article = parse_html(
            f'<!DOCTYPE html>\n<html><head><title>T</title></head><body id="mwAA" class="{classes}">{inside}</body></html>'
        )
        assert article.lead.text == "a b"
        assert [(category.name, category.sort_key) for category in article.categories] == [("Lakes", "k")]


def test_category_that_both_parsoid_and_the_skin_tell() -> None:
    page = PAGES["without a skin"].replace("Lead", '<link rel="mw:PageProp/Category" href="./Category:Lakes#k"/>Lead')
    assert [(c.name, c.sort_key) for c in parse_html(page).categories] == [
        ("Lakes", "k"),
        ("100% ?", None),
        ("Hidden", None),
    ]


@pytest.mark.parametrize(
    "attribute", ['id="mw-content-text"', "id=bodyContent", 'class="mw-parser-output"', 'class="x"']
)
def test_what_an_editor_calls_so_is_no_frame_of_the_article(attribute: str) -> None:
    article = parse_html(f'<div class="mw-parser-output"><p>a</p><div {attribute}>b</div><p>c</p></div>')
    assert article.lead.text == "a b c"


def test_page_whose_frame_is_only_spoken_of_is_read_whole() -> None:
    page = '<html><body><!-- <div id="mw-content-text"> --><p>a</p><h2 id="b">b</h2></body></html>'
    assert [section.heading for section in parse_html(page).sections] == ["", "b"]


GENERATOR = '<meta name="generator" content="MediaWiki 1.39.4"/>'


def page_of(content: str, classes: str = "mediawiki action-view", attributes: str = 'id="mw-content-text"') -> str:
    return f'{HEAD}<body class="{classes}">{MENU}<div {attributes}>{content}</div>{CATEGORIES}</body></html>'


@pytest.mark.parametrize(
    "notice",
    [
        '<div class="mw-message-box-warning mw-message-box"><p>The printable version is no longer supported.</p></div>',
        '<table class="diff" data-mw="interface"><tr><td>a</td></tr></table><h2 class="diff-currentversion-title">b</h2>',
        '<div class="mw-category-generated"><div id="mw-pages"><h2>Pages</h2><a href="/wiki/A" title="A">A</a></div></div>',
    ],
    ids=["printable", "diff", "category"],
)
def test_what_the_wiki_says_of_an_article_is_none_of_it(notice: str) -> None:
    output = f'<div class="mw-content-ltr mw-parser-output">{ARTICLE}</div>'
    for content in (f"{notice}{output}", f"{output}{notice}"):
        assert facts(parse_html(page_of(content), title="T")) == facts(parse_html(ARTICLE, title="T"))


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (page_of("<form><textarea>== A ==</textarea></form>", "mediawiki ns-0 action-edit"), "'action-edit'"),
        (page_of("<ul><li>1</li></ul>", "mediawiki ns-0 action-history"), "'action-history'"),
        (page_of("<form></form>", "mediawiki ns--1 ns-special action-view"), "'ns-special'"),
        (page_of('<div class="noarticletext mw-content-ltr"><p>No text.</p></div>'), "the wiki has none"),
        (GENERATOR + page_of('<div class="mw-message-box-error">No revision.</div>'), "the wiki has none"),
        (page_of("<p>a</p>", attributes="id=x").replace('="mediawiki action-view"', "=mediawiki"), "none of the elem"),
        (page_of("<!-- <div id='mw-content-text'> --><p>a</p>", attributes="id=x"), "none of the elements"),
    ],
    ids=["edit", "history", "special", "missing", "missing revision", "without quotes", "only spoken of"],
)
def test_no_article(page: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_html(page)


@pytest.mark.parametrize(
    "attributes", ["id=mw-content-text", "ID = 'mw-content-text'", "lang=en\nid='mw-content-text'"]
)
def test_frame_in_other_spellings(attributes: str) -> None:
    page = page_of(ARTICLE, attributes=attributes)
    for whole in (page, page.replace('<body class="mediawiki action-view">', "").replace("</body>", "")):
        assert facts(parse_html(whole, title="T")) == facts(parse_html(ARTICLE, title="T"))


@pytest.mark.parametrize("attributes", ['id="mw-content-text"', 'id="bodyContent"'])
@pytest.mark.parametrize(
    ("version", "content"),
    [("1.39.4", f'<div class="mw-parser-output">{ARTICLE}</div>'), ("1.29.0", ARTICLE), ("1.9.3", ARTICLE)],
    ids=["1.39.4", "1.29.0", "1.9.3"],
)
def test_article_of_a_version(version: str, content: str, attributes: str) -> None:
    page = GENERATOR.replace("1.39.4", version) + page_of(content, attributes=attributes)
    assert facts(parse_html(page, title="T")) == facts(parse_html(ARTICLE, title="T"))


def test_headings_whose_anchors_are_ids_of_the_skin() -> None:
    names = ("toc", "catlinks", "siteSub", "mw-normal-catlinks", "mw-content-text")
    old = "".join(f'<h2><span class="mw-headline" id="{name}">{name}</span></h2><p>x</p>' for name in names)
    today = "".join(f'<div class="mw-heading mw-heading2"><h2 id="{name}">{name}</h2></div><p>x</p>' for name in names)
    for html in (old, today):
        assert [(s.heading, s.anchor, s.text) for s in parse_html(html).sections[1:]] == [
            (name, name, "x") for name in names
        ]


def test_page_that_ends_anywhere() -> None:
    """Nothing of the skin is taken for the article; where that has not begun, the page is refused or empty."""
    page = PAGES["Vector, and MonoBook since 1.18"]
    for end in range(page.index("<body") + 40, len(page), 5):
        if end < page.index('<div id="siteSub'):
            with pytest.raises(ParseError, match="expected an article"):
                parse_html(page[:end], title="T")
        else:
            article = parse_html(page[:end], title="T")
            lead = article.lead.text.rstrip("</ ")  # a tag of which no more is there is text
            assert "Lead lake.".startswith(lead)
            assert {link.title for link in article.wikilinks} <= {"Lake"}
            assert len(article.sections) <= 2


def test_page_saved_by_a_browser_has_whole_addresses() -> None:
    """Firefox, "Web Page, complete"."""
    page = (
        PAGES["Vector, and MonoBook since 1.18"]
        .replace('href="/w', 'href="https://en.example/w')
        .replace('href="#', 'href="https://en.example/wiki/T#')
    )
    assert facts(parse_html(page, title="T")) == facts(parse_html(ARTICLE, title="T"))


@pytest.mark.mediawiki
def test_other_pages_of_mediawiki(own_wiki: Wiki) -> None:
    def page(query: str) -> str:
        try:
            with urllib.request.urlopen(f"{own_wiki.url}/w/index.php?{query}", timeout=60) as response:  # noqa: S310  # our own wiki
                return str(response.read().decode())
        except urllib.error.HTTPError as exc:
            return exc.read().decode()

    article = facts(parse_html(page("title=Headings"), title="Headings"))
    for query in ("title=Headings&printable=yes", "title=Headings&diff=0", "title=Headings&action=render"):
        assert facts(parse_html(page(query), title="Headings")) == article, query
    for query in (
        *(f"title=Headings&action={name}" for name in ("edit", "history", "info", "purge", "nonsense")),
        *("title=Headings&oldid=99999", "title=Nowhere", "title=Special:Search&search=a", "title=%3Ca%3E"),
    ):
        with pytest.raises(ParseError, match="expected an article"):
            parse_html(page(query), title="Headings")


@pytest.mark.mediawiki
@pytest.mark.parametrize("skin", ["vector", "vector-2022", "monobook", "minerva", "timeless", "fallback"])
def test_every_skin_of_mediawiki(own_wiki: Wiki, skin: str) -> None:
    """The article as the wiki's API gives it, and the categories of the skins that show them."""
    settings = "foreach ( [ 'Vector', 'MonoBook', 'MinervaNeue', 'Timeless' ] as $skin ) { wfLoadSkin( $skin ); }"
    (own_wiki.folder / "local.php").write_text(f"<?php {settings}\n", encoding="utf-8")
    for title in ("Grouped references", "Headings", "Lakes of Finland", "Nested tables", "Flags"):
        fields = {"action": "parse", "page": title, "prop": "text|categories", "disablelimitreport": "1"}
        answer = json.loads(json.dumps(own_wiki.post(fields)["parse"]))
        url = f"{own_wiki.url}/w/index.php?{urllib.parse.urlencode({'title': title, 'useskin': skin})}"
        with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310  # our own wiki
            page = response.read().decode()
        assert f"skin-{skin}" in page
        found = parse_html(page, title=title)
        assert facts(found) == facts(parse_html(answer["text"], title=title))
        categories = {category["category"].replace("_", " ") for category in answer["categories"]}
        assert {category.name for category in found.categories} == (categories if skin != "minerva" else set())
