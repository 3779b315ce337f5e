"""Turns MediaWiki articles into typed, checked data.

    title --fetch--> Revision --parse--> Article --records--> Dataset --check--> publish / export

Importing this package loads no network, HTML or retry library: each function brings what it needs
when it is first used.
"""

__version__ = "0.1.0"
