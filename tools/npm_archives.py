"""Packages of npm in exact versions, as archives."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["npm_archive"]


def npm_archive(name: str, version: str, sha256: str, npm: str) -> bytes:
    """Return the archive of a package, a gzipped tar; ends the program if it is another one."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [npm, "pack", "--silent", f"{name}@{version}"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"npm did not give {name} {version}: {done.stderr.strip()}")
        (archive,) = Path(scratch).glob("*.tgz")
        content = archive.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        sys.exit(f"What npm gave as {name} {version} is not what was tried: its checksum differs.")
    return content
