"""Random blocks: tables, wikitext and raw, lists, headings, paragraphs and preformatted lines, in each other too."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.agreement.generators.damage import damage
from tests.agreement.generators.words import inline, word, words

_MOST_DAMAGES = 3


def block_text(rng: random.Random) -> str:
    """One to four blocks, half of the texts damaged."""
    blocks = [_block(rng, 0) for _ in range(rng.choice((1, 1, 2, 2, 3, 4)))]
    text = rng.choice(("\n", "\n\n")).join(blocks)
    for _ in range(rng.choice((0, 0, 0, 1, 1, _MOST_DAMAGES))):
        text = damage(text, rng)
    return text


def _block(rng: random.Random, depth: int) -> str:
    return rng.choice(_BLOCKS if depth == 0 else _INNER_BLOCKS if depth < 3 else (_paragraph,))(rng, depth)


def _paragraph(rng: random.Random, depth: int) -> str:
    return "\n".join(inline(rng) for _ in range(rng.choice((1, 1, 2, 3))))


# ---- headings ---------------------------------------------------------------------------------------------


def _heading(rng: random.Random, depth: int) -> str:
    level = rng.randint(1, 6)
    left, right = "=" * level, "=" * rng.choice((level, level, level, level, level + 1, max(level - 1, 1)))
    space = rng.choice((" ", " ", ""))
    text = rng.choice((words, inline))(rng)
    before = rng.choice(("", "", "", "", "", "", "", " ", "<!-- c -->", "<br>", "*", "<noinclude>"))
    after = rng.choice(
        ("", "", "", "", "", " ", "<!-- c -->", " <!-- c --> ", "text", "<ref>r</ref>", "{{x}}", "<nowiki/>")
    )
    return f"{before}{left}{space}{text}{space}{right}{after}"


def _raw_heading(rng: random.Random, depth: int) -> str:
    level = rng.randint(1, 6)
    attributes = rng.choice(("", "", ' id="x"', ' class="y" style="color:red"'))
    end = rng.choice((f"</h{level}>", f"</h{level}>", f"</h{level}>", f"</h{rng.randint(1, 6)}>", ""))
    gap = rng.choice(("", "", "\n"))
    return f"<h{level}{attributes}>{gap}{inline(rng)}{gap}{end}"


# ---- lists and lines --------------------------------------------------------------------------------------


def _list(rng: random.Random, depth: int) -> str:
    marks = rng.choice(("*", "#", ":", ";", "*#", ":*"))
    lines = []
    for _ in range(rng.randint(1, 4)):
        mark = "".join(rng.choice(marks) for _ in range(rng.choice((1, 1, 1, 2, 3))))
        text = inline(rng)
        if mark.endswith(";") and rng.random() < 0.7:
            text = f"{text}{rng.choice((' : ', ':'))}{inline(rng)}"
        lines.append(f"{mark}{rng.choice((' ', ' ', ''))}{text}")
    return "\n".join(lines)


def _list_with_table(rng: random.Random, depth: int) -> str:
    return rng.choice(("*", ":", "#", "::", ";", " :", ": ", "*:", "  ", "*a:")) + _table(rng, depth)


def _preformatted(rng: random.Random, depth: int) -> str:
    return "\n".join(f" {inline(rng)}" for _ in range(rng.randint(1, 3)))


def _rule(rng: random.Random, depth: int) -> str:
    return rng.choice(("----", "-----", f"----{words(rng)}", "---- "))


def _html_list(rng: random.Random, depth: int) -> str:
    tag, gap = rng.choice(("ul", "ol")), rng.choice(("", "\n"))
    items = "".join(f"<li>{inline(rng)}{rng.choice(('</li>', '</li>', ''))}{gap}" for _ in range(rng.randint(1, 3)))
    return f"<{tag}>{gap}{items}{rng.choice((f'</{tag}>', f'</{tag}>', ''))}"


def _html_block(rng: random.Random, depth: int) -> str:
    tag = rng.choice(
        ("div", "center", "blockquote", "p", "span", "b", "small", "dl", "includeonly", "noinclude", "onlyinclude")
    )
    gap = rng.choice(("", "\n", "\n\n"))
    end = rng.choice((f"</{tag}>", f"</{tag}>", f"</{tag}>", ""))
    return f"<{tag}>{gap}{_block(rng, depth + 1)}{gap}{end}"


def _extension(rng: random.Random, depth: int) -> str:
    tag = rng.choice(("pre", "poem", "nowiki", "syntaxhighlight lang=html", "pre", "gallery", "source"))
    gap = rng.choice(("", "\n"))
    return f"<{tag}>{gap}{_block(rng, depth + 1)}{gap}</{tag.partition(' ')[0]}>"


def _switch(rng: random.Random, depth: int) -> str:
    return rng.choice(
        ("__NOTOC__", "__TOC__", "__FORCETOC__", "__NOEDITSECTION__", "<references />", "[[Category:Lakes]]")
    )


# ---- tables -----------------------------------------------------------------------------------------------


def _attributes(rng: random.Random) -> str:
    return " ".join(rng.choice(_ATTRIBUTES) for _ in range(rng.choice((1, 1, 2))))


_ATTRIBUTES = (
    *(
        'class="wikitable"',
        "rowspan=2",
        'colspan="2"',
        "rowspan='2'",
        "colspan=3",
        'rowspan="0"',
        'rowspan=" 2"',
        "rowspan=x",
    ),
    *(
        'style="color:red"',
        "align=center",
        'bgcolor="#fff"',
        "nowrap",
        'title="a [[b]]"',
        "data-x=1",
        'style="display:none"',
    ),
    *('colspan="2', "rowspan=2px", 'scope="row"', "class=", '"x"', "style='a' b", "colspan = 2", "<!-- c -->", "{{x}}"),
)


def _table(rng: random.Random, depth: int) -> str:
    lines = [f"{{|{rng.choice(('', '', ' ', ' '))}{rng.choice(('', _attributes(rng)))}"]
    if rng.random() < 0.25:
        lines.append(f"|+{rng.choice(('', ' ', f' {_attributes(rng)} | '))}{inline(rng)}")
    if rng.random() < 0.1:
        lines.append(inline(rng))
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.85:
            lines.append(f"|-{rng.choice(('', '', '', '-', ' ' + _attributes(rng), ' junk'))}")
        lines += _row(rng, depth)
    lines.append(rng.choice(("|}", "|}", "|}", "|}", "|}", f"|}}{inline(rng)}", " |}", "")))
    return "\n".join(lines)


def _row(rng: random.Random, depth: int) -> list[str]:
    mark = rng.choice(("|", "|", "!"))
    cells = [_cell(rng, depth) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.5:
        divider = rng.choice((f" {mark * 2} ", f"{mark * 2}", " || ", " !! "))
        return [mark + divider.join(cells)]
    return [f"{rng.choice((mark, mark, mark, '|', '!', ' |'))}{cell}" for cell in cells]


def _cell(rng: random.Random, depth: int) -> str:
    attributes = rng.choice(("", "", "", f"{_attributes(rng)} | ", f"{_attributes(rng)}|"))
    content = rng.choice(_CELLS)(rng, depth)
    return f"{rng.choice((' ', ' ', ''))}{attributes}{content}"


def _empty(rng: random.Random, depth: int) -> str:
    return ""


def _inner(rng: random.Random, depth: int) -> str:
    return inline(rng)


def _lines(rng: random.Random, depth: int) -> str:
    return f"{rng.choice(('', inline(rng)))}\n{_block(rng, depth + 1)}"


def _plain(rng: random.Random, depth: int) -> str:
    return words(rng)


_CELLS: tuple[Callable[[random.Random, int], str], ...] = (_plain, _plain, _inner, _inner, _inner, _lines, _empty)


def _raw_table(rng: random.Random, depth: int) -> str:
    gap = rng.choice(("", "\n", "\n", "\n  "))
    parts = [f"<table{rng.choice(('', ' ' + _attributes(rng)))}>"]
    if rng.random() < 0.2:
        parts.append(f"<caption>{inline(rng)}{rng.choice(('</caption>', '</caption>', ''))}")
    group = rng.choice((None, None, None, "tbody", "thead", "tfoot", "colgroup"))
    parts += [f"<{group}>"] if group else []
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.9:
            parts.append(f"<tr{rng.choice(('', '', ' ' + _attributes(rng)))}>")
        for _ in range(rng.randint(1, 3)):
            tag = rng.choice(("td", "td", "th", "TD"))
            content = rng.choice(_CELLS)(rng, depth)
            end = rng.choice((f"</{tag}>", f"</{tag}>", f"</{tag}>", "", "</td>"))
            parts.append(f"<{tag}{rng.choice(('', '', ' ' + _attributes(rng)))}>{content}{end}")
        parts += rng.choice((["</tr>"], ["</tr>"], ["</tr>"], []))
        if rng.random() < 0.05:
            parts.append(inline(rng))
    parts += [f"</{group}>"] if group else []
    parts += rng.choice((["</table>"], ["</table>"], ["</table>"], [], [f"</table>{word(rng)}"]))
    return gap.join(parts)


_INNER_BLOCKS: tuple[Callable[[random.Random, int], str], ...] = (
    *(
        _paragraph,
        _paragraph,
        _paragraph,
        _heading,
        _list,
        _list,
        _preformatted,
        _rule,
        _html_list,
        _html_block,
        _extension,
    ),
    *(_table, _table, _raw_table, _raw_heading),
)
_BLOCKS: tuple[Callable[[random.Random, int], str], ...] = (
    *(*_INNER_BLOCKS, _heading, _heading, _table, _table, _table, _raw_table, _raw_table, _list_with_table, _switch),
)
