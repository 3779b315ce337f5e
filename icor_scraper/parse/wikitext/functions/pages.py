"""Names of pages: `PAGENAME` and its kin, `ns`, `#titleparts`, `#rel2abs`, `#special`.

https://www.mediawiki.org/wiki/Help:Magic_words#Page_names: without an argument they speak of the page
itself, with one of the page it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from icor_scraper.parse.wikitext.functions.call import Function, FunctionCall, Page, Variable, error, integer
from icor_scraper.parse.wikitext.functions.strings import wiki_encode
from icor_scraper.parse.wikitext.names.namespaces import local_names, namespaces_of
from icor_scraper.parse.wikitext.names.titles import ARTICLE, FILE, MEDIA, SPECIAL, Title, parse_title

_WITHOUT_SUBPAGES: Final = frozenset({MEDIA, SPECIAL, ARTICLE, FILE, 14})  # $wgNamespacesWithSubpages
_TALK_LANGUAGES: Final = frozenset({"en", "simple"})  # whose names of talk namespaces are known whole
_MOST_TITLE_PARTS = 25
_PREFIX_PROTOCOLS = r"(?:bitcoin|geo|magnet|mailto|news|sip|sips|sms|tel|urn|xmpp)"


def escape_wikitext(text: str) -> str:
    """The text with all that wikitext would read as markup written as character references."""
    escaped = re.sub(r"[\"&'<=>\[\]{|};]", lambda match: f"&#{ord(match[0])};", text)
    escaped = escaped.replace("__", "_&#95;").replace("://", "&#58;//")
    escaped = re.sub(r"(RFC|PMID|ISBN) ", r"\1&#32;", escaped)
    escaped = re.sub(rf"\b({_PREFIX_PROTOCOLS}):", r"\1&#58;", escaped, flags=re.IGNORECASE)
    return re.sub(r"^[#*: ]", lambda match: f"&#{ord(match[0])};", escaped)


Naming = Callable[[Title, Page], str | None]
"""One name of a page; None where the wiki's own names of namespaces are not known."""


def _subject(title: Title, page: Page) -> Title:
    return moved(title, title.namespace & ~1 if title.namespace > 0 else title.namespace, page)


def moved(title: Title, namespace: int, page: Page) -> Title:
    name = title.name
    prefix = local_names(page.language)[namespace] if namespace else ""
    return title._replace(namespace=namespace, text=f"{prefix}:{name}" if prefix else name)


def _is_known(title: Title, page: Page) -> bool:
    """Whether the names of the title's namespace and of its counterpart are known."""
    return page.language in _TALK_LANGUAGES and (
        title.namespace <= 0 or title.namespace ^ 1 in local_names(page.language) or title.namespace == 1
    )


def _namespace(title: Title, page: Page) -> str:
    return title.text.partition(":")[0] if title.namespace else ""


def _namespace_number(title: Title, page: Page) -> str:
    return str(title.namespace)


def _talk_space(title: Title, page: Page) -> str | None:
    if title.namespace < 0 or not title.text or title.interwiki:
        return ""
    return local_names(page.language)[title.namespace | 1] if _is_known(title, page) else None


def _subject_space(title: Title, page: Page) -> str | None:
    return _namespace(_subject(title, page), page) if _is_known(title, page) else None


def _page_name(title: Title, page: Page) -> str:
    return title.name


def _full_page_name(title: Title, page: Page) -> str:
    return title.text if title.namespace >= 0 and not title.interwiki else ""


def _talk_page_name(title: Title, page: Page) -> str | None:
    if title.namespace < 0 or not title.text or title.interwiki:
        return ""
    return moved(title, title.namespace | 1, page).text if _is_known(title, page) else None


def _subject_page_name(title: Title, page: Page) -> str | None:
    prefix = f"{title.interwiki}:" if title.interwiki else ""
    return prefix + _subject(title, page).text if _is_known(title, page) else None


def _has_subpages(title: Title) -> bool:
    return title.namespace not in _WITHOUT_SUBPAGES


def _base_page_name(title: Title, page: Page) -> str:
    return title.name.rpartition("/")[0] or title.name if _has_subpages(title) else title.name


def _root_page_name(title: Title, page: Page) -> str:
    return title.name.partition("/")[0] or title.name if _has_subpages(title) else title.name


def _subpage_name(title: Title, page: Page) -> str:
    return title.name.rpartition("/")[2] if _has_subpages(title) else title.name


