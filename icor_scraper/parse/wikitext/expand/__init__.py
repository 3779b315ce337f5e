"""Expansion: the text with comments gone, extension tags marked and calls replaced by what they show.

expander.py goes through a page's nodes, with renderers.py for what tells what templates show, equals.py for the
headings around calls, and budget.py for how large it all may grow. extensions.py has the rules for extension tags, with
gallery.py and unclosed.py; base.py is what both share. arguments.py gives a call's arguments as they are asked for, and
redirects.py takes a redirect off the page.
"""
