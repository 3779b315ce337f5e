"""The set of files that a dataset is written as, and the dataset that they give back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import GenericAlias
from typing import TypeVar

from icor_scraper.dataset import SCHEMA_VERSION, ArticleRecord, Dataset, Provenance, ReferenceRecord
from icor_scraper.errors import DatasetError, PublishError
from icor_scraper.export.csv_format import render_csv
from icor_scraper.export.description import Description, count_objects, describe
from icor_scraper.export.json_format import parse_json, render_json

R = TypeVar("R")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
_FIXED_NAMES = frozenset({"references", "sections", "article", "dataset", "status"})


def render_files(dataset: Dataset[R], *, csv_safe: bool = False) -> Mapping[str, bytes]:
    """All files of `dataset`: their names with their content; the same dataset gives the same bytes.

    NAME.json and NAME.csv hold the records, references.json, references.csv and sections.json those
    parts of the article, article.json all of it, and dataset.json what is about them. A dataset
    without records has an empty NAME.csv. `csv_safe` makes CSV cells inert in spreadsheets
    (see `icor_scraper.export.csv_format`).

    Raises TypeError for what is no Dataset, and PublishError where its name makes no file name of its own, or where a
    text holds a lone surrogate, which UTF-8 cannot write.
    """
    if not isinstance(dataset, Dataset):
        raise TypeError(f"expected a Dataset, found {type(dataset).__name__} (make_dataset makes one of a revision)")
    name, article = dataset.name, dataset.article
    if not _NAME.fullmatch(name) or name in _FIXED_NAMES:
        raise PublishError(
            f"expected a name of ASCII letters, digits, '_' and '-' that no other file has, found {name!r}",
            path=name,
        )
    try:
        return {
            f"{name}.json": render_json(dataset.records),
            f"{name}.csv": render_csv(_columns(*dataset.records[:1]), dataset.records, safe=csv_safe),
            "references.json": render_json(article.references),
            "references.csv": render_csv(_columns(ReferenceRecord), article.references, safe=csv_safe),
            "sections.json": render_json(article.sections),
            "article.json": render_json(article),
            "dataset.json": render_json(describe(dataset, csv_safe=csv_safe)),
        }
    except UnicodeEncodeError as exc:
        raise PublishError(f"expected text that UTF-8 can hold, found: {exc} ({name})", path=name) from exc


def parse_files(files: Mapping[str, bytes], record_type: type[R]) -> Dataset[R]:
    """The dataset from which `render_files` made `files`; its records are of `record_type`.

    Raises DatasetError where a file is missing, is of another version, or does not hold what it should.
    """
    description = parse_description(files)
    name = description.name
    dataset = Dataset(
        name=name,
        records=_parse_records(files, f"{name}.json", record_type),
        article=parse_json(_content(files, "article.json"), ArticleRecord, path="article.json"),
        provenance=parse_json(files["dataset.json"], Provenance, path="dataset.json"),
        verified_by=description.verified_by,
        warnings=description.warnings,
        from_html=description.from_html,
    )
    counts = count_objects(dataset)
    if description.counts != counts:
        raise DatasetError.of(f"counts {dict(description.counts)}", f"{dict(counts)}", "dataset.json")
    return dataset


def parse_description(files: Mapping[str, bytes]) -> Description:
    """What dataset.json says; raises DatasetError where it is of another version or form."""
    content = _content(files, "dataset.json")
    version = parse_json(content, _Versioned, path="dataset.json").schema_version
    if version != SCHEMA_VERSION:
        raise DatasetError.of(f"schema_version {SCHEMA_VERSION}", f"schema_version {version}", "dataset.json")
    return parse_json(content, Description, path="dataset.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Versioned:
    """What dataset.json has in every version."""

    schema_version: int


def _parse_records(files: Mapping[str, bytes], file_name: str, record_type: type[R]) -> tuple[R, ...]:
    kind: type[tuple[R, ...]] = GenericAlias(tuple, (record_type, ...))  # type: ignore[assignment] # of run time
    return parse_json(_content(files, file_name), kind, path=file_name)


def _columns(*records: object) -> tuple[str, ...]:
    """The field names of a dataclass or an instance of one; none where there is none."""
    return tuple(field.name for record in records if is_dataclass(record) for field in fields(record))


def _content(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise DatasetError.of(f"a file {name}", ", ".join(sorted(files)) or "no file", "dataset")
    return files[name]
