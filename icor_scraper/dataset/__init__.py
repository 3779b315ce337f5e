"""Dataset: the records of one article and all that is to be told about them, ready to be written.

A DatasetSpec (`icor_scraper.spec`) says which article, and how its records are read. Everything here
is plain data without references to a parse, so that a dataset read from disk equals the one that was
written.
"""

from icor_scraper.dataset.article import article_record
from icor_scraper.dataset.dataset import (
    MODIFICATION,
    SCHEMA_VERSION,
    Dataset,
    HtmlCell,
    Provenance,
    assemble_dataset,
    provenance_of,
)
from icor_scraper.dataset.records import (
    ArticleRecord,
    CellRecord,
    ReferenceRecord,
    SectionRecord,
    TableRecord,
    TemplateRecord,
    UseRecord,
)

__all__ = [
    "MODIFICATION",
    "SCHEMA_VERSION",
    "ArticleRecord",
    "CellRecord",
    "Dataset",
    "HtmlCell",
    "Provenance",
    "ReferenceRecord",
    "SectionRecord",
    "TableRecord",
    "TemplateRecord",
    "UseRecord",
    "article_record",
    "assemble_dataset",
    "provenance_of",
]
