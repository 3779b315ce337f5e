"""A real MediaWiki on loopback for tests: started once a session, stopped and removed at its end."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mediawiki.seed import write_seed

RIG = Path(__file__).parent
START_TIMEOUT_S = 300
"""The first start ever installs PHP and unpacks MediaWiki; later ones take four seconds."""

_CACHE_S = 1.1
"""A touch of `loaded` renames all cache keys; its resolution is a second."""

_PHP_MODULES = {"pdo_sqlite", "dom", "mbstring", "intl", "curl", "apcu"}


class WikiStartError(Exception):
    """There is no MediaWiki here; the message says why."""


@dataclass(frozen=True)
class Wiki:
    """A running wiki, and what tests may do to it."""

    url: str
    """As "http://127.0.0.1:12345"."""
    folder: Path
    """Where it keeps its database, logs and settings."""

    @property
    def api_url(self) -> str:
        return f"{self.url}/w/api.php"

    def load(self, *sources: Path) -> None:
        """Import folders of pages, or exports, as `load --help` describes them."""
        run([sys.executable, str(RIG / "load"), "--dir", str(self.folder), *map(str, sources)])

    def edit(self, title: str, text: str, *, summary: str = "", tags: str = "") -> int:
        """Save a new revision of `title`, anonymously and now; its revision id."""
        fields = {"action": "edit", "title": title, "text": text, "summary": summary, "token": "+\\"}
        answer = self.post(fields | ({"tags": tags} if tags else {}))
        edited = answer.get("edit")
        assert isinstance(edited, dict), answer
        assert edited["result"] == "Success", answer
        newest = edited.get("newrevid")
        return newest if isinstance(newest, int) else self.newest_revision_id(title)

    def newest_revision_id(self, title: str) -> int:
        """The id of the newest revision of `title`, by the database."""
        name = title.replace(" ", "_")
        rows = self.sqlite("select page_latest from page where page_title = ? order by page_namespace", name)
        found = rows[0][0]
        assert isinstance(found, int)
        return found

    def revision_ids(self, title: str) -> list[int]:
        """The ids of all revisions of `title`, the oldest first."""
        query = (
            "select rev_id from revision join page on rev_page = page_id"
            " where page_title = ? order by rev_timestamp, rev_id"
        )
        return [row[0] for row in self.sqlite(query, title.replace(" ", "_")) if isinstance(row[0], int)]

    def post(self, fields: dict[str, str]) -> dict[str, object]:
        """The Action API's answer to a POST."""
        data = urllib.parse.urlencode(fields | {"format": "json", "formatversion": "2"}).encode()
        with urllib.request.urlopen(self.api_url, data, timeout=60) as response:  # noqa: S310  # our own wiki
            answer = json.load(response)
        assert isinstance(answer, dict)
        return answer

    def php(self, script: str, *args: str, stdin: str = "") -> str:
        """The output of one of MediaWiki's maintenance scripts."""
        command = ["php", str(self.folder / "mw" / "maintenance" / script), *args]
        environment = {**os.environ, "MW_CONFIG_FILE": str(self.folder / "LocalSettings.php")}
        return run(command, stdin=stdin, env=environment)

    def sqlite(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """The rows that a statement on the wiki's database gives; call touch_loaded() after changes."""
        path = self.folder / "data" / "wiki.sqlite"
        with closing(sqlite3.connect(path, timeout=30)) as database, database:
            return database.execute(statement, values).fetchall()

    def touch_loaded(self) -> None:
        """Make the server forget what it has cached, after a change from outside."""
        time.sleep(_CACHE_S)
        (self.folder / "loaded").touch()

    def delete(self, title: str, reason: str = "test") -> None:
        self.php("deleteBatch.php", "-r", reason, stdin=f"{title}\n")
        self.touch_loaded()

    def undelete(self, title: str) -> None:
        self.php("undelete.php", title)
        self.touch_loaded()

    def protect(self, title: str) -> None:
        """Let administrators alone edit it, which adds a revision of the same text to its history."""
        self.php("protect.php", title)
        self.touch_loaded()

    def tag(self, revision_id: int, tag: str) -> None:
        """Give a revision a change tag, as MediaWiki does after the fact."""
        self.sqlite("insert or ignore into change_tag_def (ctd_name, ctd_user_defined) values (?, 0)", tag)
        (row,) = self.sqlite("select ctd_id from change_tag_def where ctd_name = ?", tag)
        self.sqlite("insert into change_tag (ct_rev_id, ct_tag_id) values (?, ?)", revision_id, row[0])
        self.touch_loaded()

    def undo(self, title: str, revision_id: int) -> int:
        """Undo an edit, as readers of its difference can; the new revision's id."""
        self.post({"action": "edit", "title": title, "undo": str(revision_id), "token": "+\\"})
        return self.newest_revision_id(title)

    def move(self, title: str, target: str, *, leave_redirect: bool, reason: str = "test") -> None:
        flags = () if leave_redirect else ("--noredirects",)
        self.php("moveBatch.php", *flags, "-r", reason, stdin=f"{title}|{target}\n")
        self.touch_loaded()

    def hide(self, revision_id: int, bits: int) -> None:
        """Hide parts of a revision: 1 its text, 2 its comment, 4 its user."""
        self.sqlite("update revision set rev_deleted = ? where rev_id = ?", bits, revision_id)

    @contextmanager
    def lag(self, seconds: float) -> Iterator[None]:
        """Report a database lag."""
        path = self.folder / "lag"
        path.write_text(str(seconds))
        try:
            yield
        finally:
            path.unlink()

    def requests(self) -> list[dict[str, object]]:
        """All requests since the last clear_requests(): time, method, uri, headers."""
        lines = (self.folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def clear_requests(self) -> None:
        (self.folder / "requests.jsonl").write_text("")


def run(command: list[str], *, stdin: str = "", env: dict[str, str] | None = None) -> str:
    """The standard output of a command that must succeed."""
    done = subprocess.run(
        command, input=stdin, env=env, capture_output=True, text=True, timeout=START_TIMEOUT_S, check=False
    )
    if done.returncode:
        raise WikiStartError(f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def missing_part() -> str | None:
    """What would have to be installed or downloaded for a wiki; None where all is there."""
    if not shutil.which("php"):
        return "PHP"
    loaded = set(run(["php", "-m"]).lower().split())
    if missing := _PHP_MODULES - loaded:
        return f"PHP's {', '.join(sorted(missing))}"
    cache = Path(os.environ.get("RIG_CACHE", Path.home() / ".cache/mediawiki-rig"))
    if "RIG_MW" not in os.environ and not list(cache.glob("*/.complete")):
        return "MediaWiki"
    return None


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


@contextmanager
def running_wiki(folder: Path, port: int) -> Iterator[Wiki]:
    """A wiki with the pages of seed.py; raises WikiStartError."""
    url = run([str(RIG / "up"), str(folder), str(port)]).strip()
    try:
        wiki = Wiki(url=url, folder=folder.resolve())
        with tempfile.TemporaryDirectory() as pages:
            write_seed(Path(pages))
            wiki.load(Path(pages))
        yield wiki
    finally:
        run([str(RIG / "down"), str(folder), str(port), "--delete"])
