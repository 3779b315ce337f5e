"""The oracle for thousands of small texts: one PHP process that answers line by line, without HTTP."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from tests.agreement.facts import Facts
from tests.agreement.oracle import Parse, Templates, facts_of, parse_fields
from tests.mediawiki.wiki import Wiki

_SCRIPT = Path(__file__).with_name("batch.php")
TITLE = "Test"


class BatchOracle:
    """A running process of batch.php."""

    def __init__(self, questions: IO[str], answers: IO[str]) -> None:
        self._questions = questions
        self._answers = answers

    def rendering(self, wikitext: str, title: str = TITLE) -> Parse:
        """What action=parse answers; raises ValueError where it answers with an error."""
        self._questions.write(json.dumps(parse_fields(wikitext, title)) + "\n")
        self._questions.flush()
        answer = json.loads(self._answers.readline())
        if "parse" not in answer:
            raise ValueError(f"expected a parse, found {str(answer)[:300]} ({wikitext[:200]!r})")
        return cast("Parse", answer["parse"])

    def facts(self, wikitext: str, title: str = TITLE) -> Facts:
        """What MediaWiki makes of `wikitext` as the text of the page `title`."""
        return facts_of(self.rendering(wikitext, title))


@contextmanager
def batch_oracle(wiki: Wiki, templates: Templates = "blank") -> Iterator[BatchOracle]:
    """An oracle of the wiki, whose settings must be those of `install`."""
    command = ["php", str(_SCRIPT), str(wiki.folder / "mw" / "maintenance"), templates]
    environment = {**os.environ, "MW_CONFIG_FILE": str(wiki.folder / "LocalSettings.php")}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, text=True, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        yield BatchOracle(process.stdin, process.stdout)
