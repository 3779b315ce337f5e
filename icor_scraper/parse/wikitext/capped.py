"""Warnings of one kind: a text of nothing but brackets has a million, and a few tell enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from icor_scraper.models import ParseWarning


def capped(warnings: Iterable[ParseWarning], count: int, most: int) -> list[ParseWarning]:
    """The first `most` of `count` warnings; where there are more, the last one tells how many."""
    told = list(islice(warnings, most))
    if count > most:
        told[-1] = replace(told[-1], message=f"{told[-1].message} (and {count - most} more like it)")
    return told
