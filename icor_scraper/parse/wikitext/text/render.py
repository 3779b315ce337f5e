"""Expanded text as a reader sees it: links by their words, no quotes, tags, list marks or footnotes.

Many texts are rendered in one go: they are joined, and each step of MediaWiki's order (links, quotes,
external links, line marks, tags, character references) passes once over them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from icor_scraper.parse.wikitext.headings.finder import read_heading
from icor_scraper.parse.wikitext.links.bare_urls import has_odd_address, show_bare_urls
from icor_scraper.parse.wikitext.marks import MARK, MARK_PATTERN, UNKNOWN, Mark, PlainMark
from icor_scraper.parse.wikitext.quotes import QUOTE, mark_quotes, tag_quotes
from icor_scraper.parse.wikitext.tags import BLOCK_TAGS, HTML_TAGS, METADATA, SOURCE_TAGS, is_metadata
from icor_scraper.parse.wikitext.text.held import (
    as_letters,
    drop_brackets,
    hold_quotes,
)
from icor_scraper.parse.wikitext.text.hidden import HIDING, drop_hidden
from icor_scraper.parse.wikitext.text.link_words import TAG_SIGN, TRIMMED, LinkWords, url_labels
from icor_scraper.parse.wikitext.text.preformatted import has_listed, hold_preformatted, read_listed
from icor_scraper.parse.wikitext.text.switches import switch_of
from icor_scraper.parse.wikitext.text.terms import COLON, TERM, part_terms
from icor_scraper.parse.wikitext.text.variants import has_variants, show_variant

_TEXT_END = "\x03"
_LINE_MARK = re.compile(r"\n(?:[*#:;]++|-{4,}+|(?==)([^\n\x03]*+))")
_TAG = re.compile(r"<(/?)([A-Za-z][^\t\n\v <>/\x00]*+)([^<>\x03]*)>")
_CUT_REFERENCE = re.compile(rf"&#?\w*+{MARK}").search
_ERROR = re.compile(r'<strong class="error">[^<\x03]*+</strong>')  # a parser function's complaint, no value
_SPACES = re.compile("[ _]+").sub
_BLANKS = " \t"
_OF_LINES = ("poem", "gallery")
"""Extension tags that show lines of their own, whatever their inside is."""
_NO_WIDTH = "\u200b"


class TextRenderer:
    """Renders stretches of one page's expanded text."""

    def __init__(self, marks: Sequence[Mark], language: str, base: str) -> None:
        self._marks = marks
        self._language = language
        self._has_variants = has_variants(language)
        self._links = LinkWords(language, base)
        self.fragment_texts: dict[int, str] = {}
        """Expanded text of the fragments that are shown inline, by the number of their mark."""
        self._inline_texts: dict[int, str] | None = None
        self._has_listed: bool | None = None
        self._ampersands: bool | None = None

    def render(self, text: str) -> str:
        """One text, plain."""
        return self.render_all((text,))[0]

    def render_headline(self, text: str, label: Callable[[Mark], str]) -> str:
        """One text as an anchor is made of it.

        Tags separate no words and hide none; marks of references show their `label`. Spaces at the ends and runs of
        spaces are dropped where the source has them, and stay where a character reference makes them.
        """
        text = _LINE_MARK.sub(_headline_mark, self._inline(text, ":"))
        if "<" in text:
            text = _TAG.sub(_headline_tag, text)
        text = _SPACES(" ", text.replace(QUOTE, "").replace(UNKNOWN, "")).strip(TRIMMED)  # of the source alone
        if MARK not in text:
            return as_letters(text)
        is_trimmed = MARK in (text[0], text[-1])  # what a mark shows is trimmed like the source
        text = as_letters(self._with_whole_references(text))

        def shown(match: re.Match[str]) -> str:
            number = int(match[1])
            lines, mark = self._inline_text(number), self._marks[number]
            return f"\n{lines}\n" if lines is not None else label(mark) or _headline_text(mark)

        headline = MARK_PATTERN.sub(shown, text)
        return headline.strip(f"{TRIMMED}_") if is_trimmed else headline

    def render_all(self, texts: Iterable[str]) -> list[str]:
        """Each text, plain: every run of white space is one space, none at the ends."""
        joined = " ".join(self._render("".join([_TEXT_END + text for text in texts])).split())
        return [text.strip(" ") for text in joined.split(_TEXT_END)[1:]]

    def _render(self, text: str) -> str:
        """The texts, each after a _TEXT_END, plain."""
        has_terms = ";" in text and TERM(text) is not None
        text = self._inline(text, COLON if has_terms else ":")
        if "<" in text and "<pre" in text:
            text = hold_preformatted(text, _TEXT_END)
        if has_terms:
            if MARK in text:
                text = MARK_PATTERN.sub(self._with_line_end, text)
            text = part_terms(text, _TEXT_END).replace(COLON, ":").replace(TAG_SIGN, "<")
        listed = read_listed(text, _TEXT_END, self._marks) if MARK in text and self._has_listed_pre() else {}
        text = _LINE_MARK.sub(_line_mark, text)
        if "<" in text:
            text = self._tags(text)
        if self._has_variants and "-{" in text:
            text = show_variant(text, self._language)
        text = as_letters(self._with_whole_references(text))
        if listed:
            text = MARK_PATTERN.sub(lambda mark: listed.get(int(mark[1]), mark[0]), text)
        text = MARK_PATTERN.sub(self._mark_text, text) if MARK in text else text
        return text.replace(_NO_WIDTH, "")

    def _inline(self, text: str, colon: str) -> str:
        """The text with links as their words, with `colon` for each colon in them, and quotes as QUOTE."""
        if "[" in text and "<" in text:
            text = drop_brackets(text)
        if "[[" in text:
            text = self._links.as_words(text, colon)
        if "''" in text:
            if "<" in text:
                text = hold_quotes(text)
            text = "\n".join([_mark_line(line) if "''" in line else line for line in text.split("\n")])
        if "[" in text:
            text = url_labels(text, colon)
        if has_odd_address(text):
            text = show_bare_urls(text)
        return switch_of(self._language).sub("", text) if "__" in text else text

    def _tags(self, text: str) -> str:
        if 'class="error"' in text:
            text = _ERROR.sub("", text)
        if "none" in text and HIDING.search(text):
            text = drop_hidden(text)
        return _TAG.sub(_tag_text, text)

    def _with_whole_references(self, text: str) -> str:
        """The text with what `<nowiki>` holds in its place where it cuts a character reference: it counts as one."""
        if MARK not in text or not (self._has_ampersands() or ("&" in text and _CUT_REFERENCE(text))):
            return text

        def shown(match: re.Match[str]) -> str:
            mark = self._marks[int(match[1])]
            return mark.text if isinstance(mark, PlainMark) else match[0]

        return MARK_PATTERN.sub(shown, text)

    def _with_line_end(self, match: re.Match[str]) -> str:
        """A mark, and the end of the line where an extension shows more than one: no term goes on behind it."""
        mark = self._marks[int(match[1])]
        has_lines = mark.name in _OF_LINES or (mark.name == "pre" and "\n" in mark.text)
        return f"{match[0]}\n{QUOTE}" if has_lines else match[0]

    def _has_ampersands(self) -> bool:
        """Whether a `<nowiki>` holds what may begin a character reference."""
        if self._ampersands is None:
            self._ampersands = any(type(mark) is PlainMark and "&" in mark.text for mark in self._marks)
        return self._ampersands

    def _has_listed_pre(self) -> bool:
        if self._has_listed is None:
            self._has_listed = has_listed(self._marks)
        return self._has_listed

    def _mark_text(self, match: re.Match[str]) -> str:
        """What stands in place of a mark."""
        number = int(match[1])
        shown = self._inline_text(number)
        return self._marks[number].text if shown is None else f" {shown} "

    def _inline_text(self, number: int) -> str | None:
        """The plain text of the fragment that a mark shows; None where it shows none."""
        if self._inline_texts is None:
            self._inline_texts = {}
            for inner in sorted(self.fragment_texts):  # a fragment comes after those that stand in it
                self._inline_texts[inner] = self.render(self.fragment_texts[inner])
        return self._inline_texts.get(number)


