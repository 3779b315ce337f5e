"""Names of namespaces, languages and sister wikis, as the wikis' own siteinfo lists them.

The English names work on every wiki (https://www.mediawiki.org/wiki/Help:Namespaces); the others are
the content language's, which local_names.py has. A language without a row there has the English names only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from icor_scraper.parse.wikitext.names.local_names import local_names_of

CANONICAL_NAMES: Final[Mapping[int, str]] = {
    -2: "Media",
    -1: "Special",
    1: "Talk",
    2: "User",
    3: "User talk",
    4: "Wikipedia",
    5: "Wikipedia talk",
    6: "File",
    7: "File talk",
    8: "MediaWiki",
    9: "MediaWiki talk",
    10: "Template",
    11: "Template talk",
    12: "Help",
    13: "Help talk",
    14: "Category",
    15: "Category talk",
    100: "Portal",
    101: "Portal talk",
    118: "Draft",
    119: "Draft talk",
    828: "Module",
    829: "Module talk",
}
"""Number: name, as on the English Wikipedia."""

_ALIASES: Final[Mapping[str, int]] = {
    "image": 6,
    "image talk": 7,
    "project": 4,
    "project talk": 5,
    "wp": 4,
    "wt": 5,
}

LANGUAGE_CODES: Final = frozenset(
    "ab ace ady af ak als alt am ami an ang ann anp ar arc ary arz as ast atj av avk awa ay az azb ba ban bar "
    "bat-smg bbc bcl bdr be be-tarask be-x-old bew bg bh bi bjn blk bm bn bo bpy br bs btm bug bxr ca cbk-zam cdo "
    "ce ceb ch chr chy ckb co cr crh cs csb cu cv cy da dag de dga din diq dsb dtp dty dv dz ee el eml en eo es et "
    "eu ext fa fat ff fi fiu-vro fj fo fon fr frp frr fur fy ga gag gan gcr gd gl glk gn gom gor got gpe gsw gu guc "
    "gur guw gv ha hak haw he hi hif hr hsb ht hu hy hyw ia iba id ie ig igl ik ilo inh io is it iu ja jam jbo jv "
    "ka kaa kab kbd kbp kcg kg kge ki kk kl km kn knc ko koi krc ks ksh ku kus kv kw ky la lad lb lbe lez lfn lg li "
    "lij lld lmo ln lo lt ltg lv lzh mad mai map-bms mdf mg mhr mi min mk ml mn mni mnw mos mr mrj ms mt mwl my myv "
    "mzn nah nan nap nds nds-nl ne new nia nl nn no nov nqo nr nrm nso nv ny oc olo om or os pa pag pam pap pcd pcm "
    "pdc pfl pi pl pms pnb pnt ps pt pwn qu rm rmy rn ro roa-rup roa-tara rsk ru rue rup rw sa sah sat sc scn sco sd "
    "se sg sh shi shn shy si simple sk skr sl sm smn sn so sq sr srn ss st stq su sv sw syl szl szy ta tay tcy tdd te "
    "tet tg th ti tig tk tl tly tn to tok tpi tr trv ts tt tum tw ty tyv udm ug uk ur uz ve vec vep vi vls vo vro wa "
    "war wo wuu xal xh xmf yi yo yue za zea zgh zh zh-classical zh-min-nan zh-yue zu".split()
)
"""Codes of the languages that have a Wikipedia (https://meta.wikimedia.org/wiki/List_of_Wikipedias)."""

_SITE_PREFIXES: Final = frozenset(
    "acronym advogato arxiv c2find cache dictionary drumcorpswiki dwjwiki elibre emacswiki foldoc foxwiki freebsdman "
    "gentoo-wiki google googlegroups hammondwiki hrwiki imdb kmwiki linuxwiki lojban lqwiki meatball mediawikiwiki "
    "memoryalpha metawiki metawikimedia mozillawiki oeis openwiki pmid pythoninfo s23wiki seattlewireless "
    "senseislibrary shoutwiki squeak theopedia tmbw tmnet twiki uncyclopedia unreal usemod wiki wikia wikif1 wikihow "
    "wikinfo".split()
)
"""Prefixes of other sites that every MediaWiki has from the start (https://www.mediawiki.org/wiki/Manual:Interwiki)."""

_SISTER_PREFIXES: Final = frozenset(
    "b betawikiversity c commons d doi foundation incubator m mail mediazilla meta mw n oldwikisource outreach "
    "phab phabricator q rfc s sep11 species strategy v voy w wikibooks wikidata wikimania wikimedia wikinews "
    "wikipedia wikiquote wikisource wikispecies wikitech wikiversity wikivoyage wikt wiktionary wmf".split()
)
"""Prefixes of Wikipedia's sister wikis and tools (https://meta.wikimedia.org/wiki/Interwiki_map)."""

INTERWIKI_PREFIXES: Final = LANGUAGE_CODES | _SISTER_PREFIXES | _SITE_PREFIXES
"""Prefixes of all other wikis, those of languages included."""


@cache
def namespaces_of(language: str) -> Mapping[str, int]:
    """Every name of a namespace in lower case, with its number."""
    names = {name.lower(): number for number, name in CANONICAL_NAMES.items()} | dict(_ALIASES)
    for number, local in local_names_of(language).items():
        names |= {name.lower(): number for name in local}
        if number > 0 and number % 2 == 0:
            names |= {f"{name.lower()} talk": number + 1 for name in local}
    return names


@cache
def local_names(language: str) -> Mapping[int, str]:
    """The content language's own name of each namespace."""
    return {**CANONICAL_NAMES, **{number: names[0] for number, names in local_names_of(language).items()}}


_TRAILS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("ar", "arz"), "a-zء-ي\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    ),
    "az": "a-zçəğıöşü",
    "be": "абвгґджзеёжзійклмнопрстуўфхцчшыьэюяćčłńśšŭźža-z",
    "bg": "a-zабвгдежзийклмнопрстуфхцчшщъыьэюя",
    "bn": "\u0980-\u09ff",
    **dict.fromkeys(("bs", "sh", "sl"), "a-zčćđžš"),
    "ca": "a-zàèéíòóúç·ïü",
    "cs": "a-záčďéěíňóřšťúůýž",
    "cy": "àáâèéêìíîïòóôûŵŷa-z",
    **dict.fromkeys(("da", "nb", "nn", "no"), "a-zæøå"),
    **dict.fromkeys(("de", "lb", "nds"), "äöüßa-z"),
    "el": "a-zαβγδεζηθικλμνξοπρστυφχψωςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ",
    **dict.fromkeys(("an", "ast", "es"), "a-záéíóúñ"),
    "et": "äöõšüža-z",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأئؤة\u200c",
    "fi": "a-zäö",
    **dict.fromkeys(("fr", "vi"), "a-zàâçéèêîôûäëïöüùÇÉÂÊÎÔÛÄËÏÖÜÀÈÙ"),
    **dict.fromkeys(("gl", "pt"), "a-záâãàéêẽçíòóôõúüűũ\u0303"),
    "he": "a-zא-ת",
    "hi": "a-z\u0900-\u0963\u0966-\ua8e0\ua8ff-",
    "hr": "čšžćđßa-z",
    "hu": "a-záéíóúöüőűÁÉÍÓÚÖÜŐŰ",
    "hy": "a-zաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև«»",
    "is": "áðéíóúýþæöa-z–-",
    **dict.fromkeys(("it", "pms"), "a-zàéèíîìóòúù"),
    "ka": "a-zაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ“»",
    "lt": "a-ząčęėįšųūž",
    "lv": "a-zA-ZĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž",
    "mk": "a-zабвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "nl": "a-zäöüïëéèà",
    "oc": "a-zàâçéèêîôû",
    "pl": "a-zęóąśłżźćńĘÓĄŚŁŻŹĆŃ",
    "ro": "a-zăâîşţșțĂÂÎŞŢȘȚ",
    "ru": "a-zабвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sk": "a-záäčďéíľĺňóôŕšťúýž",
    "sr": "a-pr-vzđčćžšабвгдђежзијклљмнњопрстћуфхцчџш",
    "sv": "a-zåäöéÅÄÖÉ",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c01-\u0c6f",
    "tr": "a-zÇĞçğİıÖöŞşÜüÂâÎîÛû",
    "uk": "a-zабвгґдеєжзиіїйклмнопрстуфхцчшщьєюяёъы“»",
}
"""By language, the letters of the `$linkTrail` of its messages in MediaWiki."""


_WITH_APOSTROPHES: Final = frozenset({"ca"})
"""Languages in which an apostrophe that stands alone is a letter of a trail."""


@cache
def link_trail(language: str) -> re.Pattern[str]:
    """The letters right after a link that belong to its text, as `[[bus]]es` shows "buses".

    https://www.mediawiki.org/wiki/Help:Links, "Word-ending links"; each language has its own.
    """
    letters = f"[{_TRAILS.get(language, 'a-z')}]"
    return re.compile(f"(?:{letters}|'(?!'))+" if language in _WITH_APOSTROPHES else f"{letters}+")
