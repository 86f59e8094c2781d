"""Numbers on their way to the browser: words as JSON, arrays as bytes, in one block.

The block is: the length of the head (4 bytes), the head (JSON), then the arrays, each on a
multiple of 8 bytes, so that the browser reads them in place. `javascript/runs/blocks.js` unpacks
it.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from functools import cache

import numpy as np

from .data import NAMES, Shown, shown_dataset
from .runs import Run
from .table import params_table, row_length

__all__ = ["pack", "pack_data", "pack_datasets", "pack_run", "part_of", "start_of"]

MAX_BYTES = 800_000  # of numbers; a notebook writes them in a third more


def pack(words: dict, **arrays: np.ndarray) -> bytes:
    """Put words and arrays into one block of bytes.

    Parameters
    ----------
    words : dict
        Anything JSON can say.
    **arrays : ndarray
        Of float64, float32 or int32.

    Returns
    -------
    bytes

    Examples
    --------
    >>> len(pack({"name": "ring"}, X=np.zeros((3, 2)))) % 8
    0
    """
    table, body = {}, b""
    for name, values in arrays.items():
        values = np.ascontiguousarray(values)
        little = values.astype(values.dtype.newbyteorder("<"))
        table[name] = {"dtype": values.dtype.str[1:], "shape": values.shape, "offset": len(body)}
        body += _padded(little.tobytes(), 0, b"\0")
    head = _padded(json.dumps({"words": words, "arrays": table}).encode(), 4, b" ")
    return struct.pack("<I", len(head)) + head + body


def pack_data(named: Mapping[str, Shown]) -> bytes:
    """Pack data by their names, with what is known about them.

    Examples
    --------
    >>> from .data import shown_array
    >>> len(pack_data({"two": shown_array([0.0, 1.0])})) < 500
    True
    """
    words, arrays = [], {}
    for name, shown in named.items():
        about = {
            "name": name,
            "D": shown.X.shape[1],
            "labels": shown.labels,
            "note": shown.note,
            "n_samples": shown.n_samples,
        }
        arrays[name] = shown.X
        if shown.truth:
            about["truth"] = shown.truth.n_components
            arrays[f"{name} truth"] = params_table((shown.truth,))[0]
        if shown.start:
            arrays[f"{name} start"] = params_table((shown.start,))[0]
        words.append(about)
    return pack({"data": words}, **arrays)


@cache
def pack_datasets() -> bytes:
    """Pack the data sets of the course.

    Examples
    --------
    >>> len(pack_datasets()) < 100_000
    True
    """
    return pack_data({name: shown_dataset(name) for name in NAMES})


def part_of(shown: Shown) -> Shown:
    """Return as many of the samples as a notebook should hold: all, every second, third and so on.

    A browser that has a kernel asks it for all of them.

    Examples
    --------
    >>> from .data import shown_array
    >>> part_of(shown_array(np.ones((50_000, 4)))).X.shape
    (25000, 4)
    """
    every = _every(shown)
    if every == 1:
        return shown
    kept = shown.X[::every]
    note = f"The notebook has kept {len(kept):,} of the {len(shown.X):,} samples."
    return shown._replace(X=kept, note=f"{shown.note} {note}".strip(), n_samples=len(shown.X))


def start_of(run: Run, shown: Shown) -> Run:
    """Return the first iterations of a run, as many as a notebook should hold, for `part_of`."""
    first, every = run.params[0], _every(shown)
    own = {i: values[::every] for i, values in run.responsibilities.items()}
    sizes = np.full(len(run.params), 8 * row_length(first.n_components, first.n_features))
    for i, values in own.items():
        sizes[i] += values.nbytes
    run = run._replace(responsibilities=own)
    n_kept = max(int((sizes.cumsum() < MAX_BYTES).sum()), 1)
    return run if n_kept == len(run.params) else run.first(n_kept)


def _every(shown: Shown) -> int:
    return math.ceil(shown.X.nbytes / MAX_BYTES)


def pack_run(run: Run, words: dict | None = None) -> bytes:
    """Pack a run of somebody's own functions.

    Responsibilities are sent only where the browser, which computes the posterior, could not
    find them itself.

    Parameters
    ----------
    run : Run
    words : dict, optional
        What else there is to say.
    """
    arrays = {"params": params_table(run.params), "nll": run.negative_log_likelihood}
    if run.responsibilities:
        arrays["own"] = np.array([run.responsibilities[i] for i in sorted(run.responsibilities)])
    about = {
        "ended": run.ended.value,
        "last": run.last,
        "message": run.message,
        "rises": run.rises,
        "n_components": run.params[0].n_components,
        "own": sorted(run.responsibilities),
    }
    return pack({**(words or {}), "run": about}, **arrays)


def _padded(part: bytes, before: int, filler: bytes) -> bytes:
    return part + filler * (-(len(part) + before) % 8)
