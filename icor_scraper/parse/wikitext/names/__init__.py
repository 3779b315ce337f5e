"""What pages are called: titles.py reads a title as MediaWiki does, namespaces.py knows each language's names of
namespaces, prefixes and link trails, and subpages.py names a page from another one.
"""
