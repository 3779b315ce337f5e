"""The source, and what is found in it before anything else.

source.py cleans the text as MediaWiki does when it saves. scanner.py finds comments, extension tags and calls in one
pass, with opened.py for the brackets that are open, as nodes.py has them. calls.py divides a call at its bars, and
heading_lines.py knows the lines that no bracket closes on.
"""