def poem_lines(text: str) -> str:
    """A poem's text as wikitext: its line ends stay, so that no line but the last is a heading, and indents do not
    count as list marks."""
    lines = text.removeprefix("\n").removesuffix("\n").split("\n")
    lines = [QUOTE + line.lstrip(":") if line.startswith(":") and line.strip(":") else line for line in lines]
    return "\n" + f"{QUOTE}\n".join(lines)


def _mark_line(line: str) -> str:
    if line.lstrip("*#:").startswith(";") or HIDING.search(line):
        return _TEXT_END.join(map(tag_quotes, line.split(_TEXT_END)))
    if "'''" not in line:  # then no mark depends on another one
        return line.replace("''", QUOTE)
    return _TEXT_END.join([mark_quotes(part) if "''" in part else part for part in line.split(_TEXT_END)])


def _line_mark(match: re.Match[str]) -> str:
    """`* item`, `----` or `== heading ==` without its mark."""
    inner = None if match[1] is None else _heading_text(match[1])
    return "\n " if match[1] is None else match[0] if inner is None else f"\n {inner} "


def _headline_text(mark: Mark) -> str:
    """What a mark shows in a heading's anchor: code without the line ends around it."""
    return mark.text.rstrip().lstrip("\n") if mark.name in SOURCE_TAGS else mark.text


def _headline_mark(match: re.Match[str]) -> str:
    """The same in a raw heading, of whose text an anchor is made before lists are read."""
    if match[1] is None:
        return "\n" if match[0].startswith("\n-") else match[0]
    inner = _heading_text(match[1])
    return match[0] if inner is None else f"\n{inner.rstrip(_BLANKS)}"


def _heading_text(line: str) -> str | None:
    """What stands between the equals signs of a line that begins with one; None where it is no heading."""
    heading = read_heading(line, 0, len(line))
    return line[slice(*heading.content)] if heading else None


def _tag_text(match: re.Match[str]) -> str:
    if not _is_tag(match):
        return match[0]
    return " " if match[2].lower() in BLOCK_TAGS else ""


def _headline_tag(match: re.Match[str]) -> str:
    return "" if _is_tag(match) else match[0]


def _is_tag(match: re.Match[str]) -> bool:
    """Whether MediaWiki lets the tag through; what only looks like one is text."""
    name = match[2].lower()
    if name in METADATA:
        return not match[1] and is_metadata(name, match[3])
    return name in HTML_TAGS
