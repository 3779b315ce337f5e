"""The bytes of a response: read in bounded steps, unpacked, and proved to be whole.

Unpacking is done here, not by urllib3, because that takes a gzip stream that breaks off for a
complete one, and because the limit must hold for the unpacked size.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

STEP_BYTES = 1 << 16
"""Read from the connection at once."""
PIECE_BYTES = 1 << 20
"""Unpacked at once, so that a bomb is noticed before it fills the memory."""
_GZIP = 16 + zlib.MAX_WBITS


class DamagedBodyError(Exception):
    """The body is cut or altered: another transfer may be whole."""


class UnknownPackingError(Exception):
    """The body is packed in a way that was not asked for."""


class TooLargeError(Exception):
    """The unpacked body exceeds the limit."""


class RawBody(Protocol):
    """What is used of a urllib3 response."""

    def read1(self, amt: int | None = None, decode_content: bool | None = None) -> bytes: ...


def read_body(raw: RawBody, encoding: str, limit: int) -> bytes:
    """The body, unpacked as its Content-Encoding says (gzip or none).

    Raises DamagedBodyError, UnknownPackingError, TooLargeError, and what the connection raises.
    """
    unpacker = _unpacker(encoding)
    body = bytearray()
    while data := raw.read1(STEP_BYTES, decode_content=False):
        for piece in unpacker.pieces(data):
            body += piece
            if len(body) > limit:
                raise TooLargeError
    unpacker.finish()
    return bytes(body)


class _Plain:
    """A body that is not packed; its length is checked by the connection."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> None:
        """Nothing tells whether a plain body is whole."""


class _Gzip:
    """A gzip stream (RFC 1952): one member, with its checksum, and nothing after it."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        try:
            while data:
                yield self._stream.decompress(data, PIECE_BYTES)
                data = self._stream.unconsumed_tail
        except zlib.error as exc:
            raise DamagedBodyError("its gzip stream is altered") from exc
        if self._stream.unused_data:
            raise DamagedBodyError("bytes follow its gzip stream")

    def finish(self) -> None:
        if not self._stream.eof:
            raise DamagedBodyError("its gzip stream breaks off")


def _unpacker(encoding: str) -> _Plain | _Gzip:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case _:
            raise UnknownPackingError
