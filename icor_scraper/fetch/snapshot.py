"""The snapshot of the ICOR article that this package carries, so that the main job runs without network."""

from __future__ import annotations

import hashlib
import importlib.resources

import msgspec

from icor_scraper.errors import FetchError
from icor_scraper.models import Licence, Origin, Revision, Site

FOLDER = "data/snapshot"


class _About(msgspec.Struct, frozen=True):
    """snapshot.json: what the snapshot's README says, for machines."""

    title: str
    site: str
    language: str
    sha1: str
    licence: str
    licence_url: str
    attribution: str
    notes: tuple[str, ...]


def read_snapshot() -> Revision:
    """The packaged snapshot; it has no revision id, no permanent link and no rendering.

    Raises FetchError where the package's files are missing or altered.
    """
    folder = importlib.resources.files("icor_scraper") / FOLDER
    try:
        about = msgspec.json.decode((folder / "snapshot.json").read_bytes(), type=_About)
        data = (folder / "article.wikitext").read_bytes()
    except (OSError, msgspec.MsgspecError) as exc:
        raise FetchError("the packaged snapshot cannot be read: install icor-scraper again") from exc
    sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    if sha1 != about.sha1:
        raise FetchError(
            f"expected the packaged snapshot with SHA-1 {about.sha1}, found {sha1}: install icor-scraper again"
        )
    return Revision(
        wikitext=data.decode("utf-8"),
        html=None,
        requested_title=about.title,
        title=about.title,
        normalized_from=None,
        redirects=(),
        page_id=None,
        namespace=0,
        revision_id=None,
        parent_id=None,
        timestamp=None,
        size=len(data),
        sha1=sha1,
        user=None,
        comment=None,
        tags=(),
        content_model="wikitext",
        permanent_link=None,
        site=Site(name=about.site, api_url=None, base_url=None, language=about.language),
        licence=Licence(name=about.licence, url=about.licence_url),
        origin=Origin.SNAPSHOT,
        attribution=about.attribution,
        notes=about.notes,
    )
