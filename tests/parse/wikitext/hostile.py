"""Generators of hostile wikitext: small to write, slow or deep to read.

Every function takes a size `n` and returns a text. `CASES` maps a name to its generator.
"""

from __future__ import annotations

from collections.abc import Callable

CASES: dict[str, Callable[[int], str]] = {}

LARGEST = 2 << 20
"""Bytes of MediaWiki's largest page."""


def largest(name: str) -> int:
    """The size at which the case is as long as the largest page, or a million where it does not grow."""
    first, second = len(CASES[name](1000).encode()), len(CASES[name](2000).encode())
    if second - first < 100:
        return 1_000_000
    size = 1000 + int((LARGEST - first) / (second - first) * 1000)
    while len(CASES[name](size).encode()) > LARGEST:  # numbers in the text grow longer
        size = size * 98 // 100
    return size


def _case(fn: Callable[[int], str]) -> Callable[[int], str]:
    CASES[fn.__name__] = fn
    return fn


# --- openings that never close -------------------------------------------------


@_case
def open_braces(n: int) -> str:
    """``{{`` n times, never closed."""
    return "{{" * n


@_case
def open_templates(n: int) -> str:
    """``{{a|`` n times, never closed: each opening is tried and rolled back."""
    return "{{a|" * n


@_case
def open_templates_flat(n: int) -> str:
    """Template openings on separate lines, never closed (no nesting intended)."""
    return "{{a\n" * n


@_case
def open_argument(n: int) -> str:
    """``{{{a|`` n times: three braces can be an argument or a template."""
    return "{{{a|" * n


@_case
def one_brace_run(n: int) -> str:
    """One run of n ``{``."""
    return "{" * n


@_case
def open_links(n: int) -> str:
    """``[[a|`` n times, never closed."""
    return "[[a|" * n


@_case
def open_tables(n: int) -> str:
    """Table openings, each with a cell, never closed."""
    return "{|\n|\n" * n


@_case
def open_refs(n: int) -> str:
    """``<ref>`` n times, never closed."""
    return "<ref>" * n


@_case
def open_ref_attr(n: int) -> str:
    """``<ref name="a`` n times: the quote and the tag never close."""
    return '<ref name="a' * n


@_case
def open_divs(n: int) -> str:
    """``<div>`` n times, never closed."""
    return "<div>" * n


@_case
def open_tag_space(n: int) -> str:
    """``<b `` n times: a tag that never reaches its ``>``."""
    return "<b " * n


@_case
def open_comments(n: int) -> str:
    """``<!--`` n times, never closed."""
    return "<!--" * n


@_case
def open_nowiki(n: int) -> str:
    """``<nowiki>`` n times, never closed."""
    return "<nowiki>" * n


@_case
def open_extlinks(n: int) -> str:
    """``[http://a `` n times, never closed."""
    return "[http://a " * n


@_case
def extlinks_open_in_images(n: int) -> str:
    """``[[File:a|[[b]] [http://c ]] `` n times: each bracket is parted by its image's end."""
    return "[[File:a|[[b]] [http://c ]] " * n


@_case
def open_headings(n: int) -> str:
    """n lines ``== a`` without the closing marks."""
    return "\n== a" * n


# --- mixtures: the worst ones, because two kinds of rollback multiply ----------


@_case
def tags_then_link(n: int) -> str:
    """n different tags left open and one unclosed link and template after them."""
    return "".join(f"<x{i}>" for i in range(n)) + "[[{{x}}"


@_case
def tag_link_mix(n: int) -> str:
    """``<b>[[`` n times: tag and link openings, none closed."""
    return "<b>[[" * n


@_case
def link_tag_mix(n: int) -> str:
    """Tags left open inside links: ``[[a|<small>`` n times."""
    return "[[a|<small>" * n


@_case
def template_tag_mix(n: int) -> str:
    """``{{a|<b>`` n times, none closed."""
    return "{{a|<b>" * n


@_case
def style_tag_mix(n: int) -> str:
    """``''<b>'''`` n times: quotes and tags left open."""
    return "''<b>'''" * n


@_case
def table_template_mix(n: int) -> str:
    """``{|`` and ``{{`` in turn, none closed."""
    return "{|\n|{{a|" * n


