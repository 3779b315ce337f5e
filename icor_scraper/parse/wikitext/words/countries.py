"""Country codes that flag templates take, with the names they stand for.

The three letters of ISO 3166-1 and of the International Olympic Committee
(https://en.wikipedia.org/wiki/List_of_IOC_country_codes), as the country data of the English Wikipedia
understands them; names as that data spells them.
"""

from __future__ import annotations

from typing import Final

_TABLE = """
AFG Afghanistan; ALB Albania; ALG DZA Algeria; AND Andorra; ANG AGO Angola; ATG Antigua and Barbuda;
ARG Argentina; ARM Armenia; ARU ABW Aruba; AUS Australia; AUT Austria; AZE Azerbaijan; BAH BHS Bahamas;
BHR Bahrain; BAN BGD Bangladesh; BAR BRB Barbados; BLR Belarus; BEL Belgium; BIZ BLZ Belize;
BEN Benin; BER BMU Bermuda; BHU BTN Bhutan; BOL Bolivia; BIH Bosnia and Herzegovina; BOT BWA Botswana;
BRA Brazil; BUL BGR Bulgaria; BUR BFA Burkina Faso; BDI Burundi; CAM KHM Cambodia; CMR Cameroon;
CAN Canada; CPV Cape Verde; CAY CYM Cayman Islands; CAF Central African Republic; CHA TCD Chad;
CHI CHL Chile; CHN China; COL Colombia; COM Comoros; COD Democratic Republic of the Congo;
COK Cook Islands; CRC CRI Costa Rica; CRO HRV Croatia; CUB Cuba; CYP Cyprus; CZE Czech Republic;
DEN DNK Denmark; DJI Djibouti; DMA Dominica; DOM Dominican Republic; ECU Ecuador; EGY Egypt;
ESA SLV El Salvador; GEQ GNQ Equatorial Guinea; ERI Eritrea; EST Estonia; SWZ Eswatini; ETH Ethiopia;
FRO Faroe Islands; FIJ FJI Fiji; FIN Finland; FRA France; GAB Gabon; GAM GMB Gambia; GEO Georgia;
GER DEU Germany; GHA Ghana; GIB Gibraltar; GRE GRC Greece; GRL Greenland; GRN GRD Grenada; GUM Guam;
GUA GTM Guatemala; GUI GIN Guinea; GBS GNB Guinea-Bissau; GUY Guyana; HAI HTI Haiti; HON HND Honduras;
HKG Hong Kong; HUN Hungary; ISL Iceland; IND India; INA IDN Indonesia; IRI IRN Iran; IRQ Iraq;
IRL Ireland; ISR Israel; ITA Italy; CIV Ivory Coast; JAM Jamaica; JPN Japan; JOR Jordan;
KAZ Kazakhstan; KEN Kenya; KIR Kiribati; KOS Kosovo; KUW KWT Kuwait; KGZ Kyrgyzstan; LAO Laos;
LAT LVA Latvia; LIB LBN Lebanon; LES LSO Lesotho; LBR Liberia; LBA LBY Libya; LIE Liechtenstein;
LTU Lithuania; LUX Luxembourg; MAC Macau; MAD MDG Madagascar; MAW MWI Malawi; MAS MYS Malaysia;
MDV Maldives; MLI Mali; MLT Malta; MHL Marshall Islands; MTN MRT Mauritania; MRI MUS Mauritius;
MEX Mexico; FSM Federated States of Micronesia; MDA Moldova; MON MCO Monaco; MGL MNG Mongolia;
MNE Montenegro; MAR Morocco; MOZ Mozambique; MYA MMR Myanmar; NAM Namibia; NRU Nauru; NEP NPL Nepal;
NED NLD Netherlands; NZL New Zealand; NCA NIC Nicaragua; NIG NER Niger; NGR NGA Nigeria;
PRK North Korea; MKD North Macedonia; NOR Norway; OMA OMN Oman; PAK Pakistan; PLW Palau;
PLE PSE Palestine; PAN Panama; PNG Papua New Guinea; PAR PRY Paraguay; PER Peru; PHI PHL Philippines;
POL Poland; POR PRT Portugal; PUR PRI Puerto Rico; QAT Qatar; CGO COG Republic of the Congo;
ROU Romania; RUS Russia; RWA Rwanda; SKN KNA Saint Kitts and Nevis; LCA Saint Lucia;
VIN VCT Saint Vincent and the Grenadines; SAM WSM Samoa; SMR San Marino; STP São Tomé and Príncipe;
KSA SAU Saudi Arabia; SCO Scotland; SEN Senegal; SRB Serbia; SEY SYC Seychelles; SLE Sierra Leone;
SGP Singapore; SVK Slovakia; SLO SVN Slovenia; SOL SLB Solomon Islands; SOM Somalia;
RSA ZAF South Africa; KOR South Korea; SSD South Sudan; ESP Spain; SRI LKA Sri Lanka; SUD SDN Sudan;
SUR Suriname; SWE Sweden; SUI CHE Switzerland; SYR Syria; TWN Taiwan; TJK Tajikistan; TAN TZA Tanzania;
THA Thailand; TLS Timor-Leste; TOG TGO Togo; TGA TON Tonga; TRI TTO Trinidad and Tobago; TUN Tunisia;
TUR Turkey; TKM Turkmenistan; TUV Tuvalu; UGA Uganda; UKR Ukraine; UAE ARE United Arab Emirates;
GBR United Kingdom; USA United States; URU URY Uruguay; UZB Uzbekistan; VAN VUT Vanuatu; VEN Venezuela;
VIE VNM Vietnam; WAL Wales; ENG England; NIR Northern Ireland; YEM Yemen; ZAM ZMB Zambia; ZIM ZWE Zimbabwe;
YUG Yugoslavia; TCH Czechoslovakia; URS Soviet Union; GDR East Germany; FRG West Germany;
UK United Kingdom; US United States; EU European Union; UN United Nations; DRC Democratic Republic of the Congo;
PRC China; USSR Soviet Union
"""


def _read(table: str) -> dict[str, str]:
    countries: dict[str, str] = {}
    for row in table.replace("\n", " ").split(";"):
        words = row.split()
        codes = [word for word in words if word.isupper() and len(word) <= 4]
        countries |= dict.fromkeys(codes, " ".join(words[len(codes) :]))
    return countries


COUNTRIES: Final = _read(_TABLE)
"""Code: country. A code that two lists give to two countries has no row, except where the IOC's is meant."""
