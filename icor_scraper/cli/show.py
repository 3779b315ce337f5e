"""icor-scraper show: members, references, sections or tables of a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from icor_scraper.candidate import read_candidate
from icor_scraper.cli import output, views
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode, UsageError
from icor_scraper.cli.messages import log
from icor_scraper.cli.pages import obtain_article
from icor_scraper.cli.sources import obtain_revision, wanted
from icor_scraper.dataset import ReferenceRecord, SectionRecord, TableRecord, article_record
from icor_scraper.errors import LayoutError
from icor_scraper.export.csv_format import render_csv
from icor_scraper.export.json_format import render_json
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Article

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Records, and what of them a person wants to see."""

    columns: tuple[str, ...]
    """Of the CSV: the names of the records' fields."""
    records: tuple[DataclassInstance | Mapping[str, str], ...]
    view: views.View


def run(arguments: Arguments) -> ExitCode:
    """Print the records: a table on a terminal, else CSV; or as --json or --csv say."""
    shown = _shown(arguments)
    if arguments.json:
        output.write_json(render_json(shown.records))
    elif arguments.csv or not output.is_terminal():
        output.write_text(render_csv(shown.columns, shown.records, safe=False).decode())
    else:
        from icor_scraper.cli.tables import render_table  # noqa: PLC0415  brings rich

        output.write_styled(render_table(shown.view))
    return ExitCode.DONE


def _shown(arguments: Arguments) -> _Shown:
    if arguments.number is not None and arguments.what != "tables":
        raise UsageError(f"expected --number with tables only, found {arguments.what}")
    if arguments.what == "members":
        return _members(arguments)
    article = obtain_article(arguments, arguments.source, live_title=MEMBERS.title)
    if arguments.number is not None:
        return _of_table(article, arguments.number)
    return _of_article(arguments.what, article)


def _members(arguments: Arguments) -> _Shown:
    """The members, with a warning for each doubt: what is shown is not held to the guards."""
    want = wanted(arguments, arguments.source, live_title=MEMBERS.title)
    revision = obtain_revision(arguments, want, with_html=True)
    candidate = read_candidate(MEMBERS, revision)
    for violation in candidate.violations:
        log.warning("%s", violation)
    members = candidate.dataset.records
    return _Shown(columns=_fields(Member), records=members, view=views.view_members(revision.title, members))


def _of_table(article: Article, number: int) -> _Shown:
    """The rows of one table of any article."""
    count = len(article.tables)
    if number >= count:
        raise LayoutError.of(f"table {number}", f"{count} tables, numbered from 0", article.title)
    table = article.tables[number]
    return _Shown(columns=table.column_names(), records=table.to_records(), view=views.view_table(article.title, table))


def _of_article(what: str, article: Article) -> _Shown:
    record = article_record(article)
    match what:
        case "references":
            view = views.view_references(record.title, record.references)
            return _Shown(columns=_fields(ReferenceRecord), records=record.references, view=view)
        case "sections":
            view = views.view_sections(record.title, record.sections)
            return _Shown(columns=_fields(SectionRecord), records=record.sections, view=view)
        case _:
            view = views.view_tables(record.title, record.tables, record.sections)
            columns = tuple(name for name in _fields(TableRecord) if name != "cells")
            return _Shown(columns=columns, records=record.tables, view=view)


def _fields(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
