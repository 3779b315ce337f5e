"""title -> Revision. The only place that talks HTTP or reads dumps and snapshots."""

from icor_scraper.fetch.sources import read_revision

__all__ = ["read_revision"]
