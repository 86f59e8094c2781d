"""Somebody's own E-step or M-step in a run of EM: used as it is, and what it returns is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from ..model.density import negative_log_likelihood
from ..model.params import GMMParams, frozen
from ..model.validation import SUM_TOLERANCE, as_array, as_params, as_responsibilities
from . import steps as em

__all__ = ["OwnSteps"]

THREE = "three results: weights, means, covariances"


class OwnSteps:
    """Both steps of EM, at least one of them somebody's own.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    shape : tuple of int
        That of the means, which an M-step must keep.
    e_step, m_step : callable, optional
        As for `fit`; where one is missing, the helper is used.
    """

    def __init__(self, X, shape: tuple[int, int], e_step: Callable | None, m_step: Callable | None):
        self.X, self._shape = X, shape
        self._own_e_step, self._own_m_step = e_step, m_step

    @contextmanager
    def threads(self, n_threads: int | None = None) -> Iterator[None]:
        """Does nothing: one's own functions are called in the thread that called `fit`."""
        yield

    def e_step(self, params: GMMParams) -> tuple[np.ndarray, float]:
        """Responsibilities, and the negative log-likelihood."""
        if self._own_e_step is None:
            return em.e_step_and_nll(self.X, params)
        responsibilities = self._own_e_step(self.X, *params)
        with _blamed_on("e_step"):
            shape = (len(self.X), params.n_components)
            _require_result(responsibilities, f"responsibilities of shape {shape}")
            responsibilities = as_array(responsibilities, "the result", shape)
            sums = as_responsibilities(responsibilities).sum(axis=1)
            if np.abs(sums - 1).max() > SUM_TOLERANCE:
                low, high = f"{sums.min():.3g}", f"{sums.max():.3g}"
                found = low if low == high else f"between {low} and {high}"
                raise ValueError(f"its rows sum to {found}, expected 1.")
        return responsibilities, negative_log_likelihood(self.X, *params)

    def m_step(self, responsibilities: np.ndarray, reg_covar: float) -> GMMParams:
        """New parameters, read-only copies."""
        if self._own_m_step is None:
            return frozen(em.m_step_unchecked(self.X, responsibilities, reg_covar))
        result = self._own_m_step(self.X, responsibilities)
        with _blamed_on("m_step"):
            _require_result(result, THREE)
            if not isinstance(result, (tuple, list)) or len(result) != 3:
                raise ValueError(f"expected {THREE}.")
            params = as_params(*result)
            if params.means.shape != self._shape:
                raise ValueError(
                    f"the means have shape {params.means.shape}, expected {self._shape}."
                )
        ridge = reg_covar * np.eye(params.n_features)
        return frozen(params._replace(covariances=params.covariances + ridge))


def _require_result(result, expected: str) -> None:
    if result is None:
        raise ValueError(f"None, expected {expected}: is a return missing?")


@contextmanager
def _blamed_on(name: str):
    """Say whose result a ValueError is about; what the function itself raises passes."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"your {name} returned something unusable: {error}") from None
