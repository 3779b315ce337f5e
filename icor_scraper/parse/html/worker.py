"""The process that reads HTML: HTML on standard input, an Answer on standard output.

`apart` starts it, with the limits in bytes and seconds as arguments.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from icor_scraper.errors import ParseError
from icor_scraper.parse.html.answer import Answer, encode_answer


def main(memory_bytes: int, cpu_s: int) -> None:
    """Read, answer, and end at once: nothing that a library leaves for the end can fail any more."""
    _limit(memory_bytes, cpu_s)
    try:
        data = encode_answer(_answer(sys.stdin.buffer.read()))
    except MemoryError:
        data = encode_answer(Answer(refusal=f"expected HTML that is read in {memory_bytes >> 20} MiB, found more"))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    os._exit(0)


def _answer(data: bytes) -> Answer:
    from icor_scraper.parse.html.article import read_html  # noqa: PLC0415  brings lxml, which the limits shall hold

    try:
        page, is_repaired = read_html(data.decode("utf-8", "surrogatepass"))
    except ParseError as error:
        return Answer(refusal=str(error))
    return Answer(page=page, is_repaired=is_repaired)


def _limit(memory_bytes: int, cpu_s: int) -> None:
    """Let the system hold this process to its limits, as far as it can: Windows cannot, macOS not the memory."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    limits = {
        resource.RLIMIT_AS: (memory_bytes, memory_bytes),
        resource.RLIMIT_CPU: (cpu_s, cpu_s + 5),  # at the first SIGXCPU, which tells the reason; then SIGKILL
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, limit in limits.items():
        with suppress(ValueError, OSError):  # a lower limit holds already, or the system has none
            resource.setrlimit(kind, limit)
