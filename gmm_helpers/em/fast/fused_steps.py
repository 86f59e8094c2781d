"""Both steps of EM on one data set, in whichever form is accurate enough."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from ...model.degeneracy import DegenerateComponentError
from ...model.params import GMMParams
from ..steps import e_step_and_nll
from ..updates import require_occupied
from .columns import Columns
from .features import n_products
from .linear_forms import Coefficients
from .narrow import Narrow
from .products import Pass, Products
from .stacks import Run, Stack
from .threads import Map, n_available, serial_map, workers
from .whitened import Sums, Whitened

__all__ = ["ROUNDING", "FusedSteps"]

# Times the rounding of floats this is an error of 1e-11 in log-densities. In parameters, one step
# was never off by more than 1e-10 (some 3,000 random steps of up to 20 features, in long double).
MAX_CANCELLATION = 1e5
ROUNDING = 32 * np.finfo(float).eps  # of samples at a mean, relative to it
# Multiplications per iteration from which BLAS would start threads of its own, and from which
# threads of ours are worthwhile.
MIN_WORK_FOR_LIMIT, MIN_WORK_FOR_THREADS = 2**17, 2**21


class Moments(NamedTuple):
    """Sums of the features of `products`, and the parameters of their E-step.

    Of narrow components, of which there may be none, the scatters count; if all are narrow, there
    are no sums.
    """

    params: GMMParams
    sums: Any
    narrow: Narrow | None = None
    scatters: Any = None

    @property
    def counts(self) -> np.ndarray:
        return self.scatters[:, 0, 0] if self.sums is None else self.sums[:, 0]


class FusedSteps:
    """E-step and M-step of `fit`, whose statistics are sums over the samples.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_features)
        As returned by `as_data`.
    columns : Columns
        What `describe_columns` returns for them.
    """

    def __init__(self, X: np.ndarray, columns: Columns, n_components: int):
        n_features = X.shape[1]
        self.X, self._products = X, Products(X, columns, n_components)
        self._largest = np.maximum(np.abs(columns.low), np.abs(columns.high))
        self._squared_rounding = (ROUNDING * self._largest) ** 2
        self._work = len(X) * n_components * n_products(n_features)
        self._identity, self._n_components = np.eye(n_features), n_components
        self._map: Map = serial_map
        self._next: tuple[GMMParams, Coefficients] | None = None  # those of the next E-step

    @cached_property
    def _whitened(self) -> Whitened:
        return Whitened(self.X, self._n_components)

    @contextmanager
    def threads(self, n_threads: int | None = None) -> Iterator[None]:
        """Work in several threads if there is enough to do; the results are the same."""
        if self._work < MIN_WORK_FOR_LIMIT:
            yield
            return
        enough = self._work >= MIN_WORK_FOR_THREADS
        with workers((n_threads or n_available()) if enough else 1) as self._map:
            try:
                yield
            finally:
                self._map = serial_map

    def run_together(
        self, starts: Sequence[GMMParams], reg_covar: float, tol: float, max_iter: int
    ) -> list[Run]:
        """Run EM from all starts at once, as far as all samples are one block.

        Runs that are not finished go on in `e_step` and `m_step`; of many samples, all of them.
        """
        products = self._products
        if not products.is_one_block:
            return [Run() for _ in starts]
        # A component that is exact in products must not be so narrow as to have no spread.
        if not (products.forms.squared_reach > MAX_CANCELLATION * self._squared_rounding).all():
            return [Run() for _ in starts]
        stack = Stack(products, starts, MAX_CANCELLATION)
        if self._work * stack.n_at_once < MIN_WORK_FOR_LIMIT:
            return stack.run(reg_covar, tol, max_iter)
        with workers(1):
            return stack.run(reg_covar, tol, max_iter)

    def e_step(self, params: GMMParams) -> tuple[Moments | Sums, float]:
        """Statistics for `m_step`, and the negative log-likelihood.

        Raises
        ------
        ValueError
            If a sample is too far from every component.
        DegenerateComponentError
            If a covariance is not positive definite.
        """
        moments, nll = self._pass(params, self._are_narrow(params))
        return (moments, nll) if math.isfinite(nll) else self._stable_e_step(params)

    def negative_log_likelihood(self, params: GMMParams) -> float:
        """The same as that of `e_step`, in less time; errors as there."""
        nll = self._pass(params, self._are_narrow(params), is_last=True)[1]
        return nll if math.isfinite(nll) else self._stable_e_step(params)[1]

    def m_step(self, statistics: Moments | Sums, reg_covar: float) -> GMMParams:
        """Parameters that fit best, given what an E-step returned; read-only.

        Raises
        ------
        DegenerateComponentError
            If a component is responsible for no sample.
        """
        while isinstance(statistics, Moments):
            new, lost = self._new_params(statistics, reg_covar)
            if not lost.any():
                return new
            statistics = self._look_closer(statistics, lost)
        counts = require_occupied(statistics.counts)
        means, covariances = self._whitened.m_step(statistics, self._map)
        return self._params(counts, means, covariances, reg_covar)

    def _pass(
        self, params: GMMParams, are_narrow: np.ndarray, is_last: bool = False
    ) -> tuple[Moments, float]:
        """Look at all samples once; if no M-step follows, without sums."""
        narrow = Narrow(params, are_narrow, self._largest) if are_narrow.any() else None
        table, _, peak = self._coefficients(params)
        if narrow is not None:
            peak = max(peak, narrow.peak)
        wanted = Pass(table, narrow, peak, is_last)
        sums, nll, scatters = self._products.e_step(wanted, self._map)
        return Moments(params, sums, narrow, scatters), nll

    def _new_params(self, moments: Moments, reg_covar: float) -> tuple[GMMParams, np.ndarray]:
        """What an M-step makes of moments, and which components have lost digits that matter."""
        counts, narrow = require_occupied(moments.counts), moments.narrow
        if moments.sums is not None:
            means, covariances = self._products.forms.moments(moments.sums)
        if narrow is not None:
            with np.errstate(all="ignore"):
                whitened = narrow.m_step(moments.scatters, reg_covar, MAX_CANCELLATION)
            if moments.sums is None:
                means, covariances, exact = whitened
            else:
                means[narrow.components], covariances[narrow.components], exact = whitened
        new = self._params(counts, means, covariances, reg_covar)
        lost = np.ones(len(counts), dtype=bool)
        with suppress(DegenerateComponentError):  # perhaps because of what was lost
            lost = self._are_narrow(new)
        if narrow is not None:
            lost[narrow.components] = ~exact
        return new, lost

    def _look_closer(self, moments: Moments, lost: np.ndarray) -> Moments | Sums:
        """The same statistics again, in which components that have lost digits are whitened."""
        are_whitened = np.zeros(len(lost), dtype=bool)
        if moments.narrow is not None:
            are_whitened[moments.narrow.components] = True
        if not (lost & are_whitened).any():
            again, nll = self._pass(moments.params, are_whitened | lost)
            if math.isfinite(nll):
                return again
        return self._stable_e_step(moments.params)[0]

    def _stable_e_step(self, params: GMMParams) -> tuple[Sums, float]:
        sums, nll = self._whitened.e_step(params, self._map)
        if not math.isfinite(nll):
            e_step_and_nll(self.X, params)  # raises the error that names the sample
        return sums, nll

    def _are_narrow(self, params: GMMParams) -> np.ndarray:
        """Of which components products would lose digits."""
        return ~np.all(self._coefficients(params).cancellation < MAX_CANCELLATION, axis=1)

    def _coefficients(self, params: GMMParams) -> Coefficients:
        """Coefficients of `products`, if there are any; kept for the next call."""
        if self._next is None or self._next[0] is not params:
            forms = self._products.forms
            self._next = params, forms.of(params) if forms else _nothing_exact(params)
        return self._next[1]

    def _params(self, counts, means, covariances, reg_covar: float) -> GMMParams:
        if reg_covar:
            covariances += reg_covar * self._identity
        params = GMMParams(counts / len(self.X), means, covariances)
        for values in params:  # new arrays, so `freeze`, which copies, is not needed
            values.flags.writeable = False
        return params


def _nothing_exact(params: GMMParams) -> Coefficients:
    n_components, n_features = params.means.shape
    return Coefficients(np.empty((n_components, 0)), np.full((n_components, n_features), np.inf))
