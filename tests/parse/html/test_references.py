"""References in the markup of the legacy parser and of Parsoid, of 1.39 and of today."""

from __future__ import annotations

import pytest

from icor_scraper.models import Article, WarningCode
from icor_scraper.parse.html import parse_html
from icor_scraper.parse.html.labels import group_of, lower_alpha, lower_greek, lower_roman

LEGACY_1_39 = """<p>a<sup id="cite&#95;ref-n&#95;1-0" class="reference"><a href="#cite_note-n-1">&#91;1&#93;</a></sup>
b<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">&#91;2&#93;</a></sup></p>
<h2><span class="mw-headline" id="A">A</span></h2>
<p>c<sup id="cite_ref-n_1-1" class="reference"><a href="#cite_note-n-1">&#91;1&#93;</a></sup></p>
<div class="mw-references-wrap"><ol class="references">
<li id="cite&#95;note-n-1"><span class="mw-cite-backlink">↑ <sup><a href="#cite_ref-n_1-0">1.0</a></sup> <sup>\
<a href="#cite_ref-n_1-1">1.1</a></sup></span> <span class="reference-text">One \
<a rel="nofollow" class="external text" href="https://e.org/1">e</a></span>
</li>
<li id="cite_note-2"><span class="mw-cite-backlink"><a href="#cite_ref-2">↑</a></span> \
<span class="reference-text">Two</span>
</li>
</ol></div>"""

LEGACY_TODAY = LEGACY_1_39.replace("&#91;", '<span class="cite-bracket">&#91;</span>').replace(
    "&#93;", '<span class="cite-bracket">&#93;</span>'
)

PARSOID_1_39 = """<section data-mw-section-id="0"><p>a<sup about="#mwt1" class="mw-ref reference" id="cite_ref-n_1-0" \
rel="dc:references" typeof="mw:Extension/ref" data-mw='{"name":"ref","attrs":{"name":"n"},"body":{"id":"x"}}'>\
<a href="./T#cite_note-n-1" style="counter-reset: mw-Ref 1;"><span class="mw-reflink-text">[1]</span></a></sup>
b<sup about="#mwt2" class="mw-ref reference" id="cite_ref-2" rel="dc:references" typeof="mw:Extension/ref" \
data-mw='{"name":"ref","attrs":{},"body":{"id":"y"}}'><a href="./T#cite_note-2"><span class="mw-reflink-text">[2]\
</span></a></sup></p></section><section data-mw-section-id="1"><h2 id="A">A</h2>
<p>c<sup about="#mwt3" class="mw-ref reference" id="cite_ref-n_1-1" rel="dc:references" typeof="mw:Extension/ref" \
data-mw='{"name":"ref","attrs":{"name":"n"}}'><a href="./T#cite_note-n-1"><span class="mw-reflink-text">[1]</span></a>\
</sup></p><div class="mw-references-wrap" typeof="mw:Extension/references" about="#mwt4">\
<ol class="mw-references references"><li about="#cite_note-n-1" id="cite_note-n-1"><span rel="mw:referencedBy">\
<a href="./T#cite_ref-n_1-0"><span class="mw-linkback-text">1 </span></a><a href="./T#cite_ref-n_1-1">\
<span class="mw-linkback-text">2 </span></a></span> <span id="mw-reference-text-cite_note-n-1" \
class="mw-reference-text">One <a rel="mw:ExtLink" href="https://e.org/1" class="external text">e</a></span></li>\
<li about="#cite_note-2" id="cite_note-2"><a href="./T#cite_ref-2" rel="mw:referencedBy">\
<span class="mw-linkback-text">↑ </span></a> <span class="mw-reference-text">Two</span></li></ol></div></section>"""

PARSOID_TODAY = (
    PARSOID_1_39.replace('class="mw-reference-text"', 'class="mw-reference-text reference-text"')
    .replace("[", '<span class="cite-bracket">[</span>')
    .replace("]", '<span class="cite-bracket">]</span>')
    .replace('rel="mw:referencedBy"><a', 'rel="mw:referencedBy" class="mw-cite-backlink"><a')
    .replace('<li about="#cite_note-2"', '<li about="#cite_note-2" data-mw-footnote-number="2"')
)


