"""What a fetch may cost in time, tries and bytes; a module of its own, so that reading a file loads no HTTP library."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

_MAY_BE_0 = frozenset({"backoff_s", "backoff_max_s", "max_redirects"})
"""What 0 switches off; with 0 of anything else no fetch could succeed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What a fetch may cost. Raises ValueError for a number with which none could succeed."""

    total_s: float = 120.0
    """Of one operation, as a whole fetch_revision(), with all its tries and waits."""
    connect_s: float = 10.0
    """Until a connection stands."""
    read_s: float = 30.0
    """Between two pieces of an answer; rendering a long page takes MediaWiki some ten seconds."""
    tries: int = 4
    """Of one request, the first included."""
    backoff_s: float = 1.0
    """Before the second try where the server names no time; doubled for each further one."""
    backoff_max_s: float = 20.0
    max_body_bytes: int = 32 << 20
    """Unpacked: the rendering of a page of MediaWiki's maximal size (2 MiB) has about 20 MiB."""
    max_redirects: int = 5

    def __post_init__(self) -> None:
        for entry in fields(self):
            number = getattr(self, entry.name)
            least = "of at least 0" if entry.name in _MAY_BE_0 else "above 0"
            if not 0 <= number < math.inf or (number == 0 and entry.name not in _MAY_BE_0):
                raise ValueError(f"expected a number {least} for {entry.name}, found {number} (limits of fetching)")
