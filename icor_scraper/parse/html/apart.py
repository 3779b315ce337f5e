"""HTML read in a process of its own: a library in C that a page brings down takes that process with it alone."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass

import msgspec

from icor_scraper.errors import ParseError
from icor_scraper.models import Article, Revision
from icor_scraper.parse.html.answer import Answer, decode_answer
from icor_scraper.parse.html.document import HtmlDocument

_BOOT = (
    "import sys; memory, cpu, *sys.path[:] = sys.argv[1:]; "
    "from icor_scraper.parse.html.worker import main; main(int(memory), int(cpu))"
)
"""Started so, and not by multiprocessing, a script that calls us needs no guard of its own against being run again;
with this process's own path, it finds the same modules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLimits:
    """What reading a page may cost: twice the memory and ten times the time that 16 MiB of HTML take which hold
    as many elements as are kept (`strain.MAX_ELEMENTS`). The largest page that MediaWiki stores has about 20 MiB."""

    memory_bytes: int = 1 << 30
    """Of address space."""
    cpu_s: int = 60
    total_s: float = 180.0
    """By the clock, on a machine that has other things to do."""


DEFAULT_LIMITS = ReaderLimits()


def parse_html_apart(
    html: str, *, title: str = "", revision: Revision | None = None, limits: ReaderLimits = DEFAULT_LIMITS
) -> Article:
    """What parse_html gives, with the libraries in C at work in a process of their own.

    Raises ParseError as parse_html does, and where that process is ended by a signal or goes beyond
    `limits`; RuntimeError where it fails by a fault of ours. Where no Python can be started, as in a frozen
    program, the HTML is read in this process.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        from icor_scraper.parse.html.article import parse_html  # noqa: PLC0415  brings lxml

        return parse_html(html, title=title, revision=revision)
    answer = _read(html.encode("utf-8", "surrogatepass"), limits)
    if answer.page is None:
        raise ParseError(answer.refusal)
    title = title or (revision.title if revision else "")
    document = HtmlDocument(answer.page, title=title, is_repaired=answer.is_repaired)
    return Article(title=title, wikitext=None, revision=revision, _document=document)


def _read(data: bytes, limits: ReaderLimits) -> Answer:
    command = [sys.executable, "-c", _BOOT, str(limits.memory_bytes), str(limits.cpu_s), *sys.path]
    try:
        code, answer, errors = _run(command, data, limits.total_s)
    except subprocess.TimeoutExpired as exc:
        raise _error(f"that it takes more than {limits.total_s:g} s") from exc
    except OSError as exc:
        raise ParseError(f"expected a process to read the HTML in, found: {exc.strerror}") from exc
    if code < 0:
        raise _error(_ending(-code, limits))
    if code:
        last_line = errors.decode(errors="replace").rstrip().rpartition("\n")[2]
        raise RuntimeError(f"the process that reads HTML failed: {last_line}")
    try:
        return decode_answer(answer)
    except msgspec.DecodeError as exc:
        raise _error("that its reader broke off") from exc


def _run(command: list[str], data: bytes, total_s: float) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of a process, which is gone when this ends, however it does."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:  # noqa: S603  our own code
        try:
            answer, errors = process.communicate(data, total_s)
        except BaseException:  # a signal to this process included
            process.kill()
            process.wait()
            raise
        return process.returncode, answer, errors


def _ending(number: int, limits: ReaderLimits) -> str:
    if number == getattr(signal, "SIGXCPU", None):
        return f"that it takes more than {limits.cpu_s} s of CPU time"
    names = {signal_.value: signal_.name for signal_ in signal.Signals}
    return f"that its reader was ended by {names.get(number, f'signal {number}')}"


def _error(found: str) -> ParseError:
    return ParseError(f"expected HTML that can be read, found {found}")
