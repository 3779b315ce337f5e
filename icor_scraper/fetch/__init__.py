"""title -> Revision. The only place that talks HTTP or reads dumps and snapshots.

What needs the network is loaded when it is first asked for, so that a file or the snapshot is
read without loading an HTTP library.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from icor_scraper.fetch.limits import FetchLimits
from icor_scraper.fetch.sources import SNAPSHOT, read_revision

if TYPE_CHECKING:
    from icor_scraper.fetch.client import Client, Pace
    from icor_scraper.fetch.live import (
        NewestRevision,
        fetch_newest_revision,
        fetch_page_info,
        fetch_revision,
    )

__all__ = [
    "SNAPSHOT",
    "Client",
    "FetchLimits",
    "NewestRevision",
    "Pace",
    "fetch_newest_revision",
    "fetch_page_info",
    "fetch_revision",
    "read_revision",
]

_CLIENT_NAMES = ("Client", "Pace")


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = "client" if name in _CLIENT_NAMES else "live"
        return getattr(importlib.import_module(f"{__name__}.{module}"), name)
