"""Where the files come from: npm has Pyodide itself, PyPI what is pure, Pyodide's host the rest."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from npm_archives import npm_archive

__all__ = ["ELSEWHERE", "PYODIDE", "bring", "pure_wheels", "pyodide_core"]

PYODIDE = "0.27.7"
ELSEWHERE = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/"
# Of npm's archive of this version.
SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"
CORE = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
SECONDS = 120  # for one file


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


def bring(entry: dict, folder: Path, source: Path | None) -> None:
    """Put a file of the lock file into a folder, from another one or from Pyodide's host."""
    name = entry["file_name"]
    target = folder / name
    if source is not None:
        if not (source / name).is_file():
            sys.exit(f"{name} is not in {source}: it has to hold the files of Pyodide {PYODIDE}.")
        shutil.copyfile(source / name, target)
    else:
        try:
            with urlopen(f"{ELSEWHERE}{name}", timeout=SECONDS) as answer:
                target.write_bytes(answer.read())
        except (URLError, TimeoutError) as error:
            sys.exit(
                f"{ELSEWHERE}{name} could not be downloaded ({error}). Where there is no network,"
                " name a folder with these files: make lite PYODIDE=folder; to leave them where"
                " they are: make lite PYODIDE=cdn."
            )
    if hashlib.sha256(target.read_bytes()).hexdigest() != entry["sha256"]:
        target.unlink()
        sys.exit(f"{name} is not the file that Pyodide {PYODIDE} lists: its checksum differs.")
