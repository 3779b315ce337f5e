"""Names of namespaces, languages and sister wikis, as the wikis' own siteinfo lists them.

The English names work on every wiki (https://www.mediawiki.org/wiki/Help:Namespaces); the others are
the content language's. A language without a row here has the English names only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

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

_LOCAL: Final[Mapping[str, Mapping[int, tuple[str, ...]]]] = {
    "ca": {6: ("Fitxer", "Imatge"), 10: ("Plantilla",), 14: ("Categoria",), 2: ("Usuari",), 12: ("Ajuda",)},
    "cs": {6: ("Soubor",), 10: ("Šablona",), 14: ("Kategorie",), 2: ("Wikipedista",), 12: ("Nápověda",)},
    "da": {6: ("Fil", "Billede"), 10: ("Skabelon",), 14: ("Kategori",), 2: ("Bruger",), 12: ("Hjælp",)},
    "de": {
        -2: ("Medium",),
        -1: ("Spezial",),
        1: ("Diskussion",),
        2: ("Benutzer", "Benutzerin"),
        6: ("Datei", "Bild"),
        10: ("Vorlage",),
        12: ("Hilfe",),
        14: ("Kategorie",),
        828: ("Modul",),
    },
    "el": {6: ("Αρχείο", "Εικόνα"), 10: ("Πρότυπο",), 14: ("Κατηγορία",), 2: ("Χρήστης",), 12: ("Βοήθεια",)},
    "es": {
        -1: ("Especial",),
        1: ("Discusión",),
        2: ("Usuario", "Usuaria"),
        6: ("Archivo", "Imagen"),
        10: ("Plantilla",),
        12: ("Ayuda",),
        14: ("Categoría",),
        828: ("Módulo",),
    },
    "fi": {6: ("Tiedosto", "Kuva"), 10: ("Malline",), 14: ("Luokka",), 2: ("Käyttäjä",), 12: ("Ohje",)},
    "fr": {
        -2: ("Média",),
        -1: ("Spécial",),
        1: ("Discussion",),
        2: ("Utilisateur", "Utilisatrice"),
        4: ("Wikipédia",),
        6: ("Fichier",),
        10: ("Modèle",),
        12: ("Aide",),
        14: ("Catégorie",),
        100: ("Portail",),
    },
    "hu": {6: ("Fájl", "Kép"), 10: ("Sablon",), 14: ("Kategória",), 2: ("Szerkesztő",), 12: ("Segítség",)},
    "it": {
        -1: ("Speciale",),
        1: ("Discussione",),
        2: ("Utente",),
        6: ("Immagine",),
        12: ("Aiuto",),
        14: ("Categoria",),
        100: ("Portale",),
        828: ("Modulo",),
    },
    "ja": {6: ("ファイル", "画像"), 10: ("テンプレート",), 14: ("カテゴリ",), 2: ("利用者",)},
    "nl": {6: ("Bestand", "Afbeelding"), 10: ("Sjabloon",), 14: ("Categorie",), 2: ("Gebruiker",), 100: ("Portaal",)},
    "no": {6: ("Fil", "Bilde"), 10: ("Mal",), 14: ("Kategori",), 2: ("Bruker",), 12: ("Hjelp",)},
    "pl": {6: ("Plik", "Grafika"), 10: ("Szablon",), 14: ("Kategoria",), 2: ("Wikipedysta",), 12: ("Pomoc",)},
    "pt": {
        6: ("Ficheiro", "Arquivo", "Imagem"),
        10: ("Predefinição",),
        14: ("Categoria",),
        2: ("Usuário",),
        12: ("Ajuda",),
    },
    "ro": {6: ("Fișier", "Imagine"), 10: ("Format",), 14: ("Categorie",), 2: ("Utilizator",), 12: ("Ajutor",)},
    "ru": {
        6: ("Файл", "Изображение"),
        10: ("Шаблон",),
        14: ("Категория",),
        2: ("Участник", "Участница"),
        4: ("Википедия",),
        12: ("Справка",),
        100: ("Портал",),
    },
    "sk": {6: ("Súbor", "Obrázok"), 10: ("Šablóna",), 14: ("Kategória",), 2: ("Redaktor",), 12: ("Pomoc",)},
    "sv": {6: ("Fil", "Bild"), 10: ("Mall",), 14: ("Kategori",), 2: ("Användare",), 12: ("Hjälp",)},
    "tr": {6: ("Dosya", "Resim"), 10: ("Şablon",), 14: ("Kategori",), 2: ("Kullanıcı",), 4: ("Vikipedi",)},
    "uk": {6: ("Файл", "Зображення"), 10: ("Шаблон",), 14: ("Категорія",), 2: ("Користувач",), 4: ("Вікіпедія",)},
    "zh": {
        6: ("文件", "档案", "檔案", "图像", "圖像"),
        10: ("模板", "样板"),
        14: ("分类", "分類"),
        2: ("用户", "用戶"),
    },
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
    for number, local in _LOCAL.get(language, {}).items():
        names |= {name.lower(): number for name in local}
        if number > 0 and number % 2 == 0:
            names |= {f"{name.lower()} talk": number + 1 for name in local}
    return names


@cache
def local_names(language: str) -> Mapping[int, str]:
    """The content language's own name of each namespace."""
    return {**CANONICAL_NAMES, **{number: names[0] for number, names in _LOCAL.get(language, {}).items()}}


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
