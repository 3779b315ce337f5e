"""Templates that show no words where they stand, or none that belong to the text.

Marks of maintenance, which stand raised beside a word as footnotes do; boxes and banners of maintenance;
page set-up; navigation; notes above a section ("Main article: ..."); pictures that stand for "up" or "down".
"""

from __future__ import annotations

import re
from typing import Final

from icor_scraper.parse.wikitext.words.rule import split

_MARKS = """
citation needed|cn|fact|ref needed|need citation|citation required|source needed|unreferenced inline|dead link|
deadlink|dl|broken link|link rot inline|permanent dead link|cbignore|clarify|clarification needed|
clarify inline|who|whom?|by whom|by whom?|when|when?|where|where?|which|which?|why|why?|how|how?|what|what?|
vague|specify|explain|elucidate|example needed|according to whom|attribution needed|page needed|pn|
page number needed|volume needed|full citation needed|full|isbn missing|author missing|verify source|
verification needed|vn|verify|failed verification|fv|not in source|verify credibility|better source|
better source needed|self-published inline|self-published source|sps|primary source inline|
primary source-inline|third-party inline|third-party source needed|nonspecific|non-primary source needed|
dubious|discuss|dubious - discuss|disputed inline|contradict-inline|contradict inline|pov statement|
pov-statement|neutrality inline|lopsided|undue weight inline|undue inline|or|original research inline|
original research?|synthesis inline|syn|weasel inline|weasel-inline|peacock inline|jargon inline|update inline|
update after|update-inline|outdated inline|needs update inline|obsolete source|tone inline|awkward|
copy edit inline|ambiguous|definition needed|technical inline|quantify|disambiguation needed|dn|
incomplete short citation|sfn whitelist|rs?|medical citation needed|mcn|medrs|irrelevant citation|
unreliable source|unreliable source?|unreliable medical source|unreliable fringe source?|request quotation|
quote needed|expand acronym|inconsistent|inconsistent inline|chronology citation needed|globalize inline|
importance inline|relevance inline|relevance-inline|speculation inline|editorializing|ref|note|ref label|
note label|note tag|ref supports2|overcite|excessive citations inline|,
"""

_SETUP = """
short description|use dmy dates|use mdy dates|use ymd dates|use british english|use american english|
use australian english|use canadian english|use indian english|use oxford spelling|use irish english|
use new zealand english|use south african english|use hong kong english|use list-defined references|
use shortened footnotes|engvarb|engvaro|inconsistent citations|good article|featured article|featured list|pp|
pp-protected|pp-move-indef|pp-move|pp-semi|pp-semi-indef|pp-pc|pp-pc1|pp-vandalism|pp-blp|pp-extended|
pp-semi-protected|pp-move-vandalism|displaytitle|italic title|italictitle|lowercase title|lowercase|bots|nobots|
coord missing|anchor|anchors|clear|clear left|clear right|clr|clearleft|clearright|-|stack begin|stack end|
float begin|float end|toc|toc right|toc left|toc limit|toclimit|tocright|tocleft|compact toc|compacttoc|
horizontal toc|toc hidden|nowrap begin|nowrap end|nobr begin|nobr end|wbr|shy|zwj|zwnj|zwsp|zwnbsp|allow wrap|
word joiner|wj|ref begin|ref end|div col|div col end|div col begin|divcol|colbegin|colend|col div|end div col|
multicol|multicol-break|multicol-end|col-begin|col-2|col-3|col-4|col-5|col-break|col-end|col begin|col end|
col-1-of-2|col-2-of-2|col-1-of-3|col-2-of-3|col-3-of-3|endplainlist|plainlist end|end plainlist|endflatlist|
flatlist end|end flatlist|endflowlist|hidden end|center end|collapse bottom|collapse end|cob|cot end|end box|
block indent end|align end|hs|hid|hidden sort|hidden sort key|sort key|sortkey|ntsh|number table sorting hidden|
dtsh|date table sorting hidden|r end|default sort|defaultsort|defaultsortkey|improve categories|uncategorized|
cat main|sticky header|sticky table start|sticky table end|static row numbers|table alignment|mw-datatable|
row hover highlight|import style|screen reader-only end
"""

_BANNERS = """
about|for|for2|for-multi|other uses|other uses of|otheruses|otheruses4|other people|other places|other ships|
distinguish|distinguish2|not to be confused with|confused|confuse|redirect|redirect2|redirect-distinguish|
redirect-multi|redirect-several|redirect-synonym|two other uses|hatnote|self reference|selfref|
technical reasons|correct title|similar names|family name hatnote|chinese name|korean name|spanish name|
portuguese name|hatnote group|main|main article|main articles|mainarticle|see also|seealso|see|see main|further|
further information|details|more citations needed|more footnotes|more footnotes needed|no footnotes|refimprove|
refimprove section|more citations needed section|unreferenced|unreferenced section|unsourced|original research|
or section|multiple issues|cleanup|cleanup rewrite|cleanup section|copy edit|expand section|expand language|
expand german|expand french|expand spanish|missing information|lead too short|lead too long|lead rewrite|pov|
npov|neutrality|disputed|disputed section|globalize|update|out of date|outdated|tone|peacock|weasel|advert|coi|
autobiography|notability|orphan|dead end|stub|section stub|very long|too many photos|one source|primary sources|
third-party|blp sources|blp unsourced|essay-like|fanpov|in-universe|plot|trivia|in popular culture|prose|
list to table|split|split section|merge|merge to|merge from|current|recent death|current event|
under construction|in use|undue weight|unbalanced|overly detailed|cleanup bare urls|bare urls|linkrot|
cleanup lang|technical|overlinked|underlinked|confusing|incomplete|incomplete list|dynamic list|
inline citations|citation style|external links|examples farm
"""

_NAVIGATION = """
authority control|portal|portal bar|portal-inline|portal inline|subject bar|commons|commons category|commonscat|
commons category-inline|commonscat-inline|commons-inline|commons category multi|wikimedia commons|wiktionary|
wiktionary-inline|wikiquote|wikiquote-inline|wikisource|wikisource author|wikisource-inline|wikibooks|wikinews|
wikinews category|wikinews-inline|wikiversity|wikivoyage|wikivoyage-inline|wikispecies|wikispecies-inline|
wikidata-inline|sister project links|sisterlinks|sister project|sister bar|sister-inline|spoken wikipedia|
osmrelation-inline|wikiatlas|wikipedia books|books-inline|library resources box|taxonbar|navboxes|navboxes top|
navboxes bottom|no more links|link fa|link ga|disambiguation|disambig|dab|hndis|geodis|surname|given name|
set index article|good article tools|dmoz|curlie
"""

_PICTURES = """
increase|decrease|steady|increasepositive|increasenegative|decreasepositive|decreasenegative|increase2|
decrease2|increaseneutral|decreaseneutral|same position|no change|nochange|profit|loss|ya|yes check|tick|yesy|
check|check mark|check mark-n|cross|x mark|xmark|x mark-n|augmentation|diminution|stagnation|gold medal|
silver medal|bronze medal|gold1|silver2|bronze3
"""

INVISIBLE: Final = frozenset(
    name
    for names in (_MARKS, _SETUP, _BANNERS, _NAVIGATION, _PICTURES)
    for name in split(names.replace("\n", " "))
    if name
)
"""Names in lower case."""

INVISIBLE_PATTERN: Final = re.compile(
    r"(?:pp-|use [a-z ]+ english$|party shading/|expand [a-z]+$|r from |r to )|.*[- ]stub$|.* sidebar$"
)
"""Families of such names, in lower case."""
