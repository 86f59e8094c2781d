"""The explorer as one file: a grid of runs in a page that needs neither kernel nor network."""

from __future__ import annotations

import base64
import html
import json

from . import assets, payload
from .answers import Answers, Configuration, data_arrays, data_words, run_arrays, run_words
from .data import Shown
from .precision import bits_needed
from .runs import Run

__all__ = ["build_page"]

MAX_BYTES = 30_000_000  # bytes of runs: more than that no browser opens in a moment
TEMPLATE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 1500px; margin: 0 auto; padding: 0 1em; font-family: system-ui, sans-serif; }}
h1 {{ margin: 0.6em 0 0; font-size: 1.3em; }}
{style}</style>
</head>
<body class="emx-page">
<h1>{title}</h1>
<main></main>
<noscript>This page draws with JavaScript, which is switched off.</noscript>
<script type="application/json">{content}</script>
<script type="module">
{script}
open(JSON.parse(document.querySelector('script[type="application/json"]').textContent),
  document.querySelector("main"));
</script>
</body>
</html>
"""


def build_page(
    answers: Answers, configuration: Configuration, options: dict, counts, seeds, title: str
) -> str:
    """Compute a grid of runs and return a page that holds them all.

    Parameters
    ----------
    answers : Answers
    configuration : Configuration
        Its data, start and `reg_covar` are those of the whole grid.
    options : dict
        As the browser takes them.
    counts, seeds : sequence of int
        The grid: numbers of components, and seeds.
    title : str

    Returns
    -------
    str
        HTML.

    Raises
    ------
    ValueError
        If it would be far too large.
    """
    shown = answers.data(configuration)
    grid, rows, size = {}, {}, 0
    for count in counts:
        for seed in seeds:
            cell = configuration._replace(n_components=count, seed=seed)
            grid[f"{count} {seed}"] = packed = _cell(answers.run(cell), shown, cell.reg_covar)
            size += len(packed)
            if size > MAX_BYTES:
                raise ValueError(
                    f"The page would be larger than {MAX_BYTES / 1e6:.0f} MB: name fewer "
                    "n_components or seeds. Most of the space goes to the responsibilities of "
                    "your own e_step, which a browser cannot compute."
                )
        rows[count] = answers.row(configuration._replace(n_components=count))
    data = payload.pack({"data": data_words(shown)}, **data_arrays(shown))
    content = {
        "options": {**options, "counts": list(counts), "seeds": list(seeds)},
        "config": configuration._asdict(),
        "data": _base64(data),
        "grid": grid,
        "rows": rows,
    }
    return TEMPLATE.format(
        title=html.escape(title),
        style=assets.style(),
        script=assets.script(),
        # An HTML parser would end the script at a "</" in it.
        content=json.dumps(content).replace("</", "<\\/"),
    )


def _cell(run: Run, shown: Shown, reg_covar: float) -> str:
    words = {"run": run_words(run, shown.X, reg_covar)}
    bits = bits_needed(shown.X, run.params)
    return _base64(payload.compress(words, bits=bits, **run_arrays(run)))


def _base64(block: bytes) -> str:
    return base64.b64encode(block).decode("ascii")
