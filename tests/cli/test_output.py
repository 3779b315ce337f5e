"""What goes to standard output and to standard error, on a terminal and off it."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
from dataclasses import fields
from inspect import signature
from pathlib import Path

import pytest

from icor_scraper import refresh
from icor_scraper.cli.arguments import Arguments, make_parser
from icor_scraper.dataset import TableRecord
from icor_scraper.members import Member
from icor_scraper.publish import KEEP_RELEASES
from tests.cli.command import ARTICLE, COMMAND, FIXTURE, environment, only_line, run

HOSTILE = "evil \x1b[31mred \x1b]0;title\x07 \u202egnip\u202c \x9b2J \u2066x\u2069 back\rover"
"""ESC sequences, an OSC that sets the window's title, bidi controls, an 8-bit CSI, a carriage return."""
STYLE = re.compile("\x1b\\[[0-9;]*m")
"""What rich writes for bold headers."""
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "Hostile.wikitext"
    text = (
        f"Lead {HOSTILE}.\n== Heading {HOSTILE} ==\n{{|\n! A {HOSTILE}\n|-\n| b\n|}}\n<ref>{HOSTILE}</ref><references/>"
    )
    path.write_text(text, encoding="utf-8", newline="")
    return path


def on_terminal(*arguments: str | Path, cwd: Path) -> str:
    """What a terminal of 100 columns gets."""
    main_end, terminal = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(COLUMNS="100", TERM="xterm"),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ) as child:
        os.close(terminal)
        shown = b""
        try:
            while part := os.read(main_end, 65536):
                shown += part
        except OSError:  # EIO: the child has closed the terminal
            pass
        os.close(main_end)
    assert child.returncode == 0, shown
    return shown.decode().replace("\r\n", "\n")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_members_are_csv_for_pipes_and_json_on_request(tmp_path: Path) -> None:
    rows = rows_of(run("show", "members", "--source", "snapshot", cwd=tmp_path).stdout)
    assert len(rows) == 50
    assert list(rows[0]) == [field.name for field in fields(Member)]
    members = json.loads(run("show", "members", "--source", "snapshot", "--json", cwd=tmp_path).stdout)
    assert [member["name"] for member in members] == [row["name"] for row in rows]
    assert members[4]["party_name"] == "Parti Communiste du Togo, PCT"


@pytest.mark.parametrize(("what", "count"), [("references", 14), ("sections", 5), ("tables", 1)])
def test_other_records(tmp_path: Path, what: str, count: int) -> None:
    assert len(rows_of(run("show", what, "--source", FIXTURE, "--csv", cwd=tmp_path).stdout)) == count
    records = json.loads(run("show", what, "--source", FIXTURE, "--json", cwd=tmp_path).stdout)
    assert len(records) == count
    if what == "tables":
        assert list(records[0]) == [field.name for field in fields(TableRecord)]


TABLE = """{|
|+ Lakes
! Name !! Area, km² !! Name
|-
| [[Saimaa]]<ref>a</ref> || 1,377 || "S"
|-
| Inari || rowspan="2" | || I
|-
| ; x || J
|}
{|
| lone
|}
"""
PAGE = """<!DOCTYPE html><html><body class="mediawiki"><div id="mw-content-text"><div class="mw-parser-output">
<p>Lead with a <a href="/wiki/Lake" title="Lake">lake</a>.</p><table><tr><th>Name<tr><td>Saimaa</table></div></div>
</body></html>"""


def test_one_table_of_any_article(tmp_path: Path) -> None:
    (tmp_path / "Lakes.wikitext").write_text(TABLE, encoding="utf-8")
    show = ("show", "tables", "--source", "Lakes.wikitext", "--number")
    shown = run(*show, "0", cwd=tmp_path).stdout
    assert shown == 'Name,"Area, km²",Name (2)\nSaimaa,"1,377","""S"""\nInari,"",I\n; x,"",J\n'
    assert json.loads(run(*show, "0", "--json", cwd=tmp_path).stdout) == rows_of(shown)
    assert run(*show, "1", "--csv", cwd=tmp_path).stdout == "1\nlone\n"
    assert "table 0 (Lakes): Lakes" in on_terminal(*show, "0", cwd=tmp_path)
    missing = run(*show, "2", cwd=tmp_path)
    assert missing.returncode == 5
    assert "expected table 2, found 2 tables, numbered from 0 (Lakes)" in missing.stderr


