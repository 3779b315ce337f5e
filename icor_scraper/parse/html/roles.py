"""What each element of MediaWiki's HTML is to a reader of facts: all that is known of its markup.

Parsoid's markup: https://www.mediawiki.org/wiki/Specs/HTML, and
https://www.mediawiki.org/wiki/Specs/HTML/Extensions/Cite for footnotes. The legacy parser's was read
off the answers of MediaWiki 1.39 and of today's Wikipedia.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum, auto
from functools import lru_cache

from icor_scraper.parse.html.addresses import title_of


class Role(IntEnum):
    """The closed set of parts that an element can play."""

    INLINE = auto()
    """None of its own; only what is in it counts."""
    BLOCK = auto()
    """It stands on lines of its own, so that it separates words."""
    DROPPED = auto()
    """Neither it nor anything in it is of the article: edit links, table of contents, styles."""
    OUTSIDE = auto()
    """Of the skin: beside the article or around it."""
    FRAME = auto()
    """Around the article too, in the element where the skin has it."""
    HIDDEN = auto()
    """Not displayed: its words and tables do not count, its links and footnote marks do."""
    ASIDE = auto()
    """A picture with its caption, a gallery or an editor's tag: its words are not the text's."""
    POEM = auto()
    """Text that an extension parses by itself."""
    ERROR = auto()
    """An error message of the wiki."""
    HEADING = auto()
    HEADLINE = auto()
    """The part of an older heading that has its anchor."""
    TABLE = auto()
    CAPTION = auto()
    ROW_GROUP = auto()
    LAST_ROW_GROUP = auto()
    """`<tfoot>`, which HTML lays out after all others."""
    ROW = auto()
    CELL = auto()
    LINK = auto()
    FILE = auto()
    """The picture, sound or film that Parsoid names in `resource`."""
    CATEGORY = auto()
    CATEGORY_LINKS = auto()
    """The links to the page's categories that a skin shows."""
    MARK = auto()
    """A footnote mark."""
    NOTE_LINK = auto()
    """A link to a note."""
    NOTE_LIST = auto()
    NOTE = auto()
    NOTE_TEXT = auto()


HEADING = "x-h"
"""How the name begins of the elements that `strain` may put in the place of `<h1>` to `<h6>`."""

_BY_NAME = {
    **dict.fromkeys(("style", "script", "noscript", "template", "title"), Role.DROPPED),
    **dict.fromkeys((f"{prefix}{level}" for prefix in ("h", HEADING) for level in range(1, 7)), Role.HEADING),
    **dict.fromkeys(("thead", "tbody"), Role.ROW_GROUP),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(
        "address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption "
        "footer form header hgroup hr li main menu nav ol p pre search section summary ul".split(),
        Role.BLOCK,
    ),
    "table": Role.TABLE,
    "caption": Role.CAPTION,
    "tfoot": Role.LAST_ROW_GROUP,
    "tr": Role.ROW,
    "a": Role.LINK,
    "figure": Role.ASIDE,
}
_DETAILS = "mw-subreference-list"
_BY_CLASS = {
    "mw-editsection": Role.DROPPED,
    "editsection": Role.DROPPED,  # until 1.21
    "edit-page": Role.DROPPED,  # on phones
    "printfooter": Role.DROPPED,
    "mw-jump-link": Role.DROPPED,
    "mw-cite-backlink": Role.DROPPED,
    "magnify": Role.DROPPED,
    "sortkey": Role.HIDDEN,
    "thumb": Role.ASIDE,
    "gallery": Role.ASIDE,
    "Inline-Template": Role.ASIDE,
    "poem": Role.POEM,
    "mw-headline": Role.HEADLINE,
    "reference-text": Role.NOTE_TEXT,
    "mw-reference-text": Role.NOTE_TEXT,
}
_BY_NAME_AND_CLASS = {
    ("sup", "reference"): Role.MARK,
    ("ol", "references"): Role.NOTE_LIST,
    ("ol", _DETAILS): Role.NOTE_LIST,
    ("span", "noprint"): Role.ASIDE,  # marks for who edits or follows a link, as the "[fr]" after a red one
}
_CATEGORY_LINKS_IDS = ("mw-normal-catlinks", "mw-hidden-catlinks")
_BY_NAME_AND_ID = {  # an id alone may be a heading's anchor
    ("div", "toc"): Role.DROPPED,
    ("table", "toc"): Role.DROPPED,  # until 1.19
    ("h3", "siteSub"): Role.DROPPED,  # this and what follows stand in `bodyContent`
    (f"{HEADING}3", "siteSub"): Role.DROPPED,
    **{("div", name): Role.DROPPED for name in ("siteSub", "contentSub", "contentSub2", "jump-to-nav")},
    ("div", "catlinks"): Role.ASIDE,
    **{("div", name): Role.CATEGORY_LINKS for name in _CATEGORY_LINKS_IDS},
}
# As plain names, since an enum's attributes are slow to look up.
_INLINE, _BLOCK, _DROPPED, _HIDDEN, _HEADING = Role.INLINE, Role.BLOCK, Role.DROPPED, Role.HIDDEN, Role.HEADING
_LINK, _NOTE_LINK, _NOTE = Role.LINK, Role.NOTE_LINK, Role.NOTE
_CATEGORY = "mw:PageProp/Category"
_UNDISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_PICTURES = frozenset({"img", "video", "audio", "span"})
_MEDIA = ("mw:File", "mw:Image", "mw:Video", "mw:Audio")

