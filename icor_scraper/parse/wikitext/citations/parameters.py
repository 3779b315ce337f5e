"""Citation templates as data: their names, and which parameters tell what.

English: Citation Style 1 and 2 (https://en.wikipedia.org/wiki/Help:Citation_Style_1) with the aliases
that its templates take. German: https://de.wikipedia.org/wiki/Vorlage:Internetquelle and .../Vorlage:Literatur.
French: https://fr.wikipedia.org/wiki/Modèle:Lien_web, .../Modèle:Ouvrage, .../Modèle:Article. Spanish and
Italian share the names of their templates ("Cita web"), so they share a table, in which no parameter of
one means something else in the other.

All names are in lower case; "#" stands for a number, or for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The parameters that name people of one kind."""

    whole: tuple[str, ...]
    """A whole name, or what takes its place."""
    last: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    """The article about the person."""
    free: tuple[str, ...] = ()
    """Several people in one value, in free words: taken as one."""
    vancouver: tuple[str, ...] = ()
    """Several people as "Smith J, Jones AB"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A family of citation templates."""

    fields: Mapping[str, tuple[str, ...]]
    """Field of the Citation: parameters, the first given one counts."""
    authors: People
    editors: People
    chapter: tuple[str, ...] = ()
    """A part of what `title` names: then it is the title, and `title` the work that holds it."""
    chapter_url: tuple[str, ...] = ()
    year: tuple[str, ...] = ("year",)
    """Parts of a date that is not given as a whole."""
    month: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    has_anchor: bool = False
    """Whether the citation can be found by {{sfn}}."""


_ENGLISH: Final = Style(
    fields={
        "title": ("title", "script-title", "trans-title", "articlename"),
        "date": ("date", "air-date", "airdate", "publication-date", "publicationdate"),
        "url": ("url",),
        "archive_url": ("archive-url", "archiveurl"),
        "archive_date": ("archive-date", "archivedate"),
        "access_date": ("access-date", "accessdate"),
        "work": (
            "work",
            "website",
            "newspaper",
            "magazine",
            "journal",
            "periodical",
            "encyclopedia",
            "encyclopaedia",
            "dictionary",
            "book-title",
            "booktitle",
            "mailing-list",
            "mailinglist",
        ),
        "publisher": ("publisher", "institution", "newsgroup"),
        "location": ("location", "place", "publication-place", "publicationplace"),
        "volume": ("volume",),
        "issue": ("issue", "number"),
        "pages": ("pages", "page", "pp", "p", "at", "page_numbers", "page_number"),
        "edition": ("edition",),
        "language": ("language", "lang", "in"),
        "quote": ("quote", "quotation"),
        "isbn": ("isbn", "isbn13"),
        "issn": ("issn", "eissn"),
        "doi": ("doi",),
    },
    authors=People(
        whole=("author#", "subject#", "host#", "interviewee#"),
        last=("last#", "author-last#", "author#-last", "surname#", "author-surname#", "author#-surname"),
        first=("first#", "author-first#", "author#-first", "given#", "author-given#", "author#-given"),
        link=("author-link#", "author#-link", "authorlink#", "author#link", "subject-link#", "subjectlink#"),
        free=("authors", "people", "credits", "coauthors"),
        vancouver=("vauthors",),
    ),
    editors=People(
        whole=("editor#",),
        last=("editor-last#", "editor#-last", "editor-surname#", "editor#-surname"),
        first=("editor-first#", "editor#-first", "editor-given#", "editor#-given"),
        link=("editor-link#", "editor#-link", "editorlink#", "editor#link"),
        free=("editors",),
        vancouver=("veditors",),
    ),
    chapter=("chapter", "contribution", "entry", "section", "map"),
    chapter_url=("chapter-url", "chapterurl", "contribution-url", "section-url", "entry-url", "map-url"),
    month=("month",),
    day=("day",),
    has_anchor=True,
)

_TWEET: Final = replace(_ENGLISH, fields={**_ENGLISH.fields, "issue": ()})
"""`|number=` is the address of a post: https://en.wikipedia.org/wiki/Template:Cite_tweet."""

_GERMAN_WEB: Final = Style(
    fields={
        "title": ("titel",),
        "date": ("datum",),
        "url": ("url",),
        "archive_url": ("archiv-url",),
        "archive_date": ("archiv-datum",),
        "access_date": ("abruf", "zugriff"),
        "work": ("werk",),
        "publisher": ("hrsg", "herausgeber"),
        "pages": ("seiten",),
        "language": ("sprache", "sprachkürzel"),
        "quote": ("zitat",),
    },
    authors=People(whole=("autor",)),
    editors=People(whole=()),
)

