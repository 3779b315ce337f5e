"""`[[wikilinks]]` and external links in brackets, found in one pass over the expanded text.

https://www.mediawiki.org/wiki/Help:Links. A link's target ends at the first bar or bracket; its text
may hold single brackets but no other link, save in a caption of an image, whose links count too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote

from icor_scraper.parse.wikitext.links.bare_urls import find_bare_urls
from icor_scraper.parse.wikitext.links.image_words import link_words
from icor_scraper.parse.wikitext.links.images import image_end, link_options, unlinked_parts
from icor_scraper.parse.wikitext.links.nodes import FoundLinks, LinkNodes, UrlNode
from icor_scraper.parse.wikitext.links.targets import (
    LABEL,
    MAX_PLAIN,
    PLAIN_TARGET,
    TARGET,
    URL_AT_START,
    is_image,
    link_title,
)
from icor_scraper.parse.wikitext.links.urls import (
    BRACKETED_URL,
    LABEL_SPACES,
    PROTOCOL_COLON,
    bracketed_url_end,
    protocol_at_start,
    protocol_end,
)
from icor_scraper.parse.wikitext.names.titles import parse_title
from icor_scraper.parse.wikitext.placed import changed, end_around, merged
from icor_scraper.parse.wikitext.quotes import QUOTE
from icor_scraper.parse.wikitext.tags import HTML_TAGS, METADATA, is_metadata

_END = r"(?:\|([^\[\]\x02]*+))?+\]\]()"
_FIND = re.compile(
    rf"\[\[({PLAIN_TARGET}){_END}"  # 1-3: a link with a plain target, whose text holds no bracket
    rf"|\[\[({TARGET}){_END}"  # 4-6: a link whose text holds no bracket
    r"|\[\[()"  # 7: another link, or none
    rf"|\[{BRACKETED_URL}()"  # 8
).finditer
_PLAIN, _SIMPLE, _OTHER = 3, 6, 7
_divide = re.compile(rf"\[\[(?<!\[\[\[)({PLAIN_TARGET})(?:\|([^\[\]\x02]++))?+\]\]").split
"""A text divided at links of a plain target, which most are: what stands before each, its target, its words."""
_WHOLE = (_PLAIN, _SIMPLE)
# A tag with something in it that could be a link, and is none.
_TAG = re.compile(
    rf"</?+(?=[a-zA-Z][^<>\[\]:\x02]*+[\[\]:])(?i:{'|'.join(sorted(HTML_TAGS - METADATA))}|(link|meta))"
    r"(?=[\t\n\v />])([^<>\x02]*+)>"
).finditer
_MARKUP = re.compile("[<&\\[\x01]|''").search
"""What the plain text of an image's option may differ by from its source."""
_URL_IN_BRACKET = re.compile(rf"\[{BRACKETED_URL}").match

_BRACKET_TEXT = re.compile(rf"\[\[({TARGET})\|({LABEL})\]\]")
_opened_urls = re.compile(rf"\[{BRACKETED_URL}").finditer
_BAR_TARGET = re.compile(rf"\[\[({TARGET})\|")
_INNER_LINK = rf"\[\[(?! *(?:{URL_AT_START.pattern})){TARGET}(?:\|[^\[\]\x02]++)?+\]\]"
_LABEL = re.compile(rf"{LABEL_SPACES}((?:[^\]\[\x00\x02-\x04\x06-\x08\n]++|{_INNER_LINK}|\[)*+)\]")
_CAPTION_LABEL = re.compile(rf"{LABEL_SPACES}([^\]\x00\x02-\x04\x06-\x08\n]*+)\]")
"""In a caption, where external links are read before others."""
_LABEL_STOP = re.compile(r"[\x00\x02-\x04\x06-\x08\n]")
_URL_ALONE = re.compile(BRACKETED_URL).fullmatch
_quoted_targets = re.compile(r"\[\[(?=[^\[\]|]*'')").finditer


def find_links(
    text: str,
    language: str,
    base: str,
    render: Callable[[str], str],
    *,
    hidden: Sequence[tuple[int, int]] = (),
    captions: Sequence[tuple[int, int]] = (),
) -> FoundLinks:
    """The wikilinks and the external links of the expanded text; none in `hidden` stretches.

    `render` gives the plain text of an image's option, which MediaWiki reads when it looks for what the image leads to.
    Of a gallery's `captions` the options are read as those of images are; but an address with a protocol is a bare
    URL, as MediaWiki looks for links in a line before it divides it at its bars.
    """
    finder = _LinkFinder(text, language, base, render, hidden)
    finder.find_bracketed()
    for start, end in captions:
        if any(text.find(mark, start, end) >= 0 for mark in finder.link_marks):
            finder.image_link(text[start:end], end, in_gallery=True)
    unshown = merged(finder.unlinked)
    bare_urls = find_bare_urls(text, finder.links, finder.urls, finder.tags, unshown)
    links = finder.links.where(lambda start, _: start not in finder.quoted) if finder.quoted else finder.links
    if finder.image_links.starts:
        links = links.merged(finder.image_links)
    return FoundLinks(links, sorted(finder.urls + finder.image_urls + bare_urls), finder.empty, unshown)


