"""Who asks: the operator's contact, and the User-Agent header made of it.

https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy asks for
`client/version (contact) library/version`, the contact being that of who runs the client.
"""

from __future__ import annotations

import importlib.metadata
import ipaddress
import os
import re
from urllib.parse import urlsplit

from icor_scraper.errors import ContactError
from icor_scraper.fetch.display import excerpt
from icor_scraper.version import __version__

CONTACT_VARIABLE = "ICOR_SCRAPER_CONTACT"
MAX_CONTACT_CHARS = 200
"""Enough for an address and a page; servers cut or refuse long headers."""

_HOW = f"give your own e-mail address or web page with --contact, contact= or {CONTACT_VARIABLE}"
_HEADER_SAFE = re.compile(r"[\x20-\x7e]+")
_EMAIL = re.compile(r"\b(?P<local>[\w.+%-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)", re.ASCII)
_WEB = re.compile(r"\bhttps?://[^\s;,<>]*", re.ASCII)
_WIKI_USER = re.compile(r"(?:^|[\s:])User:\S", re.ASCII)
_RESERVED_DOMAIN = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|invalid|test|localhost|local)$")
"""Domains that nobody can be reached at: RFC 2606 and RFC 6762."""
_PLACEHOLDER_LOCAL = re.compile(
    r"(?:do[._-]?not|no)[._-]?reply|(?:you|your)(?:[._-]?(?:name|e?-?mail|address|contact))?|user(?:name)?|example"
)
_PROJECT = re.compile(r"(?:^|/)icor[-_.]?scraper(?:[/.]|$)", re.IGNORECASE)


def given_contact(contact: str | None) -> str | None:
    """The contact of the argument or else of the environment, checked; None where neither gives one.

    Raises ContactError for a placeholder and for what can be no contact.
    """
    found = contact if contact is not None else os.environ.get(CONTACT_VARIABLE)
    if found is None or not found.strip():
        return None
    return _checked(found.strip())


def _checked(contact: str) -> str:
    shown = excerpt(contact)
    if len(contact) > MAX_CONTACT_CHARS or not _HEADER_SAFE.fullmatch(contact) or set("()") & set(contact):
        raise ContactError(
            f'expected a contact of at most {MAX_CONTACT_CHARS} ASCII characters without brackets, found "{shown}"'
        )
    mails, pages = list(_EMAIL.finditer(contact)), _WEB.findall(contact)
    if not mails and not pages and not _WIKI_USER.search(contact):
        raise ContactError(f'expected an e-mail address or a web page as contact, found "{shown}": {_HOW}')
    if any(map(_is_placeholder_mail, mails)) or any(map(_is_placeholder_page, pages)):
        raise ContactError(f'expected a contact at which you can be reached, found "{shown}": {_HOW}')
    return contact


def _is_placeholder_mail(mail: re.Match[str]) -> bool:
    local, domain = mail["local"].lower(), mail["domain"].lower()
    return bool(_PLACEHOLDER_LOCAL.fullmatch(local) or _RESERVED_DOMAIN.search(domain))


def _is_placeholder_page(url: str) -> bool:
    """Whether `url` is on a reserved domain, or this project's own page instead of the operator's."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return True
    return "." not in host or bool(_RESERVED_DOMAIN.search(host) or _PROJECT.search(parts.path))


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine: RFC 6761 (localhost), RFC 1122 (127/8), RFC 4291 (::1)."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def user_agent(contact: str | None, host: str) -> str:
    """The User-Agent header for a request to `host`.

    Raises ContactError where `host` is not this machine and there is no contact.
    """
    if contact is None and not is_loopback(host):
        raise ContactError(f"expected the contact of who runs this, found none (host {excerpt(host)}): {_HOW}")
    who = f" ({contact})" if contact else ""
    return f"icor_scraper/{__version__}{who} python-requests/{importlib.metadata.version('requests')}"
