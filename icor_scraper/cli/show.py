"""icor-scraper show: members, references, sections or tables of a source."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from icor_scraper.candidate import read_candidate
from icor_scraper.cli import output, views
from icor_scraper.cli.arguments import Arguments
from icor_scraper.cli.exit_codes import ExitCode
from icor_scraper.cli.messages import log
from icor_scraper.cli.sources import obtain_revision, wanted
from icor_scraper.dataset import ReferenceRecord, SectionRecord, TableRecord, article_record
from icor_scraper.export.csv_format import render_csv
from icor_scraper.export.json_format import render_json
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Revision
from icor_scraper.parse import parse_article

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Records, and what of them a person wants to see."""

    kind: type[DataclassInstance]
    records: tuple[object, ...]
    view: views.View


def run(arguments: Arguments) -> ExitCode:
    """Print the records: a table on a terminal, else CSV; or as --json or --csv say."""
    is_members = arguments.what == "members"
    want = wanted(arguments, arguments.source, live_title=MEMBERS.title)
    revision = obtain_revision(arguments, want, with_html=is_members)
    shown = _members(revision) if is_members else _of_article(arguments.what, revision)
    if arguments.json:
        output.write_json(render_json(shown.records))
    elif arguments.csv or not output.is_terminal():
        columns = [field.name for field in fields(shown.kind)]
        output.write_text(render_csv(columns, shown.records, safe=False).decode())
    else:
        from icor_scraper.cli.tables import render_table  # noqa: PLC0415  brings rich

        output.write_styled(render_table(shown.view))
    return ExitCode.DONE


def _members(revision: Revision) -> _Shown:
    """The members, with a warning for each doubt: what is shown is not held to the guards."""
    candidate = read_candidate(MEMBERS, revision)
    for violation in candidate.violations:
        log.warning("%s", violation)
    members = candidate.dataset.records
    return _Shown(kind=Member, records=members, view=views.view_members(revision.title, members))


def _of_article(what: str, revision: Revision) -> _Shown:
    article = article_record(parse_article(revision))
    match what:
        case "references":
            view = views.view_references(article.title, article.references)
            return _Shown(kind=ReferenceRecord, records=article.references, view=view)
        case "sections":
            view = views.view_sections(article.title, article.sections)
            return _Shown(kind=SectionRecord, records=article.sections, view=view)
        case _:
            view = views.view_tables(article.title, article.tables, article.sections)
            return _Shown(kind=TableRecord, records=article.tables, view=view)
