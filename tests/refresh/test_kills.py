"""A refresh killed at any moment: the data is whole, and the next run makes good what was not done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 300 if os.environ.get("ICOR_SCRAPER_FULL") == "1" else 20


@pytest.mark.parametrize("form", ["links", "copies"])
def test_a_refresh_killed_at_any_moment(tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-m", "tests.refresh.kill_loop", str(tmp_path), str(KILLS), "20260301", form]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == KILLS
    for report in reports:
        assert (report["killed"], report["next"]) == ([], [])
    assert any(report["leftovers"] for report in reports), "no kill met anything half written"
