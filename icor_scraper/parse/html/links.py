"""Wikilinks and external links from their addresses."""

from __future__ import annotations

from icor_scraper.models import ExternalLink, Wikilink, maker
from icor_scraper.parse.html.addresses import decode, title_of
from icor_scraper.parse.html.page import LinkNode
from icor_scraper.parse.html.roles import is_upload_link

_NOT_LINKED = ("Category:", "File:")
"""Namespaces whose pages a link leads to only if it is written with a colon before."""

make_wikilink = maker(Wikilink)


def read_link(link: LinkNode, page_title: str) -> Wikilink | ExternalLink | None:
    """The record of a link on the page `page_title`; None where it leads to no page or place."""
    if link.file is not None:
        return _wikilink(link, _file_title(link), "")
    if _is_magic(link):
        return None
    classes = link.attributes.get("class", "").split()
    if _is_external(link, classes):
        return ExternalLink(url=link.attributes["href"], text=_label(link, classes), span=None)
    address, _, fragment = link.attributes.get("href", "").partition("#")
    return _wikilink(link, _target_title(link, address, classes, page_title), fragment)


def _wikilink(link: LinkNode, title: str, fragment: str) -> Wikilink | None:
    if not title and not fragment:
        return None
    decoded = decode(fragment)
    target = f"{title}#{decoded}" if fragment else title
    return make_wikilink(
        target=target if link.file is not None or not title.startswith(_NOT_LINKED) else f":{target}",
        title=title,
        fragment=decoded if fragment else None,
        text=link.text,
        span=None,
    )


def _target_title(link: LinkNode, address: str, classes: list[str], page_title: str) -> str:
    """The title of the page that a wikilink leads to; "" for a section of its own page."""
    attributes = link.attributes
    title = attributes.get("title", "")
    if "selflink" in classes:
        return page_title
    if attributes.get("rel") == "mw:MediaLink" or "internal" in classes or is_upload_link(attributes):
        return title_of(attributes["resource"]) if "resource" in attributes else f"Media:{title}"
    if not address:
        return ""
    if title and "new" not in classes and not address.startswith("./"):
        return title  # of an address outside the wiki, or whose form the wiki's settings say
    told = title_of(address)
    return "" if told == page_title and not title else told


def _is_magic(link: LinkNode) -> bool:
    """Whether the wiki made the link of a bare "ISBN 0..." or "RFC 1": Parsoid gives it no title."""
    attributes = link.attributes
    if "mw-magiclink" in attributes.get("class", ""):
        return True
    return "title" not in attributes and attributes.get("href", "").startswith("./Special:BookSources/")


def _is_external(link: LinkNode, classes: list[str]) -> bool:
    return "href" in link.attributes and ("external" in classes or link.attributes.get("rel") == "mw:ExtLink")


def _label(link: LinkNode, classes: list[str]) -> str | None:
    """What an external link shows; None for one that is only numbered."""
    if "autonumber" in classes or (link.attributes.get("rel") == "mw:ExtLink" and not link.text):
        return None
    return link.text


def _file_title(link: LinkNode) -> str:
    """The title of a picture's page, "File:" in the language of the wiki."""
    title = link.attributes.get("title", "")
    if title.startswith("File:") or is_upload_link(link.attributes):
        return title
    return title_of((link.file or "").partition("#")[0])
