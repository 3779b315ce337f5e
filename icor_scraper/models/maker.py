"""Quick ways to make the records of which a page has tens of thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from typing import Any, ParamSpec, TypeVar

from icor_scraper.models.content import Span

P = ParamSpec("P")
R = TypeVar("R")


def maker(record: Callable[P, R]) -> Callable[P, R]:
    """A function that makes what `record(...)` makes, in a quarter of the time.

    `record` is a frozen dataclass with slots and keyword arguments, without a `__post_init__`. Its own `__init__` has
    to go around the ban on assignment, field by field; here the fields are assigned to an object of an open class of
    the same layout, which then becomes the record (https://docs.python.org/3/reference/datamodel.html, `__class__`).
    """
    cls: Any = record
    names = [field.name for field in fields(cls)]
    defaults = {field.name: field.default for field in fields(cls) if field.default is not MISSING}
    given = ", ".join(f"{name}=defaults[{name!r}]" if name in defaults else name for name in names)
    assigned = "\n".join(f"    made.{name} = {name}" for name in names)
    source = f"def make(*, {given}):\n    made = blank()\n{assigned}\n    made.__class__ = record\n    return made\n"
    scope: dict[str, Any] = {"record": cls, "defaults": defaults}
    scope["blank"] = type(cls.__name__, (), {"__slots__": names})
    exec(source, scope)  # noqa: S102 -- the names of a class's fields and nothing else, as dataclasses do
    make: Callable[P, R] = scope["make"]
    return make


def make_spans(ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """What `Span(start, end)` makes of each pair, in half the time."""
    new = tuple.__new__
    return [new(Span, pair) for pair in ranges]
