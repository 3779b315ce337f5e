"""What the oracle reads from rendered HTML where it is not as usual."""

from __future__ import annotations

import lxml.html
from lxml.html import HtmlElement

from tests.agreement.differences import differences
from tests.agreement.facts import Facts, ListFact, NoteFact
from tests.agreement.rendered import lists_of, notes_of


def note(number: int, text: str) -> str:
    return (
        f'<li id="cite_note-{number}"><span class="mw-cite-backlink"><a href="#cite_ref-{number}">\u2191</a></span>'
        f'<span class="reference-text">{text}</span></li>'
    )


def lists(html: str) -> tuple[ListFact, ...]:
    root: HtmlElement = lxml.html.fromstring(f"<div>{html}</div>")
    return lists_of(list(notes_of(root)))


def test_a_note_in_what_the_one_before_leaves_open() -> None:
    page = f'<ol class="references">{note(1, "a<ol><li>b</li></ol>")}<b>{note(2, "c")}</b></ol>'
    assert lists(page) == (ListFact("", True, (NoteFact(1, "a b"), NoteFact(1, "c"))),)


def test_a_group_of_which_no_mark_is_seen() -> None:
    page = (
        '<span class="error mw-ext-cite-error">Cite error: <code>&lt;ref&gt;</code> tags exist for a group named "g", '
        'but no corresponding <code>&lt;references group="g"/&gt;</code> tag was found</span>'
    )
    wanted = Facts(lists=lists(page))
    assert wanted.lists == (ListFact("g", False, ()),)
    assert not differences(wanted, Facts(lists=(ListFact("g", False, (NoteFact(1, None),)),)))
    assert differences(wanted, Facts(lists=(ListFact("h", False, (NoteFact(1, None),)),)))
