"""A stand-in for lxml that fails as a library in C can: it is found first on the path, and really does it."""

from __future__ import annotations

from pathlib import Path

_MODULE = """
import ctypes, os, signal, time

class LxmlError(Exception):
    pass

class HTMLParser:
    def __init__(self, **options):
        pass
    def feed(self, markup):
        {does}
    def close(self):
        pass
"""

CRASHES = {
    "SIGSEGV": "ctypes.string_at(0)",
    "SIGABRT": "os.abort()",
    "SIGKILL": "os.kill(os.getpid(), signal.SIGKILL)",  # as the system does where memory runs out
}
HANGS = "\n        while True: pass"
SLEEPS = "time.sleep(1000)"
GROWS = "\n        kept = []\n        while True: kept.append(bytearray(1 << 24))"
RAISES = "raise AssertionError('impossible tree')"
LEAVES = "os._exit(0)"
FAILS_AT_THE_END = "import atexit; atexit.register(os.abort)"


def write_broken_lxml(folder: Path, does: str) -> Path:
    """The folder to put first on the path, whose lxml `does` this when HTML is fed to it."""
    package = folder / "broken"
    (package / "lxml").mkdir(parents=True)
    (package / "lxml" / "__init__.py").write_text("", encoding="utf-8")
    (package / "lxml" / "etree.py").write_text(_MODULE.format(does=does), encoding="utf-8")
    return package
