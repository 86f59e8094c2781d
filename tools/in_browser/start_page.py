"""The page on which students begin, before anything large is downloaded."""

from __future__ import annotations

import html
import json
import math
from collections.abc import Sequence
from pathlib import Path

__all__ = ["make"]

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Gaussian mixtures and EM, in this browser</title>
<!-- JupyterLite looks for its root here. -->
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{{}}</script>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 38em; margin: 2em auto; padding: 0 1em;
  font: 1.05em/1.5 system-ui, sans-serif; }}
li {{ margin: 0.4em 0; }}
.small {{ font-size: 0.9em; white-space: nowrap; }}
</style>
</head>
<body>
<main>
<h1>Gaussian mixtures and EM, in this browser</h1>
<p>Nothing has to be installed: Python itself runs in your browser.</p>
<ul>
<li><strong>The first time, about {size} MB are downloaded.</strong> Wait until “Idle” is written
at the bottom of the page; that may take a minute.</li>
<li><strong>Your work stays in this browser, on this computer.</strong> It is gone once you clear
the data of this site or close a private window. To keep a notebook, or to hand it in, choose
<em>File &gt; Download</em>.</li>
<li><strong>A check stops a function that never returns.</strong> A loop without an end in another
cell cannot be interrupted here: choose <em>Kernel &gt; Restart Kernel</em>, and run the cells
again.</li>
</ul>
<h2>Notebooks</h2>
<ul>
{links}
</ul>
<p>On a phone, choose “as a page”: it leaves out the side bars, and the line at the bottom. There a
green tick at the top, on a narrow screen behind the three dots, says that Python is ready.</p>
</main>
</body>
</html>
"""
LINK = """\
<li><a href="lab/index.html?path={name}">{title}</a>
<span class="small">(<a href="notebooks/index.html?path={name}"
aria-label="{title}, as a page">as a page</a>)</span></li>"""


def make(notebooks: Sequence[Path], downloaded: int) -> str:
    """The page, for so many bytes that are downloaded."""
    links = [LINK.format(name=path.name, title=html.escape(_title(path))) for path in notebooks]
    return PAGE.format(links="\n".join(links), size=math.ceil(downloaded / 5e6) * 5)


def _title(path: Path) -> str:
    """The first heading of a notebook."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for line in "".join(cell["source"]).splitlines():
            if cell["cell_type"] == "markdown" and line.startswith("# "):
                return line.removeprefix("# ").strip()
    return path.stem
