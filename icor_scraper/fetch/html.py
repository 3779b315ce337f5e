"""Renderings of one revision: read, and proved to be of that revision.

Parsoid's HTML (https://www.mediawiki.org/wiki/Specs/HTML) tells its revision in the `about` of
its root element; `action=parse` tells it beside the text.
"""

from __future__ import annotations

import re

from icor_scraper.fetch.answers import ParseText, typed
from icor_scraper.fetch.display import excerpt
from icor_scraper.fetch.json_strict import NotJsonError, read_json

_ROOT = re.compile(r'<html\b[^>]*\babout="[^"]*/revision/(\d+)"')
_ROOT_CHARS = 4096
"""Where the root element must stand in."""


def html_of_rest(data: bytes, revision_id: int) -> str:
    """The REST API's rendering; raises NotJsonError where it is cut or not of `revision_id`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise NotJsonError(f"the rendering is not UTF-8 (byte {exc.start})", is_damage=True) from exc
    root = _ROOT.search(text, 0, _ROOT_CHARS)
    if root is None:
        raise NotJsonError(f'the rendering is not Parsoid\'s HTML: "{excerpt(text)}"')
    if int(root[1]) != revision_id:
        raise NotJsonError(f"the rendering is of revision {root[1]}, not of {revision_id}")
    if not text.rstrip().endswith("</html>"):
        raise NotJsonError("the rendering breaks off", is_damage=True)
    return text


def html_of_parse(data: bytes, revision_id: int) -> str:
    """The rendering in an answer of `action=parse`; raises NotJsonError where it is another's."""
    found = read_json(data).get("parse")
    if not isinstance(found, dict):
        raise NotJsonError("it holds no rendering")
    parsed = typed(found, ParseText)
    if parsed.revid != revision_id:
        raise NotJsonError(f"the rendering is of revision {parsed.revid}, not of {revision_id}")
    return parsed.text
