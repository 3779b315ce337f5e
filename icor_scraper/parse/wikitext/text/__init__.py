"""Plain text: render.py takes the markup off, with held.py for what is none where it stands, terms.py for definition
lists, preformatted.py for `<pre>`, hidden.py for what styles hide, and switches.py for words like `__TOC__`, by the
names that switch_names.py has.
"""
