"""Which countries lie in which part of the world, by the UN's standard M49.

https://unstats.un.org/unsd/methodology/m49/ ; countries that reach into two continents, or are counted
now with one and now with the other, stand in both.
"""

from __future__ import annotations

from collections.abc import Mapping

AFRICA = frozenset(
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG "
    "RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW".split()
)
ASIA = frozenset(
    "AE AF AM AZ BD BH BN BT CN CY EG GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH "
    "PK PS QA RU SA SG SY TH TJ TL TM TR TW UZ VN YE".split()
)
EUROPE = frozenset(
    "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE KZ LI LT LU LV MC "
    "MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK".split()
)
NORTHERN_AMERICA = frozenset("BM CA GL MX PM US".split())
CENTRAL_AMERICA = frozenset("BZ CR GT HN MX NI PA SV".split())
CARIBBEAN = frozenset(
    "AG AI AW BB BL BQ BS CU CW DM DO GD GF GP GY HT JM KN KY LC MF MQ MS PR SR SX TC TT VC VG VI".split()
)
SOUTH_AMERICA = frozenset("AR BO BR CL CO EC FK GF GY PE PY SR UY VE".split())
OCEANIA = frozenset(
    "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM US VU WF WS".split()
)

_AMERICAS = NORTHERN_AMERICA | CENTRAL_AMERICA | CARIBBEAN | SOUTH_AMERICA
_LATIN_AMERICA = CENTRAL_AMERICA | CARIBBEAN | SOUTH_AMERICA
_NORTH_AMERICA = NORTHERN_AMERICA | CENTRAL_AMERICA | CARIBBEAN

COUNTRIES_OF_CODE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("002", "011", "014", "015", "017", "018", "202"), AFRICA),
    **dict.fromkeys(("142", "030", "034", "035", "143", "145"), ASIA),
    **dict.fromkeys(("150", "039", "151", "154", "155"), EUROPE),
    **dict.fromkeys(("009", "053", "054", "057", "061"), OCEANIA),
    "019": _AMERICAS,
    "003": _NORTH_AMERICA,
    "021": _NORTH_AMERICA,
    "013": CENTRAL_AMERICA | CARIBBEAN,
    "029": CARIBBEAN | CENTRAL_AMERICA,
    "005": SOUTH_AMERICA,
    "419": _LATIN_AMERICA,
}
"""ISO 3166-1 codes of the countries that a part of the world may be said to hold, by its code of M49.

Parts of Africa, Asia, Europe and Oceania count as the whole: their borders are drawn in many ways.
"""
