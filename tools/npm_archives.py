"""Packages of npm in exact versions, as archives; they are kept in build/npm."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["npm_archive"]

KEPT = Path(__file__).resolve().parent.parent / "build" / "npm"


def npm_archive(name: str, version: str, sha256: str, npm: str) -> bytes:
    """Return the archive of a package, a gzipped tar; ends the program if it is another one."""
    kept = KEPT / f"{name}-{version}.tgz"
    if kept.exists() and _is(content := kept.read_bytes(), sha256):
        return content
    with tempfile.TemporaryDirectory() as scratch:
        command = [npm, "pack", "--silent", f"{name}@{version}"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"npm did not give {name} {version}: {done.stderr.strip()}")
        (archive,) = Path(scratch).glob("*.tgz")
        content = archive.read_bytes()
    if not _is(content, sha256):
        sys.exit(f"What npm gave as {name} {version} is not what was tried: its checksum differs.")
    KEPT.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)
    return content


def _is(content: bytes, sha256: str) -> bool:
    return hashlib.sha256(content).hexdigest() == sha256
