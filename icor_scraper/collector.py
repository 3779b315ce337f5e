"""A pause of Python's cyclic garbage collector while records are made."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def without_collector(build: Callable[P, T]) -> Callable[P, T]:
    """Let `build` run without the collector, which is on again afterwards if it was on before.

    A page becomes up to a million small objects that form no circles. The collector would go through all of them
    again and again while they are made, and find nothing: half the time that a page of 2 MiB takes. Threads may
    overlap: whoever ends first turns it on early, which costs time only.
    """

    @wraps(build)
    def paused(*args: P.args, **kwargs: P.kwargs) -> T:
        if not gc.isenabled():
            return build(*args, **kwargs)
        gc.disable()
        try:
            return build(*args, **kwargs)
        finally:
            gc.enable()

    return paused
