"""What each command accepts. Loads nothing of the commands themselves, so that --help is quick."""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Never

from icor_scraper.cli import output, values
from icor_scraper.version import __version__

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_WIDTH = 100
"""Characters of a line of help, the same on every terminal."""

_MOVED = "title of the article on ICOR, if it was moved"
_FOLDER = "a folder that fetch --save wrote"
_HTML = "a page of HTML as a browser saves it (.html, .htm)"


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


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and fails where help cannot be written."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        if file is None:
            output.write_text(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> Never:
        line = " ".join(message.split()).encode("unicode_escape").decode("ascii")
        self.exit(2, f"{self.prog}: {line} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    """Prints the version and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> Never:
        output.write_text(f"{parser.prog} {__version__}\n")
        parser.exit()


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=30)


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; parse into `Arguments`."""
    parser = _Parser(
        prog="icor-scraper",
        formatter_class=_Formatter,
        allow_abbrev=False,
        description="Turns the Wikipedia article on ICOR, and any MediaWiki article, into typed, checked data.",
        epilog="example: icor-scraper export out --source snapshot\n\n"
        "exit codes: 0 done, 1 changed (only with --exit-code), 2 usage or contact, 3 network, 4 page,\n"
        "5 layout or record, 6 refused by a guard, 7 locked, 8 output folder, 70 a fault of this program",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = _Commands(parser)
    _add_export(commands)
    _add_refresh(commands)
    _add_approve(commands)
    _add_check(commands)
    _add_schedule(commands)
    _add_show(commands)
    _add_fetch(commands)
    _add_parse(commands)
    return parser


class _Commands:
    """Adds commands that all look alike."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._subparsers = parser.add_subparsers(
            dest="command", metavar="COMMAND", required=True, title="commands", parser_class=_Parser
        )

    def add(self, name: str, does: str, example: str) -> argparse.ArgumentParser:
        parser = self._subparsers.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=f"example: {example}",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        messages = parser.add_argument_group("messages on standard error")
        messages.add_argument("--quiet", action="store_true", help="only warnings and errors")
        messages.add_argument("--log-json", action="store_true", help="one JSON object a line")
        return parser


def _add_export(commands: _Commands) -> None:
    parser = commands.add(
        "export", "write the dataset of a source into a folder", "icor-scraper export out --source snapshot"
    )
    _add_folder(parser)
    _add_source(parser)
    _add_which(parser)
    _add_output(parser)
    _add_limits(parser)


def _add_refresh(commands: _Commands) -> None:
    parser = commands.add(
        "refresh",
        "bring a folder up to the newest revision, if no guard objects",
        "icor-scraper refresh data --contact you@your.org",
    )
    _add_folder(parser)
    _add_source(parser)
    _add_output(parser)
    _add_limits(parser)
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
    _add_allow_older(parser)
    parser.add_argument("--exit-code", action="store_true", help="end with exit code 1 if something was published")
    _add_json_run(parser)


def _add_approve(commands: _Commands) -> None:
    parser = commands.add(
        "approve",
        "publish one revision that a guard refused",
        'icor-scraper approve data --revision 1299999999 --reason "the congress admitted 12 members"',
    )
    _add_folder(parser)
    parser.add_argument(
        "--revision",
        dest="refused_revision",
        required=True,
        metavar="N",
        help="the revision, as its folder in quarantine/ is called",
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it is right; kept in CHANGES.md")
    parser.add_argument("--by", metavar="NAME", help="who approves it (default: your user name)")
    _add_releases(parser)
    _add_allow_older(parser)
    _add_json_run(parser)


def _add_check(commands: _Commands) -> None:
    parser = commands.add(
        "check",
        "check that what is published is whole and recent, for monitoring",
        "icor-scraper check data --max-age 36h",
    )
    _add_folder(parser)
    parser.add_argument(
        "--max-age", type=values.duration, metavar="TIME", help="how long ago the last good refresh may be, as 36h"
    )
    _add_json_run(parser)


def _add_schedule(commands: _Commands) -> None:
    parser = commands.add(
        "schedule",
        "print a file that lets a scheduler refresh a folder every night",
        "icor-scraper schedule cron data --contact you@your.org",
    )
    parser.add_argument("scheduler", choices=("cron", "systemd", "github-actions"), help="for which scheduler")
    _add_folder(parser)
    parser.add_argument("--contact", type=values.words, metavar="WHO", help="as for refresh")
    parser.add_argument(
        "--time", type=values.time_of_day, default=(3, 17), metavar="HH:MM", help="when (default: 03:17)"
    )
    parser.add_argument("--unit", choices=("service", "timer"), help="for systemd, which of its two files")


def _add_show(commands: _Commands) -> None:
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
    _add_source(
        parser,
        title_help="title of any page; of members, that of the article on ICOR if it was moved",
        last=f"{_FOLDER}, or, but for members, {_HTML}",
    )
    _add_which(parser)


def _add_fetch(commands: _Commands) -> None:
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
    _add_wiki(parser)
    _add_which(parser)


def _add_parse(commands: _Commands) -> None:
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
        help=f"a file or folder, as for --source of export, or {_HTML}",
    )
    _add_wiki(parser)
    _add_which(parser)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=values.path, metavar="DIR", help="the dataset's folder")


def _add_source(parser: argparse.ArgumentParser, *, title_help: str = _MOVED, last: str = f"or {_FOLDER}") -> None:
    parser.add_argument(
        "--source",
        type=values.words,
        default="live",
        metavar="live|snapshot|PATH",
        help="the wiki (live, the default), the packaged snapshot, a .wikitext file, an XML export (.xml, "
        f".xml.gz, .xml.bz2), {last}",
    )
    parser.add_argument("--title", type=values.words, help=title_help)
    _add_wiki(parser)


def _add_wiki(parser: argparse.ArgumentParser) -> None:
    wiki = parser.add_argument_group("the wiki")
    wiki.add_argument("--language", type=values.words, metavar="CODE", help="which Wikipedia (default: en)")
    wiki.add_argument("--api-url", type=values.words, metavar="URL", help="another wiki: the address of its api.php")
    wiki.add_argument(
        "--contact",
        type=values.words,
        metavar="WHO",
        help="your own e-mail address or web page, told to the wiki (default: ICOR_SCRAPER_CONTACT)",
    )


def _add_which(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--revision", type=values.whole_number, metavar="ID", help="this revision, not the newest")
    which.add_argument(
        "--at", type=values.point_in_time, metavar="TIME", help="the revision that stood then (ISO 8601, UTC)"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--csv-safe", action="store_true", help="make CSV cells inert that a spreadsheet would run as formulas"
    )
    _add_releases(parser)


def _add_allow_older(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-older", action="store_true", help="publish a revision older than the published one too"
    )


def _add_json_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object about the run")


def _add_releases(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--copies",
        action="store_true",
        help="make plain paths as DIR/members.csv files, not links: for git, raw views and checkouts without links",
    )
    parser.add_argument(
        "--keep-releases",
        type=values.at_least_two,
        default=10,
        metavar="N",
        help="how many releases to keep, at least 2 (default: 10)",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        type=values.path,
        metavar="FILE",
        help="TOML with [limits], as min_records = 40, and [fetch], as tries = 2; docs/configuration.md lists all keys",
    )
    parser.add_argument(
        "--limit",
        type=values.limit,
        action="append",
        default=[],
        metavar="NAME=NUMBER",
        help="change a guard's limit, as min_records=30 (may be repeated)",
    )