def test_the_csv_of_tables_has_no_cell_that_is_a_table(tmp_path: Path) -> None:
    (row,) = rows_of(run("show", "tables", "--source", FIXTURE, "--csv", cwd=tmp_path).stdout)
    assert list(row) == [field.name for field in fields(TableRecord) if field.name != "cells"]


@pytest.mark.parametrize("name", ["Lakes of Finland.html", "Lakes_of_Finland.HTM"])
def test_a_saved_page_of_html(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"\ufeff{PAGE}", encoding="utf-8")
    article = json.loads(run("parse", "--file", name, cwd=tmp_path).stdout)
    assert (article["title"], article["sections"][0]["text"]) == ("Lakes of Finland", "Lead with a lake.")
    assert run("show", "tables", "--source", name, "--number", "0", cwd=tmp_path).stdout == "Name\nSaimaa\n"
    assert json.loads(run("parse", "--file", name, "--title", "X", cwd=tmp_path).stdout)["title"] == "X"
    (tmp_path / name).write_bytes(PAGE.encode("utf-16"))
    refused = run("parse", "--file", name, cwd=tmp_path)
    assert refused.returncode == 2
    assert "expected UTF-8, found byte 0xff at 0" in refused.stderr


@pytest.mark.parametrize("what", ["members", "references", "sections", "tables"])
def test_a_terminal_gets_a_table(tmp_path: Path, what: str) -> None:
    shown = on_terminal("show", what, "--source", FIXTURE, cwd=tmp_path)
    assert f"{what}: {ARTICLE}" in shown
    assert "│" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "sections"),
        ("show", "tables"),
        ("show", "references"),
        ("show", "sections", "--json"),
        ("show", "sections", "--csv"),
        ("parse",),
    ],
)
def test_page_text_does_not_act_on_a_terminal(tmp_path: Path, hostile: Path, arguments: tuple[str, ...]) -> None:
    option = "--file" if arguments[0] == "parse" else "--source"
    shown = on_terminal(*arguments, option, hostile, cwd=tmp_path)
    assert "gnip" in shown
    assert ACTIVE.findall(STYLE.sub("", shown)) == []
    assert "\x1b[31m" not in shown


def test_json_for_a_terminal_has_the_same_value(tmp_path: Path, hostile: Path) -> None:
    piped = json.loads(run("parse", "--file", hostile, cwd=tmp_path).stdout)
    assert json.loads(on_terminal("parse", "--file", hostile, cwd=tmp_path)) == piped
    assert "\u202e" in json.dumps(piped, ensure_ascii=False)


@pytest.mark.parametrize("flags", [(), ("--log-json",)])
def test_page_text_does_not_act_in_messages(tmp_path: Path, flags: tuple[str, ...]) -> None:
    path = tmp_path / "Evil.wikitext"
    row = f"| Africa || Egypt || {HOSTILE.replace(chr(13), ' ')} || || soon {HOSTILE}"
    header = "! Continent !! Country !! Party name !! English translation !! Member since"
    path.write_text(f"{{|\n{header}\n|-\n{row}\n|}}", encoding="utf-8")
    done = run("export", "out", "--source", path, *flags, cwd=tmp_path)
    assert done.returncode == 5
    assert_inert(done.stderr, is_json=bool(flags))


@pytest.mark.parametrize("flags", [(), ("--log-json",)])
def test_a_name_does_not_act_in_messages(tmp_path: Path, flags: tuple[str, ...]) -> None:
    (tmp_path / HOSTILE).write_text("a file", encoding="utf-8")
    done = run("export", HOSTILE, "--source", FIXTURE, *flags, cwd=tmp_path)
    assert done.returncode == 8
    assert_inert(done.stderr, is_json=bool(flags))