@pytest.mark.parametrize("html", [LEGACY_1_39, LEGACY_TODAY, PARSOID_1_39, PARSOID_TODAY])
def test_every_form_of_markup(html: str) -> None:
    one, two = parse_html(html, title="T").references
    assert (one.number, one.group, one.list_index, one.text, one.is_defined) == (1, "", 0, "One e", True)
    assert [use.section for use in one.uses] == [0, 1]
    assert [link.url for link in one.external_links] == ["https://e.org/1"]
    assert (two.number, two.text, [use.section for use in two.uses]) == (2, "Two", [0])
    assert one.name == ("n" if "data-mw=" in html else None)
    assert two.name is None
    assert one.span is None
    assert one.wikitext is None


@pytest.mark.parametrize("html", [LEGACY_1_39, PARSOID_TODAY])
def test_marks_and_lists_are_neither_text_nor_links(html: str) -> None:
    article = parse_html(html, title="T")
    assert [section.text for section in article.sections] == ["a b", "c"]
    assert article.wikilinks == ()


def mark(target: str, label: str) -> str:
    return f'<sup class="reference"><a href="#{target}">[{label}]</a></sup>'


def notes(*entries: str) -> str:
    items = "".join(f'<li id="{entry}"><span class="reference-text">{entry[-1]}</span></li>' for entry in entries)
    return f'<ol class="references">{items}</ol>'


def told(article: Article) -> list[tuple[str, int, int, str, int]]:
    return [(r.group, r.list_index, r.number, r.text, len(r.uses)) for r in article.references]


def test_groups_from_labels() -> None:
    html = (
        mark("cite_note-1", "note 1")
        + mark("cite_note-2", "a")
        + mark("cite_note-3", "ii")
        + notes("cite_note-1")
        + notes("cite_note-2")
        + notes("cite_note-4", "cite_note-3")
    )
    assert told(parse_html(html)) == [
        ("note", 0, 1, "1", 1),
        ("lower-alpha", 0, 1, "2", 1),
        ("lower-roman", 0, 1, "4", 0),
        ("lower-roman", 0, 2, "3", 1),
    ]


def test_group_as_the_markup_tells_it() -> None:
    html = mark("cite_note-1", "a").replace("<a ", '<a data-mw-group="mine" ') + notes("cite_note-1")
    assert [r.group for r in parse_html(html).references] == ["mine"]
    listed = notes("cite_note-1").replace("<ol ", '<ol data-mw-group="theirs" ')
    assert [r.group for r in parse_html(listed).references] == ["theirs"]


def test_second_list_starts_anew() -> None:
    html = mark("cite_note-1", "1") + notes("cite_note-1") + mark("cite_note-2", "1") + notes("cite_note-2")
    assert told(parse_html(html)) == [("", 0, 1, "1", 1), ("", 1, 1, "2", 1)]


def test_notes_of_no_list_come_last_by_group() -> None:
    html = (
        mark("cite_note-1", "z 1")
        + mark("cite_note-2", "y 1")
        + mark("cite_note-3", "z 2")
        + mark("cite_note-3", "z 2")
        + mark("cite_note-4", "1")
        + notes("cite_note-4")
    )
    article = parse_html(html)
    assert told(article) == [
        ("", 0, 1, "4", 1),
        ("z", 0, 1, "", 1),
        ("z", 0, 2, "", 2),
        ("y", 0, 1, "", 1),
    ]
    assert [r.is_defined for r in article.references] == [True, False, False, False]
    assert [r.is_listed for r in article.references] == [True, False, False, False]


def test_undefined_in_legacy_html() -> None:
    article = parse_html(
        mark("cite_note-u-1", "1") + '<ol class="references"><li id="cite_note-u-1">'
        '<span class="error mw-ext-cite-error">Cite error: no text for <code>u</code></span></li></ol>'
    )
    (reference,) = article.references
    assert (reference.is_defined, reference.text) == (False, "")
    assert [(w.code, w.message) for w in article.warnings] == [
        (WarningCode.UNDEFINED_REFERENCE, "Cite error: no text for u")
    ]


def test_undefined_in_parsoids_html() -> None:
    article = parse_html(
        '<sup class="mw-ref reference" typeof="mw:Extension/ref mw:Error" data-mw=\'{"name":"ref","attrs":'
        '{"name":"u"},"errors":[{"key":"cite_error_references_no_text"}]}\'><a href="./T#cite_note-u-1">[1]</a></sup>'
        '<ol class="references"><li id="cite_note-u-1"><span class="mw-reference-text"></span></li></ol>'
    )
    (reference,) = article.references
    assert (reference.name, reference.is_defined) == ("u", False)
    assert [(w.code, w.subject) for w in article.warnings] == [(WarningCode.UNDEFINED_REFERENCE, "u")]


