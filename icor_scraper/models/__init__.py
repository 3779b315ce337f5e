"""The frozen records that flow: a Revision from fetch, an Article from parse, and what it holds."""

from icor_scraper.models.article import Article, Document, Section
from icor_scraper.models.content import (
    Category,
    Content,
    ExternalLink,
    Finds,
    Infobox,
    InfoboxField,
    ParseWarning,
    Span,
    Template,
    TemplateArgument,
    WarningCode,
    Wikilink,
)
from icor_scraper.models.maker import make_spans, maker
from icor_scraper.models.reference import Citation, Person, Reference, ReferenceUse
from icor_scraper.models.revision import Licence, Origin, PageInfo, Redirect, Revision, Site
from icor_scraper.models.table import Cell, Table

__all__ = [
    "Article",
    "Category",
    "Cell",
    "Citation",
    "Content",
    "Document",
    "ExternalLink",
    "Finds",
    "Infobox",
    "InfoboxField",
    "Licence",
    "Origin",
    "PageInfo",
    "ParseWarning",
    "Person",
    "Redirect",
    "Reference",
    "ReferenceUse",
    "Revision",
    "Section",
    "Site",
    "Span",
    "Table",
    "Template",
    "TemplateArgument",
    "WarningCode",
    "Wikilink",
    "make_spans",
    "maker",
]
