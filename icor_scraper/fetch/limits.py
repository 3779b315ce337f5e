"""What a fetch may cost in time, tries and bytes; a module of its own, so that reading a file loads no HTTP library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What a fetch may cost."""

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
