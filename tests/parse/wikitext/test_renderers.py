"""What a renderer of one's own shows: wikitext, of which tags are read and calls are not."""

from __future__ import annotations

import pytest

from icor_scraper import Arguments, Rendered, VisibleWords, WarningCode, parse_wikitext
from icor_scraper.models import Article


def _with(shown: str) -> Article:
    """A table with `{{t}}` in its one cell, for which the renderer gives `shown`."""
    text = "{|\n| 1 {{t|v}} 2\n|}"
    return parse_wikitext(text, templates=lambda name, arguments: shown if name == "T" else None)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("a <!-- b --> c", "1 a c 2"),
        ("<nowiki>[[a]]</nowiki>", "1 [[a]] 2"),
        ("a<ref>b</ref>", "1 a 2"),
        ("<poem>\n[[a]]\nb</poem>", "1 a b 2"),
        ("<syntaxhighlight lang=c>a&amp;b</syntaxhighlight>", "1 a&amp;b 2"),
        ("<small>a</small>", "1 a 2"),
        ("{{{1}}}", "1 {{{1}}} 2"),
        ("{{[[x]]}}", "1 {{x}} 2"),
    ],
)
def test_tags_and_comments_are_read(shown: str, text: str) -> None:
    article = _with(shown)
    (cell,) = article.tables[0].grid[0]
    assert cell
    assert cell.text == text
    assert not article.warnings


def test_reference_is_read() -> None:
    article = _with('<ref name="n">a [[b]]<!-- c --> <nowiki>[[d]]</nowiki></ref>')
    (reference,) = article.references
    assert (reference.name, reference.text) == ("n", "a b [[d]]")
    assert [link.title for link in article.wikilinks] == ["B"]
    (use,) = reference.uses
    assert article.wikitext
    assert use.span
    assert article.wikitext[slice(*use.span)] == "{{t|v}}"


def test_caption_of_gallery_is_read() -> None:
    assert [link.title for link in _with("<gallery>\nA.jpg|[[b]]\n</gallery>").wikilinks] == ["B"]


@pytest.mark.parametrize("shown", ["a {{u}} b", "<ref>{{u}}</ref>"])
def test_call_of_another_template_is_told(shown: str) -> None:
    (warning,) = _with(shown).warnings
    assert warning.code is WarningCode.UNRENDERED_TEMPLATE
    assert "{{u}}" in warning.message


def test_list_in_a_note_is_shown_without_signs_of_the_parser() -> None:
    shown = "<references><ref name=q>f</ref></references>"
    article = parse_wikitext("<ref>{{a}}</ref><references/>", templates=lambda name, arguments: shown)
    (reference,) = article.references
    assert reference.text.isprintable()


@pytest.mark.parametrize("shown", ["\x015\x01", "<ref>\x015\x01</ref>", "a\x01b", "a\0b\x02c"])
def test_signs_of_the_parser_are_none_of_a_text(shown: str) -> None:
    text = "{{t}}\n== {{t}} ==\n<references/>"
    article = parse_wikitext(text, templates=lambda name, arguments: shown)
    texts = [article.sections[1].heading, article.lead.text, *(reference.text for reference in article.references)]
    assert "\ufffd" in "".join(texts)
    assert all(text.isprintable() for text in texts)


def test_usual_renderer_can_be_asked() -> None:
    render_usual = VisibleWords("en")

    def render(name: str, arguments: Arguments) -> Rendered:
        return f"{arguments.get('1')} km" if name == "Length" else render_usual(name, arguments)

    article = parse_wikitext("{{length|5}} {{nowrap|a b}} {{odd}}", templates=render)
    assert article.lead.text == "5 km a b"
    assert [warning.subject for warning in article.warnings] == ["odd"]
