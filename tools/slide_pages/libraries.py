"""What the slides need beside them: reveal.js 5, MathJax 2, RequireJS and jQuery, from npm."""

from __future__ import annotations

import io
import re
import tarfile
from pathlib import Path
from typing import NamedTuple

from npm_archives import npm_archive

__all__ = ["JQUERY", "LIBRARIES", "MATHJAX", "REQUIRE", "REVEAL", "write_libraries"]

REVEAL = "lib/reveal.js"
REQUIRE = "lib/requirejs/require.js"
JQUERY = "lib/jquery/dist/jquery.min.js"
MATHJAX = "lib/mathjax/MathJax.js?config=TeX-AMS_SVG"  # SVG needs no fonts of the browser


class Library(NamedTuple):
    """A package of npm, and which of its files are taken."""

    name: str
    version: str
    sha256: str
    files: str


LIBRARIES = (
    Library(
        "reveal.js",
        "5.2.1",
        "359b575dd51bbda32f89b2fd4c7dc46ad7389a805572158916c29252f7a27333",
        r"LICENSE|dist/reveal\.(?:css|js)|plugin/notes/notes\.js",
    ),
    Library(
        "requirejs",
        "2.3.7",
        "31f3330c978fb28684622fe71165dc946432cf0210b2ea8a1ca0233e70f2737d",
        r"require\.js",
    ),
    Library(
        "jquery",
        "3.7.1",
        "68a9f787516da47c680e09c187bcbac4536b6f85d90eb882844e12919e583f53",
        r"LICENSE\.txt|dist/jquery\.min\.js",
    ),
    Library(
        "mathjax",
        "2.7.9",
        "7131e739848edc14aa661a5516995866b81a477fab8b039d7cc324930e71f786",
        r"LICENSE|MathJax\.js|config/TeX-AMS_SVG\.js|extensions/(?:TeX/)?\w+\.js"
        r"|jax/element/.*|jax/input/TeX/.*|jax/output/SVG/(?:autoload/|fonts/TeX/)?[^/]+\.js"
        r"|jax/output/SVG/fonts/TeX/(?:AMS|Caligraphic|Main|Math|Script|Size\d|Typewriter)/.*",
    ),
)


def write_libraries(folder: Path, npm: str) -> dict[str, int]:
    """Write the files of all packages; returns how many bytes each has."""
    return {
        f"{library.name} {library.version}": _write(folder / library.name, library, npm)
        for library in LIBRARIES
    }


def _write(folder: Path, library: Library, npm: str) -> int:
    content = npm_archive(library.name, library.version, library.sha256, npm)
    size = 0
    with tarfile.open(fileobj=io.BytesIO(content)) as opened:
        for member in opened:
            name = member.name.removeprefix("package/")
            if not member.isfile() or not re.fullmatch(library.files, name):
                continue
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(opened.extractfile(member).read())
            size += member.size
    return size
