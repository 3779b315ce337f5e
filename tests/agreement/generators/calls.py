"""Random calls of parser functions and variables, in each other too, with arguments of every kind."""

from __future__ import annotations

import random

from tests.agreement.generators.places import in_places


def calls_text(rng: random.Random) -> str:
    """Calls in one to three places."""
    return in_places(rng, lambda rng: " ".join(_call(rng, 2) for _ in range(rng.choice((1, 1, 2)))))


def _call(rng: random.Random, depth: int) -> str:
    share = rng.random()
    if share < 0.75:
        return _function(rng, depth)
    if share < 0.85:
        return "{{" + rng.choice(_VARIABLES) + "}}"
    if share < 0.93:
        return "{{{" + rng.choice(("a", "1", "")) + rng.choice(("", "|", f"|{_argument(rng, depth - 1)}")) + "}}}"
    return "{{" + rng.choice(_CALLED) + f"|{_argument(rng, depth - 1)}" + "}}"


def _function(rng: random.Random, depth: int) -> str:
    name, kinds = rng.choice(_FUNCTIONS)
    count = len(kinds) + rng.choice((0, 0, 0, -1, 1)) * (name not in _CLOCKED)
    values = [_value(rng, kinds[min(index, len(kinds) - 1)], depth) for index in range(max(count, 0))]
    return "{{" + name + "|".join(values) + "}}"


def _value(rng: random.Random, kind: str, depth: int) -> str:
    if rng.random() < 0.12:
        return _argument(rng, depth - 1)
    value = rng.choice(_VALUES[kind])
    return value if rng.random() < 0.8 else rng.choice((f" {value} ", f"\n{value}\n", f"<!-- c -->{value}"))


def _argument(rng: random.Random, depth: int) -> str:
    return _call(rng, depth) if depth > 0 and rng.random() < 0.6 else rng.choice(_VALUES["text"])


_VALUES = {
    "text": (
        *("a", "b c", "", "É", "a=b", "1", "''a''", "[[a|b]]", "<nowiki>a|b</nowiki>", "<ref>r</ref>", "&amp;", "* a"),
        *("<b>a</b>", "a{{!}}b", "http://e.example/a", "<nowiki/>", "a_b", "A b", "{{t}}", "-", "0", "ab<!-- c -->c"),
    ),
    "number": (
        *("1", "0", "-1", "2", "12", "1234567", "1,234.5", "1.0", "01"),
        *("1e3", "0x1A", "", "a", "1.50", "-0", ".5", "1 2"),
        *("1234.5678", "−5", "+3", "1e-7", "1.", "999999999999999999999", "12abc", "3.14159", "0.1"),
    ),
    "case": (
        *("a=1", "b=2", "#default=3", "c", "a", "=4", "1=x"),
        *("01=y", "a = 5 ", "x", "[[a]]=6", "#default", "{{lc:A}}=7"),
    ),
    "key": ("a", "b", "c", "", "1", "1.0", "A", "z", "#default", "01", "[[a]]"),
    "expression": (
        *("1+2", "2*(3+4)", "7/2", "7 mod 4", "-7 mod 4", "2^10", "2^-1", "1/3", "1/0", "10 round -1", "2.345 round 2"),
        *("1=1", "1<>2", "1 != 2", "2 >= 1", "1 < 2", "not 0"),
        *("1 and 0", "1 or 0", "trunc -1.5", "floor -1.5", "ceil 1.2"),
        *("abs -3", "sqrt 2", "ln 0", "exp 1", "sin 0", "pi", "e", "1e3", "1e"),
        *("a", "", "1 +", "(1", "1)", "--1", "1 2"),
        *("5 div 2", "5.5 fmod 2", "1e15+1", "123456789*987654321", "0.1+0.2", "1&lt;2"),
        *("2 ^ 0.5", "3 mod 0", "+5", "."),
    ),
    "title": (
        *("A", "a/b/c", "User:a/b", "user talk:x", "Talk:A", "", "A#b"),
        *("<", "Category:a b", "/a", "../a", "./b", "a//b"),
        *("de:A", "File:a.jpg", "A_b", " A ", "a&amp;b", "{{PAGENAME}}", "é"),
        *(":A", "Special:a", "a?b", "A/b#c/d", "'a'"),
    ),
    "space": (
        *("0", "1", "User", "user_talk", "6", "14", "-1", "Image"),
        *("project", "99", "", "Help talk", "a", "Media", "10"),
    ),
    "form": (
        *("Y", "Y-m-d", "j F Y", "d M y", "H:i:s", "N w z t L", "D l", 'y "at" a'),
        *("\\Y", "xn", "W o", "U", "xrY", "xx"),
    ),
    "date": (
        *("2020-02-29", "1 May 2021", "May 1, 2021", "2021-12-31 23:59:59", "20200101", "March 2019", "2019-02-31"),
        *("1999/1/2", "1 January 1900", "2000-01-01T00:00:00Z", "30 Sept 2010", "2010-1-1"),
    ),
    "tag": ("nowiki", "pre", "b", "ref", "poem", "syntaxhighlight", "span", "math", "REF", "gallery", "section"),
    "attribute": ("name=a", 'name="b"', "x", "style=c", "lang=c", "group=g", "=d", "name=", "class='e f'"),
    "language": ("de", "en", "fr", "ru", "DE", "zh"),
}
_SIGNATURES = (
    "#if: text text text; #ifeq: key key text text; #switch: key case case case; #IF: text; "
    "#expr: expression; #ifexpr: expression text text; #iferror: expression text text; "
    "#titleparts: title number number; #rel2abs: title title; #tag: tag text attribute; #time: form date; "
    "lc: text; uc: text; lcfirst: text; ucfirst: text; plural: number text; plural: number text text; "
    "padleft: text number key; padright: text number key; formatnum: number; formatnum: number key; "
    "urlencode: text; urlencode: title; anchorencode: text; anchorencode: title; #language: language; "
    "ns: space; nse: space; localurl: title; localurl: title attribute; #special: title; PAGENAME: title; "
    "FULLPAGENAME: title; NAMESPACE: title; TALKPAGENAME: title; SUBPAGENAME: title; BASEPAGENAME: title; "
    "ROOTPAGENAME: title; PAGENAMEE: title; SUBJECTPAGENAME: title; NAMESPACENUMBER: title; "
    "FULLPAGENAMEE: title; grammar: key text; gender: key text text text; DEFAULTSORT: text; "
    "DISPLAYTITLE: text"
)
_FUNCTIONS = tuple((name, kinds) for name, *kinds in map(str.split, _SIGNATURES.split(";")))
"""Each function with the kinds of its arguments."""
_CLOCKED = ("#time:",)
"""Functions that ask a clock where an argument is missing."""
_VARIABLES = (
    "PAGENAME FULLPAGENAME NAMESPACE TALKSPACE SUBJECTSPACE TALKPAGENAME SUBPAGENAME ROOTPAGENAME PAGENAMEE ! = "
    "NAMESPACENUMBER pagename BASEPAGENAMEE CONTENTLANGUAGE DIRMARK SUBJECTPAGENAMEE TALKSPACEE noSuch"
).split()
_CALLED = (
    "t :A User:A subst:PAGENAME safesubst:PAGENAME lc_:t msg:t raw:PAGENAME lc #if PAGENAME #nosuch: w:A"
).split()
