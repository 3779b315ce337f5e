"""Templates that make references, each as its documentation on the English Wikipedia tells it.

https://en.wikipedia.org/wiki/Template:Sfn, .../Template:Efn, .../Template:R and .../Template:Reflist.
"""

from __future__ import annotations

import pytest

from icor_scraper.models import Reference
from icor_scraper.parse import parse_wikitext

Note = tuple[str, str, int, bool]
"""Group, text, number of uses, and whether a list shows it."""


def _notes(wikitext: str) -> list[Note]:
    return [_note(reference) for reference in parse_wikitext(wikitext).references]


def _note(reference: Reference) -> Note:
    return reference.group, reference.text, len(reference.uses), reference.is_listed


@pytest.mark.parametrize(
    ("wikitext", "notes"),
    [
        ("a{{sfn|Smith|2001|p=5}} b{{sfn|Smith|2001|p=5}}{{reflist}}", [("", "Smith 2001, p. 5.", 2, True)]),
        (
            "a{{sfn|Smith|2001|p=5}} b{{sfn|Smith|2001|p=6}}{{reflist}}",
            [("", "Smith 2001, p. 5.", 1, True), ("", "Smith 2001, p. 6.", 1, True)],
        ),
        ("a{{sfn|Smith|2001|p=}} b{{sfn|Smith|2001}}{{reflist}}", [("", "Smith 2001.", 2, True)]),
        ("a{{sfn|Smith|2001|page=5}} b{{sfn|Smith|2001|p=5}}{{reflist}}", [("", "Smith 2001, p. 5.", 2, True)]),
        (
            "a{{sfn|Smith|2001|loc=note 3|p=5}} b{{sfn|Smith|2001|p=5|loc=note 3}}{{reflist}}",
            [("", "Smith 2001, p. 5, note 3.", 2, True)],
        ),
        ("a{{sfn|Smith|Lee|2001|pp=5–6|ps=}}{{reflist}}", [("", "Smith & Lee 2001, pp. 5–6", 1, True)]),
        ("a{{sfn|A|B|C|D|2001}}{{reflist}}", [("", "A et al. 2001.", 1, True)]),
        ("a{{efn|A note.}}{{notelist}}", [("lower-alpha", "A note.", 1, True)]),
        ("a{{efn|A note.}}{{reflist}}", [("lower-alpha", "A note.", 1, False)]),
        ("a{{efn|name=n|A note.}} b{{efn|name=n}}{{notelist}}", [("lower-alpha", "A note.", 2, True)]),
        ("a{{efn-ur|A note.}}{{notelist-ur}}", [("upper-roman", "A note.", 1, True)]),
        ("a{{refn|group=nb|A note.}}{{reflist|group=nb}}", [("nb", "A note.", 1, True)]),
        (
            "a<ref name=x>X</ref> b<ref name=y>Y</ref> c{{r|x|y}}{{reflist}}",
            [("", "X", 2, True), ("", "Y", 2, True)],
        ),
        ("a{{r|x}}{{reflist|refs=<ref name=x>X</ref>}}", [("", "X", 1, True)]),
        ("a<ref>X</ref>{{rp|5}}{{reflist}}", [("", "X", 1, True)]),
        ("a {{harvnb|Smith|2001|p=5}}", []),
    ],
)
def test_a_template_makes_the_notes_that_its_documentation_tells(wikitext: str, notes: list[Note]) -> None:
    assert _notes(wikitext) == notes


def test_a_short_note_has_the_name_that_the_wiki_gives_it() -> None:
    """As in the ids of the English Wikipedia's pages, `cite_note-FOOTNOTESmith20015-1`."""
    article = parse_wikitext("a{{sfn|Smith|2001|p=5}}{{reflist}}")

    assert [reference.name for reference in article.references] == ["FOOTNOTESmith20015"]
