"""Names of magic words, in other languages too, as MediaWiki's own message files give them.

The English names work on every wiki. Of the others those are listed that articles themselves use.
"""

from __future__ import annotations

from typing import Final

UNKNOWN_FUNCTIONS: Final = frozenset(
    "bidi canonicalurl canonicalurle filepath fullurle int numberofactiveusers numberofadmins numberofarticles "
    "numberofedits numberoffiles numberofpages numberofusers pageid pagesize "
    "CASCADINGSOURCES NUMBERINGROUP NUMINGROUP PAGESINCATEGORY PAGESINCAT PAGESINNAMESPACE PAGESINNS "
    "PROTECTIONLEVEL PROTECTIONEXPIRY REVISIONDAY REVISIONDAY2 REVISIONID REVISIONMONTH REVISIONMONTH1 "
    "REVISIONTIMESTAMP REVISIONUSER REVISIONYEAR "
    "#bidi #invoke "
    # of further extensions on Wikimedia's wikis: Wikibase, LabeledSectionTransclusion, CategoryTree, Babel
    "#property #statements #lst #lsth #lstx #section #section-h #section-x #categorytree #babel".split()
)
"""Functions whose output depends on the wiki: other pages, counts, modules, messages."""

MOSTLY_EMPTY: Final = frozenset(
    "#invoke cascadingsources filepath protectionlevel protectionexpiry revisionid revisionuser".split()
)
"""Functions and variables, in lower case, that show nothing or only an error on a page that the wiki does not have."""

UNKNOWN_VARIABLES: Final = frozenset(
    "ARTICLEPATH CASCADINGSOURCES CURRENTDAY CURRENTDAY2 CURRENTDAYNAME CURRENTDOW CURRENTHOUR CURRENTMONTH "
    "CURRENTMONTH1 CURRENTMONTH2 CURRENTMONTHABBREV CURRENTMONTHNAME CURRENTMONTHNAMEGEN CURRENTTIME "
    "CURRENTTIMESTAMP CURRENTVERSION CURRENTWEEK CURRENTYEAR LOCALDAY LOCALDAY2 LOCALDAYNAME LOCALDOW LOCALHOUR "
    "LOCALMONTH LOCALMONTH1 LOCALMONTH2 LOCALMONTHABBREV LOCALMONTHNAME LOCALMONTHNAMEGEN LOCALTIME "
    "LOCALTIMESTAMP LOCALWEEK LOCALYEAR NUMBEROFACTIVEUSERS NUMBEROFADMINS NUMBEROFARTICLES NUMBEROFEDITS "
    "NUMBEROFFILES NUMBEROFPAGES NUMBEROFUSERS PAGEID REVISIONDAY REVISIONDAY2 REVISIONID REVISIONMONTH "
    "REVISIONMONTH1 REVISIONSIZE REVISIONTIMESTAMP REVISIONUSER REVISIONYEAR SCRIPTPATH SERVER SERVERNAME SITENAME "
    "STYLEPATH".split()
)
"""Variables whose value depends on the wiki or on the time."""

INVISIBLE_NAMES: Final = frozenset(
    "DEFAULTSORT DEFAULTSORTKEY DEFAULTCATEGORYSORT DISPLAYTITLE "
    "SORTIERUNG SEITENTITEL "  # de
    "CLEFDETRI CLEDETRI AFFICHERTITRE "  # fr
    "ORDENAR CLAVEDEORDENPREDETERMINADO ORDENDECATEGORIAPREDETERMINADO ORDENDECATEGORÍAPREDETERMINADO "  # es
    "MOSTRARTÍTULO MOSTRARTITULO "
    "MOSTRATITOLO "  # it
    "ORDENACAOPADRAO ORDENAÇÃOPADRÃO ORDEMPADRAO ORDEMPADRÃO EXIBETITULO EXIBETÍTULO "  # pt
    "STANDAARDSORTERING WEERGEGEVENTITEL TOONTITEL "  # nl
    "СОРТИРОВКА_ПО_УМОЛЧАНИЮ КЛЮЧ_СОРТИРОВКИ ПОКАЗАТЬ_ЗАГОЛОВОК "  # ru
    "СТАНДАРТНЕ_СОРТУВАННЯ ПОКАЗАТИ_ЗАГОЛОВОК "  # uk
    "SORTUJ DOMYŚLNIESORTUJ WYŚWIETLANYTYTUŁ "  # pl
    "STANDARDSORTERING VISATITEL "  # sv
    "KLÍČŘAZENÍ ZOBRAZOVANÝNADPIS "  # cs
    "ORDENA TÍTOL TITOL "  # ca
    "#coordinates".split()
)
"""Functions that set the page's sort key, displayed title or coordinates, and print nothing."""

LOCAL_VARIABLES: Final = {
    "SEITENNAME": "PAGENAME",
    "NOMPAGE": "PAGENAME",
    "NOMBREDEPAGINA": "PAGENAME",
    "NOMBREDEPÁGINA": "PAGENAME",
    "TITOLOPAGINA": "PAGENAME",
    "NOMEDAPAGINA": "PAGENAME",
    "NOMEDAPÁGINA": "PAGENAME",
    "PAGINANAAM": "PAGENAME",
    "НАЗВАНИЕ_СТРАНИЦЫ": "PAGENAME",
    "НАЗВА_СТОРІНКИ": "PAGENAME",
    "NAZWASTRONY": "PAGENAME",
    "SIDNAMN": "PAGENAME",
    "NÁZEVSTRANY": "PAGENAME",
    "NOMPÀGINA": "PAGENAME",
}
"""Local name: the English one."""

LANGUAGE_NAMES: Final = {
    "ar": "العربية",
    "bg": "български",
    "bn": "বাংলা",
    "ca": "català",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "español",
    "et": "eesti",
    "eu": "euskara",
    "fa": "فارسی",
    "fi": "suomi",
    "fr": "français",
    "gl": "galego",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "hrvatski",
    "hu": "magyar",
    "hy": "հայերեն",
    "id": "Bahasa Indonesia",
    "it": "italiano",
    "ja": "日本語",
    "ka": "ქართული",
    "ko": "한국어",
    "lt": "lietuvių",
    "lv": "latviešu",
    "mk": "македонски",
    "ms": "Bahasa Melayu",
    "nl": "Nederlands",
    "nn": "norsk nynorsk",
    "no": "norsk",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "ru": "русский",
    "sh": "srpskohrvatski / српскохрватски",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sq": "shqip",
    "sr": "српски / srpski",
    "sv": "svenska",
    "ta": "தமிழ்",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""Code: the language's name in its own words."""