def test_defined_with_an_empty_text() -> None:
    html = mark("cite_note-1", "1") + '<ol class="references"><li id="cite_note-1"><span class="reference-text"></span>'
    assert [r.is_defined for r in parse_html(html).references] == [True]


def test_refused_tags_are_warnings() -> None:
    article = parse_html('<p>a<span class="error mw-ext-cite-error">Cite error: bad name</span></p>')
    assert [(w.code, w.message) for w in article.warnings] == [(WarningCode.INVALID_REFERENCE, "Cite error: bad name")]
    assert article.lead.text == "a"


def test_details_stand_under_their_reference() -> None:
    """https://meta.wikimedia.org/wiki/WMDE_Technical_Wishes/Sub-referencing"""
    html = (
        mark("cite_note-book-1", "1")
        + mark("cite_note-2", "1.1")
        + mark("cite_note-3", "2")
        + '<ol class="references"><li id="cite_note-book-1"><span class="reference-text">Book</span>'
        '<ol class="mw-subreference-list"><li id="cite_note-2"><span class="mw-cite-backlink">↑</span> '
        '<span class="reference-text">p. 7</span></li></ol></li>'
        '<li id="cite_note-3"><span class="reference-text">Other</span></li></ol>'
    )
    found = [(r.number, r.details_of, r.text, len(r.uses)) for r in parse_html(html).references]
    assert found == [(1, None, "Book", 1), (1, 1, "p. 7", 1), (2, None, "Other", 1)]


def test_references_of_a_cell_each_once_in_order() -> None:
    first, second = mark("cite_note-1", "1"), mark("cite_note-2", "2")
    html = f"<table><tr><td>a{second}{first}{second}<td>b</table>" + notes("cite_note-1", "cite_note-2")
    article = parse_html(html)
    cells = article.tables[0].grid[0]
    assert [[r.number for r in cell.references] for cell in cells if cell] == [[2, 1], []]


def test_mark_that_html_parts_from_its_link() -> None:
    """A <ref> in a link's text: no link may stand in a link, so that the mark's stands after both."""
    html = '<a href="/wiki/X" title="X">x<sup class="reference"></sup></a><a href="#cite_note-1">[1]</a> y'
    article = parse_html(html + notes("cite_note-1"))
    assert [len(r.uses) for r in article.references] == [1]
    assert [(link.title, link.text) for link in article.wikilinks] == [("X", "x")]
    assert article.lead.text == "x y"


def test_mark_without_a_notes_name_is_known_by_its_label() -> None:
    """MediaWiki 1.39 lets the marks of <ref name="0"> point to "#cite_note-"."""
    html = mark("cite_note-1", "1") + mark("cite_note-", "2") + mark("cite_note-", "nb 1") + mark("cite_note-", "2")
    html += notes("cite_note-1", "cite_note-2") + notes("cite_note-3")
    assert told(parse_html(html)) == [("", 0, 1, "1", 1), ("", 0, 2, "2", 2), ("nb", 0, 1, "3", 1)]


def test_such_a_mark_does_not_take_a_note_that_has_marks() -> None:
    html = mark("cite_note-1", "1") + mark("cite_note-", "1") + notes("cite_note-1")
    assert told(parse_html(html)) == [("", 0, 1, "1", 1)]


def test_text_that_an_editor_gave_the_class_of_a_notes_text() -> None:
    html = '<ol class="references"><li id="cite_note-1"><span class="reference-text">a<b class="reference-text">b</b>c'
    assert [r.text for r in parse_html(html).references] == ["abc"]


def test_list_item_in_a_note_that_ends_the_note_is_no_note() -> None:
    """A browser ends the note's item where another one begins, and so does MediaWiki's tidying."""
    html = (
        mark("cite_note-1", "1")
        + mark("cite_note-2", "2")
        + '<ol class="references"><li id="cite_note-1"><span class="reference-text">a </span></li><li>b</li> c'
        + '<li id="cite_note-2"><span class="reference-text">d</span></li></ol>'
    )
    assert told(parse_html(html)) == [("", 0, 1, "a", 1), ("", 0, 2, "d", 1)]


