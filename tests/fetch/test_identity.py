"""The operator's contact and the User-Agent (docs/faults.md: H17)."""

from __future__ import annotations

import re

import pytest

from icor_scraper.errors import ContactError
from icor_scraper.fetch import Client
from icor_scraper.fetch.identity import given_contact, is_loopback, user_agent

GOOD = [
    "ops@icor-watch.net",
    "first.last+wiki@mail.uni-kassel.de",
    "https://uni-kassel.de/~me/bot",
    "https://meta.wikimedia.org/wiki/User:Someone",
    "User:Someone",
    "w:en:User:Someone",
    "https://uni-kassel.de/bot; ops@uni-kassel.de",
    "Ops Team ops@uni-kassel.de",
    "reply@tests.net",
]


@pytest.mark.parametrize("contact", GOOD)
def test_a_contact_is_named_in_the_user_agent(contact: str) -> None:
    assert given_contact(contact) == contact
    agent = user_agent(contact, "en.wikipedia.org")
    assert re.fullmatch(rf"icor_scraper/[\w.]+ \({re.escape(contact)}\) python-requests/[\d.]+", agent)


@pytest.mark.parametrize(
    "contact",
    [
        "you@example.com",
        "me@example.org",
        "me@mail.example.net",
        "me@wiki.example",
        "me@host.invalid",
        "me@host.local",
        "no-reply@company.com",
        "noreply@company.com",
        "no_reply@company.com",
        "do-not-reply@company.com",
        "donotreply@company.com",
        "you@company.com",
        "your.name@company.com",
        "your-email@company.com",
        "YOU@COMPANY.COM",
        "https://example.com/bot",
        "https://www.example.org",
        "http://localhost/bot",
        "https://github.com/someone/icor_scraper",
        "https://pypi.org/project/icor-scraper/",
        "https://github.com/someone/icor-scraper.git",
        "ops@icor-watch.net (https://example.com)",
        "https://example.com; ops@icor-watch.net",
        "Mozilla/5.0",
        "me",
        "me@host",
        "@",
        "https://",
        "<your contact>",
        "ops@icor-watch.net\r\nX-Evil: 1",
        "ops@icor-watch.net) evil/1 (",
        "öps@icor-watch.net",
        "a" * 300 + "@icor-watch.net",
    ],
)
def test_placeholders_and_nonsense_are_refused(contact: str) -> None:
    with pytest.raises(ContactError) as caught:
        Client(contact=contact)
    assert str(caught.value).isprintable()


def test_the_environment_gives_the_contact_unless_an_argument_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICOR_SCRAPER_CONTACT", " ops@icor-watch.net ")
    assert given_contact(None) == "ops@icor-watch.net"
    assert given_contact("https://uni-kassel.de/bot") == "https://uni-kassel.de/bot"
    monkeypatch.setenv("ICOR_SCRAPER_CONTACT", "you@example.com")
    with pytest.raises(ContactError):
        given_contact(None)


@pytest.mark.parametrize("contact", [None, "", "  "])
def test_only_this_machine_needs_no_contact(contact: str | None) -> None:
    assert given_contact(contact) is None
    assert re.fullmatch(r"icor_scraper/[\w.]+ python-requests/[\d.]+", user_agent(None, "127.0.0.1"))
    with pytest.raises(ContactError, match=r"--contact, contact= or ICOR_SCRAPER_CONTACT"):
        user_agent(None, "en.wikipedia.org")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "wiki.localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "127.1", "0x7f.1", "2130706433", "10.0.0.1", "192.0.2.1", "localhost.evil.net", "notlocalhost"]
)
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)