_PICTURE_CLASSES = frozenset({"image", "mw-file-description"})
"""Classes of a link that is put around a picture of its own file (until 1.40, and since)."""


def role_of(name: str, attributes: Mapping[str, str]) -> Role:
    """The role of the element `name`."""
    role = _BY_NAME.get(name, _INLINE)
    if not attributes:
        return _INLINE if role is _LINK else role
    if role is _DROPPED or attributes.get("rel") == "mw:referencedBy":
        return _DROPPED
    if "id" in attributes and (found := _BY_NAME_AND_ID.get((name, attributes["id"]))):
        return found
    if role is _HEADING:
        return role
    if name == "li" and attributes.get("id", "").startswith("cite_note"):
        return _NOTE
    if role is _LINK and "#cite_note" in attributes.get("href", ""):
        return _NOTE_LINK
    if "style" in attributes and _UNDISPLAYED.search(attributes["style"]):
        return _HIDDEN
    if "class" in attributes and (role is _INLINE or role is _BLOCK or role is _LINK):  # a part of a table stays one
        role = _role_by_class(name, attributes["class"], role)
    if role is _INLINE:
        return _role_by_annotation(name, attributes)
    return role


@lru_cache(maxsize=4096)
def _role_by_class(name: str, classes: str, role: Role) -> Role:
    for token in classes.split():
        if found := _BY_CLASS.get(token) or _BY_NAME_AND_CLASS.get((name, token)):
            return found
        if token.endswith("error"):
            return Role.ERROR
    return role


def _role_by_annotation(name: str, attributes: Mapping[str, str]) -> Role:
    if name in _PICTURES and "resource" in attributes:
        return Role.FILE
    if name == "link" and attributes.get("rel") == _CATEGORY:
        return Role.CATEGORY
    if attributes.get("typeof", "").removeprefix("mw:Error ").startswith(_MEDIA):
        return Role.ASIDE
    return _INLINE


def is_category_links(attributes: Mapping[str, str]) -> bool:
    """Whether a part of the skin has links to the page's categories, all or the hidden ones."""
    return attributes.get("id") in _CATEGORY_LINKS_IDS


def is_file_link(attributes: Mapping[str, str]) -> bool:
    """Whether a link shows a file, or stands for one that is missing.

    The legacy parser of a wiki without uploads writes a missing picture just as that of another wiki writes
    `[[:File:X|words]]` where page X exists: both are read as pictures. Parsoid's HTML tells them apart.
    """
    if "class" in attributes and not _PICTURE_CLASSES.isdisjoint(attributes["class"].split()):
        return True
    title = attributes.get("title", "")
    if is_upload_link(attributes):
        return ":" in title
    return title.startswith("File:") and "rel" not in attributes and "redlink=1" not in attributes.get("href", "")


def is_upload_link(attributes: Mapping[str, str]) -> bool:
    """Whether a link asks for the upload of a file: its title is that of a picture's page, or the file that
    `[[Media:]]` names."""
    return "wpDestFile=" in attributes.get("href", "")


def is_list_of_details(attributes: Mapping[str, str]) -> bool:
    """Whether a list of notes in a note holds its details.

    https://meta.wikimedia.org/wiki/WMDE_Technical_Wishes/Sub-referencing
    """
    return _DETAILS in attributes.get("class", "").split()


def is_numbered(attributes: Mapping[str, str]) -> bool:
    """Whether a link shows only a number, as `[url]` does, which is none of the text."""
    return "class" in attributes and "autonumber" in attributes["class"].split()


def shows_missing_template(attributes: Mapping[str, str], words: str) -> bool:
    """Whether a link stands for a template that the wiki lacks, of which it shows the title and nothing else."""
    return words.startswith("Template:") and (
        "new" in attributes.get("class", "").split() and words == title_of(attributes.get("href", ""))
    )
