"""The files for schedulers, read by the schedulers' own tools where those are installed."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icor_scraper.cli.exit_codes import UsageError
from icor_scraper.cli.schedules import Job, render_cron, render_service, render_timer, render_workflow
from tests.cli.command import run

CONTACT = "ops@icor-data.org"
ODD = Path('/srv/50% off/it\'s "$HOME"\\x')
"""A folder with all that cron, shells and systemd treat apart."""


def job(folder: Path = ODD) -> Job:
    return Job(python="/opt/my env/bin/python", folder=folder, contact=CONTACT, hour=3, minute=17)


def cron_commands(text: str) -> list[str]:
    """What cron gives to the shell: crontab(5): five fields, then the command, in which `\\%` is a percent sign."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    commands = []
    for line in lines:
        *times, command = line.split(None, 5)
        assert len(times) == 5
        assert all(re.fullmatch(r"\*|[0-9]{1,2}", time) for time in times), times
        assert not re.search(r"(?<!\\)%", command)
        commands.append(command.replace(r"\%", "%"))
    return commands


def test_cron_runs_just_this_job() -> None:
    refresh, check = cron_commands(render_cron(job()))
    for command, words in [(refresh, "refresh"), (check, "check")]:
        shown = subprocess.run(
            ["/bin/sh", "-c", f"set -- {command}; printf '%s\\n' \"$@\""],
            capture_output=True,
            text=True,
            check=True,
            env={},
        ).stdout.splitlines()
        assert shown[:5] == ["/opt/my env/bin/python", "-m", "icor_scraper", words, str(ODD)], "and no timeout(1)"
    assert "--contact ops@icor-data.org --jitter 15m --time-limit 45m --quiet" in refresh


def test_the_crontab_installs(tmp_path: Path) -> None:
    """With a crontab that can check a file without installing it."""
    if not shutil.which("crontab"):
        pytest.skip("no crontab here")
    path = tmp_path / "crontab"
    path.write_text(render_cron(job()), encoding="utf-8")
    done = subprocess.run(["crontab", "-n", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("folder", [ODD, Path("/srv/icor")])
def test_systemd_accepts_both_units(tmp_path: Path, folder: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd-analyze here")
    service, timer = tmp_path / "icor-scraper.service", tmp_path / "icor-scraper.timer"
    there = Job(python=shutil.which("python3") or "", folder=folder, contact=CONTACT, hour=3, minute=17)
    service.write_text(render_service(there), encoding="utf-8")
    timer.write_text(render_timer(there), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(service), str(timer)], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "icor-scraper" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


def test_systemd_reads_the_words_back() -> None:
    line = next(line for line in render_service(job()).splitlines() if line.startswith("ExecStart="))
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    read = [re.sub(r"\\(.)", r"\1", word).replace("%%", "%").replace("$$", "$") for word in words]
    assert read == ["/opt/my env/bin/python", str(ODD), CONTACT]


def test_a_workflow_is_valid(tmp_path: Path) -> None:
    """By GitHub's own schema, which check-jsonschema brings with it."""
    path = tmp_path / "refresh.yml"
    path.write_text(render_workflow(job(Path("data"))), encoding="utf-8")
    schema = ("--builtin-schema", "vendor.github-workflows")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_workflow_has_what_actions_needs() -> None:
    yaml = importlib.import_module("yaml")  # which has no types of its own
    workflow = yaml.load(render_workflow(job(Path("data"))), Loader=yaml.BaseLoader)
    assert workflow["on"]["schedule"] == [{"cron": "17 3 * * *"}]
    assert workflow["permissions"] == {"contents": "write"}
    assert workflow["concurrency"]["cancel-in-progress"] == "false"
    refresh = workflow["jobs"]["refresh"]
    assert refresh["timeout-minutes"] == "60"
    assert refresh["env"] == {"ICOR_SCRAPER_CONTACT": CONTACT, "FOLDER": "data"}
    commands = [step["run"] for step in refresh["steps"] if "run" in step]
    assert commands[1] == 'icor-scraper refresh "$FOLDER" --copies --jitter 15m --time-limit 45m'
    for command in commands:
        subprocess.run(["/bin/sh", "-n", "-c", command], check=True)


@pytest.mark.parametrize("folder", ["/data", "../data", "a${{ x }}", "a\nb"])
def test_a_workflow_refuses_what_it_cannot_hold(folder: str) -> None:
    with pytest.raises(UsageError):
        render_workflow(job(Path(folder)))


@pytest.mark.parametrize("scheduler", ["cron", "github-actions"])
def test_the_command_prints_a_file(tmp_path: Path, scheduler: str) -> None:
    done = run("schedule", scheduler, "data", "--contact", CONTACT, "--time", "04:05", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert CONTACT in done.stdout
    assert "5 4 *" in done.stdout


def test_two_units_are_never_printed_as_one_file(tmp_path: Path) -> None:
    done = run("schedule", "systemd", "data", "--contact", CONTACT, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "expected --unit service or --unit timer with systemd, found neither" in done.stderr


def test_systemd_units_one_by_one(tmp_path: Path) -> None:
    units = [
        run("schedule", "systemd", "data", "--contact", CONTACT, "--unit", unit, cwd=tmp_path).stdout
        for unit in ("service", "timer")
    ]
    assert "[Service]" in units[0]
    assert str(tmp_path / "data") in units[0]
    assert "[Timer]" in units[1]
    assert "OnCalendar=*-*-* 03:17:00" in units[1]
