"""Names taken apart, and ids."""

from __future__ import annotations

import pytest

from icor_scraper.members.name_cell import holds_several_names
from icor_scraper.members.naming import slug, split_abbreviation, with_comma


@pytest.mark.parametrize(
    ("party_name", "name", "abbreviation"),
    [
        ("A – B, KSC-CSSP", "A – B", "KSC-CSSP"),
        ("Balgarska Partiya (komunisty), BRP(k)", "Balgarska Partiya (komunisty)", "BRP(k)"),
        ("Türkiye Komünistler Birliği, TİKB", "Türkiye Komünistler Birliği", "TİKB"),
        ("Partido del Perú, PML del Perú", "Partido del Perú", "PML del Perú"),
        ("Communist Party, CPSA (ML)", "Communist Party", "CPSA (ML)"),
        ("Koordinatsiyonniy Soviet, Ukraina, KSRD", "Koordinatsiyonniy Soviet, Ukraina", "KSRD"),
        ("Gruppa »Krasny Klin«, Belarus", "Gruppa »Krasny Klin«, Belarus", None),
        ("Hezb-e Ranjbaran Iran, Ranjbaran", "Hezb-e Ranjbaran Iran, Ranjbaran", None),
        ("Dvishenniye, 23 Септември", "Dvishenniye, 23 Септември", None),
        ("Партия, РКРП", "Партия", "РКРП"),
        ("No comma ABC", "No comma ABC", None),
        ("Party (in the past, USSR only)", "Party (in the past, USSR only)", None),
        (", ABC", ", ABC", None),
    ],
)
def test_the_abbreviation_follows_the_last_comma(party_name: str, name: str, abbreviation: str | None) -> None:
    assert split_abbreviation(party_name) == (name, abbreviation)


@pytest.mark.parametrize(
    ("party_name", "expected"),
    [
        ("Rode Morgen (RM)", "Rode Morgen, RM"),
        ("Communist Party (Marxist-Leninist) (CPSA (ML))", "Communist Party (Marxist-Leninist), CPSA (ML)"),
        ("Koordinatsiyonniy Soviet, Ukraina (KSRD)", "Koordinatsiyonniy Soviet, Ukraina, KSRD"),
        ("Türkiye Komünistler Birliği (TİKB)", "Türkiye Komünistler Birliği, TİKB"),
        ("Communist Party, CP (ML)", "Communist Party, CP (ML)"),
        ("Marxist Party, MP (ML)", "Marxist Party, MP (ML)"),
        ("Communist Party (ML)", "Communist Party (ML)"),
        ("Communist Party (Cuba)", "Communist Party (Cuba)"),
        ("Communist Party (CP, ML)", "Communist Party (CP, ML)"),
        ("(CP)", "(CP)"),
        ("Communist Party CP)", "Communist Party CP)"),
        ("Communist Party ()", "Communist Party ()"),
        ("Rode Morgen", "Rode Morgen"),
    ],
)
def test_an_abbreviation_in_brackets_goes_behind_a_comma(party_name: str, expected: str) -> None:
    assert with_comma(party_name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Türkiye İhtilalci Komünistler Birliği", "turkiye-ihtilalci-komunistler-birligi"),
        ("Bolşevik Parti (Kuzey Kürdistan-Türkiye)", "bolsevik-parti-kuzey-kurdistan-turkiye"),
        ("23 Септември", "23-septemvri"),
        ("Щёлковский Объект №1", "shchelkovskii-obekt-no1"),
        ("Łódź ßø æ ı", "lodz-sso-ae-i"),
        ("Κομμουνιστική Οργάνωση", "kommoynistiki-organosi"),
        ("日本 共産党", "日本-共産党"),
        ("  “Ray O. Light”  ", "ray-o-light"),
    ],
)
def test_ids_are_ascii_where_a_table_knows_the_letters(words: str, expected: str) -> None:
    assert slug(words) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Red Dawn, RD<br />Blue Dawn, BD", True),
        ("Red Dawn, 23 Септември<br>Blue Dawn", True),
        ("\n* [[Red Dawn]], RD\n* Blue Dawn", True),
        ("''[[Red|Red Dawn]]'', '''RD'''<br/>{{lang|es|Blue}} Dawn", True),
        ("{{lang|es|Red Dawn, RD<br />Blue Dawn, BD}}", True),
        ("Red Dawn (RD (ML))<br />Blue Dawn, BD", True),
        ("Red Dawn,<br />RD<br />Blue Dawn, BD", True),
        ("Red Dawn (Marxists)<br />of Africa, RD", False),
        ("Red Dawn,<br />RD", False),
        ("Red Dawn<br />of Africa, RD", False),
        ("Red Dawn, Africa<br />(RD)", False),
        ("[[File:Red, white.svg|40px]]<br />[[Red, the dawn|Red Dawn]], RD", False),
        ("Red Dawn, RD<br /><!-- x --><ref name=a /><ref>a, b</ref>{{efn|a, b}}", False),
        ("Red Dawn, RD", False),
    ],
)
def test_several_names_in_one_cell(source: str, expected: bool) -> None:
    assert holds_several_names(source) is expected
