"""Checks of input: arrays of the right shape, or a ValueError that says what was expected.

Public functions check at the border; what they call trusts plain arrays.
"""

from __future__ import annotations

import numpy as np

from .conversion import as_floats
from .params import GMMParams

__all__ = [
    "as_array",
    "as_count",
    "as_data",
    "as_gaussian",
    "as_gaussians",
    "as_generator",
    "as_number",
    "as_params",
    "as_responsibilities",
    "require_n_features",
]

SUM_TOLERANCE = 1e-6  # single-precision weights still pass
MAX_MAGNITUDE = 1e150  # beyond it, squared distances overflow


def as_data(X, n_features: int | None = None, name: str = "X") -> np.ndarray:
    """Return `X` as a float array of shape (n_samples, n_features), or say what is wrong.

    Raises
    ------
    ValueError
        If `X` is not numeric, not two-dimensional, empty, not finite, beyond 1e150, or does
        not have `n_features` columns. The message calls it `name`.
    """
    X = as_floats(X, name)
    if X.ndim != 2:
        reshape = f"; for one feature use {name}.reshape(-1, 1), for one row {name}.reshape(1, -1)"
        hint = reshape if X.ndim == 1 else ""
        raise ValueError(
            f"{name} has shape {X.shape}, expected two dimensions with one column per "
            f"feature{hint}."
        )
    if X.size == 0:
        raise ValueError(f"{name} has shape {X.shape}: it needs at least one row and one column.")
    if n_features is not None:
        require_n_features(X, n_features, name)
    if not max(X.max(), -X.min()) < MAX_MAGNITUDE:  # also where the maximum is NaN
        _require_finite(X, name, "remove or replace these values first")
        raise ValueError(
            f"{name} holds values beyond {MAX_MAGNITUDE:g}, whose squares overflow: rescale {name}."
        )
    return X


def require_n_features(X: np.ndarray, n_features: int, name: str = "X") -> None:
    """Raise a ValueError if `X` does not have this number of columns."""
    if X.shape[1] != n_features:
        transposed = f": is it transposed? Try {name}.T" if len(X) == n_features else ""
        raise ValueError(
            f"{name} has {X.shape[1]} columns, but the other arguments have {n_features} "
            f"features{transposed}."
        )


def as_params(weights, means, covariances) -> GMMParams:
    """Return the three as float arrays that fit together, or say what is wrong.

    Raises
    ------
    ValueError
        As `as_gaussians`, or if weights are negative or do not sum to one.
    """
    weights = as_floats(weights, "weights")
    if weights.ndim != 1 or weights.size == 0:
        raise ValueError(f"weights have shape {weights.shape}, expected (n_components,).")
    means, covariances = as_gaussians(means, covariances, len(weights))
    _require_finite(weights, "weights", "the parameters must be finite numbers")
    if weights.min() < 0 or abs(weights.sum() - 1) > SUM_TOLERANCE:
        raise ValueError(
            f"weights {np.array2string(weights, precision=4)} are not a distribution: "
            "they must be non-negative and sum to 1; divide them by their sum."
        )
    return GMMParams(weights, means, covariances)


def as_gaussians(means, covariances, n_components: int | None = None):
    """Return means and covariances as float arrays that fit together, or say what is wrong.

    Raises
    ------
    ValueError
        If shapes disagree with each other or with `n_components`, a value is not finite, or
        a covariance is not symmetric; `cholesky_factors` finds out if one is not positive
        definite.
    """
    means = as_floats(means, "means")
    covariances = as_floats(covariances, "covariances")
    rows = "n_components" if n_components is None else n_components
    if means.ndim != 2 or means.size == 0 or n_components not in (None, len(means)):
        raise ValueError(
            f"means have shape {means.shape}, expected ({rows}, n_features): one row per component."
        )
    expected = (*means.shape, means.shape[1])
    if covariances.shape != expected:
        raise ValueError(
            f"covariances have shape {covariances.shape}, expected {expected}: "
            "one n_features x n_features matrix for each component."
        )
    for name, values in (("means", means), ("covariances", covariances)):
        _require_finite(values, name, "the parameters must be finite numbers")
    return means, _symmetrize(covariances)


