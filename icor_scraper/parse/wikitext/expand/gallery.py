"""`<gallery>`: a line an image, `File:name|caption`.

https://www.mediawiki.org/wiki/Help:Images#Rendering_a_gallery_of_images. Each caption is read on its own; of its
parts between bars the last one that is no option is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from icor_scraper.parse.wikitext.functions import BLANKS
from icor_scraper.parse.wikitext.names.titles import FILE, parse_title


class GalleryLine(NamedTuple):
    """A line with a caption."""

    start: int
    caption: tuple[int, int]
    """Where the caption stands."""
    is_shown: bool
    """Whether what stands before the bar is a title: else MediaWiki leaves the line out."""


def captioned_lines(text: str, start: int, end: int, language: str) -> Iterator[GalleryLine]:
    """The lines with captions in `text[start:end]`, the inside of a gallery."""
    for line in text[start:end].split("\n"):
        name, _, rest = line.partition("|")
        caption = rest.strip(BLANKS)
        if caption:
            title = parse_title(unquote(name) if "%" in line else name, language, FILE)
            first = start + len(line) - len(rest.lstrip(BLANKS))
            yield GalleryLine(start, (first, first + len(caption)), title is not None)
        start += len(line) + 1


def begins_with_image(text: str, language: str) -> bool:
    """Whether the first line of an image map, comments aside, names an image; else nothing is shown of it."""
    lines = (line for line in map(str.strip, text.split("\n")) if line and not line.startswith("#"))
    title = parse_title(next(lines, "").partition("|")[0], language)
    return title is not None and title.namespace == FILE
