"""Headings as newer releases write them are read as those before."""

from __future__ import annotations

from icor_scraper.parse import parse_html
from tests.agreement.todays_headings import with_todays_headings


def test_todays_headings_are_read_as_older_ones() -> None:
    edit = '<span class="mw-editsection">[<a href="/x">edit</a>]</span>'
    html = f'<p>a</p><h2><span class="mw-headline" id="B_c">B <i>c</i></span>{edit}</h2><p>d</p>'
    today = with_todays_headings(html)
    assert '<div class="mw-heading mw-heading2"><h2 id="B_c">B <i>c</i></h2>' in today
    assert [[(s.heading, s.anchor, s.text) for s in parse_html(form).sections] for form in (html, today)] == [
        [("", "", "a"), ("B c", "B_c", "d")]
    ] * 2
