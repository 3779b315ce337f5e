"""A set of files becomes visible all at once, or not at all; and is read back the same way.

    DIR/members.csv, ...           plain paths: links to current/members.csv, ..., or copies
    DIR/current                    link to the current release
    DIR/releases/1299999999-3/     one release: its files, and MANIFEST.json with their SHA-256
    DIR/.lock                      held by the run at work

All of it is written for Linux and macOS; reading works on Windows too.
"""

from icor_scraper.publish.files import write_atomically
from icor_scraper.publish.lock import locked
from icor_scraper.publish.manifest import FileEntry, Manifest
from icor_scraper.publish.reader import read_dataset, read_files, verify_release
from icor_scraper.publish.releases import Release, current_release, revision_name
from icor_scraper.publish.writer import KEEP_RELEASES, publish_files, show_current, write_dataset

__all__ = [
    "KEEP_RELEASES",
    "FileEntry",
    "Manifest",
    "Release",
    "current_release",
    "locked",
    "publish_files",
    "read_dataset",
    "read_files",
    "revision_name",
    "show_current",
    "verify_release",
    "write_atomically",
    "write_dataset",
]
