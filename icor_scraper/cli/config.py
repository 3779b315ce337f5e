"""--config FILE: limits of the guards and of fetching, and what is the same in every run.

    [limits]
    max_lost_share = 0.05          # any field of icor_scraper.spec.Limits
    max_changed_shares = { country = 0.02 }    # the shares of other columns stay

    [fetch]
    contact = "you@your.org"       # as --contact, --api-url, --language, --title
    total_s = 300                  # any field of icor_scraper.fetch.Limits

A pyproject.toml has the same tables under [tool.icor-scraper]. What is given as a flag goes before.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, TypeVar

import msgspec

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import UsageError
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")
_TOOL = "icor-scraper"


class FetchLimits(TypedDict, total=False):
    """What of icor_scraper.fetch.Limits a file may change."""

    total_s: float
    connect_s: float
    read_s: float
    tries: int
    max_body_bytes: int


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[fetch]: None is the default of icor_scraper.fetch."""

    contact: str | None = None
    api_url: str | None = None
    language: str | None = None
    title: str | None = None
    total_s: float | None = None
    connect_s: float | None = None
    read_s: float | None = None
    tries: int | None = None
    max_body_bytes: int | None = None

    def limits(self) -> FetchLimits:
        """Those of icor_scraper.fetch.Limits that are given."""
        given = {name: getattr(self, name) for name in FetchLimits.__annotations__}
        return msgspec.convert({name: value for name, value in given.items() if value is not None}, FetchLimits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a file of configuration says."""

    limits: Mapping[str, object] = field(default_factory=dict)
    """[limits], as written."""
    fetch: FetchSettings = field(default_factory=FetchSettings)


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    limits: dict[str, object] = {}
    fetch: FetchSettings = FetchSettings()


def read_config(path: Path | None) -> Config:
    """What the file says, nothing for None; raises UsageError where it cannot be read."""
    if path is None:
        return Config()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        tables = msgspec.convert(_own_tables(content), _Tables)
    except OSError as exc:
        raise UsageError(f"expected a TOML file, found: {exc.strerror} ({path})") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as exc:
        raise UsageError(f"expected TOML with [limits] and [fetch], found: {exc} ({path})") from exc
    _refuse_senseless(_numbers(tables.fetch.limits()), f"[fetch] of {path}")
    _refuse_empty(tables.fetch, path)
    return Config(limits=tables.limits, fetch=tables.fetch)


def limited(spec: DatasetSpec[R], arguments: Arguments, config: Config) -> DatasetSpec[R]:
    """`spec` with the limits of the configuration and of --limit; raises UsageError for those it does not have."""
    given = {**config.limits, **{name: _whole(value) for name, value in arguments.limit}}
    if arguments.settle is not None:
        given["settle_hours"] = arguments.settle.total_seconds() / 3600
    _refuse_senseless(_numbers(given), "limits")
    try:
        return spec.with_limits(given)
    except ValueError as exc:
        raise UsageError(str(exc)) from exc


def _own_tables(content: dict[str, object]) -> object:
    tool = content.get("tool")
    return tool.get(_TOOL, {}) if isinstance(tool, dict) else content


def _whole(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _numbers(values: Mapping[str, object]) -> Iterable[tuple[str, float]]:
    """Each number with its name, those of tables included."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from ((name, number) for number in value.values() if isinstance(number, int | float))
        elif isinstance(value, int | float):
            yield name, value


def _refuse_empty(settings: FetchSettings, path: Path) -> None:
    """An empty address would ask Wikipedia, in no time nothing can be fetched."""
    for name in FetchSettings.__struct_fields__:
        value = getattr(settings, name)
        is_empty = not value.strip() if isinstance(value, str) else value == 0
        if value is not None and is_empty:
            raise UsageError(f"expected a value for {name}, found {value!r} ([fetch] of {path})")


def _refuse_senseless(numbers: Iterable[tuple[str, float]], place: str) -> None:
    """NaN would switch a guard off in silence, as any share above 1 does."""
    for name, number in numbers:
        most = 1.0 if "_share" in name or name.endswith("_increase") else math.inf
        if not 0 <= number <= most or math.isinf(number):
            expected = "from 0 to 1" if most == 1 else "of at least 0"
            raise UsageError(f"expected a number {expected} for {name}, found {number} ({place})")
