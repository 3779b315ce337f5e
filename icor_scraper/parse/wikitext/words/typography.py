"""Templates that change how words look, and those that stand for signs or set out lists."""

from __future__ import annotations

from typing import Final

from icor_scraper.parse.wikitext.words.rule import (
    Arguments,
    Rule,
    argument,
    first_of,
    fixed,
    framed,
    is_yes,
    joined,
    link,
    named,
    nothing,
    numbered,
)

_MOST_SPACES = 100


def spaces(args: Arguments) -> str | None:
    """`{{nbsp|3}}`: so many no-break spaces."""
    count = first_of(args, "1") or "1"
    if not count.isascii() or not count.isdigit() or len(count) > 3:
        return None
    return "&nbsp;" * min(int(count), _MOST_SPACES)


def items(args: Arguments) -> str:
    """`{{ubl|a|b}}`, `{{hlist|a|b}}`: a line each."""
    return "<br>".join(value for value in numbered(args) if value)


def listed(mark: str) -> Rule:
    """`{{bulleted list|a|b}}`: a list of lines."""
    return lambda args: "".join(f"\n{mark} {value}" for value in numbered(args) if value) + "\n"


def block(args: Arguments) -> str:
    """`{{plainlist|...}}`: lines of their own; without an argument only the beginning of a list."""
    content = first_of(args, "1")
    return f"\n{content}\n" if content else ""


def collapsible_list(args: Arguments) -> str:
    """`{{collapsible list|title=T|a|b}}`: title and items, a line each."""
    return "<br>".join(filter(None, (first_of(args, "title"), *numbered(args))))


def circa(word: str) -> Rule:
    """`{{circa|1300}}`: "c. 1300"; with two years "c. 1300 – c. 1310"."""

    def rule(args: Arguments) -> str:
        years = [year for year in numbered(args) if year]
        return " – ".join(f"{word}&nbsp;{year}" for year in years[:2]) or word

    return rule


def sic(args: Arguments) -> str:
    """`{{sic|word}}`: "word [sic]"; hidden on demand."""
    words = "".join(numbered(args)[:2])
    if is_yes(args.get("hide")):
        return words
    return f"{words} &#91;''sic''&#93;".strip()


def quotation(args: Arguments) -> str | None:
    """`{{quote|text|author|source}}`: the text, and who said it."""
    text = first_of(args, "text", "1", "quote")
    who = ", ".join(filter(None, (first_of(args, *names) for names in _SPEAKERS)))
    if not text:
        return None
    return f"\n{text}\n{f'— {who}' if who else ''}\n"


_SPEAKERS: Final = (
    ("author", "sign", "by", "2"),
    ("title", "3"),
    ("source", "4"),
)


def marriage(args: Arguments) -> str | None:
    """`{{marriage|Name|1950|1960|end=died}}`: "Name (m. 1950; died 1960)"."""
    name, begin, end = first_of(args, "1", "spouse"), first_of(args, "2"), first_of(args, "3")
    reason = first_of(args, "end", "reason").lower().rstrip(".")
    word = _ENDS.get(reason)
    if word is None or not name or not begin:
        return None
    if not end:
        return f"{name} (m.&nbsp;{begin})" if not reason else None
    return f"{name} (m.&nbsp;{begin}; {word}&nbsp;{end})" if word else f"{name} (m.&nbsp;{begin}–{end})"


_ENDS: Final = {
    "": "",
    "divorced": "div.",
    "divorce": "div.",
    "div": "div.",
    "d": "died",
    "died": "died",
    "death": "died",
    "his death": "died",
    "her death": "died",
    "annulled": "ann.",
    "ann": "ann.",
    "separated": "sep.",
    "sep": "sep.",
}