_NAMINGS: Final[dict[str, tuple[Naming, bool]]] = {
    "PAGENAME": (_page_name, True),
    "FULLPAGENAME": (_full_page_name, True),
    "BASEPAGENAME": (_base_page_name, True),
    "ROOTPAGENAME": (_root_page_name, True),
    "SUBPAGENAME": (_subpage_name, True),
    "TALKPAGENAME": (_talk_page_name, True),
    "SUBJECTPAGENAME": (_subject_page_name, True),
    "ARTICLEPAGENAME": (_subject_page_name, True),
    "NAMESPACE": (_namespace, False),
    "TALKSPACE": (_talk_space, False),
    "SUBJECTSPACE": (_subject_space, False),
    "ARTICLESPACE": (_subject_space, False),
}
"""Name: how it is found, and whether the output is guarded against being read as markup."""


def _variable(naming: Naming, finish: Callable[[str], str]) -> Variable:
    def variable(page: Page) -> str | None:
        title = parse_title(page.title, page.language)
        name = naming(title, page) if title else None
        return None if name is None else finish(name)

    return variable


def _function(naming: Naming, finish: Callable[[str], str]) -> Function:
    def function(call: FunctionCall) -> str | None:
        title = parse_title(call.first, call.page.language)
        if title is None:
            return ""
        name = naming(title, call.page)
        return None if name is None else finish(name)

    return function


def _as_is(text: str) -> str:
    return text


def url_form(text: str) -> str:
    return wiki_encode(text.replace(" ", "_"))


def _escaped_url_form(text: str) -> str:
    return escape_wikitext(url_form(text))


def _page_tables() -> tuple[dict[str, Variable], dict[str, Function]]:
    """Each name, and the same with "E" after it for the form that addresses have."""
    variables: dict[str, Variable] = {"NAMESPACENUMBER": _variable(_namespace_number, _as_is)}
    functions: dict[str, Function] = {"NAMESPACENUMBER": _function(_namespace_number, _as_is)}
    for name, (naming, is_guarded) in _NAMINGS.items():
        plain, encoded = (escape_wikitext, _escaped_url_form) if is_guarded else (_as_is, url_form)
        for key, finish in ((name, plain), (f"{name}E", encoded)):
            variables[key] = _variable(naming, finish)
            functions[key] = _function(naming, finish)
    return variables, functions


PAGE_VARIABLES, PAGE_FUNCTIONS = _page_tables()


_FIRST_OF_THE_WIKI: Final = 100
"""Namespaces of lower numbers are the same on every wiki."""


def ns(call: FunctionCall) -> str | None:
    """The wiki's name of a namespace given by number or by any of its names; for any other word it is no function."""
    names = local_names(call.page.language)
    word = call.first.replace("_", " ").strip()
    number = integer(word) if integer(word) or word == "0" else namespaces_of(call.page.language).get(word.lower())
    call.is_template = number is None
    if number is None:
        return None
    if number == ARTICLE:
        return ""
    return names.get(number, "" if number < _FIRST_OF_THE_WIKI else None)


def nse(call: FunctionCall) -> str | None:
    name = ns(call)
    return None if name is None else url_form(name)


def special(call: FunctionCall) -> str:
    """`{{#special:name}}`: the name of a special page on this wiki; the English ones are known."""
    language = call.page.language
    title = parse_title(f"Special:{call.first}", language) if call.first.strip(":") else None
    return title.text if title else f"{local_names(language)[SPECIAL]}:Badtitle"


def speciale(call: FunctionCall) -> str:
    return url_form(special(call))


def titleparts(call: FunctionCall) -> str:
    """`{{#titleparts:A/B/C|count|first}}`: some of the parts between slashes."""
    title = parse_title(call.first, call.page.language)
    if title is None:
        return call.first
    name = f"{title.interwiki}:{title.text}" if title.interwiki else title.text
    parts = name.split("/", _MOST_TITLE_PARTS - 1)
    count, first = integer(call.arg(0)), integer(call.arg(1))
    start = first - 1 if first > 0 else max(len(parts) + first, 0) if first else 0
    end = start + count if count > 0 else max(len(parts) + count, 0)
    return "/".join(parts[start:end])


def rel2abs(call: FunctionCall) -> str:
    """A path such as "../b" as seen from another page, by default from this one."""
    base = call.text(0) or call.page.title
    path = call.first.rstrip(" /")
    if path in {"", "."}:
        return base
    if not path.startswith(("/", "./", "../")) and path != "..":
        base = ""
    found: list[str] = []
    steps = [step for step in f"{base}/{path}".split("/") if step not in {"", "."}]
    for step in steps:
        if step != "..":
            found.append(step)
        elif found:
            found.pop()
        else:
            shown = "/".join(steps)
            return error(f'Error: Invalid depth in path: "{shown}" (tried to access a node above the root node).')
    return "/".join(found)