@_case
def comment_link_header(n: int) -> str:
    """``<!--[[a|`` and a header mark, n times."""
    return "<!--[[a|\n!" * n


@_case
def template_comment_mix(n: int) -> str:
    """``{{a|<!--`` n times: every unclosed comment is searched to the end of the text
    again for each roll-back of each template."""
    return "{{a|<!--" * n


@_case
def quote_ref_then_comment(n: int) -> str:
    """n times ``''<ref `` and then n times ``<ref><!--``."""
    return "''<ref " * n + "<ref><!--" * n


@_case
def template_div_list_mix(n: int) -> str:
    """Template and tag openings with list marks, then tag openings with an entity."""
    return "{{a|<div \n*" * n + "<div &amp;>" * n


# --- well-formed but deep or large ---------------------------------------------


@_case
def nested_templates(n: int) -> str:
    """n templates inside one another, all closed."""
    return "{{a|" * n + "}}" * n


@_case
def nested_links(n: int) -> str:
    """n links inside one another, all closed."""
    return "[[a|" * n + "]]" * n


@_case
def nested_tables(n: int) -> str:
    """n tables inside one another, all closed."""
    return "{|\n|\n" * n + "\n|}" * n


@_case
def nested_divs(n: int) -> str:
    """n ``<div>`` inside one another, all closed (also a recursion test for HTML)."""
    return "<div>" * n + "x" + "</div>" * n


@_case
def nested_refs(n: int) -> str:
    """n ``<ref>`` inside one another, all closed."""
    return "<ref>" * n + "x" + "</ref>" * n


@_case
def many_templates(n: int) -> str:
    """n closed templates in a row."""
    return "{{a|b=c}}" * n


@_case
def many_refs(n: int) -> str:
    """n closed references with a citation template in each."""
    return "".join(f'x<ref name="r{i}">{{{{cite web|url=https://e.org/{i}|title=T {i}}}}}</ref>' for i in range(n))


@_case
def big_table(n: int) -> str:
    """A clean table of n rows and 8 columns."""
    head = '{| class="wikitable sortable"\n! a !! b !! c !! d !! e !! f !! g !! h\n'
    return head + "".join(f"|-\n| {i} || [[P {i}]] || x || y || 1 || 2 || 3 || z\n" for i in range(n)) + "|}\n"


@_case
def row_marks(n: int) -> str:
    """A table with n empty row marks."""
    return "{|\n" + "|-\n" * n + "|}"


@_case
def many_sections(n: int) -> str:
    """n short sections."""
    return "".join(f"\n== S{i} ==\ntext\n" for i in range(n))


@_case
def long_line(n: int) -> str:
    """One word of n letters."""
    return "a" * n


# --- quotes, lists, entities ----------------------------------------------------


@_case
def five_quotes(n: int) -> str:
    """``'''''`` n times in one line."""
    return "'''''" * n


@_case
def quotes_alternating(n: int) -> str:
    """Bold and italics that overlap, n times."""
    return "''a'''b" * n


@_case
def quotes_per_line(n: int) -> str:
    """An unclosed ``''`` at the start of n lines."""
    return "''a\n" * n


@_case
def list_marks(n: int) -> str:
    """One line of n list marks."""
    return ":" * n + "a"


@_case
def description_list(n: int) -> str:
    """``;a:b`` n times in one line."""
    return ";a:b" * n


@_case
def entity_zeroes(n: int) -> str:
    """One numeric entity with n leading zeroes."""
    return "&#" + "0" * n + "65;"


@_case
def ampersands(n: int) -> str:
    """n bare ampersands followed by letters."""
    return "&a" * n


@_case
def equals_run(n: int) -> str:
    """One line of n ``=``."""
    return "=" * n


@_case
def equals_run_text(n: int) -> str:
    """A heading of n ``=``, a letter and n ``=``."""
    return "=" * n + "a" + "=" * n


@_case
def table_attributes(n: int) -> str:
    """A table opening with n attributes."""
    return "{| " + 'a="b" ' * n + "\n| x\n|}"


@_case
def table_open_quote(n: int) -> str:
    """A cell whose attribute quote is never closed, over n lines."""
    return '{|\n| style="a\n' + "| b\n" * n + "|}"


