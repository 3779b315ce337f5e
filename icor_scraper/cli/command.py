"""From arguments to exit code."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from icor_scraper.cli import output
from icor_scraper.cli.arguments import Arguments, make_parser
from icor_scraper.cli.endings import EndedError, termination_raised
from icor_scraper.cli.exit_codes import ExitCode, UsageError, exit_code
from icor_scraper.errors import GuardError, IcorScraperError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (those of the process by default) and return its exit code.

    Every error ends in one line on standard error; none ends in a traceback.
    """
    try:
        with termination_raised():
            code = _run(arguments)
            output.flush()
            return code
    except SystemExit as exc:  # argparse: help or version was printed, or usage was wrong
        return exc.code if isinstance(exc.code, int) else ExitCode.DONE
    except output.ReaderGoneError:
        return ExitCode.OUTPUT
    except KeyboardInterrupt:
        return _tell("interrupted", ExitCode.INTERRUPTED)
    except EndedError as exc:
        return _tell(str(exc), exc.code)
    except (UsageError, IcorScraperError) as exc:
        return _tell_error(exc)
    except Exception as exc:  # noqa: BLE001  the border of the program: a fault of ours is told, never thrown
        return _tell_fault(exc)


def _run(arguments: Sequence[str] | None) -> int:
    given = make_parser().parse_args(arguments, namespace=Arguments())
    from icor_scraper.cli import messages  # noqa: PLC0415  logging is not needed for --help

    messages.configure(is_json=given.log_json, is_quiet=given.quiet)
    command = importlib.import_module(f"icor_scraper.cli.{given.command}")
    code: ExitCode = command.run(given)
    return code


def _tell(message: str, code: ExitCode, **details: object) -> ExitCode:
    from icor_scraper.cli import messages  # noqa: PLC0415  logging is not needed for --help

    messages.configured_log().error("%s", message, extra={"details": {"exit_code": int(code), **details}})
    return code


def _tell_error(error: UsageError | IcorScraperError) -> ExitCode:
    violations = error.violations if isinstance(error, GuardError) else ()
    for violation in violations:
        _tell(violation, exit_code(error))
    return _tell(str(error), exit_code(error), error=type(error).__name__)


def _tell_fault(error: Exception) -> ExitCode:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    line = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "unknown line"
    from icor_scraper.cli import messages  # noqa: PLC0415  logging is not needed for --help

    message = f"a fault of this program, please report it: {type(error).__name__}: {error} ({line})"
    messages.configured_log().error(
        "%s", message, exc_info=error, extra={"details": {"exit_code": int(ExitCode.FAULT)}}
    )
    return ExitCode.FAULT
