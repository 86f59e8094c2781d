"""The browser's side as one module and one style sheet.

The modules in `static/` are plain ES modules, so that they can be tested one by one. anywidget and
a page on disk take a single one, so they are joined here, without their import and export lines.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["MODULES", "script", "style"]

# Each module imports only from those before it.
MODULES = (
    "payload",
    "gaussians",
    "trace",
    "store",
    "scales",
    "look",
    "points",
    "plane",
    "chart",
    "words",
    "keys",
    "dom",
    "atlas",
    "controls",
    "own",
    "explorer",
)
_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let))", re.MULTILINE)


@cache
def script() -> str:
    """Return all modules as one, which exports `render`, as anywidget asks.

    Examples
    --------
    >>> script().rstrip().endswith("export default { render };")
    True
    """
    parts = [_EXPORT.sub("", _IMPORT.sub("", _read(f"{name}.js"))) for name in MODULES]
    return "\n".join([*parts, "export default { render };\n"])


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
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")