@_case
def magic_words(n: int) -> str:
    """``__NOTOC__`` n times."""
    return "__NOTOC__" * n


# --- spans: the input is tiny, the expanded grid is not ------------------------


@_case
def rowspan_bomb(n: int) -> str:
    """One cell with ``rowspan=n``; HTML clamps it to 65534, and to the rows that exist."""
    return f'{{|\n|-\n| rowspan="{n}" | a\n|}}'


@_case
def colspan_bomb(n: int) -> str:
    """One cell with ``colspan=n``; HTML clamps it to 1000."""
    return f'{{|\n|-\n| colspan="{n}" | a\n|}}'


@_case
def span_product_bomb(n: int) -> str:
    """n cells in a row, each ``colspan=1000 rowspan=65534``: legal by the clamps alone."""
    return "{|\n|-\n" + '| colspan="1000" rowspan="65534" | a\n' * n + "|}"


@_case
def span_stairs(n: int) -> str:
    """n rows, each one cell ``rowspan=65534 colspan=1000``: each row starts 1000 columns
    further right. Clipping rowspan to the rows that exist still leaves n * 1000n slots,
    so a limit on the total number of slots is needed as well."""
    return "{|\n" + '|-\n| colspan="1000" rowspan="65534" | a\n' * n + "|}"


def span_values() -> list[tuple[str, int, int]]:
    """(attribute text, HTML rowspan, HTML colspan): what the HTML standard makes of odd values."""
    return [
        ("1", 1, 1),
        ("2", 2, 2),
        (" 2 ", 2, 2),
        ("+2", 2, 2),
        ("2px", 2, 2),
        ("2.9", 2, 2),
        ("0", 0, 1),  # rowspan=0: to the end of the row group
        ("-1", 1, 1),
        ("", 1, 1),
        ("x", 1, 1),
        ("\u0662", 1, 1),
        ("\uff12", 1, 1),
        ("1_0", 1, 1),
        ("1000", 1000, 1000),
        ("1001", 1001, 1000),
        ("65534", 65534, 1000),
        ("65535", 65534, 1000),
        ("1000000", 65534, 1000),
        ("9" * 5000, 65534, 1000),
    ]


# --- what the parser's own rules could be slow at --------------------------------


@_case
def nested_known_templates(n: int) -> str:
    """n templates inside one another whose words a reader sees."""
    return "{{nowrap|" * n + "x" + "}}" * n


@_case
def nested_templates_of_marks(n: int) -> str:
    """Templates inside one another, the innermost of which shows n marks."""
    return "{{nowrap|" * 8 + "<ref/>" * n + "}}" * 8


@_case
def deep_templates_of_marks(n: int) -> str:
    """n templates inside one another at most seventy deep, the innermost of which shows n marks."""
    depth = min(n, 70)
    return "{{nowrap|" * depth + "<i/>{{!}}" * n + "}}" * depth


@_case
def nested_functions(n: int) -> str:
    """n parser functions inside one another."""
    return "{{#if:1|" * n + "x" + "}}" * n


@_case
def nested_poems(n: int) -> str:
    """n poems inside one another, by a parser function."""
    return "{{#tag:poem|" * n + "x" + "}}" * n


@_case
def nested_parameters(n: int) -> str:
    """n parameters with defaults inside one another."""
    return "{{{a|" * n + "x" + "}}}" * n


@_case
def links_in_template(n: int) -> str:
    """A template that shows n links, tables and lines."""
    return "{{nowrap|" + "[[a]]\n" * n + "}}"


@_case
def one_heading(n: int) -> str:
    """The same heading n times."""
    return "== a ==\n" * n


@_case
def semicolons(n: int) -> str:
    """One line of n semicolons."""
    return "\n" + ";" * n


@_case
def tags_in_header_line(n: int) -> str:
    """A line of header cells with n tags that never end."""
    return "{|\n! " + "<" * n + " !! a\n|}"


@_case
def hidden_elements_of_all_names(n: int) -> str:
    """Hidden elements of every name, then n signs of tags: each name's end is looked for in all of them."""
    names = (
        "abbr b bdi bdo big code del dfn em font i ins kbd mark q rb rp rt ruby s samp small span strong sub sup u var"
    )
    return "".join(f"<{name} style=display:none>a</{name}>" for name in names.split()) + "<" * n + "\n{|\n|a\n|}"


