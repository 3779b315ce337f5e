"""The options that several commands share, each told once."""

from __future__ import annotations

import argparse

from icor_scraper.cli import values

_MOVED = "title of the article on ICOR, if it was moved"
SAVED_FOLDER = "a folder that fetch --save wrote"
HTML_PAGE = "a page of HTML as a browser saves it (.html, .htm)"


def add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=values.path, metavar="DIR", help="the dataset's folder")


def add_source(parser: argparse.ArgumentParser, *, title_help: str = _MOVED, last: str = f"or {SAVED_FOLDER}") -> None:
    """Where the article comes from."""
    parser.add_argument(
        "--source",
        type=values.words,
        default="live",
        metavar="live|snapshot|PATH",
        help="the wiki (live, the default), the packaged snapshot, a .wikitext file, an XML export (.xml, "
        f".xml.gz, .xml.bz2), {last}",
    )
    parser.add_argument("--title", type=values.words, help=title_help)
    add_wiki(parser)


def add_wiki(parser: argparse.ArgumentParser) -> None:
    """Which wiki is asked, and who asks."""
    wiki = parser.add_argument_group("the wiki")
    wiki.add_argument("--language", type=values.words, metavar="CODE", help="which Wikipedia (default: en)")
    wiki.add_argument("--api-url", type=values.words, metavar="URL", help="another wiki: the address of its api.php")
    wiki.add_argument(
        "--contact",
        type=values.words,
        metavar="WHO",
        help="your own e-mail address or web page, told to the wiki (default: ICOR_SCRAPER_CONTACT)",
    )


def add_which(parser: argparse.ArgumentParser) -> None:
    """Which revision, where it is not the newest."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--revision", type=values.whole_number, metavar="ID", help="this revision, not the newest")
    which.add_argument(
        "--at", type=values.point_in_time, metavar="TIME", help="the revision that stood then (ISO 8601, UTC)"
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """How what is published is written and kept."""
    parser.add_argument(
        "--csv-safe", action="store_true", help="make CSV cells inert that a spreadsheet would run as formulas"
    )
    add_releases(parser)


def add_allow_older(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-older", action="store_true", help="publish a revision older than the published one too"
    )


def add_json_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object about the run")


def add_releases(parser: argparse.ArgumentParser) -> None:
    """How what is published is kept."""
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


def add_limits(parser: argparse.ArgumentParser) -> None:
    """The limits of the guards, and the settings of fetching."""
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
