"""A source that holds what a test puts into it, and counts what it is asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icor_scraper.errors import PageError, PageProblem
from icor_scraper.fetch import read_revision
from icor_scraper.members import MEMBERS, Member
from icor_scraper.models import Origin, Revision
from icor_scraper.refresh.chain import Chain, Options
from icor_scraper.refresh.outcome import Run
from icor_scraper.refresh.source import Identity
from icor_scraper.spec import DatasetSpec

NOW = datetime(2026, 3, 1, 3, 17, tzinfo=UTC)
ARTICLE = read_revision("snapshot").wikitext
LINK = "https://en.wikipedia.org/w/index.php?title=ICOR&oldid="

EDITED = ARTICLE.replace("Parti Communiste du Togo, PCT", "Parti Communiste de Togo, PCT").replace(
    "Organisation Révolutionnaire du Congo, ORC || Revolutionary Organization of Congo || 2010",
    "Organisation Révolutionnaire du Congo, ORC || Revolutionary Organization of Congo || 2011",
)
"""One party renamed, one year changed."""
CUT = ARTICLE.partition("| rowspan=\"22\" | '''Europe'''")[0].rstrip().removesuffix("|-") + "|}\n== References ==\n"
"""The table broken off before Europe."""
UNREADABLE = ARTICLE.replace(
    "Revolutionary Organization of Congo || 2010", "Revolutionary Organization of Congo || soon"
)
"""A year that is none."""


def make_revision(number: int, text: str = ARTICLE, **other: object) -> Revision:
    """Revision `number` of the article, saved that many hours before or after 2026 began."""
    data = text.encode()
    facts: dict[str, object] = {
        "wikitext": text,
        "revision_id": number,
        "page_id": 7,
        "permanent_link": f"{LINK}{number}",
        "timestamp": datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number),
        "size": len(data),
        "sha1": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        "origin": Origin.API,
        "notes": (),
    }
    return replace(read_revision("snapshot"), **(facts | other))  # type: ignore[arg-type]  # names of its fields


@dataclass
class History:
    """A page's revisions, the newest last."""

    revisions: list[Revision]
    asked: list[str] = field(default_factory=list)

    def identify(self) -> Identity:
        self.asked.append("identify")
        newest = self.revisions[-1]
        return Identity(title=newest.title, page_id=newest.page_id, revision_id=newest.revision_id, sha1=None)

    def read(self) -> Revision:
        self.asked.append("read")
        return self.revisions[-1]

    def read_again(self, revision_id: int) -> Revision:
        self.asked.append(f"read_again {revision_id}")
        for revision in self.revisions:
            if revision.revision_id == revision_id:
                return revision
        raise PageError("gone", title=str(revision_id), reason=PageProblem.UNKNOWN_REVISION)


def refresh_from(
    folder: Path,
    *revisions: Revision,
    now: datetime = NOW,
    options: Options | None = None,
    spec: DatasetSpec[Member] = MEMBERS,
) -> Run:
    """Refresh `folder` from a page with these revisions."""
    source = History(list(revisions))
    return Chain(spec=spec, folder=folder, source=source, options=options or Options(), now=now).run()


def files_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below `folder`, links included: its bytes and when it was written (in ns)."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
