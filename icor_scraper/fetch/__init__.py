"""title -> Revision. The only place that talks HTTP or reads dumps and snapshots.

What needs the network is loaded when it is first asked for, so that a file or the snapshot is
read without loading an HTTP library.

sources.py      what needs no network: snapshot.py, saved.py, text_file.py, html_file.py, dump.py with dump_revision.py
live.py         a wiki: what its API answers (api.py, merge.py, answers.py) as a page (query.py, absence.py), a revision
                (revision.py) and its rendering (rendering.py, html.py)
client.py       who asks (identity.py), how fast, how often (retry.py) and how long (limits.py)
transport.py    one HTTP exchange: its connection (connections.py) and its bytes (body.py)
title.py, json_strict.py, options.py, display.py    titles, JSON, options that do nothing, foreign text in messages
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