@_case
def hidden_elements(n: int) -> str:
    """n hidden elements, none closed."""
    return "<b style=display:none>" * n


@_case
def hidden_blocks(n: int) -> str:
    """n hidden blocks before a table, each of which ends with the one around it."""
    return "<center><div style=display:none></center>" * n + "\n{|\n| a\n|}"


@_case
def hidden_items(n: int) -> str:
    """A cell with n items of a list that each open a hidden element."""
    return "{|\n|" + "\n* <b style=display:none>" * n + "\n|}"


@_case
def tags_in_ref(n: int) -> str:
    """A reference with n different tags in it, none closed."""
    return "<ref>" + "".join(f"<x{i}>" for i in range(n)) + "</ref>"


@_case
def ref_in_ref(n: int) -> str:
    """References in references, one closed."""
    return "<ref>" * n + "</ref>"


@_case
def gallery_lines(n: int) -> str:
    """A gallery of n files."""
    return "<gallery>\n" + "File:A.jpg|a [[b]]\n" * n + "</gallery>"


@_case
def images_with_links(n: int) -> str:
    """n images whose captions hold a link."""
    return "[[File:A.jpg|thumb|x [[b]] y]]" * n


@_case
def urls_in_link_in_caption(n: int) -> str:
    """A link in a caption, in whose words n addresses open before a bracket closes."""
    return "[[File:A.jpg|thumb|[[b|" + "[//a " * n + "] c]] ]]"


@_case
def nested_images(n: int) -> str:
    """n images inside one another."""
    return "[[File:A.jpg|" * n + "]]" * n


@_case
def protocols(n: int) -> str:
    """n protocols, each part of the URL before it."""
    return "http://" * n


@_case
def labels_in_labels(n: int) -> str:
    """URLs in the labels of URLs, one closed."""
    return "[http://a " * n + "]"


@_case
def raw_tables(n: int) -> str:
    """n raw tables inside one another."""
    return "<table><tr><td>" * n


@_case
def comment_lines(n: int) -> str:
    """n lines of white space and a comment."""
    return "  <!-- a -->  \n" * n


@_case
def equals_in_arguments(n: int) -> str:
    """A template of n arguments of one name."""
    return "{{a" + "|b=c" * n + "}}"


@_case
def named_uses(n: int) -> str:
    """One reference used n times."""
    return "<ref name=a>x</ref>" + "<ref name=a/>" * n + "<references/>"


@_case
def short_citations(n: int) -> str:
    """n short citations of works that are not there."""
    return "{{sfn|A|2000}}" * n


@_case
def definition_colons(n: int) -> str:
    """A line of n definition marks and as many colons: each mark may ask for a colon."""
    return "{|\n|\n" + ";" * n + "a:" * n


@_case
def closed_in_hidden(n: int) -> str:
    """Closing tags that are looked for among many open elements of a hidden part."""
    return "{|\n|<span style=display:none>" + "<i>" * 100 + "</b>" * n


@_case
def stray_ends_in_heading(n: int) -> str:
    """A heading of closing tags that close nothing."""
    return "==" + "<div>" * n + "</p>" * n + "</span>=="


@_case
def headings_in_attributes(n: int) -> str:
    """Raw headings, half of them where a table has attributes."""
    return "{|<h2>\n|-<h1>\n" * n + "<h2>a</h2>" * n


@_case
def display_none_in_open_tag(n: int) -> str:
    """A tag that never ends, and in it n times what would hide its element."""
    return "<b " + "display:none " * n


@_case
def spaces_in_link_option(n: int) -> str:
    """An image whose `link=` holds n spaces."""
    return "[[File:A.jpg|link=a" + " " * n + "b]]"


@_case
def long_note_redefined(n: int) -> str:
    """A note of n words, and n other texts for its name."""
    return "<ref name=a>" + "x y " * n + "</ref>" + "<ref name=a>y</ref>" * n


