"""Plain text: what a reader sees of a cell, and nothing else."""

from __future__ import annotations

import pytest

from icor_scraper.parse.html import parse_html


def text_of(inside: str) -> str:
    cell = parse_html(f"<table><tbody><tr><td>{inside}</td></tr></tbody></table>").tables[0].grid[0][0]
    assert cell is not None
    return cell.text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("  a\n b&#160;&#160;c\u2003d\n", "a b c d"),
        ("a<br>b<br />c", "a b c"),
        ("<p>a</p><p>b</p>", "a b"),
        ("<ul><li>a</li><li>b<dl><dd>c</dd></dl></li></ul>", "a b c"),
        ("<i>a</i><b>b</b><span>c</span>", "abc"),
        ("zero\u200bwidth", "zerowidth"),
        ("a<!-- b -->c", "ac"),
        ("a<style>b{}</style><script>c</script>d", "ad"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
    ],
)
def test_white_space_and_markup(inside: str, text: str) -> None:
    assert text_of(inside) == text


@pytest.mark.parametrize(
    "hidden",
    [
        '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">&#91;1&#93;</a></sup>',
        '<sup class="mw-ref reference" typeof="mw:Extension/ref"><a href="./T#cite_note-1">'
        '<span class="mw-reflink-text"><span class="cite-bracket">[</span>1</span></a></sup>',
        '<span style="display:none">hidden</span>',
        '<span style="color:red; DISPLAY : none;">hidden</span>',
        '<span class="sortkey">0042</span>',
        '<span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span>',
        '<span class="editsection">[<a href="/w/index.php?action=edit">edit</a>]</span>',
        '<a href="/w/index.php?action=edit" title="Edit section: A" class="mw-ui-icon edit-page">Edit</a>',
        '<strong class="error">Expression error</strong>',
        '<span class="error mw-ext-cite-error">Cite error</span>',
        '<a rel="nofollow" class="external autonumber" href="https://e.org">[1]</a>',
        '<a rel="mw:ExtLink" href="https://e.org" class="external autonumber"></a>',
        '<a href="/wiki/File:X.png" class="image"><img alt="words" src="x.png"></a>',
        '<a href="/wiki/File:X.png" title="File:X.png">File:X.png</a>',
        '<a href="/w/index.php?title=Spezial:Hochladen&wpDestFile=X" class="new" title="Datei:X.png">Datei:X.png</a>',
        '<span typeof="mw:File"><a href="./File:X.png"><img resource="./File:X.png" alt="words"></a></span>',
        '<span typeof="mw:Error mw:File"><a href="./Special:FilePath/X.png">'
        '<span class="mw-broken-media" resource="./File:X.png">File:X.png</span></a></span>',
        '<figure typeof="mw:File/Thumb"><img><figcaption>caption</figcaption></figure>',
        '<div class="thumb tright"><div class="thumbcaption">caption</div></div>',
        '<ul class="gallery"><li class="gallerybox">caption</li></ul>',
        '<sup class="noprint Inline-Template Template-Fact">[<i>citation needed</i>]</sup>',
    ],
)
def test_what_is_not_of_the_text(hidden: str) -> None:
    assert text_of(f"a {hidden} b") == "a b"


def test_red_links_are_shown_but_not_those_that_stand_for_a_missing_template() -> None:
    link = '<a href="/w/index.php?title={0}&action=edit&redlink=1" class="new" title="{0} (no such page)">{0}</a>'
    assert text_of(link.format("Page") + " " + link.format("Template:T")) == "Page"
    link = '<a rel="mw:WikiLink" href="./{0}?action=edit&redlink=1" class="new" title="{0}">{0}</a>'
    assert text_of(link.format("Page") + " " + link.format("Template:T")) == "Page"


def test_words_of_a_red_link_to_a_template_count_where_they_are_more_than_its_title() -> None:
    link = (
        '<a href="/w/index.php?title=Template:A_%26_b&action=edit&redlink=1" class="new" title="Template:A & b">{}</a>'
    )
    assert text_of("x " + link.format("Template:A &amp; b")) == "x"
    assert text_of("x " + link.format("Template:A_&amp;_b")) == "x Template:A_&_b"
    assert text_of("x " + link.format("<i>words</i>")) == "x words"


def test_text_link_to_a_file_keeps_its_words_where_parsoid_tells() -> None:
    assert text_of('<a rel="mw:WikiLink" href="./File:X.png" title="File:X.png">see</a>') == "see"


def test_text_of_a_nested_table_is_not_the_outer_cells() -> None:
    assert text_of("a<table><caption>b</caption><tr><td>c</td></tr></table>d") == "ad"


def test_words_of_a_heading_in_a_cell_are_the_cells() -> None:
    assert text_of("a<h3 id='b'>b</h3>c") == "a b c"
