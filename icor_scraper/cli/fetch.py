"""icor-scraper fetch: one revision of any page."""

from __future__ import annotations

from icor_scraper.cli import output
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode
from icor_scraper.cli.messages import log, tell_notes, waiting
from icor_scraper.cli.sources import LIVE, opened_client, wanted
from icor_scraper.export.json_format import render_json
from icor_scraper.fetch import fetch_revision


def run(arguments: Arguments) -> ExitCode:
    """Print the revision's wikitext, HTML or record, or save the answers it was read from."""
    want = wanted(arguments, LIVE)
    with opened_client(arguments) as client, waiting(f"Fetching {want.title} ..."):
        revision = fetch_revision(
            want.title,
            language=want.language,
            api_url=want.api_url,
            revision_id=want.revision_id,
            at=want.at,
            client=client,
            with_html=arguments.html or arguments.json or arguments.save is not None,
            save_to=arguments.save,
        )
    tell_notes(revision)
    if arguments.save is not None:
        log.info("saved revision %s of %s (%s)", revision.revision_id, revision.title, arguments.save)
    elif arguments.json:
        output.write_json(render_json(revision))
    else:
        output.write_text((revision.html or "") if arguments.html else revision.wikitext)
    return ExitCode.DONE