class _LinkFinder:
    """Finds the links of one text that brackets mark."""

    def __init__(
        self, text: str, language: str, base: str, render: Callable[[str], str], hidden: Sequence[tuple[int, int]]
    ) -> None:
        self.language = language
        self.base = base
        self.render = render
        self.links = LinkNodes()
        self.urls: list[UrlNode] = []
        self.tags = [tag.span() for tag in _TAG(text) if tag[1] is None or is_metadata(tag[1].lower(), tag[2])]
        if hidden:
            self.tags = merged([*self.tags, *hidden])
        self.bracket_tags = [tag for tag in self.tags if text.find("[", *tag) >= 0 or text.find("]", *tag) >= 0]
        self.text = _without_brackets(text, self.bracket_tags) if self.bracket_tags else text
        self.url_in_caption = False
        """Whether the URL in brackets that was found last stands in a caption."""
        self.unclosed_until = 0
        """A URL's bracket that opens before this position is not closed on its line."""
        self.images_until = 0
        """Before this position no other image with links in its caption begins."""
        self.empty: list[tuple[int, int]] = []
        self.image_ends: list[int] = []
        """Where the images end that were found last, an outer one before those in its caption."""
        self.unlinked: list[tuple[int, int]] = []
        """Parts of images in which a bare URL is no link, nor a heading or table anything."""
        self.quoted: set[int] = set()
        """Where links in captions begin whose target holds `''`: a caption's quotes are read before its links."""
        self.link_marks = [f"{word}=" for word in link_words(language)]
        self.image_links = LinkNodes()
        self.image_urls: list[UrlNode] = []
        """What `link=` of images leads to."""

    def find_bracketed(self) -> None:
        if self.bracket_tags:
            self.find_between(0, len(self.text))
            return
        links = self.links
        add_start, add_end = links.starts.append, links.ends.append
        add_target, add_label = links.targets.append, links.labels.append
        parts = _divide(self.text)
        end = 0
        for before, target, label in zip(parts[::3], parts[1::3], parts[2::3], strict=False):  # the last one is text
            last_end, start = end, end + len(before)
            end = start + len(target) + (4 if label is None else len(label) + 5)  # brackets and bar
            if "[" in before:
                self.find_between(last_end, start)
                if self.url_in_caption and self.is_cut(start):
                    continue
            if len(target) <= MAX_PLAIN:
                add_start(start)
                add_end(end)
                add_target(target)
                add_label(label)
            else:
                self.find_between(start, end)
        self.find_between(end, len(self.text))

    def find_between(self, start: int, end: int) -> None:
        """Find what opens with a bracket between two positions."""
        position: int | None = start
        while position is not None:
            position = self.find_from(position, end)

    def find_from(self, position: int, stop: int) -> int | None:
        """Find links in brackets; return where to start anew after what only looked like one."""
        language, links, has_tags = self.language, self.links, bool(self.bracket_tags)
        for match in _FIND(self.text, position, stop):
            kind = match.lastindex
            start, end = match.span()
            if has_tags and (tag_end := end_around(self.bracket_tags, start)):
                return tag_end
            if self.url_in_caption and self.is_cut(start):
                continue
            if kind in _WHOLE:
                target, label = match.group(1, 2) if kind == _PLAIN else match.group(4, 5)
                title = None
                if kind == _SIMPLE or len(target) > MAX_PLAIN:
                    title = link_title(target, language, self.base)
                    if title is None:
                        return start + 1
                if label != "":
                    links.add(start, end, target, label, title)
                    if title and is_image(title):
                        self.image_options(start, label or "", end - 2)
                elif not self.other_link(start):  # the pipe trick works only when a page is saved
                    self.empty.append((start, end))
            elif kind == _OTHER:
                if self.other_link(start):
                    continue
                if (url := _URL_IN_BRACKET(self.text, start + 1)) and not self.is_in_label(start):
                    self.bracketed_url(url)
            elif not self.is_in_label(start):
                self.bracketed_url(match)
        return None

    def is_cut(self, start: int) -> bool:
        """Whether the label of the URL found last, which stands in a caption, ends within the link at `start`."""
        end = self.urls[-1].end
        if start >= end:
            return False
        return not (self.text.startswith("]]", end, self.caption_limit(start)) and self.text.find("|", start, end) >= 0)

    def is_in_label(self, position: int) -> bool:
        """Whether the last link found, other than an image, goes on beyond `position`: a URL there is text.

        Not so in a caption, of which external links are read first.
        """
        if self.urls and position < self.urls[-1].end:
            return self.url_in_caption or self.caption_limit(position) == len(self.text)
        ends = self.links.ends
        if not ends or position >= ends[-1] or is_image(self.links.titles.get(len(ends) - 1)):
            return False
        return self.caption_limit(position) == len(self.text)

    def other_link(self, start: int) -> bool:
        """Add a link whose text holds brackets, or an image whose caption holds links; tell whether there is one."""
        text, language, base = self.text, self.language, self.base
        limit = self.caption_limit(start)
        found = _BRACKET_TEXT.match(text, start, limit)
        if found and limit < len(text) and not text.startswith("]", found.end(), limit) and _has_open_url(found[2]):
            return False  # in a caption, external links are read first
        if found:
            title = link_title(found[1], language, base)
            if title is None:
                return False
            label, end = found[2], found.end()
            if text.startswith("]", end) and "[" in label:
                label, end = label + "]", end + 1
            if is_image(title):
                self.image_options(start, label, end - 2)
            self.links.add(start, end, found[1], label, title)
            return True
        opening = _BAR_TARGET.match(text, start)
        if opening is None or start < self.images_until:
            return False
        title = link_title(opening[1], language, base)
        if title is None or not is_image(title):
            return False
        is_closed, end = image_end(text, opening.end())
        self.images_until = end
        if not is_closed:
            return False
        caption = text[opening.end() : end - 2]
        self.image_options(start, caption, end - 2)
        self.links.add(start, end, opening[1], caption, title)
        return True

    def image_options(self, start: int, options: str, end: int) -> None:
        """`[[File:...|options|caption]]`: what the options lead to, and where a bare URL would be none."""
        self.image_ends.append(end + 2)
        if any(mark in options for mark in self.link_marks):
            self.image_link(options, end)
        if "''" in options:
            first = end - len(options)
            self.quoted.update(first + match.start() for match in _quoted_targets(options))
        if "\n" in options or "<" in options or PROTOCOL_COLON.search(self.text, start, end):
            first = end - len(options)
            self.unlinked += [(start, first), *unlinked_parts(options, first, self.language)]

    def image_link(self, caption: str, caption_end: int, *, in_gallery: bool = False) -> None:
        """`[[File:...|link=target]]`: an image leads to a page or an address in place of its own page."""
        for match in link_options(self.language)(caption):
            target, start = match[1], caption_end - len(caption) + match.start(1)
            end = start + len(target)
            if _MARKUP(target):
                target = self.render(target)
            if URL_AT_START.match(target):
                if _URL_ALONE(target) and not (in_gallery and protocol_at_start(target)):
                    url = target.replace("&", "&amp;")  # it is decoded already
                    self.image_urls.append(UrlNode(start, end, url, None, is_bare=False))
            elif target and (title := parse_title(unquote(target), self.language)):
                self.image_links.add(start, end, target, "", title._replace(has_colon=True))

    def bracketed_url(self, match: re.Match[str]) -> None:
        """`[url label]`; without its closing bracket the URL is a bare one, or none."""
        start = match.start()
        if start < self.unclosed_until:
            return
        url = match[0][1:]
        url = url[: bracketed_url_end(url)]
        url_end = start + 1 + len(url)
        if len(url) <= protocol_end(url) and self.text.startswith("''", url_end):
            return
        limit = self.caption_limit(start)
        in_caption = limit < len(self.text)
        label = (_CAPTION_LABEL if in_caption else _LABEL).match(self.text, url_end, limit)
        if label:
            self.urls.append(UrlNode(start, label.end(), url, label[1] or None, is_bare=False))
            self.url_in_caption = in_caption
        else:
            stop = _LABEL_STOP.search(self.text, url_end, limit)
            self.unclosed_until = stop.start() if stop else limit

    def caption_limit(self, position: int) -> int:
        """Where the caption ends that `position` stands in; the text's end where it stands in none."""
        while self.image_ends and self.image_ends[-1] <= position:
            self.image_ends.pop()
        return self.image_ends[-1] - 2 if self.image_ends else len(self.text)


def _without_brackets(text: str, tags: Sequence[tuple[int, int]]) -> str:
    """The text, as long as it was, without the brackets in tags, which open and close nothing."""
    return changed(text, tags, lambda tag: tag.replace("[", QUOTE).replace("]", QUOTE))


def _has_open_url(label: str) -> bool:
    """Whether a link's words hold a `[url` behind which no bracket closes."""
    last_end = label.rfind("]")
    return any(url.end() > last_end for url in _opened_urls(label))
