"""Dataset -> bytes and back: one module a format, no disk and no clock.

    Dataset --render_files--> {"members.json": b"...", ...} --parse_files--> Dataset

The same dataset always gives the same bytes.
"""

from icor_scraper.export.description import Description
from icor_scraper.export.files import parse_files, render_files
from icor_scraper.export.json_format import render_article

__all__ = ["Description", "parse_files", "render_article", "render_files"]
