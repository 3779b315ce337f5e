"""Lines of a gallery that MediaWiki leaves out: they are told."""

from __future__ import annotations

from icor_scraper.models import WarningCode
from icor_scraper.parse import parse_wikitext


def test_a_line_that_names_no_file_is_told_once() -> None:
    text = "<gallery>\nA.jpg|a\n{{b}}|c [[d]]\n[e]|f\n</gallery>"
    warnings = parse_wikitext(text).warnings
    assert [(warning.code, text[slice(*warning.span or ())]) for warning in warnings] == [
        (WarningCode.DROPPED_CONTENT, "{{b}}|c [[d]]")
    ]


def test_a_gallery_of_images_is_no_doubt() -> None:
    assert not parse_wikitext("<gallery>\nA.jpg|a\n\nFile:B.jpg\n</gallery>").warnings
