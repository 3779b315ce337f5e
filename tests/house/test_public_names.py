"""The public names are there, and importing them is cheap."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

import pytest

import icor_scraper
from icor_scraper import errors, fetch, parse
from icor_scraper.parse import html

HEAVY = {"requests", "urllib3", "bs4", "lxml", "babel", "rich", "msgspec", "tenacity", "mwparserfromhell"}


def test_every_public_name_is_there() -> None:
    assert icor_scraper.__all__ == sorted(icor_scraper.__all__, key=lambda name: (not name.isupper(), name))
    for name in icor_scraper.__all__:
        assert getattr(icor_scraper, name) is not None


def test_a_name_has_one_home_for_type_checkers_and_at_run_time() -> None:
    tree = ast.parse(inspect.getsource(icor_scraper))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {node.module: [name.name for name in node.names] for node in block.body if isinstance(node, ast.ImportFrom)}
    assert seen == {module: names.split() for module, names in icor_scraper._HOMES.items()}


def test_a_name_that_is_not_there_is_an_error_for_type_checkers_too() -> None:
    """Where a type checker took any name for one of ours, the comments would be of no use, which mypy tells."""
    with pytest.raises(AttributeError, match="has no attribute 'parse_text'"):
        _ = icor_scraper.parse_text  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no attribute 'parse_text'"):
        _ = parse.parse_text  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no attribute 'fetch_text'"):
        _ = fetch.fetch_text  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no attribute 'parse_text'"):
        _ = html.parse_text  # type: ignore[attr-defined]


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
