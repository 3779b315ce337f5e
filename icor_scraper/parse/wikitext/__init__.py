"""Wikitext -> Article, in MediaWiki's own order of work.

text ──scan──▶ nodes ──expand──▶ Expansion, one text with the way back to the source
     ──tables, headings, links, notes──▶ what stands in it ──answers, text──▶ records, made when they are asked for

scan/          the source, cleaned; the comments, extension tags and calls in it
expand/        what takes their place
functions/       parser functions and variables
words/           what templates show
expansion.py   the expanded text, its tables and its links
origins.py     where each stretch of it comes from
tables/        tables, read by line and put together as a browser does
headings/      headings, their numbers, anchors and words
links/         links and addresses
notes/         references, as Cite numbers and lists them
text/          the words that a reader sees
citations/     citation templates, typed
answers/       each kind of record, made of all these
document.py    one parsed page: what its records share
names/         titles, namespaces, subpages
marks.py, pieces.py      what extension tags leave in the text; where each part of the text comes from
tags.py, sanitizer.py    which tags and attributes there are
quotes.py, placed.py     apostrophes; what stands where
capped.py                no more warnings of a kind than tell enough
"""
