"""icor-scraper parse: all that is in any article, as JSON."""

from __future__ import annotations

import os

from icor_scraper.cli import output
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode, UsageError
from icor_scraper.cli.pages import obtain_article
from icor_scraper.cli.sources import LIVE
from icor_scraper.export.json_format import render_article


def run(arguments: Arguments) -> ExitCode:
    """Print the article's record."""
    if arguments.title is None and arguments.file is None:
        raise UsageError("expected --title or --file, found neither (see icor-scraper parse --help)")
    source = LIVE if arguments.file is None else os.path.join(".", arguments.file)  # noqa: PTH118 -- Path drops the "./"
    output.write_json(render_article(obtain_article(arguments, source)))
    return ExitCode.DONE
