"""The version of this package, which is that of its parser too: told to wikis, and kept in status.json."""

__version__ = "0.1.0"
