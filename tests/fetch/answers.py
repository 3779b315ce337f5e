"""Answers of a wiki, made by hand, and what fetch must make of them."""

from __future__ import annotations

import hashlib
import json

TEXT = "The ''same'' text – ü, 漢, 𝔘."


def query_body(text: str = TEXT, **changes: object) -> bytes:
    """The body of action=query for one revision of one page, with other fields of the revision if wanted."""
    data = text.encode()
    sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    revision: dict[str, object] = {
        "revid": 7,
        "parentid": 0,
        "user": "Alice",
        "timestamp": "2020-01-01T00:00:00Z",
        "size": len(data),
        "sha1": sha1,
        "slots": {"main": {"size": len(data), "sha1": sha1, "contentmodel": "wikitext", "content": text}},
        "comment": "",
        "tags": [],
    }
    page = {"pageid": 3, "ns": 0, "title": "Page", "revisions": [revision | changes]}
    general = {
        "base": "http://wiki/wiki/Main_Page",
        "sitename": "Test",
        "lang": "en",
        "server": "http://wiki",
        "script": "/w/index.php",
    }
    query = {"pages": [page], "general": general, "rightsinfo": {"url": "", "text": ""}}
    return json.dumps({"batchcomplete": True, "query": query}, ensure_ascii=False).encode()


def rest_body(revision_id: int = 7, content: str = "<p>text</p>") -> bytes:
    """Parsoid's HTML of a revision."""
    about = f"http://wiki/wiki/Special:Redirect/revision/{revision_id}"
    return f'<!DOCTYPE html>\n<html about="{about}"><body>{content}</body></html>'.encode()


def parse_body(revision_id: int = 7, text: str = "<p>text</p>") -> bytes:
    """The body of action=parse."""
    return json.dumps({"parse": {"title": "Page", "pageid": 3, "revid": revision_id, "text": text}}).encode()