_GERMAN_LITERATURE: Final = Style(
    fields={
        "title": ("titel",),
        "date": ("datum",),
        "url": ("online",),
        "archive_url": ("archiv-url",),
        "archive_date": ("archiv-datum",),
        "access_date": ("abruf", "zugriff"),
        "work": ("sammelwerk",),
        "publisher": ("verlag",),
        "location": ("ort",),
        "volume": ("band",),
        "issue": ("nummer", "heft"),
        "pages": ("seiten", "fundstelle"),
        "edition": ("auflage",),
        "language": ("sprache",),
        "quote": ("zitat",),
        "isbn": ("isbn",),
        "issn": ("issn",),
        "doi": ("doi",),
    },
    authors=People(whole=("autor",)),
    editors=People(whole=("hrsg", "herausgeber")),
    year=("jahr",),
    month=("monat",),
    day=("tag",),
)

_FRENCH: Final = Style(
    fields={
        "title": ("titre",),
        "date": ("date", "en ligne le"),
        "url": ("url", "lire en ligne", "url texte", "texte"),
        "archive_url": ("archive-url", "archiveurl", "url archive"),
        "archive_date": ("archive-date", "archivedate"),
        "access_date": ("consulté le",),
        "work": ("site", "périodique", "revue", "journal", "titre ouvrage"),
        "publisher": ("éditeur",),
        "location": ("lieu",),
        "volume": ("volume", "vol", "tome"),
        "issue": ("numéro", "no"),
        "pages": ("passage", "pages", "page", "p."),
        "edition": ("numéro d'édition", "édition"),
        "language": ("langue", "lang"),
        "quote": ("citation", "extrait"),
        "isbn": ("isbn", "isbn1"),
        "issn": ("issn",),
        "doi": ("doi",),
    },
    authors=People(
        whole=("auteur#", "auteur institutionnel"),
        last=("nom#",),
        first=("prénom#",),
        link=("lien auteur#",),
        free=("auteurs",),
    ),
    editors=People(whole=("directeur#",), last=("nom éditeur#",), first=("prénom éditeur#",)),
    chapter=("titre chapitre",),
    year=("année",),
    month=("mois",),
    day=("jour",),
)

_CITA: Final = Style(
    fields={
        "title": ("título", "titulo", "titolo"),
        "date": ("fecha", "data"),
        "url": ("url",),
        "archive_url": ("urlarchivo", "archive-url", "urlarchivio"),
        "archive_date": ("fechaarchivo", "archive-date", "dataarchivio"),
        "access_date": ("fechaacceso", "accesso"),
        "work": (
            "obra",
            "sitioweb",
            "sitio web",
            "periódico",
            "publicación",
            "publicacion",
            "revista",
            "enciclopedia",
            "sito",
            "opera",
            "pubblicazione",
            "rivista",
        ),
        "publisher": ("editorial", "editore", "institución"),
        "location": ("ubicación", "ubicacion", "lugar", "ciudad", "città", "luogo"),
        "volume": ("volumen", "volume"),
        "issue": ("número", "numero"),
        "pages": ("páginas", "paginas", "página", "pagina", "pagine", "pp", "p"),
        "edition": ("edición", "edicion", "edizione"),
        "language": ("idioma", "lingua"),
        "quote": ("cita", "citazione"),
        "isbn": ("isbn",),
        "issn": ("issn",),
        "doi": ("doi",),
    },
    authors=People(
        whole=("autor#", "autore#"),
        last=("apellidos#", "apellido#", "cognome#", "last#"),
        first=("nombre#", "nombres#", "nome#", "first#"),
        link=("enlaceautor#", "enlace-autor#", "wkautore#", "linkautore#"),
        free=("autores", "autori", "coautores", "coautori"),
    ),
    editors=People(
        whole=("editor#", "curatore#"),
        last=("apellidos-editor#", "apellido-editor#"),
        first=("nombre-editor#",),
    ),
    chapter=("capítulo", "capitulo", "capitolo"),
    chapter_url=("urlcapítulo", "urlcapitolo"),
    year=("año", "anno"),
    month=("mes", "mese"),
    day=("día", "giorno"),
)

