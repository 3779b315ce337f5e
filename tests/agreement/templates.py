"""A renderer of templates that echoes their arguments, as the oracle's wiki does when asked for `args`."""

from __future__ import annotations

from icor_scraper.parse.wikitext.expand.arguments import Arguments
from icor_scraper.parse.wikitext.expand.renderers import Rendered
from icor_scraper.parse.wikitext.functions import TagCall

_LISTS = {"reflist": "", "references": "", "refs": "", "notelist": "lower-alpha"}


def echo_arguments(name: str, arguments: Arguments) -> Rendered:
    """The values of a template's arguments, joined by a space: those without a name, then those with one.

    Of an argument given twice the last counts. Lists of references and {{efn}} make what they make on Wikipedia.
    """
    kind = name.lower()
    if kind in _LISTS:
        group = arguments.get("group")
        return TagCall("references", arguments.get("refs") or "", {"group": _LISTS[kind] if group is None else group})
    if kind == "efn":
        group = arguments.get("group")
        attributes = {"group": "lower-alpha" if group is None else group}
        if note_name := arguments.get("name"):
            attributes["name"] = note_name
        return TagCall("ref", arguments.get("1") or "", attributes)
    numbered: dict[str, int] = {}
    named: dict[str, int] = {}
    position = 0
    for index in range(len(arguments)):
        given = arguments.name(index)
        if given is None:
            position += 1
            numbered[str(position)] = index
            named.pop(str(position), None)
        else:
            named[given] = index
            numbered.pop(given, None)
    return " ".join([arguments.value(index) for index in (*numbered.values(), *named.values())])
