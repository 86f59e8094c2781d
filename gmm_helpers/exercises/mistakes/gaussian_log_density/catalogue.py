"""Known mistakes in `gaussian_log_density`."""

from __future__ import annotations

import numpy as np

from ....model.density import LOG_2PI
from ...definition import Mistake
from ..recipes.gaussians import gaussian
from .variants import DENSITY_MISTAKES

__all__ = ["FACTORS", "MISTAKES", "change_density", "floor_density"]

# Added to densities, or used in their place, so that their logarithm is finite.
FLOORS = (
    *(1e-6, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16, np.finfo(float).eps),
    *(1e-20, 1e-30, 1e-50, 1e-100, 1e-200, 1e-300, np.finfo(float).tiny, 5e-324),
)
LOWEST = (
    *(0.0, np.finfo(float).min, -1e10, -1e9, -1e6, -1e5, -1e4),
    *(-1e3, -745.0, -700.0, -500.0, -100.0),
)
# Often forgotten together with the logarithm, as they are factors of the density.
FACTORS = (
    "normalisation omitted",
    "2π omitted",
    "determinant omitted",
    "square root of the determinant missing",
    "factor 1/2 omitted",
    "only the diagonal used",
)


def change_density(*, of=gaussian, **change):
    """Make a log-density of one Gaussian with a change from `DENSITY_MISTAKES`."""
    return lambda X, mean, covariance: of(X, mean, covariance, **change)


def floor_density(density):
    """Make variants that keep the logarithm of a density finite."""
    return (
        *(lambda *given, e=floor: np.log(density(*given) + e) for floor in FLOORS),
        *(lambda *given, e=floor: np.log(np.maximum(density(*given), e)) for floor in FLOORS),
        *(
            lambda *given, low=lowest: np.nan_to_num(np.log(density(*given)), neginf=low)
            for lowest in LOWEST
        ),
        *(lambda *given, low=lowest: np.maximum(np.log(density(*given)), low) for lowest in LOWEST),
    )


def _density(*given):
    return np.exp(gaussian(*given))


def _exponential(**change):
    return lambda *given: np.exp(change_density(**change)(*given))


def _whitened(X, mean, covariance):
    """Compute differences in standard deviations; their squares sum to the squared distance."""
    return np.linalg.solve(np.linalg.cholesky(covariance), (X - mean).T).T


def _normalisation(covariance) -> float:
    log_det = np.linalg.slogdet(covariance)[1]
    return -0.5 * (len(covariance) * LOG_2PI + log_det)


def _of_parts(combined):
    """Combine the correct normalisation with a function of the whitened differences."""
    return lambda X, mean, covariance: (
        _normalisation(covariance) - 0.5 * combined(_whitened(X, mean, covariance))
    )


def _products(X, mean, covariance):
    """Multiply each difference by the solved one; the row sums are the squared distances."""
    centred = X - mean
    return centred * np.linalg.solve(covariance, centred.T).T


def _pairs(X, mean, covariance):
    whitened = _whitened(X, mean, covariance)
    return _normalisation(covariance) - 0.5 * whitened @ whitened.T


def _of_products(combined):
    return lambda *given: _normalisation(given[2]) - 0.5 * combined(_products(*given))


def _one_per_feature(X, mean, covariance):
    """Treat each feature as a Gaussian of its own."""
    variances = np.diag(covariance)
    return -0.5 * (LOG_2PI + np.log(variances) + (X - mean) ** 2 / variances)


_SCALED = tuple(lambda *given, base=base: gaussian(*given) / np.log(base) for base in (10, 2))

MISTAKES = (
    Mistake(
        "density instead of its logarithm",
        (
            _density,
            *(_exponential(**change) for name in FACTORS for change in DENSITY_MISTAKES[name]),
        ),
    ),
    Mistake(
        "sign",
        (lambda *given: -gaussian(*given),),
    ),
    *(
        Mistake(
            name,
            (*ways, *(_SCALED if name == "logarithm to another base" else ())),
            change_density,
        )
        for name, ways in DENSITY_MISTAKES.items()
    ),
    Mistake(
        "underflow",
        (lambda *given: np.log(_density(*given)),),
    ),
    Mistake(
        "small number in the logarithm",
        floor_density(_density),
    ),
    Mistake(
        "log-density cut off at zero",
        (
            lambda *given: np.minimum(gaussian(*given), 0),
            lambda *given: -np.abs(gaussian(*given)),
            lambda *given: np.log(np.minimum(_density(*given), 1)),
        ),
    ),
    Mistake(
        "summed over samples",
        (
            lambda *given: gaussian(*given).sum(),
            lambda *given: gaussian(*given).mean(),
            lambda *given: _density(*given).prod(),
            lambda *given: np.log(_density(*given).prod()),
        ),
    ),
    Mistake(
        "distances summed over all samples",
        (
            _of_parts(lambda whitened: (whitened**2).sum()),
            _of_parts(lambda whitened: np.full(len(whitened), (whitened**2).sum())),
            _of_parts(lambda whitened: (whitened**2).mean()),
        ),
    ),
    Mistake(
        "summed over the wrong axis",
        (
            _of_parts(lambda whitened: (whitened**2).sum(axis=0)),
            _of_products(lambda products: products.sum(axis=0)),
        ),
    ),
    Mistake(
        "not summed over the features",
        (
            _of_parts(lambda whitened: whitened**2),
            _of_products(lambda products: products),
            _of_parts(lambda whitened: (whitened**2).T),
            _of_products(lambda products: products.T),
            _one_per_feature,
            lambda *given: np.exp(_one_per_feature(*given)),
            _of_parts(lambda whitened: (whitened**2).mean(axis=1)),
            _of_parts(lambda whitened: (whitened**2).max(axis=1)),
            _of_parts(lambda whitened: (whitened**2)[:, 0]),
        ),
    ),
    Mistake(
        "all pairs of samples",
        (
            _pairs,
            lambda *given: _pairs(*given).sum(axis=1),
            lambda *given: np.exp(_pairs(*given)),
            _of_parts(lambda whitened: (whitened @ whitened.T).sum(axis=1)),
        ),
    ),
    Mistake(
        "only one sample",
        (
            lambda *given: gaussian(*given)[0],
            lambda *given: gaussian(*given)[-1],
            lambda *given: np.full(len(given[0]), gaussian(*given)[0]),
            lambda *given: np.full(len(given[0]), gaussian(*given)[-1]),
            lambda *given: gaussian(*given)[:1],
            lambda *given: np.where(np.arange(len(given[0])), 0, gaussian(*given)),
        ),
    ),
)
