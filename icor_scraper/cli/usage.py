"""How help, versions and wrong usage are told: the same for every command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Never

from icor_scraper.cli import output
from icor_scraper.version import __version__

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_WIDTH = 100
"""Characters of a line of help, the same on every terminal."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and fails where help cannot be written."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        if file is None:
            output.write_text(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> Never:
        line = " ".join(message.split()).encode("unicode_escape").decode("ascii")
        self.exit(2, f"{self.prog}: {line} (see {self.prog} --help)\n")


class Version(argparse.Action):
    """Prints the version and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> Never:
        output.write_text(f"{parser.prog} {__version__}\n")
        parser.exit()


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide everywhere, with the lines of the text below it as they are written."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=30)


class Commands:
    """Adds commands that all look alike."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._subparsers = parser.add_subparsers(
            dest="command", metavar="COMMAND", required=True, title="commands", parser_class=Parser
        )

    def add(self, name: str, does: str, example: str) -> argparse.ArgumentParser:
        parser = self._subparsers.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=f"example: {example}",
            formatter_class=Formatter,
            allow_abbrev=False,
        )
        messages = parser.add_argument_group("messages on standard error")
        messages.add_argument("--quiet", action="store_true", help="only warnings and errors")
        messages.add_argument("--log-json", action="store_true", help="one JSON object a line")
        return parser
