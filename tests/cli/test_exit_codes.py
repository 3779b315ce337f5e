"""Every exit code, reached by a process of its own; one line says why, and what was published stays."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from icor_scraper.fetch import read_revision
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Revision
from icor_scraper.publish import locked, read_dataset
from icor_scraper.refresh.chain import Chain, Options
from icor_scraper.refresh.monitoring import find_problems
from icor_scraper.refresh.outcome import Outcome
from tests.cli.command import COMMAND, FIXTURE, environment, only_line, run
from tests.refresh.sources import NOW, History, make_revision

NOTE = "icor-scraper: The snapshot was reconstructed from the rendered article"
ARTICLE = read_revision("snapshot").wikitext


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder with a published dataset."""
    assert run("refresh", "out", "--source", FIXTURE, cwd=tmp_path).returncode == 0
    return tmp_path / "out"


def write_article(folder: Path, text: str) -> Path:
    path = folder / "Article.wikitext"
    path.write_text(text, encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_0_done(tmp_path: Path) -> None:
    done = run("export", "out", "--source", "snapshot", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    note, summary = done.stderr.splitlines()
    assert note.startswith(NOTE)
    assert summary.startswith("icor-scraper: wrote 50 members")
    assert (tmp_path / "out" / "members.csv").read_text(encoding="utf-8").count("\n") == 51


def test_1_changed_only_where_it_is_asked_for(tmp_path: Path) -> None:
    codes = [
        run("refresh", "out", "--source", FIXTURE, *flags, cwd=tmp_path).returncode
        for flags in [("--exit-code",), ("--exit-code",), ("--csv-safe",), ("--exit-code",)]
    ]
    assert codes == [1, 0, 0, 1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["publish"], "invalid choice: 'publish'"),
        (["export"], "the following arguments are required: DIR"),
        (["export", "out", "--keep-releases", "1"], "expected at least 2, found 1"),
        (["export", "out", "--keep-releases", "٣"], "expected a whole number above 0"),
        (["fetch", "X", "--revision", "9" * 5000], "expected a whole number above 0"),
        (["fetch", "X", "--at", "yesterday"], "expected a time as 2024-05-01T12:00:00Z"),
        (["refresh", "out", "--settle", "6"], "expected a time as 90s, 15m, 36h or 2d"),
        (["refresh", "out", "--time-limit", "0s"], "expected a time above 0, found '0s'"),
        (["refresh", "out", "--exit"], "unrecognized arguments: --exit"),
        (["refresh", "out", "--limit", "min_records"], "expected NAME=NUMBER"),
        (
            ["refresh", "out", "--limit", "speed=1"],
            "always_allowed, max_permuted, max_moved_share, max_null_share, max_",
        ),
        (["refresh", "out", "--limit", "max_null_shares=1"], "settle_hours, found max_null_shares (--limit)"),
        (["refresh", "out", "--limit", "max_lost_share=nan"], "expected a number from 0 to 1"),
        (["refresh", "out", "--limit", "max_lost_share=1.5"], "expected a number from 0 to 1"),
        (["refresh", "out", "--limit", "min_records=0.5"], "expected a limit of its type"),
        (["refresh", "out", "--config", "missing.toml"], "expected a TOML file, found: No such file"),
        (["refresh", "out", "--config", "."], "expected a TOML file, found: Is a directory"),
        (["export", "out"], "expected the contact of who runs this, found none"),
        (["refresh", "out"], "expected the contact of who runs this, found none"),
        (["refresh", "out", "--contact", "me@example.com"], "expected a contact at which you can be reached"),
        (["schedule", "cron", "out"], "expected the contact of who runs this, found none"),
        (["export", "out", "--source", "missing.wikitext"], "No such file"),
        (["export", "out", "--source", "snapshot", "--revision", "3"], "expected --revision for a live wiki only"),
        (["show", "members", "--source", "x.xml", "--at", "2020-01-01"], "expected --at for a live wiki only"),
        (["refresh", "out", "--source", "snapshot", "--contact", "ops@icor-data.org"], "expected --contact for a live"),
        (["refresh", "out", "--source", "x.wikitext", "--api-url", "http://x/"], "expected --api-url for a live wiki"),
        (["refresh", "out", "--source", "x.xml", "--language", "de"], "expected --language for a live wiki or a"),
        (
            ["refresh", "out", "--language", "de", "--api-url", "http://x/"],
            "expected --language or --api-url, found both",
        ),
        (
            ["refresh", "out", "--source", "snapshot", "--settle", "6h"],
            "expected --settle with a source that tells when",
        ),
        (
            ["schedule", "cron", "out", "--unit", "timer", "--contact", "ops@icor-data.org"],
            "expected --unit with systemd",
        ),
        (["show", "sections", "--source", "snapshot", "--number", "0"], "expected --number with tables only"),
        (["show", "tables", "--source", "snapshot", "--number", "-1"], "expected a whole number from 0"),
        (["parse", "--file", "page.html", "--language", "de"], "expected --language for a live wiki or a file of"),
        (["refresh", "out", "--api-url", ""], "expected a text, found an empty one"),
        (["refresh", "out", "--language", " "], "expected a text, found an empty one"),
        (["refresh", "out", "--contact", ""], "expected a text, found an empty one"),
        (["parse"], "expected --title or --file, found neither"),
        (["approve", "out", "--revision", "3", "--reason", " "], "expected a reason, found none"),
        (
            ["approve", "out", "--revision", "5", "--reason", "right"],
            "expected revision 5 in quarantine, found none at all",
        ),
        (
            ["approve", "out", "--revision", "../x", "--reason", "right"],
            "expected a revision of ASCII letters and digits",
        ),
    ],
)
def test_2_usage_or_contact(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in only_line(done)
    assert list(tmp_path.iterdir()) == []


def test_3_network(published: Path) -> None:
    with socket.socket() as taken:  # bound, and not listening: connections are refused
        taken.bind(("127.0.0.1", 0))
        before = tree(published)
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/w/api.php"
        config = published.parent / "quick.toml"
        config.write_text("[fetch]\ntries = 1\n", encoding="utf-8")
        done = run("refresh", "out", "--api-url", url, "--config", config, cwd=published.parent)
    assert done.returncode == 3
    assert "127.0.0.1" in only_line(done)
    assert tree(published) == before


def test_4_page(tmp_path: Path) -> None:
    done = run("fetch", "a\tb", cwd=tmp_path)
    assert done.returncode == 4
    assert "expected a page title" in only_line(done)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No table here.", "expected a table of members"),
        (ARTICLE.replace("Organization of Congo || 2010", "Organization of Congo || soon"), "soon"),
    ],
)
def test_5_layout_or_record(tmp_path: Path, text: str, said: str) -> None:
    done = run("export", "out", "--source", write_article(tmp_path, text), cwd=tmp_path)
    assert done.returncode == 5
    assert said in only_line(done)
    assert not (tmp_path / "out").exists()


