"""Addresses of pages, of this wiki and of others: `localurl`, `fullurl`, `canonicalurl`.

https://www.mediawiki.org/wiki/Help:Magic_words#URL_data, and for other wikis
https://www.mediawiki.org/wiki/Manual:Interwiki.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final
from urllib.parse import unquote_plus

from icor_scraper.parse.wikitext.functions.call import Function, FunctionCall
from icor_scraper.parse.wikitext.functions.pages import moved, url_form
from icor_scraper.parse.wikitext.names.namespaces import LANGUAGE_CODES
from icor_scraper.parse.wikitext.names.titles import FILE, MEDIA, Title, parse_title

_HOSTS: Final = {
    **dict.fromkeys(("c", "commons"), "commons.wikimedia.org"),
    **dict.fromkeys(("d", "wikidata"), "www.wikidata.org"),
    **dict.fromkeys(("m", "meta", "metawikimedia", "metawiki"), "meta.wikimedia.org"),
    **dict.fromkeys(("mw", "mediawikiwiki"), "www.mediawiki.org"),
    **dict.fromkeys(("species", "wikispecies"), "species.wikimedia.org"),
}
"""Wikis that are one for all languages, by their prefix."""
_ENGLISH_HOSTS: Final = {
    "w": "en.wikipedia.org",
    **dict.fromkeys(("b", "wikibooks"), "en.wikibooks.org"),
    **dict.fromkeys(("n", "wikinews"), "en.wikinews.org"),
    **dict.fromkeys(("q", "wikiquote"), "en.wikiquote.org"),
    **dict.fromkeys(("s", "wikisource"), "en.wikisource.org"),
    **dict.fromkeys(("v", "wikiversity"), "en.wikiversity.org"),
    **dict.fromkeys(("voy", "wikivoyage"), "en.wikivoyage.org"),
    **dict.fromkeys(("wikt", "wiktionary"), "en.wiktionary.org"),
}
"""Those that are of the wiki's own language, as from English."""


def _host(prefix: str, call: FunctionCall) -> str | None:
    """The wiki of a prefix; None where it is not known."""
    page = call.page
    if prefix in LANGUAGE_CODES and (not page.server or page.server.endswith(".wikipedia.org")):
        return f"{prefix}.wikipedia.org"
    return _HOSTS.get(prefix) or (_ENGLISH_HOSTS.get(prefix) if page.language == "en" else None)


def _elsewhere(title: Title, call: FunctionCall) -> str | None:
    """The address of a page of another wiki."""
    host = _host(title.interwiki, call)
    query = call.text(0)
    return f"https://{host}/wiki/{url_form(title.text)}{f'?{query}' if query else ''}" if host else None


def _here(title: Title, call: FunctionCall) -> str:
    """The path of a page of this wiki, as on Wikimedia's."""
    if title.namespace == MEDIA:
        title = moved(title, FILE, call.page)
    name, query = url_form(title.text), call.text(0)
    return f"/w/index.php?title={name}&{query}" if query else f"/wiki/{name}"


def _address(call: FunctionCall, scheme: str | None) -> str | None:
    """The address, which begins with the scheme; with None the path alone where the wiki is this one."""
    language = call.page.language
    title = parse_title(call.first, language) or parse_title(unquote_plus(call.first), language)
    if title is None:
        call.is_template = True
        return None
    server = "" if scheme is None else f"{scheme}{call.page.server}"
    if not title.interwiki and scheme is not None and not call.page.server:
        return None
    address = _elsewhere(title, call) if title.interwiki else f"{server}{_here(title, call)}"
    is_whole = address is not None and scheme is not None and title.fragment
    return f"{address}#{(title.fragment or '').replace(' ', '_')}" if is_whole else address


def _plain(scheme: str | None) -> Function:
    return lambda call: _address(call, scheme)


def _escaped(scheme: str | None) -> Function:
    def function(call: FunctionCall) -> str | None:
        address = _address(call, scheme)
        return None if address is None else escape(address, quote=False)

    return function


_FORMS: Final[dict[str, Callable[[str | None], Function]]] = {"": _plain, "e": _escaped}

ADDRESS_FUNCTIONS: Final[dict[str, Function]] = {
    f"{name}{ending}": form(scheme)
    for name, scheme in (("localurl", None), ("fullurl", ""), ("canonicalurl", "https:"))
    for ending, form in _FORMS.items()
}
