"""MediaWiki's HTML with headings as newer releases write them."""

from __future__ import annotations

from typing import cast

import lxml.html
from lxml.html import HtmlElement

_HEADLINES = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]/span[@class='mw-headline']"


def with_todays_headings(html: str) -> str:
    """The legacy parser's HTML of 1.39 with headings as since 1.43: https://www.mediawiki.org/wiki/Heading_HTML_changes"""
    root = lxml.html.fromstring(f"<div>{html}</div>")
    for headline in cast("list[HtmlElement]", root.xpath(_HEADLINES)):
        heading = cast("HtmlElement", headline.getparent())
        block = lxml.html.Element("div", {"class": f"mw-heading mw-heading{heading.tag[1]}"})
        block.tail, heading.tail = heading.tail, None
        heading.addprevious(block)
        heading.set("id", headline.get("id") or "")
        after = [node for node in headline.itersiblings() if node.get("class") == "mw-editsection"]
        block.append(heading)
        for node in after:
            block.append(node)
        headline.drop_tag()
    text: str = lxml.html.tostring(root, encoding="unicode")
    return text
