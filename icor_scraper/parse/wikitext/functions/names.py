"""Names of magic words, in other languages too, as MediaWiki's own message files give them.

The English names work on every wiki. Of the others those are listed that articles themselves use.
"""

from __future__ import annotations

from typing import Final

UNKNOWN_FUNCTIONS: Final = frozenset(
    "filepath int numberofactiveusers numberofadmins numberofarticles "
    "numberofedits numberoffiles numberofpages numberofusers pageid pagesize "
    "CASCADINGSOURCES NUMBERINGROUP NUMINGROUP PAGESINCATEGORY PAGESINCAT PAGESINNAMESPACE PAGESINNS "
    "PROTECTIONLEVEL PROTECTIONEXPIRY REVISIONDAY REVISIONDAY2 REVISIONID REVISIONMONTH REVISIONMONTH1 "
    "REVISIONTIMESTAMP REVISIONUSER REVISIONYEAR "
    "#invoke "
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
