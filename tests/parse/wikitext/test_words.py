"""What template calls show, as readers of Wikipedia see it.

Expected words come from the documentation pages of the templates on the English Wikipedia (and on the
German, French, Spanish and Italian ones), not from this library.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from icor_scraper.parse.wikitext.words import ENGLISH_RULES, render_words, words_of
from icor_scraper.parse.wikitext.words.countries import COUNTRIES


class PlainArguments:
    """The arguments of a call in which nothing is nested but links."""

    def __init__(self, parts: list[str]) -> None:
        self.given: list[tuple[str, str]] = []
        self.unnamed: list[str] = []
        for part in parts:
            name, equals, value = part.partition("=")
            if equals and "[" not in name and "<" not in name:
                self.given.append((name.strip(), value.strip()))
            else:
                self.unnamed.append(part.strip())
                self.given.append((str(len(self.unnamed)), part))

    def get(self, name: str, /) -> str | None:
        values = [value.strip() for given, value in self.given if given == name]
        return values[-1] if values else None

    def positional(self) -> list[str]:
        return self.unnamed

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.given)


def words(call: str, language: str = "en") -> str | None:
    """What `{{name|argument}}` shows; a pipe inside a link is written "!"."""
    name, *parts = call.removeprefix("{{").removesuffix("}}").split("|")
    name = name[:1].upper() + name[1:].rstrip()
    shown = words_of(language)(name, PlainArguments([part.replace("!", "|") for part in parts]))
    return None if shown is None else shown.replace("&nbsp;", " ")


FLAGS = [
    ("{{flag|Nepal}}", "[[Nepal]]"),
    ("{{flag|Congo}}", "[[Congo]]"),
    ("{{flag|Georgia (U.S. state)|name=Georgia}}", "[[Georgia (U.S. state)|Georgia]]"),
    ("{{flag|USA}}", "[[United States|USA]]"),
    ("{{flagcountry|USA}}", "[[United States]]"),
    ("{{flagcountry|GER|name=Deutschland}}", "[[Germany|Deutschland]]"),
    ("{{flag|Georgia}}", "[[Georgia (country)|Georgia]]"),
    ("{{flagu|United States}}", "United States"),
    ("{{flagu|1=Peru|variant=state}}", "Peru"),
    ("{{flagicon|Japan}}", ""),
    ("{{flagdeco|Japan}}", ""),
    ("{{flagicon image|Flag of Cyrenaica.svg}}", ""),
    ("{{noflag}}", ""),
    ("{{noflag|[[Caribbean]]}}", "[[Caribbean]]"),
    ("{{flag}}", None),
    ("{{fb|ENG}}", "[[England national football team|England]]"),
    ("{{ru|South Africa}}", "[[South Africa national rugby union team|South Africa]]"),
    ("{{ru}}", None),
    ("{{vb|PHI}}", "[[Philippines men's national volleyball team|Philippines]]"),
    ("{{USA}}", "[[United States]]"),
    ("{{GER}}", "[[Germany]]"),
    ("{{USA|1912}}", None),
    ("{{XYZ}}", None),
    ("{{flagathlete|[[Ana]]|ESP}}", "[[Ana]] (ESP)"),
]

LANGUAGES = [
    ("{{lang|ja|算盤}}", "算盤"),
    ("{{lang|fr|text=mot}}", "mot"),
    ("{{lang-de|Berlin}}", "[[German language|German]]: Berlin"),
    ("{{lang-ru|link=no|Концентрат}}", "Russian: Концентрат"),
    ("{{langx|el|Ελλάδα|Elláda|Greece}}", "[[Greek language|Greek]]: Ελλάδα, romanized: Elláda, lit. &#39;Greece&#39;"),
    ("{{langx|la|Opus|label=none}}", "Opus"),
    ("{{langx|xx-nowhere|Opus}}", None),
    ("{{transl|ja|dō}}", "dō"),
    ("{{transl|ar|ALA|kitāb}}", "kitāb"),
    ("{{native name|pt|República de Angola}}", "República de Angola (Portuguese)"),
    ("{{native name|ru-Latn|Rossiya|paren=off}}", "Rossiya"),
    ("{{native phrase|es|Himno|paren=off}}", "Himno"),
    ("{{in lang|ja}}", "(in Japanese)"),
    ("{{in lang|fr|de}}", "(in French and German)"),
    ("{{de icon}}", "(in German)"),
    ("{{Nihongo|[[bayonet]]|銃剣|jūken}}", "[[bayonet]] (銃剣, ''jūken'')"),
    ("{{Nihongo|'''Aikido'''|合気道|Aikidō|lead=yes}}", "'''Aikido''' (Japanese: 合気道, Hepburn: ''Aikidō'')"),
    ("{{angbr|a}}", "⟨a⟩"),
]

DATES = [
    ("{{start date|1999|5|6}}", "May 6, 1999"),
    ("{{start date|2010|10|6|df=y}}", "6 October 2010"),
    ("{{start date|1999|05}}", "May 1999"),
    ("{{start date|1999}}", "1999"),
    ("{{start date and age|1999|5|6}}", "May 6, 1999"),
    ("{{start date and age|6 May 1999}}", "6 May 1999"),
    ("{{start date|1999|13|6}}", None),
    ("{{start date|1999|May|6|10|30}}", None),
    ("{{birth date and age|df=yes|1990|1|2}}", "2 January 1990"),
    ("{{birth date|1990|1|2}}", "January 2, 1990"),
    ("{{birth year and age|1964|08}}", "August 1964"),
    ("{{death date and age|2009|8|25|1932|2|22}}", "August 25, 2009 (aged 77)"),
    ("{{death date and age|2009|2|21|1932|2|22|df=y}}", "21 February 2009 (aged 76)"),
    ("{{death date and age|2009|2|22|1932|2|22}}", "February 22, 2009 (aged 77)"),
    ("{{death date and age|2009|2|30|1932|2|22}}", None),
    ("{{death year and age|2009|1932}}", "2009 (aged 76–77)"),
    ("{{death-date and age|25 August 2009|22 February 1932}}", "25 August 2009 (aged 77)"),
    ("{{age|1976|1|31|2024|3|23}}", "48"),
    ("{{age|1976|1|31}}", None),
    ("{{film date|1999|5|6|Cannes|1999|6|1}}", "May 6, 1999 (Cannes)<br>June 1, 1999"),
    ("{{as of|2013|June|8}}", "As of 8 June 2013"),
    ("{{as of|2010|lc=y}}", "as of 2010"),
    ("{{as of|2013|6|8|df=US}}", "As of June 8, 2013"),
    ("{{as of|2013|since=y}}", "Since 2013"),
    ("{{as of|2013|alt=in 2013}}", "in 2013"),
    ("{{dts|1777|12|16}}", "December 16, 1777"),
    ("{{dts|8 July 2012}}", "8 July 2012"),
    ("{{dts|2012|July|8|format=dmy}}", "8 July 2012"),
]

NUMBERS = [
    ("{{convert|40|acre|ha}}", "40 acres"),
    ("{{convert|40|acre|ha|adj=on}}", "40-acre"),
    ("{{convert|1|mi|km}}", "1 mile"),
    ("{{convert|149|cm|0|abbr=on}}", "149 cm"),
    ("{{convert|75|km|mi|sp=us}}", "75 kilometers"),
    ("{{convert|12345.5|km}}", "12,345.5 kilometres"),
    ("{{cvt|66|to|883|km2}}", "66 to 883 km<sup>2</sup>"),
    ("{{convert|3|x|4|m|ft}}", "3 × 4 metres"),
    ("{{convert|20|C|F}}", "20 °C"),
    ("{{convert|5|ft|3|in|m}}", None),
    ("{{convert|5|parsec|ly}}", None),
    ("{{convert|5|km|mi|disp=out}}", None),
    ("{{convert|x|km}}", None),
    ("{{val|6.241|e=18}}", "6.241×10<sup>18</sup>"),
    ("{{val|30000|u=C}}", "30000 C"),
    ("{{val|1234567|fmt=commas}}", "1,234,567"),
    ("{{val|1.5|0.2|e=-3|u=kg}}", "(1.5±0.2)×10<sup>−3</sup> kg"),
    ("{{val|1.5|up=kg}}", None),
    ("{{frac|1|2}}", "1⁄2"),
    ("{{frac|3|1|2}}", "3+1⁄2"),
    ("{{sfrac|1|4}}", "1/4"),
    ("{{nts|1234567}}", "1,234,567"),
    ("{{nts| 1}}", "1"),
    ("{{ordinal|12}}", "12th"),
    ("{{ordinal|22}}", "22nd"),
    ("{{gaps|0.092|903|04}}", "0.09290304"),
    ("{{US$|5}}", "US$5"),
    ("{{coord|57|18|22|N|4|27|32|W}}", "57°18′22″N 4°27′32″W"),
    ("{{coord|13|19|N|169|9|W|type:event|name=Splashdown}}", "13°19′N 169°09′W"),
    ("{{coord|32.7|-86.7|type:adm2nd|display=inline,title}}", "32.7°N 86.7°W"),
    ("{{coord|32.7|-86.7|display=title}}", ""),
    ("{{coord|x}}", None),
]

LINKS = [
    ("{{ill|Tamara Zieschang|de}}", "[[Tamara Zieschang]]"),
    ("{{ill|Pirate Party – Slovakia|sk|Pirátska strana}}", "[[Pirate Party – Slovakia]]"),
    ("{{ill|io|de|Io}}", "[[io]]"),
    ("{{ill|X (party)|sk|Y|lt=X}}", "[[X (party)|X]]"),
    (
        "{{ill|de|Gymnasium Gotha|Gymnasium Ernestinum|Gymnasium illustre}}",
        "[[Gymnasium Ernestinum|Gymnasium illustre]]",
    ),
    (
        "{{webarchive |url=https://web.archive.org/web/20150525000000/https://a.example/ |date=25 May 2015 }}",
        "[https://web.archive.org/web/20150525000000/https://a.example/ Archived] 25 May 2015"
        " at the [[Wayback Machine]].",
    ),
    (
        "{{webarchive|url=https://web.archive.org/web/20150525000000/https://a.example/}}",
        "[https://web.archive.org/web/20150525000000/https://a.example/ Archived] 2015-05-25"
        " at the [[Wayback Machine]].",
    ),
    (
        "{{webarchive|url=https://archive.ph/x|date=1 May 2015|title=Page}}",
        "[https://archive.ph/x Page] at [[archive.today]] (archived 1 May 2015)",
    ),
    ("{{webarchive|url=https://archive.example/x|date=1 May 2015}}", None),
    (
        "{{wayback|url=https://a.example/|date=20110513081709}}",
        "[https://web.archive.org/web/20110513081709/https://a.example/ Archived] May 13, 2011"
        " at the [[Wayback Machine]].",
    ),
    (
        "{{wayback|url=https://a.example/|date=20110513|title=Page|df=y}}",
        "[https://web.archive.org/web/20110513/https://a.example/ Page] at the [[Wayback Machine]]"
        " (archived 13 May 2011)",
    ),
    ("{{wayback|url=https://a.example/|date=2011}}", None),
    ("{{URL|example.com}}", "[http://example.com example.com]"),
    ("{{URL|https://www.example.com/}}", "[https://www.example.com/ www.example.com]"),
    ("{{URL|example.com/a|Site}}", "[http://example.com/a Site]"),
    ("{{official website|www.ansi.org}}", "[http://www.ansi.org Official website]"),
    ("{{official website}}", "Official website"),
    ("{{ISBN|1682060160}}", "ISBN 1682060160"),
    ("{{doi|10.1000/1}}", "doi:[https://doi.org/10.1000/1 10.1000/1]"),
    ("{{IMDb title|0115462|Actresses}}", "[https://www.imdb.com/title/tt0115462/ Actresses] at [[IMDb]]"),
    ("{{IMDb title|0115462}}", None),
    ("{{sortname|Ana|Paz}}", "[[Ana Paz]]"),
    ("{{sortname|Ana|Paz|Ana Paz (poet)}}", "[[Ana Paz (poet)|Ana Paz]]"),
    ("{{sortname|Ana|Paz|dab=poet}}", "[[Ana Paz (poet)|Ana Paz]]"),
    ("{{sortname|Ana|Paz|nolink=1}}", "Ana Paz"),
    ("{{sort|01|1}}", "1"),
    ("{{sort||[[Eddie Dennis]]}}", "[[Eddie Dennis]]"),
    ("{{sort|A}}", "A"),
    ("{{USS|Enterprise|CVN-65}}", "[[USS Enterprise (CVN-65)|USS ''Enterprise'' (CVN-65)]]"),
    ("{{HMS|Victory}}", "[[HMS Victory|HMS ''Victory'']]"),
    ("{{SS|Crackshot||2}}", "[[SS Crackshot|''Crackshot'']]"),
    ("{{USS|Enterprise|CVN-65|3}}", "[[USS Enterprise (CVN-65)|USS ''Enterprise'']]"),
    ("{{USS|Enterprise|CVN-65|6}}", "[[USS Enterprise (CVN-65)|''Enterprise'' (CVN-65)]]"),
    ("{{USS|Enterprise|CVN-65|1}}", None),
    ("{{ship||Duhnen||2}}", "[[Duhnen|''Duhnen'']]"),
    ("{{sclass|Wickes|destroyer}}", "[[Wickes-class destroyer|''Wickes''-class destroyer]]"),
]

TYPOGRAPHY = [
    ("{{nowrap|a b}}", "a b"),
    ("{{nowrap|1=a = b}}", "a = b"),
    ("{{small|(x)}}", "(x)"),
    ("{{resize|88%|x}}", "x"),
    ("{{resize|x}}", "x"),
    ("{{color|red|x}}", "x"),
    ("{{color|red}}", ""),
    ("{{colors|black|#fff|P}}", "P"),
    ("{{abbr|POS|Position}}", "POS"),
    ("{{ubl|a|b||c}}", "a<br>b<br>c"),
    ("{{hlist|[[Biology]]|[[Zoology]]}}", "[[Biology]]<br>[[Zoology]]"),
    ("{{plainlist|* a}}", "\n* a\n"),
    ("{{plainlist}}", ""),
    ("{{endplainlist}}", ""),
    ("{{bulleted list|a|b}}", "\n* a\n* b\n"),
    ("{{collapsible list|title=T|a|b}}", "T<br>a<br>b"),
    ("{{hidden begin|title=The members}}", "<div>The members</div>\n"),
    ("{{nbsp}}", " "),
    ("{{spaces|3}}", "   "),
    ("{{spaces|x}}", None),
    ("{{snd}}", " – "),
    ("{{ndash}}", "–"),
    ("{{·}}", " · "),
    ("{{circa|1300}}", "c. 1300"),
    ("{{circa|1300|1310}}", "c. 1300 – c. 1310"),
    ("{{circa}}", "c."),
    ("{{sic}}", "&#91;''sic''&#93;"),
    ("{{sic|teh}}", "teh &#91;''sic''&#93;"),
    ("{{sic|teh|hide=y}}", "teh"),
    ("{{chem|H|2|O}}", "H2O"),
    ("{{'s}}", "&#39;s"),
    ("{{pi}}", "π"),
    ("{{linktext|word}}", "[[wikt:word|word]]"),
    ("{{linktext|two|words}}", None),
    ("{{marriage|Ana|1950}}", "Ana (m. 1950)"),
    ("{{marriage|Ana|1950|1960}}", "Ana (m. 1950–1960)"),
    ("{{marriage|Ana|1950|1960|end=died}}", "Ana (m. 1950; died 1960)"),
    ("{{marriage|Ana|1950|1960|end=forgotten}}", None),
    ("{{quote|Words.|Ana|Book}}", "\nWords.\n— Ana, Book\n"),
    ("{{citation needed span|text=words}}", "words"),
    ("{{0}}", ""),
    ("{{IPA|/a/}}", "/a/"),
    ("{{IPA|fr|[a]}}", None),
    ("{{composition bar|12|150|red}}", "12 / 150"),
    ("{{composition bar|12|150|red|per=1}}", None),
]

CELLS = [
    ("{{!!}}", "||"),
    ("{{(!}}", "{|"),
    ("{{!+}}", "|+"),
    ("{{!-}}", "|-"),
    ("{{!)}}", "|}"),
    ("{{yes}}", 'class="table-cell" | Yes'),
    ("{{yes|2nd place}}", 'class="table-cell" | 2nd place'),
    ("{{n/a|}}", 'class="table-cell" | '),
    ("{{n/a}}", 'class="table-cell" | —'),
    ("{{N/A}}", 'class="table-cell" | N/A'),
    ("{{nom}}", 'class="table-cell" | Nominated'),
    ("{{TBA}}", 'class="table-cell" | TBA'),
    ("{{party color|X}}", ""),
    ("{{Full party name with color|Alba (2020)}}", 'style="width: 2px" |\n| | [[Alba (2020)|Alba]]'),
    (
        "{{Full party name with color|Alba|rowspan=3}}",
        'rowspan="3" style="width: 2px" |\n| rowspan="3" | [[Alba]]',
    ),
]

INVISIBLE = [
    "{{citation needed|date=May 2020}}",
    "{{cn}}",
    "{{Dead link|date=May 2020}}",
    "{{when?}}",
    "{{short description|A party}}",
    "{{Use dmy dates|date=May 2020}}",
    "{{Use Jamaican English}}",
    "{{pp-anything}}",
    "{{main|Other page}}",
    "{{See also|A|B}}",
    "{{for|other uses|X}}",
    "{{Authority control}}",
    "{{Commons category|X}}",
    "{{clear}}",
    "{{nowrap begin}}",
    "{{div col|colwidth=20em}}",
    "{{increase}}",
    "{{hs|Evora}}",
    "{{Slovakia-party-stub}}",
    "{{Party shading/Republican}}",
]


@pytest.mark.parametrize(("call", "shown"), [*FLAGS, *LANGUAGES, *DATES, *NUMBERS, *LINKS, *TYPOGRAPHY, *CELLS])
def test_words(call: str, shown: str | None) -> None:
    assert words(call) == shown


@pytest.mark.parametrize("call", INVISIBLE)
def test_what_shows_no_words(call: str) -> None:
    assert words(call) == ""


@pytest.mark.parametrize(
    "call", ["{{Infobox person|name=X}}", "{{Party name with color|X}}", "{{IPAc-en|a}}", "{{Nonesuch}}", "{{}}"]
)
def test_what_is_not_known(call: str) -> None:
    assert words(call) is None


@pytest.mark.parametrize(
    ("language", "call", "shown"),
    [
        ("de", "{{lang|en|word}}", "word"),
        ("de", "{{enS|word}}", "englisch ''word''"),
        ("de", '{{"|Wort}}', "„Wort“"),
        ("de", "{{Hauptartikel|X}}", ""),
        ("de", "{{flag|Peru}}", None),
        ("de", "{{DEU}}", None),
        ("de", "{{nowrap|a b}}", "a b"),
        ("fr", "{{unité|3797|m}}", "3797 m"),
        ("fr", "{{nombre|71|sièges}}", "71 sièges"),
        ("fr", "{{langue|de|Österreich}}", "Österreich"),
        ("fr", "{{Ier}}", "I<sup>er</sup>"),
        ("fr", "{{date-|12 novembre 1918}}", "12 novembre 1918"),
        ("fr", "{{date|12|novembre|1918}}", "12 novembre 1918"),
        ("fr", "{{lien|langue=en|trad=X|fr=Le X|texte=x}}", "[[Le X|x]]"),
        ("fr", "{{citation|mot}}", "« mot »"),
        ("fr", "{{en}}", "(en)"),
        ("fr", "{{s-|XIX}}", "XIX<sup>e</sup> siècle"),
        ("es", "{{fecha|12|11|1918}}", "12 de noviembre de 1918"),
        ("es", "{{esd|5 km}}", "5 km"),
        ("es", "{{cita requerida}}", ""),
        ("it", "{{M|5|ul=km}}", "5 km"),
        ("it", "{{Vedi anche|X}}", ""),
        ("it", "{{citazione necessaria|parole}}", "parole"),
        ("nl", "{{nowrap|a}}", "a"),
    ],
)
def test_words_of_other_wikipedias(language: str, call: str, shown: str | None) -> None:
    assert words(call, language) == shown


def test_the_language_chooses_the_rules() -> None:
    assert words_of("en") is render_words
    assert words_of("de") is not render_words


def test_names_can_be_found() -> None:
    lower = {name for name in ENGLISH_RULES if name == name.lower()}
    exact = set(ENGLISH_RULES) - lower
    assert not {name for name in lower if name != name.strip() or "_" in name or "  " in name}
    assert all(name[:1] == name[:1].upper() for name in exact)


def test_countries_are_whole() -> None:
    assert len(COUNTRIES) > 290
    assert all(name and name[0].isupper() for name in COUNTRIES.values())
    assert COUNTRIES["DEU"] == COUNTRIES["GER"] == "Germany"
    assert COUNTRIES["STP"] == "São Tomé and Príncipe"
