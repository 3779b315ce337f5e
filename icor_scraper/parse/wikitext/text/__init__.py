"""Plain text: render.py takes the markup off, step by step.

link_words.py    links as their words
held.py          what is no markup where it stands, held back until the end
terms.py         definition lists
preformatted.py  `<pre>` and lists
hidden.py        what styles hide, with paragraphs.py for where it ends
switches.py      words like `__TOC__`, by the names that switch_names.py has
variants.py      words for the variants of a language
"""
