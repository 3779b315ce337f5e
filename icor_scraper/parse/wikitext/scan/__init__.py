"""The source, and what is found in it before anything else.

source.py cleans the text as MediaWiki does when it saves. scanner.py finds comments, extension tags and calls in one
pass, as nodes.py has them: delimiters.py has the signs that it stops at, opened.py the brackets that are open,
opaque.py what hides all that stands in it, and leaves.py the calls with nothing nested. calls.py divides a call at its
bars, and heading_lines.py knows the lines that no bracket closes on.
"""
