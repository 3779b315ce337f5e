"""Dataset -> files -> Dataset."""

from __future__ import annotations

import json
import string
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icor_scraper.dataset import MODIFICATION, ArticleRecord, SectionRecord
from icor_scraper.errors import DatasetError, PublishError
from icor_scraper.export import parse_files, render_files
from tests.export.datasets import Kind, Planet, make_dataset, make_planet

FILE_NAMES = {
    "planets.json",
    "planets.csv",
    "references.json",
    "references.csv",
    "sections.json",
    "article.json",
    "dataset.json",
}

planets = st.builds(
    Planet,
    id=st.text(),
    name=st.text(),
    nickname=st.none() | st.text(),
    kind=st.sampled_from(Kind),
    moons=st.lists(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(";\\'=\r\n\t,\""))).map(tuple),
    years=st.lists(st.integers(-(2**63), 2**63 - 1)).map(tuple),
    has_rings=st.booleans(),
)


def test_the_files_of_a_dataset() -> None:
    assert set(render_files(make_dataset())) == FILE_NAMES


def test_json_is_utf8_indented_by_two_with_keys_in_the_order_of_the_fields() -> None:
    content = render_files(make_dataset(make_planet(name="Марс\u2028", nickname='"')))["planets.json"]
    assert (
        content
        == (
            "[\n"
            "  {\n"
            '    "id": "mars",\n'
            '    "name": "Марс\u2028",\n'
            '    "nickname": "\\"",\n'
            '    "kind": "rock",\n'
            '    "moons": [\n'
            '      "Phobos",\n'
            '      "Deimos"\n'
            "    ],\n"
            '    "years": [\n'
            "      1877,\n"
            "      1965\n"
            "    ],\n"
            '    "has_rings": false\n'
            "  }\n"
            "]\n"
        ).encode()
    )


@pytest.mark.parametrize(("name", "kind"), [("article", ArticleRecord), ("sections", SectionRecord)])
def test_parts_of_the_article_have_the_fields_of_their_records(name: str, kind: type[ArticleRecord]) -> None:
    value = json.loads(render_files(make_dataset())[f"{name}.json"])
    record = value[0] if isinstance(value, list) else value
    assert list(record) == [field.name for field in fields(kind)]


def test_dataset_json_tells_all_that_is_to_be_known() -> None:
    about = json.loads(render_files(make_dataset(), csv_safe=True)["dataset.json"])
    warnings, from_html = about.pop("warnings"), about.pop("from_html")
    assert from_html == [{"table": 0, "row": 1, "column": 2, "templates": ["Moons"], "text": "two moons"}]
    assert about == {
        "schema_version": 1,
        "name": "planets",
        "counts": {"planets": 2, "references": 1, "sections": 1},
        "verified_by": "wikitext only",
        "csv_safe": True,
        "origin": "api",
        "title": "Planets",
        "page_id": 7,
        "revision_id": 1299999999,
        "permanent_link": "https://wiki.example.org/w/index.php?oldid=1299999999",
        "revision_timestamp": "2026-01-02T03:04:05Z",
        "sha1": "0123456789abcdef0123456789abcdef01234567",
        "size": 90,
        "site": "Wikipedia",
        "api_url": "https://wiki.example.org/w/api.php",
        "licence": "Creative Commons Attribution-ShareAlike 4.0",
        "licence_url": "https://creativecommons.org/licenses/by-sa/4.0/",
        "attribution": f'Contributors to "Planets", Wikipedia. {MODIFICATION}',
        "notes": [],
    }
    assert warnings == [
        {
            "code": "ambiguous-value",
            "message": "Two planets are meant.",
            "span": [3, 9],
            "subject": "Mars",
        }
    ]


def test_what_is_written_is_what_is_read() -> None:
    dataset = make_dataset()
    assert parse_files(render_files(dataset), Planet) == dataset


@given(st.lists(planets, max_size=4), st.booleans())
def test_any_text_is_read_as_it_was_written(records: list[Planet], csv_safe: bool) -> None:
    dataset = replace(make_dataset(), records=tuple(records))
    files = render_files(dataset, csv_safe=csv_safe)
    assert parse_files(files, Planet) == dataset
    assert render_files(parse_files(files, Planet), csv_safe=csv_safe) == files


@pytest.mark.parametrize("name", ["", "../x", "a/b", "references", "dataset", ".hidden", "CON ", "a" * 255, "a.b"])
def test_a_name_that_makes_no_file_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(PublishError, match="expected a name"):
        render_files(replace(make_dataset(), name=name))


@pytest.mark.parametrize("name", [string.ascii_letters, "CON", "a_b-1"])
def test_a_name_of_letters_digits_and_hyphens_is_taken(name: str) -> None:
    assert f"{name}.csv" in render_files(replace(make_dataset(), name=name))


def test_a_lone_surrogate_is_refused_by_name() -> None:
    with pytest.raises(PublishError, match=r"surrogates not allowed \(planets\)"):
        render_files(make_dataset(make_planet(name="\ud800")))


def changed(name: str, old: str, new: str) -> dict[str, bytes]:
    files = dict(render_files(make_dataset()))
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode())
    return files


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, r"expected a file dataset.json, found no file"),
        (changed("dataset.json", '"schema_version": 1', '"schema_version": 2'), "found schema_version 2"),
        (changed("dataset.json", '"planets": 2', '"planets": 3'), "expected counts .*3.*, found .*2"),
        (changed("dataset.json", '"name": "planets"', '"name": "moons"'), "expected a file moons.json"),
        (changed("planets.json", '"has_rings": false', '"has_rings": 0'), r"\[0\]\.has_rings.*planets\.json"),
        (changed("planets.json", '"rock"', '"cheese"'), r"Invalid enum value 'cheese'"),
        (changed("planets.json", '"id"', '"key"'), r"missing required field `id`"),
        (changed("planets.json", "]", ""), r"planets\.json"),
        (changed("planets.json", '"id"', '"x": ' + "[" * 200_000), r"recursion depth.*planets\.json"),
    ],
)
def test_files_that_are_not_as_written_are_refused(files: dict[str, bytes], message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        parse_files(files, Planet)


def test_invalid_utf8_is_refused() -> None:
    files = dict(render_files(make_dataset()))
    files["planets.json"] = files["planets.json"].replace(b"Mars", b"\xff")
    with pytest.raises(DatasetError, match=r"planets\.json"):
        parse_files(files, Planet)
