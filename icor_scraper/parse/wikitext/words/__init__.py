"""The words a template call shows a reader.

Templates stand on the wiki, not in the page, so what they show is told here for those that articles use
most: rules as data, one table a theme. A rule gives wikitext, which takes the place of the call and is
read on: links in it count, `class="..." | Yes` makes a cell's attributes. A template without a rule is
unknown (None), and a wrong rule is worse than none.

What the rules leave out on purpose, all of it "" and no warning:

* flags without a name, pictures, colours, sort keys;
* raised marks of maintenance such as [citation needed], which are no part of a value, as footnote marks
  are not;
* notes above a section ("Main article: ..."), banners, navigation;
* what needs a clock, as "(age 45)", and the converted value of {{convert}}.

Citation templates show their citation (cited.py); templates of references ({{reflist}}, {{efn}}, {{sfn}})
are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from icor_scraper.parse.wikitext.words.cells import CELL_RULES
from icor_scraper.parse.wikitext.words.cited import render_citation
from icor_scraper.parse.wikitext.words.dates import DATE_RULES
from icor_scraper.parse.wikitext.words.flags import FLAG_RULES, country_of_code
from icor_scraper.parse.wikitext.words.invisible import INVISIBLE, INVISIBLE_PATTERN
from icor_scraper.parse.wikitext.words.languages import LANGUAGE_RULES, icon_of, lang_of
from icor_scraper.parse.wikitext.words.links import LINK_RULES, SHIP_PREFIXES, ship
from icor_scraper.parse.wikitext.words.numbers import NUMBER_RULES
from icor_scraper.parse.wikitext.words.other_wikis import OTHER_WIKIS
from icor_scraper.parse.wikitext.words.rule import Arguments, Rule, nothing
from icor_scraper.parse.wikitext.words.typography import TYPOGRAPHY_RULES

ENGLISH_RULES: Final[Mapping[str, Rule]] = {
    **dict.fromkeys(INVISIBLE, nothing),
    **TYPOGRAPHY_RULES,
    **CELL_RULES,
    **DATE_RULES,
    **FLAG_RULES,
    **LANGUAGE_RULES,
    **LINK_RULES,
    **NUMBER_RULES,
    **{prefix: ship(prefix) for prefix in SHIP_PREFIXES},
}
"""Name in lower case, or as it stands where the case of its letters counts: the rule."""

_LANGUAGE_LABEL = re.compile(r"Lang-([a-z]{2,3}(?:-[A-Za-z]+)*)")
_LANGUAGE_ICON = re.compile(r"([A-Za-z]{2,3}) icon")


def render_words(name: str, args: Arguments) -> str | None:
    """What `{{name|...}}` shows on the English Wikipedia, as wikitext; None where that is not known.

    `name` is the template's title in normal form without its namespace: "Flag", "Birth date and age".
    """
    rule = ENGLISH_RULES.get(name) or ENGLISH_RULES.get(name.lower())
    if rule:
        return rule(args)
    cited = render_citation(name, args)
    return _family(name, args) if cited is None else cited


def _family(name: str, args: Arguments) -> str | None:
    """What a template shows whose name tells its rule, as `Lang-de`, `De icon` or `USA`."""
    if label := _LANGUAGE_LABEL.fullmatch(name):
        return lang_of(label[1])(args)
    if icon := _LANGUAGE_ICON.fullmatch(name):
        return icon_of(icon[1])
    if INVISIBLE_PATTERN.match(name.lower()):
        return ""
    return country_of_code(name, args)


@cache
def words_of(language: str) -> Callable[[str, Arguments], str | None]:
    """The same for the Wikipedia of a language: its own rules, and no English words.

    A language without rules of its own has the English ones, as many wikis took templates over.
    """
    rules = OTHER_WIKIS.get(language)
    if rules is None:
        return render_words

    def render(name: str, args: Arguments) -> str | None:
        rule = rules.get(name.lower()) or SHARED_RULES.get(name.lower())
        return rule(args) if rule else None

    return render


_SHARED_NAMES: Final = (
    "nowrap nobr small smaller big center nbsp spaces br dash snd ndash mdash hlist ubl plainlist flatlist "
    "endplainlist endflatlist abbr sup sub frac sfrac transl webarchive url flagicon clear coord isbn doi issn oclc "
    "sortname color legend mvar math chem"
).split()

SHARED_RULES: Final[Mapping[str, Rule]] = {name: ENGLISH_RULES[name] for name in _SHARED_NAMES}
"""Rules that hold on other Wikipedias too."""

__all__ = ["ENGLISH_RULES", "Arguments", "Rule", "render_words", "words_of"]
