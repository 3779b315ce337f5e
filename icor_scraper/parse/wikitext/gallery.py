"""`<gallery>`: a line an image, `File:name|caption`.

https://www.mediawiki.org/wiki/Help:Images#Rendering_a_gallery_of_images. Each caption is read on its own; of its
parts between bars the last one that is no option is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from icor_scraper.parse.wikitext.functions import BLANKS
from icor_scraper.parse.wikitext.titles import FILE, parse_title


def caption_bounds(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Where the captions stand in `text[start:end]`, the inside of a gallery.

    A line whose name is no title is left out.
    """
    for line in text[start:end].split("\n"):
        name, _, rest = line.partition("|")
        caption = rest.strip(BLANKS)
        if caption and parse_title(unquote(name) if "%" in line else name, language, FILE) is not None:
            first = start + len(line) - len(rest.lstrip(BLANKS))
            yield first, first + len(caption)
        start += len(line) + 1
