"""Links and calls from a page to its subpages and to the pages above it: `[[/below]]` and `{{../beside}}`.

https://www.mediawiki.org/wiki/Help:Subpages. They work on pages of most namespaces, but not on articles.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from icor_scraper.parse.wikitext.names.titles import ARTICLE, CATEGORY, FILE, parse_title, template_title

_WITHOUT_SUBPAGES: Final = frozenset({ARTICLE, FILE, CATEGORY})
_UPWARDS = re.compile(r"(?:\.\./)*").match


@lru_cache(maxsize=64)
def subpage_base(title: str, language: str) -> str:
    """The page that `[[/below]]` on the page `title` starts from: itself, or "" where its namespace has no subpages."""
    parsed = parse_title(title, language)
    return "" if parsed is None or parsed.namespace in _WITHOUT_SUBPAGES else parsed.text


def called_title(name: str, page: str, language: str) -> str | None:
    """As template_title, of what `{{name}}` calls on the title `page`: `{{/below}}` may be a page below it."""
    if name.startswith(("/", "../")) and (base := subpage_base(page, language)):
        whole = resolve(name, base)[0]
        name = name if whole == name else f":{whole}"
    return template_title(name, language)


def resolve(target: str, base: str) -> tuple[str, str | None]:
    """(the whole title, the words that the link shows where it has none of its own) of a link's target on `base`.

    The target stays as it is, and the words are None, where it leads from no page to another.
    """
    path, hash_, fragment = target.partition("#")
    path, suffix = path.strip(), hash_ + fragment
    if path.startswith("/"):
        name = path.rstrip("/")[1:]
        whole = f"{base}/{name.strip()}{suffix}"
        return whole, (name if path.endswith("/") else path) + suffix or whole
    steps = _UPWARDS(path)
    up = len(steps[0]) // 3 if steps else 0
    parts = base.split("/")
    if not 0 < up < len(parts):
        return target, None
    name = path[3 * up :]
    whole = "/".join([*parts[:-up], *([name.rstrip("/").strip()] if name.strip("/ ") else [])]) + suffix
    return whole, (name.rstrip("/") + suffix or whole) if name.endswith("/") else whole
