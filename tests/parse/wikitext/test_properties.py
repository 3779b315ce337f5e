"""What holds of any wikitext: it is read or refused, grids are rectangles, and spans cut out what they claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from hypothesis import example, given, settings
from hypothesis import strategies as st

from icor_scraper.dataset import article_record
from icor_scraper.errors import ParseError
from icor_scraper.models import Article, Span
from icor_scraper.parse import VisibleWords, parse_wikitext, render_blank
from icor_scraper.parse.wikitext.expand.expander import Expander
from icor_scraper.parse.wikitext.functions import Page
from icor_scraper.parse.wikitext.scan.source import clean_source
from tests.parse.grids import assert_grid_holds

TOKENS = [
    *(
        "{{",
        "}}",
        "{{{",
        "}}}",
        "[[",
        "]]",
        "[",
        "]",
        "|",
        "=",
        "\n",
        "\n\n",
        " ",
        "''",
        "'''",
        "<!--",
        "-->",
        "a",
        "B",
    ),
    *(
        "\n{|",
        "\n|}",
        "\n|-",
        "\n|",
        "||",
        "\n!",
        "!!",
        "\n|+",
        "\n:",
        "\n*",
        "\n;",
        "\n== a ==",
        "\n=== b ===\n",
        "=====",
    ),
    *("<ref>", "</ref>", "<ref name=a>", "<ref name=a />", '<ref name="b" group="g">', "<references>", "</references>"),
    *("<references />", "<nowiki>", "</nowiki>", "<noinclude>", "</noinclude>", "<includeonly>", "</includeonly>"),
    *(
        "<gallery>",
        "</gallery>",
        "<poem>",
        "</poem>",
        "<math>",
        "</math>",
        "<b>",
        "</b>",
        "<br>",
        "<div ",
        ">",
        "</div>",
    ),
    *(
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<h2>",
        "</h2>",
        "http://a.b/c",
        "[http://a.b c]",
        "mailto:x",
        "&amp;",
    ),
    *(
        "[[File:a.jpg|thumb|",
        "[[Category:C]]",
        "[[a|b]]",
        "{{nowrap|",
        "{{lang|de|",
        "{{cite web|title=",
        "|url=http://a.b",
    ),
    *(
        "{{sfn|A|2000}}",
        "{{flag|France}}",
        "{{#if:1|",
        "{{#tag:ref|",
        "{{!}}",
        "{{reflist|refs=",
        "{{efn|",
        'colspan="2"|',
    ),
    *(
        'rowspan="3"|',
        "rowspan=0|",
        "__NOTOC__",
        "\r\n",
        "\x00",
        "\ud800",
        "\x01",
        "\x02",
        "\u200b",
        "\xa0",
        "ß",
        "Ǆ",
        "\U0001f9ea",
    ),
]

wikitexts = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=40).map("".join)

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no text of MediaWiki holds, and the parser's own marks."""

any_text = settings(deadline=None, max_examples=300)


@any_text
@given(wikitexts, st.booleans())
@example("<poem>{{</poem>", False)
@example("{|\n|[[||\n|-\n||[[A]]", True)
def test_any_text_is_read_or_refused(text: str, is_blank: bool) -> None:
    article = parse_wikitext(text, title="A", templates=render_blank if is_blank else None)
    try:
        assert article_record(article) == article_record(article)
    except ParseError:
        return
    for table in article.tables:
        assert_grid_holds(table)
    sections = article.sections
    assert [section.index for section in sections] == list(range(len(sections)))
    assert len({section.anchor for section in sections if section.anchor}) == sum(bool(s.anchor) for s in sections)


def _spans(article: Article) -> Iterator[Span | None]:
    for section in article.sections:
        yield from (section.span, section.body_span)
    for table in article.tables:
        yield table.span
        yield from (cell.span for row in table.grid for cell in row if cell)
    for reference in article.references:
        yield from (use.span for use in reference.uses)
        if reference.is_defined:
            yield reference.span
    for template in article.templates:
        yield from (template.span, *(argument.span for argument in template.arguments))
    yield from (link.span for link in article.wikilinks)
    yield from (link.span for link in article.external_links)
    yield from (category.span for category in article.categories)
    yield from (warning.span for warning in article.warnings)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.items():
            yield from _strings(item)
    elif isinstance(value, Sequence):
        for item in value:
            yield from _strings(item)


@any_text
@given(wikitexts, st.booleans())
@example("{|\n|class={{x}}|", False)
@example("== {{#expr:<ref>a</ref>}} ==", False)
@example("{{#tag:ref|a|name={{x}}}} {{#tag:math|{{x}}}} [[#{{x}}]]", False)
def test_no_mark_of_the_parser_is_told(text: str, is_blank: bool) -> None:
    article = parse_wikitext(_CONTROLS.sub("", text), title="A", templates=render_blank if is_blank else None)
    try:
        told = [asdict(article_record(article)), [section.text for section in article.sections]]
    except ParseError:
        return
    told += [cell.attributes for table in article.tables for row in table.grid for cell in row if cell]
    assert not [found for found in _strings(told) if _CONTROLS.search(found)]


@any_text
@given(wikitexts, st.booleans())
def test_spans_stand_within_the_text(text: str, is_blank: bool) -> None:
    article = parse_wikitext(text, title="A", templates=render_blank if is_blank else None)
    for span in _spans(article):
        assert span is not None
        assert 0 <= span.start <= span.end <= len(text)


@any_text
@given(wikitexts, st.booleans())
@example("{{!}}\r\n", False)
@example("{|\n|[[||\n|-\n||[[A]]\n|}", True)
def test_spans_begin_and_end_with_their_delimiters(text: str, is_blank: bool) -> None:
    """A comment may stand between two brackets, and a call may give one: so a link's single brackets are asked for."""
    article = parse_wikitext(text, title="A", templates=render_blank if is_blank else None)
    for template in article.templates:
        source = text[slice(*template.span)]
        assert source.startswith("{{")
        assert source.endswith("}}")
    for link in article.wikilinks:
        source = text[slice(*link.span)] if link.span else ""
        assert source.startswith(("[", "{{"))
        assert source.endswith(("]", "}}"))
    for reference in article.references:
        for span in [use.span for use in reference.uses]:
            source = text[slice(*span)].lower() if span else ""
            assert (source.startswith("<ref") and source.endswith(">")) or (
                source.startswith("{{") and source.endswith("}}")
            )


@any_text
@given(wikitexts)
def test_sections_tile_the_text(text: str) -> None:
    sections = parse_wikitext(text, title="A", templates=render_blank).sections
    assert sections[0].span
    assert sections[0].span.start == 0
    ends = [section.body_span.end for section in sections if section.body_span]
    assert [section.span.start for section in sections[1:] if section.span] == ends[:-1]
    assert ends[-1] == len(text)


@any_text
@given(wikitexts, st.booleans())
def test_what_is_taken_over_letter_for_letter_is_the_source(text: str, is_blank: bool) -> None:
    source = clean_source(text)
    expander = Expander(source, render_blank if is_blank else VisibleWords("en"), Page("A", "en"))
    for fragment in expander.run():
        for shown, start, end in fragment.pieces or ():
            if end < 0:
                assert source.text[start : start + len(shown)] == shown
            else:
                assert 0 <= start <= end <= len(source.text)


@any_text
@given(wikitexts)
def test_cleaning_keeps_the_place_of_every_character(text: str) -> None:
    source = clean_source(text)
    for index, character in enumerate(source.text):
        found = text[source.position(index)]
        assert character in (found, "\ufffd") or (found, character) in (("\r", "\n"), ("\x7f", "?"))