def as_gaussian(mean, covariance, n_features: int):
    """Return mean and covariance of one Gaussian as float arrays, or say what is wrong.

    Raises
    ------
    ValueError
        As for `as_gaussians`.
    """
    mean = as_array(mean, "mean", (n_features,))
    covariance = as_array(covariance, "covariance", (n_features, n_features))
    return mean, _symmetrize(covariance[None])[0]


def _symmetrize(covariances: np.ndarray) -> np.ndarray:
    """Covariances that are symmetric to the last bit, if they were but for rounding."""
    asymmetry = np.abs(covariances - covariances.transpose(0, 2, 1)).max(axis=(1, 2))
    # Single-precision covariances still pass.
    asymmetric = asymmetry > 9e-7 * np.abs(covariances).max(axis=(1, 2))
    if asymmetric.any():
        raise ValueError(
            f"covariances[{asymmetric.argmax()}] is not symmetric: the covariance of features i "
            "and j must equal that of j and i."
        )
    return (covariances + covariances.transpose(0, 2, 1)) / 2


def as_responsibilities(
    responsibilities, n_samples: int | None = None, n_components: int | None = None
) -> np.ndarray:
    """Return responsibilities as a float array (n_samples, n_components), or say what is wrong.

    Raises
    ------
    ValueError
        If they do not have this shape, are not finite, or negative.
    """
    responsibilities = as_floats(responsibilities, "responsibilities")
    shape = responsibilities.shape
    if n_components is not None and shape != (n_samples, n_components):
        expected = f"({n_samples}, {n_components})"
        raise ValueError(f"responsibilities have shape {shape}, expected {expected}.")
    if len(shape) != 2 or responsibilities.size == 0:
        raise ValueError(
            f"responsibilities have shape {shape}, expected (n_samples, n_components)."
        )
    if n_samples is not None and len(responsibilities) != n_samples:
        raise ValueError(
            f"responsibilities have {len(responsibilities)} rows but X has {n_samples} samples: "
            "expected one row per sample and one column per component."
        )
    _require_finite(responsibilities, "responsibilities", "they must be finite numbers")
    if responsibilities.min() < 0:
        raise ValueError("responsibilities are probabilities: none may be negative.")
    return responsibilities


def as_array(values, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """Return `values` as a finite float array of exactly this shape, or say what is wrong."""
    values = as_floats(values, name)
    if values.shape != shape:
        raise ValueError(f"{name} has shape {values.shape}, expected {shape}.")
    _require_finite(values, name, "it must hold finite numbers")
    return values


def as_count(value, name: str, minimum: int = 1) -> int:
    """Return `value` as an int of at least `minimum`, or say what is wrong."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)) or value < minimum:
        raise ValueError(f"{name} is {value!r}, expected an int of at least {minimum}.")
    return int(value)


def as_number(value, name: str) -> float:
    """Return `value` as a float of at least 0, or say what is wrong."""
    is_number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    if not (is_number and np.isfinite(value) and value >= 0):
        raise ValueError(f"{name} is {value!r}, expected a number of at least 0.")
    return float(value)


def as_generator(value, name: str) -> np.random.Generator:
    """Return the generator that `value` is or seeds, or say what is wrong."""
    try:
        return np.random.default_rng(value)
    except (TypeError, ValueError):
        raise ValueError(
            f"{name} is {value!r}, expected a numpy.random.Generator or an int of at least 0."
        ) from None


def _require_finite(values: np.ndarray, name: str, advice: str) -> None:
    finite = np.isfinite(values)
    if not finite.all():
        where = [int(i) for i in np.argwhere(~finite)[0]]
        raise ValueError(f"{name} holds NaN or infinity, first at {name}{where}: {advice}.")
