"""The explorer as one file: a grid of runs in a page that needs neither kernel nor network."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Sequence

import numpy as np

from ..em.steps import e_step
from ..model.params import GMMParams
from . import assets, payload
from .answers import Answers, Configuration
from .data import Shown
from .packing import data_arrays, data_words, run_arrays, run_words
from .runs import Run
from .table import params_of_row, params_table

__all__ = ["bits_needed", "build_page"]

MAX_BYTES = 30_000_000  # bytes of runs: more than that no browser opens in a moment
ERROR = 1e-7  # of a responsibility; looked for in some iterations only, so 1e-6 in none
LOOKS = 20  # iterations that are looked at, the last one among them
MIN_BITS, STEP = 24, 4  # bits of the mantissa
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
import {{ open }} from "data:text/javascript;base64,{script}";
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
        script=_base64(assets.script().encode()),
        # An HTML parser would end the script at a "</" in it.
        content=json.dumps(content).replace("</", "<\\/"),
    )


def _cell(run: Run, shown: Shown, reg_covar: float) -> str:
    words = {"run": run_words(run, shown.X, reg_covar)}
    bits = bits_needed(shown.X, run.params)
    return _base64(payload.compress(words, bits=bits, **run_arrays(run)))


def _base64(block: bytes) -> str:
    return base64.b64encode(block).decode("ascii")


def bits_needed(X: np.ndarray, params: Sequence[GMMParams]) -> int:
    """Find out how many bits of each number leave the responsibilities as they are.

    A component that has nearly collapsed needs far more of them than a wide one: it sees the
    samples, and its own mean, as if through a microscope.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    params : sequence of GMMParams
        Of one run.

    Returns
    -------
    int
        Bits of the mantissa, from 24 to 52.

    Examples
    --------
    >>> X = np.array([[1 / 3], [5.0]])
    >>> means = X[0] + np.array([[-1e-6], [1e-6]])
    >>> wide = GMMParams(np.full(2, 0.5), means, np.ones((2, 1, 1)))
    >>> narrow = wide._replace(covariances=np.full((2, 1, 1), 1e-12))
    >>> bits_needed(X, [wide]), bits_needed(X, [narrow])
    (24, 40)
    """
    looks = np.unique(np.linspace(0, len(params) - 1, LOOKS).round().astype(int))
    seen = [params[i] for i in looks]
    right = [_responsibilities(X, each) for each in seen]
    for bits in range(MIN_BITS, payload.MANTISSA, STEP):
        if all(_close(X, each, r, bits) for each, r in zip(seen, right, strict=True)):
            return bits
    return payload.MANTISSA


def _close(X, params: GMMParams, expected: np.ndarray | None, bits: int) -> bool:
    row = payload.rounded(params_table([params]), bits)[0]
    found = _responsibilities(X, params_of_row(row, params.n_components, params.n_features))
    if expected is None or found is None:
        return expected is found
    return bool(np.abs(found - expected).max() <= ERROR)


def _responsibilities(X, params: GMMParams) -> np.ndarray | None:
    """None where there are none, as of a covariance that is singular."""
    try:
        return e_step(X, *params)
    except ValueError:
        return None
