"""docs/configuration.md is true: its keys and defaults are the code's own, and its example can be read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from icor_scraper.cli.arguments import Arguments, make_parser
from icor_scraper.cli.config import FetchSettings, limited, read_config
from icor_scraper.fetch import FetchLimits
from icor_scraper.members import MEMBERS

TEXT = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def table_of(heading: str) -> dict[str, object]:
    """The keys of the table under `heading` with their defaults."""
    rows = re.findall(
        r"^\| `(\w+)` \| (?:`(.*?)`|none) \|", TEXT.partition(f"## {heading}\n")[2].partition("## ")[0], re.M
    )
    return {key: tomllib.loads(f"x = {default}")["x"] if default else None for key, default in rows}


def defaults_of(instance: object) -> dict[str, object]:
    values = {field.name: getattr(instance, field.name) for field in fields(instance)}  # type: ignore[arg-type]
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def test_the_limits_are_all_told() -> None:
    assert list(table_of("[limits]").items()) == list(defaults_of(MEMBERS.limits).items())


def test_the_settings_of_fetching_are_all_told() -> None:
    assert list(table_of("[fetch]").items()) == [
        *defaults_of(FetchSettings()).items(),
        *defaults_of(FetchLimits()).items(),
    ]


def test_every_key_told_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "all.toml"
    rows = re.findall(r"^\| `(\w+)` \| `(.*?)` \|", TEXT, re.M)
    limits = [f"{key} = {default}" for key, default in rows if key in table_of("[limits]")]
    fetch = [f"{key} = {default}" for key, default in rows if key in table_of("[fetch]")]
    path.write_text("\n".join(["[limits]", *limits, "[fetch]", *fetch]), encoding="utf-8")
    config = read_config(path)
    arguments = make_parser().parse_args(["refresh", "out"], namespace=Arguments())
    assert limited(MEMBERS, arguments, config).limits == MEMBERS.limits
    assert config.fetch_limits == FetchLimits()


def test_the_example_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.M | re.S)
    path = tmp_path / "example.toml"
    path.write_text(example, encoding="utf-8")
    config = read_config(path)
    arguments = make_parser().parse_args(["refresh", "out"], namespace=Arguments())
    limits = limited(MEMBERS, arguments, config).limits
    assert (limits.max_lost_share, limits.refused_tags) == (0.05, ("mw-reverted", "mw-blank"))
    assert limits.max_changed_shares == {"member_since_text": 1.0, "country": 0.02}
    assert (config.fetch.contact, config.fetch_limits.total_s) == ("data@icor-data.org", 300)
