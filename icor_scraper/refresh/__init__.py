"""The whole chain: newest revision, double entry, guards, publishing, log. Holds no logic of its own.

    DIR/releases/, current, members.csv, ...    what `icor_scraper.publish` makes
    DIR/status.json                             when the source was last found to hold just this revision
    DIR/CHANGES.md, changes.jsonl               what each release changed
    DIR/quarantine/1299999999/                  what was refused, and why

Importing this loads nothing: the chain brings parsers and the HTTP library when it runs.

chain.py         the steps of a refresh, in order, and finish.py how they end
approval.py      a person publishes what was refused
source.py, published.py, folder.py    what a run finds: the revision, what is published, the folder
changes.py, changes_text.py, history.py, status.py, quarantine.py, refusal.py    what it keeps in the folder
outcome.py, monitoring.py             what it tells, and what is told of a folder later
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from icor_scraper.fetch import Client
    from icor_scraper.refresh.outcome import Run
    from icor_scraper.spec import DatasetSpec

R = TypeVar("R")


def refresh(
    spec: DatasetSpec[R],
    folder: Path | str,
    *,
    source: Path | str | None = None,
    title: str | None = None,
    language: str | None = None,
    api_url: str | None = None,
    contact: str | None = None,
    client: Client | None = None,
    keep_releases: int = 10,
    csv_safe: bool = False,
    copies: bool = False,
    allow_older: bool = False,
    now: datetime | None = None,
) -> Run:
    """Bring the dataset of `spec` in `folder` up to the newest revision, or leave it as it is.

    The revision is that of the page `title` (the spec's by default) of a wiki, as in `fetch_revision`, or
    what `source` holds, as in `read_revision`. Unless it is published already, its records are read from
    wikitext and HTML, held to the guards, and published all at once; what is refused is kept in
    quarantine. With `copies` plain paths are files, as `publish_files` tells. `now` is the present, for tests.

    Raises GuardError with all that speaks against the revision; ContactError, TransportError, ApiError and
    PageError where it cannot be had; ParseError, LayoutError and RecordError where it cannot be read with
    certainty; LockedError where another run is at work; DatasetError where a file of the folder cannot be read,
    PublishError where it cannot be written; ValueError for an argument that `source` has no use for.
    What was published before stands in every case.
    """
    from icor_scraper.refresh.chain import Chain, Options  # noqa: PLC0415  loaded when it runs
    from icor_scraper.refresh.folder import check_own_files  # noqa: PLC0415  as above
    from icor_scraper.refresh.source import open_source  # noqa: PLC0415  as above

    checked = check_own_files(folder)
    with open_source(
        source,
        spec=spec,
        title=title,
        language=language,
        api_url=api_url,
        contact=contact,
        client=client,
    ) as found:
        options = Options(keep_releases=keep_releases, csv_safe=csv_safe, copies=copies, allow_older=allow_older)
        return Chain(spec=spec, folder=checked, source=found, options=options, now=now or datetime.now(UTC)).run()
