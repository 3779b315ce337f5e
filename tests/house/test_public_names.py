"""The public names are there, and importing them is cheap."""

from __future__ import annotations

import inspect
import subprocess
import sys

import icor_scraper
from icor_scraper import errors

HEAVY = {"requests", "urllib3", "bs4", "lxml", "babel", "rich", "msgspec", "tenacity", "mwparserfromhell"}


def test_every_public_name_is_there() -> None:
    assert icor_scraper.__all__ == sorted(icor_scraper.__all__, key=lambda name: (not name.isupper(), name))
    for name in icor_scraper.__all__:
        assert getattr(icor_scraper, name) is not None


def test_every_error_is_public_and_in_the_drawing() -> None:
    drawn = errors.__doc__ or ""
    kinds = {name for name, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__}
    kinds.discard("PageProblem")
    assert kinds <= set(icor_scraper.__all__)
    assert {name for name in kinds if name not in drawn} == set()


def test_public_functions_have_docstrings() -> None:
    for name in icor_scraper.__all__:
        value = getattr(icor_scraper, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert value.__doc__, name


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, icor_scraper; print(sorted({HEAVY!r} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
