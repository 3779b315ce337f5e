"""Random tags, attributes, character references, switches, signs and comments: what a line is made of besides links."""

from __future__ import annotations

import random

from tests.agreement.generators.places import in_places

_ODDITY = 0.15
"""How often something odd takes the place of something plain."""


def markup_text(rng: random.Random) -> str:
    """Snippets of markup in one to three places."""
    return in_places(rng, lambda rng: _line(rng, 2))


def _line(rng: random.Random, depth: int) -> str:
    return rng.choice(("", " ", " ")).join(_part(rng, depth) for _ in range(rng.choice((1, 2, 2, 3))))


def _part(rng: random.Random, depth: int) -> str:
    if depth <= 0 or rng.random() < 0.25:
        return rng.choice(_WORDS)
    return rng.choice((_tag, _tag, _extension, _sign, _sign, _comment, _quotes, _transclusion))(rng, depth)


def _tag(rng: random.Random, depth: int) -> str:
    """A pair of tags of HTML, one of them, or a tag that wikitext does not know."""
    name = rng.choice(_TAGS if rng.random() > _ODDITY else _ODD_TAGS)
    attributes = rng.choice(_ATTRIBUTES) if rng.random() < 0.4 else ""
    if rng.random() < _ODDITY:
        return rng.choice((f"<{name}{attributes}/>", f"<{name}{attributes} />", f"<{name.upper()}>", f"< {name}>"))
    if name in _SINGLE:
        return f"<{name}{attributes}{rng.choice(('', '/', ' /'))}>"
    return f"<{name}{attributes}>{_line(rng, depth - 1)}</{name}{rng.choice(('', '', '', ' '))}>"


def _extension(rng: random.Random, depth: int) -> str:
    name = rng.choice(_EXTENSIONS)
    attributes = rng.choice(_EXTENSION_ATTRIBUTES) if rng.random() < 0.3 else ""
    if rng.random() < _ODDITY:
        return rng.choice((f"<{name}{attributes}/>", f"<{name}>a", f"a</{name}>", f"<{name.upper()}>a</{name}>"))
    gap = rng.choice(("", "", "", "\n"))
    return f"<{name}{attributes}>{gap}{_line(rng, depth - 1)}{gap}</{name}>"


def _sign(rng: random.Random, depth: int) -> str:
    return rng.choice(rng.choice((_ENTITIES, _SWITCHES, _MAGIC, _LINE_SIGNS)))


def _comment(rng: random.Random, depth: int) -> str:
    return rng.choice(_COMMENTS)


def _quotes(rng: random.Random, depth: int) -> str:
    left, right = (rng.choice(("''", "'''", "'''''", "''''")) for _ in range(2))
    return f"{left}{_line(rng, depth - 1)}{left if rng.random() > _ODDITY else right}"


def _transclusion(rng: random.Random, depth: int) -> str:
    name = rng.choice(("noinclude", "includeonly", "onlyinclude"))
    if rng.random() < _ODDITY:
        return rng.choice((f"<{name}/>", f"<{name}>", f"</{name}>"))
    return f"<{name}>{_line(rng, depth - 1)}</{name}>"


_WORDS = "a b word 12 x=y é 100% & it's - * # : ; = | ! _ \" / \\ ~ ^ $".split()
_SINGLE = frozenset({"br", "hr", "wbr"})
_TAGS = (
    "b i u s small big sup sub span code tt kbd samp var cite q abbr dfn del ins strike strong em font mark bdi bdo "
    "data time div center p blockquote pre ul li dl dd ruby rt rp br hr wbr"
).split()
_ODD_TAGS = "foo a img script style h7 form link meta input html body svg x-y b2 main section".split()
_ATTRIBUTES = (
    *(' class="x"', " id=y", ' style="color:red"', " title='a b'", ' dir="rtl"', " lang=de", ' data-x="1"', " hidden"),
    *(' style="display:none"', ' onclick="x"', ' title="a>b"', ' title="[[c]]"', ' title="{{d}}"', " x", ' a="b', " ="),
    *(' title="&quot;"', " title=a/b", ' itemprop="x" content="y"', '\nclass="x"', ' class="x"id="y"', " 1=2"),
)
_EXTENSIONS = "nowiki nowiki pre poem syntaxhighlight math score section templatestyles indicator timeline".split()
_EXTENSION_ATTRIBUTES = (' lang="c"', " inline", ' name="x"', " begin=a", ' style="color:red"', " line start=2", ' a="')
_ENTITIES = (
    "&amp; &lt; &gt; &quot; &nbsp; &ndash; &eacute; &#65; &#x41; &#91; &#93; &#123; &#124; &#39; &#58; &#42; &#10; "
    "&#0; &nosuch; &amp;amp; &amp &#; &#x; &#128; &zwnj; &lrm; &shy; &apos; &Alpha; &sup2; &frac12; &thinsp; &#xA0;"
).split()
_SWITCHES = (
    "__NOTOC__ __TOC__ __FORCETOC__ __NOEDITSECTION__ __NEWSECTIONLINK__ __NOGALLERY__ __HIDDENCAT__ __INDEX__ "
    "__NOINDEX__ __notoc__ __index__ __STATICREDIRECT__ __FOO__ __NOTOC_ _NOTOC__ __NOTITLECONVERT__"
).split()
_MAGIC = (
    *("RFC 123", "PMID 456", "ISBN 0-123-45678-9", "ISBN 9780123456786", "ISBN 123", "RFC&nbsp;7", "~~~~", "~~~"),
    *("http://e.example", "https://e.example/a?b=c&d", "mailto:a@e.example", "//e.example", "http://e.example/''a''"),
)
_LINE_SIGNS = ("\n* a", "\n# b", "\n; c : d", "\n----", "\n f", "\n\n", "\n== h ==\n", "\n*# g", "\n;; i : j : k")
_COMMENTS = ("<!-- c -->", "<!-- c -->", "\n<!-- c -->\n", "<!---->", "<!-- > -->", "<!-- {{ -->", "<!-- <nowiki> -->")
