"""Templates of the German, French, Spanish and Italian Wikipedias, by their names there.

Names of flags and countries follow no rule that is the same on all of them, so flags alone show nothing
and templates that name a country are left to the wiki.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icor_scraper.parse.wikitext.words.rule import (
    Arguments,
    Rule,
    argument,
    first_of,
    fixed,
    framed,
    joined,
    link,
    named,
    nothing,
    numbered,
)


def quantity(args: Arguments) -> str | None:
    """`{{unité|3797|m}}`, `{{M|3797|ul=m}}`: number and unit as given, a no-break space between."""
    values = [value for value in (*numbered(args), first_of(args, "u", "ul", "um")) if value]
    return "&nbsp;".join(values) if 1 <= len(values) <= 2 else None


def french_link(args: Arguments) -> str | None:
    """`{{lien|langue=en|trad=Title|fr=Titre|texte=mots}}`."""
    title = first_of(args, "fr", "1")
    return link(title, first_of(args, "texte")) if title else None


def spanish_date(args: Arguments) -> str | None:
    """`{{fecha|12|11|1918}}`: "12 de noviembre de 1918"."""
    day, month, year = (first_of(args, str(number)) for number in (1, 2, 3))
    if not (day.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and year.isdigit()):
        return None
    return f"{int(day)} de {_SPANISH_MONTHS[int(month) - 1]} de {year}"


_SPANISH_MONTHS: Final = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
)

_GERMAN: Final[dict[str, Rule]] = {
    **named("lang", argument("2")),
    **named("nowrap|nobr|center|small|klein", argument("1")),
    **named("sortkey|sort", argument("2")),
    **named("0", nothing),
    **named(
        "hauptartikel|siehe auch|dieser artikel|begriffsklärungshinweis|weiterleitungshinweis|begriffsklärung", nothing
    ),
    **named(
        "normdaten|commons|commonscat|wiktionary|wikisource|wikiquote|wikinews|navigationsleiste|exzellent", nothing
    ),
    **named("lesenswert|informativ|belege fehlen|belege|überarbeiten|lückenhaft|veraltet|toter link|absatz", nothing),
    **named("dokumentation|all coordinates|bilderwunsch|gesprochener artikel|sprachhinweis|rechtshinweis", nothing),
    **named('"', framed("„", "“")),
    **named("zitat", argument("Text", "text", "1")),
    **named("ers", argument("1")),
    **named("ens", framed("englisch ''", "''")),
    **named("frs", framed("französisch ''", "''")),
    **named("ess", framed("spanisch ''", "''")),
    **named("its", framed("italienisch ''", "''")),
    **named("las", framed("lateinisch ''", "''")),
}

_FRENCH: Final[dict[str, Rule]] = {
    **named("langue|lang|lang-texte", argument("2", "texte")),
    **named(
        "nobr|nowrap|petit|gras|italique|souligner|exp|ind|abréviation discrète|abréviation|abrd|abbr", argument("1")
    ),
    **named("unité|unité/2|nombre|nb", quantity),
    **named("formatnum|nombre brut", argument("1")),
    **named("ier", fixed("I<sup>er</sup>")),
    **named("ire", fixed("I<sup>re</sup>")),
    **named("1er|er", fixed("1<sup>er</sup>")),
    **named("1re|re", fixed("1<sup>re</sup>")),
    **named(
        "s-|siècle", lambda args: f"{first_of(args, '1')}<sup>e</sup>&nbsp;siècle" if len(numbered(args)) == 1 else None
    ),
    **named("date|date-", joined(" ")),
    **named("lien", french_link),
    **named("citation", framed("«&nbsp;", "&nbsp;»")),
    **named("p.", framed("p.&nbsp;")),
    **named("n°|numéro", framed("n<sup>o</sup>&nbsp;", default="n<sup>o</sup>")),
    **named("vol.", framed("vol.&nbsp;")),
    **{code: fixed(f"({code})") for code in ("de", "en", "es", "it", "la", "nl", "pt", "ru")},
    **named("drapeau|clr|référence nécessaire|refnec|référence souhaitée|quand|qui|précision nécessaire", nothing),
    **named("article détaillé|voir aussi|loupe|voir homonymes|homonymie|ébauche|portail|autorité|liens", nothing),
    **named("autres projets|palette|commons|commonscat|bases|à sourcer|sources à lier|article de qualité", nothing),
    **named("bon article|colonnes|début de colonnes|fin de colonnes|message galerie", nothing),
    **named(",|;", fixed("<sup>,</sup>")),
}

_SPANISH: Final[dict[str, Rule]] = {
    **named("lang", argument("2")),
    **named("nowrap|esd|small|versalita|sin negrita", argument("1")),
    **named("unidad", quantity),
    **named("fecha", spanish_date),
    **named("bandera|bandera icono|cita requerida|enlace roto|¿cuándo?|¿quién?|añadir referencias|aclarar", nothing),
    **named("ap|artículo principal|vt|véase|véase también|otros usos|redirige aquí|distinguir", nothing),
    **named("control de autoridades|portal|commons|commonscat|commonscat-inline|wikcionario|wikisource", nothing),
    **named("wikiquote|referencias adicionales|artículo bueno|artículo destacado", nothing),
    **named("desambiguación|ordenar|destacado|bueno", nothing),
    **named("cita", argument("1")),
}

_ITALIAN: Final[dict[str, Rule]] = {
    **named("lang", argument("2")),
    **named("nowrap|nobr|maiuscoletto|small", argument("1")),
    **named("m", quantity),
    **named("bandiera", lambda args: "" if len(numbered(args)) == 1 else None),
    **named("vedi anche|nota disambigua|disambigua|torna a|f|s|p|c|w|o", nothing),
    **named(
        "interprogetto|portale|controllo di autorità|collegamenti esterni|voce in vetrina|voce di qualità", nothing
    ),
    **named("senza fonte|citazione necessaria|cn|chiarire|quando", argument("1")),
    **named("citazione|quote", argument("1")),
}

OTHER_WIKIS: Final[Mapping[str, Mapping[str, Rule]]] = {
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
}
"""Language code: rules by name in lower case. English names that redirect to one on such a wiki stand here too."""
