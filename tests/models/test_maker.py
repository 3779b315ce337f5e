"""What a maker makes is what the record's own constructor makes."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest

from icor_scraper.models import Span, Wikilink, maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Lake:
    name: str
    area_km2: int
    is_frozen: bool = False
    islands: tuple[str, ...] = ()


make_lake, make_wikilink = maker(Lake), maker(Wikilink)


def test_made_and_constructed_records_are_equal() -> None:
    link = {"target": "lake", "title": "Lake", "fragment": None, "text": "lakes", "span": Span(1, 9)}
    made, constructed = make_wikilink(**link), Wikilink(**link)  # type: ignore[arg-type] # values of several types
    assert type(made) is Wikilink
    assert made == constructed
    assert hash(made) == hash(constructed)
    assert repr(made) == repr(constructed)
    assert [getattr(made, field.name) for field in fields(made)] == list(link.values())


def test_defaults_are_the_record_s_own() -> None:
    assert make_lake(name="Inari", area_km2=1040) == Lake(name="Inari", area_km2=1040)
    assert make_lake(name="Inari", area_km2=1040, is_frozen=True).is_frozen


def test_made_records_are_frozen() -> None:
    lake = make_lake(name="Inari", area_km2=1040)
    with pytest.raises(FrozenInstanceError):
        lake.name = "Saimaa"  # type: ignore[misc] # that it is refused is the point
    with pytest.raises((AttributeError, TypeError)):
        lake.depth = 1  # type: ignore[attr-defined] # as above


def test_made_records_are_copied_pickled_and_replaced() -> None:
    lake = make_lake(name="Inari", area_km2=1040, islands=("Ukonsaari",))
    assert copy.deepcopy(lake) == lake
    assert pickle.loads(pickle.dumps(lake)) == lake  # noqa: S301 # our own pickle
    assert replace(lake, area_km2=1).islands == ("Ukonsaari",)


def test_a_missing_or_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="area_km2"):
        make_lake(name="Inari")  # type: ignore[call-arg] # that it is refused is the point
    with pytest.raises(TypeError, match="depth_m"):
        make_lake(name="Inari", area_km2=1040, depth_m=92)  # type: ignore[call-arg] # as above
