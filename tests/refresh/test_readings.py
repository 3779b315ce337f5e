"""What is read once: told where a wiki could have been read twice, and refused where the published was read twice."""

from __future__ import annotations

import json
import logging
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from icor_scraper.errors import GuardError
from icor_scraper.fetch import read_revision
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Origin, Revision
from icor_scraper.publish import read_dataset
from icor_scraper.refresh.approval import approve
from tests.cli.command import FIXTURE, run
from tests.refresh.sources import NOW, make_revision, refresh_from

FIRST = replace(read_revision(FIXTURE), origin=Origin.API)
WARNING = "was read once, by no second code"


def with_the_table_in_a_template(number: int) -> Revision:
    """The same page; what made the table is now a template, which only the rendering shows."""
    start, end = FIRST.wikitext.index("{|"), FIRST.wikitext.index("|}") + 2
    text = f"{FIRST.wikitext[:start]}{{{{ICOR members}}}}{FIRST.wikitext[end:]}"
    told = {name: getattr(FIRST, name) for name in ("html", "page_id", "title", "site", "licence", "attribution")}
    return make_revision(number, text, **told)


SECOND = with_the_table_in_a_template(101)
LOOSE = MEMBERS.with_limits({"max_shrink_share": 1.0, "max_lost_readings": 1})
STRICT = MEMBERS.with_limits({"max_shrink_share": 1.0})


def test_what_was_read_twice_is_not_replaced_by_what_was_read_once(tmp_path: Path) -> None:
    assert refresh_from(tmp_path, FIRST).verified_by == "wikitext and html"
    with pytest.raises(GuardError) as caught:
        refresh_from(tmp_path, FIRST, SECOND, spec=STRICT)
    (violation,) = caught.value.violations
    assert violation.startswith("read-once: expected members verified by wikitext and html")
    assert read_dataset(tmp_path, Member).provenance.revision_id == FIRST.revision_id


def test_an_approval_or_a_limit_lets_it_through_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for folder in (tmp_path / "approved", tmp_path / "limited"):
        refresh_from(folder, FIRST)
    with pytest.raises(GuardError):
        refresh_from(tmp_path / "approved", FIRST, SECOND, spec=STRICT)
    assert WARNING not in caplog.text
    approved = approve(STRICT, tmp_path / "approved", "101", by="Ann", reason="a template makes it now", now=NOW)
    limited = refresh_from(tmp_path / "limited", FIRST, SECOND, spec=LOOSE)
    assert approved.verified_by == limited.verified_by == "html only"
    warnings = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert warnings == [f"published 101-2 {WARNING}: html only"] * 2


def test_a_first_release_that_is_read_once_is_a_warning_that_quiet_does_not_hide(tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path / "answers")
    index = json.loads((tmp_path / "answers" / "fetch.json").read_text(encoding="utf-8")) | {"rendering": None}
    (tmp_path / "answers" / "fetch.json").write_text(json.dumps(index), encoding="utf-8")
    for command in ("refresh", "export"):
        done = run(command, command, "--source", "answers", "--quiet", cwd=tmp_path)
        assert done.returncode == 0
        assert done.stderr == f"icor-scraper: published 20-1 {WARNING}: wikitext only\n"
        again = run(command, command, "--source", "answers", "--quiet", cwd=tmp_path)
        assert (again.returncode, again.stderr) == (0, ""), "what stands already is not told every night"


def test_a_file_is_read_once_as_ever(tmp_path: Path) -> None:
    (tmp_path / "Page.wikitext").write_text(FIRST.wikitext, encoding="utf-8")
    done = run("refresh", "out", "--source", "Page.wikitext", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert run("refresh", "twice", "--source", FIXTURE, cwd=tmp_path).returncode == 0
    done = run("refresh", "twice", "--source", "Page.wikitext", "--title", FIRST.title, "--allow-older", cwd=tmp_path)
    assert done.returncode == 0
