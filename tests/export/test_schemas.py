"""The JSON Schemas: real exports keep to them, and those of the package are up to date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

import jsonschema
import pytest

from icor_scraper.export import render_files
from icor_scraper.export.schemas import render_schemas
from tests.export.datasets import Planet, make_dataset

SCHEMAS: Mapping[str, dict[str, Any]] = {
    name: json.loads(content) for name, content in render_schemas("planets", Planet).items()
}
JSON_FILES = ["planets", "references", "sections", "article", "dataset"]


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = SCHEMAS[f"{name}.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def exported(name: str) -> Any:
    return json.loads(render_files(make_dataset())[f"{name}.json"])


def test_each_json_file_has_a_schema() -> None:
    assert set(SCHEMAS) == {f"{name}.schema.json" for name in JSON_FILES}


@pytest.mark.parametrize("name", JSON_FILES)
def test_an_export_keeps_to_its_schema(name: str) -> None:
    validator(name).validate(exported(name))


@pytest.mark.parametrize("name", JSON_FILES)
@pytest.mark.parametrize("change", ["more", "less", "other"])
def test_a_changed_export_does_not(name: str, change: str) -> None:
    value = exported(name)
    record = value[0] if isinstance(value, list) else value
    first = next(iter(record))
    if change == "more":
        record["surplus"] = 1
    elif change == "less":
        del record[first]
    else:
        record[first] = {}
    with pytest.raises(jsonschema.ValidationError):
        validator(name).validate(value)


def test_descriptions_are_the_docstrings_of_class_and_fields() -> None:
    planet = SCHEMAS["planets.schema.json"]["$defs"]["Planet"]
    assert planet["description"] == "One planet."
    assert planet["properties"]["nickname"]["description"] == "What people call it; None where they do not."
    assert "description" not in planet["properties"]["name"]


def test_fields_of_a_base_class_are_described_as_well() -> None:
    description = SCHEMAS["dataset.schema.json"]["$defs"]["Description"]["properties"]
    assert description["counts"]["description"].startswith("How many objects")
    assert description["attribution"]["description"].startswith("Whom to name")


def test_the_schemas_of_the_package_are_up_to_date() -> None:
    from icor_scraper.members import MEMBERS

    folder = resources.files("icor_scraper") / "data" / "schemas"
    shipped = {file.name: file.read_bytes() for file in folder.iterdir()}
    command = "python -m icor_scraper.export.schemas icor_scraper.members:MEMBERS"
    assert shipped == render_schemas(MEMBERS.name, MEMBERS.record_type), f"run {command}"


def test_the_article_on_icor_keeps_to_the_schemas_of_the_package() -> None:
    from icor_scraper.candidate import read_candidate
    from icor_scraper.fetch.snapshot import read_snapshot
    from icor_scraper.members import MEMBERS

    dataset = read_candidate(MEMBERS, read_snapshot()).dataset
    folder = resources.files("icor_scraper") / "data" / "schemas"
    for name in ["members", "references", "sections", "article", "dataset"]:
        schema = json.loads((folder / f"{name}.schema.json").read_bytes())
        value = json.loads(render_files(dataset)[f"{name}.json"])
        jsonschema.Draft202012Validator(schema).validate(value)