@_case
def continued_note_redefined(n: int) -> str:
    """A note that n others continue, and n other texts for its name."""
    return "<ref name=a>x</ref>" + "<ref follow=a>x</ref>" * n + "<ref name=a>y</ref>" * n


@_case
def marked_arguments(n: int) -> str:
    """A template of n arguments, each of which may be markup."""
    return "{{a" + "|&" * n + "}}"


@_case
def marks_behind_opening(n: int) -> str:
    """A table's opening and n literal texts on its line, and nothing else."""
    return "{|" + "<nowiki>a</nowiki>" * n


@_case
def nested_names(n: int) -> str:
    """n calls inside one another, each in the other's name."""
    return "{{lc:" * n + "}}}" * n


@_case
def repeated_poems(n: int) -> str:
    """Poems that fill the space of the poem around them, each many times: at most a hundred levels."""
    return "{{#tag:poem|{{padleft:|500|" * min(n, 40) + "x" + "}}}}" * min(n, 40)


@_case
def doubled_poems(n: int) -> str:
    """Templates that show their argument twice, in poems inside one another: at most a hundred levels."""
    return "{{#tag:poem|{{cr|" * min(n, 40) + "x" + "}}}}" * min(n, 40)


@_case
def named_notes(n: int) -> str:
    """One template of the marks of n notes."""
    return "{{r|" + "a|" * n + "}}"


@_case
def short_arguments(n: int) -> str:
    """A template of n arguments of one letter."""
    return "{{a" + "|b" * n + "}}"


@_case
def names_in_short_citation(n: int) -> str:
    """A short citation of n authors."""
    return "{{sfn" + "|1" * n + "}}"


@_case
def styled_headings(n: int) -> str:
    """n headings of nothing but a tag that is not closed."""
    return "==<b>==\n" * n


@_case
def short_cells(n: int) -> str:
    """A line of n cells."""
    return "{|\n|" + "||" * (n - 1) + "\n|}"


@_case
def breaks_in_arguments(n: int) -> str:
    """A template of n arguments, each another text with a tag."""
    return "{{a" + "".join(f"|<br>{i}" for i in range(n)) + "}}"


