"""The picture in the README shows what the command prints."""

from __future__ import annotations

import re

from tests.house.picture import PICTURE, draw


def _words(svg: str) -> list[str]:
    """What is to be read in it; colours and sizes may change with the version of rich."""
    return re.findall(r"<text [^>]*>([^<]*)</text>", svg)


def test_the_picture_is_what_is_printed() -> None:
    assert len(_words(draw())) > 100
    assert _words(PICTURE.read_text(encoding="utf-8")) == _words(draw())
