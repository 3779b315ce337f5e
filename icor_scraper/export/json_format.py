"""JSON (RFC 8259): UTF-8 without BOM, LF, two spaces of indent, keys in the order of the fields."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from icor_scraper.dataset import article_record
from icor_scraper.errors import DatasetError
from icor_scraper.models import Article

T = TypeVar("T")


def render_json(value: object) -> bytes:
    """A dataclass, or a collection of them, as a file.

    Times are RFC 3339, a closed set's member is its value, a Span is `[start, end]`.
    """
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def render_article(article: Article) -> bytes:
    """All that a parse found, as JSON: what `icor-scraper parse` prints, and article.json of a dataset holds."""
    return render_json(article_record(article))


def parse_json(content: bytes, kind: type[T], *, path: object, where: str = "") -> T:
    """The inverse of `render_json`; nothing is converted that is not of the right type.

    Raises DatasetError, which names `path`, and `where` in the file, where `content` does not hold a `kind`.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        expected = "the form that JSON Schema and manifest describe"
        raise DatasetError.of(expected, str(exc), path, where=where) from exc
