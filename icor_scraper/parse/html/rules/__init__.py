"""What each element does to the walk: a rule for each role."""

from __future__ import annotations

from typing import Final

from icor_scraper.parse.html.roles import Role
from icor_scraper.parse.html.rules import blocks, headings, links, notes, tables
from icor_scraper.parse.html.walk import Rule

RULES: Final[dict[Role, Rule]] = {
    Role.HIDDEN: blocks.hidden,
    Role.ASIDE: blocks.aside,
    Role.POEM: blocks.poem,
    Role.ERROR: blocks.error,
    Role.HEADING: headings.heading,
    Role.HEADLINE: headings.headline,
    Role.TABLE: tables.table,
    Role.CAPTION: tables.caption,
    Role.ROW_GROUP: tables.row_group,
    Role.LAST_ROW_GROUP: tables.row_group,
    Role.ROW: tables.row,
    Role.CELL: tables.cell,
    Role.LINK: links.link,
    Role.NOTE_LINK: notes.note_link,
    Role.FILE: links.file,
    Role.CATEGORY: links.category,
    Role.CATEGORY_LINKS: links.category_links,
    Role.MARK: notes.mark,
    Role.NOTE_LIST: notes.note_list,
    Role.NOTE: notes.note,
    Role.NOTE_TEXT: notes.note_text,
}
"""All that the walk is told of: elements of other roles end in `strain`."""
