"""--config FILE: limits of the guards and of fetching, and what is the same in every run.

    [limits]
    max_lost_share = 0.05                      # any field of icor_scraper.Limits
    max_changed_shares = { country = 0.02 }    # the shares of other columns stay

    [fetch]
    contact = "you@your.org"                   # as --contact, --api-url, --language, --title
    total_s = 300                              # any field of icor_scraper.FetchLimits

A pyproject.toml has the same tables under [tool.icor-scraper]. What is given as a flag goes before.
docs/configuration.md lists all keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypeVar

import msgspec

from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import UsageError
from icor_scraper.fetch import FetchLimits
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")
_TOOL = "icor-scraper"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """[fetch] but for its limits: what flags of the same names say; None is their default."""

    contact: str | None = None
    api_url: str | None = None
    language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a file of configuration says."""

    limits: Mapping[str, object] = field(default_factory=dict)
    """[limits], as written."""
    fetch: FetchSettings = field(default_factory=FetchSettings)
    fetch_limits: FetchLimits = field(default_factory=FetchLimits)


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    limits: dict[str, object] = {}
    fetch: dict[str, str | int | float] = {}


def read_config(path: Path | None) -> Config:
    """What the file says, nothing for None; raises UsageError where it cannot be read."""
    if path is None:
        return Config()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        tables = msgspec.convert(_own_tables(content), _Tables)
        _refuse_useless(tables.fetch, path)
        return Config(
            limits=tables.limits,
            fetch=msgspec.convert(tables.fetch, FetchSettings),
            fetch_limits=msgspec.convert(tables.fetch, FetchLimits),
        )
    except OSError as exc:
        raise UsageError(f"expected a TOML file, found: {exc.strerror} ({path})") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as exc:
        raise UsageError(f"expected TOML with [limits] and [fetch], found: {exc} ({path})") from exc


def limited(spec: DatasetSpec[R], arguments: Arguments, config: Config) -> DatasetSpec[R]:
    """`spec` with the limits of the configuration and of --limit; raises UsageError for those it does not have."""
    _refuse_unsettable(spec, arguments)
    given = {**config.limits, **{name: _whole(value) for name, value in arguments.limit}}
    if arguments.settle is not None:
        given["settle_hours"] = arguments.settle.total_seconds() / 3600
    try:
        return spec.with_limits(given)
    except ValueError as exc:
        raise UsageError(str(exc)) from exc


def _own_tables(content: dict[str, object]) -> object:
    tool = content.get("tool")
    return tool.get(_TOOL, {}) if isinstance(tool, dict) else content


def _whole(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _refuse_unsettable(spec: DatasetSpec[R], arguments: Arguments) -> None:
    """Raise UsageError for a --limit that is none, or none of one number."""
    numbers = [entry.name for entry in fields(spec.limits) if isinstance(getattr(spec.limits, entry.name), int | float)]
    for name, _ in arguments.limit:
        if name not in numbers:
            raise UsageError(f"expected a limit of {', '.join(numbers)}, found {name} (--limit)")


def _refuse_useless(given: Mapping[str, object], path: Path) -> None:
    """Raise UsageError for a key that is none, and for an empty text, which would ask for another page or wiki."""
    known = [entry.name for kind in (FetchSettings, FetchLimits) for entry in fields(kind)]
    for name, value in given.items():
        if name not in known:
            raise UsageError(f"expected a key of {', '.join(known)}, found {name} ([fetch] of {path})")
        if isinstance(value, str) and not value.strip():
            raise UsageError(f"expected a value for {name}, found {value!r} ([fetch] of {path})")
