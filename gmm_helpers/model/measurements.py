"""Data that were measured, and not drawn from a mixture."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

__all__ = ["load_old_faithful"]


def load_old_faithful() -> np.ndarray:
    """Return the times between eruptions of the geyser Old Faithful, in minutes.

    Returns
    -------
    ndarray of shape (272, 1)
        In the order they were measured. Source and licence stand in ``data/old_faithful.csv``.

    Examples
    --------
    >>> X = load_old_faithful()
    >>> X.shape, float(X.min()), float(X.max())
    ((272, 1), 43.0, 96.0)
    """
    text = (files(__package__) / "data" / "old_faithful.csv").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    return np.array(rows[1:], dtype=float)[:, None]
