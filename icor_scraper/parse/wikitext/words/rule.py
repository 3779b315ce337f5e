"""What rules are made of: a rule turns the arguments of a call into the wikitext that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol


class Arguments(Protocol):
    """The arguments of a call, expanded."""

    def get(self, name: str, /) -> str | None:
        """The value of that name ("1" for the first without one), trimmed; None where not given."""

    def positional(self) -> list[str]:
        """The values without a name, in order, trimmed."""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each argument, in order."""


Rule = Callable[[Arguments], str | None]
"""From a call's arguments to wikitext; "" where it shows nothing, None where that cannot be told."""

_MOST_NUMBERED = 200
_YES = frozenset({"y", "yes", "true", "1", "on"})


def first_of(args: Arguments, *names: str) -> str:
    """The value of the first of `names` that has one; else ""."""
    return next((value for name in names if (value := args.get(name))), "")


def numbered(args: Arguments, first: int = 1) -> list[str]:
    """The values of `first`, `first` + 1, ... up to the first that is not given."""
    values: list[str] = []
    while len(values) < _MOST_NUMBERED and (value := args.get(str(first + len(values)))) is not None:
        values.append(value)
    return values


def is_yes(value: str | None) -> bool:
    return (value or "").lower() in _YES


def nothing(args: Arguments) -> str:
    """The call shows no words where it stands."""
    return ""


def fixed(text: str) -> Rule:
    """The call shows the same for any arguments."""
    return lambda args: text


def argument(*names: str) -> Rule:
    """The call shows the first of these arguments that has a value."""
    return lambda args: first_of(args, *names)


def framed(before: str, after: str = "", *, default: str | None = None) -> Rule:
    """`before`, the first argument and `after`; `default` where there is no argument."""

    def rule(args: Arguments) -> str | None:
        value = first_of(args, "1")
        return f"{before}{value}{after}" if value else default

    return rule


def joined(separator: str) -> Rule:
    """The unnamed arguments, those left empty aside."""
    return lambda args: separator.join(value for value in numbered(args) if value)


def named(names: str, rule: Rule) -> dict[str, Rule]:
    """One rule under several names, which stand in lower case between bars."""
    return dict.fromkeys(split(names), rule)


def split(names: str) -> Iterable[str]:
    return (" ".join(name.split()) for name in names.split("|"))


def link(target: str, text: str = "") -> str:
    """`[[target|text]]`; a text that holds a link already stays as it is."""
    if "[[" in text or (not text and "[[" in target):
        return text or target
    return f"[[{target}|{text}]]" if text and text != target else f"[[{target}]]"
