"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

expander.py      goes through a page's nodes, and calls what is called
arguments.py     a call's arguments, expanded as they are asked for
renderers.py     what tells what templates show
equals.py        the equals signs of headings around calls
budget.py        how large it all may grow
extensions.py    the rules for extension tags, with called_tags.py, gallery.py and unclosed.py
base.py          what the rules for tags and those for calls share
redirects.py     the redirect that a page begins with
"""
