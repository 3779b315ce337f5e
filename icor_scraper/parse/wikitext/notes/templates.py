"""Templates that make references and lists of them: {{efn}}, {{sfn}}, {{r}}, {{reflist}} and their kin.

Each becomes the tags that it makes on the wikis where it is at home: see
https://en.wikipedia.org/wiki/Template:Reflist, .../Template:Efn, .../Template:R and .../Template:Sfn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from icor_scraper.parse.wikitext.citations import citation_anchor, encode_anchor
from icor_scraper.parse.wikitext.expand.arguments import Arguments
from icor_scraper.parse.wikitext.functions import TagCall
from icor_scraper.parse.wikitext.words.rule import first_of

_LISTS: Final = dict.fromkeys(
    (
        "reflist",
        "references",
        "refs",
        "reference list",
        "ref list",
        "références",
        "listaref",
        "kaynakça",
        "примечания",
        "примітки",
        "przypisy",
        "referenser",
    ),
    "",
) | {
    "notelist": "lower-alpha",
    "notelist-ua": "upper-alpha",
    "notelist-ur": "upper-roman",
    "notelist-lr": "lower-roman",
    "notelist-lg": "lower-greek",
}
"""Lists by name in lower case, with the group that they print unless `group` says otherwise."""

_NOTES: Final = {
    "efn": "lower-alpha",
    "efn-la": "lower-alpha",
    "efn-ua": "upper-alpha",
    "efn-ur": "upper-roman",
    "efn-lr": "lower-roman",
    "efn-lg": "lower-greek",
    "refn": "",
    "#tag:ref": "",
}
"""Notes by name in lower case, with their group."""

_NAMED: Final = frozenset({"r", "ref name", "named ref"})
_SHORT: Final = frozenset({"sfn", "sfnp", "shortened footnote"})
_IN_TEXT: Final = {
    "harvnb": ("", ""),
    "harvard citation no brackets": ("", ""),
    "harv": ("(", ")"),
    "harvp": ("", ""),
    "harvtxt": ("", ""),
}
_SILENT: Final = frozenset({"rp", "sfnref", "harvid", "refbegin", "refend"})
_MOST_NAMED = 9  # notes that one {{r}} takes: https://en.wikipedia.org/wiki/Template:R
_MOST_NAMES = 4  # of authors in a short citation; the year stands after them


def render_reference(name: str, arguments: Arguments) -> str | TagCall | Iterable[TagCall] | None:
    """The tags or words that a template of this kind makes; None for any other template."""
    kind = name.lower()
    if kind in _LISTS:
        return TagCall("references", arguments.get("refs"), {"group": arguments.get("group") or _LISTS[kind]})
    if kind in _NOTES:
        return _note(arguments, _NOTES[kind])
    if kind in _NAMED:
        group = arguments.get("group") or arguments.get("grp") or ""
        named = [value for value in arguments.positional(_MOST_NAMED) if value]
        return tuple(TagCall("ref", None, {"name": value, "group": group}) for value in named)
    if kind in _SHORT:
        return _short_note(arguments)
    if kind in _IN_TEXT:
        before, after = _IN_TEXT[kind]
        return f"{before}{_short_text(arguments)}{after}"
    return "" if kind in _SILENT else None


def _note(arguments: Arguments, group: str) -> TagCall:
    attributes = {"group": arguments.get("group") or group}
    if name := arguments.get("name"):
        attributes["name"] = name
    return TagCall("ref", arguments.get("1"), attributes)


def _short_note(arguments: Arguments) -> TagCall:
    """`{{sfn|Smith|2001|p=5}}`: one note for all that say the same."""
    text = _short_text(arguments)
    places = [first_of(arguments, *names) for names in (("p", "page"), ("pp", "pages"), ("loc",))]
    key = "".join(("FOOTNOTE", *arguments.positional(_MOST_NAMES + 1), *places))
    end = arguments.get("ps")
    return TagCall("ref", text + ("." if end is None else end), {"name": key})


_PLACES: Final = {
    "p": ", p.\u00a0{}",
    "pp": ", pp.\u00a0{}",
    "page": ", p.\u00a0{}",
    "pages": ", pp.\u00a0{}",
    "loc": ", {}",
}


def _short_text(arguments: Arguments) -> str:
    """`Smith, Jones & Lee 2001, p. 5` as a link to the full citation."""
    words = [value for value in arguments.positional(_MOST_NAMES + 1) if value]
    names, year = words[:-1], words[-1:] if len(words) > 1 else []
    if not names:
        names = words
    if len(names) > _MOST_NAMES - 1:
        shown = f"{names[0]} et al."
    elif len(names) > 1:
        shown = f"{', '.join(names[:-1])} & {names[-1]}"
    else:
        shown = "".join(names)
    places = "".join(form.format(value) for key, form in _PLACES.items() if (value := arguments.get(key)))
    given = arguments.get("ref")
    anchor = encode_anchor(given) if given else citation_anchor([*names[:_MOST_NAMES], *year])
    return f"[[#{anchor}|{' '.join((shown, *year))}]]{places}"