@_case
def links_as_authors(n: int) -> str:
    """Citations of 450 authors, each an address."""
    authors = "".join(f"|last{i}=[//{i}]" for i in range(1, 450))
    return f"{{{{cite web{authors}}}}}" * max(n // 450, 1)


@_case
def unnamed_in_citation(n: int) -> str:
    """A citation of n arguments that no citation has."""
    return "{{cite web" + "|a" * n + "}}"


@_case
def openings_in_citation(n: int) -> str:
    """A title of n openings, and n arguments that might be a part of it."""
    return "{{cite web|title=" + "[a" * n + "|x=[b" * n + "}}"


@_case
def urls_in_definition(n: int) -> str:
    """A definition of n URLs, each ended by a character reference."""
    return "{|\n|\n;" + "http://a&lt;" * n + ":b"


@_case
def lists_made_by_calls(n: int) -> str:
    """n references, each with a list that a call makes and that defines another one."""
    return "<ref>a</ref>{{#tag:references|<ref name=b>x</ref>}}" * n


@_case
def lists_of_references(n: int) -> str:
    """n lists, each after its own reference, every second one dropped by a call."""
    return "<ref>a</ref><references/><ref>b</ref>{{#if:<references/>|}}" * n


@_case
def open_variants(n: int) -> str:
    """``-{`` in calls, never closed."""
    return "{{a|-{" * n


@_case
def braces_left_for_variants(n: int) -> str:
    """``-{{{`` of which two braces are closed, so that one opens a variant."""
    return "-{{{a}}" * n


@_case
def variants_in_a_call(n: int) -> str:
    """Many closed variants with bars between the braces of one call."""
    return "{{#if:x|" + "-{a|b}-" * n + "}}"


@_case
def headings_that_end_in_links(n: int) -> str:
    """n raw headings, each of which ends in the words of a link."""
    return "<h2>[[a|b</h2>]]" * n


@_case
def headings_in_a_link(n: int) -> str:
    """n headings in the words of one link."""
    return "[[a|" + "\n== b ==" * n + "\n]]"


@_case
def headings_in_an_open_link(n: int) -> str:
    """n headings behind brackets of a link that is never closed."""
    return "[[a|" + "\n== b ==" * n


@_case
def nothings_between_equals(n: int) -> str:
    """Many comments between the equals signs of one heading."""
    return "==" + "<!-- a -->" * n + "=="


@_case
def tables_in_notes(n: int) -> str:
    """n notes with a table of two cells each."""
    return "<ref>\n{|\n|a||b\n|}</ref>" * n


@_case
def links_over_cells(n: int) -> str:
    """n links whose words go on in the next cell."""
    return "{|\n|" + "[[a|b||c]]\n|" * n


@_case
def slashes_before_link(n: int) -> str:
    """n slashes, each the start of an address, and a link that is not right behind one."""
    return "/" * n + " [[a]]"


@_case
def addresses_and_quotes(n: int) -> str:
    """n addresses, each ended by the quote mark before the next."""
    return "http://a''" * n


@_case
def links_around_a_stray_end(n: int) -> str:
    """A note of n links in each other's words, in which a stray tag ends its element."""
    return "<ref>" + "[[a|" * n + "</li>]]</ref>"


# --- characters -----------------------------------------------------------------


@_case
def calls_in_calls_before_tags(n: int) -> str:
    """n calls that hold another one, and five times as many tags behind them."""
    return "{{a|{{b}}}}\n" * n + "a <br>b\n" * (5 * n)


@_case
def tags_in_calls(n: int) -> str:
    """n calls that hold a tag."""
    return "{{a<b>}}" * n


@_case
def openings_in_headings(n: int) -> str:
    """n headings in which another one opens that is never closed."""
    return "==a<h2>b==\n" * n


@_case
def hidden_before_deep_lists(n: int) -> str:
    """A hidden element in a cell, and n pairs of lines with the marks of 100 lists in each other."""
    return "{|\n|\n<div style='display:none'>" + ("\n" + "*" * 100 + "\n" + "#" * 100) * n


def odd_characters() -> dict[str, str]:
    """Short texts with characters that break parsers, encoders, terminals or file names."""
    return {
        "nul": "a\x00b {{T|p\x00q}}",
        "lone_surrogate": "a\ud800b [[x\udfff]]",
        "bom_inside": "== A ==\n\ufeff{{T}}",
        "bidi": "{{T|name=abc\u202e[[fed\u202c]]\u2066x\u2069}}",
        "strip_marker": "\x7f'\"`UNIQ--ref-00000001-QINU`\"'\x7f {{T}}",
        "escape": "{{T|p=\x1b]0;title\x07\x1b[2Jx}}",
        "line_separators": "| a\u2028b\u2029c\x85d\x0be\x0cf",
        "cr": "== A ==\r\n{{T|p=1\r|q=2}}\r\n",
        "nbsp_heading": "==\u00a0A\u00a0==",
        "zero_width": "{{T|na\u200bme=1}}",
        "astral": "{{T|p=\U0001f9ea\U000e0001}}",
        "combining": "e\u0301" + "\u0301" * 1000,
    }


def silent_loss() -> dict[str, tuple[str, str]]:
    """(clean text, the same with one stray opening): what follows must still be found."""
    tail = "\n== B ==\n{{T|p=1}}\n{|\n! h\n|-\n| x\n|-\n| y\n|}\n<ref>{{cite|u=1}}</ref>\n== C ==\nend ''i''\n"
    head = "== A ==\ntext\n"
    strays = {
        "ref": "<ref>",
        "ref_named": '<ref name="a">',
        "ref_quote": '<ref name="a>',
        "ref_cut": "<ref",
        "comment": "<!--",
        "nowiki": "<nowiki>",
        "pre": "<pre>",
        "italic": "''",
        "bold": "'''",
        "div": "<div>",
        "template": "{{",
        "template_arg": "{{x|",
        "link": "[[",
        "link_arg": "[[x|",
        "table": "{|",
        "table_cell": "{|\n| a",
        "closing_table": "|}",
        "closing_braces": "}}",
        "argument": "{{{",
        "extlink": "[http://e.org",
        "math": "<math>",
        "gallery": "<gallery>",
        "noinclude": "<noinclude>",
    }
    return {k: (head + tail, head + v + tail) for k, v in strays.items()}
