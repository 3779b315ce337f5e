"""Turns MediaWiki articles into typed, checked data.

    title --fetch--> Revision --parse--> Article --records--> Dataset --check--> publish / export

    from icor_scraper import parse_article, read_members, read_revision

    members = read_members(parse_article(read_revision("snapshot")))

Importing this package loads no network, HTML or retry library: each name brings what it needs
when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from icor_scraper.refresh import refresh  # loads nothing; done now, as else the package of this name would show
from icor_scraper.version import __version__ as __version__

if TYPE_CHECKING:
    from icor_scraper.candidate import make_dataset
    from icor_scraper.dataset import ArticleRecord, Dataset, article_record
    from icor_scraper.errors import (
        ApiError,
        ContactError,
        DatasetError,
        FetchError,
        GuardError,
        IcorScraperError,
        LayoutError,
        LockedError,
        PageError,
        PageProblem,
        ParseError,
        PublishError,
        RecordError,
        TransportError,
    )
    from icor_scraper.export import render_article
    from icor_scraper.fetch import Client, FetchLimits, fetch_page_info, fetch_revision, read_revision
    from icor_scraper.members import MEMBERS, Member, read_members
    from icor_scraper.models import (
        Article,
        Category,
        Cell,
        Citation,
        ExternalLink,
        Infobox,
        InfoboxField,
        Licence,
        Origin,
        PageInfo,
        ParseWarning,
        Person,
        Redirect,
        Reference,
        ReferenceUse,
        Revision,
        Section,
        Site,
        Span,
        Table,
        Template,
        TemplateArgument,
        WarningCode,
        Wikilink,
    )
    from icor_scraper.parse import (
        Arguments,
        Rendered,
        Renderer,
        VisibleWords,
        parse_article,
        parse_html,
        parse_wikitext,
        render_blank,
    )
    from icor_scraper.publish import read_dataset, write_dataset
    from icor_scraper.records import Reading, Row, column, computed, read_records
    from icor_scraper.refresh.outcome import Outcome, Run
    from icor_scraper.spec import DatasetSpec, Limits, RecordRule, Vocabulary, YearRange

__all__ = [
    "MEMBERS",
    "ApiError",
    "Arguments",
    "Article",
    "ArticleRecord",
    "Category",
    "Cell",
    "Citation",
    "Client",
    "ContactError",
    "Dataset",
    "DatasetError",
    "DatasetSpec",
    "ExternalLink",
    "FetchError",
    "FetchLimits",
    "GuardError",
    "IcorScraperError",
    "Infobox",
    "InfoboxField",
    "LayoutError",
    "Licence",
    "Limits",
    "LockedError",
    "Member",
    "Origin",
    "Outcome",
    "PageError",
    "PageInfo",
    "PageProblem",
    "ParseError",
    "ParseWarning",
    "Person",
    "PublishError",
    "Reading",
    "RecordError",
    "RecordRule",
    "Redirect",
    "Reference",
    "ReferenceUse",
    "Rendered",
    "Renderer",
    "Revision",
    "Row",
    "Run",
    "Section",
    "Site",
    "Span",
    "Table",
    "Template",
    "TemplateArgument",
    "TransportError",
    "VisibleWords",
    "Vocabulary",
    "WarningCode",
    "Wikilink",
    "YearRange",
    "article_record",
    "column",
    "computed",
    "fetch_page_info",
    "fetch_revision",
    "make_dataset",
    "parse_article",
    "parse_html",
    "parse_wikitext",
    "read_dataset",
    "read_members",
    "read_records",
    "read_revision",
    "refresh",
    "render_article",
    "render_blank",
    "write_dataset",
]

_HOMES = {
    "icor_scraper.candidate": "make_dataset",
    "icor_scraper.dataset": "ArticleRecord Dataset article_record",
    "icor_scraper.errors": (
        "ApiError ContactError DatasetError FetchError GuardError IcorScraperError LayoutError LockedError PageError "
        "PageProblem ParseError PublishError RecordError TransportError"
    ),
    "icor_scraper.export": "render_article",
    "icor_scraper.fetch": "Client FetchLimits fetch_page_info fetch_revision read_revision",
    "icor_scraper.members": "MEMBERS Member read_members",
    "icor_scraper.models": (
        "Article Category Cell Citation ExternalLink Infobox InfoboxField Licence Origin PageInfo "
        "ParseWarning Person Redirect Reference ReferenceUse Revision Section Site Span Table Template "
        "TemplateArgument WarningCode Wikilink"
    ),
    "icor_scraper.parse": (
        "Arguments Rendered Renderer VisibleWords parse_article parse_html parse_wikitext render_blank"
    ),
    "icor_scraper.publish": "read_dataset write_dataset",
    "icor_scraper.records": "Reading Row column computed read_records",
    "icor_scraper.refresh.outcome": "Outcome Run",
    "icor_scraper.spec": "DatasetSpec Limits RecordRule Vocabulary YearRange",
}
"""Which module brings which names."""


if not TYPE_CHECKING:  # a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        for module, names in _HOMES.items():
            if name in names.split():
                return getattr(importlib.import_module(module), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
