"""Every error this package raises on purpose.

IcorScraperError
├── ContactError          no operator's contact was given, and one is needed
├── FetchError            a revision could not be fetched            .url
│   ├── TransportError    the network or the server failed           .status
│   ├── ApiError          the API refused                            .code .info
│   └── PageError         the page cannot be had                     .title .reason
├── ParseError            the text cannot be read at all             .section .line
├── LayoutError           what was looked for is not there           .expected .found
│   └── RecordError       a value cannot be read                     .row .column .span .others
├── GuardError            a candidate dataset was refused            .violations .quarantine
├── LockedError           another run holds the folder               .path .holder
├── PublishError          the output could not be written            .path
└── DatasetError          what a folder holds cannot be read         .path .expected .found

Messages have the form "expected X, found Y (place)". All of these errors pickle.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Self


class IcorScraperError(Exception):
    """Base of all errors of this package.

    Keyword arguments become attributes, so that an error survives pickling with all it knows.
    """

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        for name, value in details.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:  # the form that pickle prescribes
        return (_rebuild, (type(self), self.args[0], dict(self.__dict__)))


def _rebuild(kind: type[IcorScraperError], message: str, details: dict[str, object]) -> IcorScraperError:
    error = kind.__new__(kind)
    Exception.__init__(error, message)
    error.__dict__.update(details)
    return error


class ContactError(IcorScraperError):
    """The operator's contact is missing or a placeholder; the message says how to give one."""


class FetchError(IcorScraperError):
    """A revision could not be fetched."""

    url: str | None
    """The address that was asked, without credentials; None where no request was made."""

    def __init__(self, message: str, *, url: str | None = None, **details: object) -> None:
        super().__init__(message, url=url, **details)


class TransportError(FetchError):
    """The network, TLS or the server failed, or the answer was not what the API speaks."""

    status: int | None
    """HTTP status code, or None where no answer came."""

    def __init__(self, message: str, *, url: str | None = None, status: int | None = None) -> None:
        super().__init__(message, url=url, status=status)


class ApiError(FetchError):
    """The Action API or the REST API answered with an error object."""

    code: str
    """The API's error code, as in https://www.mediawiki.org/wiki/API:Errors_and_warnings."""
    info: str
    """The API's own words, shortened and freed of control characters."""

    def __init__(self, message: str, *, url: str | None = None, code: str, info: str) -> None:
        super().__init__(message, url=url, code=code, info=info)


class PageProblem(StrEnum):
    """Why a page cannot be had."""

    MISSING = "missing"
    DELETED = "deleted"
    MOVED = "moved"
    HIDDEN = "hidden"
    INVALID = "invalid"
    UNKNOWN_REVISION = "unknown revision"
    NOT_WIKITEXT = "not wikitext"
    REDIRECT_LOOP = "redirect loop"


class PageError(FetchError):
    """The wiki answered, but the page or revision asked for cannot be had."""

    title: str
    """The title (or revision) that was asked for."""
    reason: PageProblem

    def __init__(self, message: str, *, url: str | None = None, title: str, reason: PageProblem) -> None:
        super().__init__(message, url=url, title=title, reason=reason)


class ParseError(IcorScraperError):
    """The text cannot be read as wikitext or HTML within the documented limits."""

    section: str | None
    """Heading of the section concerned, where known."""
    line: int | None
    """Line of the source, from 1, where known."""

    def __init__(self, message: str, *, section: str | None = None, line: int | None = None) -> None:
        super().__init__(message, section=section, line=line)


class LayoutError(IcorScraperError):
    """A table or column that was looked for is missing, doubled or not to be told apart."""

    expected: str
    found: str

    def __init__(self, message: str, *, expected: str, found: str, **details: object) -> None:
        super().__init__(message, expected=expected, found=found, **details)

    @classmethod
    def of(cls, expected: str, found: str, place: object = None) -> Self:
        """The error with the usual message: "expected X, found Y (place)"."""
        where = "" if place is None else f" ({place})"
        return cls(f"expected {expected}, found {found}{where}", expected=expected, found=found)


class RecordError(LayoutError):
    """A value of a table does not convert; the message tells all such values of the table."""

    row: int | None
    """Row of the grid, from 0; None where the error is of the header."""
    column: str | None
    """The header under which the value stands."""
    span: tuple[int, int] | None
    """Where the cell stands in the wikitext (start, end), in characters; None in HTML."""
    others: tuple[RecordError, ...]
    """The table's further values that do not convert, in reading order."""

    def __init__(
        self,
        message: str,
        *,
        expected: str,
        found: str,
        row: int | None = None,
        column: str | None = None,
        span: tuple[int, int] | None = None,
        others: Sequence[RecordError] = (),
    ) -> None:
        super().__init__(
            message, expected=expected, found=found, row=row, column=column, span=span, others=tuple(others)
        )


class GuardError(IcorScraperError):
    """A candidate dataset breaks one guard or more, and was not published."""

    violations: tuple[str, ...]
    """One sentence a violation, all of them."""
    quarantine: str | None
    """The folder in which the candidate waits for approval; None where none was kept."""

    def __init__(self, message: str, *, violations: Sequence[str], quarantine: str | None = None) -> None:
        super().__init__(message, violations=tuple(violations), quarantine=quarantine)


class LockedError(IcorScraperError):
    """Another run is at work in the same folder."""

    path: str
    holder: str | None
    """What the lock says of its holder (process id and start), where it can be read."""

    def __init__(self, message: str, *, path: str, holder: str | None = None) -> None:
        super().__init__(message, path=path, holder=holder)


class PublishError(IcorScraperError):
    """The output folder cannot be written; what was published before still stands."""

    path: str

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message, path=path)


class DatasetError(IcorScraperError):
    """A folder holds no published dataset, or one of its files is damaged or not ours."""

    path: str
    """The file or folder concerned; a file's name alone where its folder is not known."""
    expected: str
    found: str

    def __init__(self, message: str, *, path: str, expected: str, found: str) -> None:
        super().__init__(message, path=path, expected=expected, found=found)

    @classmethod
    def of(cls, expected: str, found: str, path: object, *, where: str = "") -> Self:
        """The error with the usual message: "expected X, found Y (path)"; `where` goes on behind the path."""
        message = f"expected {expected}, found {found} ({path}{where})"
        return cls(message, path=str(path), expected=expected, found=found)