def test_notes_in_what_a_note_leaves_open() -> None:
    html = (
        '<ol class="references"><li id="cite_note-1"><span class="reference-text"><s>a</s></span></li><s>'
        '<li id="cite_note-2"><span class="reference-text">b</span></li></s></ol>'
    )
    assert [(r.number, r.text) for r in parse_html(html).references] == [(1, "a"), (2, "b")]


def test_list_of_an_editor_in_a_note_has_no_notes() -> None:
    html = (
        '<ol class="references"><li id="cite_note-1"><span class="reference-text">a<ul><li id="cite_note-x">b</li></ul>'
        "c</span></li></ol>"
    )
    assert [r.text for r in parse_html(html).references] == ["a b c"]


def test_list_of_references_in_a_note_is_one_of_its_own_which_the_note_shows() -> None:
    inner = notes("cite_note-2")
    html = (
        mark("cite_note-1", "1") + f'<ol class="references"><li id="cite_note-1"><span class="reference-text">a {inner}'
    )
    found = [(r.number, r.list_index, r.details_of, r.text) for r in parse_html(html).references]
    assert sorted(found) == [(1, 0, None, "a 2"), (1, 1, None, "2")]


def test_notes_of_2010() -> None:
    """Until 1.18 neither the text of a note nor the links back to its marks had elements of their own."""
    item = '<li id="cite_note-{}">{}</li>'
    one = '<b><a href="#cite_ref-0">^</a></b> One <a class="external text" href="https://e.org/1">e</a>'
    back = '<a href="#cite_ref-n_1-{}"><sup><i><b>{}</b></i></sup></a> '
    two = "^ " + back.format(0, "a") + back.format(1, "b") + 'Two <a href="/wiki/X" title="X">x</a>'
    html = (
        f"<p>a{mark('cite_note-0', '1')}b{mark('cite_note-n-1', '2')}c{mark('cite_note-n-1', '2')}</p>"
        f'<ol class="references">{item.format(0, one)}{item.format("n-1", two)}</ol>'
    )
    article = parse_html(html)
    assert told(article) == [("", 0, 1, "One e", 1), ("", 0, 2, "Two x", 2)]
    assert [r.is_defined for r in article.references] == [True, True]
    assert [[link.url for link in r.external_links] for r in article.references] == [["https://e.org/1"], []]
    assert [link.title for link in article.wikilinks] == ["X"]
    assert article.lead.text == "abc"


def test_ids_that_stand_twice_do_not_multiply_uses() -> None:
    html = mark("cite_note-1", "1") * 3 + notes("cite_note-1", "cite_note-1")
    assert [len(r.uses) for r in parse_html(html).references] == [3, 0]


@pytest.mark.parametrize(
    "data_mw", ["", "[", "[1]", '{"attrs":{"name":7}}', '{"errors":[{}]}', "[" * 100_000, '{"a":' * 100_000]
)
def test_data_that_is_not_what_parsoid_writes(data_mw: str) -> None:
    html = f"<sup class=reference data-mw='{data_mw}'><a href='#cite_note-1'>[1]</a></sup>" + notes("cite_note-1")
    assert [(r.name, len(r.uses)) for r in parse_html(html).references] == [(None, 1)]


@pytest.mark.parametrize(
    ("label", "number", "group"),
    [
        ("1", 1, ""),
        ("1.2", 1, ""),
        ("n 1", 1, "n"),
        ("a b 12", 12, "a b"),
        ("i", 9, "lower-alpha"),
        ("i", 1, "lower-roman"),
        ("IV", 4, "upper-roman"),
        ("B", 2, "upper-alpha"),
        ("γ", 3, "lower-greek"),
        ("b.1", 2, "lower-alpha"),
        ("*", 1, ""),
    ],
)
def test_group_of_a_label(label: str, number: int, group: str) -> None:
    assert group_of(label, number) == group


def test_letters_and_roman_numerals() -> None:
    assert [lower_alpha(n) for n in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]
    assert [lower_roman(n) for n in (4, 9, 14, 40, 1994)] == ["iv", "ix", "xiv", "xl", "mcmxciv"]
    assert [lower_greek(n) for n in (1, 24, 25)] == ["α", "ω", "αα"]
