"""Whether the text of a `<ref>` holds another one: its own end is missing then, most likely, and Cite refuses it.

https://www.mediawiki.org/wiki/Extension:Cite names the error: "Closing </ref> missing for <ref> tag".
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"<ref(?:erences)?\b", re.IGNORECASE)
_OPENING = re.compile(r"<(?:(\w++)|!--)")
_CLOSING = re.compile(r"</(\w++)\s*+>")


def opens_reference(text: str) -> bool:
    """Whether a `<ref>` or `<references>` opens in `text` outside of whole elements and comments."""
    return _has_reference(text) and _has_reference(_without_elements(text))


def _has_reference(text: str) -> bool:
    return _REFERENCE.search(text, 0, text.rfind(">") + 1) is not None


def _without_elements(text: str) -> str:
    """`text` without `<name>...</name>` and `<!-- ... -->`, in one pass."""
    last_closing = {match[1]: match.start() for match in _CLOSING.finditer(text)}
    last_comment_end = text.rfind("-->")
    out: list[str] = []
    position = bracket = 0
    for match in _OPENING.finditer(text):
        if match.start() < position:
            continue
        name = match[1]
        if name is None:
            end = text.find("-->", match.end()) + 3 if last_comment_end >= match.end() else 0
        else:
            bracket = text.find(">", match.end()) if 0 <= bracket < match.end() else bracket
            end = _element_end(text, name, bracket) if 0 <= bracket < last_closing.get(name, -1) else 0
        if end:
            out.append(text[position : match.start()])
            position = end
    return "".join((*out, text[position:]))


def _element_end(text: str, name: str, start: int) -> int:
    """Where the first `</name>` after `start` ends; there is one."""
    position = text.find(f"</{name}", start)
    while (closing := _CLOSING.match(text, position)) is None or closing[1] != name:
        position = text.find(f"</{name}", position + 1)
    return closing.end()
