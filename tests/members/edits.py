"""Honest edits of the article, by a seed: parties join, leave and are told better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.members.forms import random_form
from tests.members.truth import Row
from tests.members.writer import write_article

NEWCOMERS = (
    Row(continent="Africa", country="[[Kenya]]", party="Communist Party of Kenya, CPK", english="", since="2017"),
    Row(continent="Asia", country="[[Japan]]", party="Nihon Rōdōtō, NRT", english="Workers' Party", since="2016"),
    Row(continent="Europe", country="{{flag|France}}", party="Unité, UC", english="Unity", since="2017"),
    Row(continent="Europe", country="[[Portugal]]", party="Linha Vermelha", english="Red Line", since="2015"),
    Row(continent="Latin America", country="[[Cuba]]", party="Nuevo, PN", english="New Party", since="2014/2017"),
)


def write_edited(rows: Sequence[Row], random: Random) -> tuple[str, list[str]]:
    """The article after a few honest edits, in any form, and the party names that it then lists."""
    edited = list(rows)
    for _ in range(random.randrange(4)):
        edited.remove(random.choice(edited))
    for place in random.sample(range(len(edited)), random.randrange(4)):
        edited[place] = replace(edited[place], since=random.choice(("2011", "2014", "2016/2017")))
    for place in random.sample(range(len(edited)), random.randrange(4)):
        edited[place] = replace(edited[place], english="A Better Translation")
    edited += random.sample(NEWCOMERS, random.randrange(5))
    order = list(dict.fromkeys(row.continent for row in rows))
    random.shuffle(order)
    edited.sort(key=lambda row: order.index(row.continent))
    names = [plain_name(row.party) for row in edited]
    return write_article(edited, random_form(random)), names


def plain_name(source: str) -> str:
    """What a reader sees of the party cells of rows.json."""
    shown = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", re.sub(r"<!--.*?-->", "", source))
    return shown.replace("''", "").replace("&nbsp;", " ")
