"""icor-scraper export: one source into a folder."""

from __future__ import annotations

from pathlib import Path

from icor_scraper.candidate import make_dataset, warn_of_one_reading
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.config import limited, read_config
from icor_scraper.cli.exit_codes import ExitCode
from icor_scraper.cli.messages import log
from icor_scraper.cli.sources import obtain_revision, wanted
from icor_scraper.errors import PublishError
from icor_scraper.members import MEMBERS
from icor_scraper.publish import write_dataset
from icor_scraper.publish.folder import check_folder
from icor_scraper.refresh.status import STATUS_NAME


def run(arguments: Arguments) -> ExitCode:
    """Write the dataset, and tell where."""
    config = read_config(arguments.config)
    spec = limited(MEMBERS, arguments, config)
    _refuse_refreshed(check_folder(arguments.folder))
    want = wanted(arguments, arguments.source, config, live_title=spec.title)
    revision = obtain_revision(arguments, want, config, with_html=True)
    dataset = make_dataset(spec, revision)
    release = write_dataset(
        dataset,
        arguments.folder,
        keep_releases=arguments.keep_releases,
        csv_safe=arguments.csv_safe,
        copies=arguments.copies,
    )
    state = "wrote" if release.is_new else "unchanged:"
    log.info("%s %d %s, %s (%s)", state, len(dataset.records), spec.name, dataset.verified_by, release.path)
    if release.is_new:
        warn_of_one_reading(dataset, release.path.name)
    return ExitCode.DONE


def _refuse_refreshed(folder: Path) -> None:
    """A folder that refresh keeps is held to what it published before, which export does not look at."""
    if (folder / STATUS_NAME).exists():
        found = f"one that refresh keeps ({folder})"
        raise PublishError(
            f"expected a folder of its own, found {found}: use refresh, which compares with what is published",
            path=str(folder),
        )
