"""The command `icor-scraper`: arguments, messages, exit codes. The only place that prints.

command.py      from arguments to exit code
arguments.py    what each command accepts, with options.py for what several do, and usage.py for how help looks;
                they load nothing of the commands themselves
endings.py      signals and the time limit, which end a run
exit_codes.py   error -> exit code
output.py       standard output: data, and nothing else
messages.py     standard error: log lines, and a status line where one waits at a terminal
export.py, show.py, ...    one module a command, loaded when it is called
"""

from icor_scraper.cli.command import main

__all__ = ["main"]
