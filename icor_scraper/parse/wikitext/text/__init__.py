"""Plain text: render.py takes the markup off, with terms.py for definition lists, hidden.py for what styles hide, and
switches.py for words like `__TOC__`, by the names that switch_names.py has.
"""
