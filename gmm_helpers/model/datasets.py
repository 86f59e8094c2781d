"""The named data sets of the course."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .params import GMMParams
from .sampling import sample_gmm
from .validation import as_count

__all__ = ["DATASETS", "Dataset", "course_original", "course_params", "load_dataset"]


class Dataset(NamedTuple):
    """Data, and what is known about where they came from.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
    labels : ndarray of intp, shape (n_samples,), or None
        The component each sample came from; None where there are no components.
    params : GMMParams or None
        The mixture the samples were drawn from; None where there is none.
    start : GMMParams or None
        Where EM is meant to start, if the data set prescribes it.
    """

    X: np.ndarray
    labels: np.ndarray | None
    params: GMMParams | None
    start: GMMParams | None = None


def course_params() -> GMMParams:
    """Return the course's mixture of three Gaussians: the example of MML chapter 11, in the plane.

    Examples
    --------
    >>> course_params().weights
    array([0.3, 0.2, 0.5])
    """
    return GMMParams(
        weights=np.array([0.3, 0.2, 0.5]),
        means=np.array([[1.2, 0.4], [-4.4, 1.0], [4.1, -0.3]]),
        covariances=np.array(
            [
                [[0.8, -0.4], [-0.4, 1.0]],
                [[1.2, -0.8], [-0.8, 1.0]],
                [[1.2, 0.6], [0.6, 3.0]],
            ]
        ),
    )


def course_original() -> Dataset:
    """Return the original notebook's data and start, number for number.

    200 samples from each component whatever its weight, and start means from N(0, I), all
    drawn one after the other from NumPy's legacy generator with seed 42. From here EM
    converges after iteration 89, to a negative log-likelihood of 2295.071668.

    Returns
    -------
    Dataset
        `params` is the mixture of `course_params`, although the samples ignore its weights.

    Examples
    --------
    >>> course_original().start.means[0]
    array([ 0.1252245 , -0.42940554])
    """
    truth = course_params()
    legacy = np.random.RandomState(42)
    n_per_component = 200
    X = np.vstack(
        [
            legacy.multivariate_normal(mean, covariance, n_per_component)
            for mean, covariance in zip(truth.means, truth.covariances, strict=True)
        ]
    )
    start = GMMParams(
        weights=np.full(3, 1 / 3),
        means=np.array([legacy.normal(size=2) for _ in range(3)]),
        covariances=np.tile(np.eye(2), (3, 1, 1)),
    )
    return Dataset(X, np.repeat(np.arange(3), n_per_component), truth, start)


def load_dataset(name: str, n_samples: int = 600, seed=0) -> Dataset:
    """Draw one of the named data sets.

    Parameters
    ----------
    name : str
        A key of `DATASETS`: "course", "well separated", "overlapping", "anisotropic",
        "unequal sizes", or "ring" (samples around a circle, where a mixture of few
        Gaussians is the wrong model).
    n_samples : int, default=600
    seed : int or numpy.random.Generator, default=0

    Raises
    ------
    ValueError
        If there is no data set of that name.

    Examples
    --------
    >>> load_dataset("overlapping", n_samples=100).X.shape
    (100, 2)
    """
    if name not in DATASETS:
        raise ValueError(f"no data set is called {name!r}: choose one of {sorted(DATASETS)}.")
    n_samples = as_count(n_samples, "n_samples")
    rng = np.random.default_rng(seed)
    source = DATASETS[name]
    if source is None:
        return Dataset(_ring(n_samples, rng), None, None)
    params = source()
    X, labels = sample_gmm(*params, n_samples, rng)
    return Dataset(X, labels, params)


def _mixture(weights, means, covariances) -> GMMParams:
    return GMMParams(*(np.array(a, dtype=float) for a in (weights, means, covariances)))


def _well_separated() -> GMMParams:
    means = [[-6, 0], [0, 6], [6, 0]]
    return _mixture([0.3, 0.3, 0.4], means, [np.eye(2)] * 3)


def _overlapping() -> GMMParams:
    means = [[-1.2, 0], [1.2, 0.4], [0, 1.8]]
    return _mixture([0.4, 0.3, 0.3], means, [np.eye(2)] * 3)


def _anisotropic() -> GMMParams:
    stripe = [[4.0, 1.9], [1.9, 1.0]]
    return _mixture([0.35, 0.35, 0.3], [[-3, 2], [0, 0], [3, -2]], [stripe] * 3)


def _unequal_sizes() -> GMMParams:
    covariances = [6 * np.eye(2), 0.15 * np.eye(2), 0.3 * np.eye(2)]
    return _mixture([0.9, 0.06, 0.04], [[0, 0], [5.5, 3], [-2, -6.5]], covariances)


def _ring(n_samples, rng) -> np.ndarray:
    radius, thickness = 4.0, 0.3
    angles = rng.uniform(0, 2 * np.pi, n_samples)
    radii = radius + thickness * rng.standard_normal(n_samples)
    return np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])


DATASETS = {
    "course": course_params,
    "well separated": _well_separated,
    "overlapping": _overlapping,
    "anisotropic": _anisotropic,
    "unequal sizes": _unequal_sizes,
    "ring": None,
}
