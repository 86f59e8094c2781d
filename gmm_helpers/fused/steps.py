"""Both steps of EM on one data set, in whichever form is accurate enough."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from ..em import e_step_and_nll
from ..params import DegenerateComponentError, GMMParams
from ..updates import require_occupied
from .columns import Columns
from .products import Coefficients, Products
from .whitened import Sums, Whitened
from .workers import in_turn, n_available, workers

__all__ = ["FusedSteps"]

# Times the rounding of floats this is an error of 1e-11 in log-densities and covariances.
MOST_CANCELLED = 1e5
# Multiplications of an iteration that are worth a thread.
WORTH_THREADS = 2**21


class Moments(NamedTuple):
    """Sums of the features of `products`, and the parameters of their E-step."""

    params: GMMParams
    sums: np.ndarray


class FusedSteps:
    """E-step and M-step of `fit`, whose statistics are sums over the samples.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    columns : Columns
        What `look_at_columns` says of them.
    n_components : int

    Examples
    --------
    >>> from gmm_helpers.fused import look_at_columns
    >>> X = np.array([[0.0], [1.0], [2.0]])
    >>> steps = FusedSteps(X, look_at_columns(X), 1)
    >>> statistics, nll = steps.e_step(GMMParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1))))
    >>> steps.m_step(statistics, reg_covar=0.0).means
    array([[1.]])
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        self.X = X
        self._products = Products(X, columns, n_components)
        self._whitened = Whitened(X, n_components)
        self._identity = np.eye(X.shape[1])
        self._run = in_turn
        self._next: tuple[GMMParams, Coefficients] | None = None  # those of the next E-step

    @contextmanager
    def threads(self, n_threads: int | None = None) -> Iterator[None]:
        """Work in several threads if there is enough to do; the results are the same.

        Parameters
        ----------
        n_threads : int, optional
            By default as many as there are processors.
        """
        if self._products.n_multiplications < WORTH_THREADS:
            yield
            return
        with workers(n_threads or n_available()) as self._run:
            try:
                yield
            finally:
                self._run = in_turn

    def e_step(self, params: GMMParams) -> tuple[Moments | Sums, float]:
        """Statistics for `m_step`, and the negative log-likelihood.

        Raises
        ------
        ValueError
            If a sample is too far from every component.
        DegenerateComponentError
            If a covariance is not positive definite.
        """
        ready, coefficients = self._next or (None, None)
        if coefficients is None or ready is not params:
            coefficients = self._products.coefficients(params)
        if coefficients.cancellation < MOST_CANCELLED:
            sums, nll = self._products.e_step(coefficients, self._run)
            if math.isfinite(nll):
                return Moments(params, sums), nll
        return self._stable_e_step(params)

    def m_step(self, statistics: Moments | Sums, reg_covar: float) -> GMMParams:
        """Parameters that fit best, given what an E-step returned; read-only.

        Raises
        ------
        DegenerateComponentError
            If a component is responsible for no sample.
        """
        if isinstance(statistics, Moments):
            counts = require_occupied(statistics.sums[:, 0])
            new = self._params(counts, *self._products.m_step(statistics.sums), reg_covar)
            if self._keeps_its_digits(new):
                return new
            statistics, _ = self._stable_e_step(statistics.params)
        counts = require_occupied(statistics.counts)
        return self._params(counts, *self._whitened.m_step(statistics, self._run), reg_covar)

    def _stable_e_step(self, params: GMMParams) -> tuple[Sums, float]:
        sums, nll = self._whitened.e_step(params, self._run)
        if not math.isfinite(nll):
            e_step_and_nll(self.X, params)  # says which sample is at fault
        return sums, nll

    def _keeps_its_digits(self, params: GMMParams) -> bool:
        """Whether covariances are wide enough to have been computed from moments."""
        try:
            coefficients = self._products.coefficients(params)
        except DegenerateComponentError:
            return False
        self._next = params, coefficients
        return coefficients.cancellation < MOST_CANCELLED

    def _params(self, counts, means, covariances, reg_covar: float) -> GMMParams:
        covariances += reg_covar * self._identity
        params = GMMParams(counts / len(self.X), means, covariances)
        for values in params:  # new arrays, so that there is no need for `frozen` copies
            values.flags.writeable = False
        return params
