"""JSON Schemas (draft 2020-12) of the JSON files, generated from the dataclasses that they hold.

    python -m icor_scraper.export.schemas icor_scraper.members:MEMBERS

writes those that the package carries, for the DatasetSpec named. Descriptions are the docstrings of the
classes and those under their fields; an object has just the properties listed.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from itertools import pairwise
from pathlib import Path
from types import GenericAlias
from typing import TypeVar, get_args, get_type_hints

import msgspec

from icor_scraper.dataset import ArticleRecord, ReferenceRecord, SectionRecord
from icor_scraper.export.description import Description
from icor_scraper.export.json_format import render_json
from icor_scraper.spec import DatasetSpec

R = TypeVar("R")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FOLDER = Path(__file__).parent.parent / "data" / "schemas"


def render_schemas(name: str, record_type: type[object]) -> Mapping[str, bytes]:
    """The schema of each JSON file of a dataset (file name to content): "members.schema.json", ..."""
    kinds = {
        name: _list_of(record_type),
        "references": _list_of(ReferenceRecord),
        "sections": _list_of(SectionRecord),
        "article": ArticleRecord,
        "dataset": Description,
    }
    return {f"{file}.schema.json": render_json(make_schema(f"{file}.json", kind)) for file, kind in kinds.items()}


def make_schema(title: str, kind: object) -> Mapping[str, object]:
    """The schema of a dataclass, or of an array of them, with all that it refers to."""
    (schema,), definitions = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for found in _dataclasses(kind):
        definition = definitions[found.__name__]
        definition["description"] = _one_line(found.__doc__ or "")
        definition["additionalProperties"] = False
        for field, text in _field_docs(found).items():
            definition["properties"][field]["description"] = text
    return {"$schema": _DIALECT, "title": title, **schema, "$defs": definitions}


def main(arguments: list[str]) -> None:
    """Write the schemas of the DatasetSpec that "module:name" tells into the package."""
    (path,) = arguments
    spec: DatasetSpec[object] = pkgutil.resolve_name(path)
    for name, content in render_schemas(spec.name, spec.record_type).items():
        (_FOLDER / name).write_bytes(content)


def _list_of(kind: type[object]) -> object:
    return GenericAlias(tuple, (kind, ...))


def _dataclasses(kind: object) -> Iterator[type[object]]:
    """Each dataclass that `kind` is made of, itself included."""
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
        parts = tuple(get_type_hints(kind).values())
    else:
        parts = get_args(kind)
    for part in parts:
        yield from _dataclasses(part)


def _field_docs(kind: type[object]) -> Mapping[str, str]:
    """The docstring under each field, those of base classes included; read from the source, since
    none of them is kept at run time."""
    docs: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if is_dataclass(base):
            docs |= _own_field_docs(base)
    return docs


def _own_field_docs(kind: type[object]) -> Mapping[str, str]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: _one_line(doc.value.value)
        for field, doc in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant) and isinstance(doc.value.value, str)
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main(sys.argv[1:])
