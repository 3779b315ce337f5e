"""Random titles of links, put together from their parts, and images and galleries with options of every kind."""

from __future__ import annotations

import random

from tests.agreement.generators.places import CELLS, in_places

_ODDITY = 0.2
"""How often something odd takes the place of something plain."""


def titles_and_images_text(rng: random.Random) -> str:
    """Links in one to three places; or images and galleries, where no anchor tells that the wiki has no such file."""
    if rng.random() < 0.5:
        return in_places(rng, lambda rng: _link(rng, 1))
    return in_places(rng, lambda rng: rng.choice((_link, _image, _image, _gallery))(rng, 2), CELLS)


def _is_odd(rng: random.Random) -> bool:
    return rng.random() < _ODDITY


# ---- titles -----------------------------------------------------------------------------------------------


def _title(rng: random.Random) -> str:
    """`:prefix:name/name#section` with spaces, underscores and codes at any place."""
    prefix = rng.choice(("", "", *_PREFIXES))
    name = "/".join(_name(rng) for _ in range(rng.choice((1, 1, 1, 2))))
    section = f"#{_name(rng)}" if rng.random() < 0.2 else ""
    return _gap(rng) + rng.choice(("", "", ":")) + prefix + _gap(rng) + name + section + _gap(rng)


def _gap(rng: random.Random) -> str:
    return rng.choice(_GAPS) if _is_odd(rng) else ""


def _name(rng: random.Random) -> str:
    name = rng.choice(_NAMES)
    if _is_odd(rng):
        at = rng.randint(0, len(name))
        name = name[:at] + rng.choice(_CODES) + name[at:]
    return name


def _link(rng: random.Random, depth: int) -> str:
    words = f"|{_words(rng, depth - 1)}" if rng.random() < 0.5 else ""
    return f"[[{_title(rng)}{words}]]{rng.choice(('', '', 's', 'é', '1'))}"


def _words(rng: random.Random, depth: int) -> str:
    return rng.choice((_link, _image))(rng, depth - 1) if depth > 0 and rng.random() < 0.4 else rng.choice(_WORDS)


_PREFIXES = (
    *("Talk:", "User:", "user talk:", "Help:", "File:", "Image:"),
    *("Category:", "Template:", "Special:", "Media:", "WP:"),
    *("Project:", "de:", "fr:", "w:", "wikt:", "c:", "mw:", "Foo:", "File talk:", "Portal:", "DE:", "W:", "User :"),
    *("Category: ", "MediaWiki:", "Module:", "s:", "d:", "commons:", "w:de:", "w::", "de::", "::"),
)
_NAMES = "Lake lake_Inari A b é ab.c 1 Ä a(b) a,b a+b a=b a'b a\"b a&b ~a .a a. %a a% 2001:db8::1 * -a".split()
_GAPS = (" ", "_", "  ", "&nbsp;", "%20", "\u200e", "\u3000", "&#32;")
_CODES = (
    *("&amp;", "&#65;", "%41", "%C3%A9", "%23", "%7C", "%5B", "&lt;", "&#91;", "%", "''", "<!-- c -->", "{{t}}", "_ _"),
    *("~~~", "/./", "/..", "<b>", "{", "]", "\u200f", "\u00ad"),
    *("{{lc:X}}", "&quot;", "&bogus;", "%3A", "&#58;", "?x=y"),
)
_WORDS = (
    *("b", "b c", "''b''", "'''b''", "<b>c</b>", "[b]", "b]", "[c"),
    *("", " ", "a|b", "&amp;", "<nowiki>]]</nowiki>", "*"),
    *("{{t}}", "{{lc:B}}", "<!-- c -->", "b\nc", "http://e.example", "[http://e.example c]", "b#c", ":b", "<br>", "/"),
    *("[[Category:C]]", "RFC 1", "# a", "{{!}}b"),
)

# ---- images -----------------------------------------------------------------------------------------------


def _option(rng: random.Random, depth: int) -> str:
    share = rng.random()
    if share < 0.55:
        return rng.choice(_OPTIONS)
    return f"link={_title(rng)}" if share < 0.65 else _caption(rng, depth)


def _caption(rng: random.Random, depth: int) -> str:
    if depth > 0:
        return rng.choice((_link, _image))(rng, depth - 1) + rng.choice(("", " x"))
    return rng.choice(_CAPTIONS)


def _image(rng: random.Random, depth: int) -> str:
    parts = [rng.choice(_FILES), *(_option(rng, depth - 1) for _ in range(rng.choice((0, 1, 2, 3))))]
    return f"[[{'|'.join(parts)}]]"


def _gallery(rng: random.Random, depth: int) -> str:
    attributes = rng.choice(("", "", *_GALLERY_ATTRIBUTES))
    lines = [_gallery_line(rng, depth) for _ in range(rng.choice((1, 2, 3)))]
    return "\n".join(["", f"<gallery{attributes}>", *lines, "</gallery>\n"])


def _gallery_line(rng: random.Random, depth: int) -> str:
    name = rng.choice(_FILES) if not _is_odd(rng) else _title(rng)
    options = [_option(rng, depth - 1) for _ in range(rng.choice((0, 1, 1, 2)))]
    return "|".join([name, *options]) + rng.choice(("", "", "", " ", "|", "<!-- c -->"))


_FILES = ("File:A.jpg", "Image:b c.png", "file:D_e.svg", "File:é.gif", "File:A%20b.jpg", "File:a&amp;b.jpg")
_OPTIONS = (
    *("thumb", "thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "none"),
    *("100px", "100x50px", "x50px", "100pxpx", "upright", "upright=1.2", "upright 1.2", "baseline", "sub", "text-top"),
    *("alt=a", "alt=a [[b]]", "alt=http://e.example/1", "class=a", "lang=de", "page=2", "link=", "thumb=B.jpg"),
    *("link=http://e.example/2", "link=//e.example/3", "link=B#c", " left ", "LEFT", "alt=", "thumb "),
)
_CAPTIONS = (
    *("a", "a b", "''a''", "[http://e.example/4 a]", "http://e.example/5", "a<ref>b</ref>", "{{t}}", "a{{!}}b", "<br>"),
    *("[[a|b]] c", "<b>a</b>", "a\nb", "a|b", "<nowiki>|</nowiki>", "<!-- c -->"),
    *("[[Category:C]]", "[a]", "100", "left a"),
    *("a <math>|</math>", "{{#if:1|[[a]]}}", '<span title="a">b</span>', "\n* a\n* b\n", "ISBN 0123456789"),
)
_GALLERY_ATTRIBUTES = (
    *(" mode=packed", ' mode="nolines"', " mode=slideshow", ' caption="a [[b]]"'),
    *(" widths=50px heights=50", " perrow=2"),
    *(" caption='a<ref>b</ref>'", " showfilename", ' class="x"', ' caption="http://e.example/6"'),
    *(" caption=''a''", " x"),
)
