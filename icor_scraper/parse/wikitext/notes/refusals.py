"""Why Cite refuses a `<ref>`, and what it shows in its place.

The words are those of Cite's English messages (https://www.mediawiki.org/wiki/Extension:Cite): in a heading they
become part of its anchor.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from icor_scraper.parse.wikitext.marks import ReferenceTag

_KNOWN_ATTRIBUTES = frozenset({"name", "group", "follow", "details", "dir", "extends"})
_DIRECTIONS = frozenset({"ltr", "rtl"})
_BAD_NAMES: Final = "Invalid <ref> tag; invalid names, e.g. too many"


class Refusal(NamedTuple):
    """Why Cite refuses a tag."""

    message: str
    """For a warning."""
    shown: str = ""
    """What Cite says of it where the tag stands; "" where it says it in the list."""


def refusal_of(tag: ReferenceTag, name: str) -> Refusal | None:
    """Why Cite refuses the tag; None where it does not."""
    return _of_attributes(tag, name) or (_in_text(tag, name) if tag.list_group is None else _in_list(tag, name))


def _of_attributes(tag: ReferenceTag, name: str) -> Refusal | None:
    attributes = tag.attributes
    if not attributes.keys() <= _KNOWN_ATTRIBUTES:
        return Refusal("a <ref> has a parameter that Cite does not know", _BAD_NAMES)
    if _is_number(name) or _is_number(attributes.get("follow", "")):
        shown = "Invalid <ref> tag; name cannot be a simple integer. Use a descriptive title"
        return Refusal("a reference name cannot be a number", shown)
    if attributes.get("extends"):
        return Refusal("a <ref> extends another, which only some wikis allow", _BAD_NAMES)
    if attributes.get("follow") and name:
        return Refusal("a <ref> cannot have both a name and follow", _BAD_NAMES)
    if tag.details and (not name or tag.list_group is not None):
        return Refusal("the details of a <ref> belong to no main reference", _BAD_NAMES)
    direction = attributes.get("dir", "ltr")
    if direction.lower() not in _DIRECTIONS:
        shown = f'Invalid dir="{direction}", must be ltr or rtl'
        return Refusal("the direction of a <ref> is neither ltr nor rtl", shown)
    return None


def _in_text(tag: ReferenceTag, name: str) -> Refusal | None:
    if tag.swallows:
        message = "another <ref> opens in a <ref>, whose end may be missing"
        return Refusal(message, "Closing </ref> missing for <ref> tag")
    if tag.fragment or name:
        return None
    if tag.is_closed:
        shown = "Invalid <ref> tag; refs with no name must have content"
    else:
        shown = "The opening <ref> tag is malformed or has a bad name"
    return Refusal("a <ref> has neither name nor text", shown)


def _in_list(tag: ReferenceTag, name: str) -> Refusal | None:
    if not tag.fragment and not name:
        return Refusal("a <ref> has neither name nor text")
    if not name:
        return Refusal("a <ref> in a list of references has no name")
    if tag.attributes.get("group", tag.list_group) != tag.list_group:
        return Refusal("a <ref> in a list of references belongs to another group")
    if not tag.fragment:
        return Refusal("a <ref> in a list of references has no text")
    return None


def _is_number(name: str) -> bool:
    return name.isdigit() and name.isascii()
