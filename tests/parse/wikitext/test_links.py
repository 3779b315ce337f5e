"""What a link's record says beyond its target; the texts are those that MediaWiki 1.39 shows."""

from __future__ import annotations

import pytest

from icor_scraper.models import WarningCode
from icor_scraper.parse import parse_wikitext


@pytest.mark.parametrize(
    ("wikitext", "title", "text"),
    [
        ("[[OS&nbsp;X]]", "OS X", "OS X"),
        ("[[Kruskal&ndash;Wallis test]]s", "Kruskal–Wallis test", "Kruskal–Wallis tests"),
        ("[[A%20B]]", "A B", "A B"),
        ("[[a_b]]", "A b", "a_b"),
        ("[[:Category:A]]", "Category:A", "Category:A"),
        ("[[A|b&nbsp;c]]", "A", "b c"),
        ("[[A|[http://b.example c]]]", "A", "[http://b.example c]"),
        ("[[A|b\n* c]]", "A", "b * c"),
        ("[[Media:A.jpg|b]]s", "Media:A.jpg", "b"),
    ],
)
def test_the_words_of_a_link(wikitext: str, title: str, text: str) -> None:
    [link] = parse_wikitext(wikitext).wikilinks
    assert (link.title, link.text, link.span) == (title, text, (0, len(wikitext.rstrip("s"))))


@pytest.mark.parametrize(
    ("wikitext", "sort_key"),
    [
        ("[[Category:A| ]]", " "),
        ("[[Category:A|b\n c]]", "b c"),
        ("[[Category:A|&eacute;|f ]]", "\u00e9|f "),
        ("[[Category:A|<nowiki>b</nowiki>]]", "b"),
        ("[[Category:A]]", None),
    ],
)
def test_what_a_category_sorts_by(wikitext: str, sort_key: str | None) -> None:
    [category] = parse_wikitext(wikitext).categories
    assert category.sort_key == sort_key


@pytest.mark.parametrize(
    ("wikitext", "url"),
    [
        ("[http://[2001:db8::1]/a b]", "http://[2001:db8::1]/a"),
        ("[http://[::1]:80 b]", "http://[::1]:80"),
        ("[//[::1]/ b]", "//%5B::1%5D/"),
        ("http://[::1]?a", "http://%5B::1%5D?a"),
        ("[http://[::1]a b]", "http://%5B::1%5Da"),
    ],
)
def test_an_address_by_number(wikitext: str, url: str) -> None:
    [link] = parse_wikitext(wikitext).external_links
    assert link.url == url


@pytest.mark.parametrize(
    ("language", "wikitext", "text"),
    [
        ("en", "[[Lake]]sé", "Lakes"),
        ("cs", "[[jezero]]ůx", "jezeroůx"),
        ("tr", "[[göl]]ü", "gölü"),
        ("tr", "[[göl]]é", "göl"),
        ("uk", "[[озеро]]ї»x", "озерої»x"),
        ("he", "[[אגם]]ים", "אגםים"),
        ("hi", "[[झील]]ों", "झीलों"),
        ("ar", "[[بحيرة]]\u064bي", "بحيرة\u064bي"),
        ("is", "[[vatn]]-a b", "vatn-a"),
        ("ca", "[[dona]]'m b", "dona'm"),
        ("ca", "''[[dona]]'' b", "dona"),
        ("ja", "[[湖]]の", "湖"),
    ],
)
def test_letters_after_a_link(language: str, wikitext: str, text: str) -> None:
    [link] = parse_wikitext(wikitext, language=language).wikilinks
    assert link.text == text


def test_a_link_among_attributes_is_a_warning() -> None:
    article = parse_wikitext("{| [[A]]\n|- [http://b.example c]\n| [//x y] | d || title=[z] | g || title=e | f\n|}")
    told = [(w.code, article.wikitext[slice(*w.span)].strip()) for w in article.warnings if article.wikitext and w.span]
    assert told == [(WarningCode.DROPPED_CONTENT, shown) for shown in ("[[A]]", "[http://b.example c]", "[//x y]")]
    assert not article.wikilinks
    assert not article.external_links


@pytest.mark.parametrize(
    ("language", "file", "category", "user"),
    [
        ("ko", "파일:A.jpg", "분류:B", "사용자:C"),
        ("hi", "चित्र:A.jpg", "श्रेणी:B", "सदस्य:C"),
        ("ar", "ملف:A.jpg", "تصنيف:B", "مستخدم:C"),
        ("zh", "File:A.jpg", "Category:B", "User:C"),
        ("sr", "Датотека:A.jpg", "Категорија:B", "Корисник:C"),
        ("vi", "Tập tin:A.jpg", "Thể loại:B", "Thành viên:C"),
        ("xx", "File:A.jpg", "Category:B", "User:C"),
    ],
)
def test_namespaces_by_the_names_of_a_language(language: str, file: str, category: str, user: str) -> None:
    wikitext = f"[[{file}|thumb|d]] [[{category.lower()}]] [[{user.replace(' ', '_')}|c]]"
    article = parse_wikitext(wikitext, language=language)
    assert [link.title for link in article.wikilinks] == [file, category[:-1] + "B", user]
    assert [found.name for found in article.categories] == ["B"]
    assert article.sections[0].text == "c"


def test_other_names_of_a_namespace() -> None:
    links = parse_wikitext("[[圖像:A.jpg]] [[分類:B]] [[使用者:C]]", language="zh").wikilinks
    assert [link.title for link in links] == ["File:A.jpg", "Category:B", "User:C"]


@pytest.mark.parametrize(
    ("language", "wikitext", "urls", "links"),
    [
        ("de", "[[Datei:A.jpg|mini|hochkant=1.2|verweis=B|links|http://c.example|100px]]", 1, ["B"]),
        ("de", "[[Datei:A.jpg|rahmenlos|http://c.example|mini]]", 0, []),
        ("de", "[[Datei:A.jpg|mini|http://c.example|hochkant 1.2]]", 1, []),
        ("en", "[[File:A.jpg|mini|http://c.example|verweis=B]]", 0, []),
        ("ru", "[[Файл:A.jpg|мини|http://c.example|100пкс|ссылка=B|слева]]", 1, ["B"]),
        ("zh", "[[文件:A.jpg|缩略图|http://c.example|100像素|无]]", 1, []),
        ("fr", "<gallery>A.jpg|lien=B|c\n</gallery>", 0, ["B"]),
    ],
)
def test_options_of_images_by_the_words_of_a_language(
    language: str, wikitext: str, urls: int, links: list[str]
) -> None:
    article = parse_wikitext(wikitext, language=language)
    assert len(article.external_links) == urls
    assert [link.title for link in article.wikilinks if link.title == "B"] == links
