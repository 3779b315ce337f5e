"""Authors and editors of a citation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Protocol

from icor_scraper.models import Person
from icor_scraper.parse.wikitext.citations.parameters import People

_MOST_PEOPLE = 500
_LINK = re.compile(r"\[\[:?([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|[^\[\]]*)?\]\]")
_ET_AL = re.compile(r",?\s*\bet\s*al(?:\.|\b)\s*$|,?\s*\band others\.?\s*$", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"\(\((.*)\)\)", re.DOTALL)
_VANCOUVER_NAME = re.compile(r"\s*+(?:\(\([^()]*\)\)|[^,;]+)")
_INITIALS = re.compile(r"(.+?)\s+([^\W\d_a-zß-ÿ]{1,3})(?: (?:Jr|Sr|2nd|3rd|4th))?")


class Value(Protocol):
    """The value of an argument, as models.TemplateArgument has it."""

    @property
    def text(self) -> str: ...
    @property
    def wikitext(self) -> str: ...


Given = Mapping[str, Value]
"""Arguments by their names in lower case, empty ones left out."""


def read_people(given: Given, people: People) -> tuple[Person, ...]:
    """The people of one kind, in the order of their numbers; then those in free words."""
    if not may_name(given, people):
        return ()
    found: list[Person] = []
    for number in range(1, _MOST_PEOPLE):
        person = _read(given, people, number)
        if person is None and not _is_given(given, people, number + 1):
            break
        if person is not None:
            found.append(person)
    for name in people.vancouver:
        if name in given:
            found += _vancouver(given[name].text)
    for name in people.free:
        if name in given:
            found += _person(given[name].text, None, _linked(given[name]))
    return tuple(found)


def may_name(given: Mapping[str, object], people: People) -> bool:
    """Whether people of that kind may be given: else read_people finds none."""
    return not given.keys().isdisjoint(_signs(people.last, people.whole, people.vancouver, people.free))


@cache
def _signs(last: tuple[str, ...], whole: tuple[str, ...], *lists: tuple[str, ...]) -> frozenset[str]:
    """The parameters without any of which read_people finds nobody."""
    names = (*last, *whole)
    return frozenset((*_spellings(names, 1), *_spellings(names, 2), *chain.from_iterable(lists)))


@cache
def _spellings(names: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The parameters' names for one number; the first person's may go without."""
    numbers = ("", "1") if number == 1 else (str(number),)
    return tuple(name.replace("#", text) for name in names for text in numbers if text in {"", "1"} or "#" in name)


def _first(given: Given, names: tuple[str, ...], number: int) -> Value | None:
    for name in _spellings(names, number):
        if name in given:
            return given[name]
    return None


def _is_given(given: Given, people: People, number: int) -> bool:
    return _first(given, (*people.last, *people.whole), number) is not None


def _read(given: Given, people: People, number: int) -> Person | None:
    last = _first(given, people.last, number)
    name = last or _first(given, people.whole, number)
    if name is None:
        return None
    first = _first(given, people.first, number)
    link = _first(given, people.link, number)
    found = _person(name.text, first.text if first else None, link.text if link else _linked(name))
    if found and last and not first:
        return replace(found[0], last=found[0].name)
    return found[0] if found else None


def _linked(argument: Value) -> str | None:
    """The article that the whole of a value links to."""
    match = _LINK.fullmatch(argument.wikitext.strip())
    return " ".join(match[1].replace("_", " ").split()) if match else None


def _person(last: str, first: str | None, link: str | None) -> list[Person]:
    last = _clean(last)
    first = _clean(first) if first else None
    if not last:
        return []
    name = f"{last}, {first}" if first else last
    return [Person(name=name, last=last if first else None, first=first or None, link=link)]


def _clean(name: str) -> str:
    """A name without "et al." and without the double brackets that say "as written"."""
    name = _ET_AL.sub("", name.strip())
    as_written = _AS_WRITTEN.fullmatch(name)
    return as_written[1].strip() if as_written else name


def _vancouver(text: str) -> list[Person]:
    """`Smith J, Jones AB, ((An Institute)), et al.`"""
    found: list[Person] = []
    for name in (match[0].strip() for match in _VANCOUVER_NAME.finditer(text)):
        initials = _INITIALS.fullmatch(name)
        if name.startswith("((") or not initials:
            found += _person(name, None, None)
        else:
            found += _person(initials[1], initials[2], None)
    return found[:_MOST_PEOPLE]


def last_name(person: Person) -> str:
    """The name by which short citations call a person."""
    return person.last or person.name