_FIRST: Final = (
    "nowrap|nobr|no wrap|nobreak|nowraplinks|small|smaller|smallsup|large|larger|big|center|centre|left|right|"
    "nobold|noitalic|normal|em|strong|strikethrough|mono|monospace|tt|code|var|mvar|math|bigmath|"
    "sup|sub|smallcaps|sc|small caps|allcaps|underline|uline|strike|del|ins|mark|red|green|blue|"
    "abbr|abbrv|tooltip|hover title|h:title|chem2|block indent|stack|vanchor|visible anchor|"
    "citation needed span|not a typo|as written|proper name|key|samp|kbd|columns-list"
)
"""Templates that show their first argument."""

_SECOND: Final = (
    "color|colour|font color|font colour|legend|legend2|legend0|color box|background color|bgcolor|align|font size"
)
"""Templates that show their second argument; the first is a colour or the like."""


def link_text(args: Arguments) -> str | None:
    """`{{linktext|word}}`: a link to the word in Wiktionary."""
    words = numbered(args)
    return link(f"wikt:{words[0]}", words[0]) if len(words) == 1 else None


def composition_bar(args: Arguments) -> str | None:
    """`{{composition bar|12|150|colour}}`: the numbers above the bar."""
    part, whole = first_of(args, "1"), first_of(args, "2")
    return f"{part} / {whole}" if part and whole and args.get("per") is None else None


def hidden_block(args: Arguments) -> str:
    """`{{hidden begin|title=T}}`: the title, above what can be unfolded."""
    title = first_of(args, "title", "header", "1")
    return f"<div>{title}</div>\n" if title else ""


TYPOGRAPHY_RULES: Final[dict[str, Rule]] = {
    **named(_FIRST, argument("1", "text", "content")),
    **named(_SECOND, argument("2", "text")),
    **named("resize|longitem", argument("2", "1")),
    **named("colors", argument("3")),
    **named("font", argument("text", "1")),
    **named("linktext", link_text),
    **named("keypress|key press|button", joined("+")),
    **named("hidden begin|collapse top|cot", hidden_block),
    **named("plainlist|plain list|flatlist|flat list", block),
    **named("ubl|unbulleted list|ublist|vunblist|hlist|flowlist", items),
    **named("bulleted list|blist|bulletlist", listed("*")),
    **named("ordered list", listed("#")),
    **named("collapsible list", collapsible_list),
    **named("nbsp|space|spaces|non-breaking space", spaces),
    **named("br|crlf|break", fixed("<br>")),
    **named("dash|snd|spnd|spaced ndash|spaced en dash", fixed("&nbsp;– ")),
    **named("ndash|en dash|endash|–|en-dash", fixed("–")),
    **named("mdash|em dash|emdash|—|em-dash", fixed("—")),
    **named("mdashb|spaced mdash|smd|spaced em dash", fixed("&nbsp;— ")),
    **named("·|dot", fixed("&nbsp;· ")),
    **named("•|bull|bullet", fixed("&nbsp;• ")),
    **named("\\", fixed("&nbsp;/ ")),
    **named("pipe", fixed("&#124;")),
    **named("'|apostrophe", fixed("&#39;")),
    **named("'s", fixed("&#39;s")),
    **named('"', framed('"', '"')),
    **named("pi", fixed("π")),
    **named("thinsp|thin space|hair space|hairsp", fixed("&thinsp;")),
    **named("times", fixed("×")),
    **named("minus|minus sign", fixed("−")),
    **named("±", framed("±", default="±")),
    **named("circa|c.|ca", circa("c.")),
    **named("floruit|fl.", circa("fl.")),
    **named("sic", sic),
    **named("p.|page.", lambda args: f"p.&nbsp;{first_of(args, '1')}" if len(numbered(args)) == 1 else None),
    **named("vol.", framed("vol.&nbsp;")),
    **named("quote|blockquote|bquote|quotation|cquote|pull quote|rquote|poemquote", quotation),
    **named("marriage", marriage),
    **named("chem", joined("")),
    **named("ipa", lambda args: first_of(args, "1") if len(numbered(args)) == 1 else None),
    **named("composition bar", composition_bar),
    **named("subscription required|subscription", fixed("(subscription required)")),
    **named("registration required|registration", fixed("(registration required)")),
    **named("0|figure space", nothing),
}
"""Names in lower case."""
