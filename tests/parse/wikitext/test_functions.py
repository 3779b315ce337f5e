"""Parser functions and variables against what a real MediaWiki expands them to (functions.txt)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from icor_scraper.parse.wikitext.functions import (
    FUNCTIONS,
    VARIABLES,
    FunctionCall,
    Output,
    Page,
    TagCall,
    find_function,
)
from tests.mediawiki.wiki import Wiki

CASES_FILE = Path(__file__).with_name("functions.txt")
SEPARATOR = "\n@@next@@\n"


class PlainArguments:
    """Arguments that hold no calls, and which of them were asked for."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.asked: list[int] = []

    def __len__(self) -> int:
        return len(self.parts)

    def name(self, index: int) -> str | None:
        name, equals, _ = self.parts[index].partition("=")
        return name.strip() if equals else None

    def value(self, index: int) -> str:
        self.asked.append(index)
        name, equals, value = self.parts[index].partition("=")
        return value if equals else name

    def whole(self, index: int) -> str:
        self.asked.append(index)
        return self.parts[index]


def evaluate(call: str, page: Page, asked: list[int] | None = None) -> Output:
    """`{{name:first|argument}}` without anything nested."""
    head, *parts = call.removeprefix("{{").removesuffix("}}").split("|")
    name, colon, first = head.partition(":")
    if not colon:
        return VARIABLES[name](page)
    function = find_function(name)
    assert function is not None, name
    arguments = PlainArguments(parts)
    output = function(FunctionCall(first, arguments, page))
    if asked is not None:
        asked += arguments.asked
    return output


def read_cases() -> Iterator[tuple[str, str, str]]:
    """(title, call, output) of each line of functions.txt."""
    title = ""
    for line in CASES_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("on: "):
            title = line.removeprefix("on: ")
        elif line.startswith("{{"):
            call, arrow, output = line.partition("}} =>")
            assert arrow, line
            call, output = (part.replace("\\n", "\n").replace("\\t", "\t") for part in (call, output.removeprefix(" ")))
            yield title, f"{call}}}}}", output


CASES = list(read_cases())


def test_the_file_holds_cases() -> None:
    assert len(CASES) > 1000


@pytest.mark.parametrize(("title", "call", "output"), CASES)
def test_output_is_mediawikis(title: str, call: str, output: str) -> None:
    assert evaluate(call, Page(title)) == output


@pytest.mark.mediawiki
@pytest.mark.parametrize("title", sorted({title for title, _, _ in CASES}))
def test_the_file_tells_what_mediawiki_does(wiki: Wiki, title: str) -> None:
    cases = [(call, output) for on, call, output in CASES if on == title]
    for first in range(0, len(cases), 100):
        some = cases[first : first + 100]
        text = SEPARATOR.join(call for call, _ in some)
        answer = wiki.post({"action": "expandtemplates", "prop": "wikitext", "title": title, "text": text})
        expanded = answer["expandtemplates"]
        assert isinstance(expanded, dict)
        assert expanded["wikitext"].split(SEPARATOR) == [output for _, output in some]


# Other languages, and what the wiki above cannot show.


@pytest.mark.parametrize(
    ("language", "call", "output"),
    [
        ("de", "{{formatnum:1234567.5}}", "1.234.567,5"),
        ("de", "{{formatnum:1.234,5|R}}", "1234.5"),
        ("fr", "{{formatnum:1234567}}", "1\xa0234\xa0567"),
        ("es", "{{formatnum:1234}}", "1234"),
        ("es", "{{formatnum:12345.5}}", "12\xa0345,5"),
        ("pl", "{{formatnum:1234.5}}", "1234,5"),
        ("fr", "{{plural:0|un|des}}", "un"),
        ("fr", "{{plural:1,5|un|des}}", "un"),
        ("fr", "{{plural:2|un|des}}", "des"),
        ("de", "{{plural:0|eins|mehr}}", "mehr"),
        ("ja", "{{plural:5|x|y}}", "x"),
        ("ru", "{{plural:5|a|b|c}}", None),
        ("ru", "{{plural:5|a}}", "a"),
        ("ta", "{{formatnum:1234567}}", None),
        ("ru", "{{grammar:genitive|Википедия}}", None),
        ("de", "{{SORTIERUNG:Abc}}", ""),
        ("fr", "{{CLEDETRI:Abc}}", ""),
        ("de", "{{SEITENNAME}}", "A b/C"),
        ("de", "{{NAMESPACE:Vorlage:X}}", "Vorlage"),
        ("de", "{{ns:Bild}}", "Datei"),
        ("de", "{{TALKPAGENAME:Vorlage:X}}", None),
        ("en", "{{#language:de|en}}", "German"),
        ("en", "{{#language:de|xx-none}}", "Deutsch"),
        ("he", "{{DIRECTIONMARK}}", "\u200f"),
        ("de", "{{#time:l, j. F Y|2010-03-06}}", "Samstag, 6. März 2010"),
        ("pl", "{{#time:j xg Y, F|2010-03-06}}", "6 marca 2010, marzec"),
        ("de", "{{#time:M|2010-03-06|en}}", "Mar"),
    ],
)
def test_other_languages(language: str, call: str, output: str | None) -> None:
    assert evaluate(call, Page("Talk:A b/C" if language == "en" else "A b/C", language)) == output


