"""What pages are called.

titles.py        a title, read as MediaWiki reads it
subpages.py      a page named from another one
namespaces.py    the names of namespaces, prefixes and link trails
local_names.py   those of other languages, in rows as rows.py reads them
"""