def test_6_refused_by_a_guard(published: Path) -> None:
    before = tree(published)
    cut = ARTICLE.partition("| rowspan=\"22\" | '''Europe'''")[0].rstrip().removesuffix("|-") + "|}"
    done = run("refresh", "out", "--source", write_article(published.parent, cut), cwd=published.parent)
    assert done.returncode == 6
    lines = done.stderr.splitlines()
    assert any("too-few-records" in line for line in lines)
    assert any("lost-keys" in line for line in lines)
    assert all(line.startswith("icor-scraper: ") for line in lines)
    assert {k: v for k, v in tree(published).items() if "/quarantine/" not in k} == before


def test_7_locked(published: Path) -> None:
    before = tree(published)
    with locked(published):
        done = run("refresh", "out", "--source", FIXTURE, cwd=published.parent)
    assert done.returncode == 7
    assert f"process {os.getpid()}" in only_line(done)
    assert tree(published) == before


def test_8_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    done = run("refresh", "out", "--contact", "ops@icor-data.org", cwd=tmp_path)  # before any request
    assert done.returncode == 8
    assert "expected a folder, found a file" in only_line(done)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_8_a_folder_whose_content_cannot_be_read(published: Path) -> None:
    (published / "changes.jsonl").write_text("my notes\n", encoding="utf-8")
    before = tree(published)
    done = run("refresh", "out", "--source", FIXTURE, cwd=published.parent)
    assert done.returncode == 8
    assert "changes.jsonl, line 1; mend it" in only_line(done)
    assert tree(published) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [("show", "members", "--source", FIXTURE), ("parse", "--file", FIXTURE), ("--help",), ("refresh", "--help")],
)
def test_8_a_full_standard_output(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, cwd=tmp_path, stdout=full.fileno())
    assert done.returncode == 8
    assert "No space left on device" in only_line(done)


def test_8_a_closed_standard_output(tmp_path: Path) -> None:
    done = run("show", "members", "--source", FIXTURE, cwd=tmp_path, prefix=("/bin/sh", "-c", 'exec "$@" >&-', "sh"))
    assert done.returncode == 8
    assert "found it closed" in only_line(done)


def test_8_a_reader_that_goes_away(tmp_path: Path) -> None:
    """As `head` does: it was the reader's will, and needs no words."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = run("show", "members", "--source", FIXTURE, cwd=tmp_path, stdout=write_end)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (8, "")


def test_70_a_fault_of_ours(tmp_path: Path) -> None:
    fault = (
        "import sys, icor_scraper.cli.parse as parse; from icor_scraper.cli import main;"
        "parse.run = lambda arguments: {}['no such key'];"
        "sys.exit(main(['parse', '--file', 'x', *sys.argv[1:]]))"
    )
    for flags in [(), ("--log-json",)]:
        done = subprocess.run(
            [sys.executable, "-c", fault, *flags],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 70
        (line,) = done.stderr.splitlines()
        assert "a fault of this program, please report it: KeyError: 'no such key'" in line
        assert ("Traceback" in line) == bool(flags)


@pytest.fixture
def _hung_up_is_heard() -> Iterator[None]:
    """Under nohup(1) children inherit that they ignore SIGHUP."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("_hung_up_is_heard")