_ENGLISH_KINDS: Final = {
    "citation": ("citation", "cite"),
    "arxiv": ("cite arxiv",),
    "av media": ("cite av media", "cite video", "cite audio", "cite film", "cite media", "cite movie", "cite dvd"),
    "av media notes": (
        "cite av media notes",
        "cite album notes",
        "cite album-notes",
        "cite liner notes",
        "cite music release notes",
        "cite dvd notes",
        "cite dvd-notes",
    ),
    "biorxiv": ("cite biorxiv",),
    "book": ("cite book", "citebook", "cite ebook", "cite chapter", "cite-book", "vcite book"),
    "citeseerx": ("cite citeseerx",),
    "conference": ("cite conference", "cite conf", "cite conference paper", "cite proceedings"),
    "document": ("cite document",),
    "encyclopedia": (
        "cite encyclopedia",
        "cite encyclopaedia",
        "cite encyc",
        "cite dictionary",
        "cite enc",
        "citeencyclopedia",
        "vcite encyclopedia",
    ),
    "episode": ("cite episode", "cite tv episode", "cite radio episode"),
    "interview": ("cite interview",),
    "journal": (
        "cite journal",
        "citejournal",
        "cite paper",
        "cite article",
        "cite-journal",
        "vcite journal",
        "vcite2 journal",
    ),
    "magazine": ("cite magazine", "cite mag"),
    "mailing list": ("cite mailing list", "cite mailinglist"),
    "map": ("cite map",),
    "medrxiv": ("cite medrxiv",),
    "news": (
        "cite news",
        "citenews",
        "cite newspaper",
        "cite news article",
        "cite-news",
        "vcite news",
        "cite newspaper the times",
    ),
    "newsgroup": ("cite newsgroup", "cite usenet"),
    "podcast": ("cite podcast",),
    "press release": ("cite press release", "cite pr", "cite press", "cite press-release"),
    "report": ("cite report",),
    "serial": ("cite serial",),
    "sign": ("cite sign", "cite plaque"),
    "speech": ("cite speech", "cite lecture"),
    "ssrn": ("cite ssrn",),
    "tech report": ("cite tech report", "cite techreport", "cite technical report"),
    "thesis": ("cite thesis", "cite dissertation", "cite phd thesis"),
    "video game": ("cite video game", "cite game", "cite vg"),
    "web": ("cite web", "citeweb", "cite website", "cite webpage", "cite-web", "web cite", "vcite web", "cite url"),
}

_OTHER_KINDS: Final = (
    (_TWEET, {"tweet": ("cite tweet",)}),
    (_GERMAN_WEB, {"web": ("internetquelle",)}),
    (_GERMAN_LITERATURE, {"book": ("literatur",)}),
    (
        _FRENCH,
        {
            "web": ("lien web",),
            "book": ("ouvrage", "chapitre"),
            "journal": ("article",),
            "news": ("article de presse",),
            "encyclopedia": ("article encyclopédique",),
        },
    ),
    (
        _CITA,
        {
            "web": ("cita web",),
            "book": ("cita libro",),
            "journal": ("cita publicación", "cita publicacion", "cita pubblicazione"),
            "news": ("cita noticia", "cita news"),
            "magazine": ("cita revista",),
            "encyclopedia": ("cita enciclopedia",),
            "video": ("cita video", "cita vídeo"),
            "conference": ("cita conferencia", "cita conferenza"),
            "thesis": ("cita tesis",),
        },
    ),
)

CITATIONS: Final[Mapping[str, tuple[Style, str]]] = {
    name: (style, kind)
    for style, kinds in ((_ENGLISH, _ENGLISH_KINDS), *_OTHER_KINDS)
    for kind, names in kinds.items()
    for name in names
}
"""Template's name in lower case: its style and its kind."""

SHORT_CITATIONS: Final = frozenset(
    {
        "sfn",
        "sfnp",
        "shortened footnote",
        "harv",
        "harvp",
        "harvnb",
        "harvnbp",
        "harvtxt",
        "harvcol",
        "harvcolnb",
        "harvcoltxt",
        "harvard citation",
        "harvard citation no brackets",
        "harvard citation text",
    }
)
"""Names in lower case of the templates that name a work by its authors and year, at positions 1 to 5."""

WITHOUT_CHAPTERS: Final = frozenset({"web", "news", "journal", "magazine", "press release", "podcast", "tweet"})
"""Kinds of which a part is not cited apart: there the parameters for chapters do not count."""

MULTIPLE_SHORT_CITATIONS: Final = frozenset({"sfnm", "sfnmp", "harvmnb", "harvm"})
"""Those that name several: `1a1=Smith|1y=2001|2a1=Jones|2y=2003`."""

ANCHOR_TEMPLATES: Final = frozenset({"harvid", "sfnref"})
"""Names in lower case of the templates that make an anchor for `|ref=`."""
