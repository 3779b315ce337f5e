"""What each command accepts. Loads nothing of the commands themselves, so that --help is quick."""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path

from icor_scraper.cli import options, values
from icor_scraper.cli.usage import Commands, Formatter, Parser, Version


class Arguments(argparse.Namespace):
    """What was given; a command sets only its own, and the defaults below stand for what it does not have."""

    command: str
    log_json: bool
    quiet: bool
    folder: Path
    source: str
    title: str | None = None
    language: str | None = None
    api_url: str | None = None
    contact: str | None = None
    revision: int | None = None
    at: datetime | None = None
    file: Path | None
    what: str
    number: int | None
    json: bool
    csv: bool
    csv_safe: bool
    keep_releases: int
    copies: bool
    save: Path | None
    html: bool
    config: Path | None
    limit: list[tuple[str, float]]
    settle: timedelta | None = None
    allow_older: bool
    exit_code: bool
    jitter: float
    time_limit: float | None
    refused_revision: str
    reason: str
    by: str | None
    max_age: timedelta | None
    scheduler: str
    unit: str | None
    time: tuple[int, int]


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; parse into `Arguments`."""
    parser = Parser(
        prog="icor-scraper",
        formatter_class=Formatter,
        allow_abbrev=False,
        description="Turns the Wikipedia article on ICOR, and any MediaWiki article, into typed, checked data.",
        epilog="example: icor-scraper export out --source snapshot\n\n"
        "exit codes: 0 done, 1 changed (only with --exit-code), 2 usage or contact, 3 network, 4 page,\n"
        "5 layout or record, 6 refused by a guard, 7 locked, 8 output folder, 70 a fault of this program",
    )
    parser.add_argument("--version", action=Version, nargs=0, help="show the version and exit")
    commands = Commands(parser)
    _add_export(commands)
    _add_refresh(commands)
    _add_approve(commands)
    _add_check(commands)
    _add_schedule(commands)
    _add_show(commands)
    _add_fetch(commands)
    _add_parse(commands)
    return parser


def _add_export(commands: Commands) -> None:
    parser = commands.add(
        "export", "write the dataset of a source into a folder", "icor-scraper export out --source snapshot"
    )
    options.add_folder(parser)
    options.add_source(parser)
    options.add_which(parser)
    options.add_output(parser)
    options.add_limits(parser)


def _add_refresh(commands: Commands) -> None:
    parser = commands.add(
        "refresh",
        "bring a folder up to the newest revision, if no guard objects",
        "icor-scraper refresh data --contact you@your.org",
    )
    options.add_folder(parser)
    options.add_source(parser)
    options.add_output(parser)
    options.add_limits(parser)
    parser.add_argument(
        "--settle", type=values.duration, metavar="TIME", help="leave revisions younger than this for later, as 6h"
    )
    parser.add_argument(
        "--jitter", type=values.seconds, default=0.0, metavar="TIME", help="wait a random time up to this first, as 15m"
    )
    parser.add_argument(
        "--time-limit",
        type=values.time_limit,
        metavar="TIME",
        help="end the run after this time, the jitter included, with exit code 124, as 45m",
    )
    options.add_allow_older(parser)
    parser.add_argument("--exit-code", action="store_true", help="end with exit code 1 if something was published")
    options.add_json_run(parser)


def _add_approve(commands: Commands) -> None:
    parser = commands.add(
        "approve",
        "publish one revision that a guard refused",
        'icor-scraper approve data --revision 1299999999 --reason "the congress admitted 12 members"',
    )
    options.add_folder(parser)
    parser.add_argument(
        "--revision",
        dest="refused_revision",
        required=True,
        metavar="N",
        help="the revision, as its folder in quarantine/ is called",
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it is right; kept in CHANGES.md")
    parser.add_argument("--by", metavar="NAME", help="who approves it (default: your user name)")
    options.add_releases(parser)
    options.add_allow_older(parser)
    options.add_json_run(parser)


def _add_check(commands: Commands) -> None:
    parser = commands.add(
        "check",
        "check that what is published is whole and recent, for monitoring",
        "icor-scraper check data --max-age 36h",
    )
    options.add_folder(parser)
    parser.add_argument(
        "--max-age", type=values.duration, metavar="TIME", help="how long ago the last good refresh may be, as 36h"
    )
    options.add_json_run(parser)


def _add_schedule(commands: Commands) -> None:
    parser = commands.add(
        "schedule",
        "print a file that lets a scheduler refresh a folder every night",
        "icor-scraper schedule cron data --contact you@your.org",
    )
    parser.add_argument("scheduler", choices=("cron", "systemd", "github-actions"), help="for which scheduler")
    options.add_folder(parser)
    parser.add_argument("--contact", type=values.words, metavar="WHO", help="as for refresh")
    parser.add_argument(
        "--time", type=values.time_of_day, default=(3, 17), metavar="HH:MM", help="when (default: 03:17)"
    )
    parser.add_argument("--unit", choices=("service", "timer"), help="for systemd, which of its two files")


def _add_show(commands: Commands) -> None:
    parser = commands.add(
        "show",
        "show members, references, sections or tables",
        "icor-scraper show tables --source page.wikitext --number 0 --csv",
    )
    parser.add_argument("what", choices=("members", "references", "sections", "tables"), help="what to show")
    parser.add_argument(
        "--number", type=values.position, metavar="N", help="of the tables only this one, row by row (the first is 0)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as CSV, the default where no terminal is")
    options.add_source(
        parser,
        title_help="title of any page; of members, that of the article on ICOR if it was moved",
        last=f"{options.SAVED_FOLDER}, or, but for members, {options.HTML_PAGE}",
    )
    options.add_which(parser)


def _add_fetch(commands: Commands) -> None:
    parser = commands.add(
        "fetch",
        "fetch one revision of a page and print its wikitext",
        'icor-scraper fetch "Lake" --contact you@your.org --save answers',
    )
    parser.add_argument("title", type=values.words, metavar="TITLE", help="title of the page")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="print the revision's rendered HTML instead")
    form.add_argument("--json", action="store_true", help="print all that is known of the revision, as JSON")
    form.add_argument(
        "--save",
        type=values.path,
        metavar="FOLDER",
        help="save the wiki's answers there, for --source, and print nothing",
    )
    options.add_wiki(parser)
    options.add_which(parser)


def _add_parse(commands: Commands) -> None:
    parser = commands.add(
        "parse",
        "parse any article and print all that is in it, as JSON",
        "icor-scraper parse --file page.wikitext",
    )
    parser.add_argument(
        "--title", type=values.words, help="title of the page; with --file, of the page that the file holds"
    )
    parser.add_argument(
        "--file",
        type=values.path,
        metavar="PATH",
        help=f"a file or folder, as for --source of export, or {options.HTML_PAGE}",
    )
    options.add_wiki(parser)
    options.add_which(parser)
