"""What may be tried again, and how long a server asks to wait before it."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from icor_scraper.errors import FetchError

RETRY_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})
"""HTTP statuses that another try may cure (RFC 9110, section 15; RFC 6585 for 429; RFC 8470 for 425)."""

RETRY_CODES = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryError"})
"""API error codes that another try may cure: https://www.mediawiki.org/wiki/API:Errors_and_warnings."""

_SECONDS = re.compile(r"\d+(?:\.\d*)?", re.ASCII)


class TransientError(Exception):
    """A failure that another try may cure; never leaves this folder."""

    def __init__(self, error: FetchError, *, retry_after_s: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        """What to raise if no try succeeds."""
        self.retry_after_s = retry_after_s
        """What the server asks to wait; None where it says nothing, or nonsense."""


def parse_retry_after(value: str | None, now_s: float) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, section 10.2.3), fractions allowed.

    `now_s` is the present in seconds since 1970, for a header that gives a date. None for a missing,
    negative or senseless value.
    """
    if value is None:
        return None
    text = value.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now_s)
    except (ValueError, OverflowError):
        return None