def assert_inert(lines: str, *, is_json: bool) -> None:
    """One line, with the hostile words in it and nothing that acts."""
    (line,) = lines.removesuffix("\n").split("\n")
    assert "gnip" in line
    assert ACTIVE.findall(line) == []
    assert is_json == line.startswith("{")


def test_a_log_of_json_lines(tmp_path: Path) -> None:
    done = run("refresh", "out", "--source", "snapshot", "--log-json", cwd=tmp_path)
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert all(list(event)[:4] == ["at", "level", "logger", "message"] for event in events)
    assert "published revision snapshot-" in events[-1]["message"]
    done = run("export", "other", "--source", "none", "--log-json", cwd=tmp_path)
    (event,) = [json.loads(line) for line in done.stderr.splitlines()]
    assert (event["level"], event["exit_code"], event["error"]) == ("error", 2, "FetchError")


def test_the_run_as_one_json_object(tmp_path: Path) -> None:
    done = run("refresh", "out", "--source", FIXTURE, "--json", cwd=tmp_path)
    about = json.loads(done.stdout)
    assert (about["outcome"], about["revision"], about["verified_by"]) == ("published", "20", "wikitext and html")
    assert (
        json.loads(run("refresh", "out", "--source", FIXTURE, "--json", cwd=tmp_path).stdout)["outcome"] == "unchanged"
    )
    refused = run("refresh", "out", "--source", "snapshot", "--json", cwd=tmp_path)
    about = json.loads(refused.stdout)
    assert (refused.returncode, about["outcome"], about["exit_code"]) == (6, "refused", 6)
    assert about["violations"][0].startswith("older-revision:")
    assert (Path(about["quarantine"]) / "refusal.json").exists()
    checked = run("check", "out", "--max-age", "1h", "--json", cwd=tmp_path)
    assert (checked.returncode, json.loads(checked.stdout)["outcome"]) == (0, "whole")
    (tmp_path / "out" / "members.csv").write_bytes(b"")
    checked = run("check", "out", "--json", cwd=tmp_path)
    assert (checked.returncode, json.loads(checked.stdout)["error"]) == (6, "GuardError")


