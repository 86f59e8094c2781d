"""Further mistakes in the density of one Gaussian.

In responsibilities constants cancel; in the density itself they count.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from ....model.density import LOG_2PI
from ..recipes.gaussians import GAUSSIAN_MISTAKES, gaussian

__all__ = ["DENSITY_MISTAKES"]

JITTERS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-9, 1e-10)


def _jittered(X, mean, covariance, *, jitter, **changes):
    return gaussian(X, mean, covariance + jitter * np.eye(len(covariance)), **changes)


def _around_the_data(X, mean, covariance, **changes):
    return gaussian(X, X.mean(axis=0), covariance, **changes)


def _added_up(X, mean, covariance, *, changed):
    """Sum the whitened differences, or their absolute values, instead of their squares."""
    whitened = np.linalg.solve(np.linalg.cholesky(covariance), (X - mean).T)
    return gaussian(X, mean, covariance, half=0.0) - 0.5 * changed(whitened).sum(axis=0)


def _to_base(number: float) -> tuple[dict, ...]:
    """Use logarithms to another base in the constants, but the natural exponential."""

    def log_det(covariance):
        return np.linalg.slogdet(covariance)[1] / np.log(number)

    constant = {"constant": LOG_2PI / np.log(number)}
    return ({**constant, "log_det": log_det}, constant, {"log_det": log_det})


# Mistakes that cancel in responsibilities, or that show only in the density.
_CONSTANTS: dict[str, tuple[dict, ...]] = {
    "2π omitted": ({"two_pi": 0.0},),
    "normalisation omitted": ({"two_pi": 0.0, "determinant": 0.0},),
    "D missing in the exponent of 2π": (
        {"n_powers": lambda X: 1},
        {"n_powers": lambda X: len(X)},
        {"n_powers": lambda X: X.shape[1] ** 2},
    ),
    "2π term for two dimensions only": ({"n_powers": lambda X: 2},),
    "wrong factor of the 2π term": (
        {"two_pi": 2.0},
        {"two_pi": 0.5},
        {"two_pi": -1.0},
        {"two_pi": -2.0},
        {"constant": np.log(np.pi)},
        {"constant": np.log(2)},
        {"constant": 2 * np.pi},
        {"constant": np.log(2) * np.pi},
        {"constant": np.sqrt(2 * np.pi)},
        {"constant": 1.0, "n_powers": lambda X: 2 * (2 * np.pi) ** (X.shape[1] / 2)},
    ),
    "logarithm to another base": _to_base(10) + _to_base(2),
}
_TERMS: dict[str, tuple[dict, ...]] = {
    "distance with the wrong sign": (
        {"half": -0.5},
        {"half": -1.0},
        {"half": -0.5, "two_pi": -1.0, "determinant": -0.5},
        {"half": -0.5, "two_pi": -1.0},
        {"half": 0.5, "two_pi": -1.0, "determinant": 0.5},
    ),
    "distance not squared": (
        {"distance": np.sqrt},
        {"distance": np.sqrt, "half": 1.0},
        {"of": partial(_added_up, changed=np.abs)},
        {"of": partial(_added_up, changed=lambda whitened: whitened)},
        {"of": partial(_added_up, changed=lambda whitened: 2 * whitened)},
    ),
    "mean not subtracted": ({"centre": 0.0}, {"centre": -1.0}, {"of": _around_the_data}),
    "logarithm of the determinant missing": (
        {"log_det": np.linalg.det},
        {"log_det": np.linalg.det, "determinant": -1.0},
        {"log_det": lambda covariance: np.sqrt(np.linalg.det(covariance)), "determinant": -1.0},
        {"log_det": lambda covariance: np.linalg.det(covariance) ** -0.5, "determinant": 1.0},
        {"log_det": lambda covariance: 1 / np.linalg.det(covariance), "determinant": 1.0},
    ),
    "square root of the determinant taken twice": (
        {"determinant": -0.25},
        {"determinant": -0.25, "half": 0.25},
    ),
    "another number in place of the determinant": (
        {"log_det": lambda covariance: np.log(np.trace(covariance))},
        {"log_det": np.trace},
        {"log_det": lambda covariance: np.log(np.linalg.norm(covariance))},
        {"log_det": lambda covariance: np.log(np.abs(covariance)).sum()},
        {"log_det": lambda covariance: np.log(np.linalg.eigvalsh(covariance)[-1])},
    ),
    "number added to the covariance": tuple(
        {"of": partial(_jittered, jitter=jitter)} for jitter in JITTERS
    ),
}

DENSITY_MISTAKES: dict[str, tuple[dict, ...]] = {**GAUSSIAN_MISTAKES, **_CONSTANTS, **_TERMS}