@pytest.mark.parametrize(
    "call",
    [
        "{{CURRENTYEAR}}",
        "{{NUMBEROFARTICLES}}",
        "{{SITENAME}}",
        "{{NUMBEROFARTICLES:R}}",
        "{{#time:Y}}",
        "{{#time:Y|now}}",
        "{{#time:j M|2010-01-02|de}}",
        "{{#time:j F|2010-01-02|uk}}",
        "{{#time:Y H|12:30}}",
        "{{#time:xij|2010-01-02}}",
        "{{#invoke:Module|function}}",
        "{{int:mainpage}}",
        "{{ns:199}}",
        "{{PAGESINCATEGORY:X}}",
        "{{fullurl:X}}",
        "{{localurl:imdb:X}}",
    ],
)
def test_what_needs_the_wiki_or_a_clock_is_not_known(call: str) -> None:
    assert evaluate(call, Page("X")) is None


def test_a_number_may_have_any_number_of_digits() -> None:
    assert evaluate(f"{{{{plural:{'9' * 5000}|a|b|1=c}}}}", Page("X")) == "b"
    assert evaluate(f"{{{{plural:{'0' * 5000}1|a|b|1=c}}}}", Page("X")) == "c"
    assert evaluate(f"{{{{formatnum:{'9' * 5000}}}}}", Page("X")) == "∞"


def test_a_page_without_title_has_no_name() -> None:
    assert evaluate("{{PAGENAME}}", Page("")) is None


@pytest.mark.parametrize(
    ("page", "call", "address"),
    [
        (Page("X", "de", "//de.wikipedia.org"), "{{fullurl:fr:a}}", "https://fr.wikipedia.org/wiki/a"),
        (Page("X", "de", "//de.wikipedia.org"), "{{fullurl:commons:a}}", "https://commons.wikimedia.org/wiki/a"),
        (Page("X", "de", "//de.wikipedia.org"), "{{fullurl:wikt:a}}", None),
        (Page("X", "en", "//en.wiktionary.org"), "{{fullurl:fr:a}}", None),
    ],
)
def test_addresses_of_other_wikis(page: Page, call: str, address: str | None) -> None:
    assert evaluate(call, page) == address


def test_fullurl_of_a_known_server() -> None:
    page = Page("X", "en", "//en.wikipedia.org")
    assert evaluate("{{fullurl:a b#c d}}", page) == "//en.wikipedia.org/wiki/A_b#c_d"
    assert evaluate("{{canonicalurl:a b}}", page) == "https://en.wikipedia.org/wiki/A_b"
    assert evaluate("{{fullurl:Category:x|action=edit}}", page) == (
        "//en.wikipedia.org/w/index.php?title=Category:X&action=edit"
    )


@pytest.mark.parametrize(
    ("call", "tag"),
    [
        ("{{#tag:ref}}", TagCall("ref", None, {})),
        ("{{#tag:ref|}}", TagCall("ref", "", {})),
        ("{{#tag: REF | a b |name=x| group = 'y z' }}", TagCall("ref", " a b ", {"name": "x", "group": "'y z'"})),
        ('{{#tag:ref|a|name="x"|y|name=""}}', TagCall("ref", "a", {"name": '""'})),
        ("{{#tag:nowiki|[[a=b]]}}", TagCall("nowiki", "[[a=b]]", {})),
    ],
)
def test_tag(call: str, tag: TagCall) -> None:
    assert evaluate(call, Page("X")) == tag


@pytest.mark.parametrize(
    ("call", "asked"),
    [
        ("{{#if:x|a|b}}", [0]),
        ("{{#if:|a|b}}", [1]),
        ("{{#ifeq:x|x|a|b}}", [0, 1]),
        ("{{#ifexpr:0|a|b}}", [1]),
        ("{{#iferror:x|a|b}}", [1]),
        ("{{#ifexist:x|a|b}}", [1]),
        ("{{#switch:b|a=1|b=2|c=3|4}}", [1]),
    ],
)
def test_only_the_branch_taken_is_expanded(call: str, asked: list[int]) -> None:
    found: list[int] = []
    evaluate(call, Page("X"), found)
    assert found == asked


def test_ifexist_tells_that_it_guesses() -> None:
    call = FunctionCall("Some page", PlainArguments(["yes", "no"]), Page("X"))
    assert FUNCTIONS["#ifexist"](call) == "no"
    assert "Some page" in call.doubt


def test_names_match_as_in_mediawiki() -> None:
    assert find_function("#IF") is find_function("#if") is not None
    assert find_function("Lc") is find_function("LC") is not None
    assert find_function("PAGENAME") is not None
    assert find_function("pagename") is None
    assert find_function("#if ") is None
    assert find_function("Infobox") is None
    assert "pagename" not in VARIABLES


@pytest.mark.parametrize(
    "expression",
    ["9^" * 50_000 + "9", "(" * 100_000, "-" * 100_000 + "1", "1+" * 100_000 + "1", "9" * 200_000, "trunc " * 99 + "9"],
)
def test_hostile_expressions_end_soon(expression: str) -> None:
    start = time.process_time()
    assert isinstance(evaluate(f"{{{{#expr:{expression}}}}}", Page("X")), str)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "call",
    [
        f"{{{{#ifeq:{'1' * 9000}|1{'0' * 9000}|y|n}}}}",
        f"{{{{formatnum:{'7' * 9000}}}}}",
        f"{{{{plural:{'7' * 9000}|a|b}}}}",
        f"{{{{padleft:x|{'9' * 9000}}}}}",
        f"{{{{#iferror:{'<span a ' * 40_000}|y}}}}",
        f"{{{{#iferror:{'<span class=' * 40_000}|y}}}}",
        f"{{{{anchorencode:{'[[' * 40_000}}}}}",
        f"{{{{anchorencode:{'<a ' * 40_000}}}}}",
    ],
)
def test_hostile_arguments_end_soon(call: str) -> None:
    start = time.process_time()
    assert isinstance(evaluate(call, Page("X")), str)
    assert time.process_time() - start < 1
