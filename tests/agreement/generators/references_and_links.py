"""Random references, lists of them, links of all sorts, images, galleries, categories, calls, comments and tags."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.agreement.generators import odd_values as odd

_ODDITY = 0.2
"""How often something odd takes the place of something plain."""


def references_and_links_text(rng: random.Random) -> str:
    """One to four blocks, some with a list of references at the end, some with a sign too many or too few."""
    snippets = _Snippets(rng)
    depth = rng.choice((1, 2, 2, 3))
    text = rng.choice(("\n", "\n\n", "\n")).join(snippets.block(depth) for _ in range(rng.randint(1, 4)))
    if snippets.chance(0.25):
        text += "\n" + snippets.reference_list(depth)
    for _ in range(rng.choice((0, 0, 0, 1, 2)) if snippets.chance(2 * _ODDITY) else 0):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice((*odd.SIGNS, "\n", "\n\n", " ")) + text[at + rng.choice((0, 0, 1, 2)) :]
    return text


class _Snippets:
    """Makes snippets; each method takes how deep others may stand in it."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.is_within_link = self.is_within_line = False
        """Where the rendered page tells less than the source: marks of references in links, lists of them in lines."""

    def chance(self, part: float) -> bool:
        return self.rng.random() < part

    def one(self, *choices: str) -> str:
        return self.rng.choice(choices)

    def odd_one(self, plain: list[str], odd_ones: list[str], extra: float = 0.0) -> str:
        return self.rng.choice(odd_ones if self.chance(_ODDITY + extra) else plain)

    # ---- blocks -------------------------------------------------------------------------------------------

    def block(self, depth: int) -> str:
        share = self.rng.random()
        if share < 0.45:
            return self.inline(depth)
        if share < 0.55:
            return self.within_line(self.heading, depth)
        if share < 0.65:
            return self.within_line(self.list_lines, depth)
        if share < 0.78:
            return self.table(depth)
        if share < 0.85:
            return self.gallery(depth)
        return self.reference_list(depth) if share < 0.93 else self.category(depth)

    def heading(self, depth: int) -> str:
        signs = "=" * self.rng.randint(1, 6) if self.chance(_ODDITY) else "=="
        note = self.one(
            "", "<ref>a</ref>", "<ref name=n>b</ref>", "[http://e.org]", "[[Foo|bar]]", f"''{self.words()}''"
        )
        after = self.one(" ", "<!-- c -->", " x", "=", "<ref>q</ref>") if self.chance(_ODDITY) else ""
        return f"{signs}{self.one(' ', '')}{self.words()}{note}{self.one(' ', '')}{signs}{after}"

    def list_lines(self, depth: int) -> str:
        marks = ("*", "#", ":", ";", "**", ":*")
        return "\n".join(f"{self.one(*marks)} {self.inline(depth - 1)}" for _ in range(self.rng.randint(1, 3)))

    def table(self, depth: int) -> str:
        caption = f"|+ {self.inline(depth - 1)}\n" if self.chance(0.4) else ""
        rows = []
        for _ in range(self.rng.randint(1, 2)):
            cells = [self.one("| ", "! ", "| style=x | ") + self.within_line(self.inline, depth - 1) for _ in range(2)]
            rows.append("|-\n" + "\n".join(cells))
        return "{|" + self.one("", " class=w") + "\n" + caption + "\n".join(rows) + "\n|}"

    def gallery(self, depth: int) -> str:
        lines = []
        for _ in range(self.rng.randint(1, 3)):
            name = self.one("File:A.jpg", "Image:b.png", "A.jpg", "", "// c", "de:x", "http://e.org", "File:a%20b.jpg")
            caption = f"|{self.inline(depth - 1)}" if self.chance(0.7) else ""
            lines.append(name + caption + self.one("", "", "", "|alt=x", "|link=Foo", "|100px", "||"))
        attributes = self.one("", "", " caption='x [[Capt]]'", " widths=100", " caption='<ref>z</ref>'", " mode=packed")
        return f"<gallery{attributes}>\n" + "\n".join(lines) + "\n</gallery>"

    def category(self, depth: int) -> str:
        name = self.one("Category:", "category:", "Category: ", " Category:", "Category:_")
        name += self.one("A", "b c", "D_e", "f#g", "x&amp;y", "é", "%41", "{{lc:Q}}")
        return f"[[{name}{self.one('', '', '|k', '| ', '|', '|a|b', '|[[x]]', '|{{lc:X}}', '|*')}]]{self.one('', ' ')}"

    # ---- inline -------------------------------------------------------------------------------------------

    def inline(self, depth: int) -> str:
        count = self.rng.choice((1, 1, 2, 3)) if depth > 0 else 1
        return self.one("", " ", " ").join(self.part(depth) for _ in range(count))

    def part(self, depth: int) -> str:
        if depth <= 0 or self.chance(0.25):
            return self.words() if self.chance(0.9) else self.rng.choice(odd.ENTITIES)
        kinds: list[Callable[[int], str]] = [self.wikilink, self.wikilink, self.url, self.image, self.call, self.call]
        kinds += [self.comment, self.tag, self.quotes, self.category]
        if not self.is_within_link:
            kinds += [self.reference] * 3 + [self.called_tag]
            if not self.is_within_line:
                kinds += [self.reference_list, self.gallery]
        return self.rng.choice(kinds)(depth)

    def words(self) -> str:
        return " ".join(self.rng.choice(odd.WORDS) for _ in range(self.rng.randint(1, 3)))

    def within_link(self, depth: int) -> str:
        outer, self.is_within_link = self.is_within_link, True
        made = self.inline(depth)
        self.is_within_link = outer
        return made

    def within_line(self, make: Callable[[int], str], depth: int) -> str:
        outer, self.is_within_line = self.is_within_line, True
        made = make(depth)
        self.is_within_line = outer
        return made

    # ---- references ---------------------------------------------------------------------------------------

    def quoted(self, value: str) -> str:
        plain = [f'"{value}"', f'"{value}"', value, f"'{value}'"]
        torn = [
            f'"{value}',
            f"{value}'",
            f"“{value}”",
            f'""{value}""',
            f"&quot;{value}&quot;",
            f"''{value}''",
            f" {value}",
        ]
        return self.odd_one(plain, torn)

    def attribute(self, name: str, value: str) -> str:
        name = self.one(name.upper(), name.title()) if self.chance(_ODDITY / 3) else name
        return name + (self.one(" = ", "= ", " =", "==") if self.chance(_ODDITY / 2) else "=") + self.quoted(value)

    def attributes(self) -> str:
        found = []
        if self.chance(0.6):
            found.append(self.attribute("name", self.odd_one(odd.PLAIN_NAMES, odd.NAMES)))
        if self.chance(0.3):
            found.append(self.attribute("group", self.odd_one(odd.PLAIN_GROUPS, odd.GROUPS)))
        if self.chance(0.06):
            found.append(self.attribute(self.one("follow", "dir", "foo"), self.one("n", "ltr", "x")))
        self.rng.shuffle(found)
        return "".join(f" {attribute}" for attribute in found)

    def reference(self, depth: int) -> str:
        attributes, tag = self.attributes(), "REF" if self.chance(_ODDITY / 8) else "ref"
        if self.chance(0.3 if attributes else 0.06):
            return f"<{tag}{attributes}{self.one(' ', '')}/>"
        body = (
            self.inline(depth - 1) if self.chance(0.9) else self.one("", " ", "\n", "&nbsp;", "<!-- c -->", "<nowiki/>")
        )
        if self.chance(_ODDITY / 4):
            body = self.one("\n* a\n* b", "\n{|\n|a\n|}", "\n== h ==\n", "* x", " x", "\n\nx", "{{#if:1|y}}") + body
        if self.chance(_ODDITY / 8):
            return f"<{tag}{attributes}>{body}"
        end = (
            self.one("</ref >", "</REF>", "</ref\n>", "< /ref>", "</ref", "<ref>")
            if self.chance(_ODDITY / 4)
            else "</ref>"
        )
        return f"<{tag}{attributes}>{body}{end}"

    def reference_list(self, depth: int) -> str:
        group = f" {self.attribute('group', self.odd_one(odd.PLAIN_GROUPS, odd.GROUPS))}" if self.chance(0.3) else ""
        attributes = group + self.one(*[""] * 9, " responsive", ' responsive="0"', " foo=x")
        if self.chance(0.6):
            return f"<references{attributes}{self.one(' ', '')}/>"
        body = "\n".join(self.reference(depth - 1) for _ in range(self.rng.randint(1, 3)))
        return f"<references{attributes}>\n{body}\n{self.inline(0) if self.chance(_ODDITY) else ''}</references>"

    def called_tag(self, depth: int) -> str:
        attributes = "".join("|" + self.attribute("name", self.odd_one(odd.PLAIN_NAMES, odd.NAMES)) for _ in range(1))
        share = self.rng.random()
        if share < 0.7:
            return "{{#tag:ref|" + self.inline(depth - 1) + self.one("", attributes) + "}}"
        if share < 0.85 and not self.is_within_line:
            inner = self.reference(0) if self.chance(0.5) else ""
            return "{{#tag:references|" + inner + self.one("", "|group=g") + "}}"
        return (
            "{{#tag:"
            + self.one("nowiki", "pre", "gallery", "b", "REF", "span")
            + "|"
            + self.inline(0)
            + attributes
            + "}}"
        )

    # ---- links --------------------------------------------------------------------------------------------

    def wikilink(self, depth: int) -> str:
        text = "[[" + self.odd_one(odd.PLAIN_TARGETS, odd.TARGETS, 0.2)
        if self.chance(0.5):
            torn = ("", " ", "|x", "a|b", "[a]", "a]b", "[b", "]", "x [[y]] z", "'' a", "\n", "a\nb")
            text += "|" + (self.within_link(depth - 1) if self.chance(0.8) else self.one(*torn))
        text += self.one("]", "", "]]]", "] ]", "\n]]", "}}") if self.chance(_ODDITY / 4) else "]]"
        return text + (self.one("s", "es", "'s", "X", "é", "1", "-a") if self.chance(0.3) else "")

    def url(self, depth: int) -> str:
        url = self.odd_one(odd.PLAIN_URLS, odd.URLS, 0.2)
        if self.chance(0.4):
            return (
                self.one("", "", "(", "'", '"', "''", "a") + url + self.one("", "", " ", ")", ".", ",", "''", "]", '"')
            )
        text = f"[{url}"
        if self.chance(0.75):
            torn = (
                "",
                "a\nb",
                "[x]",
                "a]b",
                "[[b]]",
                "x [[b]] y",
                "http://f.org",
                "<br>",
                "{{!}}",
                "a|b",
                "'' i",
                "&#93;",
            )
            text += self.one(" ", " ", " ", "  ", "\u00a0", "")
            text += self.within_link(depth - 1) if self.chance(0.8) else self.one(*torn)
        return text + (self.one("", "]]", "\n]", "] ]") if self.chance(_ODDITY / 4) else "]")

    def image(self, depth: int) -> str:
        name = self.odd_one(odd.IMAGES, odd.ODD_IMAGES, -2 * _ODDITY / 3)
        options = [
            self.rng.choice(odd.IMAGE_OPTIONS) if self.chance(0.7) else self.inline(depth - 1)
            for _ in range(self.rng.choice((0, 1, 1, 2, 3, 4)))
        ]
        end = self.one("]", "", "]]]") if self.chance(_ODDITY / 6) else "]]"
        return "|".join([f"[[{name}", *options]) + end + self.one("", "", " ", "s")

    # ---- calls, comments and tags -------------------------------------------------------------------------

    def call(self, depth: int) -> str:
        share = self.rng.random()
        if share < 0.3:
            names = ("", "a=", "1=", "a = ")
            arguments = [self.one(*names) + self.inline(depth - 1) for _ in range(self.rng.choice((0, 1, 2)))]
            return "{{" + "|".join([self.rng.choice(odd.TEMPLATES), *arguments]) + "}}"
        if share < 0.6:
            starts = ("", "1", "a", "1 = ", "x=", "#default=", "14", "1234.5", "0x", "1+2", "File")
            parts = [self.one(*starts) + self.inline(depth - 1) for _ in range(self.rng.choice((1, 2, 3, 3, 4)))]
            return "{{" + self.rng.choice(odd.FUNCTIONS) + "|".join(parts) + "}}"
        if share < 0.7:
            return "{{" + self.rng.choice(odd.VARIABLES) + "}}"
        if share < 0.85:
            return (
                "{{{" + self.one("1", "a", "a b", "") + self.one("", "|", f"|{self.inline(depth - 1)}", "|a|b") + "}}}"
            )
        inner = self.one("t", "lc:A", "#if:1", "1", "{{t}}", "a|b", "!")
        return self.one("{{", "{{{", "{{{{") + inner + self.one("}}", "}}}", "}}}}", "}", "", "]]")

    def comment(self, depth: int) -> str:
        return self.rng.choice(odd.COMMENTS) if self.chance(_ODDITY) else "<!-- c -->"

    def tag(self, depth: int) -> str:
        name = self.rng.choice(odd.TAGS)
        if self.chance(_ODDITY / 3):
            return self.one(f"<{name}/>", f"<{name}>", f"</{name}>", f"<{name} a=b>", f"<{name.upper()}>")
        return f"<{name}>{self.inline(depth - 1)}</{name}>"

    def quotes(self, depth: int) -> str:
        sign = self.one("''", "'''", "'''''", "''''", "''''''") if self.chance(_ODDITY) else self.one("''", "'''")
        return sign + self.inline(depth - 1) + (self.one("", "''", "'''") if self.chance(_ODDITY / 3) else sign)
