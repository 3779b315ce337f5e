"""File systems of their own for a child process, mounted without being root (user namespaces)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_UNSHARE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-ec"]


def run_mounted(folder: Path, *, setup: str, python: str, size: str = "1m") -> str:
    """What `python` prints, run with `folder` (its first argument) as a memory disk of `size`.

    The `setup` commands come first, and know the folder as "$1". Skips the test where nothing may be mounted.
    """
    if sys.platform != "linux" or subprocess.run([*_UNSHARE, "mount -t tmpfs x /mnt"], check=False).returncode:
        pytest.skip("no file system may be mounted here (unshare --user --map-root-user --mount)")
    script = f'mount -t tmpfs -o size={size} tmpfs "$1"; {setup}\nexec "$2" -c "$3" "$1"'
    done = subprocess.run(
        [*_UNSHARE, script, "sh", folder, sys.executable, python],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return done.stdout
