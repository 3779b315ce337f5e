"""What the process that reads HTML answers: data and nothing else, as MessagePack."""

from __future__ import annotations

import msgspec

from icor_scraper.parse.html.page import Page


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A page, or why there is none."""

    page: Page | None = None
    is_repaired: bool = False
    """Whether characters had to be replaced that no HTML can hold."""
    refusal: str = ""
    """The message of the ParseError; "" where there is a page."""


def encode_answer(answer: Answer) -> bytes:
    """The answer as MessagePack, a slice as its two ends."""
    return msgspec.msgpack.encode(answer, enc_hook=_slice_ends)


def decode_answer(data: bytes) -> Answer:
    """The inverse; raises msgspec.DecodeError where `data` is no whole answer."""
    return msgspec.msgpack.decode(data, type=Answer, dec_hook=_slice_of)


def _slice_ends(value: object) -> tuple[int | None, int]:
    if isinstance(value, slice):
        return value.start, value.stop
    raise NotImplementedError(f"no form for {type(value).__name__}")


def _slice_of(kind: type, value: object) -> object:
    if kind is slice:
        return slice(*msgspec.convert(value, tuple[int | None, int]))
    raise NotImplementedError(f"no form for {kind.__name__}")