@pytest.mark.parametrize(
    ("number", "code", "word"),
    [
        (signal.SIGINT, 130, "interrupted"),
        (signal.SIGTERM, 143, "terminated"),
        (signal.SIGHUP, 129, "terminated"),
    ],
)
def test_signals_end_a_run_that_waits(published: Path, number: signal.Signals, code: int, word: str) -> None:
    before = tree(published)
    child = subprocess.Popen(
        [*COMMAND, "refresh", "out", "--source", str(FIXTURE), "--jitter", "1h"],
        cwd=published.parent,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stderr is not None
    assert "--jitter" in child.stderr.readline()
    child.send_signal(number)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (code, "", f"icor-scraper: {word}\n")
    assert tree(published) == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_end_a_run_that_hangs_on_a_server(published: Path, number: signal.Signals, code: int) -> None:
    before = tree(published)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/w/api.php"
        child = subprocess.Popen(
            [*COMMAND, "refresh", "out", "--api-url", url],
            cwd=published.parent,
            env=environment(),
            stderr=subprocess.PIPE,
            text=True,
        )
        connection, _ = server.accept()
        with connection:
            assert connection.recv(10) == b"GET /w/api"
            child.send_signal(number)
            _, err = child.communicate(timeout=30)
    assert (child.returncode, len(err.splitlines())) == (code, 1)
    assert tree(published) == before


def test_124_the_time_limit_of_a_run_that_waits(published: Path) -> None:
    before = tree(published)
    waits = ("--jitter", "365d", "--time-limit", "0.5s", "--quiet")
    done = run("refresh", "out", "--source", FIXTURE, *waits, cwd=published.parent)
    assert (done.returncode, done.stdout) == (124, "")
    assert only_line(done) == "icor-scraper: ended by --time-limit, after 0.5 s"
    assert tree(published) == before


def test_124_the_time_limit_of_a_run_that_hangs_on_a_server(published: Path) -> None:
    before = tree(published)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/w/api.php"
        done = run("refresh", "out", "--api-url", url, "--time-limit", "2s", cwd=published.parent)
    assert done.returncode == 124
    assert only_line(done) == "icor-scraper: ended by --time-limit, after 2 s"
    assert tree(published) == before


@pytest.mark.parametrize("form", [(), ("--copies",)])
def test_a_time_limit_at_any_moment_leaves_whole_data_and_nothing_else(tmp_path: Path, form: tuple[str, ...]) -> None:
    """Of what is written, since a run reads first: the alarm is set while the release is on its way."""
    folder = tmp_path / "out"
    assert run("refresh", "out", "--source", "snapshot", *form, cwd=tmp_path).returncode == 0
    source = write_article(tmp_path, ARTICLE.replace("autonomous", "independent"))
    title = read_revision("snapshot").title
    for limit_ms in range(0, 60, 6):
        code = LIMITED.format(limit_s=(limit_ms + 1) / 1000)
        arguments = ("refresh", "out", "--source", source, "--title", title, "--allow-older", *form)
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)], cwd=tmp_path, env=environment(), check=False
        )
        assert done.returncode in (0, 124)
        assert find_problems(MEMBERS, folder, now=datetime.now(UTC)) == ()
        assert list(folder.rglob(".icor-scraper-*")) == []
        assert run("refresh", "out", "--source", "snapshot", "--allow-older", *form, cwd=tmp_path).returncode == 0


LIMITED = """
import sys
from icor_scraper.cli import main
from icor_scraper.cli.endings import time_limited
from icor_scraper.publish import writer
publish = writer._publish
def limited(*arguments, **options):
    with time_limited({limit_s}):
        return publish(*arguments, **options)
writer._publish = limited
sys.exit(main(sys.argv[1:]))
"""


def test_of_two_runs_at_once_one_publishes_and_one_is_locked_out(tmp_path: Path) -> None:
    """The second starts while the first is reading its revision, deterministically."""
    second: list[subprocess.CompletedProcess[str]] = []

    class Slow(History):
        def read(self) -> Revision:
            second.append(run("refresh", "out", "--source", FIXTURE, cwd=tmp_path))
            return super().read()

    source = Slow([make_revision(100)])
    first = Chain(spec=MEMBERS, folder=tmp_path / "out", source=source, options=Options(), now=NOW).run()
    assert first.outcome is Outcome.PUBLISHED
    assert [done.returncode for done in second] == [7]
    assert read_dataset(tmp_path / "out", Member).provenance.revision_id == 100
