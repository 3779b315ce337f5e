"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

expander.py      goes through a page's nodes
extensions.py    the rules for extension tags, with called_tags.py, gallery.py and unclosed.py
calls.py         the rules for calls, with arguments.py for their arguments, renderers.py for what templates show, and
                 budget.py for how large it all may grow
equals.py        the equals signs of headings around calls
gathered.py      what these rules have gathered
redirects.py     the redirect that a page begins with
"""
