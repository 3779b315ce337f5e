"""Each guard on records: one case in which it fires, and one just inside its limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from icor_scraper.check import Guard, check_dataset
from icor_scraper.dataset import Dataset
from icor_scraper.spec import DatasetSpec, Limits, RecordRule
from tests.check.datasets import (
    PLANTS,
    PROVENANCE,
    Plant,
    change,
    make_dataset,
    make_plant,
    make_plants,
    make_reference,
)


def guards_of(plants: list[Plant], published: list[Plant] | None = None) -> set[Guard]:
    old = make_dataset(published) if published is not None else None
    return {violation.guard for violation in check_dataset(PLANTS, make_dataset(plants), old)}


def test_nothing_speaks_against_what_was_published() -> None:
    assert guards_of(make_plants()) == set()
    assert guards_of(make_plants(), make_plants()) == set()


def test_too_few_records() -> None:
    assert guards_of(make_plants(20)) == set()
    assert guards_of(make_plants(19)) == {Guard.TOO_FEW}


def test_doubled_keys() -> None:
    plants = make_plants()
    assert guards_of([*plants, make_plant(51, id="plant-50")]) == {Guard.DOUBLED_KEYS}
    assert guards_of([*plants, make_plant(51)]) == set()


@pytest.mark.parametrize(("field", "value"), [("name", None), ("years", ("1950",)), ("number", "1"), ("latin", 5)])
def test_types(field: str, value: object) -> None:
    assert Guard.TYPES in guards_of(change(make_plants(), field, {3: value}))


def test_vocabularies() -> None:
    assert guards_of(change(make_plants(), "kind", {3: "moss"})) == set()
    (violation,) = check_dataset(PLANTS, make_dataset(change(make_plants(), "kind", {3: "Moss", 5: ""})))
    assert violation.guard is Guard.VOCABULARY
    assert violation.message == "expected a kind of plant in kind, found 'Moss' (plant-3), '' (plant-5)"


@pytest.mark.parametrize(
    "value",
    [
        *("[[Plant 3", "Plant 3]]", "{{Plant", "{| Plant", "''Plant", "<ref>Plant", "Plant</small>", "<!-- Plant"),
        *("<nowiki>Plant", 'rowspan="2" | Plant'),
    ],
)
def test_markup_that_is_left(value: str) -> None:
    (violation,) = check_dataset(PLANTS, make_dataset(change(make_plants(), "name", {3: value})))
    assert violation.guard is Guard.MARKUP
    assert violation.message == f"expected plain text in name, found {value!r} (plant-3)"


def test_signs_that_are_no_markup() -> None:
    plain = dict(enumerate(["a < b", "[1]", "{x}", "O'Neill", "1 | 2", "->", "<3", "(b)"], 1))
    assert guards_of(change(make_plants(), "name", dict(plain))) == set()


def test_rules_between_fields() -> None:
    rule: RecordRule[Plant] = RecordRule(
        describes="a moss without a Latin name",
        fields=("kind", "latin"),
        holds=lambda plant: plant.kind != "moss" or plant.latin is None,
    )
    spec = replace(PLANTS, record_rules=(rule,))
    ferns = change(make_plants(), "kind", dict.fromkeys(range(51), "fern"))
    assert check_dataset(spec, make_dataset(change(ferns, "kind", {10: "moss"}))) == ()
    (violation,) = check_dataset(spec, make_dataset(change(ferns, "kind", {3: "moss"})))
    assert violation.guard is Guard.CONTRADICTION
    expected = "expected a moss without a Latin name, found kind 'moss' and latin 'Planta 3' (plant-3)"
    assert violation.message == expected


def test_repeated_values() -> None:
    def repeated(count: int) -> list[Plant]:
        return change(make_plants(), "name", dict.fromkeys(range(1, count + 1), "Weed"))

    spec = replace(PLANTS, limits=replace(PLANTS.limits, max_repeated_shares={"name": 0.2, "latin": 0}))
    assert check_dataset(spec, make_dataset(repeated(10))) == ()
    (violation,) = check_dataset(spec, make_dataset(repeated(11)))
    assert violation.guard is Guard.REPEATED
    assert violation.message == "expected at most 20% of plants to share their name, found 11: 'Weed' 11 times"


def test_years_reach_to_that_of_the_revision() -> None:
    assert guards_of(change(make_plants(), "years", {3: (1900, 2018)})) == set()
    assert guards_of(change(make_plants(), "years", {3: (1899,)})) == {Guard.YEARS}
    assert guards_of(change(make_plants(), "years", {3: (2019,)})) == {Guard.YEARS}


def test_years_reach_to_today_where_the_revision_has_no_time() -> None:
    dataset = make_dataset(
        change(make_plants(), "years", {3: (2030,)}), provenance=replace(PROVENANCE, revision_timestamp=None)
    )
    assert check_dataset(PLANTS, dataset) == ()
    assert check_dataset(PLANTS, dataset, today=date(2030, 1, 1)) == ()
    assert [v.guard for v in check_dataset(PLANTS, dataset, today=date(2029, 12, 31))] == [Guard.YEARS]


def test_empty_values() -> None:
    def without_latin(count: int) -> list[Plant]:
        return change(make_plants(), "latin", dict.fromkeys(range(1, 51), "x") | dict.fromkeys(range(1, count + 1)))

    assert guards_of(without_latin(25)) == set()
    (violation,) = check_dataset(PLANTS, make_dataset(without_latin(26)))
    assert violation.guard is Guard.EMPTY
    assert violation.message == "expected at most 50% of plants without latin, found 26 of 50"


def test_emptied_column() -> None:
    def emptied(count: int) -> list[Plant]:
        return change(make_plants(), "latin", dict.fromkeys(range(1, count + 1)))

    assert guards_of(emptied(5), make_plants()) == set()
    assert guards_of(emptied(6), make_plants()) == {Guard.EMPTIED, Guard.CHURN}


def test_lost_keys() -> None:
    assert guards_of(make_plants()[5:], make_plants()) == set()
    (violation,) = check_dataset(PLANTS, make_dataset(make_plants()[6:]), make_dataset(make_plants()))
    assert violation.guard is Guard.LOST_KEYS
    assert violation.message == (
        "expected at most 5 of 50 plants lost, found 6: plant-1, plant-2, plant-3, plant-4, plant-5 and 1 more"
    )


def test_a_short_list_may_always_change_a_little() -> None:
    spec = replace(PLANTS, limits=Limits())
    old, two_lost, three_lost = (make_dataset(make_plants(10)[start:]) for start in (0, 2, 3))
    assert check_dataset(spec, two_lost, old) == ()
    assert [v.guard for v in check_dataset(spec, three_lost, old)] == [Guard.LOST_KEYS]


def test_records_fallen_out_of_the_table() -> None:
    old = make_dataset(make_plants())
    told = make_dataset(make_plants()[1:], text="Some are: Planta 1 fern and more.")
    assert [v.guard for v in check_dataset(PLANTS, told, old)] == [Guard.FALLEN_OUT]
    untold = make_dataset(make_plants()[1:], text="Some are: Plants.")
    assert check_dataset(PLANTS, untold, old) == ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prime:
    value: int


def test_a_record_without_any_text_has_not_fallen_out() -> None:
    spec = DatasetSpec(
        name="primes", title="Primes", language="en", record_type=Prime, key="value", read=lambda _: ((), ())
    )
    article = make_dataset([], text="2 is a prime.").article
    new, old = (
        Dataset(
            name="primes",
            records=tuple(Prime(value=value) for value in values),
            article=article,
            provenance=PROVENANCE,
            verified_by="wikitext only",
            warnings=(),
        )
        for values in ((3, 5), (2, 3, 5))
    )
    assert check_dataset(spec, new, old) == ()


def test_new_keys() -> None:
    assert guards_of(make_plants(55), make_plants()) == set()
    assert guards_of(make_plants(56), make_plants()) == {Guard.NEW_KEYS}


def renamed(count: int) -> list[Plant]:
    return change(make_plants(), "name", {number: f"Weed {number}" for number in range(1, count + 1)})


def test_churn_of_a_column() -> None:
    assert guards_of(renamed(5), make_plants()) == set()
    assert guards_of(renamed(6), make_plants()) == {Guard.CHURN}
    spec = replace(PLANTS, limits=replace(PLANTS.limits, max_changed_shares={"name": 0.12}))
    assert check_dataset(spec, make_dataset(renamed(6)), make_dataset(make_plants())) == ()


def test_annotations_come_and_go_and_do_not_become_others() -> None:
    def noted(values: object) -> list[Plant]:
        return change(make_plants(), "notes", dict.fromkeys(range(1, 7), values))

    assert guards_of(noted((1,)), make_plants()) == {Guard.CHURN}
    spec = replace(PLANTS, annotation_fields=("notes", "latin"))
    for one, other in (((), (1,)), ((1,), ()), ((1,), (1, 2)), ((1, 2), (2,))):
        assert check_dataset(spec, make_dataset(noted(other)), make_dataset(noted(one))) == ()
    (violation,) = check_dataset(spec, make_dataset(noted((1,))), make_dataset(noted((2,))))
    assert violation.guard is Guard.CHURN
    bare = change(make_plants(), "latin", dict.fromkeys(range(1, 30)))
    assert check_dataset(spec, make_dataset(make_plants()), make_dataset(bare)) == ()
    weeds: dict[int, object] = {number: f"Weed {number}" for number in range(1, 7)}
    (violation,) = check_dataset(spec, make_dataset(change(make_plants(), "latin", weeds)), make_dataset(make_plants()))
    assert violation.guard is Guard.CHURN


def test_a_scrambled_column() -> None:
    def exchanged(count: int) -> list[Plant]:
        return change(make_plants(), "years", {n: (1950 + n % count + 1,) for n in range(1, count + 1)})

    assert guards_of(exchanged(3), make_plants()) == set()
    assert guards_of(exchanged(4), make_plants()) == {Guard.SCRAMBLED}


def test_a_moved_column() -> None:
    def moved(count: int) -> list[Plant]:
        """The names of so many plants where their Latin names were."""
        return change(make_plants(), "latin", {n: f"Plant {n}" for n in range(1, count + 1)})

    loose = replace(PLANTS, limits=replace(PLANTS.limits, max_changed_share=1.0))
    old = make_dataset(make_plants())
    assert check_dataset(loose, make_dataset(moved(9)), old) == ()
    (violation,) = check_dataset(loose, make_dataset(moved(10)), old)
    assert violation.guard is Guard.MOVED_COLUMN
    assert violation.message.startswith("expected values of latin, found 10 that stood in name: Plant 1, Plant 10")


def test_a_column_that_always_shared_values_with_another_has_not_moved() -> None:
    alike = [replace(plant, latin=plant.name) for plant in make_plants()]
    assert guards_of(change(alike, "years", {1: (1999,)}), alike) == set()


def test_lost_references() -> None:
    references = [make_reference(number, f"Book {number}") for number in range(1, 13)]
    old, kept, lost = (make_dataset(make_plants(), references=references[:count]) for count in (12, 9, 8))
    assert check_dataset(PLANTS, kept, old) == ()
    assert [v.guard for v in check_dataset(PLANTS, lost, old)] == [Guard.LOST_REFERENCES]


def test_a_reference_without_text_is_lost() -> None:
    full = [make_reference(number, "Book") for number in range(1, 13)]
    bare = [make_reference(number, "" if number < 5 else "Book") for number in range(1, 13)]
    old, new = (make_dataset(make_plants(), references=references) for references in (full, bare))
    assert [v.guard for v in check_dataset(PLANTS, new, old)] == [Guard.LOST_REFERENCES]


def test_numbers_that_shift_are_no_change() -> None:
    noted = change(make_plants(), "notes", dict.fromkeys(range(1, 21), (1,)))
    shifted = [make_plant(0, notes=(1,)), *change(noted, "notes", dict.fromkeys(range(1, 21), (2,)))]
    moved = [replace(plant, number=index) for index, plant in enumerate(shifted, 1)]
    old = make_dataset(noted, references=[make_reference(1, "Book")])
    new = make_dataset(moved, references=[make_reference(1, "New book"), make_reference(2, "Book")])
    assert check_dataset(PLANTS, new, old) == ()


@pytest.mark.parametrize(
    ("edit", "guards"),
    [
        (lambda plants: [], {Guard.TOO_FEW, Guard.LOST_KEYS}),
        (
            lambda plants: [replace(p, name=p.latin or "", latin=p.name) for p in plants],
            {Guard.MOVED_COLUMN, Guard.CHURN},
        ),
        (lambda plants: [replace(p, kind=plants[p.number % 50].kind) for p in plants], {Guard.SCRAMBLED, Guard.CHURN}),
        (lambda plants: [replace(p, id=f"x{p.id}") for p in plants], {Guard.LOST_KEYS, Guard.NEW_KEYS}),
    ],
)
def test_all_violations_are_told(edit: Callable[[list[Plant]], list[Plant]], guards: set[Guard]) -> None:
    assert guards <= guards_of(edit(make_plants()), make_plants())


def test_a_violation_says_what_to_do() -> None:
    (violation,) = check_dataset(PLANTS, make_dataset(make_plants(19)))
    assert str(violation) == (
        "too-few-records: expected at least 20 plants, found 19; look whether rows were cut, or lower min_records"
    )