def test_quiet_is_silent_where_nothing_is_wrong(tmp_path: Path) -> None:
    done = run("refresh", "out", "--source", FIXTURE, "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_approve_by_the_command(tmp_path: Path) -> None:
    run("refresh", "out", "--source", FIXTURE, cwd=tmp_path)
    run("refresh", "out", "--source", "snapshot", cwd=tmp_path)
    (revision,) = [path.name for path in (tmp_path / "out" / "quarantine").iterdir()]
    done = run("approve", "out", "--revision", revision, "--reason", "a test", "--by", "Ada", "--json", cwd=tmp_path)
    about = json.loads(done.stdout)
    assert (done.returncode, about["outcome"], about["approval"]["by"]) == (0, "published", "Ada")
    done = run("approve", "out", "--revision", revision, "--reason", "again", cwd=tmp_path)
    assert done.returncode == 2


@pytest.mark.parametrize("title", ["../../x", "CON", "/etc/passwd", "a" * 255, ".."])
def test_a_title_is_no_path(tmp_path: Path, hostile: Path, title: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    before = {path for path in tmp_path.rglob("*") if path != inside}
    done = run("parse", "--file", hostile, "--title", title, cwd=inside)
    assert done.returncode in (0, 4)
    assert {path for path in tmp_path.rglob("*") if path != inside} == before


def test_limits_of_a_configuration_and_of_flags(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[limits]\nmin_records = 60\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nname = 'x'\n[tool.icor-scraper.limits]\nmin_records = 60\n", encoding="utf-8"
    )
    for config in ("own.toml", "pyproject.toml"):
        arguments = ("export", "out", "--source", FIXTURE, "--config", config)
        refused = run(*arguments, cwd=tmp_path)
        assert refused.returncode == 6
        assert "expected at least 60 members, found 50" in refused.stderr
        assert run(*arguments, "--limit", "min_records=50", cwd=tmp_path).returncode == 0
    (tmp_path / "own.toml").write_text("[fetch]\nspeed = 9\n", encoding="utf-8")
    assert run("export", "out", "--source", FIXTURE, "--config", "own.toml", cwd=tmp_path).returncode == 2


def test_a_limit_of_one_column_leaves_those_of_the_others(tmp_path: Path) -> None:
    text = (FIXTURE.parent / "layouts" / "as_it_stands.wikitext").read_text(encoding="utf-8")
    (tmp_path / "page.wikitext").write_text(
        re.sub(r"\| *(?:since )?20\d\d *$", "|", text, flags=re.M), encoding="utf-8"
    )
    (tmp_path / "own.toml").write_text("[limits]\nmax_null_shares = { abbreviation = 0.5 }\n", encoding="utf-8")
    source = ("--source", tmp_path / "page.wikitext", "--title", ARTICLE)
    done = run("export", "out", *source, "--config", "own.toml", cwd=tmp_path)
    assert done.returncode == 6
    assert "expected at most 0% of members without member_since" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nmax_null_shares = { contry = 0.1 }", "found 'contry' (limits)"),
        ("[limits]\nmax_repeated_shares = { contry = 0.1 }", "found 'contry' (limits)"),
        ("[limits]\nmax_changed_shares = { since = 0.1 }", "found 'since' (limits)"),
        ("[limits]\nmax_changed_shares = { country = 2.0 }", "expected a number from 0 to 1 for max_changed_shares"),
        ("[limits]\nmin_records = '40'", "expected a limit of its type"),
        ("[limits]\nsettle_hours = true", "expected a limit of its type"),
        ("[fetch]\napi_url = ''", "expected a value for api_url, found ''"),
        ("[fetch]\ntries = 0", "expected a number above 0 for tries, found 0"),
        ("[fetch]\ntries = 2.5", "expected TOML with [limits] and [fetch], found: Expected `int`"),
        ("[fetch]\ntotal_s = true", "expected TOML with [limits] and [fetch], found: Expected"),
        ("[fetch]\nspeed = 9", "expected a key of contact, api_url, language, title, total_s, connect_s, "),
        ("[fetch]\ntotal_s = 0.0", "expected a number above 0 for total_s, found 0.0"),
        ("[fetch]\ntotal_s = -1", "expected a number above 0 for total_s, found -1"),
        ("limits = 3", "expected TOML with [limits] and [fetch]"),
        ("[limit]\nmin_records = 40", "unknown field `limit`"),
        ("[limits", "expected TOML with [limits] and [fetch]"),
    ],
)
def test_a_configuration_that_would_do_nothing_or_harm_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    done = run("export", "out", "--source", FIXTURE, "--config", "own.toml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in only_line(done)
    assert not (tmp_path / "out").exists()


def test_a_contact_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[fetch]\ncontact = "no-reply@icor-data.org"\n', encoding="utf-8")
    done = run("refresh", "out", "--config", "own.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert "no-reply@icor-data.org" in done.stderr


def test_defaults_are_those_of_the_library() -> None:
    default = signature(refresh).parameters["keep_releases"].default
    given = make_parser().parse_args(["refresh", "out"], namespace=Arguments())
    assert default == given.keep_releases == KEEP_RELEASES


def test_a_terminal_sees_the_summary_of_a_refresh(tmp_path: Path) -> None:
    shown = on_terminal("refresh", "out", "--source", FIXTURE, cwd=tmp_path)
    assert "published revision 20 (50 members" in " ".join(shown.split())


def test_every_command_has_help_with_an_example(tmp_path: Path) -> None:
    commands = re.findall(r"^    ([a-z]+) ", run("--help", cwd=tmp_path).stdout, re.MULTILINE)
    assert len(commands) == 8
    for command in commands:
        done = run(command, "--help", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert f"\nexample: icor-scraper {command} " in done.stdout


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom icor_scraper.cli import main\nmain(['--help'])\n"
        "heavy = {'requests', 'rich', 'lxml', 'bs4', 'babel', 'msgspec', 'logging', 'dataclasses'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [COMMAND[0], "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
