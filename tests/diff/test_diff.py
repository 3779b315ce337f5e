"""What changed from one dataset to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icor_scraper.diff import Change, Difference, Move, Record, diff_datasets
from tests.check.datasets import PLANTS, Plant, change, make_dataset, make_plant, make_plants, make_reference

NOTHING = Difference()


def diff(old: list[Plant], new: list[Plant]) -> Difference:
    return diff_datasets(PLANTS, make_dataset(old), make_dataset(new))


def keys(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(record.key for record in records)


def numbered(plants: list[Plant]) -> list[Plant]:
    return [replace(plant, number=number) for number, plant in enumerate(plants, 1)]


def test_nothing_changed() -> None:
    assert diff(make_plants(), make_plants()) == NOTHING
    assert not diff([], [])


def test_added_and_removed_in_their_orders() -> None:
    first, second, third, fourth = make_plants(4)
    found = diff([first, second, third], numbered([replace(fourth, kind="grass"), second, make_plant(9)]))
    assert (keys(found.added), keys(found.removed)) == (("plant-4", "plant-9"), ("plant-1", "plant-3"))
    assert list(found.added[1].values.values()) == ["plant-9", "Plant 9", "Planta 9", "fern", (1959,), ()]
    assert found


def test_each_changed_field_with_before_and_after() -> None:
    old = make_plants(3)
    new = change(change(old, "kind", {2: "moss"}), "years", {2: (1951, 1952), 3: ()})
    assert diff(old, new).changed == (
        Change(key="plant-2", field="kind", before="grass", after="moss"),
        Change(key="plant-2", field="years", before=(1952,), after=(1951, 1952)),
        Change(key="plant-3", field="years", before=(1953,), after=()),
    )


def test_values_are_told_as_json_gives_them_back() -> None:
    old = make_plants(2)
    (found,) = diff(old, change(old, "years", {1: ((1950, 1951), 1952)})).changed
    assert (found.before, found.after) == ((1951,), ("(1950, 1951)", 1952))


def test_a_record_whose_key_changed_while_the_rest_stayed_is_renamed() -> None:
    old = make_plants(5)
    new = [*old[:2], replace(old[2], id="royal-fern", name="Royal fern"), *old[3:]]
    found = diff(old, new)
    (rename,) = found.renamed
    assert (rename.before, rename.after, found.added, found.removed) == ("plant-3", "royal-fern", (), ())
    assert [(c.field, c.before, c.after) for c in rename.changes] == [
        ("id", "plant-3", "royal-fern"),
        ("name", "Plant 3", "Royal fern"),
    ]


def test_a_key_spelled_otherwise_is_a_rename() -> None:
    old = [make_plant(1, id="komunisticka-strana", latin=None, years=(1950,)), make_plant(2, years=(1950,))]
    new = [replace(old[0], id="komunisticke-strany", name="Strany"), old[1]]
    assert [(r.before, r.after) for r in diff(old, new).renamed] == [("komunisticka-strana", "komunisticke-strany")]


def test_another_record_with_common_values_is_no_rename() -> None:
    common = {"latin": None, "kind": "moss", "years": (1950,)}
    old = [make_plant(1, id="a", name="A", **common), make_plant(2, id="b", name="B", **common)]
    new = [make_plant(1, id="c", name="C", **common), old[1]]
    found = diff(old, new)
    assert (found.renamed, keys(found.added), keys(found.removed)) == ((), ("c",), ("a",))


def test_the_most_alike_pair_is_the_rename() -> None:
    old = [make_plant(1)]
    near = replace(old[0], id="near", name="Near")
    far = replace(old[0], id="far", latin="Other", kind="fern")
    found = diff(old, numbered([far, near]))
    assert ([(r.before, r.after) for r in found.renamed], keys(found.added)) == ([("plant-1", "near")], ("far",))


def test_a_moved_row_is_one_move_and_no_change() -> None:
    old = make_plants(6)
    assert diff(old, numbered([*old[1:], old[0]])) == replace(NOTHING, moved=(Move(key="plant-1", before=1, after=6),))


def test_a_row_added_above_moves_nothing() -> None:
    old = make_plants(6)
    found = diff(old, numbered([make_plant(9), *old]))
    assert (keys(found.added), replace(found, added=())) == (("plant-9",), NOTHING)


def test_reference_numbers_are_compared_by_what_they_say() -> None:
    old = make_dataset([make_plant(1, notes=(1, 2))], references=[make_reference(1, "A"), make_reference(2, "B")])
    references = [make_reference(1, "New"), make_reference(2, "A"), make_reference(3, "B")]
    same = make_dataset([make_plant(1, notes=(2, 3))], references=references)
    other = make_dataset([make_plant(1, notes=(2, 1))], references=references)
    assert diff_datasets(PLANTS, old, same) == NOTHING
    assert diff_datasets(PLANTS, old, other).changed == (
        Change(key="plant-1", field="notes", before=("A", "B"), after=("A", "New")),
    )


def test_a_replaced_table_is_not_compared_pair_by_pair() -> None:
    new = [replace(plant, id=f"x{plant.id}") for plant in make_plants(101)]
    assert diff(make_plants(101), new).renamed == ()
    assert len(diff(make_plants(99), new[:99]).renamed) == 99


plants = st.lists(
    st.builds(
        make_plant,
        number=st.integers(1, 99),
        kind=st.sampled_from(["fern", "moss"]),
        latin=st.none() | st.text(max_size=5),
    ),
    max_size=12,
    unique_by=lambda plant: plant.id,
).map(numbered)


@given(plants)
def test_a_dataset_does_not_differ_from_itself(records: list[Plant]) -> None:
    assert diff(records, records) == NOTHING


@given(plants, plants)
def test_what_is_told_explains_all_that_is_there(old: list[Plant], new: list[Plant]) -> None:
    found = diff(old, new)
    names = {rename.before: rename.after for rename in found.renamed}
    kept = {names.get(plant.id, plant.id) for plant in old if plant.id not in keys(found.removed)}
    assert kept | set(keys(found.added)) == {plant.id for plant in new}
    moved = {move.key for move in found.moved}
    still = [plant.id for plant in old if plant.id not in moved and plant.id in {p.id for p in new}]
    assert still == [plant.id for plant in new if plant.id in still]


@pytest.mark.parametrize(("order", "moves"), [([3, 1, 2], 1), ([2, 1, 4, 3], 2), ([4, 3, 2, 1], 3), ([1, 2, 3, 4], 0)])
def test_the_fewest_moves_are_told(order: list[int], moves: int) -> None:
    old = make_plants(len(order))
    assert len(diff(old, numbered([old[number - 1] for number in order])).moved) == moves
