"""The browser's side as one module and one style sheet.

The modules in `static/` are plain ES modules, so that they can be tested one by one. anywidget and
a page on disk take a single one, so they are joined here, each in a scope of its own.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from .. import drawing

__all__ = ["MODULES", "script", "style"]

# Each module imports only from those before it.
MODULES = (
    "payload",
    "gaussians",
    "trace",
    "store",
    "scales",
    "axes",
    "look",
    "points",
    "overlay",
    "plane",
    "range",
    "chart",
    "words",
    "dom",
    "keys",
    "atlas",
    "controls",
    "player",
    "waiting",
    "scrub",
    "own",
    "layout",
    "filler",
    "limits",
    "status",
    "surroundings",
    "explorer",
    "saving",
    "kernel",
    "mount",
)
ENTRY = """\
const { initialize, render, open } = module_mount;
export default { initialize, render };
"""
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "[./\w]*?(\w+)\.js";$', re.MULTILINE)
_SHARED = ("saving", "kernel")  # with the pictures under sliders
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)


@cache
def script() -> str:
    """Return all modules as one, which exports `render`, as anywidget asks.

    Examples
    --------
    >>> script().rstrip().endswith("export default { initialize, render };")
    True
    """
    scopes = [_scope(name, _read(f"{name}.js")) for name in MODULES]
    return "\n".join([*scopes, ENTRY])


def _scope(name: str, source: str) -> str:
    """One module as a function that is called once, so that its own names stay its own."""
    exported = [found.group(2) for found in _EXPORT.finditer(source)]
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = module_\2;", source))
    return f"const module_{name} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


@cache
def style() -> str:
    """Return the style sheet; all its rules are for what is inside an explorer.

    Examples
    --------
    >>> ".emx" in style()
    True
    """
    return _read("explorer.css")


def _read(name: str) -> str:
    package = drawing.__name__ if name.removesuffix(".js") in _SHARED else __package__
    return (files(package) / "static" / name).read_text(encoding="utf-8")
