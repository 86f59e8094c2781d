"""Where the files come from: npm has Pyodide itself, PyPI what is pure, Pyodide's host the rest."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from npm_archives import npm_archive

__all__ = ["ELSEWHERE", "PYODIDE", "bring", "folder_of_files", "pure_wheels", "pyodide_core"]

PYODIDE = "0.27.7"
ELSEWHERE = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/"
# Of npm's archive of this version.
SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
SECONDS = 120  # for one file
INSTEAD = (
    f"make lite PYODIDE=folder takes the folder pyodide that is in pyodide-{PYODIDE}.tar.bz2, from"
    " https://github.com/pyodide/pyodide/releases, and make lite PYODIDE=cdn leaves these files on"
    " their own host."
)


def pyodide_core(folder: Path, npm: str) -> dict:
    """Put the interpreter into a folder, and return the lock file."""
    content = npm_archive("pyodide", PYODIDE, SHA256, npm)
    with tarfile.open(fileobj=io.BytesIO(content)) as opened:
        for name in CORE:
            (folder / name).write_bytes(opened.extractfile(f"package/{name}").read())
        return json.load(opened.extractfile("package/pyodide-lock.json"))


def pure_wheels(folder: Path, names: list[str], constraints: Path, python: str) -> list[Path]:
    """Download wheels for any platform from PyPI, in the versions of the constraints."""
    version = ".".join(python.split(".")[:2])
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary=:all:", "--platform=any", f"--python-version={version}"]
    command += ["--implementation=py", "--abi=none", "-c", str(constraints), "-d", str(folder)]
    done = subprocess.run([*command, *names], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"The wheels could not be downloaded: {done.stderr.strip()}")
    return sorted(folder.glob("*.whl"))


def folder_of_files(source: str) -> Path:
    """The folder of this name; ends the program if there is none."""
    folder = Path(source)
    if not folder.is_dir():
        sys.exit(f"PYODIDE={source} is not a folder: {INSTEAD}")
    return folder


def bring(entry: dict, folder: Path, source: Path | None) -> None:
    """Put a file of the lock file into a folder, from another one or from Pyodide's host."""
    name = entry["file_name"]
    target = folder / name
    if source is not None:
        if not (source / name).is_file():
            sys.exit(f"{name} is not in PYODIDE={source}: {INSTEAD}")
        shutil.copyfile(source / name, target)
    else:
        try:
            with urlopen(f"{ELSEWHERE}{name}", timeout=SECONDS) as answer:
                content = answer.read()
        except (OSError, HTTPException) as error:
            sys.exit(f"{ELSEWHERE}{name} could not be downloaded ({error}): {INSTEAD}")
        target.write_bytes(content)
    if hashlib.sha256(target.read_bytes()).hexdigest() != entry["sha256"]:
        target.unlink()
        sys.exit(f"{name} is not the file that Pyodide {PYODIDE} lists: its checksum differs.")
