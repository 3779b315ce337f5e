"""The corpus of the benchmarks: 109 real articles of English Wikipedia, 5.9 MB, out of a PyPI package.

    python benchmarks/corpus.py DIR

gensim ships two cuts of English dumps as its test data; they are downloaded by the package's name and never kept in
this project. DIR gets one JSON an article: title, text, the dump's file and the revision's date. The texts are
Wikipedia's, CC BY-SA and GFDL.
"""

from __future__ import annotations

import bz2
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

PACKAGE = "gensim==4.4.0"
_SHORTEST = 1500
"""Characters below which a page is a stub, and left out."""

_UNSAFE = re.compile(r"[^\w-]+")


class Page(NamedTuple):
    """One article of a corpus."""

    title: str
    text: str
    html: str = ""
    """As MediaWiki renders it; "" where the corpus has no rendering."""


class CorpusError(Exception):
    """The corpus cannot be had; the message says why."""


def read_corpus(folder: Path, html: Path | None = None) -> list[Page]:
    """The articles of a folder of JSON files, with the renderings of the same names where `html` has them."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        rendering = html / f"{path.stem}.html" if html else None
        rendered = rendering.read_text(encoding="utf-8") if rendering and rendering.exists() else ""
        pages.append(Page(page["title"], page["text"], rendered))
    return pages


def download(folder: Path) -> Path:
    """Fill `folder` with the corpus, unless it is there already. Raises CorpusError where there is no network."""
    if any(folder.glob("*.json")):
        return folder
    with tempfile.TemporaryDirectory() as wheels:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        done = subprocess.run([*pip, PACKAGE, "--dest", wheels], capture_output=True, text=True, check=False)
        if done.returncode:
            reason = (done.stderr.strip() or "pip failed").splitlines()[-1]
            raise CorpusError(f"expected to download {PACKAGE}, found: {reason}")
        [wheel] = Path(wheels).glob("*.whl")
        _extract(wheel, folder)
    return folder


def _extract(wheel: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    seen = set()
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(name for name in archive.namelist() if re.search(r"enwiki.*\.bz2$", name)):
            for title, text, date in _articles(bz2.decompress(archive.read(name))):
                is_redirect = text.lower().lstrip().startswith("#redirect")
                if len(text) < _SHORTEST or is_redirect or title.lower() in seen:
                    continue
                seen.add(title.lower())
                digest = hashlib.md5(title.encode(), usedforsecurity=False).hexdigest()[:6]
                path = folder / f"{_UNSAFE.sub('_', title)[:80]}_{digest}.json"
                page = {"title": title, "source": Path(name).name, "date": date, "text": text}
                path.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")


def _articles(dump: bytes) -> Iterator[tuple[str, str, str]]:
    """(title, text, date) of each article's newest revision; the cuts end in the middle of a page."""
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
    root = etree.fromstring(dump, parser)
    for page in root.findall("{*}page"):
        revision = page.findall("{*}revision")[-1]
        if page.findtext("{*}ns", "0") == "0" and page.find("{*}redirect") is None:
            title, text = page.findtext("{*}title"), revision.findtext("{*}text")
            yield title or "", text or "", revision.findtext("{*}timestamp") or ""


if __name__ == "__main__":
    try:
        filled = download(Path(sys.argv[1]))
    except CorpusError as exc:
        sys.exit(str(exc))
    print(len(list(filled.glob("*.json"))), "articles in", filled)
