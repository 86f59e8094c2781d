"""Data that were measured, and not drawn from a mixture."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

__all__ = ["load_old_faithful"]


def load_old_faithful(*, both: bool = False) -> np.ndarray:
    """Return the times between eruptions of the geyser Old Faithful, in minutes.

    Parameters
    ----------
    both : bool, default=False
        Whether to return, before the wait, how long the eruption before that wait took.

    Returns
    -------
    ndarray of shape (272, 1), or (272, 2) with `both`
        In the order they were measured. Source and licence stand in ``data/old_faithful.csv``.

    Examples
    --------
    >>> X = load_old_faithful()
    >>> X.shape, float(X.min()), float(X.max())
    ((272, 1), 43.0, 96.0)
    >>> load_old_faithful(both=True)[0].tolist()  # an eruption of 3.6 minutes, then a wait of 79
    [3.6, 79.0]
    """
    text = (files(__package__) / "data" / "old_faithful.csv").read_text(encoding="utf-8")
    rows = [line.split(",") for line in text.splitlines() if not line.startswith("#")]
    waiting, eruptions = np.array(rows[1:], dtype=float).T
    return np.column_stack([eruptions, waiting] if both else [waiting])
