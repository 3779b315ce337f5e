"""What Parsoid tells of a `<ref>` tag: the JSON in `data-mw` of its mark."""

from __future__ import annotations

import msgspec


class RefAttributes(msgspec.Struct):
    """The attributes of the tag, as far as they are of use here."""

    name: str = ""


class RefError(msgspec.Struct):
    """One reason why Cite refuses the tag."""

    key: str
    """The name of the wiki's message, as "cite_error_references_no_text"."""


class RefTag(msgspec.Struct):
    attrs: RefAttributes = msgspec.field(default_factory=RefAttributes)
    errors: list[RefError] = []


_decoder = msgspec.json.Decoder(RefTag)


def read_ref_tag(data_mw: str) -> RefTag:
    """The tag that `data_mw` describes; one without name or error where it is no such JSON."""
    try:
        return _decoder.decode(data_mw)
    except (msgspec.MsgspecError, RecursionError):
        return RefTag()
