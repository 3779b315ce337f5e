"""Links: finder.py finds those in brackets, bare_urls.py addresses in running text, both as nodes.py has them.

targets.py tells what may stand in brackets and what it names, urls.py what an address is, images.py what the options of
an image are, image_words.py how other languages call them; ends.py knows of links that reach over cells.
"""
